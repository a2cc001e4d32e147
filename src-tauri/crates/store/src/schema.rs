//! Both schemas as migrations. A released migration is never edited: what changes comes in a new file.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

/// One of the two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Schema {
    /// Records, history, search.
    Records,
    /// Attached files.
    Files,
}

/// `PPSr`, as `file` and SQLite show it.
const RECORDS_ID: u32 = 0x5050_5372;
/// `PPSf`.
const FILES_ID: u32 = 0x5050_5366;

const RECORDS: &[M<'_>] = &[
    M::up(include_str!("../migrations/0001-records.sql")),
    M::up(include_str!("../migrations/0002-named-parts.sql")),
    M::up(include_str!("../migrations/0003-keys-and-exports.sql")),
    M::up(include_str!("../migrations/0004-search.sql")),
];
const FILES: &[M<'_>] = &[M::up(include_str!("../migrations/files-0001-file.sql"))];

impl Schema {
    /// The `application_id` that marks such a database.
    pub(crate) fn application_id(self) -> u32 {
        match self {
            Self::Records => RECORDS_ID,
            Self::Files => FILES_ID,
        }
    }

    /// The version that this program writes.
    pub(crate) fn version(self) -> u32 {
        // A count of migrations is far below any bound.
        self.steps().len() as u32
    }

    /// Brings a database of an older version to the current one.
    pub(crate) fn migrate(self, connection: &mut Connection) -> Result<(), rusqlite_migration::Error> {
        Migrations::from_slice(self.steps()).to_latest(connection)
    }

    fn steps(self) -> &'static [M<'static>] {
        match self {
            Self::Records => RECORDS,
            Self::Files => FILES,
        }
    }
}
