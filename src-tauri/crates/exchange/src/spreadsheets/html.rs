//! Tables of the clipboard's HTML, as Word, Excel and LibreOffice put it there. This is no browser: tags are only told
//! apart, whatever is not a table is passed over, and a fault in the text shortens a table at the worst.

use super::limits::{Growing, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, Row};
use super::{Sheet, TableError};

/// What stands between tags is not text there.
const SILENT: &[&str] = &["style", "script", "head", "title", "xml", "noscript", "template"];

pub(super) fn read(html: &str) -> Result<Vec<Sheet>, TableError> {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.text(&rest[..at]);
        rest = page.tag(&rest[at..])?;
    }
    page.text(rest);
    page.end_table()?;
    if page.tables.len() > MOST_SHEETS { Err(TableError::TooManySheets) } else { Ok(page.tables) }
}

/// What has been read so far.
#[derive(Default)]
struct Page {
    tables: Vec<Sheet>,
    /// Tables within tables are part of the cell where they stand.
    depth: usize,
    rows: Vec<Vec<String>>,
    row: Option<Vec<String>>,
    cell: Option<Cell>,
    /// For each column, for how many more rows a cell above reaches down, and what it says.
    reaching: Vec<(usize, String)>,
}

/// The cell that is being read.
struct Cell {
    text: String,
    columns: usize,
    rows: usize,
}

impl Page {
    fn text(&mut self, raw: &str) {
        let Some(cell) = &mut self.cell else { return };
        let mut space = cell.text.ends_with([' ', '\n']) || cell.text.is_empty();
        for c in unescaped(raw).chars() {
            // Line breaks of the source are spaces; only a hard space is kept apart.
            if c.is_whitespace() && c != '\u{a0}' {
                if !space {
                    cell.text.push(' ');
                }
                space = true;
            } else {
                cell.text.push(c);
                space = false;
            }
        }
    }

    /// Reads one tag at the beginning of the text and answers with what follows it.
    fn tag<'a>(&mut self, from: &'a str) -> Result<&'a str, TableError> {
        if let Some(comment) = from.strip_prefix("<!--") {
            return Ok(comment.split_once("-->").map_or("", |(_, rest)| rest));
        }
        let Some((tag, rest)) = from[1..].split_once('>') else { return Ok("") };
        let name: String =
            tag.chars().take_while(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        let name = name.trim_end_matches('/');
        if SILENT.contains(&name) && !tag.ends_with('/') {
            return Ok(after_end(rest, name));
        }
        match name {
            "table" => self.begin_table()?,
            "/table" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.end_table()?;
                }
            }
            "tr" if self.depth == 1 => {
                self.end_row()?;
                self.row = Some(Vec::new());
            }
            "/tr" if self.depth == 1 => self.end_row()?,
            "td" | "th" if self.depth == 1 => self.begin_cell(tag)?,
            "/td" | "/th" if self.depth == 1 => self.end_cell(),
            "br" | "p" | "/p" | "div" | "li" | "td" | "tr" => self.line(),
            _ => {}
        }
        Ok(rest)
    }

    fn line(&mut self) {
        if let Some(cell) = &mut self.cell
            && !cell.text.trim_end().is_empty()
            && !cell.text.ends_with('\n')
        {
            cell.text.truncate(cell.text.trim_end_matches(' ').len());
            cell.text.push('\n');
        }
    }

    fn begin_table(&mut self) -> Result<(), TableError> {
        if self.depth == 0 {
            self.end_table()?;
        }
        self.depth += 1;
        Ok(())
    }

    fn begin_cell(&mut self, tag: &str) -> Result<(), TableError> {
        self.end_cell();
        let row = self.row.get_or_insert_with(Vec::new);
        fill_from_above(row, &mut self.reaching);
        if row.len() >= MOST_COLUMNS * 4 {
            return Err(TableError::TooManyColumns);
        }
        let (columns, rows) = (span(tag, "colspan", MOST_COLUMNS), span(tag, "rowspan", MOST_ROWS));
        self.cell = Some(Cell { text: String::new(), columns, rows });
        Ok(())
    }

    /// What a wide cell says stays in its first column.
    fn end_cell(&mut self) {
        let (Some(cell), Some(row)) = (self.cell.take(), self.row.as_mut()) else { return };
        for column in 0..cell.columns {
            let text = if column == 0 { cell.text.trim().to_owned() } else { String::new() };
            if cell.rows > 1 {
                self.reaching.resize(self.reaching.len().max(row.len() + 1), (0, String::new()));
                self.reaching[row.len()] = (cell.rows, text.clone());
            }
            row.push(text);
        }
    }

    fn end_row(&mut self) -> Result<(), TableError> {
        self.end_cell();
        let Some(mut row) = self.row.take() else { return Ok(()) };
        fill_from_above(&mut row, &mut self.reaching);
        for (rows, _) in &mut self.reaching {
            *rows = rows.saturating_sub(1);
        }
        // Empty rows are dropped later and may be as many.
        if self.rows.len() > MOST_ROWS * 2 {
            return Err(TableError::TooManyRows);
        }
        self.rows.push(row);
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), TableError> {
        self.end_row()?;
        self.reaching.clear();
        let mut table = Growing::default();
        for (row, number) in std::mem::take(&mut self.rows).into_iter().zip(1..) {
            table.push(Row::of(number, row))?;
        }
        let table = table.done();
        if !table.rows.is_empty() {
            self.tables.push(table);
        }
        Ok(())
    }
}

/// Puts the cells that reach down from above where the row has come to them.
fn fill_from_above(row: &mut Vec<String>, reaching: &mut [(usize, String)]) {
    while let Some((rows, text)) = reaching.get(row.len())
        && *rows > 0
    {
        row.push(text.clone());
    }
}

/// `colspan="3"`, `rowspan=2`.
fn span(tag: &str, name: &str, most: usize) -> usize {
    let tag = tag.to_ascii_lowercase();
    let value = tag.split_once(name).map_or("", |(_, rest)| rest);
    let digits: String = value
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\''))
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or(1).clamp(1, most)
}

/// What follows the end of an element whose content is no text.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("</") {
        let here = after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        if here {
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = after;
    }
    ""
}

/// The few names of characters that office programs write, and all numbers.
fn unescaped(raw: &str) -> String {
    const NAMES: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("mdash", '—'),
        ("ndash", '–'),
        ("hellip", '…'),
        ("shy", '\u{ad}'),
        ("bdquo", '„'),
        ("ldquo", '“'),
        ("rdquo", '”'),
    ];
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        // Looked for near by only: a text may have a million of «&».
        let end = rest.bytes().take(9).position(|byte| byte == b';');
        let named = end.map(|end| (&rest[..end], &rest[end + 1..]));
        let character = named.and_then(|(name, _)| {
            let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
                None => number.parse().ok(),
            });
            let known = NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
            number.and_then(char::from_u32).or(known)
        });
        match (character, named) {
            (Some(character), Some((_, after))) => {
                text.push(character);
                rest = after;
            }
            _ => text.push('&'),
        }
    }
    text.push_str(rest);
    text
}
