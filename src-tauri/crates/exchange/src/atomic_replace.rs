//! Putting a complete package in the place of another without a moment at which neither is there.
//!
//! Three names take part: the package itself, `.part` (what is being written) and `.old` (the
//! previous package, on systems that cannot exchange two names in one step). After an interruption
//! any of them may be found; [`heal`] then restores the name of the package first.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use crate::contents::{Contents, FolderContents, Limits};
use crate::disk::{Disk, Kind};
use crate::error::ExchangeError;
use crate::manifest::{MANIFEST_FILE, SERVICE_FOLDER, manifest_path};
use crate::progress::Watch;
use crate::verify::{Problem, inspect};

/// Folders deeper than this were not made by this program.
const MAX_DEPTH: usize = 32;

/// Files that systems leave in folders by themselves; nobody misses them.
const LITTER: [&str; 4] = ["Thumbs.db", "desktop.ini", ".DS_Store", ".directory"];

/// The three names.
pub(crate) struct Places {
    pub(crate) name: String,
    pub(crate) parent: PathBuf,
    pub(crate) target: PathBuf,
    pub(crate) part: PathBuf,
    pub(crate) old: PathBuf,
}

/// What the name of the package stands for before writing.
#[derive(PartialEq, Eq, Clone, Copy)]
pub(crate) enum Before {
    Nothing,
    OurPackage,
}

impl Places {
    pub(crate) fn new(parent: &Path, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            parent: parent.to_owned(),
            target: parent.join(name),
            part: parent.join(format!("{name}.part")),
            old: parent.join(format!("{name}.old")),
        }
    }

    fn shown(&self, path: &Path) -> String {
        path.file_name().map_or_else(|| self.name.clone(), |name| name.to_string_lossy().into_owned())
    }
}

/// Cleans up after an interrupted run: a package that lost its name gets it back, the rest goes.
pub(crate) fn heal(disk: &dyn Disk, places: &Places) -> Result<(), ExchangeError> {
    let writing = || ExchangeError::writing(&places.name);
    let mut spares = Vec::new();
    for spare in [&places.old, &places.part] {
        match disk.kind(spare).map_err(writing())? {
            None => {}
            Some(Kind::Folder) if is_spare_of_ours(disk, spare).map_err(writing())? => spares.push(spare),
            Some(_) => return Err(ExchangeError::Foreign { name: places.shown(spare) }),
        }
    }
    let mut whole = Vec::new();
    for spare in &spares {
        if has_manifest(disk, spare).map_err(writing())? && is_sound(disk, spare)? {
            whole.push(*spare);
        }
    }
    if let Some(best) = whole.first() {
        restore(disk, places, best)?;
    }
    for spare in [&places.old, &places.part] {
        if disk.kind(spare).map_err(writing())?.is_some() {
            wipe(disk, spare).map_err(writing())?;
        }
    }
    Ok(())
}

/// Gives a whole spare the name of the package, if what has the name now is worth less.
fn restore(disk: &dyn Disk, places: &Places, best: &Path) -> Result<(), ExchangeError> {
    let writing = || ExchangeError::writing(&places.name);
    match disk.kind(&places.target).map_err(writing())? {
        None => disk.rename(best, &places.target).map_err(writing())?,
        // A power cut may have emptied the files of a package that already had its name.
        Some(Kind::Folder)
            if has_manifest(disk, &places.target).map_err(writing())? && !is_sound(disk, &places.target)? =>
        {
            look_before(disk, places)?;
            // The broken one goes away under a name of ours, so that nothing half-removed is ever
            // found under the name of the package.
            let aside = if best == places.old { &places.part } else { &places.old };
            if disk.kind(aside).map_err(writing())?.is_some() {
                wipe(disk, aside).map_err(writing())?;
            }
            if !disk.exchange(best, &places.target).map_err(writing())? {
                disk.rename(&places.target, aside).map_err(writing())?;
                disk.rename(best, &places.target).map_err(writing())?;
            }
        }
        Some(_) => return Ok(()),
    }
    disk.sync_folder(&places.target).map_err(writing())?;
    disk.sync_folder(&places.parent).map_err(writing())
}

/// Says whether the name is free or holds a package that may be replaced without losing anything
/// but what this program wrote itself.
pub(crate) fn look_before(disk: &dyn Disk, places: &Places) -> Result<Before, ExchangeError> {
    let foreign = || ExchangeError::Foreign { name: places.name.clone() };
    match disk.kind(&places.target).map_err(ExchangeError::writing(&places.name))? {
        None => return Ok(Before::Nothing),
        Some(Kind::Folder) => {}
        Some(_) => return Err(foreign()),
    }
    if !has_manifest(disk, &places.target).map_err(ExchangeError::writing(&places.name))? {
        return Err(foreign());
    }
    let mut contents = FolderContents::open(disk, &places.target, &Limits::default())?;
    let listed = match contents.manifest() {
        Ok(listed) => listed,
        Err(ExchangeError::BadManifest { .. }) => {
            return Err(ExchangeError::DamagedOld { name: places.name.clone() });
        }
        Err(error) => return Err(error),
    };
    let manifest = manifest_path();
    for item in contents.items() {
        let file_name = item.path.rsplit('/').next().unwrap_or(&item.path);
        let ours = match item.kind {
            Kind::File => {
                listed.contains_key(&item.path) || item.path == manifest || LITTER.contains(&file_name)
            }
            Kind::Folder => true,
            Kind::Other => false,
        };
        if !ours {
            return Err(ExchangeError::ForeignInside { file: crate::names::shown(&item.path) });
        }
    }
    Ok(Before::OurPackage)
}

