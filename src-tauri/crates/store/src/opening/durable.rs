//! What differs between systems: making sure that a finished file is on the disk, who keeps a file open, how a path is told to
//! SQLite. This is the crate's one place with code for one system.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

use super::OpenError;

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
