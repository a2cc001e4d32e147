use roxmltree::Node;

use super::numbering::Numbering;
use super::package::Parts;
use super::styles::Styles;
use super::xml::{attribute, child, elements, name, parsed};
use super::{LeftOut, LeftOutKind, OfficeText, TextBlock, TextError, TextParagraph};

/// Tables in cells in tables …: what is deeper was made to do harm.
pub(super) const DEEPEST: usize = 60;

/// A protocol has some hundreds.
const MOST_BLOCKS: usize = 50_000;

pub(super) fn read(parts: &Parts) -> Result<OfficeText, TextError> {
    let mut reader = Reader {
        styles: Styles::read(parts.styles.as_deref())?,
        numbering: Numbering::read(parts.numbering.as_deref())?,
        left_out: Vec::new(),
        cells: 0,
    };
    let document = parsed(&parts.document)?;
    let body = child(document.root_element(), "body").ok_or(TextError::Broken)?;
    let mut blocks = Vec::new();
    reader.blocks(body, 0, &mut blocks)?;
    let aside = [
        (LeftOutKind::Margin, &parts.margins),
        (LeftOutKind::Footnote, &parts.notes),
        (LeftOutKind::Comment, &parts.comments),
    ];
    for (what, texts) in aside {
        for text in texts {
            reader.aside(what, text)?;
        }
    }
    Ok(OfficeText { blocks, left_out: reader.left_out })
}

/// What is known while a document is read.
pub(super) struct Reader {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) left_out: Vec<LeftOut>,
    /// Cells of all tables so far.
    pub(super) cells: usize,
}

impl Reader {
    /// Reads the paragraphs and tables of a body, a cell or a box.
    pub(super) fn blocks(
        &mut self,
        node: Node<'_, '_>,
        depth: usize,
        blocks: &mut Vec<TextBlock>,
    ) -> Result<(), TextError> {
        if depth > DEEPEST || blocks.len() > MOST_BLOCKS {
            return Err(TextError::Bomb);
        }
        for node in elements(node) {
            match name(node) {
                "p" => self.paragraph(node, depth, blocks)?,
                "tbl" => {
                    let table = self.table(node, depth)?;
                    if !table.rows.is_empty() {
                        blocks.push(TextBlock::Table(table));
                    }
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag" => {
                    self.blocks(node, depth + 1, blocks)?;
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.blocks(chosen, depth + 1, blocks)?;
                    }
                }
                "del" | "moveFrom" => self.leave_out(LeftOutKind::Deleted, &plain(node)),
                "altChunk" => {
                    self.left_out.push(LeftOut { what: LeftOutKind::Embedded, text: String::new() })
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Tells a text that is not taken, unless it says nothing.
    pub(super) fn leave_out(&mut self, what: LeftOutKind, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.left_out.push(LeftOut { what, text: text.to_owned() });
        }
    }

    fn aside(&mut self, what: LeftOutKind, text: &str) -> Result<(), TextError> {
        let document = parsed(text)?;
        let root = document.root_element();
        if what == LeftOutKind::Margin {
            let text = plain(root);
            // The number of a page says nothing of the text.
            if text.chars().any(char::is_alphabetic) {
                self.leave_out(what, &text);
            }
            return Ok(());
        }
        // Lines between text and footnotes are footnotes with a type.
        for note in elements(root).filter(|note| attribute(*note, "type").is_none()) {
            self.leave_out(what, &plain(note));
        }
        Ok(())
    }
}

/// One of several ways to show the same: the first, which the newest Word takes.
pub(super) fn chosen<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}

/// All text below a node, deleted or not; paragraphs stand apart.
pub(super) fn plain(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        match name(node) {
            "t" | "delText" => text.push_str(node.text().unwrap_or_default()),
            "tab" | "br" | "cr" | "p" | "tc" if !text.is_empty() && !text.ends_with(' ') => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// The paragraphs of blocks, each in a line; rows of tables within, each in a line too.
pub(super) fn lines(blocks: &[TextBlock]) -> String {
    let lines = blocks.iter().flat_map(|block| match block {
        TextBlock::Paragraph(paragraph) => vec![paragraph.shown()],
        TextBlock::Table(table) => {
            let rows = table.rows.iter().map(|row| {
                let cells = row.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
                cells.collect::<Vec<_>>().join(" ")
            });
            rows.collect()
        }
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

impl From<TextParagraph> for TextBlock {
    fn from(paragraph: TextParagraph) -> Self {
        Self::Paragraph(paragraph)
    }
}
