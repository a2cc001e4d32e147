//! Asking the index.

use chrono::NaiveDate;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Kind, Record};
use rusqlite::params;
use uuid::Uuid;

use super::cards::Cards;
use super::mark::{Marked, Wanted, holds, mark, snippet};
use super::words::{Stems, is_listed};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::{id, link, record};

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
        let mut question = Question::new(self, typed);
        if question.wanted.is_empty() {
            return Ok(Vec::new());
        }
        // Rows come in the order of the table, newest first, and only as many as are needed are looked at.
        let mut statement = self.connection.prepare_cached(
            "SELECT search_row.record AS id FROM search
             CROSS JOIN search_row ON search_row.number = search.rowid
             WHERE search MATCH ?1 ORDER BY search.rowid DESC",
        )?;
        let mut rows = statement.query([question.expression()?])?;
        let mut hits = Vec::new();
        while hits.len() < limit
            && let Some(row) = rows.next()?
        {
            let Some(live) = record::get(self.connection, id(row, "id")?)? else { continue };
            let record = live.record()?;
            let wanted_here = match community {
                Some(community) => self.belongs(&record, community, 2)?,
                None => true,
            };
            if wanted_here {
                hits.push(question.hit(&record)?);
            }
        }
        Ok(hits)
    }

    /// Whether a record is one of the community, or a person or an organisation that its records name. A school
    /// is often named by a teacher only, hence the steps.
    fn belongs(&self, record: &Record, community: CommunityId, steps: u8) -> Result<bool, StoreError> {
        if let Some(of) = record.community() {
            return Ok(of == community);
        }
        for source in link::sources(self.connection, record.id())? {
            if let Some(live) = record::get(self.connection, source)?
                && steps > 0
                && self.belongs(&live.record()?, community, steps - 1)?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What was typed, and what was looked up to answer it.
struct Question<'a> {
    reader: &'a Reader<'a>,
    wanted: Vec<Wanted>,
    stems: Stems,
    cards: Cards<'a>,
}

impl<'a> Question<'a> {
    fn new(reader: &'a Reader<'a>, typed: &str) -> Self {
        let stems = Stems::new();
        Self { reader, wanted: Wanted::parse(typed, &stems), stems, cards: Cards::new(reader) }
    }

    fn hit(&mut self, record: &Record) -> Result<Hit, StoreError> {
        let title = self.cards.title(record)?;
        let mut cut = self.snippet(&record.texts(), &title);
        let title = mark(title, &self.wanted, &self.stems);
        if cut.marks.is_empty() && title.marks.is_empty() {
            // The word stands in the name of somebody whom the record names. Names are looked up only now: most
            // hits show a place of their own text.
            let mut names = self.cards.names(record)?;
            names.retain(|name| holds(name, &self.wanted, &self.stems));
            if !names.is_empty() {
                cut = self.snippet(&names, "");
            }
        }
        Ok(Hit { kind: record.kind(), id: record.id(), date: record.date(), title, snippet: cut })
    }

    /// The place in some texts. One that only repeats the title says nothing new.
    fn snippet(&self, texts: &[String], title: &str) -> Marked {
        let lines = texts.iter().map(|text| one_line(text)).filter(|text| text != title);
        snippet(&lines.collect::<Vec<_>>().join(" · "), &self.wanted, &self.stems)
    }

    /// The question in the words of FTS5. Words hold letters and digits only, and still stand in quotes, so
    /// nothing that is typed can become an operator.
    fn expression(&self) -> Result<String, StoreError> {
        let mut all = Vec::new();
        for one in &self.wanted {
            let mut any = vec![format!("(stems : \"{}\")", one.stem)];
            if !one.as_prefix() {
                any.push(format!("(words : \"{}\")", one.folded));
            } else if !is_listed(&one.folded) {
                any.push(format!("(words : \"{}\" *)", one.folded));
            } else {
                any.extend(self.beginning(one)?);
            }
            all.push(format!("({})", any.join(" OR ")));
        }
        Ok(all.join(" AND "))
    }

    /// The words that begin as typed, but those that the stem finds anyway.
    fn beginning(&self, one: &Wanted) -> Result<Option<String>, StoreError> {
        const MOST: usize = 200;
        let mut statement = self
            .reader
            .connection
            .prepare_cached("SELECT word FROM search_word WHERE word >= ?1 AND word < ?2 LIMIT ?3")?;
        let end = format!("{}{}", one.folded, char::MAX);
        let words =
            statement.query_map(params![one.folded, end, MOST as i64], |row| row.get::<_, String>(0))?;
        let words = words.collect::<Result<Vec<_>, _>>()?;
        if words.len() == MOST {
            // So many words are FTS5's own work.
            return Ok(Some(format!("(words : \"{}\" *)", one.folded)));
        }
        let others = words.iter().filter(|word| self.stems.stem(word) != one.stem);
        let others: Vec<_> = others.map(|word| format!("\"{word}\"")).collect();
        Ok((!others.is_empty()).then(|| format!("(words : ({}))", others.join(" OR "))))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
