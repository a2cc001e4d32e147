//! Reading tables that others made: workbooks of Excel old and new, tables of LibreOffice, documents of Word, web pages,
//! CSV in any coding of a Russian office, and what was pasted from any of them. Nothing is believed: sizes are limited before and while reading, and what is
//! refused says why. Even so the reading is done by a child process of its own ([`TableReader`]), whose memory and time
//! are limited. What the cells mean is for `pps_domain::import`.

mod child;
mod csv;
mod error;
mod grid;
mod html;
mod kind;
mod limits;
mod number_format;
mod old_workbook;
mod open_document;
mod reader;
mod sheet;
mod text;
mod unzipped;
mod word;
mod workbook;
mod xml;
mod xml_workbook;

use std::path::Path;

use kind::{Kind, kind_of};

pub(crate) use limits::MOST_CELLS;

pub use child::read_as_child;
pub use error::TableError;
pub use limits::{LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS};
pub use reader::{ReadingLimits, TableReader};
pub use sheet::{MergedCell, Sheet, StruckCell};

/// Reads the tables of a file: .xlsx, .xls, .ods, .docx, .csv, .tsv, .txt, .html. Which of these it is, its content says;
/// the ending of its name only tells kinds of text apart. A table without a single filled cell is left out. This is what
/// the child does; whoever has a person waiting asks a [`TableReader`].
///
/// # Errors
/// The file is of another kind, too large, damaged, or holds no table.
pub fn read_table_file(path: &Path, bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    filled(match kind_of(&ending_of(path), bytes)? {
        Kind::Workbook => workbook::read(bytes)?,
        Kind::OldWorkbook(stream) => old_workbook::read(bytes, &stream)?,
        Kind::XmlWorkbook(text) => xml_workbook::read(&text)?,
        Kind::OpenDocument => open_document::read(bytes)?,
        Kind::Document => word::read(bytes)?,
        Kind::Page(text) => html::read(&text)?,
        Kind::Text(text) => csv::read(&text)?,
    })
}

/// Reads what was pasted. The clipboard's HTML is better where it has a table, since plain text loses which lines
/// belong to one cell. This, too, is what the child does.
///
/// # Errors
/// It is too large or holds no table.
pub fn read_pasted(plain: &str, html: Option<&str>) -> Result<Vec<Sheet>, TableError> {
    if (plain.len() + html.map_or(0, str::len)) as u64 > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    let from_html = html.map(html::read).transpose()?.unwrap_or_default();
    filled(if from_html.is_empty() { csv::read_pasted(plain)? } else { from_html })
}

fn ending_of(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn filled(sheets: Vec<Sheet>) -> Result<Vec<Sheet>, TableError> {
    let filled: Vec<Sheet> = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    let cells: usize = filled.iter().flat_map(|sheet| &sheet.rows).map(Vec::len).sum();
    match cells {
        0 => Err(TableError::NoTable),
        1..=MOST_CELLS => Ok(filled),
        _ => Err(TableError::Bomb),
    }
}
