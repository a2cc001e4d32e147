//! Saving, reading, links, the bin.

use pps_domain::calendar::day;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Kind, Record};
use pps_store::codec::{clean_record, decode_foreign, encode, to_value};
use pps_store::{Revision, StoreError};
use serde_json::{Value, json};

use crate::support::*;

fn small_year(store: &pps_store::Store) {
    put(
        store,
        1,
        vec![
            // What names comes first on purpose: order within an operation does not matter.
            meeting(30, 2, day(2026, 1, 16), "О критериальном оценивании", &[20, 21]).into(),
            community().into(),
            person(20, "Соколова Марина Викторовна", Some(10)).into(),
            person(21, "Щербакова-Дёмина Анастасия Владимировна", None).into(),
            person(22, "Посторонний Пётр Ильич", Some(11)).into(),
            school(10, "МБОУ «Рыбновская СШ № 3»").into(),
            school(11, "МБОУ «Батуринская СШ»").into(),
        ],
    );
}

#[test]
fn an_archive_holds_own_records_and_whom_they_name() {
    let place = TempStore::new();
    let store = place.open();
    small_year(&store);
    store.close().unwrap();

    let store = place.open();
    let records = store.read(|reader| reader.community_records(CommunityId(id(COMMUNITY)))).unwrap().unwrap();
    assert_eq!(records.community, community());
    assert_eq!(records.meetings.len(), 1);
    assert_eq!(records.people.len(), 2, "the stranger is not reached");
    assert_eq!(records.organisations.len(), 1, "a school is reached through its teacher");
    let communities = store.read(|reader| reader.communities()).unwrap();
    assert_eq!(communities, [community()]);
    assert!(store.read(|reader| reader.community_records(CommunityId(id(999)))).unwrap().is_none());
}

#[test]
fn a_stale_save_is_refused_and_changes_nothing() {
    let place = TempStore::new();
    let store = place.open();
    small_year(&store);
    let (_, seen) = store.read(|reader| reader.get(id(20))).unwrap().unwrap();
    let changed = person(20, "Соколова Мария Викторовна", Some(10));
    let first = changed.clone();
    let now = store.write(operation(2, "Изменён человек"), move |w| w.put(first, Some(seen))).unwrap();
    let late = person(20, "Опоздавшая", Some(10));
    let refused =
        store.write(operation(3, "Изменён человек"), move |w| w.put(late, Some(seen)));
    match refused.unwrap_err() {
        StoreError::Stale { current, title } => {
            assert_eq!(current, Some(now));
            assert_eq!(title, "Опоздавшая");
        }
        other => panic!("{other}"),
    }
    assert_eq!(get(&store, id(20)), Some(Record::from(changed)));
    assert_eq!(store.read(|reader| reader.operations(9)).unwrap().len(), 2);

    let new = store
        .write(operation(4, "Изменён человек"), |w| w.put(person(20, "Новая", None), None));
    assert!(matches!(new, Err(StoreError::Stale { .. })), "a known record is not new");
    let unknown = store.write(operation(5, "…"), |w| w.put(person(77, "Нет", None), Some(Revision(1))));
    assert!(matches!(unknown, Err(StoreError::Stale { current: None, .. })));
}

#[test]
fn nothing_names_what_is_not_there() {
    let place = TempStore::new();
    let store = place.open();
    small_year(&store);
    let lost = store.write(operation(2, "…"), |w| w.put(person(23, "Никто", Some(99)), None));
    let message = lost.unwrap_err().to_string();
    assert!(message.contains("«Никто»") && message.contains("нет или что удалено"), "{message}");
    assert_eq!(get(&store, id(23)), None);
}

#[test]
fn what_others_name_is_deleted_only_with_them() {
    let place = TempStore::new();
    let store = place.open();
    small_year(&store);
    let refused = store.write(operation(2, "Удалён человек"), |w| w.delete(id(20)));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "Нельзя удалить «Соколова Марина Викторовна»: на эту запись ссылается «Протокол № 2 от 16.01.2026»; \
         сначала уберите её оттуда."
    );
    let together = store.write(operation(3, "Удалены"), |w| {
        w.delete(id(20))?;
        w.delete(id(30))
    });
    together.unwrap();
    assert_eq!(get(&store, id(20)), None);
    let bin = store.read(|reader| reader.bin()).unwrap();
    assert_eq!(bin.len(), 2);
    assert_eq!(bin[0].at, instant(300));

    // The protocol names the person, who is still in the bin.
    let alone = store.write(operation(4, "Возвращён протокол"), |w| w.restore(id(30)));
    assert!(matches!(alone.unwrap_err(), StoreError::Dangling { missing, .. } if missing == id(20)));
    store
        .write(operation(5, "Возвращены"), |w| {
            w.restore(id(30))?;
            w.restore(id(20))
        })
        .unwrap();
    assert!(store.read(|reader| reader.bin()).unwrap().is_empty());
    let named = store.read(|reader| reader.named_by(id(20))).unwrap();
    assert_eq!(named[0].title, "Протокол № 2 от 16.01.2026");
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn a_deleted_record_is_not_saved_over() {
    let place = TempStore::new();
    let store = place.open();
    small_year(&store);
    store.write(operation(2, "Удалён"), |w| w.delete(id(22))).unwrap();
    let refused = store.write(operation(3, "…"), |w| w.put(person(22, "Снова", None), None));
    assert!(matches!(refused, Err(StoreError::InBin(_))));
    let kind = store.write(operation(4, "…"), |w| w.put(school(20, "Школа"), None));
    assert!(matches!(kind, Err(StoreError::OtherKind(_))));
}

