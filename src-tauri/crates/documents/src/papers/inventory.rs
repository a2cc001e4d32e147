//! Опись документов, передаваемых в РИМК.

use serde::{Deserialize, Serialize};

use super::Signature;
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// The delivery sheet: what is handed over, and room for the mark of the one who takes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Inventory {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// «2025/2026».
    pub school_year: String,
    /// To whom: «районный информационно-методический кабинет».
    pub to: String,
    /// The papers.
    pub rows: Vec<InventoryRow>,
    /// «6 документов на 24 листах».
    pub total: Option<String>,
    /// Who hands over.
    pub handed_by: Signature,
}

/// One paper of the delivery.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InventoryRow {
    /// What it is.
    pub title: String,
    /// «от 05.09.2025 № 1».
    pub reference: String,
    /// How many pages.
    pub pages: String,
    /// The file's name on the stick.
    pub file: String,
}

/// The delivery sheet of what the package holds.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let rows = ask.sources.package_rows(ask.year(), ask.on()).map_err(PaperError::Source)?;
    Ok(Paper::Inventory(Inventory::from_records(ask.records, ask.year(), rows, ask.on())?))
}
