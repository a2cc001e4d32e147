use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError, open_workbook_from_rs};

use super::limits::{Growing, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, Row};
use super::unzipped::{Unfolded, unfold};
use super::{Sheet, TableError};

type Workbook = Xlsx<Cursor<Vec<u8>>>;

/// Filled cells by row and column. Nothing is allotted for the cells that a sheet merely claims to have.
type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

/// Reads all sheets that have cells. The library panics on some numbers of rows that no workbook has, such as
/// «A99999999999»: to a person that is a broken file like any other.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    catch_unwind(|| sheets(bytes)).unwrap_or(Err(TableError::Broken))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let Unfolded { bytes, since_1904 } = unfold(bytes)?;
    let mut workbook: Workbook = open_workbook_from_rs(Cursor::new(bytes)).map_err(said)?;
    let names = workbook.sheet_names();
    if names.len() > MOST_SHEETS {
        return Err(TableError::TooManySheets);
    }
    let mut sheets = Vec::new();
    let hidden: Vec<bool> =
        workbook.sheets_metadata().iter().map(|sheet| sheet.visible != SheetVisible::Visible).collect();
    for (name, hidden) in names.into_iter().zip(hidden) {
        let blank = Sheet { name, since_1904, hidden, ..Sheet::default() };
        match sheet(&mut workbook, blank) {
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

fn said(fault: XlsxError) -> TableError {
    match fault {
        XlsxError::Password => TableError::Protected,
        _ => TableError::Broken,
    }
}

fn sheet(workbook: &mut Workbook, blank: Sheet) -> Result<Sheet, Trouble> {
    let mut cells = filled(workbook, &blank.name)?;
    // Files that were not written by Excel may lack what says which cells are merged.
    let merged = workbook.merge_cells_by_sheet_name(&blank.name).unwrap_or_default();
    for area in merged.into_iter().take(MOST_ROWS * MOST_COLUMNS) {
        spread(&mut cells, area.start, area.end);
    }
    let mut table = Growing::of(blank);
    for (number, row) in cells {
        let width = row.keys().next_back().map_or(0, |last| *last as usize + 1);
        if width > MOST_COLUMNS {
            return Err(Trouble::Refused(TableError::TooManyColumns));
        }
        let mut line = vec![String::new(); width];
        for (column, text) in row {
            line[column as usize] = text;
        }
        table.push(Row::of(number as usize + 1, line)).map_err(Trouble::Refused)?;
    }
    Ok(table.done())
}

fn filled(workbook: &mut Workbook, name: &str) -> Result<Cells, Trouble> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let mut cells = Cells::new();
    while let Some(cell) = reader.next_cell()? {
        let text = shown(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        if column as usize >= MOST_COLUMNS {
            return Err(Trouble::Refused(TableError::TooManyColumns));
        }
        cells.entry(row).or_default().insert(column, text);
        if cells.len() > MOST_ROWS {
            return Err(Trouble::Refused(TableError::TooManyRows));
        }
    }
    Ok(cells)
}

/// What a merged area says holds for each of its rows; to the right it stays in the first column, so that a heading
/// across the table is still one cell. Rows that are otherwise empty stay so.
fn spread(cells: &mut Cells, start: (u32, u32), end: (u32, u32)) {
    let Some(text) = cells.get(&start.0).and_then(|row| row.get(&start.1)).cloned() else { return };
    if end.0 <= start.0 {
        return;
    }
    for (_, row) in cells.range_mut(start.0 + 1..=end.0) {
        row.entry(start.1).or_insert_with(|| text.clone());
    }
}

/// A cell as text: the value of a formula, a day as «14.11.2025», a whole number without a fraction.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string().replace('.', ","),
        DataRef::Bool(yes) => if *yes { "да" } else { "нет" }.to_owned(),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{day:02}.{month:02}.{year}")
        }
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        // «#REF!» is shown as it is, for the person to see what the formula has come to.
        DataRef::Error(fault) => fault.to_string(),
    }
}
