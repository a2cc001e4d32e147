//! Hostile files, made anew for each test: they are too large to be kept.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use pps_tests::{sheet_of, workbook_parts, zipped};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(super) const MEBIBYTE: usize = 1 << 20;

/// The sheet of a workbook: a cell with a text.
pub(super) fn cell(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A workbook with this sheet and these shared texts.
pub(super) fn workbook(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    zipped(workbook_parts(sheet, strings))
}

/// A file of so many mebibytes of the same sign within a ZIP, without ever being whole in memory.
pub(super) fn zipped_zeros(name: &str, mebibytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in workbook_parts(&sheet_of(b""), b"<sst/>") {
        if !name.contains("sharedStrings") {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&content).unwrap();
        }
    }
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    let piece = vec![b' '; MEBIBYTE];
    (0..mebibytes).for_each(|_| zip.write_all(&piece).unwrap());
    zip.finish().unwrap().into_inner()
}

/// Each entity is ten times the one before: a text of a few lines that says a billion words.
pub(super) fn entities() -> String {
    let mut text = String::from("<?xml version=\"1.0\"?>\n<!DOCTYPE sst [<!ENTITY a0 \"ха\">\n");
    for level in 1..=10 {
        let before = format!("&a{};", level - 1).repeat(10);
        writeln!(text, "<!ENTITY a{level} \"{before}\">").unwrap();
    }
    text + "]>\n"
}

/// A table of LibreOffice with these rows.
pub(super) fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="А">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
    zipped(vec![("mimetype".to_owned(), mimetype), ("content.xml".to_owned(), content.into_bytes())])
}

/// A workbook of Excel 97 with these records in its head and in its only sheet.
pub(super) fn old_workbook(head: &[u8], sheet: &[u8]) -> Vec<u8> {
    let beginning = |kind: u8| record(0x0809, &[&[0, 6, kind, 0][..], &[0; 12]].concat());
    let mut stream = [beginning(5), head.to_vec()].concat();
    // Where the sheet begins is told before it: after this record, of 4 + 9 bytes, and the end of the head.
    let place = u32::try_from(stream.len() + 4 + 9 + 4).unwrap();
    stream.extend(record(0x0085, &[&place.to_le_bytes()[..], &[0, 0, 1, 0, b'A']].concat()));
    stream.extend([record(0x000a, &[]), beginning(0x10), sheet.to_vec(), record(0x000a, &[])].concat());
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("Workbook").unwrap().write_all(&stream).unwrap();
    file.into_inner().into_inner()
}

/// A record of an old workbook.
pub(super) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A cell of an old workbook with the number one.
pub(super) fn old_cell(row: u16, column: u16) -> Vec<u8> {
    let place = [row.to_le_bytes(), column.to_le_bytes(), [0; 2]].concat();
    record(0x0203, &[&place[..], &1_f64.to_le_bytes()].concat())
}

/// A picture of one dot with a colour profile that unfolds to so many mebibytes.
pub(super) fn png_with_profile(mebibytes: usize) -> Vec<u8> {
    // What is compressed in a ZIP is compressed in the same way in a PNG, but for six bytes around it.
    let zip = zipped_zeros("profile", mebibytes);
    let deflated = entry_bytes(&zip, "profile");
    let mut profile = b"x\0\0".to_vec();
    profile.extend([0x78, 0x9c]);
    profile.extend(deflated);
    profile.extend([0; 4]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut png, b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
    chunk(&mut png, b"iCCP", &profile);
    // One white dot, stored without compression.
    chunk(&mut png, b"IDAT", &[0x78, 1, 1, 4, 0, 0xfb, 0xff, 0, 255, 255, 255, 5, 0xfb, 2, 0xfe]);
    chunk(&mut png, b"IEND", &[]);
    png
}

/// The compressed bytes of the last entry of a ZIP.
fn entry_bytes(zip: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let entry = archive.by_name(name).unwrap();
    let from = usize::try_from(entry.data_start().unwrap()).unwrap();
    zip[from..from + usize::try_from(entry.compressed_size()).unwrap()].to_vec()
}

fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    png.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    let checked = [&kind[..], data].concat();
    png.extend(&checked);
    png.extend(checksum(&checked).to_be_bytes());
}

/// CRC-32, as PNG wants it.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1)))
    })
}
