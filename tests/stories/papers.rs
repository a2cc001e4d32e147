//! The papers of the example year, as a reader sees them.

use std::collections::HashSet;

use pps_app::AppError;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::records::Practice;
use pps_app::papers::{PaperKind, PaperRequest, PlanOrder};
use pps_tests::{Fixture, day, rows, text};
use rstest::rstest;
use uuid::Uuid;

fn paper(fixture: &Fixture, kind: PaperKind, on: &str) -> String {
    printed(fixture, &fixture.request(kind, on))
}

fn printed(fixture: &Fixture, request: &PaperRequest) -> String {
    text(&fixture.workplace.paper(request).unwrap())
}

fn full_report(fixture: &Fixture, on: &str) -> PaperRequest {
    PaperRequest { full: true, ..fixture.request(PaperKind::Report, on) }
}

fn extract_about(fixture: &Fixture, organisation: &str) -> PaperRequest {
    let organisation = Some(organisation.to_owned());
    PaperRequest { organisation, ..fixture.request(PaperKind::Extract, "2026-08-20").number(2) }
}

/// The parts stand in the text in this order.
fn assert_in_order(text: &str, parts: &[&str]) {
    let mut from = 0;
    for part in parts {
        match text[from..].find(part) {
            Some(at) => from += at + part.len(),
            None => panic!("«{part}» does not follow in order in:\n{text}"),
        }
    }
}

#[test]
fn the_report_names_every_figure_of_the_year() {
    let fixture = Fixture::example();
    for on in ["2026-06-01", "2026-08-20"] {
        let report = printed(&fixture, &full_report(&fixture, on));
        for part in [
            "Присутствовало 27 из 30 (90 %)",
            "8 из 11",
            "4 из 10",
            "Формирование читательской грамотности",
            "выполнена полностью",
            "выполнена частично",
            "семь практик из десяти",
        ] {
            assert!(report.contains(part), "no «{part}» on {on} in:\n{report}");
        }
    }
}

/// «What must come out» of the year, figure by figure, as it stands on the paper.
#[test]
fn every_figure_of_the_year_stands_in_its_row() {
    let fixture = Fixture::example();
    let report = rows(&fixture.workplace.paper(&full_report(&fixture, "2026-08-20")).unwrap());
    for figure in [
        "Всего 17 14 1 1 1 1 1",
        "Экспертное 1 1 1 — — — 1",
        "методическое 3 2 — 1 — — —",
        "Управленческое 3 2 — — 1 — —",
        "Образовательное 3 2 — — — 1 —",
        "1 05.09.2025 Итоги и план 9 из 10 очно 5 2 из 2",
        "2 16.01.2026 Затруднения 8 из 10 очно 4 2 из 2",
        "3 22.05.2026 Итоги года 10 из 10 дистанционно 4 1 из 2",
        "Присутствовало 27 из 30 (90 %).",
        "Батуринская СШ 5 из 6",
        "Всего 10 1 2 4 3 2 3 4 1",
        "Вошли в состав: Жарова К. П. (с 12.01.2026).",
        "Выбыли из состава: Абрамова Л. Н. (по 31.12.2025).",
        "2) освоить приёмы формирующего оценивания — выполнена полностью",
        "выполнена частично: семь практик из десяти",
        "одна школа из двух",
        "перенесено на март (в плане — декабрь): болезнь эксперта",
        "Опрошены (17.10.2025): 11 человек (участники и один гость).",
        "и формирующее оценивание 8 из 11 4 из 10",
        "Тишкин Р. И. Искусственный интеллект в работе учителя РИРО 24 2026 г.",
    ] {
        assert!(report.contains(figure), "no «{figure}» in:\n{report}");
    }
}

