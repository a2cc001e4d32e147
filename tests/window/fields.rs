//! What is typed into a field stays what was meant: Enter takes it, signs that nobody can see go, quotes are set right.

use fantoccini::key::Key;

use crate::window::{Data, Window};

const ENTER: &str = "\u{e007}";

async fn in_example(window: &Window) {
    window.presses("Открыть учебный пример").await;
    window.sees("УЧЕБНЫЙ ПРИМЕР").await;
}

#[test]
fn enter_in_a_form_takes_the_date_that_stands_in_its_field() {
    Data::new().in_window(async |window| {
        in_example(window).await;
        window.presses("Состав").await;
        window.presses("Добавить участника").await;
        window.types("Фамилия, имя, отчество", "Рябинина Вера Ильинична").await;
        window.goes_to("В составе с").await;
        window.types_over("45 мая").await;
        window.keys(&[], ENTER).await;
        window.sees("Такого дня нет: в мае 2026 г. последнее число — 31.").await;
        window.is_at("В составе с").await;
        window.types_over("1.10.25").await;
        window.keys(&[], ENTER).await;
        window.sees("Добавлено в состав: Рябинина В. И.").await;
        // The form begins the next one; the record shows the day.
        window.presses("К составу").await;
        window.sees("Рябинина Вера Ильинична").await;
        // By the link itself: the list may still be scrolling to where it was left.
        let opens = "[...document.querySelectorAll('.roster a')] \
                     .find((one) => one.textContent.includes('Рябинина')).click()";
        window.asks(opens).await;
        assert_eq!(window.reads("С какого дня").await.replace('\u{a0}', " "), "1 октября 2025 г.");
    });
}

#[test]
fn enter_in_a_field_of_one_line_goes_on_to_the_next_field() {
    Data::new().in_window(async |window| {
        window.is_at("Полное название").await;
        window.types_here("Сообщество учителей").await;
        window.keys(&[], ENTER).await;
        window.is_at("Краткое название").await;
        window.keys(&[], ENTER).await;
        window.is_at("Руководитель").await;
        assert_eq!(window.reads("Полное название").await, "Сообщество учителей");
    });
}

#[test]
fn quotes_and_dashes_are_set_while_typing_and_come_back_with_one_key() {
    Data::new().in_window(async |window| {
        in_example(window).await;
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        window.types_here("О программе \"Чтение\" - итоги 5-6 классов...").await;
        let topic = "О программе «Чтение» — итоги 5-6 классов";
        assert_eq!(window.reads("Тема заседания").await, format!("{topic}…"));
        window.keys(&[Key::Control], "z").await;
        assert_eq!(window.reads("Тема заседания").await, format!("{topic}..."));
        window.all_saved().await;
        assert_eq!(window.reads("Тема заседания").await, format!("{topic}..."));
    });
}

#[test]
fn signs_of_another_program_keep_no_meeting_from_being_saved() {
    Data::new().in_window(async |window| {
        in_example(window).await;
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        // As a program puts text into a field without the clipboard: dictation, a screen reader, a driver of a test.
        let put = "const field = document.activeElement; \
                   field.value = 'Итоги\\u000bгода\\u0007 и план\\u001eсетка'; \
                   field.dispatchEvent(new InputEvent('input', { bubbles: true })); return true";
        window.asks(put).await;
        window.sees("Сохранено").await;
        window.all_saved().await;
        window
            .until("the field shows what is kept", async || {
                window.reads("Тема заседания").await == "Итоги\nгода и план-сетка"
            })
            .await;
        window.types("Место: школа", "МБОУ «Батуринская СШ»").await;
        window.all_saved().await;
        window.sees_no_more("Не записано").await;
    });
}
