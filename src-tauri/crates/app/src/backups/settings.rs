//! What is remembered of copies, beside the data file and not in it: it must be known when the file itself is damaged.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::files::write_whole;

/// What is remembered of copies. It names no person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct CopySettings {
    /// The second place that was chosen.
    pub(super) second: Option<PathBuf>,
    /// When it was caught up last.
    pub(super) second_on: Option<NaiveDate>,
    /// The contents of the newest copy, by one number: what did not change needs no new one.
    pub(super) digest: Option<String>,
    /// When the newest copy was tried by restoring it.
    pub(super) tried: Option<NaiveDate>,
    /// Why the last copy was not made.
    pub(super) fault: Option<String>,
}

impl CopySettings {
    /// What is remembered; nothing where it cannot be read, for copies are made all the same.
    pub(super) fn read(data: &Path) -> Self {
        let text = std::fs::read_to_string(beside(data)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Remembers it.
    pub(super) fn write(&self, data: &Path) -> Result<(), AppError> {
        // A few plain values always become text.
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        write_whole(&beside(data), text.as_bytes())
    }
}

/// `year.db` → `year.copies.json`
fn beside(data: &Path) -> PathBuf {
    data.with_extension("copies.json")
}
