//! Copies of the records: made by hand and by themselves, looked into, taken back, carried to another computer.

use std::path::{Path, PathBuf};

use crate::axe::broken_rules;
use crate::desktop::{WindowManager, xdotool};
use crate::september::community_without_a_plan;
use crate::window::{Data, Window};

const DAY: &str = "2025-09-15";
const LATER: &str = "Тема, которой в копии ещё нет";

#[test]
fn a_copy_is_looked_into_and_taken_back_and_so_is_what_was_before() {
    let data = own_year();
    data.in_window(async |window| {
        let before = new_meeting(window).await;
        copies(window).await;
        window.presses("Сделать копию сейчас").await;
        window.sees("Копия сделана и проверена.").await;
        window.sees("11 человек").await;
        picture(window, "backups-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        window.presses("Посмотреть").await;
        window.sees("Что меняли последним").await;
        window.sees("2025/26").await;
        picture(window, "backup-inside-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.presses("Закрыть").await;

        changes_the_topic(window, LATER).await;
        copies(window).await;
        takes_back(window).await;
        assert_eq!(topic(window).await, before);

        // What the records were before is a copy, too: the newest one.
        copies(window).await;
        window.sees("перед возвратом копии").await;
        takes_back(window).await;
        assert_eq!(topic(window).await, LATER);
    });
}

#[test]
fn closing_makes_a_copy_of_what_has_changed() {
    let data = own_year();
    data.in_window(async |window| {
        let _manager = manager(window).await;
        new_meeting(window).await;
        window.closes_after(async { drop(xdotool(&window.display, &["key", "alt+F4"])) }).await;
    });
    data.in_window(async |window| {
        copies(window).await;
        window.sees("при закрытии").await;
        window.presses("Посмотреть").await;
        window.sees("Что меняли последним").await;
        window.sees("заседание").await;
        window.presses("Закрыть").await;
    });
}

#[test]
fn a_copy_that_cannot_be_made_is_told_in_words_and_the_records_go_on() {
    let data = own_year();
    // Where the folder of the copies belongs lies something else.
    std::fs::write(data.path().join("Копии"), b"").unwrap();
    data.in_window(async |window| {
        copies(window).await;
        window.presses("Сделать копию сейчас").await;
        window
            .until("the refusal is told", async || {
                window.asks("return !!document.querySelector('.settings [role=alert]')").await == true
            })
            .await;
        let told = window.asks("return document.querySelector('.settings [role=alert]').innerText").await;
        let told = told.as_str().unwrap();
        assert!(told.starts_with("Не получилось записать файл"), "{told}");
        assert!(!told.contains("os error"), "{told}");
        picture(window, "backup-refused-1366.png").await;
        let topic = new_meeting(window).await;
        assert!(!topic.is_empty());
    });
}

#[test]
fn a_second_place_gets_every_copy_and_is_given_up_again() {
    let stick = tempfile::tempdir().unwrap();
    let data = own_year().saving_to(stick.path());
    data.in_window(async |window| {
        copies(window).await;
        window.presses("Выбрать второе место…").await;
        window.sees("Сейчас на месте.").await;
        window.presses("Сделать копию сейчас").await;
        window.sees("Копия сделана и проверена.").await;
        window.sees("Последняя копия там").await;
        assert!(holds_files(stick.path()), "the copy lies there, too");
        window.presses("Больше туда не копировать").await;
        window.sees("Выбрать второе место…").await;
        assert!(holds_files(stick.path()), "what lies there stays");
    });
}

#[test]
fn the_records_are_carried_to_another_computer() {
    let stick = tempfile::tempdir().unwrap();
    let kept = own_year().saving_to(stick.path()).in_window(async |window| {
        let kept = new_meeting(window).await;
        copies(window).await;
        window.presses("Перенести на другой компьютер").await;
        window.presses("Выбрать папку…").await;
        window.presses("Записать копию").await;
        window.sees("Копия записана, прочитана обратно и проверена").await;
        picture(window, "backup-carried-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.presses("Готово").await;
        kept
    });
    Data::new().on(DAY).saving_to(stick.path()).in_window(async |window| {
        window.presses("Есть копия? Открыть её").await;
        assert_eq!(topic(window).await, kept);
    });
}

/// A leader's own year.
fn own_year() -> Data {
    let data = Data::new().on(DAY);
    community_without_a_plan(data.path());
    data
}

/// Goes to the copies in the settings.
async fn copies(window: &Window) {
    window.presses("Настройки").await;
    window.sees("Запасные копии").await;
    window.sees("Второе место").await;
    window.asks("document.getElementById('settings-backups').scrollIntoView()").await;
}

/// Takes the newest copy back.
async fn takes_back(window: &Window) {
    window.presses("Вернуть эту копию…").await;
    window.sees("Вернуть записи из копии?").await;
    window.sees("их тоже можно будет вернуть").await;
    window.answers("Вернуть эту копию").await;
    // The message of an earlier time may still stand there; the question goes when the work is done.
    let asked = "return !!document.querySelector('dialog[open]')";
    window.until("the question has gone", async || window.asks(asked).await == false).await;
    window.sees("Записи возвращены из копии").await;
    window.comes_to_rest().await;
}

/// Adds a meeting and answers its topic.
async fn new_meeting(window: &Window) -> String {
    window.presses("Заседания").await;
    window.presses("Новое заседание").await;
    window.is_at("Тема заседания").await;
    window.types_here("Тема, которая есть в копии").await;
    window.all_saved().await;
    topic(window).await
}

/// The topic of the meeting that is written.
async fn topic(window: &Window) -> String {
    window.presses("Заседания").await;
    window.reads("Тема заседания").await
}

async fn changes_the_topic(window: &Window, text: &str) {
    window.presses("Заседания").await;
    window.types("Тема заседания", text).await;
    window.all_saved().await;
}

fn holds_files(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() { holds_files(&path) } else { path.metadata().unwrap().len() > 1000 }
    })
}

async fn manager(window: &Window) -> WindowManager {
    let manager = WindowManager::start(&window.display);
    let shown = || xdotool(&window.display, &["search", "--onlyvisible", "--name", "рабочее место"]);
    window.until("the manager has taken the window over", async || shown().is_some()).await;
    xdotool(&window.display, &["windowactivate", "--sync", &shown().unwrap()]);
    manager
}

async fn picture(window: &Window, name: &str) {
    let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name);
    window.pictures(&file).await;
}
