//! A copy that is opened by a double click: shown, and taken only when that is wanted.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::{ClockOnDay, Key, Workplace, backups, password};

use crate::axe::broken_rules;
use crate::september::community_without_a_plan;
use crate::window::{Data, PROGRAM, Window};

const DAY: &str = "2025-09-15";
const LATER: &str = "Тема, которой в копии ещё нет";
const PASSWORD: &str = "синий чайник на окне";

#[test]
fn a_copy_begins_the_year_on_a_computer_that_has_none() {
    let (stick, data) = (tempfile::tempdir().unwrap(), Data::new().on(DAY));
    let copy = copy_on(stick.path(), None);
    data.opened_with(&copy).in_window(async |window| {
        window.sees("Копия:").await;
        window.sees("2025/2026").await;
        picture(window, "brought-first-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.answers("Начать с этой копии").await;
        window.sees("Записи возвращены из копии").await;
        window.comes_to_rest().await;
        window.presses("Состав").await;
        window.sees("Кузнецова").await;
    });
}

#[test]
fn a_copy_opened_beside_a_window_is_looked_at_first_and_replaces_nothing_by_itself() {
    let stick = tempfile::tempdir().unwrap();
    let data = Data::new().on(DAY);
    community_without_a_plan(data.path());
    let copy = copy_of(data.path(), stick.path());
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        window.types_here(LATER).await;
        window.all_saved().await;

        starts_again(window, &copy);
        window.sees("Что меняли последним").await;
        picture(window, "brought-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.answers("Закрыть").await;
        assert_eq!(window.reads("Тема заседания").await, LATER);

        starts_again(window, &copy);
        window.answers("Вернуть эту копию…").await;
        window.sees("Вернуть записи из копии?").await;
        window.answers("Оставить как есть").await;
        window.answers("Вернуть эту копию…").await;
        window.answers("Вернуть эту копию").await;
        window.sees("Прежние лежат среди копий").await;
        window.comes_to_rest().await;
        window.presses("Заседания").await;
        window.sees("Протокол № 1").await;
        window.sees_no_more(LATER).await;
        window.presses("Настройки").await;
        window.sees("перед возвратом копии").await;
    });
}

#[test]
fn a_copy_under_a_password_asks_for_it_and_what_is_no_copy_is_told_in_words() {
    let (stick, data) = (tempfile::tempdir().unwrap(), Data::new().on(DAY));
    community_without_a_plan(data.path());
    let copy = copy_on(stick.path(), Some(PASSWORD));
    data.opened_with(&copy).in_window(async |window| {
        window.is_at("Пароль этих записей").await;
        window.types_here("чужой пароль").await;
        window.answers("Посмотреть").await;
        window.sees("Пароль не подошёл").await;
        window.types("Пароль этих записей", PASSWORD).await;
        window.answers("Посмотреть").await;
        window.sees("Что меняли последним").await;
        window.answers("Закрыть").await;

        let files = stick.path().join("year.files.db");
        std::fs::write(&files, b"PPS1").unwrap();
        starts_again(window, &files);
        window.sees("Это сканы и фотографии, которые лежат при копиях").await;
        let other = stick.path().join("доклад.db");
        std::fs::write(&other, b"nothing of ours").unwrap();
        starts_again(window, &other);
        window.sees("не файл данных этой программы").await;
        // The records themselves are open already, and nothing is asked.
        starts_again(window, &window.data().join("year.db"));
        window.comes_to_rest().await;
        assert_eq!(window.asks("return !!document.querySelector('dialog[open]')").await, false);
    });
}

/// A copy of another leader's year, under a password where one is named.
fn copy_on(stick: &Path, secret: Option<&str>) -> PathBuf {
    let folder = tempfile::tempdir().unwrap();
    community_without_a_plan(folder.path());
    let own = folder.path().join("year.db");
    if let Some(secret) = secret {
        password::set_password(&own, &Key::open(), secret, clock().as_ref()).unwrap();
        let key = password::unlock(&own, secret, clock().as_ref()).unwrap();
        let workplace = Workplace::open_with(&own, &key, clock()).unwrap();
        return closed(workplace, stick);
    }
    copy_of(folder.path(), stick)
}

fn copy_of(data: &Path, stick: &Path) -> PathBuf {
    closed(Workplace::open(&data.join("year.db"), clock()).unwrap(), stick)
}

fn closed(workplace: Workplace, stick: &Path) -> PathBuf {
    let copy = backups::back_up_to(&workplace, stick).unwrap();
    workplace.close().unwrap();
    copy
}

fn clock() -> Arc<ClockOnDay> {
    Arc::new(ClockOnDay(DAY.parse::<NaiveDate>().unwrap()))
}

/// A double click while the window stands.
fn starts_again(window: &Window, copy: &Path) {
    let words = [OsStr::new("--data"), window.data().as_os_str(), copy.as_os_str()];
    assert!(Command::new(PROGRAM).env("DISPLAY", &window.display).args(words).status().unwrap().success());
}

async fn picture(window: &Window, name: &str) {
    window.pictures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name)).await;
}
