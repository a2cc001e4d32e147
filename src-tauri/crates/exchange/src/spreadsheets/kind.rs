//! What a file is, by its content rather than by its name: a table that a site offers as .xls is often a web page, and
//! a workbook with a password looks like a document of the old Excel.

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use zip::ZipArchive;

use super::xml_workbook::is_xml_workbook;
use super::{TableError, html, text};
use crate::office_text::TextError;

/// What was found in a file.
pub(super) enum Kind {
    /// A workbook of Excel since 2007.
    Workbook,
    /// A workbook of Excel 97–2003, with its own part of the file.
    OldWorkbook(Vec<u8>),
    /// A workbook as one XML file.
    XmlWorkbook(String),
    /// A table of LibreOffice.
    OpenDocument,
    /// A document of Word since 2007.
    Document,
    /// A web page.
    Page(String),
    /// Text with separators, or without any.
    Text(String),
}

/// Tells what a file is.
///
/// # Errors
/// It is of a kind that is not read, damaged, or closed by a password.
pub(super) fn kind_of(ending: &str, bytes: &[u8]) -> Result<Kind, TableError> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return compound(ending, bytes);
    }
    if bytes.starts_with(b"PK") {
        return zipped(ending, bytes);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(TableError::RichText);
    }
    if bytes.starts_with(b"%PDF") || ending == "pdf" {
        return Err(TableError::Pdf);
    }
    match ending {
        "xlsx" | "xlsm" | "xltx" | "ods" | "odt" | "xlsb" => Err(TableError::Broken),
        _ if is_document(ending) => Err(TextError::Broken.into()),
        "doc" | "rtf" | "xls" | "xml" | "html" | "htm" | "csv" | "tsv" | "txt" | "prn" | "" => {
            let text = text::decoded(bytes)?;
            match ending {
                _ if is_xml_workbook(&text) => Ok(Kind::XmlWorkbook(text)),
                _ if html::is_page(&text) => Ok(Kind::Page(text)),
                _ if text.trim_start().starts_with("<?xml") || ending == "xml" => {
                    Err(TableError::OtherForm { ending: "xml".to_owned() })
                }
                "html" | "htm" => Ok(Kind::Page(text)),
                "doc" | "rtf" => Err(TableError::Broken),
                _ => Ok(Kind::Text(text)),
            }
        }
        "mht" | "mhtml" | "fods" => Err(TableError::OtherForm { ending: ending.to_owned() }),
        "jpg" | "jpeg" | "png" | "bmp" | "gif" | "tif" | "tiff" | "heic" => Err(TableError::Picture),
        _ => Err(TableError::OtherForm { ending: ending.to_owned() }),
    }
}

/// The old programs of Microsoft keep their files within one that is like a small disk.
fn compound(ending: &str, bytes: &[u8]) -> Result<Kind, TableError> {
    let Ok(mut file) = CompoundFile::open(Cursor::new(bytes)) else {
        // So much is cut off that even its directory is gone.
        return Err(TableError::Broken);
    };
    if file.is_stream("EncryptedPackage") {
        return Err(if is_document(ending) { TextError::OldForm.into() } else { TableError::Protected });
    }
    if let Some(name) = ["Workbook", "Book"].into_iter().find(|name| file.is_stream(name)) {
        let mut stream = Vec::new();
        let whole =
            file.open_stream(name).and_then(|part| part.take(bytes.len() as u64).read_to_end(&mut stream));
        return whole.map(|_| Kind::OldWorkbook(stream)).map_err(|_| TableError::Broken);
    }
    let document = file.is_stream("WordDocument") || ending == "doc" || is_document(ending);
    Err(if document { TextError::OldForm.into() } else { TableError::Broken })
}

/// Which endings a document of Word has; the newest Word calls its text by many names.
fn is_document(ending: &str) -> bool {
    matches!(ending, "docx" | "docm" | "dotx" | "dotm")
}

fn zipped(ending: &str, bytes: &[u8]) -> Result<Kind, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Broken)?;
    let mut said = [0; 100];
    let said = match archive.by_name("mimetype") {
        Ok(mut part) => {
            let length = part.read(&mut said).unwrap_or_default();
            String::from_utf8_lossy(&said[..length]).into_owned()
        }
        Err(_) => String::new(),
    };
    let has = |name: &str| archive.file_names().flatten().any(|held| held.eq_ignore_ascii_case(name));
    if said.contains("opendocument.spreadsheet") {
        Ok(Kind::OpenDocument)
    } else if said.contains("opendocument.text") {
        Err(TableError::OpenText)
    } else if has("xl/workbook.bin") {
        Err(TableError::BinaryWorkbook)
    } else if is_document(ending) || has("word/document.xml") {
        Ok(Kind::Document)
    } else if has("xl/workbook.xml") || matches!(ending, "xlsx" | "xlsm" | "xltx") {
        Ok(Kind::Workbook)
    } else {
        Err(TableError::OtherForm {
            ending: if ending.is_empty() { "zip".to_owned() } else { ending.to_owned() },
        })
    }
}
