//! Whichever way the window goes, what was typed is there again: saved, or as a draft that waits for the person.

use crate::desktop::{WindowManager, xdotool};
use crate::window::{Data, Window};

const TOPIC: &str = "Наставничество: последние буквы";

#[test]
fn the_last_letters_and_a_date_that_was_not_left_are_saved_by_closing() {
    let data = Data::new();
    data.in_window(async |window| {
        let _manager = manager(window).await;
        new_meeting(window).await;
        window.types("Дата заседания", "12.08.26").await;
        // Neither is left: the caret stands in the field when the window is closed.
        let topic = window.field("", "Тема заседания").await;
        topic.click().await.unwrap();
        window.types_over(TOPIC).await;
        window.field("", "Дата заседания").await.click().await.unwrap();
        window.types_over("13.08.26").await;
        window.closes_after(async { key(window, "alt+F4") }).await;
    });
    data.in_window(async |window| {
        example(window).await;
        window.presses("Заседания").await;
        window.sees("13 августа").await;
        assert_eq!(window.reads("Тема заседания").await, TOPIC);
        let date = window.reads("Дата заседания").await.replace('\u{a0}', " ");
        assert!(date.contains("13 августа 2026"), "{date}");
    });
}

#[test]
fn whoever_logs_off_in_the_middle_of_a_word_finds_it() {
    for signal in ["TERM", "HUP"] {
        let data = Data::new();
        data.in_window(async |window| {
            new_meeting(window).await;
            window.field("", "Тема заседания").await.click().await.unwrap();
            window.types_over(TOPIC).await;
            window.closes_after(async { window.gets_signal(signal) }).await;
        });
        data.in_window(async |window| {
            example(window).await;
            window.presses("Заседания").await;
            window.sees(TOPIC).await;
        });
    }
}

#[test]
fn a_date_that_is_none_is_asked_about_and_comes_back_as_a_draft() {
    let data = Data::new();
    data.in_window(async |window| {
        let _manager = manager(window).await;
        new_meeting(window).await;
        window.field("", "Дата заседания").await.click().await.unwrap();
        window.types_over("45 мая").await;
        key(window, "alt+F4");
        window.sees("Не всё записано").await;
        window.sees("Такого дня нет: в мае 2026 г. последнее число — 31").await;
        window.presses("Вернуться к тексту").await;
        window.is_at("Дата заседания").await;
        assert_eq!(window.reads("Дата заседания").await, "45 мая");
        key(window, "alt+F4");
        window.sees("Не всё записано").await;
        window.closes_after(window.presses_last("Закрыть, оставив черновик")).await;
    });
    data.in_window(async |window| {
        example(window).await;
        window.sees("Осталось незаписанным").await;
        window.sees("45 мая").await;
        window.presses("Перейти к месту").await;
        window.field("", "Дата заседания").await;
        window.presses("Убрать черновик").await;
        window.sees_no_more("Осталось незаписанным").await;
    });
    data.in_window(async |window| {
        example(window).await;
        window.sees_no_more("Осталось незаписанным").await;
    });
}

#[test]
fn a_room_is_not_left_over_a_date_that_is_none() {
    Data::new().in_window(async |window| {
        new_meeting(window).await;
        window.field("", "Дата заседания").await.click().await.unwrap();
        window.types_over("45 мая").await;
        window.presses("Состав").await;
        window.sees("Не всё записано").await;
        window.presses("Вернуться к тексту").await;
        assert_eq!(window.reads("Дата заседания").await, "45 мая");
        window.presses("Состав").await;
        window.presses("Уйти, оставив черновик").await;
        window.sees("Щербакова-Дёмина").await;
        window.sees("Осталось незаписанным").await;
        // Mended there, the next room opens at once.
        window.presses("Перейти к месту").await;
        window.types("Дата заседания", "14.08.26").await;
        window.presses("План").await;
        window.sees("План на 2025/26 учебный год").await;
    });
}

