//! Records that name what could not be saved. A data file where something names nothing cannot be kept, so what names it goes
//! too, and is told as lost.

use std::collections::{BTreeMap, BTreeSet};

use pps_domain::records::{Kind, Record};
use uuid::Uuid;

use crate::codec::canonical::from_hex;
use crate::codec::json_path::JsonPath;
use crate::dump::{Content, ListedFile};
use crate::sql::file::FileEntry;

/// Takes out, one after another, what names a record or a part that is not there, and tells its titles.
pub(super) fn mend(records: &mut BTreeMap<Uuid, Record>) -> Vec<String> {
    let mut dropped = Vec::new();
    loop {
        let parts: BTreeSet<Uuid> = records.values().flat_map(Record::part_ids).collect();
        let unfit = records.values().find(|record| {
            let names_nothing = record.links().iter().any(|link| !fits(records, link.id, link.kind));
            names_nothing || record.part_links().iter().any(|link| !parts.contains(&link.id))
        });
        let Some(id) = unfit.map(Record::id) else { return dropped };
        if let Some(record) = records.remove(&id) {
            let title = record.title(&mut |id| records.get(&id).cloned());
            dropped.push(format!("{}: {title}", record.kind().words().one));
        }
    }
}

fn fits(records: &BTreeMap<Uuid, Record>, id: Uuid, kind: Option<Kind>) -> bool {
    records.get(&id).is_some_and(|found| kind.is_none_or(|kind| found.kind() == kind))
}

/// Takes out attachments whose bytes could not be saved, in force or in the bin, and lists the files that are there.
pub(super) fn drop_unfit(content: &mut Content, kept: &[FileEntry]) -> Vec<String> {
    let there: BTreeSet<&str> = kept.iter().map(|entry| entry.sha256.as_str()).collect();
    let has_bytes = |record: &Record| match record {
        Record::Attachment(attachment) => there.contains(attachment.sha256.as_str()),
        _ => true,
    };
    let mut records: BTreeMap<Uuid, Record> =
        std::mem::take(&mut content.records).into_iter().map(|record| (record.id(), record)).collect();
    let mut lost = Vec::new();
    records.retain(|_, record| {
        let there = has_bytes(record);
        if let (false, Record::Attachment(attachment)) = (there, &*record) {
            lost.push(format!("файл «{}»", attachment.name));
        }
        there
    });
    content.bin.retain(|(record, _)| has_bytes(record));
    lost.extend(mend(&mut records));
    content.records = records.into_values().collect();
    content.files = kept
        .iter()
        .filter_map(|entry| {
            Some(ListedFile {
                place: JsonPath::default(),
                hash: from_hex(&entry.sha256)?,
                sha256: entry.sha256.clone(),
                size: entry.size,
                media_type: entry.media_type.clone(),
            })
        })
        .collect();
    lost
}
