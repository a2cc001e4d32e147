//! The tables, one module each. Only these modules, [`crate::history`] and [`crate::search`] hold SQL.

pub(crate) mod bin;
pub(crate) mod export;
pub(crate) mod file;
pub(crate) mod former_key;
pub(crate) mod link;
pub(crate) mod named_part;
pub(crate) mod note;
pub(crate) mod operation;
pub(crate) mod part;
pub(crate) mod record;
pub(crate) mod revision;
pub(crate) mod state;
pub(crate) mod summary;

use pps_domain::records::Kind;
use rusqlite::Row;
use uuid::Uuid;

use crate::codec::Stored;
use crate::codec::canonical::{Hash, canonical, sha256};
use crate::error::StoreError;

/// An identifier as it is kept.
pub(crate) fn blob(id: &Uuid) -> &[u8] {
    id.as_bytes().as_slice()
}

/// An identifier from a column.
pub(crate) fn id(row: &Row<'_>, column: &str) -> rusqlite::Result<Uuid> {
    row.get::<_, [u8; 16]>(column).map(Uuid::from_bytes)
}

/// An identifier, or none, from a column.
pub(crate) fn optional_id(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Uuid>> {
    row.get::<_, Option<[u8; 16]>>(column).map(|id| id.map(Uuid::from_bytes))
}

/// A kind from the word that is kept.
pub(crate) fn kind(word: &str) -> Result<Kind, StoreError> {
    Kind::from_word(word).ok_or_else(|| StoreError::Damaged(format!("неизвестный вид записи «{word}»")))
}

/// The hash that proves a row of `record` or `bin`: over its kind, identifier, format and text.
pub(crate) fn record_hash(kind: Kind, id: Uuid, stored: &Stored) -> Hash {
    let whole = serde_json::json!([kind.word(), id, stored.format, stored.text]);
    sha256(canonical(&whole).as_bytes())
}
