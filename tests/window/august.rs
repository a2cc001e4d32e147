//! August: what is left is marked, the report writes itself, next year's preliminary plan is drafted from proposals,
//! and all of it goes to РИМК.

use std::path::Path;
use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::domain::records::Record;
use pps_app::{ClockOnDay, Workplace};

use crate::desktop::text_of;
use crate::window::Data;

const DAY: &str = "2026-08-20";
const UNMARKED: &str = "Анализ результатов ВПР и ОГЭ школ-участниц";

/// The example year as the leader's own, with one row of the plan that nobody has marked yet.
fn year_with_a_row_left(folder: &Path) {
    let clock = Arc::new(ClockOnDay(DAY.parse::<NaiveDate>().unwrap()));
    let mut records = pps_app::example::records().unwrap();
    for record in &mut records {
        match record {
            Record::Community(community) => community.example_day = None,
            Record::Activity(activity) if activity.text == UNMARKED => activity.mark = None,
            _ => {}
        }
    }
    let workplace = Workplace::create(&folder.join("year.db"), clock).unwrap();
    workplace.take_in("Внесён год", records).unwrap();
    workplace.close().unwrap();
}

#[test]
fn the_year_is_marked_reported_and_continued_in_a_preliminary_plan() {
    let stick = tempfile::tempdir().unwrap();
    let data = Data::new().on(DAY).saving_to(stick.path());
    year_with_a_row_left(data.path());
    data.in_window(async |window| {
        window.presses("Отчёт").await;
        window.sees("Что осталось").await;
        window.presses(UNMARKED).await;
        window.sees("Отметка о выполнении").await;
        window.presses("выполнено").await;
        window.types("Когда", "22 сентября").await;
        window.all_saved().await;

        window.presses("Отчёт").await;
        // The figures and the list come a moment later and move what stands below them.
        window.sees("Присутствовали за год: 27 из 30").await;
        window.sees("Что осталось").await;
        window.presses("Предложить текст: Заседания").await;
        window.sees("присутствовало 27 из 30").await;
        window.all_saved().await;

        window.begins_room("План").await;
        window.presses("Предложения на следующий год").await;
        window.sees("Предложения в план на 2026/27").await;
        window.goes_to("Взаимное посещение уроков").await;
        window.keys(&[], " ").await;
        window.presses("Добавить 1 мероприятие").await;
        window.sees("План на 2026/27 учебный год").await;
        window.sees("Предварительный").await;
        window.all_saved().await;

        // The preliminary plan goes with the papers of the year that ends.
        window.chooses("Учебный год", "2025/26").await;
        window.presses("Передача в РИМК").await;
        window.presses("Выбрать папку").await;
        window.presses("Записать в папку").await;
        window.sees("Записано. Если это флешка, её можно вынимать").await;

        // РИМК takes the papers. What is mended afterwards does not change the report, and a new version says what is other.
        window.presses("Отметить: сдано").await;
        window.types("Входящий номер РИМК", "31").await;
        window.presses("Отметить: сдано").await;
        window.sees("Сохранено так, как сдано").await;
        window.begins_room("План").await;
        window.follows(UNMARKED).await;
        window.presses("не выполнено").await;
        window.all_saved().await;
        window.presses("Отчёт").await;
        window.sees("Он показан таким, как сдан").await;
        window.sees("После сдачи записи изменились").await;
        assert!(
            !window.text().await.contains("Предложить текст"),
            "the words of a handed-over report are read"
        );
        window.presses("Составить новую редакцию").await;
        window.sees("Чем отличается от сданного").await;
        window.sees("Аналитическое: было выполнено 3 из 3").await;
        window.presses("Вернуться к сданному").await;
        window.sees("Он показан таким, как сдан").await;
    });
    let package = std::fs::read_dir(stick.path()).unwrap().next().expect("a package").unwrap().path();
    let paper = |begins: &str| {
        let mut papers = std::fs::read_dir(&package).unwrap().map(|entry| entry.unwrap().path());
        let named = |path: &Path| path.file_name().unwrap().to_string_lossy().starts_with(begins);
        let found = papers.find(|path| named(path)).unwrap_or_else(|| panic!("no «{begins}» in the package"));
        text_of(&found)
    };
    assert!(paper("Предварительный план").contains("Взаимное посещение уроков"));
    let report = paper("Аналитический отчёт");
    assert!(report.contains("27 из 30 (90 %)"), "{report}");
    assert!(report.contains("присутствовало 27 из 30"), "the proposed words stand on the paper: {report}");
}
