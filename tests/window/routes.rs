//! The journal of individual routes (ИОМ): one is drawn up from difficulties, marked, taken out and brought back, and
//! printed.

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn a_route_is_drawn_up_from_difficulties_marked_and_printed() {
    let saved = tempfile::tempdir().unwrap();
    let enter = char::from(Key::Enter).to_string();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.sees("Что вести?").await;
        window.presses("ИОМ").await;
        window.sees("завершён, сделано 4 из 4").await;

        window.presses("Составить маршрут").await;
        window.sees("Без имени").await;
        window.goes_to("Чей маршрут").await;
        window.types_here("лар").await;
        window.keys(&[], &enter).await;
        window.sees("Ларина С. Ю.").await;
        window.goes_to("Какие затруднения").await;
        window.types_here("мотив").await;
        window.keys(&[], &enter).await;
        window.types("Цель", "Вовлекать каждого ученика").await;
        window.all_saved().await;

        // What is proposed is taken with one press and edited as any other row.
        window.sees("Предложения по затруднениям").await;
        window.comes_to_rest().await;
        window.presses("Добавить 1 строку").await;
        window.sees_no_more("Предложения по затруднениям").await;
        window.comes_to_rest().await;
        assert_eq!(window.reads("Дефицит").await, "Мотивация неуспешных учеников");
        window.types("Часов", "4").await;
        window.types("Срок", "до 1 мая 2026").await;
        window.all_saved().await;
        window.sees("Срок прошёл, а отметки нет у 1 мероприятия").await;
        window.chooses("Отметка", "выполнено").await;
        window.types("Что получилось", "два урока разобраны").await;
        window.all_saved().await;
        window.sees_no_more("Срок прошёл, а отметки нет").await;
        window.sees("сделано 1 из 1").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        window.presses("Что менялось").await;
        window.sees("Цель: вписано «Вовлекать каждого ученика»").await;
        window.presses("Удалить маршрут").await;
        window.sees("Удалён маршрут: ИОМ: Ларина С. Ю.").await;
        window.presses("Вернуть").await;
        window.sees("Возвращён маршрут: ИОМ: Ларина С. Ю.").await;
        window.comes_to_rest().await;
        assert_eq!(window.reads("Цель").await, "Вовлекать каждого ученика");

        window.looks_at_the_paper().await;
        window.sees_no_more("Готовим лист").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the route was saved"));
    for words in ["ИНДИВИДУАЛЬНЫЙ ОБРАЗОВАТЕЛЬНЫЙ МАРШРУТ", "Ларина Светлана Юрьевна", "11 лет", "два урока"]
    {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}
