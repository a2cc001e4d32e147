//! Open JSON there and back.

use std::fs;
use std::path::Path;

use pps_domain::calendar::day;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Kind, Record};
use pps_store::{Load, LoadError, Loaded, Store, StoreError, load};
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::*;

/// A file with something of everything: history, an undone operation, the bin, an attached file.
fn lived() -> (TempStore, Store) {
    let place = TempStore::new();
    let store = place.open();
    put(
        &store,
        1,
        vec![
            community().into(),
            school(10, "МБОУ «Рыбновская СШ № 3»").into(),
            person(20, "Соколова Марина Викторовна", Some(10)).into(),
            person(21, "Гришин Алексей Петрович", None).into(),
            meeting(30, 2, day(2026, 1, 16), "О приёмах", &[20]).into(),
            difficulty(40, "Оценивание").into(),
        ],
    );
    put(&store, 2, vec![difficulty(40, "Формирующее оценивание").into()]);
    store.write(operation(3, "Удалён человек"), |w| w.delete(id(21))).unwrap();
    store
        .write(operation(4, "Прикреплён файл"), |w| {
            let sha256 = w.put_file("скан".as_bytes(), "image/png")?;
            w.put(attachment(50, 30, "Скан.png", sha256, 8), None)
        })
        .unwrap();
    put(&store, 5, vec![difficulty(40, "Отменённое").into()]);
    store.undo(id(900), instant(5000)).unwrap().unwrap();
    (place, store)
}

fn dump(store: &Store) -> String {
    store.dump().unwrap()
}

fn load_text(text: &str, target: &Path) -> Result<Loaded, LoadError> {
    let files = |_: &str| Ok(Some("скан".as_bytes().to_vec()));
    load(&Load { dump: text.as_bytes(), files: &files, operation: id(999), at: instant(9999) }, target)
}

fn edited(text: &str, edit: impl FnOnce(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap();
    edit(&mut value);
    serde_json::to_string_pretty(&value).unwrap()
}

#[test]
fn what_is_loaded_dumps_to_the_same_bytes() {
    let (_place, store) = lived();
    let text = dump(&store);
    let target = TempStore::empty();
    let loaded = load_text(&text, &target.path).unwrap();
    assert_eq!(loaded, Loaded { records: 6, files: 1, edited: 0 });
    let again = target.open();
    assert_eq!(dump(&again), text);
    assert_eq!(again.verify_history().unwrap(), []);
    assert_eq!(again.read(|reader| reader.search("приём", None, 9)).unwrap().len(), 1);
    // History goes on where it was.
    assert_eq!(again.redo(id(901), instant(6000)).unwrap().unwrap().name, "Внесены записи");
    assert_eq!(get(&again, id(40)), Some(difficulty(40, "Отменённое").into()));
    again.write(operation(20, "Возвращён"), |w| w.restore(id(21))).unwrap();
    drop(again);
    assert_eq!(target.names(), ["year.db", "year.db.lock", "year.files.db"]);
}

#[test]
fn an_edited_record_is_taken_with_an_honest_operation() {
    let (_place, store) = lived();
    let text = edited(&dump(&store), |whole| {
        whole["records"]["difficulty"][0]["title"] = json!("Исправлено руками");
        whole["records"]["person"].as_array_mut().unwrap().retain(|one| one["id"] != json!(id(99)));
        whole["records"]["organisation"].as_array_mut().unwrap().push(json!({"id": id(11), "name": "Новая"}));
    });
    let target = TempStore::empty();
    assert_eq!(load_text(&text, &target.path).unwrap().edited, 1);
    let store = target.open();
    let last = store.read(|reader| reader.operations(1)).unwrap().remove(0);
    assert_eq!(last.name, "Загружено из файла, изменённого вне программы");
    assert_eq!((last.id, last.at), (id(999), instant(9999)));
    assert_eq!(store.verify_history().unwrap(), []);
    assert_eq!(store.read(|reader| reader.history(id(11))).unwrap().len(), 0, "new without any history");
    store.undo(id(901), instant(10_000)).unwrap().unwrap();
    assert_eq!(get(&store, id(40)), Some(difficulty(40, "Формирующее оценивание").into()));
    // Undoing goes on below it.
    assert_eq!(store.undo(id(902), instant(10_001)).unwrap().unwrap().name, "Прикреплён файл");
}

#[test]
fn a_record_removed_by_hand_comes_back_by_undoing() {
    let (_place, store) = lived();
    let text = edited(&dump(&store), |whole| whole["records"]["difficulty"] = json!([]));
    let target = TempStore::empty();
    assert_eq!(load_text(&text, &target.path).unwrap().edited, 1);
    let store = target.open();
    assert_eq!(get(&store, id(40)), None);
    store.undo(id(901), instant(10_000)).unwrap().unwrap();
    assert_eq!(get(&store, id(40)), Some(difficulty(40, "Формирующее оценивание").into()));
}

#[test]
fn an_empty_file_may_be_filled_and_a_full_one_not() {
    let (_place, store) = lived();
    let text = dump(&store);
    let target = TempStore::new();
    load_text(&text, &target.path).unwrap();
    let before = fs::read(&target.path).unwrap();
    let refused = load_text(&text, &target.path).unwrap_err();
    assert!(matches!(refused, LoadError::NotEmpty(_)), "{refused}");
    assert_eq!(fs::read(&target.path).unwrap(), before);
    let open = target.open();
    assert!(matches!(load_text(&text, &target.path), Err(LoadError::Open(pps_store::OpenError::InUse))));
    drop(open);
    fs::write(&target.path, "чужое").unwrap();
    let foreign = load_text(&text, &target.path).unwrap_err();
    assert!(matches!(foreign, LoadError::Open(pps_store::OpenError::Foreign(_))), "{foreign}");
}

type Edit = fn(&mut Value);

#[rstest]
#[case::unknown_field(|v: &mut Value| v["records"]["meeting"][0]["protocol"]["items"][0]["тема"] = json!(1),
    "записи → заседание → № 1 → protocol → items → № 1: лишнее поле «тема»")]
