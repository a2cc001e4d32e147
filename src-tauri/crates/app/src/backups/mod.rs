//! Copies of the data file: made by themselves, thinned out, caught up in a second place, tried, looked into, put back.

mod folder;
mod restoring;
mod settings;
mod thinning;
mod views;

use std::fs;
use std::io;
use std::path::Path;

use chrono::NaiveDateTime;
use pps_domain::records::Kind;
use pps_domain::russian::date_in_prose;
use pps_store::backup::{Summary, bring_copy_under, bring_files_under, look_into_copy};
use pps_store::{Key, OpenError};

use crate::clock::Clock;
use crate::error::AppError;
use crate::files::{FileTrouble, sync_names, write_copy};
use crate::workplace::Workplace;
use folder::{CopyFile, CopyFolder};
use settings::CopySettings;

pub(crate) use restoring::{Helping, keys_of, newest_whole};
pub use restoring::{Restored, look_into, look_into_file, name_of_copy, restore, restore_file};
pub use views::{
    Backup, BackupContents, BackupPlace, BackupState, Backups, CommunityInside, Inside, PastChange,
    SecondPlace, YearInside,
};

/// A copy is due when the newest is older.
const HOURS: i64 = 24;
/// The newest copy is tried so often.
const DAYS_BETWEEN_TRIALS: i64 = 30;
/// Without a copy in the second place for so long, a finding says so.
pub(crate) const DAYS_WITHOUT_SECOND: i64 = 30;

/// On what occasion a copy is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The program was started.
    Started,
    /// The program is being closed.
    Closing,
    /// The person asked.
    Asked,
    /// A copy is about to be put back.
    BeforeRestore,
    /// The file is about to be brought to a newer form.
    BeforeUpgrade,
}

impl Why {
    fn in_words(self) -> &'static str {
        match self {
            Self::Started => "при запуске",
            Self::Closing => "при закрытии",
            Self::Asked => "по кнопке",
            Self::BeforeRestore => "перед возвратом копии",
            Self::BeforeUpgrade => "до обновления",
        }
    }

    /// Whether it is made even when nothing has changed since the newest.
    fn always(self) -> bool {
        matches!(self, Self::Asked | Self::BeforeRestore)
    }
}

impl Workplace {
    /// Makes a copy where the newest is older than a day and something has changed since; tells whether one was made.
    ///
    /// # Errors
    /// What the disk refuses; it is also remembered, to be shown.
    pub fn back_up_if_due(&self, why: Why) -> Result<bool, AppError> {
        if self.is_only_read() {
            return Ok(false);
        }
        let newest = CopyFolder::beside(self.path()).copies()?.first().map(|copy| copy.at);
        let now = self.clock.local(self.clock.now());
        // A clock that was put back must not keep copies from being made.
        let due = newest.is_none_or(|at| now < at || (now - at).num_hours() >= HOURS);
        if why == Why::Started && !due {
            // The second place may have appeared meanwhile.
            self.remember_fault(self.catch_up())?;
            return Ok(false);
        }
        self.back_up(why)
    }

    /// Makes a copy, here and in the second place where it is there; tells whether one was made: what has not changed since
    /// the newest copy needs none.
    ///
    /// # Errors
    /// What the disk refuses; it is also remembered, to be shown.
    pub fn back_up(&self, why: Why) -> Result<bool, AppError> {
        let made = self.make_copy(why);
        let caught_up = self.catch_up();
        let outcome = made.and_then(|made| caught_up.map(|()| made));
        self.remember_fault(outcome)
    }

    fn make_copy(&self, why: Why) -> Result<bool, AppError> {
        let data = self.path();
        let folder = CopyFolder::beside(data);
        let mut settings = CopySettings::read(data);
        let digest = self.read(|reader| reader.content_digest())?;
        bring_under(&folder, &keys_of(self.file.store())?, self.key())?;
        if !why.always() && settings.digest.as_ref() == Some(&digest) && !folder.copies()?.is_empty() {
            return Ok(false);
        }
        folder.make()?;
        folder.clear();
        let target = folder.new_copy(self.clock.local(self.clock.now()), why.in_words());
        let store = self.file.store();
        // The files first: a copy whose files are not there yet would be of little use.
        store.back_up_files(&folder.files()).map_err(of_copy)?;
        store.back_up(&target).map_err(of_copy)?;
        // The copy that is about to be put back must not be thinned out just before.
        if why != Why::BeforeRestore {
            thin(&folder)?;
        }
        settings.digest = Some(digest);
        settings.write(data)?;
        Ok(true)
    }

