//! Pieces that several papers share.

use serde::{Deserialize, Serialize};

/// A stamp at the head of a paper: «УТВЕРЖДАЮ …», «ПРИНЯТ …».
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stamp {
    /// The first line, in capitals: «УТВЕРЖДАЮ», «ПРИНЯТ», «УТВЕРЖДЁН».
    pub word: String,
    /// The lines under it: the post, or the document that approves.
    pub lines: Vec<String>,
    /// Where a person signs the stamp by hand; a stamp that names a document has none.
    pub hand: Option<Hand>,
}

/// The place for a handwritten signature in a stamp.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hand {
    /// «И. О. Фамилия»; empty leaves room to write the name.
    pub name: String,
    /// The day in words; without it the stamp has room for the date.
    pub date: Option<String>,
}

/// A line to be signed at the end of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Signature {
    /// «Председатель», «Руководитель ППС».
    pub post: String,
    /// «И. О. Фамилия».
    pub name: String,
}

/// A paper attached to another.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Attachment {
    /// What it is.
    pub title: String,
    /// «на 2 л. в 1 экз.», where it is known.
    pub sheets: Option<String>,
}