#[case::missing_field(|v: &mut Value| drop(v["records"]["difficulty"][0].as_object_mut().unwrap().remove("title")),
    "записи → затруднение → № 1: нет поля «title»")]
#[case::wrong_type(|v: &mut Value| v["records"]["meeting"][0]["date"] = json!(5),
    "записи → заседание → № 1 → date: здесь число 5, а нужна дата вида 2026-01-16")]
#[case::dangling(|v: &mut Value| v["records"]["person"] = json!([]),
    "записи → заседание → № 1 → attendance → № 1 → person: названа запись")]
#[case::in_the_bin(|v: &mut Value| v["records"]["meeting"][0]["chair"] = json!(id(21)),
    "заседание → № 1 → chair: названа запись «Гришин Алексей Петрович», которая лежит в корзине")]
#[case::a_school_presides(|v: &mut Value| v["records"]["meeting"][0]["chair"] = json!(id(10)),
    "заседание → № 1 → chair: названа запись «МБОУ «Рыбновская СШ № 3»» (организация), а нужен участник")]
#[case::a_person_is_a_school(|v: &mut Value| v["records"]["person"][0]["facts"][0]["organisation"] = json!(id(20)),
    "участник → № 1 → facts → № 1 → organisation: названа запись «Соколова Марина Викторовна» (участник), а нужна организация")]
#[case::not_a_community(|v: &mut Value| v["records"]["difficulty"][0]["community"] = json!(id(20)),
    "затруднение → № 1 → community: названа запись «Соколова Марина Викторовна» (участник), а нужно сообщество")]
#[case::other_community(|v: &mut Value| {
    let mut other = v["records"]["community"][0].clone();
    other["id"] = json!(id(2));
    v["records"]["community"].as_array_mut().unwrap().push(other);
    v["records"]["attachment"][0]["community"] = json!(id(2)); },
    "файл → № 1 → belongs_to: названа запись «Протокол № 2 от 16.01.2026» другого сообщества")]
#[case::no_such_question(|v: &mut Value|
    v["records"]["meeting"][0]["attendance"][0]["presence"] = json!({"present": {"came_after": id(77)}}),
    "attendance → № 1 → presence → present → came_after: назван вопрос")]
#[case::no_such_row(|v: &mut Value| v["records"]["meeting"][0]["planned"] = json!(id(77)),
    "заседание → № 1 → planned: названа строка плана")]
#[case::twice(|v: &mut Value| { let copy = v["records"]["difficulty"][0].clone();
    v["records"]["difficulty"].as_array_mut().unwrap().push(copy); },
    "уже есть: записи → затруднение → № 1")]
#[case::revision(|v: &mut Value| v["history"][1]["revisions"][0]["after"] = json!("{}"),
    "история → № 2 → revisions → № 1: запись истории изменена")]
#[case::operation(|v: &mut Value| v["history"][1]["name"] = json!("Не то"),
    "история → № 2: действие изменено")]
#[case::operation_time(|v: &mut Value| v["history"][1]["at"] = json!("вчера"),
    "история → № 2 → at: нужно время")]
#[case::lost_operation(|v: &mut Value| drop(v["history"].as_array_mut().unwrap().pop()),
    "которого в файле нет")]
