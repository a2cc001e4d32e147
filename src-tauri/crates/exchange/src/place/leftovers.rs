//! What an interrupted writing or removal left in a place.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::names::{is_short_alias, package_of};
use super::wipe::wipe;
use crate::contents::{Contents as _, FolderContents, Limits, Streamed, ZipContents};
use crate::disk::{Disk, Kind};
use crate::error::ExchangeError;
use crate::hash::{Digest, Sum, digest_of};
use crate::io_error::Trouble;
use crate::manifest::{MANIFEST_FILE, MANIFEST_LIMIT, SERVICE_FOLDER, manifest_path};
use crate::names::shown;
use crate::progress::Watch;
use crate::verify::verify_on;

/// How much of the end of an archive tells it from others: its list of files with their sums.
const TAIL: u64 = 64 * 1024;

/// What to do with leftovers before a package is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnLeftovers {
    /// Write nothing and say what lies there.
    Ask,
    /// The person has agreed that they go.
    Remove,
}

/// What a leftover is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftoverState {
    /// Half written or half removed.
    Broken,
    /// A package that was complete when it was written: the previous one, or a new one that did not get its name.
    Complete,
    /// It may share its bytes with another package in this place, so the program does not remove it.
    Linked,
    /// It does not come back from the disk now, so nobody knows what it is.
    Unreadable(Trouble),
}

/// Something that an interrupted run left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// Its name in the place.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// What it is.
    pub state: LeftoverState,
}

