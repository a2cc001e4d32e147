//! Looking into a copy, and putting it back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{Local, NaiveDate};
use pps_domain::calendar::SchoolYear;
use pps_domain::records::Record;
use pps_domain::russian::day_and_month;
use pps_store::backup::{known_keys, look_into_copy, open_scratch};
use pps_store::{Key, OpenError, Reader, Store, StoreError};

use super::folder::{CopyFile, CopyFolder};
use super::settings::CopySettings;
use super::{BackupContents, BackupPlace, CommunityInside, PastChange, Why, YearInside, moment};
use crate::clock::Clock;
use crate::error::AppError;
use crate::files::make_folder;
use crate::recovery::set_aside;
use crate::workplace::Workplace;

/// So many of the last changes are shown of a copy.
const CHANGES: u32 = 20;

/// What came of putting a copy back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The name of the copy of what was there before; none where nothing was there, or where that was damaged.
    pub kept: Option<String>,
    /// The folder where a damaged file of before lies untouched.
    pub set_aside: Option<PathBuf>,
}

impl Workplace {
    /// What is inside a copy of the open file. The copy itself stays as it is.
    ///
    /// # Errors
    /// There is no such copy, or it does not open.
    pub fn look_into_backup(&self, place: BackupPlace, name: &str) -> Result<BackupContents, AppError> {
        let keys = keys_of(self.file.store())?;
        contents_of(self.path(), &keys, place, name, self.clock.today())
    }
}

/// What is inside a copy of a file that is closed, or cannot be opened. The copy itself stays as it is.
///
/// # Errors
/// There is no such copy, or it does not open.
pub fn look_into(
    data: &Path,
    key: &Key,
    place: BackupPlace,
    name: &str,
    today: NaiveDate,
) -> Result<BackupContents, AppError> {
    contents_of(data, &keys_for(data, key), place, name, today)
}

/// What is inside a copy that lies anywhere: on a stick, from another computer. The copy itself stays as it is; what is needed
/// for looking lies beside the data for that long.
///
/// # Errors
/// It does not open with the key.
pub fn look_into_file(
    data: &Path,
    copy: &Path,
    key: &Key,
    today: NaiveDate,
) -> Result<BackupContents, AppError> {
    let scratch = ScratchFolder::make(data)?;
    let store = open_scratch(copy, &scratch.file(), std::slice::from_ref(key), today)?;
    let contents = store.read(contents)?;
    store.close()?;
    Ok(BackupContents { at: name_of_copy(data, copy), ..contents })
}

/// When a copy was made, where its name tells; else the name itself.
#[must_use]
pub fn name_of_copy(data: &Path, copy: &Path) -> String {
    let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
    CopyFolder::beside(data).moment_in(&name).map_or(name, moment)
}

fn contents_of(
    data: &Path,
    keys: &[Key],
    place: BackupPlace,
    name: &str,
    today: NaiveDate,
) -> Result<BackupContents, AppError> {
    let copy = folder_of(data, place)?.copy(name)?;
    let scratch = ScratchFolder::make(data)?;
    let store = open_scratch(&copy.path, &scratch.file(), keys, today)?;
    let contents = store.read(contents)?;
    store.close()?;
    Ok(BackupContents { at: moment(copy.at), ..contents })
}

/// Puts a copy of the list in the place of the closed data file, all or nothing. What is there now is kept first: as a copy,
/// or, where it is damaged, untouched in a folder of its own.
///
/// # Errors
/// Why nothing was changed.
pub fn restore(
    data: &Path,
    key: &Key,
    place: BackupPlace,
    name: &str,
    clock: &Arc<dyn Clock>,
) -> Result<Restored, AppError> {
    let folder = folder_of(data, place)?;
    let copy = folder.copy(name)?;
    put_back(data, key, &keys_for(data, key), &copy.path, &folder.files(), clock)
}

