//! What follows of the records on a day, told to the page once and then only where it changes.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDate;
use pps_domain::derived::{Derived, derive};
use pps_domain::ids::CommunityId;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use crate::error::AppError;
use crate::workplace::Workplace;

/// What follows of the records now, as far as the page does not know it yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "derived/")]
pub struct DerivedChanges {
    /// To be given back with the next question.
    pub version: u32,
    /// Whether `put` is all that follows, and what the page had is of no use.
    pub whole: bool,
    /// What follows now, by identifiers of records.
    pub put: BTreeMap<Uuid, Derived>,
    /// Records of which nothing follows any more.
    pub gone: Vec<Uuid>,
}

/// What was told last.
#[derive(Default)]
pub(crate) struct Told(Mutex<Option<Last>>);

struct Last {
    version: u32,
    community: CommunityId,
    derived: BTreeMap<Uuid, Derived>,
}

impl Workplace {
    /// What follows of every record on a day: state, term in force, voters, number. Whoever names the version that was
    /// told last is told only what is otherwise now.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn derived(
        &self,
        community: CommunityId,
        on: NaiveDate,
        known: Option<u32>,
    ) -> Result<DerivedChanges, AppError> {
        let derived = derive(&*self.community_records(community)?, on);
        // A panic while the lock was held leaves what was told before.
        let mut told = self.told.0.lock().unwrap_or_else(PoisonError::into_inner);
        let version = told.as_ref().map_or(1, |last| last.version.wrapping_add(1));
        let last = told.take().filter(|last| Some(last.version) == known && last.community == community);
        let changes = match last {
            None => DerivedChanges { version, whole: true, put: derived.clone(), gone: Vec::new() },
            Some(last) => {
                let is_new = |(id, of): &(&Uuid, &Derived)| last.derived.get(*id) != Some(*of);
                let put = derived.iter().filter(is_new).map(|(id, of)| (*id, of.clone())).collect();
                let gone = last.derived.keys().filter(|id| !derived.contains_key(id)).copied().collect();
                DerivedChanges { version, whole: false, put, gone }
            }
        };
        *told = Some(Last { version, community, derived });
        Ok(changes)
    }
}
