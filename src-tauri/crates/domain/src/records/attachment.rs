use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{AttachmentId, CommunityId};

/// A file attached to a record. The bytes lie apart, addressed by their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Identifier.
    pub id: AttachmentId,
    /// Whose.
    pub community: CommunityId,
    /// The record it belongs to: a meeting, an activity, an order …
    pub belongs_to: Uuid,
    /// What it is for.
    pub role: AttachmentRole,
    /// A plain Russian name with its ending: «Протокол № 2 (подписан).pdf».
    pub name: String,
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// How many sheets it has, where that is known.
    #[serde(default)]
    pub pages: Option<u32>,
    /// «application/pdf»
    pub media_type: String,
    /// The day it was added.
    #[serde(default)]
    pub added: Option<NaiveDate>,
}

/// What an attached file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum AttachmentRole {
    /// The signed paper, scanned or photographed.
    SignedScan,
    /// Proof that something was done.
    Proof,
    /// Any other document.
    Document,
    /// The text of a paper as it stood when it was signed or handed over, kept by the program itself.
    SignedText,
}