/// Puts a copy in the place of the closed data file that lies anywhere: on a stick, from another computer. `copy_key` opens it
/// where it has a password of its own; where nothing lies in the place yet, the password comes along.
///
/// # Errors
/// Why nothing was changed.
pub fn restore_file(
    data: &Path,
    key: &Key,
    copy: &Path,
    copy_key: &Key,
    clock: &Arc<dyn Clock>,
) -> Result<Restored, AppError> {
    let mut keys = keys_for(data, key);
    keys.push(copy_key.clone());
    let key = if data.exists() { key } else { copy_key };
    put_back(data, key, &keys, copy, &files_beside(copy), clock)
}

fn put_back(
    data: &Path,
    key: &Key,
    keys: &[Key],
    copy: &Path,
    files: &Path,
    clock: &Arc<dyn Clock>,
) -> Result<Restored, AppError> {
    let mut keys = keys.to_vec();
    // What cannot be put back is refused before the present state is touched.
    look_into_copy(copy, &keys)?;
    let (mut kept, mut aside) = (None, None);
    if data.exists() {
        match Workplace::open_with(data, key, Arc::clone(clock)) {
            Ok(present) => {
                keys.extend(keys_of(present.file.store())?);
                present.back_up(Why::BeforeRestore)?;
                present.close()?;
                let own = CopyFolder::beside(data).copies()?;
                kept = own
                    .into_iter()
                    .find(|copy| copy.why == Why::BeforeRestore.in_words())
                    .map(|copy| copy.name);
            }
            Err(AppError::Open(OpenError::Damaged(_) | OpenError::Foreign(_))) => {
                aside = Some(set_aside(data, clock.as_ref())?);
            }
            Err(fault) => return Err(fault),
        }
    }
    pps_store::backup::restore(data, copy, files, &keys, key)?;
    // What was known of the file of before holds no more.
    let mut settings = CopySettings::read(data);
    settings.digest = None;
    settings.write(data)?;
    crate::soundness::forget(data)?;
    Ok(Restored { kept, set_aside: aside })
}

/// The attached files of a copy that lies anywhere: those of the folder, whatever the data file was called, or those of a data
/// file that was copied as it is.
fn files_beside(copy: &Path) -> PathBuf {
    let own = copy.with_extension("files.db");
    if own.exists() {
        return own;
    }
    let entries = copy.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // «year 2026-05-03 … .db» belongs to «year.files.db».
    let mut files = entries.map(|entry| entry.path()).filter(|path| {
        let stem = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        stem.strip_suffix(".files.db").is_some_and(|stem| name.starts_with(&format!("{stem} ")))
    });
    files.next().unwrap_or(own)
}

/// What there is to rescue a damaged file with.
pub(crate) struct Helping {
    /// The newest copy that is whole, and when it was made.
    pub(crate) copy: Option<(PathBuf, String)>,
    /// Where copies keep the attached files.
    pub(crate) files: Vec<PathBuf>,
}

/// The newest copy that is whole, here or in the second place, with the attached files of both.
pub(crate) fn newest_whole(data: &Path, keys: &[Key]) -> Result<Helping, AppError> {
    let mut folders = vec![CopyFolder::beside(data)];
    if let Some(place) = CopySettings::read(data).second.filter(|place| place.is_dir()) {
        folders.push(CopyFolder::within(&place, data));
    }
    let files = folders.iter().map(CopyFolder::files).collect();
    let mut copies: Vec<CopyFile> = Vec::new();
    for folder in &folders {
        copies.extend(folder.copies()?);
    }
    copies.sort_by_key(|copy| std::cmp::Reverse(copy.at));
    let whole = copies.into_iter().find(|copy| look_into_copy(&copy.path, keys).is_ok());
    Ok(Helping { copy: whole.map(|copy| (copy.path, moment(copy.at))), files })
}

/// The keys of an open file: the one in use and those of before.
pub(crate) fn keys_of(store: &Store) -> Result<Vec<Key>, AppError> {
    let former = store.read(|reader| reader.former_keys())?;
    Ok([store.key().clone(), Key::open()].into_iter().chain(former).collect())
}

