//! Tables under a text: pasted from Excel or begun empty, written in by keys, taken out and brought back, printed.

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::{Data, Window};

/// What Excel puts into the clipboard for a table with a line across its top and a cell over two rows.
const COPIED: &str = "<table><tr><td colspan=3>Результаты ВПР</td></tr>\
    <tr><td>Школа</td><td>Класс</td><td>Качество</td></tr>\
    <tr><td rowspan=2>Вакинская СШ</td><td>5</td><td>41</td></tr><tr><td>6</td><td>38</td></tr></table>";

/// Pastes into the field that has the caret. WebKit gives no data to an event made by script, so the event is given its
/// own.
async fn pastes(window: &Window, text: &str, html: &str) {
    let script = format!(
        "const held = {{ 'text/plain': {text:?}, 'text/html': {html:?} }};
         const paste = new Event('paste', {{ bubbles: true, cancelable: true }});
         Object.defineProperty(paste, 'clipboardData', {{ value: {{ getData: (kind) => held[kind] ?? '' }} }});
         document.activeElement.dispatchEvent(paste);"
    );
    window.asks(&script).await;
}

/// The cells of the first grid, row by row, without the numbers of the rows.
async fn grid(window: &Window) -> String {
    let script = "return [...document.querySelector('.grid').rows].map((row) =>
        [...row.cells].slice(1).map((cell) =>
            cell.querySelector('textarea')?.value ?? cell.textContent).join('|')).join(' / ')";
    window.asks(script).await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_table_of_the_report_is_pasted_written_in_taken_out_and_printed() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Отчёт").await;
        window.sees("Отчёт за 2025/26").await;
        window.asks("location.hash = '#/report/year/conclusions'").await;
        window.comes_to_rest().await;

        window.presses("Вставить таблицу: Выводы").await;
        window.sees("Фамилии учеников не нужны").await;
        pastes(window, "просто слова", "").await;
        window.sees("нет таблицы").await;
        pastes(window, "Результаты ВПР", COPIED).await;
        window.sees("Вставлено: 3 столбца, 2 строки").await;
        window.sees("Разделено: 1 объединённая ячейка").await;
        assert_eq!(grid(window).await, "Школа|Класс|Качество / Вакинская СШ|5|41 / Вакинская СШ|6|38");
        assert_eq!(window.reads("Название таблицы").await, "Результаты ВПР");

        // By keys: into the first cell, along the row, down, and a new row after the last.
        window.asks("document.querySelector('.grid tbody td').focus()").await;
        window.comes_to_rest().await;
        window.keys(&[], &char::from(Key::Tab).to_string()).await;
        window.types_here("7").await;
        window.keys(&[], &char::from(Key::Enter).to_string()).await;
        window.keys(&[], &char::from(Key::Enter).to_string()).await;
        window.types_here("всего").await;
        window.all_saved().await;
        window
            .until("the cells are written", async || {
                grid(window).await == "Школа|Класс|Качество / Вакинская СШ|7|41 / Вакинская СШ|6|38 / |всего|"
            })
            .await;
        let rules = broken_rules(window).await;
        assert!(rules.is_empty(), "{rules:#?}");

        // Alt with an arrow moves the row; a column that is taken out comes back.
        window.keys(&[Key::Alt], &char::from(Key::Up).to_string()).await;
        window.comes_to_rest().await;
        assert!(grid(window).await.ends_with("/ |всего| / Вакинская СШ|6|38"), "{}", grid(window).await);
        window.presses("Удалить столбец 2").await;
        window.sees("Столбец 2 удалён").await;
        assert!(grid(window).await.starts_with("Школа|Качество /"), "{}", grid(window).await);
        window.presses("Вернуть").await;
        window.comes_to_rest().await;
        assert!(grid(window).await.starts_with("Школа|Класс|Качество /"), "{}", grid(window).await);

        // The whole table goes and comes back.
        window.presses("Удалить таблицу").await;
        window.sees("Таблица «Результаты ВПР» удалена").await;
        window.presses("Вернуть").await;
        window.sees("Удалить таблицу").await;
        window.all_saved().await;

        // What was changed is told in words, and the search finds a cell.
        window.presses("Что менялось").await;
        window.sees("Раздел «Выводы»: добавлена таблица «Результаты ВПР»").await;
        window.presses("Обзор").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.keys(&[Key::Control], "f").await;
        window.types_here("Вакинская СШ 38").await;
        window.sees("Отчёт за 2025/2026").await;

        window.presses("Отчёт").await;
        window.looks_at_the_paper().await;
        window.sees("листов").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the report was saved")).replace('\u{a0}', " ");
    for words in ["Таблица 1. Результаты ВПР", "Вакинская СШ", "всего"] {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}
