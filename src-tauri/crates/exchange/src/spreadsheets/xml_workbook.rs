//! Workbooks as one XML file, as Excel 2003 knew them: accounting programs and school journals still give these out, mostly
//! under the name of an .xls.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::grid::Grid;
use super::limits::{Cell, LONGEST_CELL, MOST_ROWS, MOST_SHEETS};
use super::number_format::{shown, shows};
use super::workbook::iso_date;
use super::xml::{attribute, broken, count, reader, referred, says_yes};
use super::{Sheet, TableError};

/// Whether a text is such a workbook; only its beginning is looked at.
pub(super) fn is_xml_workbook(text: &str) -> bool {
    let beginning: String = text.trim_start().chars().take(4_000).collect();
    beginning.starts_with('<') && beginning.contains("urn:schemas-microsoft-com:office:spreadsheet")
}

/// How a cell looks.
#[derive(Debug, Clone, Default)]
struct Look {
    code: String,
    struck: bool,
}

pub(super) fn read(text: &str) -> Result<Vec<Sheet>, TableError> {
    let mut book = Book::default();
    let mut xml = reader(text);
    loop {
        match xml.read_event().map_err(broken)? {
            Event::Start(element) => book.begin(&element)?,
            Event::End(element) => book.end(element.local_name().as_ref())?,
            Event::Text(text) => book.text(&text.xml10_content()),
            Event::CData(text) => book.text(&text.xml10_content()),
            Event::GeneralRef(reference) => book.text(&referred(&reference).unwrap_or_default()),
            Event::Eof => return Ok(book.sheets),
            _ => {}
        }
    }
}

/// A workbook that is being read.
#[derive(Default)]
struct Book {
    looks: HashMap<String, Look>,
    /// The style that is being told.
    style: Option<(String, Look)>,
    sheets: Vec<Sheet>,
    sheet: Sheet,
    grid: Grid,
    row: u32,
    column: u32,
    table_column: u32,
    cell: Option<OpenCell>,
    within_options: bool,
    option: String,
    /// From which cell down to which row.
    merged: Vec<((u32, u32), u32)>,
}

#[derive(Default)]
struct OpenCell {
    look: Look,
    kind: String,
    cell: Cell,
    within_data: bool,
    /// Tags of struck out text that are open.
    struck: usize,
    across: u32,
}

