//! Reading tables that others made: workbooks of Excel, CSV in any coding of a Russian office, and what was pasted
//! from Word, Excel or LibreOffice. Nothing is believed: sizes are limited before and while reading, and what is
//! refused says why. What the cells mean is for `pps_domain::tables`.

mod csv;
mod error;
mod html;
mod limits;
mod text;
mod unzipped;
mod workbook;

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

pub use error::TableError;
pub use limits::{LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS};

/// A table as it was read: plain texts. Empty rows are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name of the sheet; empty where the table has none.
    pub name: String,
    /// Rows of cells; a short row has fewer.
    pub rows: Vec<Vec<String>>,
    /// Whether bare numbers of days count from 1904, as in workbooks from an old Mac.
    pub since_1904: bool,
}

/// What reading is worth to a person who waits.
const LONGEST_READING: Duration = Duration::from_secs(20);

/// Reads the tables of a file by the ending of its name: .xlsx, .csv, .tsv, .txt. A table without a single filled
/// cell is left out.
///
/// # Errors
/// The file is of another kind, too large, damaged, or holds no table.
pub fn read_table_file(path: &Path, bytes: Vec<u8>) -> Result<Vec<Sheet>, TableError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    // The old form and a protected new one begin alike, whatever the name says.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(if ending == "xlsx" { TableError::Protected } else { TableError::OldForm });
    }
    if bytes.starts_with(b"PK") {
        return match ending.as_str() {
            "ods" | "docx" | "odt" => Err(TableError::OtherForm { ending }),
            _ => in_time(move || workbook::read(&bytes)),
        };
    }
    match ending.as_str() {
        "xlsx" | "xlsm" => Err(TableError::Broken),
        "csv" | "tsv" | "txt" | "" => in_time(move || csv::read(&text::decoded(&bytes)?)),
        _ => Err(TableError::OtherForm { ending }),
    }
}

/// Reads what was pasted. The clipboard's HTML is better where it has a table, since plain text loses which lines
/// belong to one cell.
///
/// # Errors
/// It is too large or holds no table.
pub fn read_pasted(plain: String, html: Option<String>) -> Result<Vec<Sheet>, TableError> {
    let size = plain.len() + html.as_ref().map_or(0, String::len);
    if size as u64 > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    in_time(move || {
        let from_html = html.map(|html| html::read(&html)).transpose()?.unwrap_or_default();
        if from_html.is_empty() { csv::read_pasted(&plain) } else { Ok(from_html) }
    })
}

/// Works on a thread of its own. What takes too long is left to itself: sizes are limited, so it ends some time. A
/// fault of the reader becomes a refusal.
fn in_time(
    read: impl FnOnce() -> Result<Vec<Sheet>, TableError> + Send + 'static,
) -> Result<Vec<Sheet>, TableError> {
    let (answer, wait) = channel();
    let worker = thread::Builder::new().name("table".to_owned()).spawn(move || {
        // Nobody waits any more where the time is over.
        let _ = answer.send(read());
    });
    worker.map_err(|_| TableError::TooSlow)?;
    let sheets = match wait.recv_timeout(LONGEST_READING) {
        Ok(sheets) => sheets?,
        Err(RecvTimeoutError::Timeout) => return Err(TableError::TooSlow),
        Err(RecvTimeoutError::Disconnected) => return Err(TableError::Broken),
    };
    let filled: Vec<Sheet> = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    if filled.is_empty() { Err(TableError::NoTable) } else { Ok(filled) }
}
