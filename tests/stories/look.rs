//! Reports of full and of empty years as a whole, and the papers about people beside them. With `PPS_LOOK=<folder>` they
//! are written to that folder besides, with their records, for looking.

use pps_app::domain::calendar::SchoolYear;
use pps_app::papers::{PaperForm, PaperKind, TypedWords};
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
    let (year, on) = (SchoolYear(2025), day("2026-08-20"));
    let report = PaperKind::Report { full: true };
    let found = pages(&fixture.workplace.paper(fixture.community, report.clone(), year, on).unwrap());
    assert!(sheets.contains(&found.len()), "{} pages", found.len());
    for (number, page) in found.iter().enumerate() {
        let words = page.split_whitespace().count();
        assert!(words >= 20, "{words} words on page {}", number + 1);
    }

    let Ok(folder) = std::env::var("PPS_LOOK") else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let (from, to) = (day("2025-09-01"), day("2026-05-31"));
    for (paper, kind) in [
        ("report", report),
        ("roster", PaperKind::Roster),
        ("petition", PaperKind::Petition { words: TypedWords::default() }),
        ("courses", PaperKind::Courses { words: TypedWords::default() }),
        ("certificate", PaperKind::Certificate { from, to }),
    ] {
        for form in [PaperForm::Pdf, PaperForm::Docx] {
            // Not every paper has a DOCX.
            let Ok((_, bytes)) =
                fixture.workplace.paper_file(fixture.community, kind.clone(), year, on, form)
            else {
                continue;
            };
            std::fs::write(format!("{folder}/{name}-{paper}.{}", form.ending()), bytes).unwrap();
        }
    }
    let data = fixture.path("year.db");
    fixture.workplace.close();
    std::fs::copy(data, format!("{folder}/{name}.db")).unwrap();
}
