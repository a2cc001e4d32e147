//! Forgetting the name of a person: nothing that the file keeps may hold it afterwards, and all must still prove itself.

use std::collections::BTreeSet;

use pps_domain::calendar::day;
use pps_domain::ids::PersonId;
use pps_domain::personal::next_label;
use pps_domain::records::{Kind, Record};
use pps_domain::russian::FullName;
use pps_store::{Anonymising, Standing, Store, StoreError};
use uuid::Uuid;

use crate::support::*;

const PERSON: u128 = 10;

fn change(
    store: &Store,
    number: u128,
    name: &str,
    id: Uuid,
    change: impl FnOnce(&mut Record) + Send + 'static,
) {
    store
        .write(operation(number, name), move |writer| {
            let (mut record, seen) = writer.get(id)?.ok_or(StoreError::NotFound(id))?;
            change(&mut record);
            writer.put(record, Some(seen))
        })
        .map(drop)
        .unwrap();
}

/// A person who was Лебедева and is Соколова, named in texts that stand, that stood and that lie in the bin, with a
/// certificate attached.
fn told() -> (TempStore, Store) {
    let place = TempStore::new();
    let store = place.open();
    let namesake = person(11, "Соколов Иван Петрович", Some(30));
    put(
        &store,
        1,
        vec![
            community().into(),
            school(30, "МБОУ «Вакинская СШ»").into(),
            person(PERSON, "Лебедева Марина Викторовна", Some(30)).into(),
            namesake.into(),
        ],
    );
    change(
        &store,
        2,
        "Изменена карточка: Лебедева Марина Викторовна",
        id(PERSON),
        |record| {
            let Record::Person(person) = record else { panic!() };
            person.facts[0].name = FullName::parse("Соколова Марина Викторовна");
            person.contact = "sokolova@school".into();
        },
    );
    put(
        &store,
        3,
        vec![
            meeting(20, 1, day(2026, 1, 16), "Опыт Соколовой М. В.", &[PERSON]).into(),
            difficulty(40, "Оценивание (Лебедева)").into(),
            difficulty(41, "Затруднение Соколова И. П.").into(),
            difficulty(42, "Рассказала М. Соколова").into(),
        ],
    );
    change(
        &store,
        4,
        "Изменено затруднение: Оценивание (Лебедева)",
        id(40),
        |record| {
            let Record::Difficulty(difficulty) = record else { panic!() };
            difficulty.title = "Оценивание".into();
        },
    );
    store.write(operation(5, "Удалено затруднение"), |writer| writer.delete(id(42))).unwrap();
    store
        .write(
            operation(6, "Добавлен файл: Удостоверение Соколовой.png"),
            |writer| {
                let bytes = "Удостоверение: Соколова Марина Викторовна".as_bytes();
                let sha256 = writer.put_file(bytes, "image/png")?;
                let size = bytes.len() as u64;
                writer.put(attachment(50, 30, "Удостоверение Соколовой.png", sha256.clone(), size), None)?;
                writer.put(attachment(51, 30, "Рассказ.png", sha256, size), None)
            },
        )
        .unwrap();
    (place, store)
}

fn forget(store: &Store, texts: &[u128], files: &[u128]) {
    let ids = |numbers: &[u128]| numbers.iter().map(|number| id(*number)).collect::<BTreeSet<_>>();
    let what = Anonymising {
        person: PersonId(id(PERSON)),
        label: next_label([]),
        texts: ids(texts),
        files: ids(files),
    };
    store.anonymise(operation(9, "Обезличен участник 1"), what).unwrap();
}

/// Every value of every table of the closed file, those of the search too, and of the attached files.
fn values(place: &TempStore) -> String {
    let mut all = String::new();
    for name in place.names().iter().filter(|name| name.ends_with(".db")) {
        let connection = pps_store::meddle(&place.folder.path().join(name)).unwrap();
        let mut tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").unwrap();
        let tables = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
        for table in tables.map(Result::unwrap) {
            let mut rows = connection.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
            let columns = rows.column_count();
            let mut rows = rows.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for column in 0..columns {
                    use rusqlite::types::ValueRef;
                    if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = row.get_ref(column).unwrap() {
                        all.push_str(&String::from_utf8_lossy(bytes).to_lowercase());
                        all.push('\n');
                    }
                }
            }
        }
    }
    all
}

