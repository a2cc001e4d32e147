use csv::{ReaderBuilder, Trim};

use super::limits::{Growing, Row};
use super::{Sheet, TableError};

/// Reads text with separators: a line «sep=;», as Excel knows it, or the one of «;», «,» and tab that divides the
/// first lines most evenly.
pub(super) fn read(text: &str) -> Result<Vec<Sheet>, TableError> {
    let named = text.lines().next().and_then(|line| line.trim().strip_prefix("sep="));
    match named.map(str::as_bytes) {
        Some([separator]) => {
            let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
            rows(rest, *separator)
        }
        _ => rows(text, separator_of(text)),
    }
}

/// Reads what was pasted: cells are divided by tabs, as every office program puts them on the clipboard. Text without
/// tabs may be CSV that was opened in an editor.
pub(super) fn read_pasted(text: &str) -> Result<Vec<Sheet>, TableError> {
    if text.contains('\t') { rows(text, b'\t') } else { read(text) }
}

fn rows(text: &str, separator: u8) -> Result<Vec<Sheet>, TableError> {
    // A quotation mark that nobody closed would swallow the rest of the table as one cell.
    let quoting = text.bytes().filter(|byte| *byte == b'"').count().is_multiple_of(2);
    let mut reader = ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator).quoting(quoting).trim(Trim::None);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut table = Growing::default();
    for (record, number) in reader.records().zip(1..) {
        let record = record.map_err(|_| TableError::NotText)?;
        table.push(Row::of(number, record.iter().map(str::to_owned)))?;
    }
    Ok(vec![table.done()])
}

fn separator_of(text: &str) -> u8 {
    // Of equal ones the semicolon wins: a Russian Excel writes it, and commas stand in every sentence.
    let candidates = [b',', b'\t', b';'];
    let best = candidates.into_iter().max_by_key(|separator| {
        let counts = rows(&first_lines(text), *separator).map(|sheets| {
            let widths: Vec<usize> = sheets.iter().flat_map(|sheet| &sheet.rows).map(Vec::len).collect();
            let widest = widths.iter().copied().filter(|width| *width > 1).max().unwrap_or_default();
            let steady = widths.iter().filter(|width| **width > 1 && **width + 2 >= widest).count();
            (steady * 10 / widths.len().max(1), widest)
        });
        counts.unwrap_or_default()
    });
    best.unwrap_or(b';')
}

fn first_lines(text: &str) -> String {
    text.lines().take(40).collect::<Vec<_>>().join("\n")
}