    /// Brings to the second place what it lacks.
    fn catch_up(&self) -> Result<(), AppError> {
        let data = self.path();
        let mut settings = CopySettings::read(data);
        let Some(place) = settings.second.clone().filter(|place| place.is_dir()) else { return Ok(()) };
        let (here, there) = (CopyFolder::beside(data), CopyFolder::within(&place, data));
        there.make()?;
        there.clear();
        bring_under(&there, &keys_of(self.file.store())?, self.key())?;
        self.file.store().back_up_files(&there.files()).map_err(of_copy)?;
        let known = there.copies()?;
        for copy in here.copies()?.iter().filter(|copy| !known.iter().any(|known| known.name == copy.name)) {
            write_copy(&copy.path, &there.path.join(&copy.name))?;
        }
        thin(&there)?;
        settings.second_on = Some(self.clock.today());
        settings.write(data)
    }

    /// Keeps the sentence of a fault, to be shown until a copy is made again.
    fn remember_fault<T>(&self, outcome: Result<T, AppError>) -> Result<T, AppError> {
        let mut settings = CopySettings::read(self.path());
        let fault = outcome.as_ref().err().map(ToString::to_string);
        if settings.fault != fault {
            settings.fault = fault;
            settings.write(self.path())?;
        }
        outcome
    }

    /// Restores the newest copy into a scratch place and compares it with what was copied, once a month; tells whether it did.
    ///
    /// # Errors
    /// The copy does not hold what it should, or the disk refuses.
    pub fn try_newest_copy(&self) -> Result<bool, AppError> {
        let data = self.path();
        let mut settings = CopySettings::read(data);
        let today = self.clock.today();
        let recent =
            settings.tried.is_some_and(|day| (0..DAYS_BETWEEN_TRIALS).contains(&(today - day).num_days()));
        let Some(copy) = CopyFolder::beside(data).copies()?.into_iter().next() else { return Ok(false) };
        if recent {
            return Ok(false);
        }
        let keys = keys_of(self.file.store())?;
        let restored = restoring::digest_of_restored(data, &copy, &keys, today)?;
        if settings.digest.as_ref().is_some_and(|digest| *digest != restored) {
            return Err(AppError::BackupUnlike { at: moment(copy.at) });
        }
        settings.tried = Some(today);
        settings.write(data)?;
        Ok(true)
    }

    /// The copies of the open file.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn backups(&self) -> Result<Backups, AppError> {
        listed(self.path(), &keys_of(self.file.store())?)
    }

    /// For how many days the second place was not caught up; none where there is none or it was lately.
    pub(crate) fn days_without_second(&self) -> Option<i64> {
        let settings = CopySettings::read(self.path());
        settings.second.as_ref()?;
        let days = settings.second_on.map_or(DAYS_WITHOUT_SECOND, |on| (self.clock.today() - on).num_days());
        (days >= DAYS_WITHOUT_SECOND).then_some(days)
    }
}

/// The copies of a data file that is closed, or cannot be opened.
///
/// # Errors
/// What the disk refuses.
pub fn backups(data: &Path, key: &Key) -> Result<Backups, AppError> {
    listed(data, &restoring::keys_for(data, key))
}

/// Whether a copy opens with a key.
#[must_use]
pub fn opens(copy: &Path, key: &Key) -> bool {
    look_into_copy(copy, std::slice::from_ref(key)).is_ok()
}

/// Makes a copy in any folder, besides those that make themselves: for a stick that goes to another computer. Tells its path.
///
/// # Errors
/// What the disk refuses.
pub fn back_up_to(workplace: &Workplace, place: &Path) -> Result<std::path::PathBuf, AppError> {
    let folder = CopyFolder::within(place, workplace.path());
    folder.make()?;
    let target = folder.new_copy(workplace.clock.local(workplace.clock.now()), Why::Asked.in_words());
    let store = workplace.file.store();
    store.back_up_files(&folder.files()).map_err(of_copy)?;
    store.back_up(&target).map_err(of_copy)?;
    Ok(target)
}

/// Chooses the second place for copies, or none.
///
/// # Errors
/// What the disk refuses.
pub fn set_second_place(data: &Path, folder: Option<&Path>) -> Result<(), AppError> {
    let mut settings = CopySettings::read(data);
    if settings.second.as_deref() != folder {
        settings.second_on = None;
    }
    settings.second = folder.map(Path::to_owned);
    settings.write(data)
}

/// Brings every copy that can be reached under another key of the closed file. What cannot be brought now follows when the next
/// copy is made.
pub(crate) fn bring_all_under(data: &Path, key: &Key) -> Result<(), AppError> {
    let keys = restoring::keys_for(data, key);
    let second = CopySettings::read(data).second.filter(|place| place.is_dir());
    let second = second.map(|place| CopyFolder::within(&place, data));
    for folder in [Some(CopyFolder::beside(data)), second].into_iter().flatten() {
        bring_under(&folder, &keys, key)?;
    }
    Ok(())
}

