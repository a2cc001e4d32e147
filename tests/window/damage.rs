//! The file of the records is damaged between two starts: told calmly, saved, or taken from the copy.

use std::fs;
use std::path::{Path, PathBuf};

use crate::axe::broken_rules;
use crate::september::community_without_a_plan;
use crate::window::{Data, Window};

const DAY: &str = "2025-09-15";
const IN_THE_COPY: &str = "Тема, которая есть в копии";
const LATER: &str = "Тема, которая новее копии";

#[test]
fn what_can_be_read_is_saved_and_the_damaged_file_stays_as_it_is() {
    let data = damaged_year();
    let damaged = fs::read(data.path().join("year.db")).unwrap();
    data.in_window(async |window| {
        window.sees("Файл с записями повреждён").await;
        window.sees("Последняя целая копия").await;
        picture(window, "damage-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.presses("Восстановить").await;
        window.sees("Восстановлено").await;
        window.sees("Где повреждённый файл").await;
        picture(window, "damage-saved-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.presses("Открыть записи").await;
        window.comes_to_rest().await;
        window.presses("Заседания").await;
        let topic = window.reads("Тема заседания").await;
        assert!([IN_THE_COPY, LATER].contains(&topic.as_str()), "{topic}");
    });
    let aside = all_files(data.path()).into_iter().any(|file| fs::read(file).unwrap() == damaged);
    assert!(aside, "the damaged file lies somewhere, byte for byte");
    // The next start opens what was saved.
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.field("", "Тема заседания").await;
    });
}

#[test]
fn the_copy_alone_is_opened_and_the_example_can_be_read_meanwhile() {
    let data = damaged_year().sized(1024, 768);
    data.in_window(async |window| {
        window.sees("Файл с записями повреждён").await;
        picture(window, "damage-1024.png").await;
        window.presses("Открыть учебный пример").await;
        window.sees("Сроки соблюдены").await;
        window.presses("Перейти к своим записям").await;
        window.presses("Открыть только копию").await;
        window.sees("Открыта копия").await;
        window.comes_to_rest().await;
        window.presses("Заседания").await;
        assert_eq!(window.reads("Тема заседания").await, IN_THE_COPY);
    });
}

/// A year with a copy and one later change, whose file was then hit by a bad disk.
fn damaged_year() -> Data {
    let data = Data::new().on(DAY);
    community_without_a_plan(data.path());
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        changes_the_topic(window, IN_THE_COPY).await;
        window.presses("Настройки").await;
        window.presses("Сделать копию сейчас").await;
        window.sees("Копия сделана и проверена.").await;
        changes_the_topic(window, LATER).await;
    });
    let path = data.path().join("year.db");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    // A sector of zeros, as a dying disk gives it back.
    bytes[middle..middle + 512].fill(0);
    fs::write(&path, bytes).unwrap();
    data
}

async fn changes_the_topic(window: &Window, text: &str) {
    window.presses("Заседания").await;
    window.types("Тема заседания", text).await;
    window.all_saved().await;
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { all_files(&path) } else { vec![path] }).collect()
}

async fn picture(window: &Window, name: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name);
    window.pictures(&file).await;
}
