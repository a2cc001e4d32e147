use html5ever::tokenizer::Tag;

use super::super::limits::{Cell, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS};
use super::super::{Sheet, TableError};
use super::shown_as::{Classes, ShownAs, span};
use super::table::{Span, Table};

/// What stands within these is not text.
const SILENT: &[&str] =
    &["style", "script", "title", "xml", "noscript", "template", "textarea", "noframes", "iframe", "xmp"];

/// Nothing stands within these.
const VOID: &[&str] = &["br", "col", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "embed"];

/// Elements within one cell that are followed; office programs nest about ten.
const DEEPEST: usize = 500;

/// Styles of a page that are listened to.
const MOST_STYLE: usize = 1 << 20;

/// What has been read of a page so far.
#[derive(Default)]
pub(super) struct Page {
    tables: Vec<Sheet>,
    /// Tables within tables are part of the cell where they stand.
    depth: usize,
    table: Table,
    cell: Option<OpenCell>,
    /// The element whose content is not text.
    silent: Option<String>,
    style: String,
    classes: Classes,
}

/// The cell that is being read.
struct OpenCell {
    cell: Cell,
    span: Span,
    /// How the cell itself is shown.
    shown: ShownAs,
    elements: Vec<Element>,
    /// What Word writes before a line of a list.
    mark: String,
    /// Whether a number or a dash of a list has just been written, so that what follows stays beside it.
    after_mark: bool,
}

struct Element {
    name: String,
    shown: ShownAs,
    /// For a list, the number of its next line; none where the lines have no numbers.
    next: Option<usize>,
}

impl Page {
    pub(super) fn text(&mut self, text: &str) {
        if let Some(silent) = &self.silent {
            if silent == "style" && self.style.len() + text.len() <= MOST_STYLE {
                self.style.push_str(text);
            }
            return;
        }
        if let Some(cell) = &mut self.cell {
            cell.text(text);
        }
    }

    pub(super) fn begin(&mut self, name: &str, tag: &Tag) -> Result<(), TableError> {
        if self.silent.is_some() {
            return Ok(());
        }
        if SILENT.contains(&name) {
            if !tag.self_closing || name == "style" {
                self.silent = Some(name.to_owned());
            }
            return Ok(());
        }
        match name {
            "table" => return self.begin_table(),
            "col" if self.depth == 1 => {
                let hidden = self.classes.of(name, tag).hidden;
                self.table.columns(span(tag, "span", MOST_COLUMNS), hidden);
            }
            "tr" if self.depth == 1 => {
                self.end_cell()?;
                self.table.begin_row(self.classes.of(name, tag).hidden)?;
            }
            "td" | "th" if self.depth == 1 => {
                self.end_cell()?;
                self.table.begin_cell()?;
                let shown = self.classes.of(name, tag);
                let span = Span {
                    columns: span(tag, "colspan", MOST_COLUMNS),
                    rows: span(tag, "rowspan", MOST_ROWS),
                    hidden: shown.hidden,
                };
                // A column that is not shown is told as such and keeps its text.
                let shown = ShownAs { hidden: false, ..shown };
                let elements = Vec::new();
                self.cell = Some(OpenCell {
                    cell: Cell::default(),
                    span,
                    shown,
                    elements,
                    mark: String::new(),
                    after_mark: false,
                });
            }
            _ => {
                if let Some(cell) = &mut self.cell {
                    cell.begin(name, self.classes.of(name, tag), span(tag, "start", 100_000));
                }
            }
        }
        Ok(())
    }

