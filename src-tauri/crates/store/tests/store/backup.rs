//! Copies: whole, proved, under the right key, put back all or nothing.

use std::fs;
use std::path::PathBuf;

use pps_store::backup::{bring_copy_under, change_key, known_keys, look_into_copy, restore};
use pps_store::{Key, OpenError, Store, is_older, key_by_recovery, sealed};

use crate::support::*;

/// A year with a few records and an attached file of some pieces, open.
fn lived() -> (TempStore, Store) {
    let place = TempStore::new();
    let store = place.open();
    put(
        &store,
        1,
        vec![community().into(), school(10, "Школа № 2").into(), person(20, "Ларина Софья", Some(10)).into()],
    );
    store
        .write(operation(2, "Прикреплён файл"), |w| {
            let bytes = scan();
            let size = bytes.len() as u64;
            let sha256 = w.put_file(&bytes, "image/png")?;
            w.put(attachment(50, 10, "Скан.png", sha256, size), None)
        })
        .unwrap();
    (place, store)
}

fn scan() -> Vec<u8> {
    (0..3_000_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

fn copies(place: &TempStore) -> (PathBuf, PathBuf) {
    (place.folder.path().join("copy.db"), place.folder.path().join("copies.files.db"))
}

fn backed_up(place: &TempStore, store: &Store) -> (PathBuf, PathBuf) {
    let (copy, files) = copies(place);
    assert_eq!(store.back_up_files(&files).unwrap(), 1);
    store.back_up(&copy).unwrap();
    (copy, files)
}

#[test]
fn a_copy_holds_all_and_is_put_back_whole() {
    let (place, store) = lived();
    let before = store.dump().unwrap();
    let (copy, files) = backed_up(&place, &store);
    assert_eq!(store.back_up_files(&files).unwrap(), 0, "what is there already comes once");
    let inside = look_into_copy(&copy, &[Key::open()]).unwrap();
    assert_eq!((inside.records["person"], inside.protocols), (1, 0));
    assert_eq!(inside.last.unwrap().1, "Прикреплён файл");

    put(&store, 3, vec![person(21, "Чернова Инна", Some(10)).into()]);
    store.close().unwrap();
    fs::remove_file(place.folder.path().join("year.files.db")).unwrap();
    let bytes = fs::read(&copy).unwrap();
    restore(&place.path, &copy, &files, &[Key::open()], &Key::open()).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), bytes, "the copy itself stays as it is");
    let store = place.open();
    assert_eq!(store.dump().unwrap(), before);
    assert_eq!(store.verify_history().unwrap(), [], "the attached file came back with the records");
    assert_eq!(get(&store, id(21)), None);
}

#[test]
fn what_is_damaged_in_a_copy_is_never_put_back() {
    let (place, store) = lived();
    let (copy, files) = backed_up(&place, &store);
    let before = store.dump().unwrap();
    store.close().unwrap();
    let whole = fs::read(&copy).unwrap();
    let mut refusals = 0;
    for at in (100..whole.len()).step_by(whole.len() / 20) {
        let mut damaged = whole.clone();
        damaged[at] ^= 4;
        fs::write(&copy, damaged).unwrap();
        let refused = restore(&place.path, &copy, &files, &[Key::open()], &Key::open());
        // Indexes are built anew, so a bit of theirs does no harm.
        refusals += usize::from(refused.is_err());
        let store = place.open();
        assert_eq!(store.dump().unwrap(), before, "a flipped bit at {at}");
        assert_eq!(store.verify_history().unwrap(), [], "a flipped bit at {at}");
        store.close().unwrap();
    }
    assert!(refusals >= 8, "{refusals} of 20");
}

