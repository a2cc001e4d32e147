//! What a body calls itself, and what a meeting may say of its time, its people and its reporters: from the settings to
//! the paper.

use fantoccini::key::Key;

use crate::desktop::text_of;
use crate::protocol::year_up_to_the_first_protocol;
use crate::window::{Data, Window};

#[test]
fn a_methodical_body_meets_at_a_time_with_people_by_number_and_two_reporters() {
    let saved = tempfile::tempdir().unwrap();
    let data = Data::new().on("2026-01-23").saving_to(saved.path());
    year_up_to_the_first_protocol(data.path());
    data.in_window(async |window| {
        window.presses("Настройки").await;
        window.chooses("Вид объединения", "РМО — районное методическое объединение").await;
        window.all_saved().await;

        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.types("Дата заседания", "16.1.26").await;
        window.types("Начало", "14.30").await;
        window.all_saved().await;
        assert_eq!(window.reads("Начало").await, "14:30");

        window.presses("Известно только число").await;
        window.types("Присутствовало, человек", "12").await;
        window.types("Из скольких", "15").await;
        window.presses("Без имён, числом").await;
        window.types("Приглашены без имён", "администрация школы — 2 человека").await;
        window.all_saved().await;

        window.presses("Добавить вопрос").await;
        window.types("О чём", "Круглый стол «Читаем вместе»").await;
        picks(window, "Докладчик", "сок").await;
        window.presses("Должность или ещё докладчик").await;
        window.types("Должность, если нужна", "методист РИМК").await;
        window.presses("Ещё докладчик").await;
        window.types("Докладчик 2", "Панина Елена Викторовна").await;
        window.all_saved().await;

        window.looks_at_the_paper().await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено: ").await;
    });
    let file = std::fs::read_dir(saved.path()).unwrap().next().expect("a protocol").unwrap().path();
    let said = text_of(&file);
    for words in [
        "Начало в 14:30",
        "Присутствовало 12 человек из 15.",
        "Приглашены: администрация школы — 2 человека",
        "Докладчики: Соколова М. В., методист РИМК; Панина Е. В.",
        "Круглый стол «Читаем вместе».",
    ] {
        assert!(said.contains(words), "«{words}» is not on the paper: {said}");
    }
}

/// Picks somebody by the first letters.
async fn picks(window: &Window, field: &str, letters: &str) {
    window.goes_to(field).await;
    window.types_here(letters).await;
    window.keys(&[], &char::from(Key::Enter).to_string()).await;
}
