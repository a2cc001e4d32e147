//! Copies of a data file: written while it is open, looked into, put in its place.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use crate::codec::canonical::{Hash, from_hex, hex};
use crate::error::StoreError;
use crate::history;
use crate::instant;
use crate::opening::{self, Files, Key, Lock, OpenError, Part, files_path};
use crate::reader::Reader;
use crate::schema::Schema;
use crate::search::CardCache;
use crate::sql::{file, former_key, summary};
use crate::store::Store;
use crate::words::without_advice;

/// Bytes of an attached file that are held in memory at once while it is copied.
pub(crate) const PIECE: usize = 1 << 20;

/// What a data file or a copy holds, told without opening it for work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Short names of its communities.
    pub communities: Vec<String>,
    /// Records in force by the word of their kind.
    pub records: BTreeMap<String, u64>,
    /// Meetings that have a protocol.
    pub protocols: u64,
    /// The last change: when, and what was done.
    pub last: Option<(DateTime<Utc>, String)>,
}

impl Store {
    /// Writes a whole copy of the records to `target`. It is proved by every hash and on the disk before it bears its name;
    /// saving goes on meanwhile but for the moment of copying.
    ///
    /// # Errors
    /// The disk of the copy refuses, or what was copied does not prove itself. Nothing is left then.
    pub fn back_up(&self, target: &Path) -> Result<(), StoreError> {
        let target = opening::absolute(target)?;
        let part = opening::beside(&target, ".part");
        opening::remove_with_logs(&part);
        let (into, key) = (part.clone(), self.key().clone());
        let copied = self.read(move |reader| {
            let mut copy = opening::connect_new(&into, &key)?;
            summary::copy_whole(reader.connection, &mut copy)?;
            Ok::<_, StoreError>(copy.close().map_err(|(_, fault)| fault)?)
        });
        let written = copied.and_then(|()| {
            opening::sync_file(&part)?;
            self.prove_copy(&part)?;
            opening::rename(&part, &target)?;
            Ok(opening::sync_folder(&target)?)
        });
        written.inspect_err(|_| opening::remove_with_logs(&part))
    }

    fn prove_copy(&self, part: &Path) -> Result<(), StoreError> {
        let connection = opening::read_only(part, Some(self.key()))?;
        opening::check(&connection)?;
        let files = Files::of(self.path(), self.key())?;
        let cards = CardCache::default();
        let reader = Reader { connection: &connection, files: &files, cards: &cards };
        match history::verify_rows(&reader).first() {
            Some(fault) => Err(StoreError::Damaged(without_advice(fault))),
            None => Ok(()),
        }
    }

    /// Adds to the copy of the attached files at `target` what it lacks, piece by piece, and tells how many came. Each is
    /// proved by its hash on the way.
    ///
    /// # Errors
    /// The disk of the copy refuses, or a file here is damaged; those that were added before stay.
    pub fn back_up_files(&self, target: &Path) -> Result<usize, StoreError> {
        let here = self.read(|reader| reader.files())?;
        if here.is_empty() {
            return Ok(0);
        }
        let former = self.read(|reader| Ok::<_, StoreError>(former_key::all(reader.connection)?))?;
        let copy = Files::at(target.to_owned(), self.key())?.knowing(former);
        let there = copy.read(file::list)?.unwrap_or_default();
        let mut added = 0;
        for entry in here.iter().filter(|entry| !there.iter().any(|known| known.sha256 == entry.sha256)) {
            let pieces = |offset: u64| {
                let sha256 = entry.sha256.clone();
                self.read(move |reader| reader.file_piece(&sha256, offset, PIECE))
            };
            copy.write(|connection| file::put_in_pieces(connection, entry, pieces))?;
            added += 1;
        }
        copy.close()?;
        Ok(added)
    }
}

/// What a copy holds; its key may be one of several.
///
/// # Errors
/// It is under none of the keys, is not ours, or is damaged.
pub fn look_into_copy(copy: &Path, keys: &[Key]) -> Result<Summary, OpenError> {
    let key = key_of(copy, keys)?;
    let connection = opening::read_only(copy, key.as_ref())?;
    summary::of(&connection).map_err(back)
}

