//! The plan as it is looked at and marked: it shows its rows, a mark takes its day and result in the row, a term that is
//! carried moves.

use std::path::Path;
use std::sync::Arc;

use fantoccini::key::Key;
use pps_app::domain::NaiveDate;
use pps_app::domain::records::{Activity, Record};
use pps_app::{ClockOnDay, Workplace};
use rstest::rstest;

use crate::window::{Data, Window};

const DAY: &str = "2026-05-20";

/// The example's year as the leader's own; each row of the plan is changed before.
fn year(folder: &Path, approved: bool, change: impl Fn(&mut Activity)) {
    let clock = Arc::new(ClockOnDay(DAY.parse::<NaiveDate>().unwrap()));
    let mut records = pps_app::example::records().unwrap();
    for record in &mut records {
        match record {
            Record::Community(community) => community.example_day = None,
            Record::Plan(plan) if !approved => plan.approved = None,
            Record::Activity(activity) => change(activity),
            _ => {}
        }
    }
    records.retain(|record| approved || !matches!(record, Record::Submission(_)));
    let workplace = Workplace::create(&folder.join("year.db"), clock).unwrap();
    workplace.take_in("Внесён год", records).unwrap();
    workplace.close().unwrap();
}

async fn opens_the_plan(window: &Window) {
    window.presses("План").await;
    window.sees("Анализ результатов ВПР").await;
    let drawn = "return document.querySelectorAll('tr[data-row]').length";
    window.until("the rows are drawn", async || window.asks(drawn).await.as_u64() == Some(17)).await;
}

async fn press(window: &Window, key: Key) {
    window.keys(&[], &char::from(key).to_string()).await;
}

/// Counts what the hand does: presses of the mouse, and keys that are no letters and are not only held.
async fn counts_acts(window: &Window) {
    window
        .asks(
            "window.acts = 0;
             addEventListener('pointerdown', () => (window.acts += 1), true);
             addEventListener('keydown', ({ key }) => {
                 if (key.length > 1 && !['Shift', 'Control', 'Alt'].includes(key)) window.acts += 1;
             }, true);",
        )
        .await;
}

async fn acts(window: &Window) -> u64 {
    window.asks("return window.acts").await.as_u64().unwrap()
}

#[rstest]
#[case::usual(1366, 768, 8)]
#[case::low(1280, 720, 6)]
#[case::old_monitor(1024, 768, 5)]
fn the_plan_opens_on_its_rows(#[case] width: u32, #[case] height: u32, #[case] least: u64) {
    Data::new().sized(width, height).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        opens_the_plan(window).await;
        // The frame of a real window takes some of the screen.
        let whole = "return [...document.querySelectorAll('tr[data-row]')].filter((row) => {
            const { top, bottom } = row.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight - 30;
        }).length";
        let seen = window.asks(whole).await.as_u64().unwrap();
        assert!(seen >= least, "{seen} rows at {width} × {height}");
        // Neither a name nor a month nor a button is cut or stands on a line of its own.
        let torn = "const lines = (box) => {
                const range = document.createRange();
                range.selectNodeContents(box);
                return new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size;
            };
            const cells = [...document.querySelectorAll('tr[data-row] td:nth-child(4)')];
            const names = cells.filter((one) => /^[А-ЯЁ][а-яё]+.[А-Я]\\..[А-Я]\\.$/.test(one.textContent))
                .filter((one) => lines(one) > 1);
            const wide = [...document.querySelectorAll('.acts td, .acts th, .months label, .plan .btn')]
                .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1);
            const rows = (css) => new Set([...document.querySelectorAll(css)]
                .map((one) => Math.round(one.getBoundingClientRect().top))).size;
            return [...names, ...wide].map((one) => one.textContent)
                .concat(rows('.months label') > 1 ? ['months'] : [])
                .concat(rows('.plan__acts .btn') > 1 ? ['buttons'] : []);";
        let torn = window.asks(torn).await;
        assert_eq!(torn.as_array().unwrap().len(), 0, "{torn}");
    });
}

#[test]
fn ten_rows_get_their_own_days_and_results_without_being_opened() {
    let data = Data::new().on(DAY);
    year(data.path(), true, |activity| activity.mark = None);
    data.in_window(async |window| {
        opens_the_plan(window).await;
        counts_acts(window).await;
        window.asks("document.querySelector('tr[data-row]').focus()").await;
        press(window, Key::F2).await;
        for number in 1..=10 {
            window.is_at("Когда").await;
            window.types_here(&format!("{number}.04.26")).await;
            press(window, Key::Enter).await;
            window.is_at("Что получилось").await;
            window.types_here(&format!("итог {number}")).await;
            press(window, Key::Enter).await;
        }
        window.is_at("Когда").await;
        let spent = acts(window).await;
        assert!(spent <= 25, "{spent} acts for ten rows");
        press(window, Key::Escape).await;
        window.all_saved().await;
        let rows = "return [...document.querySelectorAll('tr[data-row]')]
            .filter((row) => /выполнено\\s*(\\d\\d\\.04)\\s*итог \\d/.test(row.textContent)).length";
        assert_eq!(window.asks(rows).await.as_u64(), Some(10));
    });
}

