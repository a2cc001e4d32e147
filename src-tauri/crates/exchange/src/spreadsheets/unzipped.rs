use std::collections::HashSet;
use std::io::{self, Cursor, ErrorKind, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::TableError;

/// All parts of a workbook together; a table within the limits is a tenth of it.
const MOST_UNFOLDED: u64 = 96 * 1024 * 1024;

/// Each tag can become a value of its own in memory, many times its size. A full table has two million.
const MOST_TAGS: usize = 6_000_000;

/// A workbook has some twenty parts, one more for each sheet.
const MOST_PARTS: usize = 2_000;

/// A workbook with its parts unfolded, none of them larger than it said and all of them within the limit. What reads
/// it afterwards meets no compression, no second directory and no part but those that hold cells: pictures, macros and
/// links are left out.
pub(super) struct Unfolded {
    /// A ZIP without compression.
    pub(super) bytes: Vec<u8>,
    /// Whether days count from 1904.
    pub(super) since_1904: bool,
}

pub(super) fn unfold(bytes: &[u8]) -> Result<Unfolded, TableError> {
    let broken = |_| TableError::Broken;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MOST_PARTS {
        return Err(TableError::Bomb);
    }
    let mut declared = 0_u64;
    for place in 0..archive.len() {
        let part = archive.by_index_data(place).map_err(broken)?;
        if part.name().is_ok_and(|name| holds_cells(&name.replace('\\', "/"))) {
            declared = declared.saturating_add(part.size());
        }
    }
    if declared > MOST_UNFOLDED {
        return Err(TableError::Bomb);
    }
    let mut whole = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let (mut left, mut seen, mut since_1904) = (MOST_UNFOLDED, HashSet::new(), false);
    let mut tags = 0;
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(broken)?;
        let Ok(name) = part.name().map(|name| name.replace('\\', "/")) else { continue };
        if !holds_cells(&name) || !seen.insert(name.to_lowercase()) {
            continue;
        }
        let mut content = Vec::new();
        // What a directory declares is a promise; the bytes are counted as they come.
        part.by_ref().take(left + 1).read_to_end(&mut content).map_err(said)?;
        left = left.checked_sub(content.len() as u64).ok_or(TableError::Bomb)?;
        tags += content.iter().filter(|byte| **byte == b'<').count();
        if tags > MOST_TAGS {
            return Err(TableError::Bomb);
        }
        if name.ends_with("workbook.xml") {
            since_1904 = says_1904(&String::from_utf8_lossy(&content));
        }
        whole.start_file(name, options).map_err(broken)?;
        whole.write_all(&content).map_err(|_| TableError::Broken)?;
    }
    let bytes = whole.finish().map_err(broken)?.into_inner();
    Ok(Unfolded { bytes, since_1904 })
}

fn said(fault: io::Error) -> TableError {
    // Memory is refused here with an error, where elsewhere it would end the process.
    if fault.kind() == ErrorKind::OutOfMemory { TableError::Bomb } else { TableError::Broken }
}

/// The parts that a reader of cells asks for.
fn holds_cells(name: &str) -> bool {
    let name = name.to_lowercase();
    let idle =
        ["drawings/", "media/", "charts/", "pivotcache/", "pivottables/", "externallinks/", "embeddings/"];
    let kind = name.ends_with(".xml") || name.ends_with(".rels");
    kind && !idle.iter().any(|folder| name.contains(folder))
}

fn says_1904(workbook: &str) -> bool {
    workbook.contains("date1904=\"1\"") || workbook.contains("date1904=\"true\"")
}
