//! Reports of full and of empty years as a whole, and the papers about people beside them. With `PPS_LOOK=<folder>` they
//! are written to that folder besides, with their records, for looking.

use pps_app::papers::{PaperKind, PaperRequest};
use pps_tests::{Fixture, day, full_year, nearly_empty_year, pages, years_up_to_the_example};
use rstest::rstest;

#[rstest]
#[case::full("full", full_year(), 12..=25)]
#[case::empty("empty", nearly_empty_year(), 2..=3)]
#[case::two_years("two-years", years_up_to_the_example(1), 5..=9)]
#[case::three_years("three-years", years_up_to_the_example(2), 5..=9)]
#[case::four_years("four-years", years_up_to_the_example(3), 5..=9)]
fn a_report_of_any_length_leaves_no_page_nearly_empty(
    #[case] name: &str,
    #[case] records: Vec<pps_app::domain::records::Record>,
    #[case] sheets: std::ops::RangeInclusive<usize>,
) {
    let fixture = Fixture::of(records);
    let request = |kind| fixture.request(kind, "2026-08-20");
    let report = PaperRequest { full: true, ..request(PaperKind::Report) };
    let found = pages(&fixture.workplace.paper(&report).unwrap());
    assert!(sheets.contains(&found.len()), "{} pages", found.len());
    for (number, page) in found.iter().enumerate() {
        let words = page.split_whitespace().count();
        assert!(words >= 20, "{words} words on page {}", number + 1);
    }

    let Ok(folder) = std::env::var("PPS_LOOK") else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let (from, to) = (Some(day("2025-09-01")), Some(day("2026-05-31")));
    for request in [
        report,
        request(PaperKind::Roster),
        request(PaperKind::Petition),
        request(PaperKind::CourseRequest),
        PaperRequest { from, to, ..request(PaperKind::Certificate) },
    ] {
        for form in request.kind.forms() {
            let (_, bytes) = fixture.workplace.paper_file(&request, form).unwrap();
            let file = format!("{folder}/{name}-{}.{}", request.kind.id(), form.ending());
            std::fs::write(file, bytes).unwrap();
        }
    }
    let data = fixture.path("year.db");
    fixture.workplace.close().unwrap();
    std::fs::copy(data, format!("{folder}/{name}.db")).unwrap();
}
