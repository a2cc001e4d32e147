//! Reading row by row what a damaged data file still gives.
//!
//! After the first page that does not prove itself the engine refuses everything on that connection; so the reading goes on
//! with a fresh one behind the place, and once more from the other end.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, Row};

use crate::error::StoreError;
use crate::opening::{self, Key};
use crate::sql::bin::{self, Binned};
use crate::sql::operation::{self, OperationRow};
use crate::sql::record::{self, Live};
use crate::sql::revision::{self, RevisionRow};

/// So many places that do not read are passed one by one; then the steps grow, for a whole branch of the tree is gone.
const ONE_BY_ONE: u32 = 400;
/// So many in a row without a row between them end the reading from that side.
const GIVE_UP: u32 = 440;

/// What was read. Rows come in the order in which they were made.
#[derive(Default)]
pub(super) struct Salvage {
    pub(super) records: Table<Live>,
    pub(super) bin: Table<Binned>,
    pub(super) operations: Table<OperationRow>,
    pub(super) revisions: Table<RevisionRow>,
}

/// The rows of one table.
pub(super) struct Table<T> {
    pub(super) rows: Vec<T>,
    /// Whether every row was read.
    pub(super) whole: bool,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), whole: false }
    }
}

/// Reads what a database gives; nothing where not even its beginning can be read.
pub(super) fn read(path: &Path, key: Option<&Key>) -> Salvage {
    Salvage {
        records: table(path, key, "record", record::row),
        bin: table(path, key, "bin", bin::row),
        operations: table(path, key, "operation", operation::row),
        revisions: table(path, key, "revision", revision::row),
    }
}

fn table<T>(
    path: &Path,
    key: Option<&Key>,
    name: &str,
    row: impl Fn(&Row<'_>) -> Result<T, StoreError>,
) -> Table<T> {
    let mut found = BTreeMap::new();
    let whole = pass(path, key, name, Way::Up, &row, &mut found);
    if !whole {
        pass(path, key, name, Way::Down, &row, &mut found);
    }
    let whole = whole && found.values().all(Option::is_some);
    Table { rows: found.into_values().flatten().collect(), whole }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// Goes through a table from one end and says whether it came to the other without a gap. A row that is there and is no row
/// of ours stands as none.
fn pass<T>(
    path: &Path,
    key: Option<&Key>,
    name: &str,
    way: Way,
    row: &impl Fn(&Row<'_>) -> Result<T, StoreError>,
    found: &mut BTreeMap<i64, Option<T>>,
) -> bool {
    let (mut at, mut step, mut failed, mut gap) =
        (if way == Way::Up { 0 } else { i64::MAX }, 1_i64, 0, false);
    while failed < GIVE_UP {
        let before = at;
        // Where not even the names of the tables can be read, no row can.
        let Ok(connection) = connect(path, key) else { return false };
        match read_on(&connection, name, way, &mut at, row, found) {
            Ok(()) => return !gap,
            Err(_) => gap = true,
        }
        if at == before {
            failed += 1;
            step = if failed > ONE_BY_ONE { step.saturating_mul(2) } else { 1 };
        } else {
            (failed, step) = (0, 1);
        }
        at = if way == Way::Up { at.saturating_add(step) } else { at.saturating_sub(step) };
        if way == Way::Down && (at <= 0 || found.contains_key(&at)) {
            return false;
        }
    }
    false
}

fn connect(path: &Path, key: Option<&Key>) -> Result<Connection, StoreError> {
    let connection = opening::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    opening::guard(&connection)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

fn read_on<T>(
    connection: &Connection,
    name: &str,
    way: Way,
    at: &mut i64,
    row: &impl Fn(&Row<'_>) -> Result<T, StoreError>,
    found: &mut BTreeMap<i64, Option<T>>,
) -> Result<(), rusqlite::Error> {
    let (sign, order) = if way == Way::Up { (">", "ASC") } else { ("<", "DESC") };
    let sql = format!(
        "SELECT rowid AS place, * FROM {name} NOT INDEXED WHERE rowid {sign} ?1 ORDER BY rowid {order}"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([*at])?;
    while let Some(next) = rows.next()? {
        *at = next.get("place")?;
        found.insert(*at, row(next).ok());
    }
    Ok(())
}