#[test]
fn a_part_stands_in_one_record_only() {
    let place = TempStore::new();
    let store = place.open();
    small_year(&store);
    let mut second = meeting(31, 3, day(2026, 3, 1), "Повтор", &[]);
    second.protocol.as_mut().unwrap().items[0].id = pps_domain::ids::AgendaItemId(id(30 * 0x1000));
    let copy = second.clone();
    let refused = store.write(operation(2, "…"), move |w| w.put(copy, None));
    assert!(matches!(refused, Err(StoreError::PartTwice { .. })));

    // A question that moves from one meeting to another is in one place at the end.
    let mut first = meeting(30, 2, day(2026, 1, 16), "О критериальном оценивании", &[20, 21]);
    first.protocol.as_mut().unwrap().items.clear();
    store
        .write(operation(3, "Вопрос перенесён"), move |w| {
            w.put(second, None)?;
            let seen = w.get(id(30))?.map(|(_, seen)| seen);
            w.put(first, seen)
        })
        .unwrap();
}

#[test]
fn a_panic_rolls_back_and_the_store_lives() {
    let place = TempStore::new();
    let store = place.open();
    small_year(&store);
    let panicked = store.write(operation(2, "…"), |w| -> Result<(), StoreError> {
        w.put(school(12, "Школа"), None)?;
        panic!("ой");
    });
    assert!(matches!(&panicked, Err(StoreError::Panicked(told)) if told == "ой"));
    let reading = store.read(|_| -> Result<(), StoreError> { panic!("и {}", "тут") });
    assert!(matches!(&reading, Err(StoreError::Panicked(told)) if told == "и тут"));
    assert_eq!(get(&store, id(12)), None);
    put(&store, 3, vec![school(12, "Школа").into()]);
    assert_eq!(get(&store, id(12)), Some(school(12, "Школа").into()));
}

/// Every place of a value where a text of the person stands: with a letter more it is still such a record.
fn text_places(kind: Kind, format: u32, value: &Value) -> Vec<String> {
    fn all(value: &Value, place: &str, found: &mut Vec<String>) {
        match value {
            Value::String(_) => found.push(place.to_owned()),
            Value::Array(items) => {
                items
                    .iter()
                    .zip(0..)
                    .for_each(|(item, at): (_, usize)| all(item, &format!("{place}/{at}"), found));
            }
            Value::Object(map) => {
                map.iter().for_each(|(key, value)| all(value, &format!("{place}/{key}"), found))
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    all(value, "", &mut found);
    found.retain(|place| decode_foreign(kind, format, with(value, place, "ъ")).is_ok());
    found
}

/// The value with something more at the end of one of its texts.
fn with(value: &Value, place: &str, more: &str) -> Value {
    let mut changed = value.clone();
    let text = changed.pointer_mut(place).unwrap();
    *text = Value::from(format!("{}{more}", text.as_str().unwrap()));
    changed
}

/// What comes along when something is pasted, and what becomes of it.
const PASTED: [(&str, &str); 12] = [
    ("раз\u{b}два", "раз\nдва"),
    ("раз\u{c}два", "раз\nдва"),
    ("раз\r\nдва\rтри", "раз\nдва\nтри"),
    ("раз\u{85}два\u{2028}три\u{2029}", "раз\nдва\nтри\n"),
    ("учебно\u{1e}методический", "учебно-методический"),
    ("учеб\u{1f}ный", "учебный"),
    ("учеб\u{ad}ный", "учебный"),
    ("ячейка\u{7}", "ячейка"),
    ("\u{0}\u{1}\u{8}\u{1b}\u{7f}\u{9b}", ""),
    ("\u{feff}текст", "текст"),
    ("без\u{200b}пробела", "безпробела"),
    ("«Ёж»\tи ещё\n— 👍", "«Ёж»\tи ещё\n— 👍"),
];

#[test]
fn no_sign_in_any_field_of_any_record_keeps_it_from_being_saved() {
    for kind in Kind::ALL {
        let format = kind.format();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
        let text = std::fs::read_to_string(format!("{folder}/format-{format}/{kind}.json")).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let places = text_places(*kind, format, &value);
        let wordless = matches!(kind, Kind::Membership | Kind::AnswerSheet);
        assert!(!places.is_empty() || wordless, "{kind} holds no text at all");
        for place in places {
            for (pasted, kept) in PASTED {
                // As the page sends it: no codec of ours has seen it before.
                let tagged = json!({"kind": kind, "record": with(&value, &place, pasted)});
                let record: Record = serde_json::from_value(tagged).unwrap();
                let written: Value = serde_json::from_str(&encode(&record).unwrap().text).unwrap();
                assert_eq!(written, with(&value, &place, kept), "{kind} {place} {pasted:?}");
                let clean = clean_record(&record).unwrap().unwrap_or(record);
                assert_eq!(to_value(&clean).unwrap(), written, "{kind} {place} {pasted:?}");
            }
        }
    }
}

#[test]
fn what_is_pasted_is_kept_clean_found_and_named_so() {
    let place = TempStore::new();
    let store = place.open();
    small_year(&store);
    let topic = "Смысловое\u{b}чте\u{ad}ние\u{7}";
    let meeting = meeting(31, 3, day(2026, 3, 1), topic, &[]);
    store.write(operation(2, &format!("Изменено: {topic}")), move |w| w.put(meeting, None)).unwrap();
    let Some(Record::Meeting(kept)) = get(&store, id(31)) else { panic!("no meeting") };
    assert_eq!(kept.topic, "Смысловое\nчтение");
    let hits = store.read(|reader| reader.search("чтение", None, 10)).unwrap();
    assert!(hits.iter().any(|hit| hit.id == id(31)));
    let undone = store.undo(id(0xaaaa), instant(900)).unwrap().unwrap();
    assert_eq!(undone.name, "Изменено: Смысловое\nчтение");
}
