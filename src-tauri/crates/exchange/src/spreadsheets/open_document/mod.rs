//! Tables of LibreOffice (.ods). Unlike a workbook of Excel it holds beside each value the text that the person sees,
//! and it says of each cell how often it is repeated: a million times to the right costs it nothing, so nothing is
//! written out here before it is known to be filled.

mod cell;
mod styles;

use std::io::{Cursor, Read};
use std::panic::catch_unwind;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use self::cell::{read_cell, skip};
use self::styles::{Styles, style_name};
use super::grid::Grid;
use super::limits::{MOST_COLUMNS, MOST_ROWS, MOST_SHEETS};
use super::unzipped::unfold;
use super::xml::{attribute, broken, count, reader, text_of_part};
use super::{Sheet, TableError};

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    catch_unwind(|| sheets(bytes)).unwrap_or(Err(TableError::Broken))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(unfold(bytes)?.bytes)).map_err(|_| TableError::Broken)?;
    let mut part = |name: &str| {
        let mut content = Vec::new();
        archive.by_name(name).ok()?.read_to_end(&mut content).ok()?;
        Some(text_of_part(content))
    };
    if part("META-INF/manifest.xml").is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(TableError::Protected);
    }
    let mut styles = Styles::default();
    if let Some(common) = part("styles.xml") {
        styles.learn(&common)?;
    }
    let content = part("content.xml").ok_or(TableError::Broken)?;
    // A large document would stand in memory twice.
    drop(archive);
    styles.learn(&content)?;
    let mut xml = reader(&content);
    let mut sheets = Vec::new();
    loop {
        match xml.read_event().map_err(broken)? {
            Event::Start(element) if element.local_name().as_ref() == "table" => {
                if sheets.len() >= MOST_SHEETS {
                    return Err(TableError::TooManySheets);
                }
                sheets.push(Table::new(&styles).read(&mut xml, &element)?);
            }
            // Tables within a formula's history or a picture are none of the document.
            Event::Start(element)
                if matches!(element.local_name().as_ref(), "tracked-changes" | "shapes") =>
            {
                skip(&mut xml, element.name().as_ref())?;
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

/// A table that is being read.
struct Table<'a> {
    styles: &'a Styles,
    grid: Grid,
    row: u32,
    column: u32,
    /// The style of cells that name none, by column.
    column_styles: Vec<Option<String>>,
    /// How many groups around the rows or columns are folded away.
    folded: usize,
    groups: Vec<bool>,
    /// From which cell down to which row.
    merged: Vec<((u32, u32), u32)>,
}

impl<'a> Table<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            grid: Grid::default(),
            row: 0,
            column: 0,
            column_styles: Vec::new(),
            folded: 0,
            groups: Vec::new(),
            merged: Vec::new(),
        }
    }

    fn read(mut self, xml: &mut Reader<&[u8]>, table: &BytesStart<'_>) -> Result<Sheet, TableError> {
        let name = attribute(table, "name").unwrap_or_default();
        let hidden = style_name(table).is_some_and(|style| self.styles.hides_table(&style));
        loop {
            match xml.read_event().map_err(broken)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-row-group" | "table-column-group" => self.begin_group(&element),
                    "table-column" => self.begin_column(&element),
                    "table-row" => self.row(xml, &element)?,
                    "shapes" | "forms" | "named-expressions" | "conditional-formats" => {
                        skip(xml, element.name().as_ref())?;
                    }
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "table-row-group" | "table-column-group" => {
                        self.folded -= usize::from(self.groups.pop().unwrap_or_default());
                    }
                    "table" => break,
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        for (start, end) in std::mem::take(&mut self.merged) {
            self.grid.spread(start, end)?;
        }
        self.grid.into_sheet(Sheet { name, hidden, ..Sheet::default() })
    }

    fn begin_group(&mut self, element: &BytesStart<'_>) {
        let folded = attribute(element, "display").is_some_and(|display| display == "false");
        self.folded += usize::from(folded);
        self.groups.push(folded);
    }

    fn is_hidden(&self, element: &BytesStart<'_>) -> bool {
        self.folded > 0
            || attribute(element, "visibility").is_some_and(|seen| matches!(&*seen, "collapse" | "filter"))
    }

    fn begin_column(&mut self, element: &BytesStart<'_>) {
        let first = self.column_styles.len();
        let repeated = count(element, "number-columns-repeated").unwrap_or(1);
        let style = attribute(element, "default-cell-style-name");
        let last = first.saturating_add(repeated).min(MOST_COLUMNS);
        self.column_styles.resize(last.max(first), style);
        if self.is_hidden(element) && last > first {
            let place = |column: usize| u32::try_from(column).unwrap_or(u32::MAX);
            self.grid.hidden_columns.push(place(first)..=place(last - 1));
        }
    }

    fn row(&mut self, xml: &mut Reader<&[u8]>, element: &BytesStart<'_>) -> Result<(), TableError> {
        let repeated = count(element, "number-rows-repeated").unwrap_or(1).max(1);
        let hidden = self.is_hidden(element);
        let style = attribute(element, "default-cell-style-name");
        let mut filled = Vec::new();
        self.column = 0;
        loop {
            match xml.read_event().map_err(broken)? {
                Event::Start(cell)
                    if matches!(cell.local_name().as_ref(), "table-cell" | "covered-table-cell") =>
                {
                    let own = style_name(&cell).or_else(|| style.clone());
                    let own = own.or_else(|| self.column_styles.get(self.column as usize).cloned().flatten());
                    let times = count(&cell, "number-columns-repeated").unwrap_or(1).max(1);
                    let down = count(&cell, "number-rows-spanned").unwrap_or(1);
                    let read = read_cell(xml, &cell, own.as_deref(), self.styles)?;
                    if !read.text.trim().is_empty() || !read.struck.trim().is_empty() {
                        if self.column as usize + times > MOST_COLUMNS {
                            return Err(TableError::TooManyColumns);
                        }
                        for _ in 0..times {
                            if down > 1 {
                                let last = u32::try_from(down - 1).unwrap_or(u32::MAX);
                                self.merged.push(((self.row, self.column), self.row.saturating_add(last)));
                            }
                            filled.push((self.column, read.clone()));
                            self.column += 1;
                        }
                    } else {
                        self.column = self.column.saturating_add(u32::try_from(times).unwrap_or(u32::MAX));
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "table-row" => break,
                Event::Eof => break,
                _ => {}
            }
        }
        if !filled.is_empty() && repeated > MOST_ROWS {
            return Err(TableError::TooManyRows);
        }
        let last = self.row.saturating_add(u32::try_from(repeated).unwrap_or(u32::MAX));
        if !filled.is_empty() {
            for row in self.row..last {
                for (column, cell) in &filled {
                    self.grid.put(row, *column, cell.clone())?;
                }
                if hidden {
                    self.grid.hidden_rows.insert(row);
                }
            }
        }
        self.row = last;
        Ok(())
    }
}
