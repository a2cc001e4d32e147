//! The room of courses: one is planned, then taken; the card of the member has the same, and so has the report.

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn a_course_is_planned_then_taken_and_stands_in_the_card() {
    let saved = tempfile::tempdir().unwrap();
    let enter = char::from(Key::Enter).to_string();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.sees("Что вести?").await;
        // The journal is kept from the moment when it is ticked.
        window.presses("Курсы").await;
        window.comes_to_rest().await;
        window.asks("location.hash = '#/courses'").await;
        window.sees("Формирование читательской грамотности, пройдены").await;
        window.sees("последние курсы — 2021 г.").await;

        window.presses("Внести курсы").await;
        window.goes_to("Кто учится").await;
        window.types_here("лар").await;
        window.keys(&[], &enter).await;
        window.sees("программа не указана, запланированы").await;
        window.comes_to_rest().await;
        window.types("Программа", "Оценивание по критериям").await;
        window.types("Где будут", "РИРО").await;
        window.types("Начало", "10.08.2026").await;
        window.types("Окончание", "14.08.2026").await;
        window.types("Часов", "36").await;
        window.all_saved().await;
        window.sees("срок прошёл").await;
        // Planned, it is not taken: she is due as before.
        window.sees("последние курсы — 2021 г.").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        window.chooses("Состояние", "Пройдены").await;
        window.all_saved().await;
        window.sees_no_more("последние курсы — 2021 г.").await;
        window.looks_at_the_paper().await;
        window.sees_no_more("Готовим лист").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;

        // The same course stands in the card, where a step back is shown.
        window.types("Номер удостоверения", "62 № 1789").await;
        window.all_saved().await;
        window.keys(&[Key::Control], "z").await;
        window.sees("Ларина С. Ю.").await;
        window.sees("Аттестация").await;
        let there = "return [...document.querySelectorAll('textarea')].some((one) => one.value === 'Оценивание по критериям')";
        window.until("the card has the course", async || window.asks(there).await == true).await;
        let number = "return [...document.querySelectorAll('input')].some((one) => one.value === '62 № 1789')";
        window.until("the number is gone", async || window.asks(number).await == false).await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the schedule was saved"));
    for words in ["ПЛАН-ГРАФИК", "Оценивание по критериям", "10.08.2026", "36"]
    {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}
