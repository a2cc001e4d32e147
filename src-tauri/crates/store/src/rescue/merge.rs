//! What is taken from where: a row of the damaged file that proves itself is the newest there is; where it is missing, the
//! history tells how the record was left, and the copy how it was before.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use pps_domain::records::{Kind, Record};
use uuid::Uuid;

use super::Rescued;
use super::links;
use super::salvage::Salvage;
use crate::codec::{Stored, decode};
use crate::dump::{Content, PastOperation, PastRevision};
use crate::sql::bin::Binned;
use crate::sql::operation::{self, OperationRow};
use crate::sql::record::Live;
use crate::sql::revision::RevisionRow;

/// All that goes into the new file, and what is to be told.
pub(super) struct Merged {
    pub(super) content: Content,
    pub(super) told: Rescued,
}

pub(super) fn merge(damaged: Salvage, copy: Salvage) -> Merged {
    let all_read =
        [damaged.records.whole, damaged.bin.whole, damaged.operations.whole, damaged.revisions.whole];
    let mut told = Rescued { all_read: all_read.into_iter().all(|whole| whole), ..Rescued::default() };
    let whole_records = damaged.records.whole;

    let history = history(&damaged, &copy);
    let last = last_states(&history);
    let states = states(&history);
    let before: BTreeMap<Uuid, Live> = copy.records.rows.into_iter().map(|live| (live.id, live)).collect();
    let now: BTreeMap<Uuid, Live> = damaged.records.rows.into_iter().map(|live| (live.id, live)).collect();

    let mut records: BTreeMap<Uuid, Record> = BTreeMap::new();
    let mut doubtful = BTreeSet::new();
    let mut lost = BTreeSet::new();
    let known: BTreeSet<Uuid> = now.keys().chain(before.keys()).chain(last.keys()).copied().collect();
    for id in known {
        // A row that the history knows as an earlier one comes from a page that was left behind.
        let own = now.get(&id).filter(|live| !is_outdated(live, &states));
        let earlier = before.get(&id).and_then(|live| live.record().ok());
        if let Some(record) = own.and_then(|live| live.record().ok()) {
            told.newer += usize::from(earlier.as_ref() != Some(&record));
            records.insert(id, record);
            continue;
        }
        match last.get(&id) {
            // It was deleted, or the whole table says that it is not there.
            Some((_, None)) => continue,
            _ if !now.contains_key(&id) && whole_records => continue,
            Some((kind, Some(stored))) => {
                if let Ok(record) = decode(*kind, stored) {
                    told.newer += usize::from(earlier.as_ref() != Some(&record));
                    records.insert(id, record);
                    continue;
                }
            }
            None => {}
        }
        if let Some(record) = earlier {
            told.from_copy += 1;
            records.insert(id, record);
        } else if let Some(record) = own.and_then(|live| decode(live.kind, &live.stored).ok()) {
            doubtful.insert(id);
            records.insert(id, record);
        } else {
            let kind = own.map(|live| live.kind).or(last.get(&id).map(|(kind, _)| *kind));
            lost.extend(kind.map(|kind| format!("{} {id}", kind.words().one)));
        }
    }
    let bin = binned(damaged.bin.rows, copy.bin.rows, &records);
    let dropped = links::mend(&mut records);
    let title = |record: &Record| record.title(&mut |id| records.get(&id).cloned());
    told.doubtful =
        records.iter().filter(|(id, _)| doubtful.contains(id)).map(|(_, record)| title(record)).collect();
    told.lost = lost.into_iter().chain(dropped).collect();
    let content = Content { records: records.into_values().collect(), bin, history, files: Vec::new() };
    Merged { content, told }
}

/// What was done, as far as it proves itself: the copy's first, then what came after it.
fn history(damaged: &Salvage, copy: &Salvage) -> Vec<PastOperation> {
    let mut taken = BTreeSet::new();
    let mut history = Vec::new();
    for source in [copy, damaged] {
        let mut revisions: BTreeMap<i64, Vec<&RevisionRow>> = BTreeMap::new();
        for row in source.revisions.rows.iter().filter(|row| (*row).clone().proved().is_ok()) {
            revisions.entry(row.operation).or_default().push(row);
        }
        for row in source.operations.rows.iter().filter(|row| proves_itself(row)) {
            if taken.insert(row.id) {
                let revisions = revisions.remove(&row.number).unwrap_or_default();
                history.push(PastOperation {
                    id: row.id,
                    at: row.at,
                    name: row.name.clone(),
                    undoes: row.undoes,
                    undone_by: None,
                    revisions: revisions.into_iter().map(past).collect(),
                });
            }
        }
    }
    let undone: BTreeMap<Uuid, Uuid> =
        history.iter().filter_map(|past| Some((past.undoes?, past.id))).collect();
    for past in &mut history {
        past.undoes = past.undoes.filter(|undone| taken.contains(undone));
        past.undone_by = undone.get(&past.id).copied();
    }
    history
}

fn proves_itself(row: &OperationRow) -> bool {
    row.sha256 == operation::hash(row.id, row.at, &row.name, row.undoes)
}

fn past(row: &RevisionRow) -> PastRevision {
    PastRevision { kind: row.kind, record: row.record, before: row.before.clone(), after: row.after.clone() }
}

/// How the history left each record.
fn last_states(history: &[PastOperation]) -> BTreeMap<Uuid, (Kind, Option<Stored>)> {
    let revisions = history.iter().flat_map(|past| &past.revisions);
    revisions.map(|row| (row.record, (row.kind, row.after.clone()))).collect()
}

/// Every state in which the history knows each record, the last one last.
fn states(history: &[PastOperation]) -> BTreeMap<Uuid, Vec<Option<&Stored>>> {
    let mut states: BTreeMap<Uuid, Vec<Option<&Stored>>> = BTreeMap::new();
    for row in history.iter().flat_map(|past| &past.revisions) {
        states.entry(row.record).or_default().push(row.after.as_ref());
    }
    states
}

fn is_outdated(live: &Live, states: &BTreeMap<Uuid, Vec<Option<&Stored>>>) -> bool {
    let Some((last, earlier)) = states.get(&live.id).and_then(|states| states.split_last()) else {
        return false;
    };
    *last != Some(&live.stored) && earlier.contains(&Some(&live.stored))
}

/// The bin of the damaged file, and what only the copy had in its own and nobody has brought back.
fn binned(
    damaged: Vec<Binned>,
    copy: Vec<Binned>,
    live: &BTreeMap<Uuid, Record>,
) -> Vec<(Record, DateTime<Utc>)> {
    let mut taken: BTreeSet<Uuid> = live.keys().copied().collect();
    let mut found = Vec::new();
    for binned in damaged.into_iter().chain(copy) {
        if let Ok(record) = binned.record()
            && taken.insert(binned.id)
        {
            found.push((record, binned.deleted));
        }
    }
    found
}
