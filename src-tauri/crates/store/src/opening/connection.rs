//! The opening sequence of a database.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::durable::unchanging_address;
use super::header::Found;
use super::key::Key;
use super::paths::beside;
use super::{OpenError, convert, header, log};
use crate::error::StoreError;
use crate::schema::Schema;

/// Days after which a file is checked again although nothing happened to it.
const CHECK_EVERY: u64 = 7;

/// Opens the file of records, whose lock the caller holds. `today` decides whether a full check is due.
pub(crate) fn open_records(path: &Path, key: &Key, today: NaiveDate) -> Result<Connection, OpenError> {
    let schema = Schema::Records;
    let traces = Traces::before(path);
    let opened = checked(path, schema, key, |connection, unclean| {
        let checked = last_check(connection)?;
        let due = checked.is_none_or(|day| day.checked_add_days(Days::new(CHECK_EVERY)) <= Some(today));
        // A clock that was put back must not switch the check off.
        Ok(unclean || due || checked > Some(today))
    });
    match opened {
        Ok((connection, was_checked)) => {
            if was_checked {
                connection.execute("UPDATE state SET checked = ?1", [today.to_string()])?;
            }
            Ok(connection)
        }
        Err(fault) => Err(traces.withdrawn(fault)),
    }
}

/// Opens a database where nothing can be written, only to be read: its form and its log must need no change.
pub(crate) fn open_to_read(path: &Path, schema: Schema, key: &Key) -> Result<Connection, OpenError> {
    let key = match header::look(path, schema)? {
        Found::Sealed(head) if head == key.head() => key,
        Found::Sealed(_) => return Err(OpenError::NeedsKey),
        Found::Plain => return Err(OpenError::NeedsWriting { after_crash: false }),
    };
    if fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0) {
        return Err(OpenError::NeedsWriting { after_crash: true });
    }
    let connection = read_only(path, Some(key))?;
    look_at(&connection, path, schema)?;
    if number(&connection, "user_version")? < schema.version() {
        return Err(OpenError::NeedsWriting { after_crash: false });
    }
    check(&connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Connects to the file of records only to look into it: it stays as it is, whatever its version.
pub(crate) fn look_into_records(path: &Path, key: &Key) -> Result<Connection, OpenError> {
    let traces = Traces::before(path);
    let looked = || {
        let key = match header::look(path, Schema::Records)? {
            Found::Sealed(head) if head == key.head() => Some(key),
            Found::Sealed(_) => return Err(OpenError::NeedsKey),
            Found::Plain => None,
        };
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        guard(&connection)?;
        look_at(&connection, path, Schema::Records)?;
        Ok(connection)
    };
    looked().map_err(|fault| traces.withdrawn(fault))
}

/// Opens the files database. It is checked after an unclean end only: it can be large, its rows never change,
/// and each is proved by its own hash when it is read.
pub(crate) fn open_files(path: &Path, key: &Key) -> Result<Connection, OpenError> {
    open_checking_after_a_crash(path, Schema::Files, key)
}

/// Opens a database, checking the whole of it only after an unclean end.
fn open_checking_after_a_crash(path: &Path, schema: Schema, key: &Key) -> Result<Connection, OpenError> {
    let traces = Traces::before(path);
    let opened = checked(path, schema, key, |_, unclean| Ok(unclean));
    opened.map(|(connection, _)| connection).map_err(|fault| traces.withdrawn(fault))
}

/// Connects to a file under a key, without looking at anything.
pub(crate) fn connect(path: &Path, flags: OpenFlags, key: Option<&Key>) -> Result<Connection, OpenError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // It would tell the standard error of every page that does not prove itself.
    set(&connection, "cipher_log_level", "NONE")?;
    if let Some(key) = key {
        set(&connection, "key", &key.in_sql())?;
    }
    Ok(connection)
}

