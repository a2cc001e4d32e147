//! What must hold of links at the end of an operation, and the words in which a broken one is told.

use std::collections::{BTreeSet, HashMap};

use pps_domain::records::{Kind, PartKind, PartLink, Record};
use uuid::Uuid;

use crate::codec::decode;
use crate::error::{Named, StoreError};
use crate::reader::Reader;
use crate::sql::link::{Broken, End};
use crate::sql::{bin, link, named_part, part, record};
use crate::writer::{After, Touched, Writer};

impl Writer<'_> {
    /// What must hold at the end of an operation: everything named is there, is what it should be, and no part
    /// is in two places.
    pub(crate) fn check_links(&self) -> Result<(), StoreError> {
        let mut known = HashMap::new();
        for touched in &self.touched {
            let Some(after) = &touched.after else {
                self.check_not_named(touched)?;
                continue;
            };
            if !self.names_what_it_may(after, &mut known)?
                && let Some(broken) = link::broken(self.connection, touched.id, End::Source)?
            {
                // Of the two messages the one that speaks of the deleted record helps more.
                let deleted = self.touched(broken.target).filter(|other| other.id != touched.id);
                if self.get(broken.target)?.is_none() && deleted.is_some_and(|other| other.before.is_some()) {
                    continue;
                }
                return Err(self.broken(&broken)?);
            }
            if touched.moved
                && let Some(broken) = link::broken(self.connection, touched.id, End::Target)?
            {
                return Err(self.broken(&broken)?);
            }
            if let Some(part) = part::repeated(self.connection, touched.id)? {
                return Err(StoreError::PartTwice { record: self.name(&after.record)?, part });
            }
        }
        self.check_parts()
    }

    /// Whether all that a record names is there, is what it should be, and belongs where the record does. What the table of
    /// links would tell is told without it: a thousand records that come at once name the same few. Where the answer is no,
    /// the table says what is wrong.
    fn names_what_it_may(
        &self,
        after: &After,
        known: &mut HashMap<Uuid, Option<record::Place>>,
    ) -> Result<bool, StoreError> {
        let own = after.record.community().map(|community| community.0);
        for link in after.record.links() {
            let place = match self.touched(link.id) {
                Some(touched) => touched.after.as_ref().map(|after| record::Place::of(&after.record)),
                None => match known.get(&link.id) {
                    Some(place) => *place,
                    None => *known.entry(link.id).or_insert(record::place(self.connection, link.id)?),
                },
            };
            let fits = place.is_some_and(|place| {
                let elsewhere = own.zip(place.community).is_some_and(|(own, other)| own != other);
                link.kind.is_none_or(|kind| kind == place.kind) && !elsewhere
            });
            if !fits {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn check_not_named(&self, touched: &Touched) -> Result<(), StoreError> {
        let by = self.named_by(touched.id)?;
        let Some(before) = touched.before.as_ref().filter(|_| !by.is_empty()) else {
            return Ok(());
        };
        let record = self.name(&decode(touched.kind, before)?)?;
        Err(StoreError::StillNamed { record, by })
    }

    /// Every record that the operation may have parted from what it names must have it still: those that were
    /// touched, and those that name what a touched one holds no more.
    fn check_parts(&self) -> Result<(), StoreError> {
        for touched in &self.touched {
            if let Some(missing) = self.missing_new_part(touched)? {
                return Err(missing);
            }
            let mut by = BTreeSet::new();
            for (_, part) in self.lost_parts(touched)? {
                for source in named_part::sources(self.connection, part)? {
                    let Some(missing) = self.missing_part(source)? else { continue };
                    if touched.after.is_some() {
                        return Err(missing);
                    }
                    by.insert(source);
                }
            }
            if let Some(before) = touched.before.as_ref().filter(|_| !by.is_empty()) {
                let record = self.name(&decode(touched.kind, before)?)?;
                let by = by.into_iter().filter_map(|source| self.named(source).transpose());
                return Err(StoreError::StillNamed { record, by: by.collect::<Result<_, _>>()? });
            }
        }
        Ok(())
    }

    /// What a record held before the operation and holds no more, or holds in another community.
    pub(crate) fn lost_parts(&self, touched: &Touched) -> Result<BTreeSet<(PartKind, Uuid)>, StoreError> {
        let holds_parts = PartKind::ALL.iter().any(|part| part.held_by() == touched.kind);
        let Some(before) = touched.before.as_ref().filter(|_| holds_parts) else {
            return Ok(BTreeSet::new());
        };
        let before = decode(touched.kind, before)?;
        let kept = match touched.after.as_ref().map(|after| &after.record) {
            Some(after) if after.community() == before.community() => after.nameable_parts(),
            _ => BTreeSet::new(),
        };
        Ok(before.nameable_parts().difference(&kept).copied().collect())
    }

    /// The same for a record that was touched. What it named before was there then; should it be gone since, the
    /// record that held it was touched too and is asked who names it.
    fn missing_new_part(&self, touched: &Touched) -> Result<Option<StoreError>, StoreError> {
        let Some(after) = touched.after.as_ref().filter(|after| !after.record.part_links().is_empty()) else {
            return Ok(None);
        };
        let before = touched.before.as_ref().map(|before| decode(touched.kind, before)).transpose()?;
        let known = match &before {
            Some(before) if before.community() == after.record.community() => before.part_links(),
            _ => Vec::new(),
        };
        for link in after.record.part_links() {
            if !known.contains(&link) && !self.is_held(&after.record, &link)? {
                let record = self.name(&after.record)?;
                return Ok(Some(StoreError::PartMissing { record, part: link.kind }));
            }
        }
        Ok(None)
    }

    /// What is wrong with a record that names a part which is not where it should be.
    fn missing_part(&self, source: Uuid) -> Result<Option<StoreError>, StoreError> {
        let names_parts = |kind| PartKind::ALL.iter().any(|part| part.named_by() == kind);
        let Some(live) = record::get(self.connection, source)?.filter(|live| names_parts(live.kind)) else {
            return Ok(None);
        };
        let record = live.record()?;
        for link in record.part_links() {
            if !self.is_held(&record, &link)? {
                return Ok(Some(StoreError::PartMissing { record: self.name(&record)?, part: link.kind }));
            }
        }
        Ok(None)
    }

    /// Whether a part is where it should be.
    fn is_held(&self, record: &Record, link: &PartLink) -> Result<bool, StoreError> {
        for holder in part::records(self.connection, link.id)? {
            if link.holder.is_some_and(|wanted| wanted != holder) {
                continue;
            }
            let holds = |found: &Record| {
                found.community() == record.community()
                    && found.nameable_parts().contains(&(link.kind, link.id))
            };
            // What the operation itself has put need not be read again.
            let held = match self.touched(holder) {
                Some(touched) => touched.after.as_ref().is_some_and(|after| holds(&after.record)),
                None => self.get(holder)?.is_some_and(|(found, _)| holds(&found)),
            };
            if held {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A broken link in words.
    fn broken(&self, broken: &Broken) -> Result<StoreError, StoreError> {
        let Some((source, _)) = self.get(broken.source)? else {
            return Ok(StoreError::NotFound(broken.source));
        };
        let needed = Kind::from_word(&broken.needed);
        let links = source.links();
        let link = links.iter().find(|link| link.id == broken.target && link.kind == needed);
        let field = link.map_or("", |link| link.field);
        let record = self.name(&source)?;
        let Some(named) = self.named(broken.target)? else {
            let deleted = deleted(self, broken.target)?;
            return Ok(StoreError::Dangling { record, field, missing: broken.target, deleted });
        };
        Ok(match needed {
            Some(needed) if needed != named.kind => StoreError::WrongKind { record, field, named, needed },
            _ => StoreError::OtherCommunity { record, field, named },
        })
    }

    pub(crate) fn name(&self, record: &Record) -> Result<Named, StoreError> {
        Ok(Named { kind: record.kind(), id: record.id(), title: self.title(record)? })
    }
}

/// The name of a record in the bin.
fn deleted(reader: &Reader<'_>, id: Uuid) -> Result<Option<String>, StoreError> {
    let Some(binned) = bin::get(reader.connection, id)? else { return Ok(None) };
    Ok(Some(reader.title(&binned.record()?)?))
}
