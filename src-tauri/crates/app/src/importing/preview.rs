use pps_domain::import::{Doubt, GuessedDirection, TableColumn, TableKind};
use pps_domain::records::Direction;
use serde::Serialize;
use ts_rs::TS;

use super::Chosen;

/// What a table means, row by row.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TablePreview {
    /// Names the table when it is looked at again or added; given by the window.
    pub token: u32,
    /// What the rows become.
    pub kind: TableKind,
    /// All tables that were found.
    pub tables: Vec<TableName>,
    /// Which of them is shown.
    pub table: usize,
    /// The headings as they stand; empty where the table has none.
    pub headings: Vec<String>,
    /// What each column holds.
    pub columns: Vec<TableColumn>,
    /// All rows below the headings.
    pub rows: Vec<TableRow>,
    /// What concerns the whole table, as sentences.
    pub remarks: Vec<String>,
}

/// A table that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TableName {
    /// «Лист «План»»
    pub title: String,
    /// How many rows it has.
    pub rows: usize,
    /// Whether its headings were recognised.
    pub has_headings: bool,
}

/// A row of the preview.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TableRow {
    /// Its number from zero, by which it is ticked.
    pub row: usize,
    /// What becomes of it.
    pub state: RowState,
    /// One for each column.
    pub cells: Vec<TableCell>,
    /// The direction in which it comes.
    pub direction: Option<Direction>,
    /// On what the direction rests, where the table does not name it.
    pub guessed: Option<ShownGuess>,
    /// What belongs to no cell, as sentences.
    pub remarks: Vec<String>,
}

/// Why a row is taken to belong to a direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct ShownGuess {
    /// «по слову «анализ»»
    pub why: String,
    /// Whether a person need not look.
    pub sure: bool,
}

impl ShownGuess {
    pub(super) fn of(guessed: &GuessedDirection) -> Self {
        Self { why: guessed.why.clone(), sure: guessed.sure }
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    /// All of it was understood.
    Ready,
    /// It can be added, but something in it was not understood.
    Doubtful,
    /// It is there already.
    Repeat,
    /// It cannot be added as it is.
    Refused,
    /// A heading; nothing to add.
    Heading,
}

/// A cell of the preview.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TableCell {
    /// As it stands in the table.
    pub text: String,
    /// How it was understood, where that reads otherwise.
    pub read: Option<String>,
    /// What was not understood and what becomes of it.
    pub remark: Option<String>,
}

impl TablePreview {
    pub(super) fn new(chosen: &Chosen, kind: TableKind, rows: Vec<TableRow>) -> Self {
        let Chosen { names, table, headings, columns, .. } = chosen;
        Self {
            token: 0,
            kind,
            tables: names.clone(),
            table: *table,
            headings: headings.clone(),
            columns: columns.clone(),
            rows,
            remarks: Vec::new(),
        }
    }

    /// The rows of a state.
    #[must_use]
    pub fn of(&self, states: &[RowState]) -> Vec<usize> {
        self.rows.iter().filter(|row| states.contains(&row.state)).map(|row| row.row).collect()
    }
}

impl TableRow {
    pub(super) fn new(row: usize, cells: &[String], columns: &[TableColumn], state: RowState) -> Self {
        let text = |at| cells.get(at).cloned().unwrap_or_default();
        let cells = (0..columns.len()).map(|at| TableCell { text: text(at), read: None, remark: None });
        Self { row, state, cells: cells.collect(), direction: None, guessed: None, remarks: Vec::new() }
    }

    /// Says how a cell was understood, unless it says the same by itself.
    pub(super) fn read_as(&mut self, columns: &[TableColumn], column: TableColumn, read: String) {
        let at = columns.iter().position(|one| *one == column);
        if let Some(cell) = at.and_then(|at| self.cells.get_mut(at))
            && !read.is_empty()
            && cell.text.trim().replace('\u{a0}', " ") != read.replace('\u{a0}', " ")
        {
            cell.read = Some(read);
        }
    }

    /// Puts a sentence beside its cell, or beside the row where the table has no such column.
    pub(super) fn remark(&mut self, columns: &[TableColumn], doubt: Doubt) {
        let at = columns.iter().position(|column| *column == doubt.column);
        match at.and_then(|at| self.cells.get_mut(at)) {
            Some(cell) => {
                let said = cell.remark.take();
                cell.remark =
                    Some(said.map_or(doubt.sentence.clone(), |said| format!("{said} {}", doubt.sentence)));
            }
            None => self.remarks.push(doubt.sentence),
        }
    }

    pub(super) fn first_remark(&self) -> Option<&str> {
        let of_cells = self.cells.iter().filter_map(|cell| cell.remark.as_deref());
        self.remarks.iter().map(String::as_str).chain(of_cells).next()
    }

    /// All that was remarked about the row.
    pub fn all_remarks(&self) -> impl Iterator<Item = &str> {
        let of_cells = self.cells.iter().filter_map(|cell| cell.remark.as_deref());
        self.remarks.iter().map(String::as_str).chain(of_cells)
    }
}
