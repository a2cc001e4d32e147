//! A record that somebody names by its words: a route, a road map.

use pps_domain::calendar::SchoolYear;
use pps_domain::ids::{CommunityId, Uuid};
use pps_domain::records::{Kind, Record};
use pps_domain::russian::folded;
use thiserror::Error;

use crate::error::AppError;
use crate::workplace::Workplace;

/// Why nobody knows which record is meant.
#[derive(Debug, Error)]
pub enum NamedRecordError {
    /// There is none of the kind.
    #[error("Записей вида «{0}» в файле данных нет; сначала внесите их.")]
    None(&'static str),
    /// None is called so.
    #[error("Записи «{wanted}» вида «{one}» в файле данных нет; есть: {}.", titles.join("; "))]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// What a record of the kind is called.
        one: &'static str,
        /// What there is.
        titles: Vec<String>,
    },
    /// Several are called so.
    #[error("Так называется несколько записей: {}; напишите название полностью.", .0.join("; "))]
    Several(Vec<String>),
}

impl Workplace {
    /// The newest record of the kind, of the school year where it has one there, and its title.
    ///
    /// # Errors
    /// There is none of the kind.
    pub fn newest_record(
        &self,
        community: CommunityId,
        kind: Kind,
        year: SchoolYear,
    ) -> Result<(Uuid, String), AppError> {
        let records = self.community_records(community)?;
        let of_year = |record: &Record| {
            record.school_year().or_else(|| record.date().map(SchoolYear::containing)) == Some(year)
        };
        let of_kind = records.all().filter(|record| record.kind() == kind);
        // Identifiers are made in the order of time.
        let newest = of_kind.max_by_key(|record| (of_year(record), record.date(), record.id()));
        let newest = newest.ok_or(NamedRecordError::None(kind.words().one))?;
        Ok((newest.id(), newest.title(&mut |id| records.get(id))))
    }

    /// The record of the kind with this identifier, or with these words in its title where no other has them.
    ///
    /// # Errors
    /// None is called so, or several are.
    pub fn record_called(&self, community: CommunityId, kind: Kind, called: &str) -> Result<Uuid, AppError> {
        let records = self.community_records(community)?;
        let mut find = |id| records.get(id);
        let of_kind = records.all().filter(|record| record.kind() == kind);
        let titled: Vec<(Uuid, String)> =
            of_kind.map(|record| (record.id(), record.title(&mut find))).collect();
        let sought = plain(called);
        let whole = |(id, title): &&(Uuid, String)| id.to_string() == sought || plain(title) == sought;
        let part = |(_, title): &&(Uuid, String)| plain(title).contains(&sought);
        let mut found: Vec<&(Uuid, String)> = titled.iter().filter(whole).collect();
        if found.is_empty() {
            found = titled.iter().filter(part).collect();
        }
        let titles =
            |found: &[&(Uuid, String)]| found.iter().map(|(_, title)| title.clone()).collect::<Vec<_>>();
        let one = kind.words().one;
        match found.as_slice() {
            [(id, _)] => Ok(*id),
            [] if titled.is_empty() => Err(NamedRecordError::None(one).into()),
            [] => Err(NamedRecordError::Unknown {
                wanted: called.trim().to_owned(),
                one,
                titles: titles(&titled.iter().collect::<Vec<_>>()),
            }
            .into()),
            several => Err(NamedRecordError::Several(titles(several)).into()),
        }
    }
}

/// As typed on any keyboard: without capitals, «ё» and spaces that keep words together.
fn plain(text: &str) -> String {
    folded(text.replace('\u{a0}', " ").trim())
}
