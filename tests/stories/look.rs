//! Writes the reports of full and of empty years to a folder, for looking: `PPS_LOOK=/tmp/look cargo nextest run look`.

use pps_app::domain::calendar::SchoolYear;
use pps_app::papers::{PaperForm, PaperKind};
use pps_tests::{Desk, day, full_year, nearly_empty_year, years_up_to_the_example};

#[test]
fn reports_of_any_length_can_be_looked_at() {
    let Ok(folder) = std::env::var("PPS_LOOK") else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let years = [
        ("full", full_year()),
        ("empty", nearly_empty_year()),
        ("two-years", years_up_to_the_example(1)),
        ("three-years", years_up_to_the_example(2)),
        ("four-years", years_up_to_the_example(3)),
    ];
    let (from, to) = (day("2025-09-01"), day("2026-05-31"));
    for (name, records) in years {
        let desk = Desk::of(records);
        let papers = [
            ("report", PaperKind::Report { full: true }),
            ("roster", PaperKind::Roster),
            ("petition", PaperKind::Petition),
            ("courses", PaperKind::Courses),
            ("certificate", PaperKind::Certificate { from, to }),
        ];
        for (paper, kind) in papers {
            for form in [PaperForm::Pdf, PaperForm::Docx] {
                let file = desk.workplace.paper_file(
                    desk.community,
                    kind.clone(),
                    SchoolYear(2025),
                    day("2026-08-20"),
                    form,
                );
                // Not every paper has a DOCX.
                let Ok((_, bytes)) = file else { continue };
                std::fs::write(format!("{folder}/{name}-{paper}.{}", form.ending()), bytes).unwrap();
            }
        }
        let data = desk.path("year.db");
        desk.workplace.close();
        std::fs::copy(data, format!("{folder}/{name}.db")).unwrap();
    }
}