#[test]
fn the_protocol_holds_everything_in_order() {
    let fixture = Fixture::example();
    let protocol = printed(&fixture, &fixture.request(PaperKind::Protocol, "2026-08-20").number(1));
    assert_in_order(
        &protocol,
        &[
            "Профессиональное педагогическое сообщество",
            "ПРОТОКОЛ",
            "Присутствовали (9 из 10)",
            "Соколова",
            "Отсутствовали",
            "Абрамова",
            "болезнь",
            "Приглашены",
            "Панина",
            "ПОВЕСТКА ДНЯ",
            "Об итогах 2024/25 года",
            "О графике областных конкурсов",
            "СЛУШАЛИ",
            "РЕШИЛИ",
            "1.1.",
            "Признать работу удовлетворительной.",
            "1.2.",
            "Кузнецова О. И.",
            "до 22 сентября 2025 г.",
            "единогласно",
            "ВЫСТУПИЛИ",
            "Гришин А. П.",
            "2.2.",
            "«за» — 8",
            "3.1.",
            "М. В. Соколова",
            "О. И. Кузнецова",
        ],
    );
}

#[test]
fn an_expertise_is_printed_with_its_points_and_experts() {
    let fixture = Fixture::example();
    let judged: Uuid = "01990000-0044-7000-8000-000000000001".parse().unwrap();
    let request = fixture.request(PaperKind::Expertise, "2026-08-20").of_record(judged);
    assert_in_order(
        &printed(&fixture, &request),
        &[
            "ЭКСПЕРТНОЕ ЗАКЛЮЧЕНИЕ",
            "от 19 марта 2026 г.",
            "Рабочие программы по биологии и химии",
            "Щербакова-Дёмина А. В.",
            "МБОУ «Вакинская СШ»",
            "Эксперты",
            "Фомин Д. С.",
            "Содержание соответствует ФГОС",
            "Сумма баллов",
            "17 из 20",
            "Сильные стороны",
            "Вывод: рекомендовать.",
            "Д. С. Фомин",
            "О. И. Кузнецова",
        ],
    );
    let bare = printed(&fixture, &PaperRequest { without_personal_data: true, ..request });
    for name in ["Фомин", "Кузнецова", "Щербакова"] {
        assert!(!bare.contains(name), "{name}:\n{bare}");
    }
}

#[test]
fn a_practice_prints_the_conclusion_of_its_expertise_and_goes_on_without_it() {
    let fixture = Fixture::example();
    let judged = "экспертное заключение от 19.03.2026: рекомендовать, 17 из 20 баллов";
    let print = |on| paper(&fixture, PaperKind::Practices, on);
    assert_eq!(print("2026-08-20").matches(judged).count(), 1);
    // Before the day of the conclusion there is none.
    assert!(!print("2026-03-18").contains("экспертное заключение"));

    let practice = || {
        let records = fixture.workplace.community_records(fixture.community).unwrap();
        records.practices.values().find(|practice| practice.title.contains("Светофор")).unwrap().clone()
    };
    // What was typed in words stays beside it.
    let typed = Practice { conclusion: "отзыв РИМК".to_owned(), ..practice() };
    let seen = fixture.workplace.record(typed.id.0).unwrap().map(|(_, seen)| seen);
    fixture.workplace.save(typed.into(), seen).unwrap();
    assert!(print("2026-08-20").contains(&format!("отзыв РИМК; {judged}")));

    let expertise = practice().expertise.unwrap();
    fixture.workplace.delete(expertise.0).unwrap();
    assert_eq!(practice().expertise, None);
    assert!(print("2026-08-20").contains("отзыв РИМК") && !print("2026-08-20").contains("17 из 20"));
    fixture.workplace.undo().unwrap();
    assert_eq!(practice().expertise, Some(expertise));
}

