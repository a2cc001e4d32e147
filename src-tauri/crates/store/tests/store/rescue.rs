//! What a damaged file still gives, joined with the newest copy.

use std::fs;
use std::path::{Path, PathBuf};

use pps_domain::calendar::day;
use pps_store::rescue::{Rescue, Rescued, rescue};
use pps_store::{Key, Store, StoreError};

use crate::support::*;

const PAGE: usize = 4096;

/// A year whose copy is older than its last changes: some records are only in the copy's form there, some only in the year.
fn lived() -> (TempStore, PathBuf) {
    let place = TempStore::new();
    let store = place.open();
    let schools: Vec<_> = (100..160)
        .map(|number| school(number, &format!("Школа № {number} {}", "далёкая ".repeat(30))).into())
        .collect();
    put(&store, 1, [vec![community().into()], schools].concat());
    put(
        &store,
        2,
        (200..230).map(|number| person(number, "Ларина Софья Юрьевна", Some(100)).into()).collect(),
    );
    let copy = place.folder.path().join("copy.db");
    store.back_up(&copy).unwrap();
    put(&store, 3, vec![meeting(300, 1, day(2026, 1, 16), "Новая тема", &[200, 201]).into()]);
    put(&store, 4, vec![person(200, "Варина Софья Юрьевна", Some(100)).into()]);
    store.write(operation(5, "Удалено"), |w| w.delete(id(159))).unwrap();
    store.close().unwrap();
    (place, copy)
}

fn saved(place: &TempStore, damaged: &[u8], copy: Option<&Path>) -> Result<(Rescued, Store), StoreError> {
    let aside = place.folder.path().join("aside.db");
    fs::write(&aside, damaged).unwrap();
    fs::write(&place.path, damaged).unwrap();
    let request = Rescue {
        damaged: &aside,
        copy,
        copied_files: &[],
        keys: &[Key::open()],
        key: &Key::open(),
        operation: id(0xabcd),
        at: instant(10_000),
    };
    let told = rescue(&request, &place.path)?;
    assert_eq!(fs::read(&aside).unwrap(), damaged, "the damaged file stays as it is");
    let store = place.open();
    assert_eq!(store.verify_history().unwrap(), [], "what comes out is sound");
    Ok((told, store))
}

#[test]
fn whichever_page_is_gone_nothing_that_stands_twice_is_lost() {
    let (place, copy) = lived();
    let whole = fs::read(&place.path).unwrap();
    for page in 0..whole.len() / PAGE {
        let mut damaged = whole.clone();
        damaged[page * PAGE + 17..page * PAGE + 900].fill(0x5a);
        let (told, store) = saved(&place, &damaged, Some(&copy)).unwrap();
        // The community, 60 schools less one, 30 people, one meeting.
        assert_eq!(told.saved, 91, "page {page}: {told:?}");
        assert!(told.doubtful.is_empty());
        let newest = person(200, "Варина Софья Юрьевна", Some(100));
        assert_eq!(get(&store, id(200)), Some(newest.into()), "page {page}");
        assert_eq!(get(&store, id(159)), None, "what was deleted does not come back");
        store.close().unwrap();
    }
}

#[test]
fn without_a_copy_the_history_stands_for_what_the_table_lost() {
    let (place, _) = lived();
    let whole = fs::read(&place.path).unwrap();
    let (mut sum, mut refused) = (0, 0);
    for page in (1..whole.len() / PAGE).step_by(3) {
        let mut damaged = whole.clone();
        damaged[page * PAGE + 100] ^= 1;
        // Where the pages that say where the tables are are gone, only a copy helps.
        match saved(&place, &damaged, None) {
            Ok((told, store)) => {
                sum += told.saved;
                store.close().unwrap();
            }
            Err(_) => refused += 1,
        }
    }
    assert!(refused <= 6, "{refused}");
    let pages = (whole.len() / PAGE - 1).div_ceil(3) - refused;
    assert!(sum * 100 >= 91 * pages * 97, "{sum} of {} were saved", 91 * pages);
}

