//! What must hold of links at the end of an operation, and the words in which a broken one is told.

use pps_domain::ids::PlannedMeetingId;
use pps_domain::records::{Kind, Plan, Record};
use uuid::Uuid;

use crate::codec::decode;
use crate::error::{Named, StoreError};
use crate::reader::Reader;
use crate::tables::link::{Broken, End};
use crate::tables::{bin, link, part, planned, record};
use crate::writer::{Touched, Writer};

/// «нужен человек»
pub(crate) fn in_need(kind: Kind) -> &'static str {
    match kind {
        Kind::Community => "нужно сообщество",
        Kind::Organisation => "нужна организация",
        Kind::Person => "нужен человек",
        Kind::Order => "нужен приказ",
        Kind::Membership => "нужно участие",
        Kind::Difficulty => "нужно затруднение",
        Kind::Survey => "нужен опрос",
        Kind::Plan => "нужен план",
        Kind::Meeting => "нужно заседание",
        Kind::Activity => "нужно мероприятие",
        Kind::Report => "нужен отчёт",
        Kind::Submission => "нужна сдача",
        Kind::Attachment => "нужен файл",
    }
}

/// A field by what it is called on the screen.
pub(crate) fn field_in_words(field: &str) -> &str {
    match field {
        "community" => "сообщество",
        "base" => "базовая организация",
        "organisation" => "место работы",
        "organisations" => "организации",
        "person" => "человек",
        "joined_by" => "приказ о включении",
        "left_by" => "приказ об исключении",
        "difficulty" | "difficulties" => "затруднение",
        "responsible" => "ответственные",
        "plan" => "план",
        "meeting" | "meetings" => "заседание",
        "chair" => "председатель",
        "secretary" => "секретарь",
        "addressee" => "кому рекомендовано",
        "belongs_to" => "к чему приложен",
        "planned" => "строка плана",
        "came_after" => "пришёл после вопроса",
        "left_before" => "ушёл до вопроса",
        _ => "ссылка",
    }
}

impl Writer<'_> {
    /// What must hold at the end of an operation: everything named is there, is what it should be, and no part
    /// is in two places.
    pub(crate) fn check_links(&self) -> Result<(), StoreError> {
        for touched in &self.touched {
            let Some(live) = record::get(self.connection, touched.id)? else {
                self.check_not_named(touched)?;
                continue;
            };
            if let Some(broken) = link::broken(self.connection, touched.id, End::Source)? {
                // Of the two messages the one that speaks of the deleted record helps more.
                let deleted = |other: &Touched| {
                    other.id == broken.target && other.before.is_some() && other.id != touched.id
                };
                if self.get(broken.target)?.is_none() && self.touched.iter().any(deleted) {
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
                return Err(StoreError::PartTwice { record: self.name(&live.record()?)?, part });
            }
        }
        self.check_planned()
    }

    fn check_not_named(&self, touched: &Touched) -> Result<(), StoreError> {
        let by = self.named_by(touched.id)?;
        let Some(before) = touched.before.as_ref().filter(|_| !by.is_empty()) else {
            return Ok(());
        };
        let record = self.name(&decode(touched.kind, before)?)?;
        Err(StoreError::StillNamed { record, by })
    }

    /// Every meeting that the operation may have parted from its row of a plan must have it still.
    fn check_planned(&self) -> Result<(), StoreError> {
        for touched in &self.touched {
            match touched.kind {
                Kind::Meeting => self.check_row_of(touched.id)?,
                Kind::Plan => {
                    for row in self.lost_rows(touched)? {
                        for meeting in planned::meetings(self.connection, row.0)? {
                            self.check_row_of(meeting)?;
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Rows that a plan had before the operation and has no more, or has in another community.
    fn lost_rows(&self, touched: &Touched) -> Result<Vec<PlannedMeetingId>, StoreError> {
        let Some(before) = &touched.before else { return Ok(Vec::new()) };
        let Record::Plan(before) = decode(touched.kind, before)? else { return Ok(Vec::new()) };
        let after = match self.get(touched.id)? {
            Some((Record::Plan(after), _)) if after.community == before.community => Some(after),
            _ => None,
        };
        let kept = |row: &PlannedMeetingId| after.as_ref().is_some_and(|after| has_row(after, *row));
        Ok(before.meetings.iter().map(|meeting| meeting.id).filter(|row| !kept(row)).collect())
    }

    fn check_row_of(&self, meeting: Uuid) -> Result<(), StoreError> {
        let Some((record, _)) = self.get(meeting)? else { return Ok(()) };
        let Some(row) = record.planned() else { return Ok(()) };
        for holder in part::records(self.connection, row.0)? {
            if let Some((Record::Plan(plan), _)) = self.get(holder)?
                && has_row(&plan, row)
                && Some(plan.community) == record.community()
            {
                return Ok(());
            }
        }
        Err(StoreError::RowMissing { meeting: self.name(&record)? })
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

fn has_row(plan: &Plan, row: PlannedMeetingId) -> bool {
    plan.meetings.iter().any(|meeting| meeting.id == row)
}

/// The name of a record in the bin.
fn deleted(reader: &Reader<'_>, id: Uuid) -> Result<Option<String>, StoreError> {
    let Some(binned) = bin::get(reader.connection, id)? else { return Ok(None) };
    Ok(Some(reader.title(&decode(binned.kind, &binned.stored)?)?))
}