fn bring_under(folder: &CopyFolder, keys: &[Key], key: &Key) -> Result<(), AppError> {
    for copy in folder.copies()? {
        match bring_copy_under(&copy.path, keys, key) {
            // One that is damaged or of another password stays as it is and is shown so.
            Ok(()) | Err(OpenError::Damaged(_) | OpenError::NeedsKey | OpenError::Foreign(_)) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    if folder.files().exists() {
        bring_files_under(&folder.files(), keys, key)?;
    }
    Ok(())
}

/// Keeps a file of an older version as it is, with its log, before it is brought to the new form.
pub(crate) fn keep_before_upgrade(data: &Path, key: &Key, clock: &dyn Clock) -> Result<(), AppError> {
    // What refuses to be looked at is refused by the opening that follows, in its own words.
    if !pps_store::is_older(data, key).unwrap_or(false) {
        return Ok(());
    }
    let folder = CopyFolder::beside(data);
    folder.make()?;
    let copy = folder.new_copy(clock.local(clock.now()), Why::BeforeUpgrade.in_words());
    let log = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push("-wal");
        std::path::PathBuf::from(name)
    };
    if log(data).exists() {
        write_copy(&log(data), &log(&copy))?;
    }
    write_copy(data, &copy)
}

fn listed(data: &Path, keys: &[Key]) -> Result<Backups, AppError> {
    let settings = CopySettings::read(data);
    let here = CopyFolder::beside(data);
    let mut list = described(&here, BackupPlace::Computer, keys)?;
    let second = settings.second.map(|place| {
        let folder = CopyFolder::within(&place, data);
        let here = place.is_dir();
        // A stick that does not read is shown as one that is not there.
        let there =
            if here { described(&folder, BackupPlace::Second, keys).unwrap_or_default() } else { Vec::new() };
        list.extend(there);
        SecondPlace { path: place.display().to_string(), here, last: settings.second_on.map(date_in_prose) }
    });
    list.sort_by(|a, b| b.name.cmp(&a.name).then(a.place.cmp(&b.place)));
    Ok(Backups {
        folder: here.path.display().to_string(),
        last: list.first().map(|newest| newest.at.clone()),
        list,
        tried: settings.tried.map(date_in_prose),
        second,
        fault: settings.fault,
    })
}

fn described(folder: &CopyFolder, place: BackupPlace, keys: &[Key]) -> Result<Vec<Backup>, AppError> {
    let copies = folder.copies()?.into_iter().map(|copy| {
        let looked = look_into_copy(&copy.path, keys);
        let state = match &looked {
            Ok(_) => BackupState::Whole,
            Err(OpenError::NeedsKey) => BackupState::Locked,
            Err(_) => BackupState::Damaged,
        };
        let CopyFile { name, at, why, size, .. } = copy;
        let inside = looked.ok().map(inside);
        Backup { name, place, at: moment(at), on: at.date(), why, size, state, inside }
    });
    Ok(copies.collect())
}

fn inside(summary: Summary) -> Inside {
    let count = |kind: Kind| summary.records.get(kind.word()).copied().unwrap_or_default();
    Inside {
        protocols: summary.protocols,
        activities: count(Kind::Activity),
        people: count(Kind::Person),
        files: count(Kind::Attachment),
        last_change: summary.last.as_ref().map(|(at, name)| {
            let local = at.with_timezone(&chrono::Local).naive_local();
            format!(
                "{}, {} — {name}",
                pps_domain::russian::day_and_month(local.date()),
                local.format("%H:%M")
            )
        }),
        communities: summary.communities,
    }
}

fn thin(folder: &CopyFolder) -> Result<(), AppError> {
    let copies = folder.copies()?;
    let gone = thinning::superfluous(&copies.iter().map(|copy| copy.at).collect::<Vec<_>>());
    for copy in copies.iter().filter(|copy| gone.contains(&copy.at)) {
        fs::remove_file(&copy.path).map_err(|fault| not_removed(&copy.path, &fault))?;
    }
    sync_names(&folder.path)
}

/// «3 мая 2026, 14:03»
fn moment(at: NaiveDateTime) -> String {
    format!("{}, {}", date_in_prose(at.date()), at.format("%H:%M"))
}

/// A fault of the store while it writes a copy is one of the place of the copy.
fn of_copy(fault: pps_store::StoreError) -> AppError {
    AppError::NotBackedUp(fault)
}

fn not_removed(path: &Path, fault: &io::Error) -> AppError {
    AppError::Write { path: path.to_owned(), trouble: FileTrouble::writing(fault) }
}
