//! Operations, undoing, merging, proving.

use pps_domain::calendar::day;
use pps_domain::records::Record;
use pps_store::{Change, HistoryFault, NewOperation, OpenError, Store, StoreError};

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

fn started() -> (TempStore, Store) {
    let place = TempStore::new();
    let store = place.open();
    put(&store, 1, vec![community().into()]);
    save(&store, operation(2, "Внесено затруднение"), "первое");
    (place, store)
}

#[test]
fn undo_and_redo_go_through_a_restart() {
    let (place, store) = started();
    save(&store, operation(3, "Изменено затруднение"), "второе");
    store.close().unwrap();

    let store = place.open();
    assert_eq!(store.read(|reader| reader.next_undo()).unwrap().unwrap().name, "Изменено затруднение");
    let undone = store.undo(id(901), instant(1000)).unwrap().unwrap();
    assert_eq!(undone.name, "Изменено затруднение");
    assert_eq!(undone.records, [(pps_domain::records::Kind::Difficulty, id(40))]);
    assert_eq!(title(&store).unwrap(), "первое");
    store.undo(id(902), instant(1001)).unwrap().unwrap();
    assert_eq!(title(&store), None);
    // The community itself stays.
    assert_eq!(store.read(|reader| reader.next_undo()).unwrap(), None);
    assert_eq!(store.undo(id(904), instant(1003)).unwrap(), None);
    assert!(get(&store, id(COMMUNITY)).is_some());
    store.close().unwrap();

    let store = place.open();
    assert_eq!(store.read(|reader| reader.next_redo()).unwrap().unwrap().name, "Внесено затруднение");
    for number in 905..907 {
        store.redo(id(number), instant(1000)).unwrap().unwrap();
    }
    assert_eq!(title(&store).unwrap(), "второе");
    assert_eq!(store.redo(id(908), instant(1000)).unwrap(), None);
    assert_eq!(names(&store)[..2], ["Возвращено: Изменено затруднение", "Возвращено: Внесено затруднение"]);
    assert_eq!(names(&store)[3], "Отменено: Изменено затруднение");

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
    assert_eq!(store.undo(id(904), instant(1003)).unwrap(), None);
    assert_eq!(title(&store), None);
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
fn letters_of_one_field_merge_until_a_rest() {
    let (_place, store) = started();
    save(&store, typed(10, 1000), "первое и");
    save(&store, typed(11, 1005), "первое и второе");
    save(&store, typed(12, 1010), "первое и второе дело");
    assert_eq!(names(&store), ["Изменено затруднение", "Внесено затруднение", "Внесены записи"]);
    let history = store.read(|reader| reader.history(id(40))).unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[0].before, Some(difficulty(40, "первое").into()));
    assert_eq!(history[0].after, Some(difficulty(40, "первое и второе дело").into()));
    assert_eq!(history[0].at, instant(1000));

    save(&store, typed(13, 1016), "первое и второе дело!");
    assert_eq!(names(&store).len(), 4, "a rest of six seconds");
    store.undo(id(901), instant(1017)).unwrap().unwrap();
    assert_eq!(title(&store).unwrap(), "первое и второе дело");
    save(&store, typed(14, 1018), "первое и второе дело после отмены");
    assert_eq!(names(&store).len(), 6, "nothing merges across an undoing");
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn other_saves_do_not_merge() {
    let (place, store) = started();
    save(&store, typed(10, 1000), "первое в");
    put(&store, 20, vec![school(10, "Школа").into()]);
    save(&store, typed(11, 1001), "первое вт");
    assert_eq!(names(&store).len(), 5, "something else came between");
    save(&store, NewOperation { merge: false, ..typed(13, 1002) }, "первое вто");
    assert_eq!(names(&store).len(), 6, "asked not to");
    save(&store, typed(14, 1003), "первое втор");
    store.close().unwrap();
    let store = place.open();
    save(&store, typed(15, 1004), "первое второе");
    assert_eq!(names(&store).len(), 8, "another session");
    save(&store, typed(16, 900), "первое второе раньше");
    assert_eq!(names(&store).len(), 9, "a clock that was put back");
    save(&store, typed(17, 901), "первое");
    assert_eq!(names(&store).len(), 10, "a piece taken away");
    save(&store, typed(18, 902), "третье");
    assert_eq!(names(&store).len(), 11, "written over");
}

/// A row of the plan is called by its first words, which are typed.
#[test]
fn an_operation_is_called_by_the_last_name() {
    let (_place, store) = started();
    let named = |number, second, name: &str| NewOperation { name: name.into(), ..typed(number, second) };
    save(&store, named(10, 1000, "Изменено: первое с"), "первое с");
    save(&store, named(11, 1001, "Изменено: первое слово"), "первое слово");
    assert_eq!(names(&store)[0], "Изменено: первое слово");
    assert_eq!(names(&store).len(), 3);
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn what_was_said_to_be_saved_stays_in_the_history() {
    let (_place, store) = started();
    save(&store, typed(10, 1000), "");
    save(&store, typed(11, 1001), "первое");
    assert_eq!(names(&store).len(), 4, "the field is again what it was, and was empty meanwhile");
    save(&store, typed(12, 1002), "первое");
    assert_eq!(names(&store).len(), 4, "a save of the same changes nothing");
    store.undo(id(901), instant(1003)).unwrap().unwrap();
    assert_eq!(title(&store).unwrap(), "");
    store.undo(id(902), instant(1004)).unwrap().unwrap();
    assert_eq!(title(&store).unwrap(), "первое");
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
fn meddle(place: &TempStore, sql: &str) {
    let connection = pps_store::meddle(&place.path).unwrap();
    assert!(connection.execute(sql, []).unwrap() > 0);
    connection.close().unwrap();
}

#[test]
fn undoing_what_was_changed_otherwise_is_refused() {
    let (place, store) = started();
    store.close().unwrap();
    meddle(&place, "UPDATE record SET body = replace(body, 'первое', 'чужое') WHERE kind = 'difficulty'");
    let store = place.open();
    let refused = store.undo(id(901), instant(1000)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Нельзя отменить «Внесено затруднение»: запись «первое» с тех пор изменилась; исправьте её вручную."
    );
    let read = store.read(|reader| reader.get(id(40)));
    assert!(
        matches!(read, Err(StoreError::Changed { .. })),
        "and what is no longer as it was written is not shown"
    );
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
        store.close().unwrap();
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
fn flipped_bits_in_the_file_are_found_wherever_they_are() {
    let (place, store) = started();
    store
        .write(operation(3, "Внесено"), |w| {
            w.put(meeting(30, 1, day(2026, 1, 16), "Приметное слово", &[]), None)
        })
        .unwrap();
    store.close().unwrap();
    let bytes = std::fs::read(&place.path).unwrap();
    for number in 0..60_usize {
        let bit = number * 7_919 * 8 % (bytes.len() * 8) + number % 8;
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&place.path, &flipped).unwrap();
        match Store::open(&place.path, None, today() + chrono::Days::new(8)) {
            Ok(store) => assert_ne!(store.verify_history().unwrap(), [], "a flipped bit at {bit}"),
            Err(fault) => {
                assert!(matches!(fault, OpenError::Damaged(_) | OpenError::NeedsKey), "{bit}: {fault}")
            }
        }
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
    store.close().unwrap();
    std::fs::remove_file(place.folder.path().join("year.files.db")).unwrap();
    let store = place.open();
    let faults = store.verify_history().unwrap();
    assert!(matches!(&faults[..], [HistoryFault::File { name, .. }] if name == "Скан.png"), "{faults:?}");
}
