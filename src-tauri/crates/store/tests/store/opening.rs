//! Creating and opening: what is not ours is refused and stays as it was.

use std::fs;
use std::path::Path;

use chrono::Days;
use pps_store::backup::change_key;
use pps_store::{Key, OpenError, Store, key_by_password, meddle};
use rstest::rstest;
use rusqlite::Connection;

use crate::support::*;

fn refused(path: &Path) -> OpenError {
    match Store::open(path, None, today()) {
        Ok(_) => panic!("the file was opened"),
        Err(fault) => fault,
    }
}

/// A refusal must leave the folder and the bytes as they were.
fn refused_untouched(place: &TempStore) -> OpenError {
    let before = (place.names(), fs::read(&place.path).unwrap());
    let fault = refused(&place.path);
    assert_eq!((place.names(), fs::read(&place.path).unwrap()), before);
    fault
}

fn plain(place: &TempStore, sql: &str) {
    let connection = Connection::open(&place.path).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
}

fn raw(place: &TempStore, sql: &str) {
    let connection = meddle(&place.path).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
}

#[rstest]
#[case::empty(b"")]
#[case::png(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")]
#[case::text("Протокол № 2".as_bytes())]
#[case::word(b"PK\x03\x04")]
fn what_is_no_database_is_foreign(#[case] bytes: &[u8]) {
    let place = TempStore::empty();
    fs::write(&place.path, bytes).unwrap();
    assert!(matches!(refused_untouched(&place), OpenError::Foreign(_)));
}

#[test]
fn another_programs_database_is_foreign() {
    let place = TempStore::empty();
    plain(&place, "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('моё')");
    assert!(matches!(refused_untouched(&place), OpenError::Foreign(_)));
    plain(&place, "PRAGMA journal_mode = WAL; INSERT INTO notes VALUES ('ещё')");
    assert!(matches!(refused_untouched(&place), OpenError::Foreign(_)));
}

#[test]
fn a_folder_is_foreign_and_nothing_is_missing() {
    let place = TempStore::empty();
    assert!(matches!(refused(&place.path), OpenError::Missing(_)));
    assert_eq!(place.names(), [] as [&str; 0]);
    fs::create_dir(&place.path).unwrap();
    assert!(matches!(refused(&place.path), OpenError::Foreign(_) | OpenError::Io(_)));
    assert_eq!(place.names(), ["year.db"]);
}

#[test]
fn a_newer_file_is_refused() {
    let place = TempStore::new();
    fs::remove_file(place.folder.path().join("year.db.lock")).unwrap();
    raw(&place, "PRAGMA user_version = 99; CREATE TABLE later (x); INSERT INTO later VALUES (1)");
    assert!(matches!(refused_untouched(&place), OpenError::Newer { found: 99, known: 4 }));
}

#[test]
fn a_newer_file_whose_log_is_hot_is_refused_with_its_log() {
    let place = TempStore::new();
    fs::remove_file(place.folder.path().join("year.db.lock")).unwrap();
    let copy = TempStore::empty();
    let connection = meddle(&place.path).unwrap();
    connection
        .execute_batch("PRAGMA user_version = 99; PRAGMA journal_mode = WAL; CREATE TABLE later (x)")
        .unwrap();
    // What a crash leaves: the file with a log that was not carried over.
    for name in ["year.db", "year.db-wal"] {
        fs::copy(place.folder.path().join(name), copy.folder.path().join(name)).unwrap();
    }
    let log = copy.folder.path().join("year.db-wal");
    let before = fs::read(&log).unwrap();
    assert!(!before.is_empty());
    assert!(matches!(refused_untouched(&copy), OpenError::Newer { found: 99, .. }));
    assert_eq!(fs::read(&log).unwrap(), before);
}

#[test]
fn a_file_with_a_password_asks_for_it() {
    let place = filled();
    let key = Key::new("весна 2026", [7; 8]);
    change_key(&place.path, &Key::open(), &key).unwrap();
    assert!(matches!(refused(&place.path), OpenError::NeedsKey));
    let other = Key::new("осень 2026", [7; 8]);
    assert!(matches!(Store::open(&place.path, Some(other), today()), Err(OpenError::NeedsKey)));
    assert!(matches!(key_by_password(&place.path, "осень"), Err(OpenError::WrongKey)));
    let typed = key_by_password(&place.path, "весна 2026").unwrap();
    let store = Store::open(&place.path, Some(typed), today()).unwrap();
    assert_eq!(store.verify_history().unwrap(), []);
    assert_eq!(get(&store, id(100)), Some(school(100, &"Школа ".repeat(40)).into()));
    store.close().unwrap();
    let bytes = fs::read(&place.path).unwrap();
    assert!(!bytes.windows(10).any(|window| window == "Школа".as_bytes()), "nothing of it lies in the open");
}

fn filled() -> TempStore {
    let place = TempStore::new();
    let store = place.open();
    let schools = (100..400).map(|number| school(number, &"Школа ".repeat(40)).into()).collect();
    put(&store, 1, schools);
    store.close().unwrap();
    fs::remove_file(place.folder.path().join("year.db.lock")).unwrap();
    place
}

