//! Whose a package in a place is. Two communities may have one short name, and so one name for their packages.

use std::path::{Path, PathBuf};

use super::leftovers::leftovers;
use super::names::package_of;
use super::replace::Form;
use crate::disk::Disk;
use crate::error::ExchangeError;
use crate::open_data::{OPEN_DATA_LIMIT, read_open_data_on};

/// Chooses the name under which a package goes into a place: of the names that may be, in their order, the first under
/// which a package of ours lies there, otherwise the first under which nobody else's lies. A package is known by its
/// open data of this name, of which `ours` is asked. Where these do not come back (a damaged package, a closed archive,
/// a folder that is no package), the name counts as free: writing decides then what may be replaced. None where all
/// names are taken.
///
/// # Errors
/// The place is gone or does not answer.
pub fn name_in_place(
    disk: &dyn Disk,
    place: &Path,
    form: Form,
    names: &[String],
    open_data: &str,
    ours: &dyn Fn(&[u8]) -> bool,
) -> Result<Option<String>, ExchangeError> {
    let at = place.display().to_string();
    if disk.kind(place).map_err(ExchangeError::reading(&at))?.is_none() {
        return Err(ExchangeError::NoPlace { at });
    }
    // What an interrupted run left under a name may be the only whole package of its community.
    let left = leftovers(disk, place)?;
    let mut free = None;
    for name in names {
        let lying = match form {
            Form::Folder => name.clone(),
            Form::Zip => format!("{name}.zip"),
        };
        let beside = left.iter().filter(|leftover| package_of(&leftover.name) == Some(&lying));
        let paths: Vec<PathBuf> =
            std::iter::once(place.join(&lying)).chain(beside.map(|leftover| leftover.path.clone())).collect();
        let owners = paths.iter().filter_map(|path| {
            let data = read_open_data_on(disk, path, open_data, OPEN_DATA_LIMIT).ok()?;
            Some(ours(&data))
        });
        let owners: Vec<bool> = owners.collect();
        if owners.iter().any(|ours| !ours) {
            continue;
        }
        if !owners.is_empty() {
            return Ok(Some(name.clone()));
        }
        free = free.or_else(|| Some(name.clone()));
    }
    Ok(free)
}
