//! The running text: paragraphs in named styles.

use std::fmt::Write;

use super::lists::{Lists, Point};
use super::measure;
use super::styles::Style;
use super::table;
use super::text::{has, run, runs};
use crate::papers::Signature;

/// One paragraph on its way into the file.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    style: Style,
    point: Option<Point>,
    keep_next: bool,
    keep_lines: bool,
    new_page: bool,
    before: Option<u32>,
    after: Option<u32>,
    /// By how much both sides move in.
    sides: u32,
    /// Words may be parted, whatever the style says.
    parted: bool,
    runs: String,
}

impl Paragraph {
    /// A paragraph with a text; the lines of the text stay lines.
    pub(super) fn new(style: Style, text: &str) -> Self {
        Self {
            style,
            point: None,
            keep_next: false,
            keep_lines: false,
            new_page: false,
            before: None,
            after: None,
            sides: 0,
            parted: false,
            runs: runs(text),
        }
    }

    /// Its number comes from a list.
    pub(super) fn numbered(mut self, point: Option<Point>) -> Self {
        self.point = point;
        self
    }

    /// A paragraph that begins with a bold label.
    pub(super) fn labelled(style: Style, label: &str, text: &str) -> Self {
        let mut paragraph = Self::new(style, "");
        run(&mut paragraph.runs, label, "<w:b/><w:bCs/>");
        if has(text) {
            run(&mut paragraph.runs, " ", "");
        }
        paragraph.runs.push_str(&runs(text));
        paragraph
    }

    /// Its words may be parted: the column is narrower than one of them.
    pub(super) fn parted(mut self, parted: bool) -> Self {
        self.parted = parted;
        self
    }

    /// It stays on the page of what follows.
    pub(super) fn kept(mut self) -> Self {
        self.keep_next = true;
        self
    }

    /// It begins a page.
    pub(super) fn on_new_page(mut self) -> Self {
        self.new_page = true;
        self
    }

    /// Room before it, in twentieths of a point, in place of what its style says.
    pub(super) fn before(mut self, room: u32) -> Self {
        self.before = Some(room);
        self
    }

    /// Room after it.
    pub(super) fn after(mut self, room: u32) -> Self {
        self.after = Some(room);
        self
    }

    /// What follows after a tab.
    pub(super) fn tab(mut self, text: &str) -> Self {
        self.runs.push_str("<w:r><w:tab/></w:r>");
        self.runs.push_str(&runs(text));
        self
    }

    /// «__» ________ 20__ г., to be filled in by hand.
    pub(super) fn blank_day() -> Self {
        Self::blanks(Style::Plain, &[("«", 7), ("» ", 29), (" 20", 7), (" г.", 0)])
    }

    /// Texts, each with a rule after it to write on, in widths of a space. The rules are underlined spaces, so
    /// that whoever reads the text aloud or copies it meets no dashes.
    pub(super) fn blanks(style: Style, parts: &[(&str, usize)]) -> Self {
        let mut paragraph = Self::new(style, "");
        for (text, rule) in parts {
            run(&mut paragraph.runs, text, "");
            run(&mut paragraph.runs, &"\u{A0}".repeat(*rule), "<w:u w:val=\"single\"/>");
        }
        paragraph
    }

    /// A patch of a pattern and what it means, for the key of a picture.
    pub(super) fn swatch(mut self, pattern: &str, meaning: &str) -> Self {
        let properties =
            format!("<w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:shd {pattern}/>");
        run(&mut self.runs, &"\u{A0}".repeat(5), &properties);
        run(&mut self.runs, &format!(" {meaning}    "), "");
        self
    }

