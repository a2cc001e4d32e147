//! What differs between systems: making sure that a finished file is on the disk, who keeps a file open, how a path is told to
//! SQLite. This is the crate's one place with code for one system.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::OpenError;

/// How long a fresh file may be held by a program that looks into every one of them: an antivirus, an indexer.
const HELD_AT_MOST: Duration = Duration::from_secs(2);
/// How often it is tried again.
const TRIED_AGAIN: Duration = Duration::from_millis(50);

/// Gives a file another name. Windows refuses that while an antivirus or an indexer looks into the file, so it is tried again
/// until they have gone.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to), is_looked_into)
}

/// Whether somebody only looks into the file for a moment.
fn is_looked_into(fault: &io::Error) -> bool {
    cfg!(windows) && matches!(fault.raw_os_error(), Some(5 | 32))
}

fn patiently<T>(mut act: impl FnMut() -> io::Result<T>, is_held: fn(&io::Error) -> bool) -> io::Result<T> {
    let start = Instant::now();
    loop {
        match act() {
            Err(fault) if is_held(&fault) && start.elapsed() < HELD_AT_MOST => thread::sleep(TRIED_AGAIN),
            done => return done,
        }
    }
}

/// Writes a file through to the disk.
pub(crate) fn sync_file(path: &Path) -> io::Result<()> {
    // Windows flushes only through a handle that may write.
    OpenOptions::new().read(true).write(true).open(path)?.sync_all()
}

/// Writes the names in the folder of a file through to the disk.
#[cfg(not(windows))]
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) => std::fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// Windows writes the names itself and lets nobody ask for it.
#[cfg(windows)]
pub(crate) fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether another program keeps the file open. Windows has two codes for it and no kind of error.
pub(crate) fn is_kept_open(fault: &io::Error) -> bool {
    cfg!(windows) && matches!(fault.raw_os_error(), Some(32 | 33))
}

/// The path as an address that tells SQLite that nobody changes the file meanwhile.
pub(crate) fn unchanging_address(path: &Path) -> Result<String, OpenError> {
    let text = path.to_str().ok_or_else(|| OpenError::Io("путь к файлу не читается".to_owned()))?;
    let mut address = String::from(if cfg!(windows) { "file:///" } else { "file:" });
    for byte in text.bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                address.push(char::from(byte))
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    Ok(address + "?immutable=1")
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io;

    use super::patiently;

    #[test]
    fn a_file_that_is_held_for_a_moment_is_tried_again_and_other_faults_are_told_at_once() {
        let tries = Cell::new(0);
        let done = patiently(
            || {
                tries.set(tries.get() + 1);
                if tries.get() < 3 { Err(io::Error::from_raw_os_error(32)) } else { Ok(tries.get()) }
            },
            |fault| fault.raw_os_error() == Some(32),
        );
        assert_eq!(done.unwrap(), 3);
        let refused = || Err::<(), _>(io::Error::from_raw_os_error(28));
        assert!(patiently(refused, |fault| fault.raw_os_error() == Some(32)).is_err());
    }
}
