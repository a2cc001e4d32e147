//! A table that the leader puts under a text: results, lists, sums. It is kept as it is to be printed; nothing is counted
//! of it.

use serde::{Deserialize, Serialize};

use super::entity::{Part, Texts};
use crate::ids::TypedTableId;

/// A table of the leader's own, under a text of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct TypedTable {
    /// Identifier.
    pub id: TypedTableId,
    /// «Результаты ВПР по русскому языку»; may be empty.
    #[serde(default)]
    pub title: String,
    /// The head.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Row by row. A row that is shorter than the head has empty cells at its end.
    #[serde(default)]
    pub rows: Vec<Vec<String>>,
}

impl TypedTable {
    /// More columns do not fit on a sheet of paper.
    pub const MOST_COLUMNS: usize = 30;
    /// More rows are no table for a report.
    pub const MOST_ROWS: usize = 500;

    /// How many columns it has: those of the head, and more where a row is longer.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).chain([self.columns.len()]).max().unwrap_or(0)
    }

    /// Whether nothing is written in it yet: such a table leaves no trace on paper.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.iter().chain(self.rows.iter().flatten()).all(|cell| cell.trim().is_empty())
    }

    /// The words of its title and cells.
    pub(super) fn texts(&self, texts: &mut Texts) {
        texts.add(&self.title);
        texts.add_all(self.columns.iter().chain(self.rows.iter().flatten()));
    }

    /// It is a part of the record in which it stands.
    pub(super) fn part(&self) -> Part {
        Part::own(self.id.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &[&str], rows: &[&[&str]]) -> TypedTable {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        TypedTable {
            id: uuid::Uuid::nil().into(),
            title: String::new(),
            columns: owned(columns),
            rows: rows.iter().map(|row| owned(row)).collect(),
        }
    }

    #[test]
    fn a_row_may_be_longer_than_the_head_and_shorter() {
        assert_eq!(table(&["Школа", "%"], &[&["№ 1"], &["№ 2", "50", "+3"]]).width(), 3);
        assert_eq!(table(&[], &[]).width(), 0);
    }

    #[test]
    fn a_table_of_blanks_is_empty() {
        assert!(table(&["", " "], &[&["", "\n"]]).is_empty());
        assert!(!table(&["", ""], &[&["", "0"]]).is_empty());
    }
}