/// The keys under which a closed data file and its copies may be: the one in use and those of before.
///
/// # Errors
/// The file is not there, damaged or under another key.
pub fn known_keys(data: &Path, key: &Key) -> Result<Vec<Key>, OpenError> {
    let data = opening::absolute(data)?;
    let connection = opening::look_into_records(&data, &opening::key_for(&data, Some(key.clone()))?)?;
    // A file of an older version has no such table.
    let former = former_key::all(&connection).unwrap_or_default();
    opening::leave(&data, connection)?;
    Ok([key.clone(), Key::open()].into_iter().chain(former).collect())
}

/// Which of the keys opens a copy; a plain one of an older version needs none.
pub(crate) fn key_of(copy: &Path, keys: &[Key]) -> Result<Option<Key>, OpenError> {
    let Some(head) = opening::head_of(copy)? else { return Ok(None) };
    let open = Key::open();
    let known = keys.iter().chain([&open]).find(|key| key.head() == head);
    known.cloned().map(Some).ok_or(OpenError::NeedsKey)
}

/// Brings a copy under another key, where it is under a former one.
///
/// # Errors
/// It is under none of the keys, is not ours, or is damaged.
pub fn bring_copy_under(copy: &Path, keys: &[Key], key: &Key) -> Result<(), OpenError> {
    match key_of(copy, keys)? {
        Some(known) if known == *key => Ok(()),
        Some(former) => opening::change_key(copy, Schema::Records, &former, key),
        None => opening::seal(copy, Schema::Records, key),
    }
}

/// Brings the attached files of copies under another key, where they are under a former one.
///
/// # Errors
/// They are under none of the keys, are damaged, or the disk refuses.
pub fn bring_files_under(files: &Path, keys: &[Key], key: &Key) -> Result<(), OpenError> {
    let copy = Files::at(files.to_owned(), key)?.knowing(keys.to_vec());
    copy.read(|_| Ok(())).map_err(back)?;
    copy.close()
}

/// Puts a copy in the place of a closed data file, under the key in use: all of it or nothing. Attached files that are missing
/// are taken from `files`, the copy's own. The state of before is not kept here: whoever asks has kept it.
///
/// # Errors
/// Why nothing was changed.
pub fn restore(data: &Path, copy: &Path, files: &Path, keys: &[Key], key: &Key) -> Result<(), StoreError> {
    let data = opening::absolute(data)?;
    let lock = Lock::take(&data)?;
    let scratch = Scratch::of(copy, opening::beside(&data, ".copy"))?;
    let from = key_of(&scratch.0, keys)?;
    let mut part = Part::begin_empty(&data, Schema::Records, key)?;
    opening::copy_into(&mut part, &scratch.0, Schema::Records, from.as_ref())?;
    for known in keys.iter().filter(|known| *known != key && known.is_secret()) {
        former_key::keep(part.connection()?, known)?;
    }
    part.seal()?;
    let wanted = prove(&part, key, &data)?;
    bring_files(&data, files, keys, key, &wanted)?;
    opening::remove_logs(&data);
    part.finish()?;
    drop(lock);
    Ok(())
}

/// A copy of a copy, so that the copy itself stays as it is. It goes when it is no longer needed.
pub(crate) struct Scratch(pub(crate) PathBuf);

impl Scratch {
    pub(crate) fn of(copy: &Path, scratch: PathBuf) -> Result<Self, StoreError> {
        opening::remove_with_logs(&scratch);
        let made = Self(scratch);
        for ending in ["", "-wal"] {
            let from = opening::beside(copy, ending);
            if fs::exists(&from)? {
                fs::copy(&from, opening::beside(&made.0, ending))?;
            }
        }
        Ok(made)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        opening::remove_with_logs(&self.0);
    }
}

/// Proves a sealed part and tells the attached files that its records name.
fn prove(part: &Part, key: &Key, data: &Path) -> Result<Vec<Hash>, StoreError> {
    let connection = opening::read_only(part.path(), Some(key))?;
    let files = Files::of(data, key)?;
    let cards = CardCache::default();
    let reader = Reader { connection: &connection, files: &files, cards: &cards };
    if let Some(fault) = history::verify_rows(&reader).first() {
        return Err(StoreError::Damaged(without_advice(fault)));
    }
    summary::attached(&connection)
}

