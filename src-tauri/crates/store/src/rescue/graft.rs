//! The first pages of a file say where its tables are; without them no row can be read. They hardly ever change, so those of
//! the newest copy can stand for them.

use std::fs::OpenOptions;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use crate::error::StoreError;
use crate::opening::{self, Key};
use crate::sql::summary;

/// The engine's pages are of this size.
const PAGE: u64 = 4096;

/// Replaces, in a scratch file, those pages of the schema that do not prove themselves by those of a copy under the same key.
pub(super) fn graft(scratch: &Path, copy: &Path, key: &Key) -> Result<(), StoreError> {
    let schema = summary::pages_of_schema(&opening::read_only(copy, Some(key))?)?;
    let damaged = opening::unproved_pages(&opening::read_only(scratch, Some(key))?)?;
    let mut from = OpenOptions::new().read(true).open(copy)?;
    let mut into = OpenOptions::new().write(true).open(scratch)?;
    let cut_off = into.metadata()?.len() / PAGE;
    for page in schema.into_iter().filter(|page| damaged.contains(page) || *page > cut_off) {
        let mut bytes = [0; PAGE as usize];
        from.seek(SeekFrom::Start((page - 1) * PAGE))?;
        from.read_exact(&mut bytes)?;
        into.seek(SeekFrom::Start((page - 1) * PAGE))?;
        into.write_all(&bytes)?;
    }
    Ok(())
}
