//! Every room for every eye: axe-core finds nothing at 100 and at 200 %, nothing sticks out sideways, and pictures
//! of the rooms lie in `target/screenshots` to be looked at.

use std::path::{Path, PathBuf};

use rstest::rstest;

use crate::axe::broken_rules;
use crate::window::{Data, Window};

/// Rooms by their address, and a text that shows that they have come.
const ROOMS: &[(&str, &str)] = &[
    ("overview", "Сроки соблюдены"),
    ("meetings", "Протокол № 3"),
    ("plan", "План на 2025/26 учебный год"),
    ("report", "Отчёт за 2025/26"),
    ("people", "Щербакова-Дёмина Анастасия Владимировна"),
    ("people/papers/course_request", "Заявка на курсы"),
    ("routes", "Щербакова-Дёмина А. В."),
    ("courses", "Формирование читательской грамотности"),
    ("decisions", "Сдать отчёт и план в РИМК"),
    ("documents", "Приказ № 97/1"),
    ("handing-over", "Что передаём"),
    ("settings", "Размер букв"),
    ("help/meetings", "Справка"),
    ("search/затруднения", "записей"),
];

#[rstest]
#[case::usual(1366, 768, 100)]
#[case::old_monitor(1024, 768, 100)]
#[case::twice_as_large(1366, 768, 200)]
fn axe_finds_nothing_in_any_room(#[case] width: u32, #[case] height: u32, #[case] scale: u32) {
    let found = Data::new().sized(width, height).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        set_scale(window, scale).await;
        let mut found = Vec::new();
        for (address, shown) in ROOMS {
            window.asks(&format!("location.hash = '#/{address}'")).await;
            window.sees(shown).await;
            let room = address.replace('/', "-");
            let drawn = "return [...document.querySelectorAll('.paper__blank')] \
                         .every((one) => !one.offsetParent || one.getBoundingClientRect().top > innerHeight)";
            window.until("the paper is drawn", async || window.asks(drawn).await == true).await;
            window.pictures(&picture(&format!("{room}-{width}-{scale}.png"))).await;
            found.extend(broken_rules(window).await.into_iter().map(|rule| format!("{address}: {rule}")));
            let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            let sticks_out = window.asks(wide).await.as_i64().unwrap();
            if sticks_out > 0 {
                found.push(format!("{address}: sticks out sideways by {sticks_out} px"));
            }
        }
        found
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn axe_finds_nothing_at_the_first_start() {
    let found = Data::new().in_window(async |window| {
        window.sees("Внесём сведения о вашем объединении").await;
        window.pictures(&picture("first-start-1366-100.png")).await;
        let mut found = broken_rules(window).await;
        window.presses("Кто в нём состоит").await;
        window.sees("Добавить участника").await;
        found.extend(broken_rules(window).await);
        found
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Presses the tick of the size as a person would.
async fn set_scale(window: &Window, scale: u32) {
    window.presses("Настройки").await;
    window.presses(&format!("{scale} %")).await;
}

fn picture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name)
}

#[test]
fn axe_finds_nothing_while_a_protocol_is_written() {
    let found = Data::new().in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        window.presses("Добавить вопрос").await;
        window.is_at("О чём").await;
        window.presses("Поручение").await;
        window.is_at("Текст пункта 1.1").await;
        // The phrases lie open under the point.
        window.types_here("прин").await;
        window.sees("Принять информацию к сведению").await;
        let mut found = broken_rules(window).await;
        window.pictures(&picture("writing-1366-100.png")).await;
        window.presses("Внести готовый протокол").await;
        window.sees("Готовый протокол").await;
        window.pictures(&picture("ready-protocol-1366-100.png")).await;
        found.extend(broken_rules(window).await);
        found
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}
