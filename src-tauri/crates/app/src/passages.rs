//! The history of a record as it is read: a field that was written in several goes is told as one change.

use chrono::{DateTime, TimeDelta, Utc};
use pps_domain::records::Record;
use pps_store::HistoryEntry;
use uuid::Uuid;

use crate::differences::{Difference, Names, differences};

/// Who comes back to a field after so long tells something new.
const BREAK: TimeDelta = TimeDelta::minutes(15);

/// A change as the history tells it.
pub(crate) struct Passage {
    pub(crate) operation: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) name: String,
    pub(crate) undone: bool,
    pub(crate) differences: Vec<String>,
    pub(crate) has_text: bool,
    pub(crate) current: bool,
    /// The goes before the last one, newest first.
    pub(crate) earlier: Vec<Go>,
}

/// One of the goes in which a field was written.
pub(crate) struct Go {
    pub(crate) operation: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) differences: Vec<String>,
}

/// What happened to a record, newest first, from its history in the same order.
pub(crate) fn passages(
    history: Vec<HistoryEntry>,
    current: Option<&Record>,
    names: &dyn Names,
) -> Vec<Passage> {
    let mut groups: Vec<Vec<(HistoryEntry, Vec<Difference>)>> = Vec::new();
    for entry in history {
        let told = differences(entry.before.as_ref(), entry.after.as_ref(), names);
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|newer| goes_on(newer, &entry, &told)) => {
                group.push((entry, told));
            }
            _ => groups.push(vec![(entry, told)]),
        }
    }
    groups.into_iter().filter_map(|group| passage(group, current, names)).collect()
}

/// Whether the newer change went on with the older one: the same field, soon after, neither of them taken back.
fn goes_on(
    (newer, newer_told): &(HistoryEntry, Vec<Difference>),
    older: &HistoryEntry,
    told: &[Difference],
) -> bool {
    let same = match (newer_told.as_slice(), told) {
        ([one], [other]) => one.place == other.place && one.part == other.part,
        _ => false,
    };
    let apart = newer.at - older.at;
    let soon = TimeDelta::zero() <= apart && apart <= BREAK;
    // An undoing and what it undid tell more apart than together.
    let plain = |entry: &HistoryEntry| entry.undone_by.is_none() && !entry.undoes;
    same && soon && plain(newer) && plain(older)
}

fn passage(
    group: Vec<(HistoryEntry, Vec<Difference>)>,
    current: Option<&Record>,
    names: &dyn Names,
) -> Option<Passage> {
    let began = group.last()?.0.before.clone();
    let mut goes = group.into_iter();
    let (last, told) = goes.next()?;
    let earlier: Vec<Go> = goes
        .map(|(entry, told)| Go { operation: entry.operation, at: entry.at, differences: said(told) })
        .collect();
    let whole = differences(began.as_ref(), last.after.as_ref(), names);
    // Where the field is again what it was, the last go alone is told.
    let whole = if whole.is_empty() { told } else { whole };
    Some(Passage {
        operation: last.operation,
        at: last.at,
        undone: last.undone_by.is_some(),
        differences: said(whole),
        has_text: last.after.is_some(),
        current: last.after.is_some() && last.after.as_ref() == current,
        name: last.name,
        earlier,
    })
}

fn said(told: Vec<Difference>) -> Vec<String> {
    told.into_iter().map(|difference| difference.sentence).collect()
}
