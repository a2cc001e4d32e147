//! A damaged data file: it is set aside untouched, the newest good copy is taken, and what is newer is saved from it row by
//! row.

use std::fs;
use std::path::{Path, PathBuf};

use pps_store::rescue::{Rescue, rescue};
use pps_store::{Key, is_locked};
use serde::Serialize;
use ts_rs::TS;

use crate::backups::{Helping, newest_whole};
use crate::clock::Clock;
use crate::error::AppError;
use crate::files::{make_folder, sync_names, write_copy};

/// The folder of damaged files, beside the records.
const FOLDER: &str = "Повреждённые";

/// What was saved of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Recovered {
    /// Records that are there again.
    #[ts(type = "number")]
    pub saved: usize,
    /// Those among them that only the damaged file had in this form.
    #[ts(type = "number")]
    pub from_damaged: usize,
    /// Those among them that only the copy had.
    #[ts(type = "number")]
    pub from_copy: usize,
    /// Attached files that are there again.
    #[ts(type = "number")]
    pub files: usize,
    /// Records whose text does not fit its hash: they are there, and a person should look at them.
    pub doubtful: Vec<String>,
    /// What is known to have been there and could not be saved.
    pub lost: Vec<String>,
    /// Whether every row of the damaged file could be read.
    pub all_read: bool,
    /// The folder where the damaged file lies untouched.
    pub set_aside: String,
    /// The copy that was used: «3 мая 2026, 14:03»; none where there was none.
    pub copy: Option<String>,
}

/// Saves what can be saved of a damaged data file that nobody has open. The damaged one is kept untouched; whatever fails, it
/// also stays where it is.
///
/// # Errors
/// Nothing could be saved, the password is not known, or the disk refuses.
pub fn recover(data: &Path, key: &Key, clock: &dyn Clock) -> Result<Recovered, AppError> {
    let aside = set_aside(data, clock)?;
    let damaged = aside.join(data.file_name().unwrap_or_default());
    let keys = [key.clone(), Key::open()];
    let Helping { copy, files } = newest_whole(data, &keys)?;
    // A file without a password stays without one, whatever key was offered.
    let key = if is_locked(data).unwrap_or(key.is_secret()) { key.clone() } else { Key::open() };
    let request = Rescue {
        damaged: &damaged,
        copy: copy.as_ref().map(|(path, _)| path.as_path()),
        copied_files: &files,
        keys: &keys,
        key: &key,
        operation: clock.new_id(),
        at: clock.now(),
    };
    let told = rescue(&request, data)?;
    crate::soundness::forget(data)?;
    Ok(Recovered {
        saved: told.saved,
        from_damaged: told.newer,
        from_copy: told.from_copy,
        files: told.files,
        doubtful: told.doubtful,
        lost: told.lost,
        all_read: told.all_read,
        set_aside: aside.display().to_string(),
        copy: copy.map(|(_, at)| at),
    })
}

/// Copies a data file with its log and its attached files into a folder of their own, byte by byte, and tells which.
pub(crate) fn set_aside(data: &Path, clock: &dyn Clock) -> Result<PathBuf, AppError> {
    let now = clock.local(clock.now());
    let parent = data.parent().unwrap_or(Path::new("."));
    let stamp = now.format("%Y-%m-%d %H-%M-%S").to_string();
    // What lies there already, of a try in the same second, may be the only one that is really the damaged file.
    let names = std::iter::once(stamp.clone()).chain((2..).map(|number| format!("{stamp} {number}")));
    let mut free = names.map(|name| parent.join(FOLDER).join(name)).filter(|folder| !folder.exists());
    let folder = free.next().unwrap_or_else(|| parent.join(FOLDER).join(stamp));
    make_folder(&folder)?;
    let files = data.with_extension("files.db");
    for path in [data.to_owned(), with_log(data), files.clone(), with_log(&files)] {
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            write_copy(&path, &folder.join(name))?;
        }
    }
    sync_names(&folder)?;
    // What was set aside by a try that was cut off says the same and is not needed twice.
    forget_equal(&parent.join(FOLDER), &folder, data);
    Ok(folder)
}

fn with_log(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// Removes an earlier folder that holds the same damaged file.
fn forget_equal(all: &Path, newest: &Path, data: &Path) {
    let name = data.file_name().unwrap_or_default();
    let Ok(bytes) = fs::read(newest.join(name)) else { return };
    for entry in fs::read_dir(all).into_iter().flatten().flatten() {
        if entry.path() != newest && fs::read(entry.path().join(name)).is_ok_and(|earlier| earlier == bytes) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
