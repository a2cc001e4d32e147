//! Full-text search.

use std::sync::OnceLock;

use pps_domain::calendar::day;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Community, Kind, Meeting, Record};
use pps_store::{Hit, Store, StoreError, meddle};
use proptest::prelude::*;
use rstest::rstest;

use crate::support::*;

fn year() -> (TempStore, Store) {
    let place = TempStore::new();
    let store = place.open();
    let mut january = meeting(31, 2, day(2026, 1, 16), "О критериальном оценивании", &[20, 21]);
    january.protocol.as_mut().unwrap().items[0].heard =
        "Доклад о приёмах \"обратной связи\" (см. материалы заседаний * прошлых лет).".into();
    put(
        &store,
        1,
        vec![
            community().into(),
            school(10, "МБОУ «Рыбновская СШ № 3»").into(),
            person(20, "Соколова Марина Викторовна", Some(10)).into(),
            person(21, "Щербакова-Дёмина Анастасия Владимировна", None).into(),
            person(22, "Посторонний Пётр Ильич", None).into(),
            meeting(30, 1, day(2025, 8, 28), "Итоги года и план заседаний", &[20]).into(),
            january.into(),
            difficulty(40, "Критериальное и формирующее оценивание").into(),
        ],
    );
    (place, store)
}

fn search(store: &Store, typed: &str) -> Vec<Hit> {
    let typed = typed.to_owned();
    store.read(move |reader| reader.search(&typed, None, 20)).unwrap()
}

fn titles(store: &Store, typed: &str) -> Vec<String> {
    search(store, typed).into_iter().map(|hit| hit.title.text).collect()
}

const FIRST: &str = "Протокол № 1 от 28.08.2025";
const SECOND: &str = "Протокол № 2 от 16.01.2026";
const SOKOLOVA: &str = "Соколова Марина Викторовна";
const DEMINA: &str = "Щербакова-Дёмина Анастасия Владимировна";

#[rstest]
#[case("заседание", &[SECOND, FIRST])]
#[case("заседаниями", &[SECOND, FIRST])]
#[case("прием", &[SECOND])]
#[case("ПРИЁМЫ", &[SECOND])]
#[case("Щерб", &[DEMINA, SECOND])]
#[case("Демина", &[DEMINA, SECOND])]
#[case("Дёминой", &[DEMINA, SECOND])]
#[case("Щербакова-Дёмина", &[DEMINA, SECOND])]
#[case("соколова оценивание", &[SECOND])]
#[case("\"обратной связи\"", &[SECOND])]
#[case("обратной*", &[SECOND])]
#[case("(обратной", &[SECOND])]
#[case("протокол 2", &[SECOND])]
#[case("16.01.2026", &[SECOND])]
#[case("Рыбновская", &[SOKOLOVA, "МБОУ «Рыбновская СШ № 3»", "ППС учителей русского языка"])]
#[case("формирующее", &["Критериальное и формирующее оценивание"])]
#[case("ничего", &[])]
#[case("заседание AND план", &[])]
#[case("", &[])]
#[case(" *\"() ", &[])]
fn finds(#[case] typed: &str, #[case] expected: &[&str]) {
    let (_place, store) = year();
    assert_eq!(titles(&store, typed), expected);
}

#[test]
fn a_hit_shows_where_the_word_stands() {
    let (_place, store) = year();
    let hits = search(&store, "прием");
    let [hit] = hits.as_slice() else { panic!("{hits:?}") };
    assert_eq!((hit.kind, hit.id, hit.date), (Kind::Meeting, id(31), Some(day(2026, 1, 16))));
    let marked: Vec<_> = hit.snippet.pieces().filter(|(_, marked)| *marked).collect();
    assert_eq!(marked, [("приёмах", true)]);
    assert!(hit.snippet.text.contains("Доклад о приёмах \"обратной связи\""), "{}", hit.snippet.text);
    assert_eq!(hit.title.marks, []);
}

#[test]
fn a_new_name_finds_the_papers_that_name_the_person() {
    let (_place, store) = year();
    put(&store, 2, vec![person(20, "Орлова Марина Викторовна", Some(10)).into()]);
    assert_eq!(titles(&store, "Орлова"), ["Орлова Марина Викторовна", SECOND, FIRST]);
    assert_eq!(titles(&store, "Соколова"), [] as [&str; 0]);
    put(&store, 3, vec![school(10, "МБОУ «Новая СШ»").into()]);
    assert_eq!(titles(&store, "новая сш орлова"), ["Орлова Марина Викторовна"]);
}

#[test]
fn what_is_deleted_is_not_found_until_it_is_back() {
    let (_place, store) = year();
    store.write(operation(2, "Удалён"), |w| w.delete(id(31))).unwrap();
    assert_eq!(titles(&store, "оценивание"), ["Критериальное и формирующее оценивание"]);
    store.undo(id(900), instant(500)).unwrap().unwrap();
    assert_eq!(titles(&store, "оценивании")[0], SECOND);
}

