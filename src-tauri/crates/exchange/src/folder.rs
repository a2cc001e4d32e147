//! Writing a package as a folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::atomic_replace::{Places, heal, look_before, put_in_place, wipe};
use crate::disk::{Disk, Kind};
use crate::error::ExchangeError;
use crate::hash::digest_of;
use crate::manifest::{SERVICE_FOLDER, manifest_path};
use crate::package::Package;
use crate::progress::Watch;
use crate::verified_write::write_file;

/// The largest cluster of a stick in common use: each file takes a whole number of them.
const CLUSTER: u64 = 32 * 1024;

/// A package that is on the disk, flushed and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The folder or the ZIP.
    pub path: PathBuf,
    /// The number of files, without the manifest.
    pub files: usize,
    /// The bytes of these files.
    pub bytes: u64,
    /// The previous package, if it was replaced but could not be removed: the person may delete it,
    /// and the next writing of the same package does.
    pub leftover: Option<PathBuf>,
}

/// Writes the package as a folder inside `parent` (e.g. the root of a stick).
///
/// Everything is written into a folder `.part` beside the target: each file is created anew,
/// flushed, read back past the cache and compared; the manifest comes last. Only the complete and
/// flushed folder gets the name of the package. A previous package of the same name is replaced if
/// it holds nothing that somebody else put there; until the new one is in its place and flushed, it
/// is not removed.
///
/// After any error, the name stands for what it stood for before, or for the whole new package. One
/// case differs: where two names cannot be exchanged in one step (Windows, exFAT), and the stick is
/// pulled out exactly between two renamings, the previous package is whole under the name `.old`,
/// and the next run gives it its name back.
pub fn write_folder(
    package: &Package,
    parent: &Path,
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<Written, ExchangeError> {
    package.check()?;
    check_place(disk, parent)?;
    let places = Places::new(parent, package.name());
    heal(disk, &places)?;
    let before = look_before(disk, &places)?;
    check_room(disk, parent, package.name(), needed_room(package))?;
    watch.check()?;
    if let Err(error) = fill(package, &places, disk, watch) {
        // What failed once may fail again here; the next run cleans up what is left.
        let _ = wipe(disk, &places.part);
        return Err(error);
    }
    let leftover = put_in_place(disk, &places, before)?;
    Ok(Written { path: places.target, files: package.paths().count(), bytes: package.size(), leftover })
}

/// Writes all files and the manifest into `.part`, and flushes the folders.
fn fill(
    package: &Package,
    places: &Places,
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<(), ExchangeError> {
    let writing = || ExchangeError::writing(package.name());
    let manifest = package.manifest();
    watch.start(2 * (package.size() + manifest.len() as u64));
    disk.create_folder(&places.part).map_err(writing())?;
    // The service folder is the first thing inside: by it a `.part` is known as ours.
    let mut folders = BTreeSet::from([SERVICE_FOLDER.to_owned()]);
    disk.create_folder(&places.part.join(SERVICE_FOLDER)).map_err(writing())?;
    for (path, file) in package.files() {
        for folder in ancestors(path) {
            if folders.insert(folder.to_owned()) {
                disk.create_folder(&places.part.join(folder)).map_err(ExchangeError::writing(folder))?;
            }
        }
        write_file(disk, &places.part.join(path), path, &file.bytes, &file.digest, watch)?;
    }
    let path = manifest_path();
    let digest = digest_of(manifest.as_bytes());
    write_file(disk, &places.part.join(&path), &path, manifest.as_bytes(), &digest, watch)?;
    // The deepest come first: in the order of the set a folder precedes what is in it.
    for folder in folders.iter().rev() {
        disk.sync_folder(&places.part.join(folder)).map_err(ExchangeError::writing(folder))?;
    }
    disk.sync_folder(&places.part).map_err(writing())
}

/// «А», «А/Б» for «А/Б/В.pdf».
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// The chosen place must be there; a link to a folder is left for the system to follow.
pub(crate) fn check_place(disk: &dyn Disk, parent: &Path) -> Result<(), ExchangeError> {
    let at = || parent.display().to_string();
    match disk.kind(parent).map_err(ExchangeError::writing(&at()))? {
        None | Some(Kind::File) => Err(ExchangeError::NoPlace { at: at() }),
        Some(Kind::Folder | Kind::Other) => Ok(()),
    }
}

/// Refuses before anything is written, so that a full stick costs no time.
pub(crate) fn check_room(
    disk: &dyn Disk,
    parent: &Path,
    name: &str,
    needed: u64,
) -> Result<(), ExchangeError> {
    match disk.free_space(parent).map_err(ExchangeError::writing(name))? {
        Some(free) if free < needed => Err(ExchangeError::NoRoom { needed, free }),
        _ => Ok(()),
    }
}

/// Whole clusters for each file, the manifest and each folder.
fn needed_room(package: &Package) -> u64 {
    let clusters = |size: u64| size.div_ceil(CLUSTER).max(1) * CLUSTER;
    let files: u64 = package.files().map(|(_, file)| clusters(file.bytes.len() as u64)).sum();
    let folders = package.paths().flat_map(ancestors).collect::<BTreeSet<_>>().len() as u64 + 2;
    files + clusters(package.manifest().len() as u64) + folders * CLUSTER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ancestors_are_listed_from_the_outermost() {
        assert_eq!(ancestors("А/Б/В.pdf").collect::<Vec<_>>(), ["А", "А/Б"]);
        assert_eq!(ancestors("В.pdf").count(), 0);
    }

    #[test]
    fn a_small_file_takes_a_whole_cluster() {
        let mut package = Package::new("ППС");
        package.add_paper("а.txt", vec![1]);
        assert_eq!(needed_room(&package), CLUSTER * 4);
    }
}
