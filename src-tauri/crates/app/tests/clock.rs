//! A clock that is wrong.

#![allow(missing_docs, clippy::unwrap_used)]

use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::views::FirstSteps;
use pps_app::{ClockOnDay, Workplace};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_clock_that_went_back_is_asked_about_when_the_file_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.db");
    let first = FirstSteps {
        body: None,
        name: "Функциональная грамотность".to_owned(),
        short_name: String::new(),
        district: String::new(),
        place: String::new(),
        rimk_head: String::new(),
        school_year: 2026,
        people: Vec::new(),
    };
    let on = |date: &str| Arc::new(ClockOnDay(day(date)));
    Workplace::create_community(&path, on("2026-11-27"), &first).unwrap().close().unwrap();
    let doubt = |date: &str| {
        let workplace = Workplace::open(&path, on(date)).unwrap();
        let doubt = workplace.open_file().unwrap().clock;
        workplace.close().unwrap();
        doubt.map(|doubt| doubt.message.replace('\u{a0}', " "))
    };
    assert_eq!(doubt("2026-11-28"), None);
    assert_eq!(
        doubt("2019-03-03").as_deref(),
        Some("Часы компьютера показывают 3 марта 2019 г., а последняя запись — 27 ноября 2026 г.")
    );
    assert!(doubt("2031-01-10").is_some());
}
