//! The running text: paragraphs and tables in their order.

use super::lists::Lists;
use super::measure;
use super::paragraph::Paragraph;
use super::styles::Style;
use super::table;
use super::text::has;
use crate::papers::Signature;

/// The text of a file while it is being put together.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) lists: Lists,
    /// The long side of the sheet is at the top.
    pub(super) flipped: bool,
    /// Whether no sheet bears a number.
    pub(super) unnumbered: bool,
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
    /// The sheets before it and those after it lie differently.
    Turn {
        /// How those before it lie.
        flipped: bool,
    },
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

    /// Turns the sheets that follow.
    pub(super) fn turn(&mut self) {
        self.blocks.push(Block::Turn { flipped: self.flipped });
        self.flipped = !self.flipped;
        // A new sheet begins anyway.
        self.gap = 0;
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
            Some(Block::Turn { .. }) | None => {}
        }
        if let Some(word) = word {
            self.add(Paragraph::new(Style::Plain, word).before(448).kept());
        }
        let room = if word.is_some() { 162 } else { 448 };
        if !signatures.is_empty() || day.is_some() {
            self.table(table::signatures(signatures, day.as_ref(), room, self.sheet()));
        }
    }

    /// All paragraphs and tables, and how the sheets lie. A file must end with a paragraph, which here takes no room.
    pub(super) fn xml(&self) -> String {
        let (mut xml, mut first) = (String::new(), true);
        for block in &self.blocks {
            match block {
                Block::Paragraph(paragraph) => xml.push_str(&paragraph.xml()),
                Block::Table(table) => xml.push_str(table),
                Block::Turn { flipped } => {
                    let sheets = sheets(*flipped, first);
                    let style = Style::Nothing.id();
                    xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{sheets}</w:pPr></w:p>"));
                    first = false;
                }
            }
        }
        if matches!(self.blocks.last(), Some(Block::Table(_)) | None) {
            xml.push_str(&Paragraph::new(Style::Nothing, "").xml());
        }
        xml + &sheets(self.flipped, first)
    }
}

/// A4, upright or on its side, with margins of 30, 10, 20 and 20 mm. The numbers of the parts are their places in the
/// package. Only the first sheet of a file has a head of its own.
fn sheets(flipped: bool, first: bool) -> String {
    let size = if flipped {
        "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\""
    } else {
        "w:w=\"11906\" w:h=\"16838\""
    };
    let own_head = if first { "<w:titlePg/>" } else { "" };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/>\
         <w:headerReference w:type=\"first\" r:id=\"rId6\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId7\"/><w:footerReference w:type=\"first\" r:id=\"rId8\"/>\
         <w:pgSz {size}/><w:pgMar w:top=\"1134\" w:right=\"567\" w:bottom=\"1134\" \
         w:left=\"1701\" w:header=\"425\" w:footer=\"538\" w:gutter=\"0\"/>{own_head}</w:sectPr>"
    )
}
