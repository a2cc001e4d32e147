//! How a paper is put together: its builder calls these one after another.

use pps_domain::community_records::CommunityRecords;

use super::{Blank, Block, Document, Table};
use crate::papers::Signature;

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl Blank {
    /// Words with a rule of this length in millimetres.
    pub(crate) fn new(text: &str, room: f64) -> Self {
        Self { text: text.to_owned(), room }
    }

    /// «__» ________ 20__ г.
    pub(crate) fn day() -> [Self; 4] {
        [Self::new("«", 9.0), Self::new("»", 36.0), Self::new("20", 9.0), Self::new("г.", 0.0)]
    }
}

impl Document {
    /// An empty paper of a community, under the title that its file will have.
    #[must_use]
    pub fn new(records: &CommunityRecords, title: String) -> Self {
        Self::of(&records.community.name, records.community.is_example(), title)
    }

    pub(crate) fn of(community: &str, example: bool, title: String) -> Self {
        Self { title, community: community.to_owned(), example, ..Self::default() }
    }

    /// The same paper with the long side of the sheet at the top.
    pub(crate) fn landscape(self) -> Self {
        Self { landscape: true, ..self }
    }

    /// The same paper with sheets that stand for themselves.
    pub(crate) fn single_sheets(self) -> Self {
        Self { single_sheets: true, ..self }
    }

    /// Adds a block.
    pub(crate) fn with(mut self, block: impl Into<Block>) -> Self {
        self.blocks.push(block.into());
        self
    }

    /// Adds blocks.
    pub(crate) fn with_all(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }

    /// «РЕЕСТР ПРОТОКОЛОВ».
    pub(crate) fn heading(self, text: &str) -> Self {
        self.with(Block::heading(text, 1))
    }

    /// Centred lines under a heading, with room below.
    pub(crate) fn centred(self, text: impl Into<String>, below: f64) -> Self {
        self.with(Block::Centred { text: text.into(), above: None, below: Some(below) })
    }

    /// Prose.
    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        self.with(Block::Text { text: text.into() })
    }

    /// Adds what belongs to the end.
    pub(crate) fn ending(mut self, block: Block) -> Self {
        self.ending.push(block);
        self
    }

    /// A line over the signatures, as a total is.
    pub(crate) fn total(self, text: Option<&String>, above: f64) -> Self {
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => self.ending(Block::Gap { size: above }).ending(Block::line(text)),
            None => self,
        }
    }

    /// Who signs it.
    pub(crate) fn signed(self, signature: &Signature) -> Self {
        self.ending(Block::signatures(signature, false))
    }

    /// Who signs it, with room for the day.
    pub(crate) fn signed_and_dated(self, signature: &Signature) -> Self {
        self.ending(Block::signatures(signature, true))
    }
}

impl Block {
    pub(crate) fn heading(text: &str, level: u8) -> Self {
        Self::Heading { text: text.to_owned(), level, number: None, above: None, below: None }
    }

    pub(crate) fn line(text: impl Into<String>) -> Self {
        Self::Line { text: text.into(), strong: false, small: false, above: None, below: None }
    }

    pub(crate) fn opening(text: &str) -> Self {
        Self::Opening { text: text.to_owned() }
    }

    pub(crate) fn signatures(signature: &Signature, room_for_day: bool) -> Self {
        Self::Signatures { signatures: vec![signature.clone()], word: None, day: None, room_for_day }
    }
}
