//! Instants as text: UTC with milliseconds, «2026-01-16T10:00:00.000Z», so that they sort as text.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::error::StoreError;

/// The text of an instant.
pub(crate) fn to_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The instant of a text that this module wrote.
pub(crate) fn from_text(text: &str) -> Result<DateTime<Utc>, StoreError> {
    let read = DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc));
    match read {
        Ok(at) if to_text(at) == text => Ok(at),
        _ => Err(StoreError::Damaged(format!("«{text}» — не время"))),
    }
}