/// Connects only to read, a database that nobody has open and whose log is empty. Nothing is made beside it, so it may lie where
/// nothing can be written.
pub(crate) fn read_only(path: &Path, key: Option<&Key>) -> Result<Connection, OpenError> {
    let connection = Connection::open_with_flags(
        unchanging_address(path)?,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    set(&connection, "cipher_log_level", "NONE")?;
    if let Some(key) = key {
        set(&connection, "key", &key.in_sql())?;
    }
    set(&connection, "trusted_schema", "OFF")?;
    Ok(connection)
}

/// Connects to a new file that is thrown away whole if anything goes wrong.
pub(crate) fn connect_new(path: &Path, key: &Key) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = connect(path, flags, Some(key))?;
    set(&connection, "locking_mode", "EXCLUSIVE")?;
    set(&connection, "trusted_schema", "OFF")?;
    // It needs no log, and is written through once at the end.
    set(&connection, "journal_mode", "OFF")?;
    set(&connection, "synchronous", "OFF")?;
    set(&connection, "temp_store", "MEMORY")?;
    Ok(connection)
}

/// The version of a file under a key, which stays as it is.
pub(super) fn version(path: &Path, key: &Key) -> Result<u32, OpenError> {
    let traces = Traces::before(path);
    let read = || {
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key))?;
        guard(&connection)?;
        number(&connection, "user_version")
    };
    let version = read();
    traces.cleared();
    version
}

/// Whether the open key opens a file, whatever its first bytes say.
pub(crate) fn opens(path: &Path, schema: Schema) -> bool {
    let connected = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(&Key::open()));
    connected.and_then(|connection| number(&connection, "application_id")).ok()
        == Some(schema.application_id())
}

/// The sequence itself. `is_due` is asked whether the whole file is to be checked; the answer comes back.
fn checked(
    path: &Path,
    schema: Schema,
    key: &Key,
    is_due: impl FnOnce(&Connection, bool) -> Result<bool, OpenError>,
) -> Result<(Connection, bool), OpenError> {
    match header::look(path, schema)? {
        Found::Sealed(head) if head == key.head() => {}
        Found::Sealed(_) => return Err(OpenError::NeedsKey),
        Found::Plain => convert::seal(path, schema, key)?,
    }
    // Only an end without closing leaves a log with something in it.
    let unclean = fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
    if unclean && log::hides_a_change(path)? {
        return Err(OpenError::Damaged("журнал последних изменений нарушен".to_owned()));
    }

    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key))?;
    // SQLite opens a file that may not be written all the same, and every save would then fail.
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(OpenError::ReadOnly);
    }
    guard(&connection)?;
    look_at(&connection, path, schema)?;

    let due = is_due(&connection, unclean)?;
    if due && unclean {
        // What lies in the file alone may be torn where the log holds the page; so it is read by way of the log.
        look_for(&connection, &["PRAGMA quick_check(3)"])?;
    } else if due {
        check(&connection)?;
    }

    prepare(&connection)?;
    schema.migrate(&mut connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok((connection, due))
}

/// Keeps a connection from changing a file that may yet be refused.
pub(crate) fn guard(connection: &Connection) -> Result<(), OpenError> {
    // Without this a newer file whose log is hot would change when it is closed again.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    set(connection, "locking_mode", "EXCLUSIVE")?;
    set(connection, "trusted_schema", "OFF")?;
    set(connection, "cell_size_check", "ON")
}

/// Refuses what is not ours, is newer or holds nothing.
pub(super) fn look_at(connection: &Connection, path: &Path, schema: Schema) -> Result<(), OpenError> {
    if number(connection, "application_id")? != schema.application_id() {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    let version = number(connection, "user_version")?;
    header::refuse_newer(version, schema)?;
    if version == 0 {
        return Err(OpenError::Damaged("в файле нет таблиц".to_owned()));
    }
    Ok(())
}

/// What every connection works with from the moment it may write.
pub(crate) fn prepare(connection: &Connection) -> Result<(), OpenError> {
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(OpenError::Io("папка не позволяет вести журнал записи".to_owned()));
    }
    set(connection, "synchronous", "FULL")?;
    set(connection, "foreign_keys", "ON")?;
    set(connection, "secure_delete", "ON")?;
    set(connection, "temp_store", "MEMORY")
}

/// Carries the log over and cuts it: it holds pages as they were before.
pub(crate) fn empty_log(connection: &Connection) -> Result<(), StoreError> {
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 {
        Ok(())
    } else {
        Err(StoreError::Io("журнал записи занят другой программой".to_owned()))
    }
}

