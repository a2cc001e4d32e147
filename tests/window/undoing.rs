//! Undo by hand: what was said to be saved comes back, the button says what it takes back, and the place is shown.

use std::path::Path;
use std::sync::Arc;

use fantoccini::key::Key;
use pps_app::domain::NaiveDate;
use pps_app::domain::records::Record;
use pps_app::{ClockOnDay, Workplace};

use crate::window::{Data, Window};

const DAY: &str = "2026-05-20";
const HEARD: &str = "СЛУШАЛИ";
const SENTENCE: &str = "Доклад о том, как школы читают вслух.";

/// The example year as the leader's own, before anything was signed.
fn example_year(folder: &Path) {
    let clock = Arc::new(ClockOnDay(DAY.parse::<NaiveDate>().unwrap()));
    let mut records = pps_app::example::records().unwrap();
    for record in &mut records {
        match record {
            Record::Community(community) => community.example_day = None,
            // What is signed is not written in any more.
            Record::Meeting(meeting) => {
                if let Some(protocol) = &mut meeting.protocol {
                    protocol.signed = None;
                }
            }
            _ => {}
        }
    }
    let workplace = Workplace::create(&folder.join("year.db"), clock).unwrap();
    workplace.take_in("Внесён год", records).unwrap();
    workplace.close().unwrap();
}

/// What «Отменить» says of itself.
async fn would_undo(window: &Window, words: &str) {
    let script = "return document.querySelector('.bar__undo button').getAttribute('aria-label') ?? ''";
    window
        .until(&format!("«Отменить» would take back «{words}»"), async || {
            let said = window.asks(script).await;
            said.as_str().unwrap_or_default().replace('\u{a0}', " ") == format!("Отменить: {words}")
        })
        .await;
}

/// Whether the field that was marked is the one that has the focus.
async fn is_marked(window: &Window) {
    let script = "return Boolean(document.activeElement.closest('.stepped'))";
    window.until("the field is marked and has the focus", async || window.asks(script).await == true).await;
}

#[test]
fn a_sentence_that_was_deleted_comes_back_and_its_place_is_shown() {
    let data = Data::new().on(DAY);
    example_year(data.path());
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("№ 2, 16 января").await;
        window.sees("Протокол № 2").await;
        let before = window.reads(HEARD).await;
        window.types(HEARD, SENTENCE).await;
        window.all_saved().await;
        would_undo(window, "СЛУШАЛИ, вопрос 1, протокол № 2").await;

        // All of it is taken away, saved, and taken back.
        window.presses(HEARD).await;
        window.keys(&[Key::Control], "a").await;
        window.keys(&[], &char::from(Key::Delete).to_string()).await;
        window.all_saved().await;
        assert_eq!(window.reads(HEARD).await, "");
        window.keys(&[Key::Control], "z").await;
        window.sees("Отменено: СЛУШАЛИ, вопрос 1, протокол № 2.").await;
        window.until("the sentence is back", async || window.reads(HEARD).await == SENTENCE).await;
        is_marked(window).await;

        // Letters that are a moment old belong to the act that is taken back, and only they go.
        window.keys(&[], &char::from(Key::End).to_string()).await;
        window.types_here(" И ещё").await;
        window.keys(&[Key::Control], "z").await;
        window.until("only what was typed now goes", async || window.reads(HEARD).await == SENTENCE).await;

        // From another room the step leads to the record, and marks the field.
        window.presses("Состав").await;
        window.sees("Вставить").await;
        window.keys(&[Key::Control], "z").await;
        window.sees("Протокол № 2").await;
        window.until("what stood there before is back", async || window.reads(HEARD).await == before).await;
        is_marked(window).await;
        window.keys(&[Key::Control], "y").await;
        window.sees("Возвращено: СЛУШАЛИ, вопрос 1, протокол № 2.").await;
        window.until("done again", async || window.reads(HEARD).await == SENTENCE).await;

        // A folded question opens for its step.
        window.presses("Вопрос 2").await;
        window.types_in("Вопрос 2", HEARD, "Второй доклад").await;
        window.all_saved().await;
        window.presses("Свернуть вопросы").await;
        window.keys(&[Key::Control], "z").await;
        window.sees("Отменено: СЛУШАЛИ, вопрос 2, протокол № 2.").await;
        is_marked(window).await;
    });
}

#[test]
fn nothing_to_take_back_is_said_on_the_button() {
    Data::new().on(DAY).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("Обзор").await;
        window.sees("Отменять нечего").await;
    });
}

#[test]
fn a_deleted_meeting_that_is_brought_back_is_open() {
    let data = Data::new().on(DAY);
    example_year(data.path());
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.types("Тема заседания", "Лишнее").await;
        window.all_saved().await;
        let opened = window.asks("return location.hash").await;
        window.presses("Удалить заседание").await;
        window.sees("Вернуть").await;
        window
            .until("another one is open", async || window.asks("return location.hash").await != opened)
            .await;
        window.presses("Вернуть").await;
        window.until("it is open again", async || window.asks("return location.hash").await == opened).await;
        // The address is there before the form is drawn.
        let drawn = "return [...document.querySelectorAll('textarea')].some((one) => one.value === 'Лишнее')";
        window.until("its topic is there", async || window.asks(drawn).await == true).await;
        assert_eq!(window.reads("Тема заседания").await, "Лишнее");
    });
}
