//! Ruled tables.

use serde::{Deserialize, Serialize};

/// A ruled table; without rows it is left out together with its title.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows; may be empty.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a text for every column.
    pub rows: Vec<Vec<String>>,
    /// The line of totals.
    pub total: Option<Vec<String>>,
    /// Headings between the rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Rows in which a cell stands out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loud: Vec<usize>,
    /// Which cell of theirs; the last one where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loud_at: Option<usize>,
    /// The column in which each row leaves room for two lines by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room_at: Option<usize>,
    /// The size of its letters in points, where it is smaller than the usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letters: Option<f64>,
    /// It stands on a sheet of its own that lies on its side.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub turned: bool,
    /// Its head is printed even where it has no rows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stays: bool,
}

/// A heading between the rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Group {
    /// The row before which it stands, from zero.
    pub before: usize,
    /// The heading.
    pub title: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// A heading above this one, shared with the neighbours that name the same.
    #[serde(default)]
    pub group: String,
    /// Its share of the width, relative to the other columns.
    pub width: f64,
    /// How its cells stand.
    pub align: Align,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers and dates.
    Center,
}

impl Column {
    /// A column of words.
    pub(crate) fn words(title: &str, width: f64) -> Self {
        Self { title: title.to_owned(), width, ..Self::default() }
    }

    /// A column of numbers or days, which are centred.
    pub(crate) fn numbers(title: &str, width: f64) -> Self {
        Self { align: Align::Center, ..Self::words(title, width) }
    }
}

impl Table {
    /// A table of these columns; rows that follow have a text for each.
    pub(crate) fn new(
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            rows: rows.into_iter().collect(),
            stays: true,
            ..Self::default()
        }
    }

    /// A table whose rows are numbered in the first column.
    pub(crate) fn numbered<const N: usize>(
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = [String; N]>,
    ) -> Self {
        let rows = rows.into_iter().zip(1..);
        Self::new(
            columns,
            rows.map(|(row, number): (_, usize)| std::iter::once(number.to_string()).chain(row).collect()),
        )
    }
}