#[test]
fn nothing_holds_the_name_any_more_and_all_proves_itself() {
    let (place, store) = told();
    store.close().unwrap();
    let before = values(&place);
    for word in ["соколовой", "лебедев", "марин", "викторовн", "sokolova"] {
        assert!(before.contains(word), "{word} is not in the file");
    }
    let store = place.open();
    forget(&store, &[20, 40, 42], &[50, 51]);
    assert_eq!(store.verify_history().unwrap(), []);
    let dump = store.dump().unwrap();
    for word in ["Соколова М", "М. Соколова", "Соколовой", "Лебедев", "sokolova", "Марин"]
    {
        assert!(!dump.contains(word), "{word} is in the open data");
    }
    assert!(dump.contains("Соколов") && dump.contains("Затруднение Соколова И. П."), "a namesake stays");
    let found = |words: &'static str| store.read(move |reader| reader.search(words, None, 10)).unwrap().len();
    assert_eq!((found("Лебедева"), found("Марина")), (0, 0));
    store.close().unwrap();

    let left = values(&place);
    for word in ["соколовой", "лебедев", "марин", "викторовн", "sokolova"] {
        assert!(!left.contains(word), "{word} is in the file");
    }
    let store = place.open();
    assert_eq!(store.verify_history().unwrap(), []);
    let Some(Record::Person(person)) = get(&store, id(PERSON)) else { panic!() };
    assert_eq!((person.label().as_str(), person.has_name()), ("участник 1", false));
}

#[test]
fn what_names_the_person_is_told_and_only_what_is_chosen_is_changed() {
    let (_place, store) = told();
    let mentions = store.read(|reader| reader.mentions(PersonId(id(PERSON)))).unwrap();
    let told: Vec<_> = mentions.iter().map(|mention| (mention.id, mention.kind, mention.standing)).collect();
    assert_eq!(
        told,
        [
            (id(20), Kind::Meeting, Standing::Now),
            (id(40), Kind::Difficulty, Standing::Earlier),
            (id(42), Kind::Difficulty, Standing::Binned),
            (id(50), Kind::Attachment, Standing::Now),
        ]
    );
    assert_eq!(mentions[0].passages, ["Опыт Соколовой М. В."]);

    forget(&store, &[20], &[]);
    let Some(Record::Meeting(meeting)) = get(&store, id(20)) else { panic!() };
    assert_eq!(meeting.topic, "Опыт участник 1");
    let binned = store.read(|reader| reader.bin()).unwrap();
    assert_eq!(binned[0].title, "Рассказала М. Соколова");
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn undoing_does_not_bring_the_name_back() {
    let (_place, store) = told();
    forget(&store, &[20, 40, 42, 50], &[50]);
    assert_eq!(store.read(|reader| reader.operations(1)).unwrap()[0].name, "Обезличен участник 1");
    let undone = store.undo(id(900), instant(2000)).unwrap().unwrap();
    assert!(undone.name.starts_with("Добавлен файл"), "{}", undone.name);
    assert_eq!(store.read(|reader| reader.next_redo()).unwrap().unwrap().name, undone.name);
    let mut step = 901;
    while store.undo(id(step), instant(2000 + i64::try_from(step).unwrap())).unwrap().is_some() {
        step += 1;
        let dump = store.dump().unwrap();
        assert!(!dump.contains("Соколовой") && !dump.contains("Лебедев"), "after {step}");
    }
    assert!(step > 904, "{step}");
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn the_bytes_of_a_file_go_when_nobody_names_them() {
    let (place, store) = told();
    forget(&store, &[], &[50]);
    assert_eq!(store.read(|reader| reader.files()).unwrap().len(), 1, "the other record names them");
    forget_more(&store, 51);
    assert_eq!(store.read(|reader| reader.files()).unwrap(), []);
    assert_eq!(store.verify_history().unwrap(), []);
    store.close().unwrap();
    assert!(!values(&place).contains("удостоверение: "));
}

fn forget_more(store: &Store, file: u128) {
    let what = Anonymising {
        person: PersonId(id(PERSON)),
        label: "участник 1".into(),
        texts: BTreeSet::new(),
        files: BTreeSet::from([id(file)]),
    };
    store.anonymise(operation(10, "Обезличен участник 1"), what).unwrap();
}

#[test]
fn who_is_not_there_is_not_forgotten() {
    let (_place, store) = told();
    let before = store.dump().unwrap();
    let what = Anonymising {
        person: PersonId(id(99)),
        label: "участник 1".into(),
        texts: BTreeSet::from([id(20)]),
        files: BTreeSet::new(),
    };
    let refused = store.anonymise(operation(9, "Обезличен участник 1"), what);
    assert!(matches!(refused, Err(StoreError::NotFound(who)) if who == id(99)), "{refused:?}");
    assert_eq!(store.dump().unwrap(), before);
}
