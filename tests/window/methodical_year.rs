//! The methodical work of a year, typed into journals that stand empty: difficulties, courses, consultations, routes, an
//! expertise, a road map. None of it is typed a second time, and all of it is found in the figures of the report.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use fantoccini::key::Key;
use pps_app::domain::NaiveDate;
use pps_app::domain::records::{Kind, Record};
use pps_app::{ClockOnDay, Workplace};

use crate::desktop::text_of;
use crate::window::{Data, Window};

const DAY: &str = "2026-06-01";

/// The people, meetings and the plan of the example as the leader's own; its journals are empty.
fn year_without_journals(folder: &Path) {
    const KEPT: [Kind; 11] = [
        Kind::Community,
        Kind::Organisation,
        Kind::Person,
        Kind::Membership,
        Kind::Order,
        Kind::Plan,
        Kind::Activity,
        Kind::Meeting,
        Kind::Attachment,
        Kind::Report,
        Kind::Difficulty,
    ];
    let mut records = pps_app::example::records().unwrap();
    records.retain(|record| KEPT.contains(&record.kind()));
    for record in &mut records {
        match record {
            Record::Community(community) => community.example_day = None,
            Record::Person(person) => person.courses.clear(),
            Record::Meeting(meeting) => {
                let items = meeting.protocol.iter_mut().flat_map(|protocol| &mut protocol.items);
                items.for_each(|item| item.about = None);
            }
            _ => {}
        }
    }
    let ids: BTreeSet<_> = records.iter().map(Record::id).collect();
    records.retain(|record| record.links().iter().all(|link| ids.contains(&link.id)));
    let clock = Arc::new(ClockOnDay(DAY.parse::<NaiveDate>().unwrap()));
    let workplace = Workplace::create(&folder.join("year.db"), clock).unwrap();
    workplace.take_in("Внесён год", records).unwrap();
    workplace.close().unwrap();
}

/// Puts a person into the field by the first letters.
async fn names(window: &Window, field: &str, letters: &str) {
    window.goes_to(field).await;
    window.types_here(letters).await;
    window.keys(&[], &char::from(Key::Enter).to_string()).await;
}

async fn opens(window: &Window, room: &str, heading: &str) {
    window.asks(&format!("location.hash = '#/{room}'")).await;
    window.sees(heading).await;
    window.comes_to_rest().await;
}

async fn difficulties(window: &Window) {
    opens(window, "report", "Отчёт за 2025/26").await;
    window.presses("Полный").await;
    window.presses("Внести замер").await;
    window.sees("Сколько анкет вернулось").await;
    window.comes_to_rest().await;
    window.types("Когда прошёл", "17.10.25").await;
    window.types("Сколько анкет вернулось", "11").await;
    window.all_saved().await;
    for (letters, count) in [("оценивание", "8"), ("работа с текстом", "7"), ("мотивация", "6")]
    {
        names(window, "Добавить затруднение: первые буквы или новое название", letters).await;
        window
            .until("the count is next", async || {
                window.asks("return document.activeElement?.id.startsWith('count-') ?? false").await == true
            })
            .await;
        window.types_here(count).await;
        window.keys(&[], &char::from(Key::Enter).to_string()).await;
        window.all_saved().await;
        window.comes_to_rest().await;
    }
}

async fn courses(window: &Window) {
    const TAKEN: [(&str, &str, &str); 3] = [
        ("фом", "Формирование читательской грамотности", "72"),
        ("ёлк", "Физика: новое содержание ФОП", "36"),
        ("тиш", "Искусственный интеллект в работе учителя", "24"),
    ];
    opens(window, "courses", "Курсы").await;
    for (who, programme, hours) in TAKEN {
        window.presses("Внести курсы").await;
        names(window, "Кто учится", who).await;
        window.sees("программа не указана, запланированы").await;
        window.comes_to_rest().await;
        window.types("Программа", programme).await;
        window.types("Где будут", "РИРО").await;
        window.types("Начало", "2.2.26").await;
        window.types("Окончание", "27.2.26").await;
        window.types("Часов", hours).await;
        window.chooses("Состояние", "Пройдены").await;
        window.all_saved().await;
        window.comes_to_rest().await;
    }
}