#[test]
fn a_paper_moves_with_its_date() {
    let (_place, store) = year();
    put(&store, 2, vec![meeting(30, 3, day(2026, 5, 20), "Итоги года и план заседаний", &[20]).into()]);
    assert_eq!(titles(&store, "заседание"), ["Протокол № 3 от 20.05.2026", SECOND]);
}

#[test]
fn a_community_finds_its_own() {
    let (_place, store) = year();
    let of = |number: u128, typed: &'static str| {
        let community = Some(CommunityId(id(number)));
        let hits = store.read(move |reader| reader.search(typed, community, 20)).unwrap();
        hits.into_iter().map(|hit| hit.title.text).collect::<Vec<_>>()
    };
    assert_eq!(
        of(COMMUNITY, "Рыбновская"),
        [SOKOLOVA, "МБОУ «Рыбновская СШ № 3»", "ППС учителей русского языка"]
    );
    assert_eq!(of(COMMUNITY, "Посторонний"), [] as [&str; 0]);
    assert_eq!(of(777, "заседание"), [] as [&str; 0]);
}

#[test]
fn a_community_finds_its_own_among_many_of_another() {
    let (_place, store) = year();
    let other = Community { id: CommunityId(id(2)), short_name: "Соседи".into(), ..community() };
    put(&store, 2, vec![other.into()]);
    let theirs = |number: u128| {
        let date = day(2026, 2, 1);
        let meeting = meeting(1000 + number, 1, date, "Заседание соседей", &[]);
        Meeting { community: CommunityId(id(2)), ..meeting }.into()
    };
    put(&store, 3, (0..60).map(theirs).collect());
    let community = Some(CommunityId(id(COMMUNITY)));
    let own = store.read(move |reader| reader.search("заседание", community, 20)).unwrap();
    assert_eq!(own.iter().map(|hit| hit.title.text.as_str()).collect::<Vec<_>>(), [SECOND, FIRST]);
    assert_eq!(search(&store, "соседей").len(), 20);
}

#[test]
fn an_index_of_an_earlier_version_is_built_anew() {
    let (place, store) = year();
    store.close().unwrap();
    let file = meddle(&place.path).unwrap();
    file.execute_batch(
        "DROP TABLE search; DROP TABLE search_word;
         CREATE VIRTUAL TABLE search USING fts5 (
             stems, words,
             content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '2 3'
         );
         CREATE TABLE search_word (word TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
         UPDATE state SET search = 2;
         PRAGMA user_version = 3;",
    )
    .unwrap();
    file.close().unwrap();
    let store = place.open();
    assert_eq!(titles(&store, "заседаниями"), [SECOND, FIRST]);
    assert_eq!(titles(&store, "Щерб"), [DEMINA, SECOND]);
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn many_records_come_into_the_index_in_one_piece() {
    let place = TempStore::new();
    let store = place.open();
    let earlier = |number: u128| {
        let date = day(2026, 1, 16) - chrono::Days::new(u64::try_from(number).unwrap());
        meeting(100 + number, 1, date, "О критериальном оценивании", &[]).into()
    };
    // The newest first: a record that comes after a newer one once began a piece of its own. So many are made ready and
    // gathered on threads of their own.
    let records: Vec<Record> = std::iter::once(community().into()).chain((0..600).map(earlier)).collect();
    let mut twice = records.clone();
    twice.push(community().into());
    let refused =
        store.write(operation(1, "Внесены записи"), move |writer| writer.put_all(twice));
    assert!(matches!(refused, Err(StoreError::Stale { .. })), "{refused:?}");
    assert!(store.read(|reader| reader.is_empty()).unwrap());
    store.write(operation(1, "Внесены записи"), move |writer| writer.put_all(records)).unwrap();
    assert_eq!(store.verify_history().unwrap(), []);
    let found = titles(&store, "оценивание");
    assert_eq!((found.len(), found[0].as_str()), (20, "Протокол № 1 от 16.01.2026"));
    store.close().unwrap();
    let file = meddle(&place.path).unwrap();
    let pieces: i64 =
        file.query_row("SELECT count(DISTINCT segid) FROM search_idx", [], |row| row.get(0)).unwrap();
    assert_eq!(pieces, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_typed_is_never_a_fault(typed in proptest::collection::vec(
        prop_oneof![
            any::<String>(),
            "[\"*()^:{}+-]{1,8}",
            Just("NEAR(а б, 2)".to_owned()),
            Just("OR".to_owned()),
            Just("stems : план".to_owned()),
            Just("план*".to_owned()),
        ],
        1..40,
    )) {
        // Not within a thread: Windows would wait for ever for a store that ends together with its thread.
        static STORE: OnceLock<(TempStore, Store)> = OnceLock::new();
        let (_, store) = STORE.get_or_init(year);
        for typed in typed {
            let found: Result<_, StoreError> = store.read(move |reader| reader.search(&typed, None, 20));
            prop_assert!(found.is_ok());
        }
    }
}
