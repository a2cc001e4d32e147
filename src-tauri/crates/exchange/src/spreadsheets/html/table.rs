use super::super::limits::{Cell, Growing, LONGEST_CELL, MOST_COLUMNS, Row, column_name};
use super::super::{MergedCell, Sheet, TableError};

/// A table of a page that grows row by row.
#[derive(Default)]
pub(super) struct Table {
    growing: Growing,
    /// Rows so far, empty ones among them.
    rows: usize,
    row: Option<OpenRow>,
    /// For each column, for how many more rows a cell above reaches down, and what it says.
    reaching: Vec<(usize, Cell)>,
    /// Columns that the page does not show, as its `<col>` say.
    hidden_columns: Vec<usize>,
    columns_told: usize,
    /// For each column how many of its own cells are shown and how many are not.
    shown: Vec<(usize, usize)>,
    /// Cells that reach over several.
    merged: Vec<MergedCell>,
}

#[derive(Default)]
struct OpenRow {
    cells: Vec<Cell>,
    hidden: bool,
    /// Cells that begin in it and reach over several.
    merged: Vec<MergedCell>,
}

/// How far a cell reaches.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Span {
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) hidden: bool,
}

/// More rows than this, filled or not, no table has.
const MOST_EMPTY_ROWS: usize = 100_000;

impl Table {
    pub(super) fn columns(&mut self, count: usize, hidden: bool) {
        let told = (self.columns_told + count).min(MOST_COLUMNS);
        if hidden {
            self.hidden_columns.extend(self.columns_told..told);
        }
        self.columns_told = told;
    }

    pub(super) fn begin_row(&mut self, hidden: bool) -> Result<(), TableError> {
        self.end_row()?;
        self.row = Some(OpenRow { hidden, ..OpenRow::default() });
        Ok(())
    }

    /// A cell may stand without a row around it.
    pub(super) fn begin_cell(&mut self) -> Result<(), TableError> {
        let row = self.row.get_or_insert_with(OpenRow::default);
        fill_from_above(&mut row.cells, &self.reaching);
        if row.cells.len() >= MOST_COLUMNS * 4 { Err(TableError::TooManyColumns) } else { Ok(()) }
    }

    /// What a wide cell says stays in its first column.
    pub(super) fn end_cell(&mut self, cell: &Cell, span: Span) -> Result<(), TableError> {
        let Some(row) = self.row.as_mut() else { return Ok(()) };
        if cell.text.len() + cell.struck.len() > LONGEST_CELL * 4 {
            return Err(TableError::LongCell {
                place: format!("{} строки {}", column_name(row.cells.len()), self.rows + 1),
            });
        }
        let place = row.cells.len();
        if (span.rows > 1 || span.columns > 1) && !cell.text.trim().is_empty() {
            let (rows, columns) = (span.rows.max(1), span.columns.max(1));
            row.merged.push(MergedCell { row: 0, column: place, rows, columns });
        }
        self.shown.resize(self.shown.len().max(place + 1), (0, 0));
        let (shown, hidden) = &mut self.shown[place];
        *if span.hidden { hidden } else { shown } += 1;
        for column in 0..span.columns {
            let cell = if column == 0 { cell.clone() } else { Cell::default() };
            if span.rows > 1 {
                let place = row.cells.len();
                self.reaching.resize(self.reaching.len().max(place + 1), (0, Cell::default()));
                self.reaching[place] = (span.rows, cell.clone());
            }
            row.cells.push(cell);
        }
        Ok(())
    }

    pub(super) fn end_row(&mut self) -> Result<(), TableError> {
        let Some(OpenRow { mut cells, hidden, merged }) = self.row.take() else { return Ok(()) };
        fill_from_above(&mut cells, &self.reaching);
        for (rows, _) in &mut self.reaching {
            *rows = rows.saturating_sub(1);
        }
        self.rows += 1;
        if self.rows > MOST_EMPTY_ROWS {
            return Err(TableError::TooManyRows);
        }
        let row = self.growing.rows();
        self.growing.push(Row { number: self.rows, cells, hidden })?;
        // An empty row is left out.
        if self.growing.rows() > row {
            self.merged.extend(merged.into_iter().map(|cell| MergedCell { row, ..cell }));
        }
        Ok(())
    }

    pub(super) fn done(mut self) -> Result<Option<Sheet>, TableError> {
        self.end_row()?;
        let mut sheet = self.growing.done();
        // Excel's page hides each cell of a hidden column by itself.
        let never_shown =
            self.shown.iter().enumerate().filter(|(_, (shown, hidden))| *shown == 0 && *hidden > 0);
        sheet.merged = self.merged;
        sheet.hidden_columns = self.hidden_columns;
        sheet.hidden_columns.extend(never_shown.map(|(column, _)| column));
        sheet.hidden_columns.sort_unstable();
        sheet.hidden_columns.dedup();
        Ok(Some(sheet).filter(|sheet| !sheet.rows.is_empty()))
    }
}

/// Puts the cells that reach down from above where the row has come to them.
fn fill_from_above(row: &mut Vec<Cell>, reaching: &[(usize, Cell)]) {
    while let Some((rows, cell)) = reaching.get(row.len())
        && *rows > 0
    {
        row.push(cell.clone());
    }
}