async fn consultations(window: &Window) {
    const DAYS: [&str; 9] =
        ["12.9.25", "10.10.25", "14.11.25", "5.12.25", "23.1.26", "6.2.26", "13.3.26", "17.4.26", "15.5.26"];
    opens(window, "consultations", "Консультации").await;
    for (day, number) in DAYS.iter().zip(1..) {
        window.presses("Внести консультацию").await;
        window.sees("Консультация без темы").await;
        window.is_at("Дата").await;
        window.types_here(day).await;
        window.types("Тема", &format!("Молодому педагогу, беседа {number}")).await;
        window.all_saved().await;
        window.comes_to_rest().await;
    }
}

async fn routes(window: &Window) {
    opens(window, "routes", "ИОМ").await;
    for who in ["мещ", "щерб"] {
        window.presses("Составить маршрут").await;
        window.sees("Без имени").await;
        names(window, "Чей маршрут", who).await;
        window.sees_no_more("Без имени").await;
        window.comes_to_rest().await;
        window.types("Цель", "Оценивать по критериям").await;
        window.types("Начат", "24.10.25").await;
        window.all_saved().await;
        window.comes_to_rest().await;
    }
}

async fn expertise(window: &Window) {
    opens(window, "expertise", "Экспертиза").await;
    window.presses("Внести экспертизу").await;
    window.sees("Экспертиза без названия").await;
    window.types("Название работы", "Рабочие программы Вакинской СШ").await;
    window.types("Дата", "19.3.26").await;
    window.all_saved().await;
    window.comes_to_rest().await;
    window.chooses("Вывод", "Рекомендовать").await;
    window.all_saved().await;
}

async fn road_map(window: &Window) {
    opens(window, "road-maps", "Дорожные карты").await;
    window.presses("Новая дорожная карта").await;
    window.sees("Дорожная карта без названия").await;
    window.types("Название или тема", "Поддержка Батуринской СШ").await;
    window.types("Действует с", "26.9.25").await;
    names(window, "Школа", "батур").await;
    window.all_saved().await;
    window.comes_to_rest().await;
    window.presses("Добавить мероприятие").await;
    window.comes_to_rest().await;
    window.types("Что будет сделано", "Посетить шесть уроков").await;
    window.types("Срок", "до 25 марта 2026").await;
    window.all_saved().await;
    window.comes_to_rest().await;
    window.presses("Выполнено").await;
    window.all_saved().await;
    window.sees("сделано 1 из 1").await;
}

#[test]
fn a_year_of_methodical_work_is_typed_once_and_stands_in_the_report() {
    let saved = tempfile::tempdir().unwrap();
    let data = Data::new().on(DAY).saving_to(saved.path());
    year_without_journals(data.path());
    data.in_window(async |window| {
        // Who keeps no journal sees none of it.
        window.sees("Что сделать сейчас").await;
        assert!(!window.text().await.contains("Журнал консультаций"));
        window.presses("Методическая работа").await;
        window.sees("Что вести?").await;
        for journal in ["Консультации", "ИОМ", "Экспертиза", "Дорожные карты", "Курсы"]
        {
            window.presses(journal).await;
            window.all_saved().await;
            window.comes_to_rest().await;
        }
        difficulties(window).await;
        courses(window).await;
        consultations(window).await;
        routes(window).await;
        expertise(window).await;
        road_map(window).await;

        opens(window, "overview", "Методическая работа").await;
        window.sees("9 консультаций").await;
        window.sees("2 маршрута").await;

        opens(window, "report", "Отчёт за 2025/26").await;
        window.presses("Полный").await;
        window.comes_to_rest().await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let report = text_of(&files.next().expect("the report was saved")).replace('\u{a0}', " ");
    for figure in [
        "9 консультаций",
        "8 из 11",
        "7 из 11",
        "6 из 11",
        "Формирование читательской",
        "Искусственный интеллект",
        "Экспертиза: 1 работа, вывод: рекомендовать — 1",
        "Сделано: выполнено 1 из 1 мероприятия",
        "Мещерякова",
    ] {
        assert!(report.contains(figure), "«{figure}»: {report}");
    }
}
