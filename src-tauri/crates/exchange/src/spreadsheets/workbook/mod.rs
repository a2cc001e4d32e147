//! Workbooks of Excel since 2007. Calamine reads the cells and their styles; what it does not tell (what is hidden, what
//! is struck out within a cell) is read beside it.

mod marks;

use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError, open_workbook_from_rs};

use self::marks::{Marks, marks_of_sheets};
use super::grid::Grid;
use super::limits::{Cell, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS};
use super::number_format::{Moment, Shows, shown, shows};
use super::unzipped::{Unfolded, unfold};
use super::{Sheet, TableError};

type Workbook = Xlsx<Cursor<Vec<u8>>>;

/// Reads all sheets that have cells. The library panics on some numbers of rows that no workbook has, such as
/// «A99999999999»: to a person that is a broken file like any other.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    catch_unwind(|| sheets(bytes)).unwrap_or(Err(TableError::Broken))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let Unfolded { bytes, since_1904 } = unfold(bytes)?;
    let mut marks = marks_of_sheets(&bytes)?;
    let mut workbook: Workbook = open_workbook_from_rs(Cursor::new(bytes)).map_err(said)?;
    let listed: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    if listed.len() > MOST_SHEETS {
        return Err(TableError::TooManySheets);
    }
    let mut sheets = Vec::new();
    for (name, hidden) in listed {
        let marks = marks.remove(&name).unwrap_or_default();
        match sheet(&mut workbook, Sheet { name, since_1904, hidden, ..Sheet::default() }, marks) {
            Ok(sheet) => sheets.push(sheet),
            // A sheet that is a chart has no cells.
            Err(Trouble::NoCells) => {}
            Err(Trouble::Refused(fault)) => return Err(fault),
        }
    }
    Ok(sheets)
}

enum Trouble {
    NoCells,
    Refused(TableError),
}

impl From<XlsxError> for Trouble {
    fn from(fault: XlsxError) -> Self {
        match fault {
            XlsxError::NotAWorksheet(_) => Self::NoCells,
            fault => Self::Refused(said(fault)),
        }
    }
}

impl From<TableError> for Trouble {
    fn from(fault: TableError) -> Self {
        Self::Refused(fault)
    }
}

fn said(fault: XlsxError) -> TableError {
    match fault {
        XlsxError::Password => TableError::Protected,
        _ => TableError::Broken,
    }
}

fn sheet(workbook: &mut Workbook, blank: Sheet, marks: Marks) -> Result<Sheet, Trouble> {
    let mut grid = filled(workbook, &blank, marks)?;
    // Files that were not written by Excel may lack what says which cells are merged.
    let merged = workbook.merge_cells_by_sheet_name(&blank.name).unwrap_or_default();
    for area in merged.into_iter().take(MOST_ROWS * MOST_COLUMNS) {
        grid.spread(area.start, area.end.0)?;
    }
    Ok(grid.into_sheet(blank)?)
}

fn filled(workbook: &mut Workbook, blank: &Sheet, marks: Marks) -> Result<Grid, Trouble> {
    let Marks { hidden_rows, hidden_columns, mut partly_struck } = marks;
    let mut grid = Grid::hiding(hidden_rows, hidden_columns);
    let mut reader = workbook.worksheet_cells_reader(&blank.name)?;
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let place = cell.get_position();
        let style = reader.styles().get(style);
        let code = style.and_then(|style| style.number_format.as_ref()).map(|format| &*format.format_code);
        let text = text_of(cell.get_value(), code.unwrap_or_default(), blank.since_1904);
        let struck =
            style.and_then(|style| style.font.as_ref()).is_some_and(calamine::Font::has_strikethrough);
        let cell = match partly_struck.remove(&place) {
            Some(cell) => cell,
            None if struck => Cell { text: String::new(), struck: text },
            None => Cell::from(text),
        };
        grid.put(place.0, place.1, cell)?;
    }
    Ok(grid)
}

/// A cell as it is shown; of a formula its value.
fn text_of(value: &DataRef<'_>, code: &str, since_1904: bool) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => shown(*number, code, since_1904),
        DataRef::Bool(yes) => if *yes { "да" } else { "нет" }.to_owned(),
        DataRef::DateTime(date) => shown(date.as_f64(), code, since_1904),
        DataRef::DateTimeIso(text) => iso_date(text, shows(code).unwrap_or_default()),
        DataRef::DurationIso(text) => text.clone(),
        // «#REF!» is shown as it is, for the person to see what the formula has come to.
        DataRef::Error(fault) => fault.to_string(),
    }
}

/// «2025-09-01T14:30:00» as much of it as is shown; all of it where nothing says what is.
pub(super) fn iso_date(text: &str, shows: Shows) -> String {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).map(|digits| digits.parse::<u32>().ok());
    let mut next = || numbers.next().flatten();
    let (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) = (next(), next(), next()) else {
        return text.to_owned();
    };
    let (hour, minute, second) =
        (next().unwrap_or_default(), next().unwrap_or_default(), next().unwrap_or_default());
    let year = i32::try_from(year).unwrap_or_default();
    let all = Shows { day: true, month: true, year: true, time: true, length: false };
    let shows = if shows.anything() { shows } else { all };
    // A time of no day is told as one of the day before the first.
    Moment { year, month, day, hour, minute, second, time_only: year < 1900 }.shown(shows)
}