#[case::file_not_listed(|v: &mut Value| v["files"] = json!([]),
    "записи → файл → № 1 → sha256: такого файла нет в списке files")]
#[case::file_changed(|v: &mut Value| { v["files"][0]["size"] = json!(9); v["records"]["attachment"][0]["size"] = json!(9); },
    "файлы → № 1: содержимое файла")]
#[case::kind(|v: &mut Value| v["records"]["протокол"] = json!([]),
    "записи: неизвестный вид записей «протокол»")]
#[case::part_missing(|v: &mut Value| drop(v.as_object_mut().unwrap().remove("bin")),
    "корзина: этой части в файле нет")]
#[case::more(|v: &mut Value| v["ещё"] = json!(1),
    "лишнее поле «ещё»")]
#[case::newer(|v: &mut Value| v["version"] = json!(2),
    "Файл выгружен более новой версией программы (версия 2)")]
#[case::newer_records(|v: &mut Value| v["formats"]["meeting"] = json!(7),
    "Файл выгружен более новой версией программы (версия 7)")]
#[case::foreign(|v: &mut Value| v["format"] = json!("что-то"),
    "Это не выгрузка данных этой программы")]
fn a_broken_file_says_where_and_changes_nothing(#[case] edit: Edit, #[case] expected: &str) {
    let (_place, store) = lived();
    let text = edited(&dump(&store), edit);
    for target in [TempStore::empty(), TempStore::new()] {
        let before = (target.names(), fs::read(&target.path).ok());
        let fault = load_text(&text, &target.path).unwrap_err().to_string();
        assert!(fault.contains(expected), "{fault}");
        assert_eq!((target.names(), fs::read(&target.path).ok()), before);
    }
}

#[rstest]
#[case("{\"format\": \"ППС\",\n \"a\": [1, }", "Строка 2, столбец 11")]
#[case("{\"a\": 1, \"a\": 2}", "Это не выгрузка данных этой программы")]
#[case("{\"a\": {", "файл обрывается")]
#[case("", "файл обрывается")]
#[case("[{\"a\": 1}]", "Это не выгрузка данных этой программы")]
#[case("{\"format\": [[{\"version\": 1}]]}", "Это не выгрузка данных этой программы")]
#[case("\u{0}{", "сохранён в кодировке UTF-16")]
#[case("[]", "Это не выгрузка данных этой программы")]
#[case("{}", "Это не выгрузка данных этой программы")]
#[case("PK\u{3}\u{4}", "Строка 1, столбец 1")]
fn what_is_no_dump_is_refused(#[case] text: &str, #[case] expected: &str) {
    let target = TempStore::empty();
    let fault = load_text(text, &target.path).unwrap_err().to_string();
    assert!(fault.contains(expected), "{fault}");
    assert_eq!(target.names(), [] as [&str; 0]);
}

#[test]
fn a_missing_attached_file_is_refused() {
    let (_place, store) = lived();
    let text = dump(&store);
    let target = TempStore::empty();
    let nothing = |_: &str| Ok(None);
    let request = Load { dump: text.as_bytes(), files: &nothing, operation: id(999), at: instant(1) };
    let fault = load(&request, &target.path).unwrap_err().to_string();
    assert!(fault.contains("файлы → № 1: содержимого файла"), "{fault}");
    assert_eq!(target.names(), [] as [&str; 0]);
}

#[test]
fn a_dump_that_could_not_be_loaded_is_not_made() {
    let (place, store) = lived();
    let own = |store: &Store| store.read(|reader| reader.dump_of(CommunityId(id(COMMUNITY))));
    own(&store).unwrap();
    store.close().unwrap();
    let files = place.folder.path().join("year.files.db");
    let connection = pps_store::meddle(&files).unwrap();
    assert_eq!(connection.execute("DELETE FROM file", []).unwrap(), 1);
    connection.close().unwrap();
    for _ in 0..2 {
        let store = place.open();
        assert!(matches!(store.dump(), Err(StoreError::FileMissing(name)) if name == "Скан.png"));
        assert!(matches!(own(&store), Err(StoreError::FileMissing(name)) if name == "Скан.png"));
        store.close().unwrap();
        // The second time the whole database is gone.
        let _ = fs::remove_file(&files);
    }
    // What lies in the bin is loaded too, so it must be whole as well.
    let store = place.open();
    store.write(operation(30, "Удалён файл"), |w| w.delete(id(50))).unwrap();
    assert!(matches!(store.dump(), Err(StoreError::FileMissing(_))));
    own(&store).unwrap();
}