/// The keys of a closed file, as far as they can be read.
pub(super) fn keys_for(data: &Path, key: &Key) -> Vec<Key> {
    known_keys(data, key).unwrap_or_else(|_| vec![key.clone(), Key::open()])
}

/// Restores a copy into a scratch place and tells its contents by one number.
pub(super) fn digest_of_restored(
    data: &Path,
    copy: &CopyFile,
    keys: &[Key],
    today: NaiveDate,
) -> Result<String, AppError> {
    let scratch = ScratchFolder::make(data)?;
    let store = open_scratch(&copy.path, &scratch.file(), keys, today)?;
    let faults = store.verify_rows()?;
    let digest = store.read(|reader| reader.content_digest())?;
    store.close()?;
    if faults > 0 {
        return Err(AppError::BackupUnlike { at: moment(copy.at) });
    }
    Ok(digest)
}

fn folder_of(data: &Path, place: BackupPlace) -> Result<CopyFolder, AppError> {
    match place {
        BackupPlace::Computer => Ok(CopyFolder::beside(data)),
        BackupPlace::Second => {
            let second = CopySettings::read(data).second.ok_or(AppError::NoSuchBackup)?;
            Ok(CopyFolder::within(&second, data))
        }
    }
}

fn contents(reader: &Reader<'_>) -> Result<BackupContents, StoreError> {
    let mut communities = Vec::new();
    for community in reader.communities()? {
        let Some(records) = reader.community_records(community.id)? else { continue };
        let mut years: Vec<SchoolYear> = records
            .meetings
            .values()
            .map(|meeting| meeting.school_year)
            .chain(records.plans.values().map(|plan| plan.school_year))
            .collect();
        years.sort_unstable();
        years.dedup();
        let mut inside = Vec::new();
        for year in years.into_iter().rev() {
            let mut protocols = Vec::new();
            for meeting in records.meetings.values().filter(|meeting| meeting.school_year == year) {
                protocols.push(reader.title(&Record::Meeting(meeting.clone()))?);
            }
            let plans: Vec<_> =
                records.plans.values().filter(|plan| plan.school_year == year).map(|plan| plan.id).collect();
            let rows = records.activities.values().filter(|row| plans.contains(&row.plan));
            inside.push(YearInside { year: year.to_string(), protocols, activities: rows.count() });
        }
        let mut people = Vec::new();
        for person in records.people.values() {
            people.push(reader.title(&Record::Person(person.clone()))?);
        }
        people.sort_by_cached_key(|name| pps_domain::russian::alphabetical(name));
        communities.push(CommunityInside { name: community.shown_name().to_owned(), years: inside, people });
    }
    let changes = reader.operations(CHANGES)?.into_iter().map(|operation| {
        let local = operation.at.with_timezone(&Local).naive_local();
        PastChange {
            at: format!("{}, {}", day_and_month(local.date()), local.format("%H:%M")),
            name: operation.name,
        }
    });
    let changes = changes.collect();
    Ok(BackupContents { at: String::new(), communities, changes })
}

/// A folder beside the data for a copy that is looked at. It goes when it is no longer needed.
struct ScratchFolder(PathBuf);

impl ScratchFolder {
    fn make(data: &Path) -> Result<Self, AppError> {
        // A copy may be looked into while the newest one is being tried.
        static LOOKS: AtomicU32 = AtomicU32::new(0);
        let own = format!("look-{}-", std::process::id());
        remove_left(data, &own);
        let path = data.with_extension(format!("{own}{}", LOOKS.fetch_add(1, Ordering::Relaxed)));
        make_folder(&path)?;
        Ok(Self(path))
    }

    fn file(&self) -> PathBuf {
        self.0.join("year.db")
    }
}

/// What interrupted looks of earlier runs have left; the file of records is open here alone.
fn remove_left(data: &Path, own: &str) {
    let Some(parent) = data.parent() else { return };
    let left = data.with_extension("look-");
    let left = left.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&left) && !name.contains(own) {
            // One that cannot be removed now is removed the next time.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

impl Drop for ScratchFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
