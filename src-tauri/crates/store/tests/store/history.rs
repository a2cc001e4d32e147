//! Operations, undoing, merging, proving.

use pps_domain::calendar::day;
use pps_domain::records::Record;
use pps_store::{Change, HistoryFault, NewOperation, Store, StoreError};
use rusqlite::Connection;

use crate::support::*;

fn save(store: &Store, new: NewOperation, title: &str) {
    let record = difficulty(40, title);
    store
        .write(new, move |w| {
            let seen = w.get(id(40))?.map(|(_, seen)| seen);
            w.put(record, seen)
        })
        .map(drop)
        .unwrap();
}

fn typed(number: u128, second: i64) -> NewOperation {
    NewOperation {
        at: instant(second), merge: true, ..operation(number, "Изменено затруднение")
    }
}

fn names(store: &Store) -> Vec<String> {
    let operations = store.read(|reader| reader.operations(100)).unwrap();
    operations.into_iter().map(|operation| operation.name).collect()
}

fn title(store: &Store) -> Option<String> {
    get(store, id(40)).map(|record| match record {
        Record::Difficulty(record) => record.title,
        other => panic!("{other:?}"),
    })
}

fn started() -> (Place, Store) {
    let place = Place::new();
    let store = place.open();
    put(&store, 1, vec![community().into()]);
    save(&store, operation(2, "Внесено затруднение"), "первое");
    (place, store)
}