#[test]
fn a_consent_for_the_site_says_what_is_placed_and_leaves_room_for_where() {
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let person = records.people.values().find(|person| person.facts[0].name.surname == "Ларина").unwrap().id;
    let request = fixture.request(PaperKind::SiteConsent, "2026-08-20");
    let one = printed(&fixture, &PaperRequest { person: Some(person), ..request.clone() });
    assert_in_order(
        &one,
        &[
            "на размещение персональных данных на сайте",
            "Ларина Светлана Юрьевна, учитель математики",
            "10.1 Федерального закона",
            "оператору — МБОУ «Рыбновская СШ № 3»",
            "должность; место работы;",
            "Фотографии, телефон",
            "Адрес сайта:",
            "Мой телефон или почта",
            "Условия и запреты",
            "до выхода из сообщества",
            "Подпись",
            "С. Ю. Ларина",
        ],
    );
    // A sheet for each member where nobody is named.
    let members = records.roster(day("2026-08-20")).len();
    let all = printed(&fixture, &request);
    assert_eq!(all.matches("Адрес сайта:").count(), members);
    assert!(members > 5);
}

#[test]
fn a_road_map_is_printed_with_its_measures_and_steps() {
    let fixture = Fixture::example();
    let map: Uuid = "01990000-0045-7000-8000-000000000001".parse().unwrap();
    let request = fixture.request(PaperKind::RoadMap, "2026-08-20").of_record(map);
    let printed_map = rows(&fixture.workplace.paper(&request).unwrap());
    assert_in_order(
        &printed_map,
        &[
            "ДОРОЖНАЯ КАРТА",
            "«Поддержка Батуринской СШ»",
            "МБОУ «Батуринская СШ»",
            "ШСНРО",
            "с 26 сентября 2025 г. по 31 августа 2026 г.",
            "Факторы риска",
            "34 % 50 % 47 %",
            "Обсудить итоги ВПР и ОГЭ",
            "Динамика",
            "М. В. Соколова",
        ],
    );
    let bare = printed(&fixture, &PaperRequest { without_personal_data: true, ..request });
    assert!(!bare.contains("Гришин") && bare.contains("участник"), "{bare}");
}

#[test]
fn control_lists_what_is_late_first() {
    let fixture = Fixture::example();
    let control = paper(&fixture, PaperKind::Control, "2026-09-02");
    assert_in_order(
        &control,
        &[
            "КОНТРОЛЬ ИСПОЛНЕНИЯ",
            "на 2 сентября 2026 г.",
            "Срок прошёл",
            "Протокол № 3 от 22.05.2026, п. 1.2",
            "срок прошёл, нет отметки, 2 дня",
            "Отмечено",
            "План, п. 3.1.7",
            "Всего на контроле 32: срок прошёл — 1, отмечено — 31.",
        ],
    );
}

#[test]
fn the_report_tells_of_road_maps_and_expertise() {
    let fixture = Fixture::example();
    let report = rows(&fixture.workplace.paper(&full_report(&fixture, "2026-08-20")).unwrap());
    assert_in_order(
        &report,
        &[
            "Экспертиза: 1 работа, вывод: рекомендовать — 1",
            "19.03.2026 Рабочие программы",
            "Дорожная карта «Поддержка Батуринской СШ»",
            "МБОУ «Батуринская СШ» (ШСНРО)",
            "выполнено 7 из 9 мероприятий",
            "выросли на 13 процентных пунктов",
            "34 % 50 % 47 %",
        ],
    );
}

#[test]
fn the_roster_of_a_year_that_is_over_is_that_of_its_last_day() {
    let fixture = Fixture::example();
    let roster = paper(&fixture, PaperKind::Roster, "2027-02-01");
    assert!(roster.contains("31 августа 2026") || roster.contains("31.08.2026"), "{roster}");
    assert!(roster.contains("Жарова") && !roster.contains("Абрамова"), "{roster}");
    let autumn = paper(&fixture, PaperKind::Roster, "2025-09-05");
    assert!(autumn.contains("Абрамова") && !autumn.contains("Жарова"), "{autumn}");
}

