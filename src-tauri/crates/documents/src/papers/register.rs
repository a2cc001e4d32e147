//! Реестр протоколов за учебный год.

use serde::{Deserialize, Serialize};

use super::Signature;
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// The register of a year's protocols.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Register {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// «2025/2026».
    pub school_year: String,
    /// The protocols by number.
    pub rows: Vec<RegisterRow>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One protocol.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterRow {
    /// The number.
    pub number: String,
    /// «05.09.2025».
    pub date: String,
    /// What was discussed, a question to a line.
    pub topic: String,
    /// «9 из 10».
    pub present: String,
    /// How many decisions.
    pub decisions: String,
    /// «08.09.2025», or nothing while it is not signed.
    pub signed: String,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Register(Register::from_records(ask.records, ask.year(), ask.on())?))
}