/// Adds to the attached files of a data file those that it lacks and a copy has.
fn bring_files(data: &Path, copy: &Path, keys: &[Key], key: &Key, wanted: &[Hash]) -> Result<(), StoreError> {
    let own = Files::of(data, key)?.knowing(keys.to_vec());
    let there = match own.read(file::list) {
        Ok(list) => list.unwrap_or_default(),
        Err(StoreError::Damaged(_)) => {
            // What is damaged was set aside by whoever asks; it is built anew.
            drop(own);
            fs::remove_file(files_path(data))?;
            return bring_files(data, copy, keys, key, wanted);
        }
        Err(fault) => return Err(fault),
    };
    let missing: Vec<String> = wanted
        .iter()
        .map(|hash| hex(hash))
        .filter(|hash| !there.iter().any(|known| known.sha256 == *hash))
        .collect();
    if !missing.is_empty() && copy.exists() {
        let others = Files::at(copy.to_owned(), key)?.knowing(keys.to_vec());
        let list = others.read(file::list)?.unwrap_or_default();
        for entry in list.iter().filter(|entry| missing.contains(&entry.sha256)) {
            let Some(hash) = from_hex(&entry.sha256) else { continue };
            let pieces = |offset| {
                Ok(others.read(|files| file::piece(files, &hash, offset, PIECE))?.unwrap_or_default())
            };
            own.write(|connection| file::put_in_pieces(connection, entry, pieces))?;
        }
        others.close()?;
    }
    Ok(own.close()?)
}

/// Gives a closed data file another key: the records first, which remember the former one; the attached files follow. Ended at any
/// moment, each file is whole under one key or the other. Tells why the attached files have not followed, where they have not:
/// they do when they are opened next.
///
/// # Errors
/// Why the key stayed as it was.
pub fn change_key(data: &Path, from: &Key, to: &Key) -> Result<Option<StoreError>, OpenError> {
    let data = opening::absolute(data)?;
    let lock = Lock::take(&data)?;
    opening::change_key(&data, Schema::Records, from, to)?;
    // From here on the new key is the one that opens the file, whatever becomes of the rest.
    let followed = Files::of(&data, to).map_err(StoreError::from).and_then(|files| {
        let files = files.knowing(vec![from.clone()]);
        files.read(|_| Ok(()))?;
        Ok(files.close()?)
    });
    drop(lock);
    Ok(followed.err())
}

/// Opens a copy for a look by way of a scratch file, so that the copy itself stays as it is. Whoever asks removes the scratch
/// file with its folder.
///
/// # Errors
/// It is under none of the keys, is not ours, is damaged, or the disk refuses.
pub fn open_scratch(copy: &Path, scratch: &Path, keys: &[Key], today: NaiveDate) -> Result<Store, OpenError> {
    let key = key_of(copy, keys)?;
    for ending in ["", "-wal"] {
        let from = opening::beside(copy, ending);
        if fs::exists(&from)? {
            fs::copy(&from, opening::beside(scratch, ending))?;
        }
    }
    Store::open(scratch, key, today)
}

fn back(fault: StoreError) -> OpenError {
    match fault {
        StoreError::DiskFull => OpenError::DiskFull,
        StoreError::Io(told) => OpenError::Io(told),
        other => OpenError::Damaged(without_advice(&other)),
    }
}

impl Reader<'_> {
    /// One number for all that the file holds: records, bin and history by their hashes. Two files with the same number hold
    /// the same.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn content_digest(&self) -> Result<String, StoreError> {
        summary::digest(self.connection)
    }

    /// The keys under which the file was before.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn former_keys(&self) -> Result<Vec<Key>, StoreError> {
        Ok(former_key::all(self.connection)?)
    }

    /// What the file holds, in numbers.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn summary(&self) -> Result<Summary, StoreError> {
        summary::of(self.connection)
    }
}

/// The last change as it stands in a row.
pub(crate) fn last(at: &str, name: String) -> Option<(DateTime<Utc>, String)> {
    instant::from_text(at).ok().map(|at| (at, name))
}