#[rstest]
#[case(PaperKind::Protocol, |request: PaperRequest| request.number(2))]
#[case(PaperKind::Extract, |request: PaperRequest| PaperRequest { item: Some(1), ..request.number(2) })]
#[case(PaperKind::Notice, |request: PaperRequest| request.number(2))]
#[case(PaperKind::Worksheet, |request: PaperRequest| request.number(2))]
#[case(PaperKind::Attendance, |request: PaperRequest| request.number(2))]
#[case(PaperKind::Assignments, |request| request)]
#[case(PaperKind::Plan, |request| request)]
#[case(PaperKind::Plan, |request| PaperRequest { by: PlanOrder::ByMonth, ..request })]
#[case(PaperKind::Report, |request| request)]
#[case(PaperKind::Report, |request| PaperRequest { full: true, ..request })]
#[case(PaperKind::Roster, |request| request)]
#[case(PaperKind::Courses, |request| request)]
#[case(PaperKind::Register, |request| request)]
#[case(PaperKind::Inventory, |request| request)]
fn the_same_records_and_day_give_the_same_bytes(
    #[case] kind: PaperKind,
    #[case] said: fn(PaperRequest) -> PaperRequest,
) {
    let print = || {
        let fixture = Fixture::example();
        fixture.workplace.paper(&said(fixture.request(kind, "2026-08-20"))).unwrap()
    };
    assert!(print() == print());
}

#[test]
fn every_paper_of_the_catalogue_is_among_those_of_the_year() {
    let fixture = Fixture::example();
    let mut names = Vec::new();
    let take = |name: String, bytes: Vec<u8>| {
        assert!(bytes.len() > 1000, "{name} holds nothing");
        names.push(name);
        Ok::<_, AppError>(())
    };
    fixture
        .workplace
        .papers_of_year(fixture.community, SchoolYear(2025), day("2026-08-20"), false, take)
        .unwrap();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let asked = PaperRequest::of_year(&records, SchoolYear(2025), day("2026-08-20"));
    for kind in PaperKind::ALL {
        // Nothing of the example has been handed over with its text.
        let made = asked.iter().any(|request| request.kind == *kind);
        assert_eq!(made, *kind != PaperKind::HandedOver, "{}", kind.id());
    }
    let forms: usize = asked.iter().map(|request| request.kind.forms().count()).sum();
    assert_eq!(names.len(), forms);
    let once: HashSet<&String> = names.iter().collect();
    assert_eq!(once.len(), names.len(), "two papers have one name: {names:?}");
}

#[test]
fn a_protocol_that_is_not_there_is_refused_with_the_numbers_there_are() {
    let fixture = Fixture::example();
    let request = fixture.request(PaperKind::Protocol, "2026-08-20").number(7);
    let refused = fixture.workplace.paper(&request).unwrap_err();
    assert_eq!(refused.code(), "no_protocol");
    let told = refused.to_string().replace('\u{a0}', " ");
    assert_eq!(
        told,
        "В 2025/2026 учебном году нет протокола № 7; есть № 1, № 2, № 3, проверьте номер и год."
    );
}

#[test]
fn the_extract_for_a_school_says_what_concerns_it() {
    let fixture = Fixture::example();
    let text = printed(&fixture, &extract_about(&fixture, "Вакинская СШ"));
    assert_in_order(
        &text,
        &[
            "Профессиональное педагогическое сообщество",
            "ВЫПИСКА ИЗ ПРОТОКОЛА",
            "16 января 2026 г. № 2",
            "8 из 10",
            "О типичных затруднениях педагогов",
            "1. СЛУШАЛИ",
            "Соколова М. В.",
            "РЕШИЛИ",
            "1.3. Рекомендовать Вакинской СШ направить двух учителей на курсы.",
            "Верно",
            "Секретарь",
            "О. И. Кузнецова",
        ],
    );
    for foreign in ["1.1.", "1.2.", "О посещении уроков"] {
        assert!(!text.contains(foreign), "{foreign}: {text}");
    }
}