#[test]
fn one_day_and_one_result_for_many_rows_at_once() {
    let data = Data::new().on(DAY);
    year(data.path(), true, |activity| activity.mark = None);
    data.in_window(async |window| {
        opens_the_plan(window).await;
        counts_acts(window).await;
        window.asks("document.querySelector('tr[data-row]').focus()").await;
        for _ in 0..9 {
            window.keys(&[Key::Shift], &char::from(Key::Down).to_string()).await;
        }
        window.sees("Отмечено: 10 мероприятий").await;
        window.types_in("Отмеченные мероприятия", "Когда", "15.05.2026").await;
        window.types_in("Отмеченные мероприятия", "Что получилось", "справка").await;
        window.presses("Отметить 10 мероприятий").await;
        window.sees("Отмечено «выполнено» у 10 мероприятий.").await;
        let spent = acts(window).await;
        assert!(spent <= 25, "{spent} acts for ten rows");
        let rows = "return [...document.querySelectorAll('tr[data-row]')]
            .filter((row) => /выполнено\\s*15\\.05\\s*справка/.test(row.textContent)).length";
        assert_eq!(window.asks(rows).await.as_u64(), Some(10));
    });
}

/// The row «Диагностика профессиональных затруднений», whose term is October.
const GRIP: &str = "tr[data-row]:nth-of-type(3) .acts__grip";
const NOVEMBER: &str = ".months label[data-month='2025-11']";

#[test]
fn a_term_that_is_carried_to_a_month_moves_there() {
    let data = Data::new().on(DAY);
    year(data.path(), false, |activity| activity.mark = None);
    data.in_window(async |window| {
        opens_the_plan(window).await;
        let term = format!("return document.querySelector(\"{GRIP}\").innerText.trim()");
        assert_eq!(window.asks(&term).await, "октябрь");
        // Escape leaves everything as it was, and nothing is painted as marked text.
        window.carries(GRIP, NOVEMBER, true).await;
        press(window, Key::Escape).await;
        window.lets_go().await;
        assert_eq!(window.asks("return getSelection().toString()").await, "");
        assert_eq!(window.asks(&term).await, "октябрь");

        window.carries(GRIP, NOVEMBER, false).await;
        window.sees("Новый срок: ноябрь.").await;
        assert_eq!(window.asks(&term).await, "ноябрь");
        assert_eq!(window.asks("return getSelection().toString()").await, "");
    });
}

#[test]
fn in_an_approved_plan_a_carried_term_is_a_transfer_to_that_month_alone() {
    let data = Data::new().on(DAY);
    year(data.path(), true, |activity| activity.mark = None);
    data.in_window(async |window| {
        opens_the_plan(window).await;
        window.carries(GRIP, NOVEMBER, false).await;
        window.sees("Перенос на срок: ноябрь").await;
        window.types("Почему срок переносится", "карантин").await;
        window.presses("Перенести").await;
        window.sees("Перенесено: ноябрь.").await;
        window.sees("по плану: октябрь").await;
        window.all_saved().await;

        // What is added now is an addition, and its first term is no transfer.
        window.presses("Добавить мероприятие").await;
        window.sees("строка войдёт в него как дополнение").await;
        window.is_at("Что будет сделано").await;
        window.types("Что будет сделано", "Встреча с методистами").await;
        window.types("Срок", "июнь").await;
        window.types("Срок", "май").await;
        window.all_saved().await;
        let text = window.text().await;
        assert!(!text.contains("Почему срок перенесён"), "{text}");
    });
}

#[test]
fn the_number_of_approval_is_typed_right_after_its_date_or_before_it() {
    let data = Data::new().on(DAY);
    year(data.path(), false, |_| {});
    data.in_window(async |window| {
        opens_the_plan(window).await;
        window.presses("Тема, цель").await;
        window.sees("Принят и утверждён").await;
        let date = window.field("", "Утверждён РИМК (п. 4.7), дата").await;
        date.click().await.unwrap();
        window.types_here("12.09.2025").await;
        press(window, Key::Tab).await;
        window.types_here("215").await;
        press(window, Key::Tab).await;
        window.all_saved().await;
        assert_eq!(window.reads("Вх. № или № приказа").await, "215");
        let date = window.reads("Утверждён РИМК (п. 4.7), дата").await;
        assert_eq!(date.replace('\u{a0}', " "), "12 сентября 2025 г.");
        assert_eq!(window.reads("Коротко об итогах прошлого года").await, "");

        // The number may come first: it waits for its date.
        window.field("", "Утверждён РИМК (п. 4.7), дата").await.click().await.unwrap();
        window.keys(&[Key::Control], "a").await;
        press(window, Key::Delete).await;
        press(window, Key::Tab).await;
        window.all_saved().await;
        window.types("Вх. № или № приказа", "216").await;
        window.sees("Запишется вместе с датой").await;
        window.types("Утверждён РИМК (п. 4.7), дата", "13.09.2025").await;
        window.sees_no_more("Запишется вместе с датой").await;
        window.all_saved().await;
        assert_eq!(window.reads("Вх. № или № приказа").await, "216");
    });
}

