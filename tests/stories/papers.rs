//! The papers of the example year, as a reader sees them.

use pps_app::domain::calendar::SchoolYear;
use pps_app::papers::PaperKind;
use pps_tests::{Desk, day, text};
use rstest::rstest;

const YEAR: SchoolYear = SchoolYear(2025);

fn paper(desk: &Desk, kind: PaperKind, on: &str) -> String {
    text(&desk.workplace.paper(desk.community, kind, YEAR, day(on)).unwrap())
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
    let desk = Desk::example();
    for on in ["2026-06-01", "2026-08-20"] {
        let report = paper(&desk, PaperKind::Report { full: true }, on);
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

#[test]
fn the_protocol_holds_everything_in_order() {
    let desk = Desk::example();
    let protocol = paper(&desk, PaperKind::Protocol { number: 1 }, "2026-08-20");
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
fn the_roster_of_a_year_that_is_over_is_that_of_its_last_day() {
    let desk = Desk::example();
    let roster = paper(&desk, PaperKind::Roster, "2027-02-01");
    assert!(roster.contains("31 августа 2026") || roster.contains("31.08.2026"), "{roster}");
    assert!(roster.contains("Жарова") && !roster.contains("Абрамова"), "{roster}");
    let autumn = paper(&desk, PaperKind::Roster, "2025-09-05");
    assert!(autumn.contains("Абрамова") && !autumn.contains("Жарова"), "{autumn}");
}

#[rstest]
#[case(PaperKind::Protocol { number: 2 })]
#[case(PaperKind::Plan)]
#[case(PaperKind::Report { full: false })]
#[case(PaperKind::Report { full: true })]
#[case(PaperKind::Roster)]
#[case(PaperKind::Register)]
#[case(PaperKind::Inventory)]
fn the_same_records_and_day_give_the_same_bytes(#[case] kind: PaperKind) {
    let print = || {
        let desk = Desk::example();
        desk.workplace.paper(desk.community, kind, YEAR, day("2026-08-20")).unwrap()
    };
    assert!(print() == print());
}

#[test]
fn a_protocol_that_is_not_there_is_refused_with_the_numbers_there_are() {
    let desk = Desk::example();
    let kind = PaperKind::Protocol { number: 7 };
    let refused = desk.workplace.paper(desk.community, kind, YEAR, day("2026-08-20")).unwrap_err();
    let told = refused.to_string().replace('\u{a0}', " ");
    assert_eq!(
        told,
        "В 2025/2026 учебном году нет протокола № 7; есть № 1, № 2, № 3, проверьте номер и год."
    );
}
