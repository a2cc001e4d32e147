//! Tables that are pasted under a text: the report of a question, a section of the report.

use pps_domain::import::{Merged, read_cells, read_typed_table};
use pps_domain::records::TypedTable;
use pps_domain::russian::counted;
use pps_exchange::spreadsheets::{MergedCell, Sheet, TableError, TableReader};
use serde::Serialize;
use ts_rs::TS;

use super::{ImportError, TableDraft};
use crate::error::AppError;
use crate::workplace::Workplace;

/// What was pasted, to be put under a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct PastedTables {
    /// The tables, each with an identifier of its own.
    pub tables: Vec<TypedTable>,
    /// What was made otherwise than it was, in sentences.
    pub said: Vec<String>,
}

/// How what was pasted is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, TS)]
#[ts(export, export_to = "importing/")]
#[serde(rename_all = "snake_case")]
pub enum TableToType {
    /// As a table with its head.
    Whole,
    /// As cells for a table that is there already: all of them are rows.
    Cells,
}

impl Workplace {
    /// Reads tables that were pasted: plain text, and the clipboard's HTML where there is one. Nothing is changed.
    ///
    /// # Errors
    /// There is no table, it is larger than one under a text may be, or reading was stopped.
    pub fn pasted_tables(
        &self,
        reader: &TableReader,
        text: &str,
        html: Option<&str>,
        meant: TableToType,
    ) -> Result<PastedTables, AppError> {
        let TableDraft { sheets } = TableDraft::pasted(reader, text, html)?;
        let mut pasted = PastedTables { tables: Vec::new(), said: Vec::new() };
        for sheet in sheets {
            // A sentence that was copied by chance is no table.
            if sheet.plain_text && meant == TableToType::Whole {
                return Err(ImportError::Table(TableError::NoTable).into());
            }
            let (rows, merged) = shown(&sheet, &mut pasted.said);
            let read = match meant {
                TableToType::Whole => read_typed_table(&rows, &merged),
                TableToType::Cells => read_cells(&rows, &merged),
            };
            let read = read.map_err(ImportError::Typed)?;
            pasted.said.extend(read.said);
            let id = self.clock.new_id().into();
            pasted.tables.push(TypedTable { id, title: read.title, columns: read.columns, rows: read.rows });
        }
        Ok(pasted)
    }
}

/// The rows and columns that the file shows.
fn shown(sheet: &Sheet, said: &mut Vec<String>) -> (Vec<Vec<String>>, Vec<Merged>) {
    let hidden_row = |row: &usize| sheet.hidden_rows.contains(row);
    let hidden_column = |column: &usize| sheet.hidden_columns.contains(column);
    let rows = sheet.rows.iter().enumerate().filter(|(row, _)| !hidden_row(row)).map(|(_, cells)| {
        let cells = cells.iter().enumerate().filter(|(column, _)| !hidden_column(column));
        cells.map(|(_, cell)| cell.clone()).collect()
    });
    let merged = |cell: &MergedCell| {
        let before = |places: &[usize], place: usize| places.iter().filter(|hidden| **hidden < place).count();
        let (row, column) = (cell.row, cell.column);
        let (hidden_rows, hidden_columns) =
            (before(&sheet.hidden_rows, row), before(&sheet.hidden_columns, column));
        let seen = !hidden_row(&row) && !hidden_column(&column);
        seen.then_some(Merged {
            row: row - hidden_rows,
            column: column - hidden_columns,
            rows: cell.rows,
            columns: cell.columns,
        })
    };
    if !sheet.hidden_rows.is_empty() || !sheet.hidden_columns.is_empty() {
        let rows = counted(sheet.hidden_rows.len(), "строка", "строки", "строк");
        let columns = counted(sheet.hidden_columns.len(), "столбец", "столбца", "столбцов");
        said.push(format!("Скрытое в таблице не вставлено: {rows}, {columns}."));
    }
    let struck = sheet.struck.iter().filter(|cell| !cell.whole).count();
    if struck > 0 {
        let cells = counted(struck, "ячейка", "ячейки", "ячеек");
        said.push(format!("Зачёркнутая часть текста не вставлена: {cells}."));
    }
    (rows.collect(), sheet.merged.iter().filter_map(merged).collect())
}
