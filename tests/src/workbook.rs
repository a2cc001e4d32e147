//! Workbooks made by hand: what a hostile one holds, no library would write.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook whose one sheet has these bytes between the tags of its rows.
#[must_use]
pub fn workbook_of(rows: &[u8]) -> Vec<u8> {
    zipped(workbook_parts(&sheet_of(rows), b"<sst/>"))
}

/// A sheet with these rows, which says of itself that it is as large as a sheet can be.
#[must_use]
pub fn sheet_of(rows: &[u8]) -> Vec<u8> {
    let before = format!(r#"<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>"#);
    [before.as_bytes(), rows, b"</sheetData></worksheet>"].concat()
}

/// The files of a workbook with this sheet and these texts that cells share.
#[must_use]
pub fn workbook_parts(sheet: &[u8], strings: &[u8]) -> Vec<(String, Vec<u8>)> {
    let relations = |entries: &str| format!(r#"<Relationships xmlns="{PACKAGE}">{entries}</Relationships>"#);
    let relation = |number: u8, kind: &str, target: &str| {
        format!(r#"<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    let inside = relation(1, "worksheet", "worksheets/sheet1.xml")
        + &relation(2, "sharedStrings", "sharedStrings.xml");
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="План" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let texts = [
        ("_rels/.rels", relations(&relation(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", relations(&inside)),
        ("xl/workbook.xml", book),
    ];
    let mut parts: Vec<_> =
        texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    parts.push(("xl/worksheets/sheet1.xml".to_owned(), sheet.to_vec()));
    parts.push(("xl/sharedStrings.xml".to_owned(), strings.to_vec()));
    parts
}

/// A ZIP of these files.
///
/// # Panics
/// A name or a size is more than a ZIP can hold.
#[must_use]
pub fn zipped(parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a name that a ZIP can hold");
        zip.write_all(&content).expect("memory takes what is written");
    }
    zip.finish().expect("memory takes what is written").into_inner()
}
