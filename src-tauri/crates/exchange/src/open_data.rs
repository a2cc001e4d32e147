//! Reading the open data back out of a package.

use std::path::Path;

use crate::contents::{Limits, Streamed};
use crate::disk::{Disk, RealDisk};
use crate::error::ExchangeError;
use crate::hash::digest_of;
use crate::manifest::SERVICE_FOLDER;
use crate::names::shown;
use crate::verify::open;

/// The largest file of open data that is read into memory.
pub const OPEN_DATA_LIMIT: u64 = 64 * 1024 * 1024;

/// The names of the open data in a package, a folder or a ZIP, as its manifest lists them.
pub fn open_data_names(path: &Path) -> Result<Vec<String>, ExchangeError> {
    let listed = open(&RealDisk, path, &Limits::default(), None)?.manifest()?;
    let prefix = format!("{SERVICE_FOLDER}/");
    Ok(listed.keys().filter_map(|path| path.strip_prefix(&prefix)).map(str::to_owned).collect())
}

/// The bytes of one file of open data, if they are exactly what was written.
pub fn read_open_data(path: &Path, name: &str) -> Result<Vec<u8>, ExchangeError> {
    read_open_data_on(&RealDisk, path, name, OPEN_DATA_LIMIT)
}

/// The same on a given disk, with a limit on the size.
pub fn read_open_data_on(
    disk: &dyn Disk,
    path: &Path,
    name: &str,
    limit: u64,
) -> Result<Vec<u8>, ExchangeError> {
    let mut contents = open(disk, path, &Limits::default(), None)?;
    let listed = contents.manifest()?;
    let inside = format!("{SERVICE_FOLDER}/{name}");
    let name = shown(name);
    let Some(digest) = listed.get(&inside) else {
        return Err(ExchangeError::NoSuchData { name });
    };
    let Some(index) = contents.find(&inside) else {
        return Err(ExchangeError::DataChanged { name });
    };
    match contents.bytes(index, limit)? {
        (Streamed::Whole, bytes) if digest_of(&bytes) == *digest => Ok(bytes),
        (Streamed::Unreadable(error), _) => Err(ExchangeError::reading(&name)(error)),
        (Streamed::TooLong, _) => Err(ExchangeError::TooBig { name, limit }),
        _ => Err(ExchangeError::DataChanged { name }),
    }
}