impl Book {
    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), TableError> {
        let number = |name: &str| count(element, name).and_then(|number| u32::try_from(number).ok());
        let place = |name: &str| number(name).and_then(|number| number.checked_sub(1));
        match element.local_name().as_ref() {
            "Style" => {
                let look = attribute(element, "Parent").and_then(|parent| self.looks.get(&parent)).cloned();
                self.style = attribute(element, "ID").map(|id| (id, look.unwrap_or_default()));
            }
            "NumberFormat" => {
                if let (Some((_, look)), Some(format)) = (&mut self.style, attribute(element, "Format")) {
                    look.code = code_of(&format);
                }
            }
            "Font" if self.cell.is_none() => {
                if let Some((_, look)) = &mut self.style {
                    look.struck = says_yes(element, "StrikeThrough");
                }
            }
            "Worksheet" => {
                if self.sheets.len() >= MOST_SHEETS {
                    return Err(TableError::TooManySheets);
                }
                let name = attribute(element, "Name").unwrap_or_default();
                self.sheet = Sheet { name, ..Sheet::default() };
                (self.row, self.column, self.table_column) = (0, 0, 0);
            }
            "Column" => {
                let first = place("Index").unwrap_or(self.table_column);
                let last = first.saturating_add(number("Span").unwrap_or(0));
                if says_yes(element, "Hidden") && self.grid.hidden_columns.len() < MOST_ROWS {
                    self.grid.hidden_columns.push(first..=last);
                }
                self.table_column = last.saturating_add(1);
            }
            "Row" => {
                self.row = place("Index").unwrap_or(self.row);
                self.column = 0;
                if says_yes(element, "Hidden") {
                    self.grid.hidden_rows.insert(self.row);
                }
            }
            "Cell" => {
                self.column = place("Index").unwrap_or(self.column);
                if let Some(down) = number("MergeDown").filter(|down| *down > 0) {
                    self.merged.push(((self.row, self.column), self.row.saturating_add(down)));
                }
                let look = attribute(element, "StyleID").and_then(|id| self.looks.get(&id)).cloned();
                let across = number("MergeAcross").unwrap_or(0);
                self.cell = Some(OpenCell { look: look.unwrap_or_default(), across, ..OpenCell::default() });
            }
            "Data" => {
                if let Some(cell) = &mut self.cell {
                    cell.within_data = true;
                    cell.kind = attribute(element, "Type").unwrap_or_default();
                }
            }
            "S" => {
                if let Some(cell) = &mut self.cell {
                    cell.struck += 1;
                }
            }
            "WorksheetOptions" => self.within_options = true,
            "Visible" if self.within_options => self.option.clear(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match &mut self.cell {
            Some(cell) if cell.within_data => {
                let side = if cell.struck > 0 { &mut cell.cell.struck } else { &mut cell.cell.text };
                side.push_str(text);
            }
            None if self.within_options => self.option.push_str(text),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), TableError> {
        match name {
            "Style" => self.looks.extend(self.style.take()),
            "Data" => {
                if let Some(cell) = &mut self.cell {
                    cell.within_data = false;
                }
            }
            "S" => {
                if let Some(cell) = &mut self.cell {
                    cell.struck = cell.struck.saturating_sub(1);
                }
            }
            "Cell" => {
                if let Some(cell) = self.cell.take() {
                    let across = cell.across;
                    self.grid.put(self.row, self.column, cell.shown()?)?;
                    self.column = self.column.saturating_add(across).saturating_add(1);
                }
            }
            "Row" => self.row = self.row.saturating_add(1),
            "Visible" if self.within_options => {
                self.sheet.hidden = self.option.trim().starts_with("SheetHidden")
                    || self.option.trim().starts_with("SheetVeryHidden");
            }
            "WorksheetOptions" => self.within_options = false,
            "Worksheet" => {
                let mut grid = std::mem::take(&mut self.grid);
                for (start, end) in std::mem::take(&mut self.merged) {
                    grid.spread(start, end)?;
                }
                self.sheets.push(grid.into_sheet(std::mem::take(&mut self.sheet))?);
            }
            _ => {}
        }
        Ok(())
    }
}

impl OpenCell {
    fn shown(self) -> Result<Cell, TableError> {
        let Self { look, kind, mut cell, .. } = self;
        if cell.text.len() + cell.struck.len() > LONGEST_CELL * 4 {
            return Err(TableError::LongCell { place: "одной из строк".to_owned() });
        }
        let text = cell.text.trim();
        let told = match kind.as_str() {
            "Number" => text.parse().ok().map(|number: f64| shown(number, &look.code, false)),
            "DateTime" => Some(iso_date(text, shows(&look.code).unwrap_or_default())),
            "Boolean" => Some(if text == "1" { "да" } else { "нет" }.to_owned()),
            _ => None,
        };
        cell.text = told.unwrap_or(cell.text);
        if look.struck && cell.struck.is_empty() {
            cell.struck = std::mem::take(&mut cell.text);
        }
        Ok(cell)
    }
}

/// This form calls the usual formats by words.
fn code_of(format: &str) -> String {
    let code = match format {
        "Percent" => "0.00%",
        "Fixed" => "0.00",
        "Standard" => "#,##0.00",
        "General Date" => "dd.mm.yyyy h:mm",
        "Short Date" | "Medium Date" | "Long Date" => "dd.mm.yyyy",
        "Short Time" | "Medium Time" | "Long Time" => "h:mm",
        other => other,
    };
    code.to_owned()
}