#[test]
fn a_file_that_gives_nothing_gives_way_to_the_copy() {
    let (place, copy) = lived();
    let noise: Vec<u8> = (0..40 * PAGE).map(|at| (at * 31 % 251) as u8).collect();
    let (told, store) = saved(&place, &noise, Some(&copy)).unwrap();
    // In the copy are the school that was deleted later and no meeting.
    assert_eq!((told.saved, told.newer, told.all_read), (91, 0, false));
    assert_eq!(get(&store, id(200)), Some(person(200, "Ларина Софья Юрьевна", Some(100)).into()));
    store.close().unwrap();
    let before = fs::read(&place.path).unwrap();
    assert!(saved(&place, &noise, None).is_err());
    assert_eq!(fs::read(&place.path).unwrap().len(), noise.len(), "nothing was put in its place");
    assert!(!before.is_empty());
}

#[test]
fn a_file_cut_short_gives_what_is_left() {
    let (place, copy) = lived();
    let whole = fs::read(&place.path).unwrap();
    for share in [9, 7, 5, 2] {
        let (told, store) = saved(&place, &whole[..whole.len() / 10 * share], Some(&copy)).unwrap();
        assert!(told.saved >= 90, "{share} tenths: {told:?}");
        store.close().unwrap();
    }
}

#[test]
fn a_record_whose_text_does_not_fit_is_kept_and_named() {
    let (place, _) = lived();
    let meddled = pps_store::meddle(&place.path).unwrap();
    meddled.execute_batch(
        "UPDATE record SET body = replace(body, 'Школа № 150', 'Школа № 151') WHERE kind = 'organisation';
         DELETE FROM revision WHERE kind = 'organisation'; PRAGMA wal_checkpoint(TRUNCATE);",
    ).unwrap();
    drop(meddled);
    let damaged = fs::read(&place.path).unwrap();
    let (told, store) = saved(&place, &damaged, None).unwrap();
    assert_eq!(told.doubtful.len(), 1, "{told:?}");
    assert!(told.doubtful[0].starts_with("Школа № 151"), "{:?}", told.doubtful);
    assert!(get(&store, id(150)).is_some());
}

/// A file that was not closed: its last changes are in the log.
fn killed() -> (TempStore, Vec<u8>, Vec<u8>) {
    let place = TempStore::new();
    let store = place.open();
    put(&store, 1, vec![community().into()]);
    store.close().unwrap();
    let store = place.open();
    for number in 0..12_u32 {
        put(&store, 2 + u128::from(number), vec![school(100 + u128::from(number), "Школа № 2").into()]);
    }
    let log = place.folder.path().join("year.db-wal");
    let bytes = (fs::read(&place.path).unwrap(), fs::read(&log).unwrap());
    store.close().unwrap();
    (place, bytes.0, bytes.1)
}

#[test]
fn a_flipped_bit_in_the_log_hides_nothing() {
    let (place, data, log) = killed();
    let beside = place.folder.path().join("year.db-wal");
    for number in 0..40_usize {
        let bit = (number * 104_729 * 8 + number % 8) % (log.len() * 8);
        let mut flipped = log.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        fs::write(&place.path, &data).unwrap();
        fs::write(&beside, &flipped).unwrap();
        match Store::open(&place.path, None, today()) {
            Ok(store) => {
                assert!((100..112).all(|number| get(&store, id(number)).is_some()), "a flipped bit at {bit}");
                store.close().unwrap();
            }
            Err(_) => {
                assert_eq!(fs::read(&beside).unwrap(), flipped, "the log stays for the rescue");
                let aside = place.folder.path().join("aside.db");
                fs::write(&aside, &data).unwrap();
                fs::write(place.folder.path().join("aside.db-wal"), &flipped).unwrap();
                let request = Rescue {
                    damaged: &aside,
                    copy: None,
                    copied_files: &[],
                    keys: &[Key::open()],
                    key: &Key::open(),
                    operation: id(0xabcd),
                    at: instant(10_000),
                };
                let told = rescue(&request, &place.path).unwrap();
                let store = place.open();
                assert!(told.saved >= 12, "a flipped bit at {bit}: {told:?}");
                assert_eq!(store.verify_history().unwrap(), []);
                store.close().unwrap();
            }
        }
    }
}

#[test]
fn a_log_cut_off_within_its_last_change_is_carried_over_up_to_there() {
    let (place, data, log) = killed();
    let beside = place.folder.path().join("year.db-wal");
    for cut in [1, 500, 4_119, 4_120, 4_121] {
        fs::write(&place.path, &data).unwrap();
        fs::write(&beside, &log[..log.len() - cut]).unwrap();
        let store = place.open();
        assert!((100..111).all(|number| get(&store, id(number)).is_some()), "{cut}");
        store.close().unwrap();
    }
}
