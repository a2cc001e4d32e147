//! Removing what the program wrote itself.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

use crate::disk::{Disk, Kind};
use crate::manifest::{MANIFEST_FILE, SERVICE_FOLDER};

/// Folders deeper than this were not made by this program.
const MAX_DEPTH: usize = 32;

/// Removes a file or a whole folder of ours, and waits until its name has gone. A link is removed, never followed.
pub(crate) fn wipe(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    match disk.kind(path)? {
        None => Ok(()),
        Some(Kind::Folder) => wipe_folder(disk, path, 0),
        Some(Kind::File | Kind::Other) => {
            let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Ok(()) };
            disk.remove_files(folder, &[name.to_owned()])
        }
    }
}

/// The service folder goes last and the manifest last of it, because by them the rest is still known as ours when the
/// removal is interrupted.
fn wipe_folder(disk: &dyn Disk, folder: &Path, depth: usize) -> io::Result<()> {
    if depth > MAX_DEPTH {
        return Err(io::Error::other("the folder is nested too deeply"));
    }
    let mut entries = disk.list(folder)?;
    entries.sort_by_key(|(name, _)| name == OsStr::new(SERVICE_FOLDER));
    let (folders, files): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(_, kind)| *kind == Kind::Folder);
    let (manifest, files): (Vec<OsString>, Vec<OsString>) =
        files.into_iter().map(|(name, _)| name).partition(|name| name == OsStr::new(MANIFEST_FILE));
    for batch in [files, manifest] {
        if !batch.is_empty() {
            disk.remove_files(folder, &batch)?;
        }
    }
    for (name, _) in folders {
        wipe_folder(disk, &folder.join(name), depth + 1)?;
    }
    disk.remove_folder(folder)
}