#[test]
fn zones_are_written_one_after_another_and_a_pasted_list_becomes_tasks() {
    let data = Data::new().on(DAY);
    year(data.path(), false, |_| {});
    data.in_window(async |window| {
        opens_the_plan(window).await;
        window.presses("Тема, цель").await;
        window.presses("Добавить проблемную зону").await;
        window.is_at("Проблемная зона").await;
        let zones = async || window.asks("return [...document.querySelectorAll('.zones textarea')].map((one) => one.value)").await;
        let before = zones().await.as_array().unwrap().len();
        window.types_here("Смысловое чтение").await;
        press(window, Key::Enter).await;
        window.is_at(&format!("Проблемная зона {}", before + 1)).await;
        window.types_here("Решение задач").await;
        press(window, Key::Enter).await;
        window.is_at(&format!("Проблемная зона {}", before + 2)).await;
        // An empty one means that there are no more.
        press(window, Key::Enter).await;
        window.is_at("Добавить проблемную зону").await;
        window.all_saved().await;
        let after = zones().await;
        let after = after.as_array().unwrap();
        assert_eq!(after.len(), before + 1, "{after:?}");
        assert_eq!(after[before - 1..], ["Смысловое чтение", "Решение задач"]);

        let tasks = "return [...document.querySelectorAll('textarea[id^=\"task-\"]')].map((one) => one.value)";
        window.presses("Добавить задачу").await;
        let empty = "return document.activeElement.id.startsWith('task-')";
        window.until("the new task has the focus", async || window.asks(empty).await == true).await;
        window
            .asks(
                "const data = { getData: () => '1) Изучить опыт школ.\\n2) Провести срез.\\n3) Обобщить опыт.' };
                 const paste = new Event('paste', { bubbles: true, cancelable: true });
                 Object.defineProperty(paste, 'clipboardData', { value: data });
                 document.activeElement.dispatchEvent(paste);",
            )
            .await;
        window.sees("Вставлено: 3 задачи.").await;
        window.all_saved().await;
        let found = window.asks(tasks).await;
        let found = found.as_array().unwrap();
        assert_eq!(found[found.len() - 3..], ["Изучить опыт школ.", "Провести срез.", "Обобщить опыт."]);
        window.presses("Оставить одним текстом").await;
        window.all_saved().await;
        let whole = window.asks(tasks).await;
        let whole = whole.as_array().unwrap();
        assert_eq!(whole.len(), found.len() - 2);
        assert!(whole.last().unwrap().as_str().unwrap().contains("2) Провести срез."));
    });
}

/// Who answers is typed in words, the plan gets a section of its own, a row is put under it, and all of it is found,
/// filtered and on paper.
#[test]
fn a_row_answered_for_in_words_stands_under_a_section_that_was_made() {
    let data = Data::new().on(DAY);
    year(data.path(), false, |_| {});
    data.in_window(async |window| {
        opens_the_plan(window).await;
        window.presses("Тема, цель, задачи").await;
        window.sees("Разделы плана").await;
        window.presses("Добавить раздел").await;
        window.is_at("Раздел 1").await;
        window.types_here("Школа молодого педагога").await;
        window.presses("Добавить раздел").await;
        window.is_at("Раздел 2").await;
        window.types_here("Работа с одарёнными детьми").await;
        window.all_saved().await;
        window.comes_to_rest().await;
        window.presses("Выше: раздел 2").await;
        window.comes_to_rest().await;
        assert_eq!(window.reads("Раздел 1").await, "Работа с одарёнными детьми");

        window.presses("Диагностика профессиональных").await;
        window.sees("Раздел плана").await;
        window.comes_to_rest().await;
        window.chooses("Раздел плана", "Школа молодого").await;
        // What stands in no list is written down in words by the last line of the menu.
        window.goes_to("Ответственный, первые буквы").await;
        window.types_here("рабочая группа").await;
        window.sees("Записать словами: «рабочая группа»").await;
        press(window, Key::Down).await;
        press(window, Key::Enter).await;
        window
            .until("the words are in their field", async || {
                window.reads("Ответственный словами").await == "рабочая группа"
            })
            .await;
        window.types("Форма", "круглый стол").await;
        window.all_saved().await;
        window.comes_to_rest().await;
        window.pictures(&picture("plan-row-in-words.png")).await;

        window.presses("План").await;
        window.comes_to_rest().await;
        window.presses("По разделам").await;
        window.sees("Вне разделов").await;
        window.sees("рабочая группа").await;
        window.pictures(&picture("plan-by-sections.png")).await;
        window.presses("Отобрать").await;
        window.chooses("Ответственный", "рабочая группа").await;
        window.sees("Показано 1 из 17").await;
    });
}

fn picture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name)
}
