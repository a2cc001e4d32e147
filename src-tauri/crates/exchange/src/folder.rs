//! Writing a package as a folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::disk::{Disk, Kind};
use crate::error::ExchangeError;
use crate::manifest::{SERVICE_FOLDER, manifest_path};
use crate::package::{Package, PackedFile};
use crate::place::{Form, OnLeftovers, Placing};
use crate::progress::Watch;
use crate::verified_write::{read_file_back, write_file};

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
    /// What earlier runs left and the program would not or could not remove.
    pub leftovers: Vec<PathBuf>,
}

/// Writes the package as a folder inside `place` (e.g. the root of a stick).
///
/// Everything is written into a folder `.part` beside the target: each file is created anew, flushed, read back past
/// the cache and compared; the manifest comes last. Only the complete and flushed folder gets the name of the package. A
/// previous package of the same name is replaced if it holds nothing that somebody else put there; until the new one is in
/// its place and flushed, it is not removed.
///
/// After any error the previous package or the new one is whole, mostly under the name of the package, otherwise under
/// `.old` or `.part`, as [`crate::leftovers`] lists them.
///
/// # Errors
/// What is wrong with the package, what lies in the way, or what the disk refuses.
pub fn write_folder(
    package: &Package<'_>,
    place: &Path,
    on_leftovers: OnLeftovers,
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<Written, ExchangeError> {
    package.check()?;
    check_place(disk, place)?;
    let manifest = PackedFile::of(package.manifest().into_bytes());
    let placing = Placing { disk, place, name: package.name(), form: Form::Folder, on_leftovers };
    let mut fill = |at: &Path, again: bool, watch: &mut Watch<'_>| {
        watch.start(2 * (package.size() + manifest.size()));
        if again {
            read_again(package, &manifest, at, disk, watch)
        } else {
            fill(package, &manifest, at, disk, watch)
        }
    };
    let placed = placing.run(needed_room(package, &manifest), &mut fill, watch)?;
    Ok(Written {
        path: placed.path,
        files: package.paths().count(),
        bytes: package.size(),
        leftovers: placed.leftovers,
    })
}

/// Writes all files and the manifest into `.part`, and flushes the folders.
fn fill(
    package: &Package<'_>,
    manifest: &PackedFile<'_>,
    part: &Path,
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<(), ExchangeError> {
    let writing = || ExchangeError::writing(package.name());
    disk.create_folder(part).map_err(writing())?;
    // The service folder is the first thing inside: by it a `.part` is known as ours.
    let mut folders = BTreeSet::from([SERVICE_FOLDER.to_owned()]);
    disk.create_folder(&part.join(SERVICE_FOLDER)).map_err(writing())?;
    for (path, file) in package.files() {
        for folder in ancestors(path) {
            if folders.insert(folder.to_owned()) {
                disk.create_folder(&part.join(folder)).map_err(ExchangeError::writing(folder))?;
            }
        }
        write_file(disk, &part.join(path), path, file, watch)?;
    }
    // The manifest says that everything else is on the disk, so the lists of the folders go there first.
    let sync_all = || {
        // The deepest come first: in the order of the set a folder precedes what is in it.
        for folder in folders.iter().rev() {
            disk.sync_folder(&part.join(folder)).map_err(ExchangeError::writing(folder))?;
        }
        disk.sync_folder(part).map_err(writing())
    };
    sync_all()?;
    let path = manifest_path();
    write_file(disk, &part.join(&path), &path, manifest, watch)?;
    disk.sync_folder(&part.join(SERVICE_FOLDER)).map_err(writing())
}

/// Reads a package that has its name once more and compares everything.
fn read_again(
    package: &Package<'_>,
    manifest: &PackedFile<'_>,
    at: &Path,
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<(), ExchangeError> {
    let inside = manifest_path();
    for (path, file) in package.files().chain([(inside.as_str(), manifest)]) {
        read_file_back(disk, &at.join(path), path, file, watch)?;
    }
    Ok(())
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

/// Whole clusters for each file, the manifest and each folder.
fn needed_room(package: &Package<'_>, manifest: &PackedFile<'_>) -> u64 {
    let clusters = |size: u64| size.div_ceil(CLUSTER).max(1) * CLUSTER;
    let files: u64 = package.files().map(|(_, file)| clusters(file.size())).sum();
    let folders = package.paths().flat_map(ancestors).collect::<BTreeSet<_>>().len() as u64 + 2;
    files + clusters(manifest.size()) + folders * CLUSTER
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
        let manifest = PackedFile::of(package.manifest().into_bytes());
        assert_eq!(needed_room(&package, &manifest), CLUSTER * 4);
    }
}