#[test]
fn undo_and_redo_go_through_a_restart() {
    let (place, store) = started();
    save(&store, operation(3, "Изменено затруднение"), "второе");
    store.close();

    let store = place.open();
    assert_eq!(store.read(|reader| reader.next_undo()).unwrap().unwrap(), "Изменено затруднение");
    let undone = store.undo(id(901), instant(1000)).unwrap().unwrap();
    assert_eq!(undone.name, "Изменено затруднение");
    assert_eq!(undone.records, [(pps_domain::records::Kind::Difficulty, id(40))]);
    assert_eq!(title(&store).unwrap(), "первое");
    store.undo(id(902), instant(1001)).unwrap().unwrap();
    assert_eq!(title(&store), None);
    store.undo(id(903), instant(1002)).unwrap().unwrap();
    assert_eq!(store.undo(id(904), instant(1003)).unwrap(), None);
    store.close();

    let store = place.open();
    assert_eq!(store.read(|reader| reader.next_redo()).unwrap().unwrap(), "Внесены записи");
    for number in 905..908 {
        store.redo(id(number), instant(1000)).unwrap().unwrap();
    }
    assert_eq!(title(&store).unwrap(), "второе");
    assert_eq!(store.redo(id(908), instant(1000)).unwrap(), None);
    assert_eq!(names(&store)[..2], ["Возвращено: Изменено затруднение", "Возвращено: Внесено затруднение"]);
    assert_eq!(names(&store)[5], "Отменено: Изменено затруднение");

    // And once more, back and forth.
    store.undo(id(909), instant(1000)).unwrap().unwrap();
    assert_eq!(title(&store).unwrap(), "первое");
    store.redo(id(910), instant(1000)).unwrap().unwrap();
    assert_eq!(title(&store).unwrap(), "второе");
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn something_new_ends_redoing() {
    let (_place, store) = started();
    store.undo(id(901), instant(1000)).unwrap().unwrap();
    put(&store, 5, vec![school(10, "Школа").into()]);
    assert_eq!(store.redo(id(902), instant(1001)).unwrap(), None);
    store.undo(id(903), instant(1002)).unwrap().unwrap();
    assert_eq!(get(&store, id(10)), None);
    // What was undone before stays undone.
    assert_eq!(store.undo(id(904), instant(1003)).unwrap().unwrap().name, "Внесены записи");
    assert_eq!(get(&store, id(COMMUNITY)), None);
}

#[test]
fn a_revision_never_repeats() {
    let (_place, store) = started();
    let seen = store.read(|reader| reader.get(id(40))).unwrap().unwrap().1;
    store.undo(id(901), instant(1000)).unwrap().unwrap();
    store.redo(id(902), instant(1001)).unwrap().unwrap();
    // The text is the same again, and yet a page that has slept meanwhile must look first.
    let late = store.write(operation(9, "…"), move |w| w.put(difficulty(40, "поздно"), Some(seen)));
    assert!(matches!(late, Err(StoreError::Stale { .. })));
}

#[test]
fn saves_of_one_field_merge_within_a_minute() {
    let (_place, store) = started();
    save(&store, typed(10, 1000), "в");
    save(&store, typed(11, 1030), "вт");
    save(&store, typed(12, 1059), "вто");
    assert_eq!(names(&store), ["Изменено затруднение", "Внесено затруднение", "Внесены записи"]);
    let history = store.read(|reader| reader.history(id(40))).unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[0].before, Some(difficulty(40, "первое").into()));
    assert_eq!(history[0].after, Some(difficulty(40, "вто").into()));
    assert_eq!(history[0].at, instant(1000));

    save(&store, typed(13, 1060), "втор");
    assert_eq!(names(&store).len(), 4, "a minute has passed");
    store.undo(id(901), instant(1061)).unwrap().unwrap();
    assert_eq!(title(&store).unwrap(), "вто");
    save(&store, typed(14, 1062), "после отмены");
    assert_eq!(names(&store).len(), 6, "nothing merges across an undoing");
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn other_saves_do_not_merge() {
    let (place, store) = started();
    save(&store, typed(10, 1000), "в");
    put(&store, 20, vec![school(10, "Школа").into()]);
    save(&store, typed(11, 1001), "вт");
    assert_eq!(names(&store).len(), 5, "something else came between");
    save(&store, NewOperation { name: "Иначе".into(), ..typed(12, 1002) }, "вто");
    assert_eq!(names(&store).len(), 6, "another name");
    save(&store, NewOperation { name: "Иначе".into(), merge: false, ..typed(13, 1003) }, "втор");
    assert_eq!(names(&store).len(), 7, "asked not to");
    save(&store, typed(14, 1004), "второ");
    store.close();
    let store = place.open();
    save(&store, typed(15, 1005), "второе");
    assert_eq!(names(&store).len(), 9, "another sitting");
    save(&store, typed(16, 900), "раньше");
    assert_eq!(names(&store).len(), 10, "a clock that was put back");
}

#[test]
fn typing_that_is_taken_back_leaves_no_operation() {
    let (_place, store) = started();
    save(&store, typed(10, 1000), "первое!");
    save(&store, typed(11, 1001), "первое");
    save(&store, typed(12, 1002), "первое");
    assert_eq!(names(&store), ["Внесено затруднение", "Внесены записи"]);
    store.undo(id(901), instant(1003)).unwrap().unwrap();
    assert_eq!(title(&store), None);
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn an_operation_says_what_it_touched() {
    let (_place, store) = started();
    store.write(operation(3, "Удалено"), |w| w.delete(id(40))).unwrap();
    let operations = store.read(|reader| reader.operations(1)).unwrap();
    let [operation] = operations.as_slice() else { panic!("{operations:?}") };
    let (named, change) = &operation.records[0];
    assert_eq!((named.title.as_str(), *change), ("первое", Change::Deleted));
    assert_eq!(operation.at, instant(300));
    store.undo(id(901), instant(1000)).unwrap().unwrap();
    assert_eq!(title(&store).unwrap(), "первое");
    assert!(store.read(|reader| reader.bin()).unwrap().is_empty());
    let operations = store.read(|reader| reader.operations(9)).unwrap();
    assert_eq!(operations[0].undoes, Some(operations[1].id));
    assert_eq!(operations[1].undone_by, Some(operations[0].id));
}

#[test]
fn one_identifier_is_one_operation() {
    let (_place, store) = started();
    let again = store.write(operation(2, "Ещё раз"), |w| w.put(school(10, "Школа"), None));
    assert!(matches!(again, Err(StoreError::OperationTwice(_))));
    assert_eq!(get(&store, id(10)), None);
}

/// Changes the closed file behind the program's back.
fn meddle(place: &Place, sql: &str) {
    let connection = Connection::open(&place.path).unwrap();
    assert!(connection.execute(sql, []).unwrap() > 0);
    connection.close().unwrap();
}

#[test]
fn undoing_what_was_changed_otherwise_is_refused() {
    let (place, store) = started();
    store.close();
    meddle(&place, "UPDATE record SET body = replace(body, 'первое', 'чужое') WHERE kind = 'difficulty'");
    let store = place.open();
    let refused = store.undo(id(901), instant(1000)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Нельзя отменить «Внесено затруднение»: запись «первое» с тех пор изменилась; исправьте её вручную."
    );
    assert_eq!(title(&store).unwrap(), "чужое");
}

#[test]
fn whatever_is_changed_behind_our_back_is_found() {
    let found = |sql: &str| {
        let (place, store) = started();
        store
            .write(operation(3, "Внесено"), |w| {
                w.put(meeting(30, 1, day(2026, 1, 16), "Тема", &[]), None)
            })
            .unwrap();
        store.write(operation(4, "Удалено"), |w| w.delete(id(40))).unwrap();
        assert_eq!(store.verify_history().unwrap(), []);
        store.close();
        meddle(&place, sql);
        let store = place.open();
        store.verify_history().unwrap()
    };
    // One flipped bit turns «Т» into another letter.
    let body = found("UPDATE record SET body = replace(body, 'Тема', 'Уема') WHERE kind = 'meeting'");
    assert!(matches!(body[..], [HistoryFault::Record { .. }, HistoryFault::Chain { .. }]), "{body:?}");
    let after = found("UPDATE revision SET after = replace(after, 'Тема', 'Уема') WHERE kind = 'meeting'");
    assert!(matches!(after[..], [HistoryFault::Revision { .. }, HistoryFault::Chain { .. }]), "{after:?}");
    let bin = found("UPDATE bin SET body = replace(body, 'первое', 'перво') WHERE kind = 'difficulty'");
    assert!(matches!(bin[..], [HistoryFault::Record { .. }]), "{bin:?}");
    let name = found("UPDATE operation SET name = 'Удалено не мной' WHERE name = 'Удалено'");
    assert!(matches!(name[..], [HistoryFault::Operation { .. }]), "{name:?}");
    let undone = found("UPDATE operation SET undone_by = id WHERE name = 'Удалено'");
    assert!(matches!(undone[..], [HistoryFault::Operation { .. }]), "{undone:?}");
    let gone = found("DELETE FROM revision WHERE kind = 'meeting'");
    assert_eq!(gone, [], "a record without history is nothing strange");
}

#[test]
fn flipped_bits_in_the_file_are_found() {
    let (place, store) = started();
    let words = "Приметное слово протокола";
    store
        .write(operation(3, "Внесено"), |w| w.put(meeting(30, 1, day(2026, 1, 16), words, &[]), None))
        .unwrap();
    store.close();
    let bytes = std::fs::read(&place.path).unwrap();
    let places: Vec<usize> = bytes
        .windows(words.len())
        .enumerate()
        .filter(|(_, window)| *window == words.as_bytes())
        .map(|(at, _)| at)
        .collect();
    assert!(places.len() >= 2, "in the record and in its revision");
    for at in places {
        // The lowest bit of a letter's second byte keeps the text valid UTF-8.
        let mut flipped = bytes.clone();
        flipped[at + 1] ^= 1;
        std::fs::write(&place.path, &flipped).unwrap();
        let store = place.open();
        assert_ne!(store.verify_history().unwrap(), [], "a flipped bit at {at}");
        store.close();
    }
}

#[test]
fn an_attached_file_that_is_gone_is_found() {
    let (place, store) = started();
    store
        .write(operation(3, "Прикреплён файл"), |w| {
            let sha256 = w.put_file("скан".as_bytes(), "image/png")?;
            w.put(attachment(50, 40, "Скан.png", sha256, 8), None)
        })
        .unwrap();
    let lost =
        store.write(operation(4, "…"), |w| w.put(attachment(51, 40, "Нет.png", "0".repeat(64), 8), None));
    assert!(matches!(lost, Err(StoreError::FileMissing(name)) if name == "Нет.png"));
    assert_eq!(store.verify_history().unwrap(), []);
    store.close();
    std::fs::remove_file(place.folder.path().join("year.files.db")).unwrap();
    let store = place.open();
    let faults = store.verify_history().unwrap();
    assert!(matches!(&faults[..], [HistoryFault::File { name, .. }] if name == "Скан.png"), "{faults:?}");
}