#[rstest]
#[case(50)]
#[case(99)]
#[case(1000)]
#[case(4096 * 20 + 7)]
fn a_truncated_file_is_damaged(#[case] length: usize) {
    let place = filled();
    let bytes = fs::read(&place.path).unwrap();
    assert!(bytes.len() > 4096 * 30);
    fs::write(&place.path, &bytes[..length]).unwrap();
    assert!(matches!(refused_untouched(&place), OpenError::Damaged(_)));
}

#[test]
fn a_damaged_page_is_found_by_the_weekly_check() {
    let place = filled();
    let mut bytes = fs::read(&place.path).unwrap();
    for page in 8..12 {
        bytes[page * 4096..page * 4096 + 64].fill(0xa5);
    }
    fs::write(&place.path, &bytes).unwrap();
    let before = place.names();
    let later = today().checked_add_days(Days::new(7)).unwrap();
    let fault = Store::open(&place.path, None, later).map(drop).unwrap_err();
    assert!(matches!(fault, OpenError::Damaged(_)), "{fault}");
    assert_eq!(fs::read(&place.path).unwrap(), bytes);
    assert_eq!(place.names(), before);
}

#[test]
fn a_file_is_open_once() {
    let place = TempStore::new();
    let store = place.open();
    put(&store, 1, vec![school(10, "Школа").into()]);
    let before = place.names();
    let fault = refused(&place.path);
    assert!(matches!(fault, OpenError::InUse));
    assert!(fault.to_string().starts_with("Программа уже открыта"), "{fault}");
    assert_eq!(place.names(), before);
    assert_eq!(get(&store, id(10)), Some(school(10, "Школа").into()));
    store.close().unwrap();
    place.open().close().unwrap();
}

#[test]
fn an_orderly_end_leaves_the_file_alone() {
    let place = TempStore::new();
    assert!(matches!(Store::create(&place.path), Err(OpenError::Exists(_))));
    let store = place.open();
    put(&store, 1, vec![school(10, "Школа").into()]);
    drop(store);
    assert_eq!(place.names(), ["year.db", "year.db.lock"]);
}

#[test]
fn attached_files_lie_beside_and_must_be_ours() {
    let place = TempStore::new();
    let store = place.open();
    let hash = store
        .write(operation(1, "Прикреплён файл"), |w| w.put_file(b"%PDF-1.7", "application/pdf"));
    let hash: String = hash.unwrap();
    store.close().unwrap();
    assert_eq!(place.names(), ["year.db", "year.db.lock", "year.files.db"]);
    let store = place.open();
    let wanted = hash.clone();
    assert_eq!(store.read(move |reader| reader.file(&wanted)).unwrap(), Some(b"%PDF-1.7".to_vec()));
    assert_eq!(store.read(|reader| reader.files()).unwrap()[0].sha256, hash);
    store.close().unwrap();
    fs::write(place.folder.path().join("year.files.db"), "не база").unwrap();
    assert!(matches!(refused_untouched(&place), OpenError::Foreign(_)));
}

#[test]
fn a_refused_creation_leaves_nothing() {
    let place = TempStore::empty();
    let beside = place.folder.path().join("year.files.db");
    fs::write(&beside, "чужое").unwrap();
    let fault = Store::create(&place.path).unwrap_err();
    assert!(matches!(&fault, OpenError::Foreign(path) if *path == beside), "{fault}");
    assert_eq!(place.names(), ["year.files.db"]);
    fs::remove_file(&beside).unwrap();
    Store::create(&place.path).unwrap();
}

#[test]
fn what_a_killed_program_left_is_cleaned() {
    let place = TempStore::new();
    let store = place.open();
    store.write(operation(1, "Файл"), |w| w.put_file(b"1", "text/plain")).unwrap();
    store.close().unwrap();
    let clean = place.names();
    let file = |name: &str| place.folder.path().join(name);
    fs::copy(file("year.files.db"), file("year.files.db.part")).unwrap();
    for name in ["year.files.db.part-wal", "year.files.db.part-shm", "year.db.part-journal"] {
        fs::write(file(name), "остаток").unwrap();
    }
    place.open().close().unwrap();
    assert_eq!(place.names(), clean);
    // A browser names its own unfinished files so.
    fs::write(file("year.db.part"), "чужое").unwrap();
    place.open().close().unwrap();
    assert!(file("year.db.part").exists());
}

#[test]
fn the_schema_is_what_it_was() {
    let place = TempStore::new();
    let store = place.open();
    store.write(operation(1, "Файл"), |w| w.put_file(b"1", "text/plain")).unwrap();
    store.close().unwrap();
    let schema = |name: &str| {
        let connection = meddle(&place.folder.path().join(name)).unwrap();
        let header: (i64, i64) = connection
            .query_row("SELECT * FROM pragma_application_id, pragma_user_version", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        let mut statement = connection
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
            .unwrap();
        let sql = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let sql: Vec<_> = sql.collect::<Result<_, _>>().unwrap();
        format!("application_id {:#x}, user_version {}\n\n{}\n", header.0, header.1, sql.join(";\n\n"))
    };
    insta::assert_snapshot!("records", schema("year.db"));
    insta::assert_snapshot!("files", schema("year.files.db"));
}
