//! What is found is shown where it stands, and the sheet shows what is written.

use fantoccini::key::Key;

use crate::window::Data;

/// Whether the place on the paper is marked and in sight.
const MARKED: &str = "const bar = document.querySelector('.paper__here rect')?.getBoundingClientRect();
    const seen = document.querySelector('.trio__paper').getBoundingClientRect();
    return Boolean(bar) && bar.bottom > seen.top && bar.top < seen.bottom;";

#[test]
fn the_record_opens_at_the_word_and_the_sheet_follows_the_caret() {
    let data = Data::new();
    data.in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("Обзор").await;
        // From a room without a record all records are searched at once.
        window.keys(&[Key::Control], "f").await;
        window.types_here("практик").await;
        window.sees("Протокол № 2").await;
        window.presses("Протокол № 2").await;
        // The protocol is signed, so its fields take no caret; the word is marked all the same.
        let marked = "const field = document.querySelector('.grows[data-found] > textarea');
            const at = field?.getBoundingClientRect();
            return Boolean(at) && field.value.toLowerCase().includes('практик')
                && at.top > 0 && at.bottom < innerHeight";
        window.until("the record opens at the word", async || window.asks(marked).await == true).await;
        window.until("the sheet shows the place", async || window.asks(MARKED).await == true).await;

        // Within the record the key goes from place to place, folded questions too.
        window.keys(&[Key::Control], "f").await;
        window.types_over("затруднения").await;
        window.sees("В этом протоколе: 1-е из").await;
        window.keys(&[], &char::from(Key::Enter).to_string()).await;
        window.sees("В этом протоколе: 2-е из").await;
        window.keys(&[Key::Shift], &char::from(Key::Enter).to_string()).await;
        window.sees("В этом протоколе: 1-е из").await;
        window.keys(&[], &char::from(Key::Escape).to_string()).await;
        window.sees_no_more("В этом протоколе: 1-е из").await;

        // The report stands at the section that is written.
        window.presses("Отчёт").await;
        window.sees("Отчёт за 2025/26").await;
        window.goes_to("Достижения, проблемы, причины").await;
        window.until("the sheet shows the conclusions", async || window.asks(MARKED).await == true).await;
        let chosen =
            "return document.querySelector('.trio__list [aria-current]')?.innerText.includes('Выводы')";
        window.until("the list names the section", async || window.asks(chosen).await == true).await;
    });
}
