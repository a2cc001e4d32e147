//! The tables, one module each. Only these modules, [`crate::history`] and [`crate::search`] hold SQL.

pub(crate) mod bin;
pub(crate) mod export;
pub(crate) mod file;
pub(crate) mod former_key;
pub(crate) mod link;
pub(crate) mod named_part;
pub(crate) mod note;
pub(crate) mod operation;
pub(crate) mod page_cache;
pub(crate) mod part;
pub(crate) mod record;
pub(crate) mod revision;
pub(crate) mod state;
pub(crate) mod summary;

use pps_domain::records::Kind;
use rusqlite::Row;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::codec::Stored;
use crate::codec::canonical::{Hash, quote, sha256};
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
    let mut whole = begun(kind, id, stored.text.len());
    side(stored, &mut whole);
    whole.push(']');
    sha256(whole.as_bytes())
}

/// The hashes that prove a new record: that of its row, and that of the revision that tells of its coming.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Proofs {
    pub(crate) record: Hash,
    pub(crate) revision: Hash,
}

impl Proofs {
    /// Both in one go, since most of what they are taken over is the same text.
    pub(crate) fn of_new(kind: Kind, id: Uuid, stored: &Stored) -> Self {
        let mut whole = begun(kind, id, stored.text.len());
        let head = whole.len();
        side(stored, &mut whole);
        whole.push(']');
        let (head, text) = whole.split_at(head);
        let record = sha256(whole.as_bytes());
        let pieces = [head, "null,[", text, "]"];
        let mut revision = Sha256::new();
        pieces.iter().for_each(|piece| revision.update(piece));
        Self { record, revision: revision.finalize().into() }
    }
}

/// The beginning of the list that proves a row: `["meeting","…",`. It is put together as text, for the row's own text, which
/// is most of it, is then copied once.
fn begun(kind: Kind, id: Uuid, more: usize) -> String {
    let mut whole = String::with_capacity(more + more / 8 + 80);
    whole.push('[');
    quote(kind.word(), &mut whole);
    whole.push(',');
    quote(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()), &mut whole);
    whole.push(',');
    whole
}

/// A text with its format before it, as two items of that list.
fn side(stored: &Stored, whole: &mut String) {
    whole.push_str(&stored.format.to_string());
    whole.push(',');
    quote(&stored.text, whole);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::codec::canonical::canonical;

    fn texts() -> impl Strategy<Value = Option<Stored>> {
        proptest::option::of((any::<u32>(), any::<String>()))
            .prop_map(|stored| stored.map(|(format, text)| Stored { format, text }))
    }

    proptest! {
        /// Files hold hashes of what was once put together as a JSON value.
        #[test]
        fn the_hashes_are_those_of_the_canonical_lists(id in any::<u128>(), before in texts(), after in texts()) {
            let (kind, id) = (Kind::Meeting, Uuid::from_u128(id));
            let side = |stored: &Option<Stored>| match stored {
                Some(stored) => serde_json::json!([stored.format, stored.text]),
                None => serde_json::Value::Null,
            };
            let whole = serde_json::json!([kind.word(), id, side(&before), side(&after)]);
            let hash = sha256(canonical(&whole).as_bytes());
            prop_assert_eq!(revision::hash(kind, id, before.as_ref(), after.as_ref()), hash);
            if let Some(stored) = &after {
                let whole = serde_json::json!([kind.word(), id, stored.format, stored.text]);
                let hash = sha256(canonical(&whole).as_bytes());
                prop_assert_eq!(record_hash(kind, id, stored), hash);
                let proofs = Proofs { record: hash, revision: revision::hash(kind, id, None, Some(stored)) };
                prop_assert_eq!(Proofs::of_new(kind, id, stored), proofs);
            }
        }
    }
}
