//! Papers about people are seen before they leave the program.

use crate::desktop::text_of;
use crate::window::{Data, Window};

/// Waits until the first sheet of the paper with such a title is drawn beside the fields.
async fn sees_the_paper(window: &Window, title: &str) {
    let drawn = format!("return !!document.querySelector('.paper img[alt^=\"{title}\"]')");
    window.until(title, async || window.asks(&drawn).await == true).await;
}

#[test]
fn a_paper_about_people_is_seen_before_it_is_saved() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Состав").await;
        window.presses("Ходатайство об изменении состава").await;
        sees_the_paper(window, "Ходатайство об изменении состава на 20 августа 2026 г.").await;
        window.presses("Заявка на курсы").await;
        window.types("На какой день", "01.09.2026").await;
        sees_the_paper(window, "Заявка на курсы на 1 сентября 2026 г.").await;
        window.presses("Справка о работе руководителя").await;
        sees_the_paper(window, "Справка о работе руководителя с 1 сентября 2025 г. по 20 августа 2026 г.")
            .await;
        window.types("По какой день", "31.05.2026").await;
        sees_the_paper(window, "Справка о работе руководителя с 1 сентября 2025 г. по 31 мая 2026 г.").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let pdf = files.next().expect("the paper was saved");
    let text = text_of(&pdf);
    assert!(text.contains("СПРАВКА") && text.contains("31 мая 2026"), "{text}");
}
