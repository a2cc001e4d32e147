//! A small text beside a data file, under its key: what could not be saved, what a page keeps for itself.

use std::fs;
use std::path::Path;

use crate::opening::{self, Key, OpenError, Part};
use crate::schema::Schema;
use crate::sql::note;

/// Keeps a text in place of the one that lay there. It is on the disk when this returns.
///
/// # Errors
/// What the disk refuses; the text of before then stands.
pub fn write(path: &Path, key: &Key, text: &str) -> Result<(), OpenError> {
    let mut part = Part::begin_empty(&opening::absolute(path)?, Schema::Files, key)?;
    note::put(part.connection()?, text)?;
    part.finish()
}

/// The text; none where there is none.
///
/// # Errors
/// It is under another key, is damaged, or the disk refuses.
pub fn read(path: &Path, keys: &[Key]) -> Result<Option<String>, OpenError> {
    if !fs::exists(path)? {
        return Ok(None);
    }
    let mut fault = OpenError::NeedsKey;
    for key in keys {
        match opening::read_only(path, Some(key)).and_then(|connection| Ok(note::get(&connection)?)) {
            Ok(text) => return Ok(Some(text)),
            Err(told) => fault = told,
        }
    }
    Err(fault)
}