/// Gives the complete `.part` the name of the package, and removes what it replaced. Returns the
/// place where the replaced package is left if it could not be removed.
pub(crate) fn put_in_place(
    disk: &dyn Disk,
    places: &Places,
    before: Before,
) -> Result<Option<PathBuf>, ExchangeError> {
    let moved = match before {
        Before::Nothing => disk.rename(&places.part, &places.target).map(|()| None),
        Before::OurPackage => replace(disk, places).map(Some),
    };
    let replaced = match moved {
        Ok(replaced) => replaced,
        Err(error) => {
            // If this fails as well, the next run cleans up.
            let _ = stand_back(disk, places, before);
            return Err(ExchangeError::writing(&places.name)(error));
        }
    };
    // Without flushing the renamed folder itself a power cut on FAT32 left every file in it empty.
    // If flushing fails, the replaced package stays where it is: it may be needed by `heal`.
    disk.sync_folder(&places.target)
        .and_then(|()| disk.sync_folder(&places.parent))
        .map_err(ExchangeError::writing(&places.name))?;
    let Some(replaced) = replaced else { return Ok(None) };
    // The new package is safe; failing to tidy up is worth a word, not an error.
    let tidied = wipe(disk, replaced).and_then(|()| disk.sync_folder(&places.parent));
    Ok(if tidied.is_ok() { None } else { Some(replaced.clone()) })
}

/// Replaces the package, and returns where the previous one is now.
fn replace<'a>(disk: &dyn Disk, places: &'a Places) -> io::Result<&'a PathBuf> {
    if disk.exchange(&places.part, &places.target)? {
        return Ok(&places.part);
    }
    disk.rename(&places.target, &places.old)?;
    disk.rename(&places.part, &places.target)?;
    Ok(&places.old)
}

/// After a failed renaming: gives the previous package its name back, and removes what was written
/// beside it.
///
/// A call that reported an error may still have been carried out, so what is on the disk decides,
/// not what was asked for. If the stick is gone, the previous package is whole under `.old`.
fn stand_back(disk: &dyn Disk, places: &Places, before: Before) -> io::Result<()> {
    if before == Before::OurPackage {
        if disk.kind(&places.target)?.is_none() {
            disk.rename(&places.old, &places.target)?;
        }
        // Should the exchange have been carried out, `.part` is the previous package by now: it may
        // go only after the new one is known to have its name.
        disk.sync_folder(&places.target)?;
        disk.sync_folder(&places.parent)?;
    }
    wipe(disk, &places.part)
}

/// Removes a folder of ours. The service folder goes last, because by it the rest is still known as
/// ours when the removal is interrupted. A link is removed, never followed.
pub(crate) fn wipe(disk: &dyn Disk, root: &Path) -> io::Result<()> {
    let mut entries = disk.list(root)?;
    entries.sort_by_key(|(name, _)| name == OsStr::new(SERVICE_FOLDER));
    for (name, kind) in entries {
        remove(disk, &root.join(name), kind, 1)?;
    }
    disk.remove_folder(root)
}

fn remove(disk: &dyn Disk, path: &Path, kind: Kind, depth: usize) -> io::Result<()> {
    if kind != Kind::Folder {
        return disk.remove_file(path);
    }
    if depth > MAX_DEPTH {
        return Err(io::Error::other("the folder is nested too deeply"));
    }
    let mut entries = disk.list(path)?;
    // Until everything else is gone, the manifest still tells which files were ours.
    entries.sort_by_key(|(name, _)| name == OsStr::new(MANIFEST_FILE));
    for (name, kind) in entries {
        remove(disk, &path.join(name), kind, depth + 1)?;
    }
    disk.remove_folder(path)
}

/// A `.part` or `.old` of ours is empty or has the service folder, which is created first.
fn is_spare_of_ours(disk: &dyn Disk, spare: &Path) -> io::Result<bool> {
    let entries = disk.list(spare)?;
    let service = OsStr::new(SERVICE_FOLDER);
    Ok(entries.is_empty() || entries.iter().any(|(name, kind)| name == service && *kind == Kind::Folder))
}

fn has_manifest(disk: &dyn Disk, folder: &Path) -> io::Result<bool> {
    Ok(disk.kind(&folder.join(SERVICE_FOLDER))? == Some(Kind::Folder)
        && disk.kind(&folder.join(SERVICE_FOLDER).join(MANIFEST_FILE))? == Some(Kind::File))
}

/// Whether every file of a package is there and unchanged. Files beside them do no harm here.
///
/// A file that the disk refuses to give is an error and not a «no»: on a «no» a package may be
/// wiped, and the stick may only have lost contact for a moment.
fn is_sound(disk: &dyn Disk, folder: &Path) -> Result<bool, ExchangeError> {
    let mut contents = FolderContents::open(disk, folder, &Limits::default())?;
    let found = inspect(&mut contents, &Limits::default(), &mut Watch::silent())?;
    for problem in &found.problems {
        if let Problem::Unreadable { path, trouble } = problem {
            let source = io::Error::other("a file of an earlier run is unreadable");
            return Err(ExchangeError::Read { at: path.clone(), trouble: *trouble, source });
        }
    }
    Ok(found.problems.iter().all(Problem::is_surplus))
}
