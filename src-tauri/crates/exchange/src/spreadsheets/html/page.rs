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

/// Tables around a table that are followed, and the rows of at least two cells that make a table one of its own.
const MOST_AROUND: usize = 8;
const LARGE: usize = 3;

/// Text outside of tables that is kept, in bytes and in lines.
const MOST_OUTSIDE: usize = 100_000;
const MOST_LINES: usize = 200;

/// Styles of a page that are listened to.
const MOST_STYLE: usize = 1 << 20;

/// What has been read of a page so far.
#[derive(Default)]
pub(super) struct Page {
    tables: Vec<Sheet>,
    /// How many tables are open within the one that is read; below it they are part of the cell where they stand.
    depth: usize,
    table: Table,
    cell: Option<OpenCell>,
    /// The tables around, each with the cell in which the next one stands.
    around: Vec<(Table, OpenCell)>,
    /// The text outside of tables since the last one.
    outside: OpenCell,
    in_caption: bool,
    /// The element whose content is not text.
    silent: Option<String>,
    style: String,
    classes: Classes,
}

/// The cell that is being read.
#[derive(Default)]
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
        if let Some(place) = self.place() {
            place.text(text);
        }
    }

    /// Where a text belongs that comes now.
    fn place(&mut self) -> Option<&mut OpenCell> {
        let outside = self.depth == 0 || self.in_caption;
        match &mut self.cell {
            Some(cell) => Some(cell),
            None => outside.then_some(&mut self.outside).filter(|text| text.cell.text.len() < MOST_OUTSIDE),
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
                self.cell = Some(OpenCell { span, shown, ..OpenCell::default() });
            }
            _ => {
                self.in_caption |= name == "caption" && self.depth == 1;
                let shown = self.classes.of(name, tag);
                if let Some(place) = self.place() {
                    place.begin(name, shown, span(tag, "start", 100_000));
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
            "table" if self.depth == 1 && !self.around.is_empty() => self.end_inner_table()?,
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
                if let Some(place) = self.place() {
                    place.end_of(name);
                }
                self.in_caption &= name != "caption";
            }
        }
        Ok(())
    }

    pub(super) fn end(mut self) -> Result<Vec<Sheet>, TableError> {
        while !self.around.is_empty() {
            self.end_inner_table()?;
        }
        self.end_table()?;
        let below = self.lines_outside();
        if let Some(last) = self.tables.last_mut() {
            last.left_out
                .extend(below.into_iter().map(|line| format!("Текст под таблицей не взят: «{line}».")));
        }
        Ok(self.tables)
    }

    /// The lines of text since the last table.
    fn lines_outside(&mut self) -> Vec<String> {
        let text = std::mem::take(&mut self.outside).cell.text;
        let lines = text.lines().map(|line| line.trim_matches([' ', '\u{a0}']).to_owned());
        lines.filter(|line| !line.is_empty()).take(MOST_LINES).collect()
    }

    fn begin_table(&mut self) -> Result<(), TableError> {
        if self.depth == 0 {
            self.end_table()?;
        }
        if let Some(cell) = &mut self.cell {
            cell.line();
        }
        if self.depth == 1
            && self.around.len() < MOST_AROUND
            && let Some(cell) = self.cell.take()
        {
            self.around.push((std::mem::take(&mut self.table), cell));
        } else {
            self.depth += 1;
        }
        Ok(())
    }

    /// A site may lay out its whole page by a table: a large table within a cell is one of its own. A small one is a part
    /// of the cell's text.
    fn end_inner_table(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        let inner = std::mem::take(&mut self.table).done()?;
        let Some((table, mut cell)) = self.around.pop() else { return Ok(()) };
        self.table = table;
        if let Some(inner) = inner {
            let wide = inner.rows.iter().filter(|row| row.len() > 1).count();
            if wide >= LARGE {
                self.tables.push(inner);
            } else {
                cell.take_in(&inner);
            }
        }
        self.cell = Some(cell);
        if self.tables.len() > MOST_SHEETS { Err(TableError::TooManySheets) } else { Ok(()) }
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        let Some(open) = self.cell.take() else { return Ok(()) };
        self.table.end_cell(&open.cell, open.span)
    }

    fn end_table(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        self.in_caption = false;
        if let Some(mut sheet) = std::mem::take(&mut self.table).done()? {
            sheet.above = self.lines_outside();
            self.tables.push(sheet);
        }
        if self.tables.len() > MOST_SHEETS { Err(TableError::TooManySheets) } else { Ok(()) }
    }
}

impl OpenCell {
    /// Takes in what a small table within the cell says, a line for each of its cells.
    fn take_in(&mut self, inner: &Sheet) {
        for (row, texts) in inner.rows.iter().enumerate() {
            for (column, text) in texts.iter().enumerate() {
                let struck = inner.struck.iter().find(|struck| (struck.row, struck.column) == (row, column));
                if let Some(struck) = struck {
                    self.cell.struck.push_str(&struck.text);
                }
                if struck.is_none_or(|struck| !struck.whole) {
                    self.cell.text.push_str(text);
                }
                self.line();
            }
        }
    }

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
