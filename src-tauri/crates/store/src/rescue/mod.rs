//! Saving what a damaged data file still holds: its own rows where they prove themselves, what the newest copy knows for the
//! rest. What comes out is a new data file; the damaged one is only read.

mod graft;
mod links;
mod merge;
mod salvage;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::backup::{PIECE, Scratch, key_of};
use crate::codec::canonical::from_hex;
use crate::dump::{LoadError, put_content};
use crate::error::StoreError;
use crate::opening::{self, Files, Key, Lock, OpenError, Part, files_path};
use crate::schema::Schema;
use crate::sql::file::{self, FileEntry};
use crate::sql::former_key;
use crate::words::without_advice;

use merge::Merged;

/// Name of the operation that stands for what had to be put together.
const RESCUED: &str = "Восстановлено из повреждённого файла";

/// What is to be saved, and where to.
pub struct Rescue<'a> {
    /// The damaged file of records, set aside, with its log and its attached files beside it.
    pub damaged: &'a Path,
    /// The newest copy that is whole; none where there is none.
    pub copy: Option<&'a Path>,
    /// Where copies keep the attached files.
    pub copied_files: &'a [PathBuf],
    /// Keys under which any of them may be.
    pub keys: &'a [Key],
    /// The key of the new file.
    pub key: &'a Key,
    /// Identifier of the operation that is added where something had to be put together.
    pub operation: Uuid,
    /// The instant of that operation.
    pub at: DateTime<Utc>,
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rescued {
    /// Records that are there again.
    pub saved: usize,
    /// Those among them that are newer in the damaged file than in the copy, or that only it had.
    pub newer: usize,
    /// Those among them that only the copy had.
    pub from_copy: usize,
    /// Those among them whose text does not fit its hash, by their titles.
    pub doubtful: Vec<String>,
    /// What is known to have been there and could not be saved, by its titles.
    pub lost: Vec<String>,
    /// Whether every row of the damaged file could be read.
    pub all_read: bool,
    /// Attached files that are there again.
    pub files: usize,
}

/// Puts a new data file in the place `target`, whose damaged file was set aside.
///
/// # Errors
/// Nothing could be saved at all, or the disk refuses; nothing was changed then.
pub fn rescue(request: &Rescue<'_>, target: &Path) -> Result<Rescued, StoreError> {
    let target = opening::absolute(target)?;
    let lock = Lock::take(&target)?;
    let merged = read(request, &target)?;
    if merged.content.records.is_empty() && merged.content.history.is_empty() {
        return Err(StoreError::Damaged("ни одна запись не читается, и копии нет".to_owned()));
    }
    let Merged { mut content, mut told, .. } = merged;

    let files = files_path(&target);
    let mut part = Part::begin(&files, Schema::Files, request.key)?;
    let kept = bring_files(request, part.connection()?)?;
    told.files = kept.len();
    let without_bytes = links::drop_unfit(&mut content, &kept);
    told.lost.extend(without_bytes);
    told.saved = content.records.len();
    part.seal()?;

    let mut records = Part::begin(&target, Schema::Records, request.key)?;
    let marked = (request.operation, request.at, RESCUED);
    put_content(&content, marked, records.connection()?, &target).map_err(|fault| match fault {
        LoadError::Store(fault) => fault,
        LoadError::Open(fault) => fault.into(),
        other => StoreError::Damaged(without_advice(&other)),
    })?;
    for known in request.keys.iter().filter(|known| *known != request.key && known.is_secret()) {
        former_key::keep(records.connection()?, known)?;
    }
    records.seal()?;
    opening::remove_logs(&files);
    if kept.is_empty() {
        drop(part);
    } else {
        part.finish()?;
    }
    opening::remove_logs(&target);
    records.finish()?;
    drop(lock);
    Ok(told)
}

fn read(request: &Rescue<'_>, target: &Path) -> Result<Merged, StoreError> {
    let scratch = Scratch::of(request.damaged, opening::beside(target, ".rescue"))?;
    // A beginning that tells nothing may still stand before pages of the key in use.
    let own = match key_of(&scratch.0, request.keys) {
        Ok(own) => own,
        Err(OpenError::NeedsKey) => return Err(OpenError::NeedsKey.into()),
        Err(_) => Some(request.key.clone()),
    };
    opening::mend_log(&scratch.0)?;
    if let (Some(key), Some(copy)) = (&own, request.copy) {
        // Without it the reading simply finds less.
        if let Err(fault) = graft::graft(&scratch.0, copy, key) {
            tracing::warn!(%fault, "no page of the copy could stand for a damaged one");
        }
    }
    let damaged = salvage::read(&scratch.0, own.as_ref());
    drop(scratch);
    let copy = match request.copy {
        Some(copy) => {
            let scratch = Scratch::of(copy, opening::beside(target, ".rescue"))?;
            salvage::read(&scratch.0, key_of(&scratch.0, request.keys)?.as_ref())
        }
        None => salvage::Salvage::default(),
    };
    Ok(merge::merge(damaged, copy))
}

/// Brings every attached file that proves itself, from the damaged file or from a copy.
fn bring_files(request: &Rescue<'_>, into: &rusqlite::Connection) -> Result<Vec<FileEntry>, StoreError> {
    let mut kept: Vec<FileEntry> = Vec::new();
    let own = files_path(request.damaged);
    for place in std::iter::once(&own).chain(request.copied_files) {
        if !place.exists() {
            continue;
        }
        let scratch = Scratch::of(place, opening::beside(&files_path(request.damaged), ".rescue"))?;
        for entry in listed(&scratch.0, request) {
            if kept.iter().any(|known| known.sha256 == entry.sha256) {
                continue;
            }
            if let Ok(files) = open(&scratch.0, request)
                && copy_one(&files, &entry, into).is_ok()
            {
                kept.push(entry);
            }
        }
    }
    Ok(kept)
}

fn open(place: &Path, request: &Rescue<'_>) -> Result<Files, OpenError> {
    Ok(Files::at(place.to_owned(), request.key)?.reading(request.keys.to_vec()))
}

/// The list, as far as it can be read.
fn listed(place: &Path, request: &Rescue<'_>) -> Vec<FileEntry> {
    let listed = open(place, request).map_err(StoreError::from).and_then(|files| files.read(file::list));
    listed.ok().flatten().unwrap_or_default()
}

fn copy_one(files: &Files, entry: &FileEntry, into: &rusqlite::Connection) -> Result<(), StoreError> {
    let Some(hash) = from_hex(&entry.sha256) else {
        return Err(StoreError::FileMissing(entry.sha256.clone()));
    };
    let piece = |offset| {
        Ok(files.read(|connection| file::piece(connection, &hash, offset, PIECE))?.unwrap_or_default())
    };
    file::put_in_pieces(into, entry, piece)
}
