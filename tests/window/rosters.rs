//! A list of people with a namesake of somebody who is a member already.

use std::path::Path;

use crate::september::{community_without_a_plan, pastes};
use crate::window::Data;

/// A colleague of Соколова who bears her name and works elsewhere, and somebody whom nobody knows.
const LIST: &str = "ФИО\tДолжность\tОО\tКатегория\n\
    Соколова Марина Викторовна\tучитель музыки\tМБОУ «Новая СШ»\tпервая\n\
    Орлова Анна Петровна\tучитель\tНовая СШ\tвысшая, заявление\n";

#[test]
fn a_namesake_is_asked_about_and_added_as_another_person() {
    let data = Data::new().on("2025-09-15");
    community_without_a_plan(data.path());
    data.in_window(async |window| {
        window.presses("Состав").await;
        window.sees("Соколова Марина Викторовна").await;
        window.presses("Вставить список…").await;
        window.sees("Участники из списка").await;
        pastes(window, &format!("{LIST:?}"), "''", "Пока ничего не добавлено").await;
        window.sees("тёзок 1").await;
        window.sees("Это тот же человек?").await;
        window.sees("для остального в карточке места нет").await;
        window.pictures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots/namesake.png")).await;
        // Nobody is added or left out before it is said.
        window.sees("Добавить 1 человека").await;
        window.presses("тот же человек — пропустить").await;
        window.comes_to_rest().await;
        window.sees("Добавить 1 человека").await;
        window.presses("другой человек — добавить").await;
        window.presses("Добавить 2 человека").await;
        window.sees("Внесено в состав 2 человека из таблицы").await;
        let both = "return [...document.querySelectorAll('main a')].filter((link) =>
            link.textContent.replace(/\\s/g, ' ').includes('Соколова Марина Викторовна')).length >= 2";
        window.until("both are members", async || window.asks(both).await == true).await;
    });
}