    pub(super) fn end_of(&mut self, name: &str) -> Result<(), TableError> {
        if let Some(silent) = &self.silent {
            if silent == name {
                self.silent = None;
                self.classes.learn(&std::mem::take(&mut self.style));
            }
            return Ok(());
        }
        match name {
            "table" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.end_table()?;
                }
            }
            "tr" if self.depth == 1 => {
                self.end_cell()?;
                self.table.end_row()?;
            }
            "td" | "th" if self.depth == 1 => self.end_cell()?,
            _ => {
                if let Some(cell) = &mut self.cell {
                    cell.end_of(name);
                }
            }
        }
        Ok(())
    }

    pub(super) fn end(mut self) -> Result<Vec<Sheet>, TableError> {
        self.end_table()?;
        Ok(self.tables)
    }

    fn begin_table(&mut self) -> Result<(), TableError> {
        if self.depth == 0 {
            self.end_table()?;
        }
        self.depth += 1;
        if let Some(cell) = &mut self.cell {
            cell.line();
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        let Some(open) = self.cell.take() else { return Ok(()) };
        self.table.end_cell(&open.cell, open.span)
    }

    fn end_table(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        self.tables.extend(std::mem::take(&mut self.table).done()?);
        if self.tables.len() > MOST_SHEETS { Err(TableError::TooManySheets) } else { Ok(()) }
    }
}

impl OpenCell {
    fn begin(&mut self, name: &str, shown: ShownAs, start: usize) {
        match name {
            "br" | "p" | "div" | "td" | "th" | "tr" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "dt" | "dd" => {
                self.line();
            }
            _ => {}
        }
        if VOID.contains(&name) {
            return;
        }
        // Ends of these are often left out.
        if let Some(last) = self.elements.last()
            && last.name == name
            && matches!(name, "p" | "li" | "td" | "th" | "tr")
        {
            self.elements.pop();
        }
        if name == "li" {
            let list = self.elements.iter_mut().rev().find(|element| matches!(&*element.name, "ol" | "ul"));
            let mark = match list.and_then(|list| list.next.as_mut()) {
                Some(next) => {
                    let mark = format!("{next}. ");
                    *next += 1;
                    mark
                }
                None => "— ".to_owned(),
            };
            self.text(&mark);
            self.after_mark = true;
        }
        if self.elements.len() < DEEPEST {
            let next = (name == "ol").then_some(start);
            self.elements.push(Element { name: name.to_owned(), shown: shown.within(self.now()), next });
        }
    }

    fn end_of(&mut self, name: &str) {
        if matches!(name, "p" | "div" | "li" | "ul" | "ol" | "table") {
            self.line();
        }
        if let Some(at) = self.elements.iter().rposition(|element| element.name == name) {
            self.elements.truncate(at);
        }
        if !self.now().list_mark && !self.mark.is_empty() {
            self.put_mark();
        }
    }

    fn now(&self) -> ShownAs {
        self.elements.last().map_or(self.shown, |element| element.shown)
    }

    /// «1.» stays a number; the signs that Word's fonts draw as dots and ticks become a dash.
    fn put_mark(&mut self) {
        let mark = std::mem::take(&mut self.mark);
        let mark = mark.trim();
        let numbered = mark.chars().any(|c| c.is_ascii_digit()) || mark.chars().count() > 1;
        self.text(&if numbered { format!("{mark} ") } else { "— ".to_owned() });
        self.after_mark = true;
    }

    fn text(&mut self, raw: &str) {
        let now = self.now();
        if now.list_mark {
            self.mark.extend(raw.chars().take(100));
            return;
        }
        if now.hidden {
            return;
        }
        self.after_mark &= raw.trim().is_empty();
        let side = if now.struck { &mut self.cell.struck } else { &mut self.cell.text };
        let mut space = side.ends_with([' ', '\n']) || side.is_empty();
        for c in raw.chars() {
            // Line breaks of the source are spaces; only a hard space is kept apart.
            if c.is_whitespace() && c != '\u{a0}' {
                if !space {
                    side.push(' ');
                }
                space = true;
            } else {
                side.push(c);
                space = false;
            }
        }
    }

    fn line(&mut self) {
        if self.after_mark {
            return;
        }
        for side in [&mut self.cell.text, &mut self.cell.struck] {
            if !side.trim_end().is_empty() && !side.ends_with('\n') {
                side.truncate(side.trim_end_matches(' ').len());
                side.push('\n');
            }
        }
    }
}
