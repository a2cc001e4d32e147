//! Asking the index.

use chrono::NaiveDate;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Kind, Record};
use uuid::Uuid;

use super::index::{body, card};
use super::mark::{Marked, Wanted, mark, snippet};
use super::words::Stems;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::tables::{id, link, record};

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
        let stems = Stems::new();
        let wanted = Wanted::parse(typed, &stems);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        // Rows come in the order of the table, newest first, and only as many as are needed are looked at.
        let mut statement = self.connection.prepare_cached(
            "SELECT search_row.record AS id FROM search
             CROSS JOIN search_row ON search_row.number = search.rowid
             WHERE search MATCH ?1 ORDER BY search.rowid DESC",
        )?;
        let mut rows = statement.query([expression(&wanted)])?;
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
                hits.push(self.hit(&record, &wanted, &stems)?);
            }
        }
        Ok(hits)
    }

    fn hit(&self, record: &Record, wanted: &[Wanted], stems: &Stems) -> Result<Hit, StoreError> {
        let title = self.title(record)?;
        let body = body(record, &mut |id| card(self, id))?;
        // A text that only repeats the title says nothing new.
        let body: Vec<_> = body.iter().map(|text| one_line(text)).filter(|text| *text != title).collect();
        Ok(Hit {
            kind: record.kind(),
            id: record.id(),
            date: record.date(),
            snippet: snippet(&body.join(" · "), wanted, stems),
            title: mark(title, wanted, stems),
        })
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

/// The question in the words of FTS5. Words hold letters and digits only, and still stand in quotes, so nothing
/// that is typed can become an operator.
fn expression(wanted: &[Wanted]) -> String {
    let each = wanted.iter().map(|one| {
        let star = if one.as_prefix() { " *" } else { "" };
        format!("((stems : \"{}\") OR (words : \"{}\"{star}))", one.stem, one.folded)
    });
    each.collect::<Vec<_>>().join(" AND ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
