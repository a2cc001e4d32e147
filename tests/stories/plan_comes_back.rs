//! The plan saved as a workbook of Excel comes back as it was: in another file, in any of its orders.

use std::collections::BTreeSet;

use pps_app::domain::calendar::{SchoolYear, Term};
use pps_app::domain::import::TableKind;
use pps_app::domain::records::Record;
use pps_app::importing::{RowState, TableAsked, TableDraft, TableReader};
use pps_app::papers::{PaperForm, PaperKind, PaperRequest, PlanOrder};
use pps_tests::Fixture;
use rstest::rstest;

const YEAR: SchoolYear = SchoolYear(2025);

/// The rows of the plan as a person would compare them.
fn rows(fixture: &Fixture) -> BTreeSet<String> {
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let Some(plan) = records.plan(YEAR) else { return BTreeSet::new() };
    let said = records.activities_of(plan.id).into_iter().map(|row| {
        let mark = row.mark.as_ref().map(|mark| mark.state.in_words()).unwrap_or_default();
        let parts = [
            row.direction.clause().to_owned(),
            row.text.clone(),
            row.form.clone(),
            row.term.as_ref().map(Term::in_table).unwrap_or_default(),
            records.surnames_first(&row.responsible, YEAR.end()),
            row.responsible_in_words.clone(),
            row.expected.clone(),
            mark.to_owned(),
        ];
        parts.join(" | ").replace('\u{a0}', " ")
    });
    said.collect()
}

#[rstest]
#[case(PlanOrder::ByDirection)]
#[case(PlanOrder::ByMonth)]
#[case(PlanOrder::BySection)]
fn the_workbook_of_the_plan_comes_back(#[case] by: PlanOrder) {
    let year = Fixture::example();
    let request = PaperRequest { by, ..year.request(PaperKind::Plan, "2026-08-20") };
    let (_, workbook) = year.workplace.paper_file(&request, PaperForm::Xlsx).unwrap();
    let wanted = rows(&year);
    assert!(wanted.len() >= 15, "{wanted:?}");

    // The same people without the plan.
    let records = year.workplace.seen(year.community).unwrap().into_iter().map(|seen| seen.record);
    let people = records.filter_map(|record| match record {
        Record::Community(mut community) => {
            community.example_day = None;
            Some(community.into())
        }
        Record::Person(_) | Record::Membership(_) | Record::Organisation(_) | Record::Order(_) => {
            Some(record)
        }
        _ => None,
    });
    let empty = Fixture::of(people.collect());
    let file = empty.path("План.xlsx");
    std::fs::write(&file, workbook).unwrap();
    let draft = TableDraft::file(&TableReader::this_process(), &file).unwrap();
    let asked = TableAsked::new(empty.community, TableKind::Activities, YEAR);
    let preview = empty.workplace.look_at_table(&draft, &asked).unwrap();
    let ticked = preview.of(&[RowState::Ready, RowState::Partly, RowState::Doubtful, RowState::Repeat]);
    empty.workplace.add_table_rows(&draft, &asked, &ticked).unwrap();
    assert_eq!(rows(&empty), wanted, "{:?}", preview.left_out);
}