#[test]
fn a_refused_record_survives_a_power_cut_and_is_put_back() {
    const TEXT: &str = "Слово, которого диск не принял";
    let data = Data::new();
    data.in_window(async |window| {
        new_meeting(window).await;
        // Another hand changes the meeting meanwhile; the page does not know of it.
        behind_the_page(window, "'save', { record: { kind: 'meeting', record: { ...meeting.record.record, venue: 'СШ № 1' } }, seen: meeting.revision }").await;
        window.field("", "Тема заседания").await.click().await.unwrap();
        window.types_over(TEXT).await;
        window.sees("Не записано").await;
        window.sees("Черновик на диске").await;
        let kept = format!(
            "window.__TAURI_INTERNALS__.invoke('drafts')
                .then((drafts) => arguments[0](drafts.some((draft) => draft.text === '{TEXT}')))"
        );
        window.until("the draft is kept", async || window.asks_later(&kept).await == true).await;
        window.dies();
    });
    data.in_window(async |window| {
        example(window).await;
        window.sees("Осталось незаписанным").await;
        window.sees(TEXT).await;
        window.sees("Эта запись с тех пор изменилась").await;
        // What is only copied is still there afterwards.
        window.presses("Скопировать текст").await;
        window.sees("Осталось незаписанным").await;
    });
}

#[test]
fn a_draft_of_a_record_is_put_back_with_one_press() {
    const TEXT: &str = "Итоги, которые ждали";
    let data = Data::new();
    data.in_window(async |window| {
        new_meeting(window).await;
        let draft = format!(
            "'keep_drafts', {{ drafts: [{{
                key: meeting.record.record.id, place: 'заседание', label: '', text: '{TEXT}',
                why: 'На диске не хватило места.', address: '#/meetings/' + meeting.record.record.id,
                record: {{ kind: 'meeting', record: {{ ...meeting.record.record, topic: '{TEXT}' }} }},
                seen: meeting.revision,
            }}] }}"
        );
        behind_the_page(window, &draft).await;
        window.dies();
    });
    data.in_window(async |window| {
        example(window).await;
        window.sees("На диске не хватило места.").await;
        window.presses("Вернуть в запись").await;
        window.sees("Черновик возвращён в запись и сохранён.").await;
        window.sees_no_more("Осталось незаписанным").await;
        assert_eq!(window.reads("Тема заседания").await, TEXT);
        window.dies();
    });
    data.in_window(async |window| {
        example(window).await;
        window.sees_no_more("Осталось незаписанным").await;
        // The example has opened when its overview stands.
        window.sees("В ближайшие 30 дней").await;
        window.presses("Заседания").await;
        window.sees(TEXT).await;
    });
}

/// Calls a command as the page would, with the newest meeting at hand.
async fn behind_the_page(window: &Window, words: &str) {
    let script = format!(
        "const done = arguments[0];
         const {{ invoke }} = window.__TAURI_INTERNALS__;
         (async () => {{
            const {{ file }} = await invoke('opening');
            const all = await invoke('records', {{ community: file.communities[0].id }});
            const meeting = all.filter((one) => one.record.kind === 'meeting').at(-1);
            return invoke({words});
         }})().then(() => done('ok'), (refusal) => done(JSON.stringify(refusal)));"
    );
    assert_eq!(window.asks_later(&script).await, "ok");
}

async fn manager(window: &Window) -> WindowManager {
    let manager = WindowManager::start(&window.display);
    let shown = || xdotool(&window.display, &["search", "--onlyvisible", "--name", "рабочее место"]);
    window.until("the manager has taken the window over", async || shown().is_some()).await;
    xdotool(&window.display, &["windowactivate", "--sync", &shown().unwrap()]);
    manager
}

fn key(window: &Window, keys: &str) {
    xdotool(&window.display, &["key", keys]);
}

async fn example(window: &Window) {
    window.presses("Открыть учебный пример").await;
    window.sees("УЧЕБНЫЙ ПРИМЕР").await;
}

async fn new_meeting(window: &Window) {
    example(window).await;
    window.presses("Заседания").await;
    window.presses("Новое заседание").await;
    window.is_at("Тема заседания").await;
    window.all_saved().await;
}
