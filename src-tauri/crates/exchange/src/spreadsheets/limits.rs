use pps_domain::text::cleaned;

use super::{Sheet, StruckCell, TableError};

/// The largest file or text.
pub const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// The most filled rows of a table.
pub const MOST_ROWS: usize = 5_000;

/// The most columns.
pub const MOST_COLUMNS: usize = 60;

/// The longest cell, in characters; Excel's own limit is little more.
pub const LONGEST_CELL: usize = 32_000;

/// The most sheets of a workbook, or tables of a page.
pub(super) const MOST_SHEETS: usize = 50;

/// The most cells of all tables of a file together, empty ones among them: fifty sheets with one cell far to the right
/// in each row would cost little in the file and half a gigabyte where they are kept.
pub(crate) const MOST_CELLS: usize = 1_000_000;

/// A table that grows row by row within the limits.
#[derive(Debug, Default)]
pub(crate) struct Growing {
    sheet: Sheet,
    /// All cells of the table share it: five thousand rows of the longest cells would fill the memory too.
    characters: usize,
}

/// A table of five thousand rows is a megabyte or two; this is far beyond any plan.
pub(super) const MOST_CHARACTERS: usize = 20_000_000;

/// A row on its way into a table.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Its number in the file, from 1.
    pub(crate) number: usize,
    pub(crate) cells: Vec<Cell>,
    /// Whether the file does not show it.
    pub(crate) hidden: bool,
}

/// A cell on its way into a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    /// What is not struck out.
    pub(crate) text: String,
    /// What is.
    pub(crate) struck: String,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, struck: String::new() }
    }
}

impl Row {
    /// A row that is shown and has nothing struck out.
    pub(crate) fn of(number: usize, cells: impl IntoIterator<Item = String>) -> Self {
        Self { number, cells: cells.into_iter().map(Cell::from).collect(), hidden: false }
    }
}

impl Growing {
    pub(crate) fn of(sheet: Sheet) -> Self {
        Self { sheet, characters: 0 }
    }

    /// How many rows it has so far.
    pub(super) fn rows(&self) -> usize {
        self.sheet.rows.len()
    }

    /// Adds a row unless it is empty. Trailing empty cells are dropped, and only filled columns are counted:
    /// a sheet is often formatted far to the right.
    pub(crate) fn push(&mut self, row: Row) -> Result<(), TableError> {
        let Row { number, cells, hidden } = row;
        let filled = |cell: &Cell| !cell.text.trim().is_empty() || !cell.struck.trim().is_empty();
        let width = cells.iter().rposition(filled).map_or(0, |last| last + 1);
        if width == 0 {
            return Ok(());
        }
        if self.sheet.rows.len() >= MOST_ROWS {
            return Err(TableError::TooManyRows);
        }
        if width > MOST_COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        let at = self.sheet.rows.len();
        let mut texts = Vec::with_capacity(width);
        for (column, cell) in cells.into_iter().take(width).enumerate() {
            let length = cell.text.chars().count() + cell.struck.chars().count();
            if length > LONGEST_CELL {
                return Err(TableError::LongCell {
                    place: format!("{} строки {number}", column_name(column)),
                });
            }
            self.characters += length;
            let (text, struck) = (clean(&cell.text), clean(&cell.struck));
            let whole = text.is_empty();
            texts.push(if whole { struck.clone() } else { text });
            if !struck.is_empty() {
                self.sheet.struck.push(StruckCell { row: at, column, text: struck, whole });
            }
        }
        if self.characters > MOST_CHARACTERS {
            return Err(TableError::Bomb);
        }
        if hidden {
            self.sheet.hidden_rows.push(at);
        }
        self.sheet.row_numbers.push(number);
        self.sheet.rows.push(texts);
        Ok(())
    }

    pub(crate) fn done(self) -> Sheet {
        self.sheet
    }
}

/// «C» for 2.
pub(super) fn column_name(column: usize) -> String {
    let letter = |number: usize| u8::try_from(number).map_or('?', |number| char::from(b'A' + number));
    match column {
        0..26 => letter(column).to_string(),
        _ => format!("{}{}", letter(column / 26 - 1), letter(column % 26)),
    }
}

/// The text as a record keeps it, without the blanks around it. Excel writes a carriage return in words.
fn clean(cell: &str) -> String {
    cleaned(&cell.replace("_x000D_", "")).trim().to_owned()
}