#[test]
fn an_extract_about_nobody_is_refused_with_what_there_is() {
    let fixture = Fixture::example();
    let told = |name: &str| fixture.workplace.paper(&extract_about(&fixture, name)).unwrap_err().to_string();
    assert!(told("Соловьиная СШ").contains("МБОУ «Вакинская СШ»"));
    let unnamed = told("Пионерская СШ");
    assert!(unnamed.contains("в нём названы: МБОУ «Вакинская СШ»"), "{unnamed}");
}

#[test]
fn a_meeting_has_its_papers_before_it_is_held() {
    let fixture = Fixture::example();
    let paper = |kind| printed(&fixture, &fixture.request(kind, "2026-01-10").number(2));
    let notice = paper(PaperKind::Notice);
    assert_in_order(
        &notice,
        &["ИЗВЕЩЕНИЕ", "16 января 2026 г.", "Батуринская СШ", "ПОВЕСТКА ДНЯ", "Докладчик", "Жарова К. П."],
    );
    let sheet = paper(PaperKind::Worksheet);
    assert_in_order(&sheet, &["РАБОЧИЙ ЛИСТ СЕКРЕТАРЯ", "Тишкин", "СЛУШАЛИ", "ВЫСТУПИЛИ", "РЕШИЛИ", "2.1"]);
    let signed = paper(PaperKind::Attendance);
    assert_in_order(&signed, &["ЛИСТ РЕГИСТРАЦИИ", "Организация", "Соколова Марина Викторовна", "13"]);
}

#[test]
fn assignments_are_told_with_what_came_of_them() {
    let fixture = Fixture::example();
    let year = paper(&fixture, PaperKind::Assignments, "2026-01-20");
    assert_in_order(
        &year,
        &["КОНТРОЛЬ ИСПОЛНЕНИЯ РЕШЕНИЙ", "1.2", "выполнено", "в работе", "Рекомендации", "1.3"],
    );
    let one = printed(&fixture, &fixture.request(PaperKind::Assignments, "2026-01-20").number(2));
    assert!(one.contains("Всего поручений 2: в работе 2."), "{one}");
}

#[test]
fn the_papers_about_people_are_drawn_from_the_year() {
    let fixture = Fixture::example();
    // Cells of a table are read by columns here and by rows there, so only their presence is asked for.
    let assert_holds = |request: PaperRequest, parts: &[&str]| {
        let text = printed(&fixture, &request);
        for part in parts {
            assert!(text.contains(part), "no «{part}» in:\n{text}");
        }
        text
    };
    let petition =
        ["Начальнику управления образования", "97/1", "Жарова", "12.01.2026", "Абрамова", "01.01.2026"];
    assert_holds(fixture.request(PaperKind::Petition, "2026-08-20"), &petition);
    let courses = ["Ларина", "2021", "Гришин", "2022", "Сведений о курсах нет", "Мещерякова", "Жарова"];
    let courses = assert_holds(fixture.request(PaperKind::CourseRequest, "2026-09-01"), &courses);
    assert!(courses.contains("больше 3 лет у 2 из 10 (20 %)"), "{courses}");
    assert!(!courses.contains("Абрамова"), "{courses}");
    let schedule =
        ["Пройдены", "Фомин", "Формирование читательской грамотности", "72", "больше 3 лет", "Гришин"];
    let schedule = assert_holds(fixture.request(PaperKind::Courses, "2026-08-20"), &schedule);
    assert!(!schedule.contains("Запланированы"), "{schedule}");
    let request = PaperRequest {
        from: Some(day("2025-09-01")),
        to: Some(day("2026-05-31")),
        ..fixture.request(PaperKind::Certificate, "2026-06-01")
    };
    let certificate = ["Директору", "Соколова", "являлась", "п. 4.3", "27 из 30 (90 %)", "Заведующая РИМК"];
    assert_holds(request, &certificate);
}
