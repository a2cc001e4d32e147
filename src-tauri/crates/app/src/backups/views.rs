//! What the window shows of copies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a copy lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export, export_to = "views/")]
#[serde(rename_all = "snake_case")]
pub enum BackupPlace {
    /// Beside the records.
    Computer,
    /// In the second place: a stick or a network folder.
    Second,
}

/// Whether a copy can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
#[serde(rename_all = "snake_case")]
pub enum BackupState {
    /// It opens.
    Whole,
    /// It does not prove itself.
    Damaged,
    /// It is under a password that is not known here.
    Locked,
}

/// A copy in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Backup {
    /// The name of its file, by which it is named.
    pub name: String,
    /// Where it lies.
    pub place: BackupPlace,
    /// «3 мая 2026, 14:03»
    pub at: String,
    /// Its day.
    pub on: NaiveDate,
    /// «при запуске»
    pub why: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Whether it can be used.
    pub state: BackupState,
    /// What is inside; none where it does not open.
    pub inside: Option<Inside>,
}

/// What a copy holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Inside {
    /// Short names of the communities.
    pub communities: Vec<String>,
    /// Meetings with a protocol.
    #[ts(type = "number")]
    pub protocols: u64,
    /// Rows of plans.
    #[ts(type = "number")]
    pub activities: u64,
    /// People.
    #[ts(type = "number")]
    pub people: u64,
    /// Attached files.
    #[ts(type = "number")]
    pub files: u64,
    /// «2 мая, 18:40 — Изменён протокол № 2»
    pub last_change: Option<String>,
}

/// The copies of a data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Backups {
    /// The folder where those of this computer lie.
    pub folder: String,
    /// The newest first.
    pub list: Vec<Backup>,
    /// When the newest was made: «3 мая 2026, 14:03».
    pub last: Option<String>,
    /// When the newest was tried by restoring it: «3 мая».
    pub tried: Option<String>,
    /// The second place.
    pub second: Option<SecondPlace>,
    /// Why the last copy was not made, in a sentence.
    pub fault: Option<String>,
}

/// A second place for copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct SecondPlace {
    /// The folder that was chosen.
    pub path: String,
    /// Whether it is there now.
    pub here: bool,
    /// When it was caught up last: «3 мая 2026».
    pub last: Option<String>,
}

/// What is inside a copy, to be looked at before it is restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct BackupContents {
    /// «3 мая 2026, 14:03»
    pub at: String,
    /// The communities.
    pub communities: Vec<CommunityInside>,
    /// The last changes, newest first.
    pub changes: Vec<PastChange>,
}

/// A community in a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct CommunityInside {
    /// Its name.
    pub name: String,
    /// Its school years, the newest first.
    pub years: Vec<YearInside>,
    /// Its members by name.
    pub people: Vec<String>,
}

/// A school year in a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct YearInside {
    /// «2025/2026»
    pub year: String,
    /// Titles of its meetings and protocols.
    pub protocols: Vec<String>,
    /// Rows of its plan.
    #[ts(type = "number")]
    pub activities: usize,
}

/// A change in the history of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct PastChange {
    /// «2 мая, 18:40»
    pub at: String,
    /// «Изменён протокол № 2 от 16.01.2026»
    pub name: String,
}
