//! Searching all records.

use chrono::NaiveDate;
use pps_domain::ids::CommunityId;
use pps_domain::records::Kind;
use pps_store::Marked;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use crate::error::AppError;
use crate::workplace::Workplace;

/// How many hits are shown at the most; who needs more types another word.
const MOST: usize = 50;

/// A text in pieces; those that were searched for come with `true`.
pub type Pieces = Vec<(String, bool)>;

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Found {
    /// Its kind: «meeting».
    pub kind: Kind,
    /// Its identifier.
    pub id: Uuid,
    /// «Протокол № 2 от 16.01.2026»
    pub title: Pieces,
    /// Its day, where it has one.
    pub date: Option<NaiveDate>,
    /// The place in its text.
    pub snippet: Pieces,
}

/// The pieces joined: the text as it stands in the record.
#[must_use]
pub fn joined(pieces: &Pieces) -> String {
    pieces.iter().map(|(text, _)| text.as_str()).collect()
}

fn pieces(marked: &Marked) -> Pieces {
    marked.pieces().map(|(text, found)| (text.to_owned(), found)).collect()
}

/// The texts of a record with what was typed marked in each, as the search would find it; an empty list stands for a
/// text that holds nothing of it.
#[must_use]
pub fn mark_texts(words: &str, texts: Vec<String>) -> Vec<Pieces> {
    let told = |marked: &Marked| if marked.marks.is_empty() { Vec::new() } else { pieces(marked) };
    pps_store::marked(words, texts).iter().map(told).collect()
}

impl Workplace {
    /// Finds the records in which every typed word stands, by its stem or its beginning: people and
    /// organisations first, then the newest. Without a community those of all are found.
    ///
    /// # Errors
    /// A fault of the store. Whatever is typed is never one.
    pub fn search(&self, words: &str, community: Option<CommunityId>) -> Result<Vec<Found>, AppError> {
        let hits = self.file.search(words, community, MOST)?;
        let found = hits.into_iter().map(|hit| Found {
            kind: hit.kind,
            id: hit.id,
            title: pieces(&hit.title),
            date: hit.date,
            snippet: pieces(&hit.snippet),
        });
        Ok(found.collect())
    }
}
