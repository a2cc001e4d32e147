//! Journals of what was held and taken part in, and of visited lessons: entries within a record, points by keys, papers.

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn an_event_is_written_with_who_took_part_printed_and_taken_back() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.presses("События").await;
        window.sees("Методическая копилка").await;

        window.presses("Внести событие").await;
        window.sees("Событие без названия").await;
        window.types("Дата", "20.5.26").await;
        window.types("Что это было", "конференция").await;
        window.types("Название", "Чтение для всех").await;
        window.all_saved().await;
        window.presses("Добавить строку").await;
        window.comes_to_rest().await;
        window.types_here("тиш").await;
        window.keys(&[], &char::from(Key::Enter).to_string()).await;
        window.types("С чем", "Опрос на выходе").await;
        window.types("Результат", "диплом второй степени").await;
        window.types("Итог", "Тезисы изданы").await;
        window.all_saved().await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        window.presses("Удалить событие").await;
        window.sees("Удалено событие: конференция «Чтение для всех»").await;
        window.presses("Вернуть").await;
        window.sees("Возвращено событие").await;
        window.types("Итог", "Тезисы потеряны").await;
        window.all_saved().await;
        window.keys(&[Key::Control], "z").await;
        window.until("the field is as before", async || window.reads("Итог").await == "Тезисы изданы").await;

        window.looks_at_the_paper().await;
        window.sees("лист").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the register was saved"));
    for words in ["РЕЕСТР СОБЫТИЙ", "20.05.2026", "Конференции", "Тишкин Р. И.", "диплом второй"]
    {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}

#[test]
fn a_lesson_is_judged_by_keys_and_its_sheet_is_printed() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.presses("Посещение уроков").await;
        window.sees("Количество теплоты").await;

        window.presses("Внести урок").await;
        window.sees("Урок без темы").await;
        window.types("Тема урока", "Площадь треугольника").await;
        window.types("Предмет", "геометрия").await;
        window.all_saved().await;
        window.presses("Взять готовый список").await;
        window.comes_to_rest().await;
        // A digit gives the points and goes on; what was given by mistake is taken back.
        for key in ["2", "2", "1", "0"] {
            window.types_here(key).await;
        }
        window.keys(&[], &char::from(Key::Delete).to_string()).await;
        window.all_saved().await;
        let given = "document.querySelectorAll('.aspects input:checked').length";
        assert_eq!(window.asks(&format!("return {given}")).await, 4);
        window.types("Что взять себе", "Карточки с подсказками").await;
        window.all_saved().await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        window.looks_at_the_paper().await;
        window.sees("лист").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the sheet was saved")).replace('\u{a0}', " ");
    for words in ["ЛИСТ АНАЛИЗА УРОКА", "Площадь треугольника", "5 из 8; без оценки 6 строк", "подсказками"]
    {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}