#[test]
fn the_key_changes_with_everything_under_it() {
    let (place, store) = lived();
    let before = store.dump().unwrap();
    let (copy, files) = backed_up(&place, &store);
    store.close().unwrap();
    let (first, second) = (Key::new("весна 2026", [1; 8]), Key::new("осень 2026", [2; 8]));
    change_key(&place.path, &Key::open(), &first).unwrap();
    change_key(&place.path, &first, &second).unwrap();

    let keys = known_keys(&place.path, &second).unwrap();
    assert!(keys.contains(&first), "the former key is remembered inside");
    bring_copy_under(&copy, &keys, &second).unwrap();
    assert!(matches!(look_into_copy(&copy, &[Key::open()]), Err(OpenError::NeedsKey)));
    for name in ["year.db", "year.files.db", "copy.db"] {
        assert!(fs::read(place.folder.path().join(name)).unwrap().starts_with(b"PPS1p"), "{name}");
    }
    let store = Store::open(&place.path, Some(second.clone()), today()).unwrap();
    assert_eq!(store.dump().unwrap(), before);
    assert_eq!(store.verify_history().unwrap(), []);
    // The copied files are still in the open; they are turned when they are met.
    assert_eq!(store.back_up_files(&files).unwrap(), 0);
    assert!(fs::read(&files).unwrap().starts_with(b"PPS1p"));
    store.close().unwrap();

    let paper = second.recovery_groups().join(" ");
    assert_eq!(key_by_recovery(&place.path, &paper).unwrap().unwrap(), second);
    assert!(matches!(
        key_by_recovery(&place.path, &first.recovery_groups().join(" ")),
        Err(OpenError::WrongKey)
    ));
    change_key(&place.path, &second, &Key::open()).unwrap();
    assert_eq!(place.open().dump().unwrap(), before);
}

#[test]
fn files_left_behind_by_a_change_of_the_key_are_brought_along() {
    let (place, store) = lived();
    store.close().unwrap();
    let files = place.folder.path().join("year.files.db");
    let left_behind = fs::read(&files).unwrap();
    let key = Key::new("весна 2026", [1; 8]);
    change_key(&place.path, &Key::open(), &key).unwrap();
    // The program was killed between the records and the files.
    fs::write(&files, left_behind).unwrap();
    let store = Store::open(&place.path, Some(key), today()).unwrap();
    assert_eq!(store.verify_history().unwrap(), []);
    assert!(fs::read(&files).unwrap().starts_with(b"PPS1p"));
}

#[test]
fn a_copy_onto_a_full_disk_leaves_nothing_and_the_year_goes_on() {
    let (place, store) = lived();
    let missing = place.folder.path().join("нет такой папки/copy.db");
    assert!(store.back_up(&missing).is_err());
    assert!(store.back_up_files(&missing).is_err());
    put(&store, 3, vec![person(21, "Чернова Инна", Some(10)).into()]);
    let names = place.names();
    assert!(names.iter().all(|name| !name.contains("part")), "{names:?}");
}

#[test]
fn an_attached_file_is_read_in_pieces() {
    let (_place, store) = lived();
    let sha256 = store.read(|reader| reader.files()).unwrap()[0].sha256.clone();
    let whole = scan();
    let mut read = Vec::new();
    loop {
        let (hash, at) = (sha256.clone(), read.len() as u64);
        let piece = store.read(move |reader| reader.file_piece(&hash, at, 1_000_000)).unwrap();
        if piece.is_empty() {
            break;
        }
        assert!(piece.len() <= 1_000_000);
        read.extend(piece);
    }
    assert!(read == whole);
}

#[test]
fn a_small_text_lies_beside_under_the_key() {
    let place = TempStore::new();
    let path = place.folder.path().join("year.drafts.json");
    let key = Key::new("весна 2026", [1; 8]);
    assert_eq!(sealed::read(&path, std::slice::from_ref(&key)).unwrap(), None);
    sealed::write(&path, &key, "Не сохранено: тема").unwrap();
    assert_eq!(sealed::read(&path, &[Key::open(), key]).unwrap().as_deref(), Some("Не сохранено: тема"));
    assert!(sealed::read(&path, &[Key::open()]).is_err());
    assert!(!is_older(&place.path, &Key::open()).unwrap());
}

#[test]
fn asking_for_the_keys_leaves_a_file_with_its_log_as_it_is() {
    let (place, store) = lived();
    let elsewhere = TempStore::empty();
    for name in ["year.db", "year.db-wal"] {
        fs::copy(place.folder.path().join(name), elsewhere.folder.path().join(name)).unwrap();
    }
    store.close().unwrap();
    let bytes =
        || ["year.db", "year.db-wal"].map(|name| fs::read(elsewhere.folder.path().join(name)).unwrap());
    let before = bytes();
    assert!(!before[1].is_empty(), "the log is hot");
    known_keys(&elsewhere.path, &Key::open()).unwrap();
    assert!(!is_older(&elsewhere.path, &Key::open()).unwrap());
    assert!(bytes() == before);
}