/// Closes a database in an orderly way: the log is carried over and removed. That is what tells a clean end. A log that
/// could not be carried over, on a full disk, stays and is carried over when the file is opened next.
pub(crate) fn close(path: &Path, connection: Connection) -> Result<(), OpenError> {
    let carried: Result<(i64, i64, i64), _> =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        });
    // Closing itself carries nothing over: what fails there nobody would be told.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.close().map_err(|(_, fault)| fault)?;
    let (busy, ..) = carried?;
    if busy != 0 {
        return Err(OpenError::InUse);
    }
    remove_empty_log(path)
}

fn remove_empty_log(path: &Path) -> Result<(), OpenError> {
    let log = beside(path, "-wal");
    if fs::metadata(&log).is_ok_and(|log| log.len() == 0) {
        fs::remove_file(log)?;
    }
    Ok(())
}

/// Leaves a file that was only looked into. A log that it has stays as it is: carried over, it would change a file that may be
/// damaged and is yet to be set aside.
pub(crate) fn leave(path: &Path, connection: Connection) -> Result<(), OpenError> {
    connection.close().map_err(|(_, fault)| fault)?;
    remove_empty_log(path)
}

/// The numbers of the pages that do not prove themselves.
pub(crate) fn unproved_pages(connection: &Connection) -> Result<Vec<u64>, OpenError> {
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?;
    let found = found.collect::<Result<Vec<_>, _>>()?;
    // «HMAC verification failed for page 17»
    Ok(found.iter().filter_map(|told| told.rsplit(' ').next()?.parse().ok()).collect())
}

/// Looks at every page and at how they hang together.
pub(crate) fn check(connection: &Connection) -> Result<(), OpenError> {
    look_for(connection, &["PRAGMA cipher_integrity_check", "PRAGMA quick_check(3)"])
}

fn look_for(connection: &Connection, pragmas: &[&str]) -> Result<(), OpenError> {
    for pragma in pragmas {
        let mut statement = connection.prepare(pragma)?;
        let found = statement.query_map([], |row| row.get::<_, String>(0))?;
        let found = found.collect::<Result<Vec<_>, _>>()?;
        if found.iter().any(|told| told != "ok") {
            tracing::warn!(?found, "the check found faults");
            return Err(OpenError::Damaged("проверка нашла нарушения в структуре файла".to_owned()));
        }
    }
    Ok(())
}

fn last_check(connection: &Connection) -> Result<Option<NaiveDate>, OpenError> {
    let day: Option<String> = connection.query_row("SELECT checked FROM state", [], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// Sets a pragma, whether or not it answers with a row.
pub(crate) fn set(connection: &Connection, pragma: &str, value: &str) -> Result<(), OpenError> {
    connection.pragma_update_and_check(None, pragma, value, |_| Ok(())).or_else(|fault| match fault {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        other => Err(other.into()),
    })
}

pub(super) fn number(connection: &Connection, pragma: &str) -> Result<u32, OpenError> {
    let number: i64 = connection.pragma_query_value(None, pragma, |row| row.get(0))?;
    u32::try_from(number).map_err(|_| OpenError::Damaged("непонятная отметка в начале файла".to_owned()))
}

/// Which of SQLite's files were beside a data file before it was opened.
struct Traces(Vec<PathBuf>);

impl Traces {
    fn before(path: &Path) -> Self {
        let beside = ["-wal", "-shm"].map(|ending| beside(path, ending));
        Self(beside.into_iter().filter(|path| !path.exists()).collect())
    }

    /// Removes those that a refused opening has made; its connection is closed by now and wrote nothing into
    /// them. Those of another program that came between are not ours to touch.
    fn withdrawn(self, fault: OpenError) -> OpenError {
        if !matches!(fault, OpenError::InUse) {
            self.cleared();
        }
        fault
    }

    fn cleared(self) {
        for path in self.0.iter().filter(|path| fs::metadata(path).is_ok_and(|file| file.len() == 0)) {
            let _ = fs::remove_file(path);
        }
    }
}
