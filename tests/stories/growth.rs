//! Routes (ИОМ), attestation and self-education of the example year on paper.

use pps_app::domain::records::Kind;
use pps_app::papers::{PaperForm, PaperKind, PaperRequest};
use pps_tests::{Fixture, rows, text};

fn printed(fixture: &Fixture, request: &PaperRequest) -> String {
    text(&fixture.workplace.paper(request).unwrap())
}

#[test]
fn a_route_is_a_sheet_of_one_person_with_room_to_sign() {
    let fixture = Fixture::example();
    let called = |name| fixture.workplace.record_called(fixture.community, Kind::Route, name);
    let route = called("мещерякова").unwrap();
    let request = fixture.request(PaperKind::Route, "2026-05-29").of_record(route);
    let sheet = printed(&fixture, &request);
    for part in [
        "ИНДИВИДУАЛЬНЫЙ ОБРАЗОВАТЕЛЬНЫЙ МАРШРУТ",
        "Мещерякова Наталья Олеговна",
        "Стаж: 2 года",
        "Куратор: Кузнецова О. И.",
        "Посещение и разбор уроков коллег",
        "выполнено 25.03.2026",
        "Рефлексия",
        "Н. О. Мещерякова",
        "М. В. Соколова",
    ] {
        assert!(sheet.contains(part), "no «{part}» in:\n{sheet}");
    }
    // In autumn nothing of spring has happened yet.
    let autumn = fixture.request(PaperKind::Route, "2025-11-15").of_record(route);
    assert!(!printed(&fixture, &autumn).contains("25.03.2026"));
    let nobody = PaperRequest { without_personal_data: true, ..request };
    let nobody = printed(&fixture, &nobody);
    assert!(
        !nobody.contains("Мещеряков") && !nobody.contains("Кузнецов") && !nobody.contains("2 года"),
        "{nobody}"
    );
    assert!(called("Воронин").unwrap_err().to_string().contains("Мещерякова"));
    let without = fixture.workplace.paper(&fixture.request(PaperKind::Route, "2026-05-29")).unwrap_err();
    assert!(without.to_string().contains("Не выбрана запись"), "{without}");
}

#[test]
fn section_ten_of_the_report_fills_from_cards_and_routes() {
    let fixture = Fixture::example();
    let report = rows(
        &fixture
            .workplace
            .paper(&PaperRequest { full: true, ..fixture.request(PaperKind::Report, "2026-08-20") })
            .unwrap(),
    );
    for figure in [
        "Ёлкина Ю. А. 18.12.2025 первая категория подтверждена",
        "Мещерякова Н. О. Приёмы смыслового чтения",
        "Начаты ИОМ: 2 (Мещерякова Н. О., Щербакова-Дёмина А. В.).",
        "Завершены ИОМ: 1 (Мещерякова Н. О.).",
    ] {
        assert!(report.contains(figure), "no «{figure}» in:\n{report}");
    }
}

#[test]
fn the_application_for_courses_is_a_workbook_too_and_proposes_topics() {
    let fixture = Fixture::example();
    let request = fixture.request(PaperKind::CourseRequest, "2026-09-01");
    let (title, bytes) = fixture.workplace.paper_file(&request, PaperForm::Xlsx).unwrap();
    assert_eq!(title.replace('\u{a0}', " "), "Заявка на курсы на 1 сентября 2026 г.");
    assert!(bytes.starts_with(b"PK"));
    assert_eq!(fixture.workplace.paper_file(&request, PaperForm::Xlsx).unwrap().1, bytes);
    let composed = fixture.workplace.compose(&request).unwrap();
    let rows = &composed.to_type().unwrap().rows;
    let topics = |name: &str| &rows.iter().find(|row| row.name.starts_with(name)).unwrap().topics;
    // What the open route answers comes first, then what the last survey counted most.
    assert_eq!(topics("Щербакова-Дёмина")[0], "Составление заданий в формате PISA");
    assert_eq!(topics("Ларина")[0], "Мотивация неуспешных учеников");
}
