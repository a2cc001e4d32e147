//! A road map is drawn up, its step is marked in «Контроль», and its paper and the report's figures tell of it.

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn a_road_map_is_drawn_up_watched_and_printed() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.asks("location.hash = '#/road-maps'").await;
        window.sees("Поддержка Батуринской СШ").await;
        window.sees("сделано 7 из 9").await;
        window.comes_to_rest().await;
        let rules = broken_rules(window).await;
        assert!(rules.is_empty(), "{rules:?}");

        window.presses("Новая дорожная карта").await;
        window.sees("Дорожная карта без названия").await;
        window.types("Название или тема", "Оценивание в 5–6 классах").await;
        window.types("Действует с", "1.4.26").await;
        window.types("Факторы риска", "критерии понимают по-разному").await;
        window.all_saved().await;
        window.comes_to_rest().await;
        window.presses("Добавить мероприятие").await;
        window.comes_to_rest().await;
        window.types("Что будет сделано", "Составить общую памятку").await;
        window.types("Срок", "до 1 июня").await;
        window.types("Ответственные словами", "рабочая группа").await;
        window.all_saved().await;
        window.sees("срок прошёл, нет отметки").await;

        // In «Контроль» it is the first line, late by eighty days.
        window.asks("location.hash = '#/control'").await;
        window.sees("Составить общую памятку").await;
        window.sees("просрочено на 80 дней").await;
        window.sees("Дорожная карта «Оценивание в 5–6 классах»").await;
        window.comes_to_rest().await;
        let rules = broken_rules(window).await;
        assert!(rules.is_empty(), "{rules:?}");
        window.presses("Отметить: Составить общую памятку").await;
        window.presses("Выполнено").await;
        window.types("Что получилось", "памятка для трёх школ").await;
        window.all_saved().await;
        window.sees("выполнено, позже срока").await;
        // The line stays where it stood until something else is asked for.
        window.sees("Срок прошёл: 1").await;
        window.chooses("Откуда", "дорожные карты").await;
        window.sees("Такого на контроле нет.").await;
        window.presses("Отмечено").await;
        window.sees("10 из 33").await;

        // The mark is taken back and given again.
        window.keys(&[Key::Control], "z").await;
        window.all_saved().await;
        window.comes_to_rest().await;
        window.keys(&[Key::Control, Key::Shift], "z").await;
        window.all_saved().await;
        window.comes_to_rest().await;

        // What is taken back and given again is shown where it stands: in the road map.
        window.sees("сделано 1 из 1").await;
        window.looks_at_the_paper().await;
        window.sees("1 лист").await;
        window.comes_to_rest().await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;

        window.asks("location.hash = '#/report'").await;
        window.sees("Школы с низкими результатами").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the road map was saved"));
    for words in ["ДОРОЖНАЯ КАРТА", "Составить общую", "рабочая", "памятка для", "критерии понимают"]
    {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}
