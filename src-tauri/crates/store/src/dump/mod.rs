//! Open JSON of everything: records, bin, history, list of files. Whoever holds such a file needs no program of
//! ours to read it, and nothing in it is lost on the way there and back.
//!
//! ```json
//! {
//!   "bin": {"person": [{"deleted": "2026-01-16T10:00:00.000Z", "record": {}}]},
//!   "files": [{"media_type": "application/pdf", "sha256": "…", "size": 1}],
//!   "format": "ППС: рабочее место руководителя",
//!   "formats": {"person": 1},
//!   "history": [{"at": "…", "id": "…", "name": "…", "revisions": [], "sha256": "…", "undoes": null, "undone_by": null}],
//!   "records": {"person": [{}]},
//!   "version": 1
//! }
//! ```
//!
//! Records are plain objects in their current format, grouped by kind, and may be edited by hand. History holds
//! the texts before and after verbatim, as strings, so that their hashes still prove them.

mod community;
mod fault;
mod links;
mod load;
mod read;
mod shape;
mod stream;
mod write;

pub use fault::LoadError;
pub use load::{Load, Loaded, load};

pub(crate) use load::put_content;
pub(crate) use read::{Content, ListedFile, PastOperation, PastRevision};

use pps_domain::records::Kind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::codec::Stored;

/// By this word the file is known.
pub(crate) const FORMAT: &str = "ППС: рабочее место руководителя";
/// The version of the file's own shape; records have formats of their own.
pub(crate) const VERSION: u64 = 1;

/// An attached file in the list.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLine {
    media_type: String,
    sha256: String,
    size: u64,
}

/// An operation in the history.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OperationLine {
    at: String,
    id: Uuid,
    name: String,
    revisions: Vec<RevisionLine>,
    sha256: String,
    undoes: Option<Uuid>,
    undone_by: Option<Uuid>,
}

/// A record before and after an operation.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RevisionLine {
    after: Option<String>,
    after_format: Option<u32>,
    before: Option<String>,
    before_format: Option<u32>,
    kind: Kind,
    record: Uuid,
    sha256: String,
}

impl RevisionLine {
    /// Both sides; none where a text comes without its format or the reverse.
    fn sides(&self) -> Option<(Option<Stored>, Option<Stored>)> {
        let side = |format: Option<u32>, text: &Option<String>| match (format, text) {
            (Some(format), Some(text)) => Some(Some(Stored { format, text: text.clone() })),
            (None, None) => Some(None),
            _ => None,
        };
        Some((side(self.before_format, &self.before)?, side(self.after_format, &self.after)?))
    }
}
