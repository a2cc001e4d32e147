//! The journal of consultations: a line is added, found, told, taken out and brought back, and printed.

use fantoccini::key::Key;

use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn a_consultation_is_written_found_printed_and_brought_back() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.sees("Что вести?").await;
        window.presses("Консультации").await;
        window.sees("Самоанализ учебного года молодого педагога").await;

        window.presses("Внести консультацию").await;
        window.sees("Консультация без темы").await;
        // Today stands in the date; what is typed at once takes its place.
        window.is_at("Дата").await;
        window.types_here("5.6.26").await;
        window.types("Тема", "Как описать практику для сайта").await;
        window.goes_to("Кого консультировали").await;
        window.types_here("лар").await;
        window.keys(&[], &char::from(Key::Enter).to_string()).await;
        window.types("Сколько человек, если без имён", "2").await;
        window.types("Итог", "Описание дополнено").await;
        window.all_saved().await;
        window.sees("5 июня 2026").await;

        // What was changed is told in the words of the form.
        window.presses("Что менялось").await;
        window.sees("Итог: вписано «Описание дополнено»").await;

        // Taken out and brought back.
        window.presses("Удалить консультацию").await;
        window.sees("Удалена консультация: Как описать практику для сайта").await;
        window.presses("Вернуть").await;
        window.sees("Возвращена консультация: Как описать практику для сайта").await;
        assert_eq!(window.reads("Итог").await, "Описание дополнено");

        // One field is taken back, not the record.
        window.types("Итог", "Описание размещено на сайте").await;
        window.all_saved().await;
        window.keys(&[Key::Control], "z").await;
        window
            .until("the field is as before", async || window.reads("Итог").await == "Описание дополнено")
            .await;

        // Found from another room.
        window.presses("Обзор").await;
        window.keys(&[Key::Control], "f").await;
        window.types_here("описать практику").await;
        window.presses("Как описать практику для сайта").await;
        window.until("the record is open", async || window.reads("Тема").await.ends_with("для сайта")).await;

        window.looks_at_the_paper().await;
        window.sees("листа").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let pdf = files.next().expect("the journal was saved");
    let text = text_of(&pdf);
    for words in ["ЖУРНАЛ КОНСУЛЬТАЦИЙ", "05.06.2026", "Ларина С. Ю.,", "Описание дополнено"]
    {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}
