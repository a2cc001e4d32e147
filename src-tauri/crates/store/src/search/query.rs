//! Asking the index.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Kind, Record};
use rusqlite::params;
use uuid::Uuid;

use super::cards::Cards;
use super::index::{is_card, owner};
use super::mark::{Marked, Typed, Wanted};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::{blob, id, record};

/// Beginnings of up to so many letters have an index of their own (`prefix` in the table).
const LONGEST_BEGINNING: usize = 3;

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its identifier.
    pub id: Uuid,
    /// «Протокол № 2 от 16.01.2026»
    pub title: Marked,
    /// Its day, where it has one.
    pub date: Option<NaiveDate>,
    /// The place in its text.
    pub snippet: Marked,
}

/// What was typed, ready to be asked and to be marked in what is found.
pub struct Question {
    typed: Typed,
}

impl Question {
    /// Takes apart what was typed. Whatever it is, it is never a fault.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { typed: Typed::new(typed) }
    }

    /// Whether one of the typed words stands in a text.
    #[must_use]
    pub fn stands_in(&self, text: &str) -> bool {
        self.typed.stand_in(text)
    }

    /// A record that was found, as it is shown. The names of those whom it names are asked for only where nothing of its
    /// own text was found: most hits show a place of that.
    ///
    /// # Errors
    /// What asking for the names says.
    pub fn hit<E>(
        &self,
        record: &Record,
        title: String,
        names: impl FnOnce() -> Result<Vec<String>, E>,
    ) -> Result<Hit, E> {
        let mut cut = self.typed.snippet(&record.texts(), &title);
        let title = self.typed.mark(title);
        if cut.marks.is_empty() && title.marks.is_empty() {
            let mut names = names()?;
            names.retain(|name| self.typed.stand_in(name));
            if !names.is_empty() {
                cut = self.typed.snippet(&names, "");
            }
        }
        Ok(Hit { kind: record.kind(), id: record.id(), date: record.date(), title, snippet: cut })
    }
}

impl Reader<'_> {
    /// Finds the records in which every typed word stands, by its stem or its beginning. People and
    /// organisations come first, then the newest; what has no day comes last. With a community only its own
    /// records, and people and organisations that they name, are found.
    ///
    /// # Errors
    /// A fault of the disk or the file. Whatever is typed is never one.
    pub fn search(
        &self,
        typed: &str,
        community: Option<CommunityId>,
        limit: usize,
    ) -> Result<Vec<Hit>, StoreError> {
        let question = Question::new(typed);
        let cards = Cards::new(self);
        let mut hits = Vec::new();
        for id in self.matching(&question, community, limit)? {
            if let Some(live) = record::get(self.connection, id)? {
                let record = live.record()?;
                hits.push(question.hit(&record, cards.title(&record)?, || cards.names(&record))?);
            }
        }
        Ok(hits)
    }

    /// Which records are found, in the order of [`Reader::search`]. None of them is read: whoever has them in memory shows
    /// them from there.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn matching(
        &self,
        question: &Question,
        community: Option<CommunityId>,
        limit: usize,
    ) -> Result<Vec<Uuid>, StoreError> {
        let wanted = question.typed.words();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let words = wanted.iter().map(|one| self.any_of(one)).collect::<Result<Option<Vec<_>>, _>>()?;
        // A word that no record ever held.
        let Some(mut all) = words else { return Ok(Vec::new()) };
        if let Some(community) = community {
            all.push(format!("({} OR {})", quoted(&owner(Some(community.0))), quoted(&owner(None))));
        }
        // Rows come in the order of the table, newest first, and only as many as are needed are looked at.
        let mut statement = self.connection.prepare_cached(
            "SELECT search_row.number AS number, search_row.record AS id FROM search
             CROSS JOIN search_row ON search_row.number = search.rowid
             WHERE search MATCH ?1 ORDER BY search.rowid DESC",
        )?;
        let mut rows = statement.query([all.join(" AND ")])?;
        let mut found = Vec::new();
        while found.len() < limit
            && let Some(row) = rows.next()?
        {
            let id = id(row, "id")?;
            // Whatever has an owner was asked for by it.
            let is_wanted = match community {
                Some(community) if is_card(row.get("number")?) => self.names(community, id)?,
                _ => true,
            };
            if is_wanted {
                found.push(id);
            }
        }
        Ok(found)
    }

    /// Whether the records of a community name a person or an organisation. A school is often named by a teacher only,
    /// hence the second step.
    fn names(&self, community: CommunityId, card: Uuid) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT EXISTS (
                 SELECT 1 FROM link JOIN record ON record.id = link.source
                 WHERE link.target = ?1 AND record.community = ?2
             ) OR EXISTS (
                 SELECT 1 FROM link
                 JOIN record AS card ON card.id = link.source AND card.community IS NULL
                 JOIN link AS further ON further.target = card.id
                 JOIN record ON record.id = further.source
                 WHERE link.target = ?1 AND record.community = ?2
             )",
        )?;
        Ok(statement.query_row([blob(&card), blob(&community.0)], |row| row.get(0))?)
    }

    /// The words of the index by which a typed word is found, in the language of FTS5; none where there are none. Words
    /// hold letters and digits only, and still stand in quotes, so nothing that is typed can become an operator.
    fn any_of(&self, one: &Wanted) -> Result<Option<String>, StoreError> {
        let mut words = self.forms(one)?;
        let mut others = None;
        if !one.as_prefix() {
            words.insert(one.folded.clone());
        } else if is_short(&one.folded) {
            // Short beginnings have an index of their own.
            others = Some(format!("{} *", quoted(&one.folded)));
        } else {
            match self.beginning(one)? {
                Some(found) => words.extend(found),
                None => others = Some(format!("{} *", quoted(&one.folded))),
            }
        }
        if others.is_some() {
            words.retain(|word| !word.starts_with(&one.folded));
        }
        let any: Vec<_> = words.iter().map(|word| quoted(word)).chain(others).collect();
        Ok((!any.is_empty()).then(|| format!("({})", any.join(" OR "))))
    }

    /// The words of the index that have the stem of the typed one.
    fn forms(&self, one: &Wanted) -> Result<BTreeSet<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT word FROM search_word WHERE stem = ?1")?;
        let words = statement.query_map([&one.stem], |row| row.get(0))?;
        Ok(words.collect::<Result<_, _>>()?)
    }

    /// The words of the index that begin as typed; none where they are so many that they are better left to FTS5.
    fn beginning(&self, one: &Wanted) -> Result<Option<Vec<String>>, StoreError> {
        const MOST: usize = 200;
        let mut statement = self
            .connection
            .prepare_cached("SELECT word FROM search_word WHERE word >= ?1 AND word < ?2 LIMIT ?3")?;
        let end = format!("{}{}", one.folded, char::MAX);
        let words = statement.query_map(params![one.folded, end, MOST as i64], |row| row.get(0))?;
        let words = words.collect::<Result<Vec<_>, _>>()?;
        Ok((words.len() < MOST).then_some(words))
    }
}

fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

/// Whether a beginning is looked up by the index of beginnings.
fn is_short(folded: &str) -> bool {
    folded.chars().nth(LONGEST_BEGINNING).is_none()
}