    /// The paragraph as XML. The order of the properties is that of the standard.
    pub(super) fn xml(&self) -> String {
        let mut xml = format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", self.style.id());
        for (set, name) in
            [(self.keep_next, "keepNext"), (self.keep_lines, "keepLines"), (self.new_page, "pageBreakBefore")]
        {
            if set {
                // Writing to a string does not fail.
                let _ = write!(xml, "<w:{name}/>");
            }
        }
        if let Some(Point { list, level }) = self.point {
            let _ = write!(xml, "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        }
        if self.parted {
            xml.push_str("<w:suppressAutoHyphens w:val=\"0\"/>");
        }
        if self.before.is_some() || self.after.is_some() {
            xml.push_str("<w:spacing");
            for (name, room) in [("before", self.before), ("after", self.after)] {
                if let Some(room) = room {
                    let _ = write!(xml, " w:{name}=\"{room}\"");
                }
            }
            xml.push_str("/>");
        }
        if self.sides > 0 {
            let _ = write!(xml, "<w:ind w:left=\"{0}\" w:right=\"{0}\"/>", self.sides);
        }
        let _ = write!(xml, "</w:pPr>{}</w:p>", self.runs);
        xml
    }
}

/// The text of a file while it is being put together.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) lists: Lists,
    /// The long side of the sheet is at the top.
    pub(super) flipped: bool,
    blocks: Vec<Block>,
    /// Room that the next paragraph leaves above it.
    gap: u32,
    /// The next paragraph begins a page.
    new_page: bool,
}

#[derive(Debug)]
enum Block {
    Paragraph(Paragraph),
    Table(String),
}

impl Body {
    /// How wide the sheet is inside the margins, in millimetres.
    pub(super) fn sheet(&self) -> u32 {
        if self.flipped { 257 } else { 170 }
    }

    /// Adds a paragraph.
    pub(super) fn add(&mut self, mut paragraph: Paragraph) {
        let gap = std::mem::take(&mut self.gap);
        if gap > 0 {
            paragraph.before = Some(paragraph.before.unwrap_or_default().max(gap));
        }
        paragraph.new_page |= std::mem::take(&mut self.new_page);
        self.blocks.push(Block::Paragraph(paragraph));
    }

    /// Leaves room before the next paragraph.
    pub(super) fn gap(&mut self, room: u32) {
        self.gap = self.gap.max(room);
    }

    /// Lets the next paragraph begin a page.
    pub(super) fn page_break(&mut self) {
        self.new_page = true;
    }

    /// Adds a paragraph in a style, unless its text is blank.
    pub(super) fn line(&mut self, style: Style, text: &str) {
        if has(text) {
            self.add(Paragraph::new(style, text));
        }
    }

    /// Adds a table.
    pub(super) fn table(&mut self, xml: String) {
        // A table cannot begin a page by itself, and Word takes two tables in a row for one.
        if self.new_page || matches!(self.blocks.last(), Some(Block::Table(_))) {
            self.add(Paragraph::new(Style::Nothing, "").kept());
        }
        self.gap = 0;
        self.blocks.push(Block::Table(xml));
    }

    /// Adds a centred title with lines of about the same length, unless it is blank.
    pub(super) fn title(&mut self, style: Style, text: &str, after: u32) {
        if has(text) {
            let mut paragraph = Paragraph::new(style, text);
            paragraph.sides = measure::indent(text, style == Style::Title, f64::from(self.sheet()));
            paragraph.after = (after > 0).then_some(after);
            self.add(paragraph);
        }
    }

    /// Adds who signs, and keeps the end of the text with them. Over the signatures may stand a word, under
    /// them the day.
    pub(super) fn signed(&mut self, signatures: &[Signature], word: Option<&str>, day: Option<Paragraph>) {
        match self.blocks.last_mut() {
            Some(Block::Paragraph(last)) => {
                last.keep_next = true;
                // A paragraph longer than a page could not be kept whole.
                last.keep_lines = last.runs.chars().count() < 1500;
            }
            // Word takes two tables in a row for one.
            Some(Block::Table(_)) => self.add(Paragraph::new(Style::Nothing, "").kept()),
            None => {}
        }
        if let Some(word) = word {
            self.add(Paragraph::new(Style::Plain, word).before(448).kept());
        }
        let room = if word.is_some() { 162 } else { 448 };
        if !signatures.is_empty() || day.is_some() {
            self.table(table::signatures(signatures, day.as_ref(), room, self.sheet()));
        }
    }

    /// All paragraphs and tables. A file must end with a paragraph, which here takes no room.
    pub(super) fn xml(&self) -> String {
        let mut xml = String::new();
        for block in &self.blocks {
            match block {
                Block::Paragraph(paragraph) => xml.push_str(&paragraph.xml()),
                Block::Table(table) => xml.push_str(table),
            }
        }
        if matches!(self.blocks.last(), Some(Block::Table(_)) | None) {
            xml.push_str(&Paragraph::new(Style::Nothing, "").xml());
        }
        xml
    }
}