/// A foreign file must be refused while it is still only text. Built as values these would take gigabytes.
#[rstest]
#[case::list("[", "{\"a\":1}", "]")]
#[case::object("{\"данные\":[", "{\"a\":1}", "]}")]
#[case::keys("{", "\"a\":1", "}")]
fn a_large_foreign_file_is_refused_at_once(#[case] begin: &str, #[case] one: &str, #[case] end: &str) {
    let text = format!("{begin}{}{one}{end}", format!("{one},").repeat(3_000_000));
    let started = std::time::Instant::now();
    let target = TempStore::empty();
    assert!(matches!(load_text(&text, &target.path), Err(LoadError::Foreign)));
    assert!(started.elapsed() < std::time::Duration::from_secs(8), "{:?}", started.elapsed());
    assert_eq!(target.names(), [] as [&str; 0]);
}

#[test]
fn a_file_that_is_too_large_is_refused_by_its_size() {
    let fault = load(
        &Load {
            dump: &vec![b' '; (256 << 20) + 1],
            files: &|_| Ok(None),
            operation: id(999),
            at: instant(1),
        },
        &TempStore::empty().path,
    );
    assert!(matches!(fault, Err(LoadError::TooLarge { found: 257, largest: 256 })));
}

#[test]
fn a_file_saved_by_an_old_notepad_is_read() {
    let (_place, store) = lived();
    let text = dump(&store);
    let target = TempStore::empty();
    assert_eq!(load_text(&format!("\u{feff}{text}"), &target.path).unwrap().records, 6);
    for mark in [Some([0xff, 0xfe]), None] {
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
        let wide: Vec<u8> = mark.into_iter().flatten().chain(wide).collect();
        let request = Load { dump: &wide, files: &|_| Ok(None), operation: id(999), at: instant(1) };
        let fault = load(&request, &TempStore::empty().path).unwrap_err().to_string();
        assert!(fault.contains("файл сохранён в кодировке UTF-16; сохраните его в UTF-8"), "{fault}");
    }
}

#[test]
fn signs_that_nobody_can_see_go_out_of_what_is_loaded() {
    let (_place, store) = lived();
    let text = edited(&dump(&store), |v| {
        v["records"]["difficulty"][0]["title"] = json!("Оце\u{ad}нивание\u{b}и\r\nсамооценка\u{7}");
        v["records"]["meeting"][0]["topic"] = json!("\u{feff}О приёмах\u{0}");
        v["bin"]["person"][0]["record"]["contact"] = json!("кабинет\u{1f} 12");
    });
    let target = TempStore::empty();
    let loaded = load_text(&text, &target.path).unwrap();
    // The topic is again what it was before; only the title differs from its history.
    assert_eq!(loaded.edited, 1);
    let again = target.open();
    assert_eq!(get(&again, id(40)), Some(difficulty(40, "Оценивание\nи\nсамооценка").into()));
    let out: Value = serde_json::from_str(&dump(&again)).unwrap();
    assert_eq!(out["bin"]["person"][0]["record"]["contact"], "кабинет 12");
    assert_eq!(again.undo(id(901), instant(9999)).unwrap().unwrap().records, [(Kind::Difficulty, id(40))]);
    assert_eq!(get(&again, id(40)), Some(difficulty(40, "Формирующее оценивание").into()));
}

#[test]
fn loading_does_not_write_over_a_foreign_file() {
    let (_place, store) = lived();
    let target = TempStore::empty();
    fs::write(target.folder.path().join("year.files.db"), "чужое").unwrap();
    let fault = load_text(&dump(&store), &target.path).unwrap_err();
    assert!(matches!(fault, LoadError::Open(pps_store::OpenError::Foreign(_))), "{fault}");
    assert_eq!(fs::read(target.folder.path().join("year.files.db")).unwrap(), "чужое".as_bytes());
    assert_eq!(target.names(), ["year.files.db"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_storable_text_comes_back_as_it_was_typed(texts in proptest::collection::vec(
        any::<String>().prop_map(|text| pps_domain::text::cleaned(&text).into_owned()),
        1..8,
    )) {
        let place = TempStore::new();
        let store = place.open();
        put(&store, 1, vec![community().into()]);
        let records: Vec<Record> =
            texts.iter().zip(100..).map(|(text, number)| difficulty(number, text).into()).collect();
        put(&store, 2, records.clone());
        let text = dump(&store);
        let target = TempStore::empty();
        load_text(&text, &target.path).unwrap();
        let again = target.open();
        for record in records {
            prop_assert_eq!(get(&again, record.id()), Some(record));
        }
        prop_assert_eq!(dump(&again), text);
        let faults: Vec<_> = again.verify_history::<>().map_err(|fault: StoreError| fault.to_string()).unwrap();
        prop_assert_eq!(faults, []);
    }
}
