//! From nothing to a signed year: a community, people, a meeting, its paper; closed and opened again.

use fantoccini::key::Key;

use crate::desktop::{Recorder, text_of};
use crate::window::{Data, Window, file_appears};

const DAY: &str = "2026-09-10";

#[test]
fn from_nothing_to_a_protocol_that_a_restart_finds_and_undo_takes_back() {
    let saved = tempfile::tempdir().unwrap();
    let printer = Recorder::named("xdg-open");
    let data = Data::new().on(DAY).saving_to(saved.path()).with("PATH", printer.path());

    data.in_window(async |window| {
        first_start(window).await;
        write_meeting(window).await;
        window.looks_at_the_paper().await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено: ").await;
        window.presses("Напечатать").await;
        window.sees("Документ передан на печать").await;
        file_appears(&printer.opened()).await;
    });

    let pdf = only_file(saved.path());
    let said = text_of(&pdf);
    for words in [
        "ПРОТОКОЛ",
        "10 сентября 2026 г.",
        "№ 1",
        "Присутствовали (2 из 3)",
        "Ларина С. Ю.",
        "Об итогах диагностики",
        "Принять информацию к сведению.",
        "Ответственный: Кузнецова О. И. Срок: до 1 октября 2026 г.",
        "О плане на год",
    ] {
        assert!(said.contains(words), "«{words}» is not on the paper: {said}");
    }
    assert_eq!(text_of(&printer.opened()), said, "what is printed is what is saved");

    data.in_window(async |window| {
        window.sees("Грамотность, сентябрь").await;
        window.presses("Заседания").await;
        window.sees("Протокол № 1").await;
        assert_eq!(window.reads("Тема заседания").await, "Итоги и план");
        window.sees("Присутствовали 2 из 3").await;

        // The last thing done before the window was closed is taken back after it was opened again.
        window.keys(&[Key::Control], "z").await;
        window.sees_no_more("О плане на год").await;
        window.keys(&[Key::Control], "y").await;
        window.sees("О плане на год").await;

        // What was typed is found by another form of the word: first in the protocol that is open; the same key
        // again finds it in all records, and the hit opens its place.
        window.keys(&[Key::Control], "f").await;
        window.types_here("диагностикой").await;
        window.sees("В этом протоколе: ").await;
        window.keys(&[Key::Control], "f").await;
        window.sees("«диагностикой»: 1 запись").await;
        window.presses("Протокол № 1").await;
        window.sees("Протокол № 1").await;
        assert!(window.asks("return location.hash").await.as_str().unwrap().starts_with("#/meetings/"));
        let caret = "return (document.activeElement.value ?? '').toLowerCase().includes('диагностик')
            && document.activeElement.id !== 'find'";
        window
            .until("the caret stands in the field with the word", async || window.asks(caret).await == true)
            .await;
    });
}

async fn first_start(window: &Window) {
    window.types("Полное название", "Профессиональное сообщество «Грамотность»").await;
    window.types("Краткое название", "Грамотность, сентябрь").await;
    window.types("Руководитель: фамилия", "Соколова Марина Викторовна").await;
    window.types("Район", "Рыбновский муниципальный район").await;
    window.types("Город или посёлок", "г. Рыбное").await;
    window.presses("Дальше: учебный год").await;
    window.presses("Дальше: участники").await;
    window.types_in("Руководитель", "Должность и предмет", "учитель русского языка").await;
    window.types_in("Руководитель", "Школа", "МБОУ «Рыбновская СШ № 3»").await;
    window.types_in("Участник 2", "Фамилия, имя, отчество", "Кузнецова Ольга Ивановна").await;
    window.types_in("Участник 2", "Школа", "МБОУ «Рыбновская СШ № 1»").await;
    window.presses("секретарь").await;
    window.presses("Добавить участника").await;
    window.types_in("Участник 3", "Фамилия, имя, отчество", "Ларина Светлана Юрьевна").await;
    window.types_in("Участник 3", "Должность и предмет", "учитель математики").await;
    window.presses("Начать 2026/27 учебный год").await;
    window.sees("Обзор").await;
}

async fn write_meeting(window: &Window) {
    window.presses("Заседания").await;
    window.presses("Новое заседание").await;
    window.types("Тема заседания", "Итоги и план").await;
    // A person is unticked, and the reason stands beside the name.
    window.presses("Ларина С. Ю.").await;
    window.types("Причина", "болезнь").await;
    window.presses("Добавить вопрос").await;
    window.sees("Вопрос 1").await;
    window.types_in("Вопрос 1", "О чём", "Об итогах диагностики").await;
    window.presses("Решение").await;
    window.types("Текст пункта 1.1", "Принять информацию к сведению.").await;
    window.presses("Поручение").await;
    window.types("Текст пункта 1.2", "Подготовить свод затруднений.").await;
    window.types_in("Пункт 1.2", "Ответственный", "кузн").await;
    window.types_in("Пункт 1.2", "Срок", "до 1 октября").await;
    window.all_saved().await;
    window.presses("Добавить вопрос").await;
    window.sees("Вопрос 2").await;
    window.types_in("Вопрос 2", "О чём", "О плане на год").await;
    window.all_saved().await;
}

fn only_file(folder: &std::path::Path) -> std::path::PathBuf {
    let mut files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let only = files.next().expect("a paper was saved");
    assert!(files.next().is_none(), "one paper was saved");
    only
}

#[test]
fn the_first_start_is_walked_through_by_keyboard() {
    Data::new().on(DAY).in_window(async |window| {
        window.presses("Кто в нём состоит").await;
        let field = window.field("Руководитель", "Должность и предмет").await;
        field.click().await.unwrap();
        let mut walked = Vec::new();
        for _ in 0..5 {
            window.keys(&[], &char::from(Key::Tab).to_string()).await;
            let here = "const at = document.activeElement; return (at.labels?.[0] ?? at).innerText.trim()";
            walked.push(window.asks(here).await.as_str().unwrap().to_owned());
        }
        assert_eq!(walked, ["Школа", "Категория", "Фамилия, имя, отчество", "Должность и предмет", "Школа"]);
    });
}