/// What interrupted runs left in a place, by name. Nothing is read but lists of files.
///
/// # Errors
/// The place is gone, or a list of files that is there does not come back.
pub fn leftovers(disk: &dyn Disk, place: &Path) -> Result<Vec<Leftover>, ExchangeError> {
    let at = place.display().to_string();
    let entries = disk.list(place).map_err(ExchangeError::reading(&at))?;
    let mut found = Vec::new();
    for (name, kind) in &entries {
        let Some(name) = name.to_str() else { continue };
        let path = place.join(name);
        let state = match state_of(disk, &path, name, *kind) {
            Ok(Some(state)) => state,
            Ok(None) => continue,
            // The stick may have lost contact for a moment; what it does not give now may be the only whole package.
            Err(ExchangeError::Read { trouble, .. }) => LeftoverState::Unreadable(trouble),
            Err(error) => return Err(error),
        };
        found.push(Leftover { name: name.to_owned(), path, state });
    }
    let has_alias = entries.iter().any(|(name, _)| name.to_str().is_some_and(is_short_alias));
    if has_alias || found.iter().any(|leftover| leftover.state == LeftoverState::Complete) {
        let linked = twins(disk, place, &entries);
        for leftover in &mut found {
            if linked.contains(&leftover.path) {
                leftover.state = LeftoverState::Linked;
            }
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Removes what half-finished runs left, and a replaced package where the whole new one has its name. Answers with what
/// stays: what may be the only whole package, or share its bytes with one.
///
/// # Errors
/// The place refuses, or somebody writes into it.
pub fn remove_leftovers(disk: &dyn Disk, place: &Path) -> Result<Vec<Leftover>, ExchangeError> {
    let at = place.display().to_string();
    let lock = disk.lock(place).map_err(ExchangeError::writing(&at))?;
    let _lock = lock.ok_or(ExchangeError::PlaceBusy)?;
    let mut kept = Vec::new();
    for leftover in leftovers(disk, place)? {
        if may_go(disk, place, &leftover) {
            wipe(disk, &leftover.path).map_err(ExchangeError::writing(&leftover.name))?;
        } else {
            kept.push(leftover);
        }
    }
    disk.sync_folder(place).map_err(ExchangeError::writing(&at))?;
    Ok(kept)
}

fn may_go(disk: &dyn Disk, place: &Path, leftover: &Leftover) -> bool {
    match leftover.state {
        LeftoverState::Broken => true,
        LeftoverState::Linked | LeftoverState::Unreadable(_) => false,
        LeftoverState::Complete => package_of(&leftover.name).is_some_and(|package| {
            let verified =
                verify_on(disk, &place.join(package), &Limits::default(), None, &mut Watch::silent());
            verified.is_ok_and(|found| found.is_sound())
        }),
    }
}

/// The packages in a place that have the same list of files, so that a cut may have left them as two names of one. The
/// own name of a package is among them.
pub(super) fn twins(disk: &dyn Disk, place: &Path, entries: &[(std::ffi::OsString, Kind)]) -> Vec<PathBuf> {
    let mut by_mark: HashMap<Digest, Vec<PathBuf>> = HashMap::new();
    for (name, kind) in entries {
        let path = place.join(name);
        let is_archive = name.to_str().is_some_and(|name| {
            is_short_alias(name) || [".zip", ".part", ".old"].iter().any(|ending| name.ends_with(ending))
        });
        let mark = match kind {
            Kind::Folder => mark_of_folder(disk, &path),
            Kind::File if is_archive => mark_of_file(disk, &path),
            Kind::File | Kind::Other => None,
        };
        if let Some(mark) = mark {
            by_mark.entry(mark).or_default().push(path);
        }
    }
    by_mark.into_values().filter(|paths| paths.len() > 1).flatten().collect()
}

/// What a name beside a package is; none where it is no leftover of ours.
fn state_of(
    disk: &dyn Disk,
    path: &Path,
    name: &str,
    kind: Kind,
) -> Result<Option<LeftoverState>, ExchangeError> {
    let Some(package) = package_of(name) else { return Ok(None) };
    let at = shown(name);
    match kind {
        Kind::File if package.ends_with(".zip") => match ZipContents::open(disk, path, &Limits::default()) {
            Ok(contents) if contents.find(&manifest_path()).is_some() => Ok(Some(LeftoverState::Complete)),
            Err(error @ ExchangeError::Read { .. }) => Err(error),
            Ok(_) | Err(_) => Ok(Some(LeftoverState::Broken)),
        },
        Kind::Folder if !package.ends_with(".zip") => {
            let entries = disk.list(path).map_err(ExchangeError::reading(&at))?;
            let service = entries
                .iter()
                .any(|(name, kind)| name == OsStr::new(SERVICE_FOLDER) && *kind == Kind::Folder);
            if !service {
                // The service folder is the first thing in a folder of ours and the last that goes.
                return Ok(entries.is_empty().then_some(LeftoverState::Broken));
            }
            let manifest = path.join(SERVICE_FOLDER).join(MANIFEST_FILE);
            match disk.kind(&manifest).map_err(ExchangeError::reading(&at))? {
                Some(Kind::File) => {
                    let mut contents = FolderContents::open(disk, path, &Limits::default())?;
                    match contents.manifest() {
                        Ok(_) => Ok(Some(LeftoverState::Complete)),
                        Err(ExchangeError::BadManifest { .. }) => Ok(Some(LeftoverState::Broken)),
                        Err(error) => Err(error),
                    }
                }
                _ => Ok(Some(LeftoverState::Broken)),
            }
        }
        _ => Ok(None),
    }
}

/// The sum of the manifest: two names of one folder have the same.
fn mark_of_folder(disk: &dyn Disk, path: &Path) -> Option<Digest> {
    let manifest = path.join(SERVICE_FOLDER).join(MANIFEST_FILE);
    if disk.kind(&manifest).ok()? != Some(Kind::File) {
        return None;
    }
    let mut bytes = Vec::new();
    let mut reader = disk.open(&manifest).ok()?;
    let read = crate::contents::pass_on(&mut reader, MANIFEST_LIMIT, &mut |portion| {
        bytes.extend_from_slice(portion);
        Ok(())
    });
    matches!(read, Ok(Streamed::Whole)).then(|| digest_of(&bytes))
}

/// The sum of an archive's end and its length: two names of one file have the same.
fn mark_of_file(disk: &dyn Disk, path: &Path) -> Option<Digest> {
    use std::io::SeekFrom;
    let mut reader = disk.open(path).ok()?;
    let length = reader.seek(SeekFrom::End(0)).ok()?;
    reader.seek(SeekFrom::Start(length.saturating_sub(TAIL))).ok()?;
    let mut sum = Sum::default();
    sum.add(&length.to_le_bytes());
    let read = crate::contents::pass_on(&mut reader, TAIL, &mut |portion| {
        sum.add(portion);
        Ok(())
    });
    matches!(read, Ok(Streamed::Whole)).then(|| sum.finish())
}
