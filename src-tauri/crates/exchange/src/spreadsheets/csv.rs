//! Text with separators, as Excel and people write it. A quotation mark opens a cell only where it is closed as one and
//! the lines that it joins are not rows of their own; any other is a letter, since people type «"Точка роста» and
//! «Доска 65"» into tables that nobody quotes.

use super::limits::{Growing, LONGEST_CELL, Row};
use super::{Sheet, TableError};

/// Reads text with separators: a line «sep=;», as Excel knows it, or the one of «;», «,» and tab that divides the
/// first lines most evenly.
pub(super) fn read(text: &str) -> Result<Vec<Sheet>, TableError> {
    let named = text.lines().next().and_then(|line| line.trim().strip_prefix("sep="));
    match named.map(str::as_bytes) {
        Some([separator]) if separator.is_ascii() => {
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
    let mut table = Growing::of(Sheet { plain_text: true, ..Sheet::default() });
    let mut divided = false;
    for (cells, number) in (Records::of(text, separator)).zip(1..) {
        divided |= cells.len() > 1;
        table.push(Row::of(number, cells))?;
    }
    let mut sheet = table.done();
    sheet.plain_text = !divided;
    Ok(vec![sheet])
}

/// The rows of a text, one after another.
struct Records<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
    /// How many cells most lines without any quotation mark have; none where nearly every line has one.
    width: Option<usize>,
}

impl<'a> Records<'a> {
    fn of(text: &'a str, separator: u8) -> Self {
        Self { text, at: 0, separator, width: usual_width(text, separator) }
    }

    /// The cell that begins here, after so many others in its row, with where it ends.
    fn cell(&self, at: usize, before: usize) -> (String, usize) {
        if self.text.as_bytes().get(at) == Some(&b'"')
            && let Some((cell, end)) = self.quoted(at)
            && !self.joins_rows(&cell, before, end)
        {
            return (cell, end);
        }
        let end = self.end_of_cell(at);
        (self.text[at..end].to_owned(), end)
    }

    /// A cell in quotation marks: closed by one that ends the cell, with «""» for one within.
    fn quoted(&self, at: usize) -> Option<(String, usize)> {
        let mut cell = String::new();
        let mut from = at + 1;
        loop {
            let mark = from + self.text[from..].find('"')?;
            cell.push_str(&self.text[from..mark]);
            match self.text.as_bytes().get(mark + 1) {
                Some(b'"') => {
                    cell.push('"');
                    from = mark + 2;
                }
                None | Some(b'\n' | b'\r') => return Some((cell, mark + 1)),
                Some(byte) if *byte == self.separator => return Some((cell, mark + 1)),
                Some(_) => return None,
            }
            if cell.len() > LONGEST_CELL * 4 {
                return None;
            }
        }
    }

    /// Whether the marks only happen to stand at the ends of two cells: without them every line is a row as wide as the
    /// others. A mark within that is doubled tells that a program has quoted the cell; a blank after a separator, that
    /// it is a sentence.
    fn joins_rows(&self, cell: &str, before: usize, end: usize) -> bool {
        let Some(width) = self.width.filter(|width| *width > 1) else { return false };
        let separator = char::from(self.separator);
        let sentence = cell.split(separator).skip(1).any(|part| part.starts_with([' ', '\u{a0}']));
        if cell.contains('"') || sentence || !cell.contains([separator, '\n']) {
            return false;
        }
        let mut widths: Vec<usize> = cell.lines().map(|line| line.split(separator).count()).collect();
        if let Some(first) = widths.first_mut() {
            *first += before;
        }
        if let Some(last) = widths.last_mut() {
            *last += self.cells_after(end, width);
        }
        widths.into_iter().all(|line| line == width)
    }

    /// How many cells follow in the row, as far as it matters.
    fn cells_after(&self, mut end: usize, most: usize) -> usize {
        let mut cells = 0;
        while cells <= most && self.text.as_bytes().get(end) == Some(&self.separator) {
            let quoted = self.text[end + 1..].starts_with('"').then(|| self.quoted(end + 1)).flatten();
            end = quoted.map_or_else(|| self.end_of_cell(end + 1), |(_, end)| end);
            cells += 1;
        }
        cells
    }

    fn end_of_cell(&self, at: usize) -> usize {
        let ends = |byte: &u8| *byte == self.separator || matches!(byte, b'\n' | b'\r');
        self.text.as_bytes()[at..].iter().position(ends).map_or(self.text.len(), |length| at + length)
    }
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            let (cell, end) = self.cell(self.at, cells.len());
            cells.push(cell);
            let rest = &self.text.as_bytes()[end..];
            self.at = end + 1;
            match rest {
                [byte, ..] if *byte == self.separator => {}
                [b'\r', b'\n', ..] => {
                    self.at = end + 2;
                    return Some(cells);
                }
                _ => return Some(cells),
            }
        }
    }
}

/// The number of cells that most lines have among those without a quotation mark.
fn usual_width(text: &str, separator: u8) -> Option<usize> {
    let mut seen = std::collections::BTreeMap::<usize, usize>::new();
    for line in text.lines().filter(|line| !line.contains('"')) {
        let width = line.bytes().filter(|byte| *byte == separator).count() + 1;
        *seen.entry(width).or_default() += 1;
    }
    seen.into_iter().max_by_key(|(width, lines)| (*lines, *width)).map(|(width, _)| width)
}

fn separator_of(text: &str) -> u8 {
    // Of equal ones the semicolon wins: a Russian Excel writes it, and commas stand in every sentence.
    let candidates = [b',', b'\t', b';'];
    let lines = first_lines(text);
    let best = candidates.into_iter().max_by_key(|separator| {
        let rows =
            Records::of(&lines, *separator).filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty()));
        let widths: Vec<usize> = rows.map(|cells| cells.len()).collect();
        let widest = widths.iter().copied().filter(|width| *width > 1).max().unwrap_or_default();
        let steady = widths.iter().filter(|width| **width > 1 && **width + 2 >= widest).count();
        (steady * 10 / widths.len().max(1), widest)
    });
    best.unwrap_or(b';')
}

fn first_lines(text: &str) -> String {
    text.lines().take(40).collect::<Vec<_>>().join("\n")
}
