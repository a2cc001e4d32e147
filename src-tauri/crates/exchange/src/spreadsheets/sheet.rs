use serde::{Deserialize, Serialize};

/// A table as it was read: plain texts. Empty rows are left out; nothing else is. What the file hides or strikes out is
/// told beside the cells, so that whoever takes the table in can decide about it and say so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The name of the sheet; empty where the table has none.
    pub name: String,
    /// Rows of cells; a short row has fewer.
    pub rows: Vec<Vec<String>>,
    /// For each row its number in the file, from 1, as the person sees it there.
    #[serde(default)]
    pub row_numbers: Vec<usize>,
    /// Whether bare numbers of days count from 1904, as in workbooks from an old Mac.
    pub since_1904: bool,
    /// Whether the workbook hides the whole sheet.
    #[serde(default)]
    pub hidden: bool,
    /// Which of the rows the file does not show, by hand or by a filter. They stay among the rows.
    #[serde(default)]
    pub hidden_rows: Vec<usize>,
    /// Which columns the file does not show, from 0. Their cells stay where they are.
    #[serde(default)]
    pub hidden_columns: Vec<usize>,
    /// Cells with struck out text, in the order of the rows.
    #[serde(default)]
    pub struck: Vec<StruckCell>,
    /// Cells of a pasted table or of a page that reach over several. What one says stands in each of its rows, and in the
    /// first of its columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<MergedCell>,
    /// Whether this is text without a single separator, a line for each row: prose or a list rather than a table.
    #[serde(default)]
    pub plain_text: bool,
    /// The paragraphs between this table and the one before it, in a text of Word: «на 2025/2026 учебный год».
    #[serde(default)]
    pub above: Vec<String>,
    /// What the file holds besides and is not in the rows, as sentences: text below the last table, a deleted row.
    #[serde(default)]
    pub left_out: Vec<String>,
}

/// A cell that reaches over several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedCell {
    /// The first of its rows, from 0.
    pub row: usize,
    /// The first of its columns, from 0.
    pub column: usize,
    /// How many rows it takes.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

/// Where a text is struck out, wholly or in part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StruckCell {
    /// Which of the rows, from 0.
    pub row: usize,
    /// Which column, from 0.
    pub column: usize,
    /// What is struck out.
    pub text: String,
    /// Whether nothing else stands in the cell. Then its text is left there; otherwise the cell holds only what is not
    /// struck out.
    pub whole: bool,
}

impl Sheet {
    /// A table of these rows, of which nothing is hidden or struck out.
    #[must_use]
    pub fn of(name: &str, rows: Vec<Vec<String>>) -> Self {
        Self { name: name.to_owned(), row_numbers: (1..=rows.len()).collect(), rows, ..Self::default() }
    }

    /// The number of a row as the person sees it in the file; its place where the file has told none.
    #[must_use]
    pub fn number_of(&self, row: usize) -> usize {
        self.row_numbers.get(row).copied().unwrap_or(row + 1)
    }
}
