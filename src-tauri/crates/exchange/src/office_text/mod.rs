//! Reading what was written in Word (.docx): paragraphs with the numbers that Word shows before them, and tables, in the
//! order in which they stand. Nothing is believed, as with tables ([`crate::spreadsheets`]), and the child that reads
//! those reads this. What is not taken (struck out, hidden, deleted by an edit, in a footnote …) is told by its text.

mod error;
mod numbering;
mod numbers;
mod package;
mod paragraph;
mod reader;
mod styles;
mod table;
mod xml;

use serde::{Deserialize, Serialize};

pub use error::TextError;

use crate::spreadsheets::MOST_BYTES;

/// A text of Word as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeText {
    /// Paragraphs and tables in order; empty paragraphs are left out.
    pub blocks: Vec<TextBlock>,
    /// What the file holds beside them. What is struck out in a cell is told there.
    pub left_out: Vec<LeftOut>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextBlock {
    /// A paragraph.
    Paragraph(TextParagraph),
    /// A table.
    Table(TextTable),
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextParagraph {
    /// Its text, with tabs and line breaks, without the number.
    pub text: String,
    /// The number that Word shows before it: «1.», «1.2.», «а)», «—»; empty where it has none.
    pub number: String,
    /// Its style is that of a heading.
    pub heading: bool,
    /// All of it is bold.
    pub bold: bool,
    /// It stands in the middle.
    pub centred: bool,
}

impl TextParagraph {
    /// «1. Утвердить план», as it is seen.
    #[must_use]
    pub fn shown(&self) -> String {
        match (self.number.as_str(), self.text.as_str()) {
            (number, "") => number.to_owned(),
            ("", text) => text.to_owned(),
            (number, text) => format!("{number} {text}"),
        }
    }
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextTable {
    /// Rows of cells. A wide cell is followed by as many empty ones as it covers.
    pub rows: Vec<Vec<TextCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextCell {
    /// Its paragraphs, each in a line of its own, with their numbers.
    pub text: String,
    /// It is the lower part of the cell above it, which reaches down here.
    pub continued: bool,
    /// What is struck out in it, and so is no part of its text.
    pub struck: String,
}

/// Text that is in the file and was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// What it is.
    pub what: LeftOutKind,
    /// What it says; empty where it says nothing, as a picture.
    pub text: String,
}

/// Why a text was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LeftOutKind {
    /// Deleted while changes were tracked.
    Deleted,
    /// Struck out.
    StruckOut,
    /// Hidden.
    Hidden,
    /// In the head or the foot of the page.
    Margin,
    /// A footnote or an endnote.
    Footnote,
    /// A comment.
    Comment,
    /// A picture.
    Picture,
    /// Another document within this one.
    Embedded,
}

impl LeftOutKind {
    /// «Зачёркнутый текст»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Deleted => "Удалённый правкой текст",
            Self::StruckOut => "Зачёркнутый текст",
            Self::Hidden => "Скрытый текст",
            Self::Margin => "Текст верхнего или нижнего поля листа",
            Self::Footnote => "Сноска",
            Self::Comment => "Примечание на полях",
            Self::Picture => "Рисунок",
            Self::Embedded => "Вставленный файл",
        }
    }
}

impl LeftOut {
    /// «Зачёркнутый текст не взят: «до 1 мая».»
    #[must_use]
    pub fn sentence(&self) -> String {
        let (what, text) = (self.what.in_words(), self.text.split_whitespace().collect::<Vec<_>>().join(" "));
        let taken = match self.what {
            LeftOutKind::Footnote => "не взята",
            LeftOutKind::Comment => "не взято",
            _ => "не взят",
        };
        if text.is_empty() { format!("{what} {taken}.") } else { format!("{what} {taken}: «{text}».") }
    }
}

/// Reads a .docx, or a .docm or a template, whose macros are not looked at. This is what the child does; whoever has a
/// person waiting asks a [`crate::spreadsheets::TableReader`].
///
/// # Errors
/// The file is of another kind, too large, damaged, or holds no text.
pub fn read_office_text(bytes: &[u8]) -> Result<OfficeText, TextError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TextError::TooLarge);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(TextError::OldForm);
    }
    if !bytes.starts_with(b"PK") {
        return Err(TextError::Broken);
    }
    let text = reader::read(&package::open(bytes)?)?;
    if text.blocks.is_empty() {
        let pictures = text.left_out.iter().any(|left| left.what == LeftOutKind::Picture);
        return Err(if pictures { TextError::OnlyPictures } else { TextError::Empty });
    }
    Ok(text)
}
