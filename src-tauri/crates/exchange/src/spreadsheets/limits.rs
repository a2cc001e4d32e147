use pps_domain::text::cleaned;

use super::{Sheet, TableError};

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
pub(super) const MOST_CELLS: usize = 1_000_000;

/// A table that grows row by row within the limits.
#[derive(Debug, Default)]
pub(super) struct Growing {
    sheet: Sheet,
    /// All cells of the table share it: five thousand rows of the longest cells would fill the memory too.
    characters: usize,
}

/// A table of five thousand rows is a megabyte or two; this is far beyond any plan.
const MOST_CHARACTERS: usize = 20_000_000;

impl Growing {
    pub(super) fn named(name: &str, since_1904: bool) -> Self {
        Self { sheet: Sheet { name: name.to_owned(), rows: Vec::new(), since_1904 }, characters: 0 }
    }

    /// Adds a row unless it is empty. Trailing empty cells are dropped, and only filled columns are counted:
    /// a sheet is often formatted far to the right.
    pub(super) fn push(&mut self, mut cells: Vec<String>) -> Result<(), TableError> {
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        cells.truncate(filled);
        if cells.is_empty() {
            return Ok(());
        }
        if self.sheet.rows.len() >= MOST_ROWS {
            return Err(TableError::TooManyRows);
        }
        if cells.len() > MOST_COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        let row = self.sheet.rows.len() + 1;
        for (cell, column) in cells.iter_mut().zip(1..) {
            let length = cell.chars().count();
            if length > LONGEST_CELL {
                return Err(TableError::LongCell {
                    place: format!("{} строки {row}", column_name(column))
                });
            }
            self.characters += length;
            *cell = clean(cell);
        }
        if self.characters > MOST_CHARACTERS {
            Err(TableError::Bomb)
        } else {
            self.sheet.rows.push(cells);
            Ok(())
        }
    }

    pub(super) fn done(self) -> Sheet {
        self.sheet
    }
}

/// «C» for the third column.
fn column_name(column: u32) -> String {
    let letter = |number: u32| char::from_u32(u32::from(b'A') + number).unwrap_or('?');
    match column {
        1..=26 => letter(column - 1).to_string(),
        _ => format!("{}{}", letter((column - 1) / 26 - 1), letter((column - 1) % 26)),
    }
}

/// The text as a record keeps it, without the blanks around it. Excel writes a carriage return in words.
fn clean(cell: &str) -> String {
    cleaned(&cell.replace("_x000D_", "")).trim().to_owned()
}
