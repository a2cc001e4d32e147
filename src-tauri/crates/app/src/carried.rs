//! A copy that somebody carried here: found in the folder that was pointed at.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::AppError;
use crate::files::not_read;
use crate::password::is_locked;

/// Copies lie in this folder of a stick.
const COPIES: &str = "Копии";
/// The records, where the whole folder of the data was carried.
const OWN: &str = "year.db";

/// The newest copy in a folder: the records themselves where the folder of the data was carried whole, else the newest of
/// the copies that lie there or in `Копии`. Their names begin with the same word and go on with the day and the time.
///
/// # Errors
/// There is none, or the folder cannot be read.
pub fn carried_copy(folder: &Path) -> Result<PathBuf, AppError> {
    let own = folder.join(OWN);
    if is_ours(&own) {
        return Ok(own);
    }
    let mut found = copies(folder)?;
    let within = folder.join(COPIES);
    if within.is_dir() {
        found.extend(copies(&within)?);
    }
    found.sort_by(|a, b| a.file_name().cmp(&b.file_name()));
    found.pop().ok_or_else(|| AppError::NoCopyThere { folder: folder.to_owned() })
}

fn copies(folder: &Path) -> Result<Vec<PathBuf>, AppError> {
    let entries = fs::read_dir(folder).map_err(|fault| not_read(folder, &fault))?;
    let paths = entries.flatten().map(|entry| entry.path());
    Ok(paths.filter(|path| is_a_copy(path) && is_ours(path)).collect())
}

/// «year 2026-05-03 14-03-22 по кнопке.db», and not the attached files beside it.
fn is_a_copy(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("year ") && name.ends_with(".db") && !name.ends_with(".files.db")
}

fn is_ours(path: &Path) -> bool {
    path.is_file() && is_locked(path).is_ok()
}

#[cfg(test)]
mod tests {
    use super::carried_copy;
    use crate::{AppError, ClockOnDay, Workplace};
    use pps_domain::NaiveDate;
    use std::fs;
    use std::sync::Arc;

    #[test]
    fn the_newest_copy_is_found_beside_other_files_and_where_there_is_none_it_is_said() {
        let stick = tempfile::tempdir().unwrap();
        let copies = stick.path().join("Копии");
        fs::create_dir(&copies).unwrap();
        assert!(matches!(carried_copy(stick.path()), Err(AppError::NoCopyThere { .. })));

        let day = NaiveDate::from_ymd_opt(2026, 5, 3).unwrap();
        let made = stick.path().join("made.db");
        Workplace::create(&made, Arc::new(ClockOnDay(day))).unwrap().close().unwrap();
        for name in ["year 2026-05-03 14-03-22 по кнопке.db", "year 2025-12-31 09-00-00 при запуске.db"]
        {
            fs::copy(&made, copies.join(name)).unwrap();
        }
        fs::write(copies.join("year 2027-01-01 10-00-00 по кнопке.db"), b"a picture").unwrap();
        fs::write(copies.join("year.files.db"), b"").unwrap();
        let newest = copies.join("year 2026-05-03 14-03-22 по кнопке.db");
        assert_eq!(carried_copy(stick.path()).unwrap(), newest);
        assert_eq!(carried_copy(&copies).unwrap(), newest);

        let own = stick.path().join("year.db");
        fs::copy(&made, &own).unwrap();
        assert_eq!(carried_copy(stick.path()).unwrap(), own);
    }
}
