//! Workbooks of Excel 97–2003 (.xls). Calamine reads the values; how they are shown, what is hidden and what is struck
//! out is read beside it, record by record, and so are the sizes that calamine would believe.

mod records;

use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{Data, Reader, SheetVisible, Xls, XlsError, open_workbook_from_rs};

use self::records::{Book, Page};
use super::grid::Grid;
use super::limits::{Cell, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS};
use super::number_format::shown;
use super::{Sheet, TableError};

/// Reads all sheets that have cells; `stream` is the workbook's part of the file. The library panics on some records
/// that no workbook has: to a person that is a broken file like any other.
pub(super) fn read(bytes: &[u8], stream: &[u8]) -> Result<Vec<Sheet>, TableError> {
    catch_unwind(|| sheets(bytes, stream)).unwrap_or(Err(TableError::Broken))
}

fn sheets(bytes: &[u8], stream: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let book = Book::read(stream)?;
    let mut workbook: Xls<Cursor<&[u8]>> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|fault| match fault {
            XlsError::Password => TableError::Protected,
            _ => TableError::Broken,
        })?;
    let since_1904 = workbook.has_1904_epoch();
    let listed: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    if listed.len() > MOST_SHEETS {
        return Err(TableError::TooManySheets);
    }
    let mut sheets = Vec::new();
    for (at, (name, hidden)) in listed.into_iter().enumerate() {
        let page = book.pages.get(at);
        let blank = Sheet { name, since_1904, hidden, ..Sheet::default() };
        sheets.push(sheet(&mut workbook, blank, &book, page)?);
    }
    Ok(sheets)
}

fn sheet(
    workbook: &mut Xls<Cursor<&[u8]>>,
    blank: Sheet,
    book: &Book,
    page: Option<&Page>,
) -> Result<Sheet, TableError> {
    let mut grid = Grid::default();
    if let Some(page) = page {
        grid.hidden_rows.clone_from(&page.hidden_rows);
        grid.hidden_columns.clone_from(&page.hidden_columns);
    }
    let range = workbook.worksheet_range(&blank.name).map_err(|_| TableError::Broken)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let place =
            |first: u32, more: usize| u32::try_from(more).ok().and_then(|more| first.checked_add(more));
        let (Some(row), Some(column)) = (place(first_row, row), place(first_column, column)) else {
            return Err(TableError::Broken);
        };
        let style = page.and_then(|page| page.styles.get(&(row, column)));
        let look = style.map(|style| book.look(*style)).unwrap_or_default();
        let text = text_of(value, &look.code, blank.since_1904);
        let cell = if look.struck { Cell { text: String::new(), struck: text } } else { Cell::from(text) };
        grid.put(row, column, cell)?;
    }
    drop(range);
    let merged = workbook.merge_cells_by_sheet_name(&blank.name).unwrap_or_default();
    for area in merged.into_iter().take(MOST_ROWS * MOST_COLUMNS) {
        grid.spread(area.start, area.end.0)?;
    }
    grid.into_sheet(blank)
}

fn text_of(value: &Data, code: &str, since_1904: bool) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        #[allow(clippy::cast_precision_loss, reason = "a number of this form has 30 bits")]
        Data::Int(number) => shown(*number as f64, code, since_1904),
        Data::Float(number) => shown(*number, code, since_1904),
        Data::DateTime(date) => shown(date.as_f64(), code, since_1904),
        Data::Bool(yes) => if *yes { "да" } else { "нет" }.to_owned(),
        Data::Error(fault) => fault.to_string(),
    }
}
