use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::limits::{Cell, Growing, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, Row};
use super::{Sheet, TableError};

/// Filled cells by row and column, as they come. Nothing is allotted for the cells that a sheet merely claims to have.
#[derive(Default)]
pub(super) struct Grid {
    cells: BTreeMap<u32, BTreeMap<u32, Cell>>,
    characters: usize,
    pub(super) hidden_rows: BTreeSet<u32>,
    /// From which column to which.
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
}

impl Grid {
    pub(super) fn hiding(hidden_rows: BTreeSet<u32>, hidden_columns: Vec<RangeInclusive<u32>>) -> Self {
        Self { hidden_rows, hidden_columns, ..Self::default() }
    }

    /// Puts a cell at its row and column, from 0, unless it is empty.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), TableError> {
        if cell.text.trim().is_empty() && cell.struck.trim().is_empty() {
            return Ok(());
        }
        if column as usize >= MOST_COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        self.counted(&cell)?;
        self.cells.entry(row).or_default().insert(column, cell);
        if self.cells.len() > MOST_ROWS { Err(TableError::TooManyRows) } else { Ok(()) }
    }

    /// All cells share a limit: a cell of megabytes may be repeated or merged over thousands of rows.
    fn counted(&mut self, cell: &Cell) -> Result<(), TableError> {
        self.characters += cell.text.len() + cell.struck.len();
        // A letter has at most four bytes.
        if self.characters > MOST_CHARACTERS * 4 { Err(TableError::Bomb) } else { Ok(()) }
    }

    /// What a merged area says holds for each of its rows; to the right it stays in the first column, so that a heading
    /// across the table is still one cell. Rows that are otherwise empty stay so.
    pub(super) fn spread(&mut self, start: (u32, u32), end_row: u32) -> Result<(), TableError> {
        let Some(cell) = self.cells.get(&start.0).and_then(|row| row.get(&start.1)).cloned() else {
            return Ok(());
        };
        if end_row <= start.0 {
            return Ok(());
        }
        let empty: Vec<u32> = self
            .cells
            .range(start.0 + 1..=end_row)
            .filter(|(_, row)| !row.contains_key(&start.1))
            .map(|(row, _)| *row)
            .collect();
        for row in empty {
            self.counted(&cell)?;
            self.cells.entry(row).or_default().insert(start.1, cell.clone());
        }
        Ok(())
    }

    pub(super) fn into_sheet(self, blank: Sheet) -> Result<Sheet, TableError> {
        let hidden_columns = (0..MOST_COLUMNS).filter(|column| {
            let column = u32::try_from(*column).unwrap_or(u32::MAX);
            self.hidden_columns.iter().any(|hidden| hidden.contains(&column))
        });
        let mut table = Growing::of(Sheet { hidden_columns: hidden_columns.collect(), ..blank });
        for (number, row) in self.cells {
            let width = row.keys().next_back().map_or(0, |last| *last as usize + 1);
            let mut cells = vec![Cell::default(); width];
            for (column, cell) in row {
                cells[column as usize] = cell;
            }
            let hidden = self.hidden_rows.contains(&number);
            table.push(Row { number: number as usize + 1, cells, hidden })?;
        }
        Ok(table.done())
    }
}
