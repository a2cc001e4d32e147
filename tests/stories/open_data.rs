//! Everything out as open JSON, and back.

use std::fs;

use pps_app::AppError;
use pps_app::open_data::load_into;
use pps_tests::{Fixture, StandingClock};
use rstest::rstest;

fn dumped(fixture: &Fixture) -> String {
    let out = fixture.path("out.json");
    fixture.workplace.dump(&out).unwrap();
    fs::read_to_string(out).unwrap()
}

fn load(fixture: &Fixture, text: &str) -> Result<(), AppError> {
    let dump = fixture.path("in.json");
    fs::write(&dump, text).unwrap();
    load_into(&fixture.path("loaded.db"), &dump, &*StandingClock::on("2026-08-21")).map(drop)
}

#[test]
fn what_is_loaded_comes_out_again_to_the_byte() {
    let fixture = Fixture::example();
    let text = dumped(&fixture);
    load(&fixture, &text).unwrap();
    let loaded =
        pps_app::Workplace::open(&fixture.path("loaded.db"), StandingClock::on("2026-08-21")).unwrap();
    let again = fixture.path("again.json");
    loaded.dump(&again).unwrap();
    assert_eq!(fs::read_to_string(again).unwrap(), text);
}

#[test]
fn keys_are_sorted_and_no_time_of_export_is_in_it() {
    let fixture = Fixture::example();
    let (first, second) = (dumped(&fixture), dumped(&fixture));
    assert_eq!(first, second);
    let value: serde_json::Value = serde_json::from_str(&first).unwrap();
    let keys: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
    let mut sorted = keys.clone();
    sorted.sort();
    assert_eq!(keys, sorted);
    // Both maps keep the order of the file only if it is sorted, so the text itself is looked at too.
    let positions: Vec<_> =
        keys.iter().map(|key| first.find(&format!("\n  \"{key}\"")).unwrap_or(0)).collect();
    assert!(positions.is_sorted(), "{positions:?}");
}

#[rstest]
#[case(|text: String| text[..text.len() / 2].to_owned(), "Строка")]
#[case(|_| "[]".to_owned(), "не выгрузка")]
#[case(|_| String::new(), "трока")]
#[case(|text: String| text.replace("\"version\": 1", "\"version\": 99"), "новой версией")]
#[case(|text: String| text.replacen("\"surname\": \"Соколова\"", "\"familiya\": \"Соколова\"", 1), "familiya")]
#[case(|text: String| text.replacen("\"direction\": \"3.1.1\"", "\"direction\": \"9.9.9\"", 1), "direction")]
fn a_broken_dump_changes_nothing_and_says_where(#[case] spoil: fn(String) -> String, #[case] told: &str) {
    let fixture = Fixture::example();
    let spoilt = spoil(dumped(&fixture));
    let refused = load(&fixture, &spoilt).unwrap_err().to_string();
    assert!(refused.contains(told), "{refused}");
    assert!(!fixture.path("loaded.db").exists());
    assert!(
        fs::read_dir(fixture.folder())
            .unwrap()
            .all(|one| { !one.unwrap().file_name().to_string_lossy().starts_with("loaded") })
    );
}

#[test]
fn a_sign_that_nobody_can_see_does_not_keep_a_file_from_being_loaded() {
    let fixture = Fixture::example();
    let text = dumped(&fixture);
    let spoilt = text.replacen("\"surname\": \"Соколова\"", "\"surname\": \"Соко\\u0001лова\"", 1);
    assert_ne!(spoilt, text);
    load(&fixture, &spoilt).unwrap();
    let loaded =
        pps_app::Workplace::open(&fixture.path("loaded.db"), StandingClock::on("2026-08-21")).unwrap();
    let again = fixture.path("again.json");
    loaded.dump(&again).unwrap();
    assert_eq!(fs::read_to_string(again).unwrap(), text);
}

#[test]
fn a_file_with_records_is_not_loaded_over() {
    let fixture = Fixture::example();
    let text = dumped(&fixture);
    load(&fixture, &text).unwrap();
    let before = fs::read(fixture.path("loaded.db")).unwrap();
    assert_eq!(load(&fixture, &text).unwrap_err().code(), "not_loaded");
    assert!(before == fs::read(fixture.path("loaded.db")).unwrap());
}
