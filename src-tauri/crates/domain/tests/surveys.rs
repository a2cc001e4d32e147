//! What surveys by questionnaires show, held against a plain count.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use pps_domain::calendar::{PartialDate, SchoolYear};
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::{
    AreaPairs, Counted, Difficulties, HeatMap, ReportFigures, Share, SurveyAnswers, SurveyTotals,
};
use pps_domain::ids::{OrganisationId, PersonId, SurveyId};
use pps_domain::proposals::{ProposalReason, for_plan, new_difficulty};
use pps_domain::records::{Answer, AnswerSheet, Questionnaire, Record, ReportSection, Survey};
use pps_domain::supplied::QUESTIONNAIRES;
use uuid::Uuid;

const YEAR: SchoolYear = SchoolYear(2025);

fn example() -> CommunityRecords {
    let text = include_str!("../../../../assets/example/year-2025-2026.json");
    let loaded: Vec<Record> = serde_json::from_str(text).unwrap();
    let community = loaded.iter().find_map(|record| match record {
        Record::Community(community) => Some(community.clone()),
        _ => None,
    });
    let mut records = CommunityRecords::new(community.unwrap());
    loaded.into_iter().for_each(|record| records.insert(record));
    records
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0199_5555_0000_7000_8000_0000_0000_0000 | number)
}

/// A survey by the first supplied questionnaire, with so many sheets; sheet `n` answers statement `s` by (n + s) mod 4.
fn surveyed(records: &mut CommunityRecords, number: u128, held: &str, sheets: u32, named: bool) -> Survey {
    let questionnaire = QUESTIONNAIRES[0].copied(id(1).into(), records.community.id);
    let survey = Survey {
        id: SurveyId(id(number)),
        community: records.community.id,
        school_year: YEAR,
        held: PartialDate::Day(day(held)),
        asked: 0,
        who: String::new(),
        rows: Vec::new(),
        questionnaire: Some(questionnaire.id),
        named,
        activity: None,
    };
    let people: Vec<PersonId> = records.people.keys().copied().collect();
    for sheet in 0..sheets {
        let marks =
            questionnaire.statements().map(|statement| (statement.number, mark(sheet, statement.number)));
        let person = people.get(usize::try_from(sheet).unwrap()).copied().filter(|_| named);
        records.insert(
            AnswerSheet {
                id: id(number * 100_000 + u128::from(sheet)).into(),
                community: records.community.id,
                survey: survey.id,
                number: sheet + 1,
                person,
                organisation: None,
                answers: marks.collect(),
                ready: if sheet % 2 == 0 { vec![questionnaire.areas[0].number] } else { Vec::new() },
                batch: None,
            }
            .into(),
        );
    }
    records.insert(questionnaire.into());
    records.insert(survey.clone().into());
    survey
}

fn mark(sheet: u32, statement: u32) -> Answer {
    Answer::of_mark(u8::try_from((sheet + statement) % 4).unwrap()).unwrap()
}

fn plain(questionnaire: &Questionnaire, area: usize, sheets: u32) -> Share {
    let numbers = questionnaire.areas[area].statements.iter().map(|statement| statement.number);
    let answers = numbers.flat_map(|number| (0..sheets).map(move |sheet| (sheet + number) % 4));
    let answers: Vec<u32> = answers.collect();
    Share { part: answers.iter().filter(|mark| **mark >= 2).count(), whole: answers.len() }
}

#[test]
fn three_thousand_sheets_agree_with_a_plain_count() {
    let mut records = example();
    let survey = surveyed(&mut records, 2, "2026-05-20", 3_000, false);
    let questionnaire = records.questionnaire_of(&survey).unwrap().clone();
    let answers = SurveyAnswers::of(&records, &survey, None).unwrap();
    assert_eq!(answers.sheets, 3_000);
    for (place, area) in answers.areas.iter().enumerate() {
        assert_eq!(area.share, plain(&questionnaire, place, 3_000), "{}", area.title);
    }
    assert_eq!(answers.areas[0].ready, 1_500);
    let statement = &answers.areas[0].statements[0];
    assert_eq!(statement.counts.all(), 3_000);
    assert_eq!(statement.share, Share { part: 1_500, whole: 3_000 });
}

#[test]
fn the_map_of_three_thousand_sheets_counts_every_one() {
    let mut records = example();
    let mut survey = surveyed(&mut records, 2, "2026-05-20", 3_000, false);
    survey.named = true;
    records.insert(survey.clone().into());
    let schools: Vec<OrganisationId> = records.organisations.keys().copied().collect();
    for sheet in records.answer_sheets.values_mut() {
        sheet.organisation = Some(schools[usize::try_from(sheet.number).unwrap() % schools.len()]);
    }
    let map = HeatMap::of(&records, &survey).unwrap();
    assert_eq!(map.rows.len(), schools.len());
    assert_eq!(map.rows.iter().map(|row| row.sheets).sum::<usize>(), 3_000);
    let questionnaire = records.questionnaire_of(&survey).unwrap();
    for area in 0..questionnaire.areas.len() {
        let (mut part, mut whole) = (0, 0);
        for share in map.rows.iter().filter_map(|row| row.cells[area].share) {
            part += share.part;
            whole += share.whole;
        }
        assert_eq!(Share { part, whole }, plain(questionnaire, area, 3_000));
    }
    assert!(!map.hidden);
}

#[test]
fn a_cell_of_fewer_than_three_sheets_is_not_shown() {
    let mut records = example();
    let survey = surveyed(&mut records, 2, "2026-05-20", 11, true);
    let map = HeatMap::of(&records, &survey).unwrap();
    assert!(map.hidden);
    for row in &map.rows {
        assert!(row.cells.iter().all(|cell| cell.share.is_some() == (cell.sheets >= 3)), "{row:?}");
    }
}

#[test]
fn an_anonymous_survey_tells_nothing_of_organisations_and_people() {
    let mut records = example();
    let mut survey = surveyed(&mut records, 2, "2026-05-20", 11, true);
    assert!(HeatMap::of(&records, &survey).is_some() && !AreaPairs::of(&records, &survey).is_empty());
    survey.named = false;
    assert_eq!(HeatMap::of(&records, &survey), None);
    assert_eq!(AreaPairs::of(&records, &survey), []);
}

#[test]
fn who_needs_help_stands_beside_who_can_give_it() {
    let mut records = example();
    let survey = surveyed(&mut records, 2, "2026-05-20", 3, true);
    let people: Vec<PersonId> = records.people.keys().copied().collect();
    // The first needs help everywhere, the second nowhere, the third has had no question put.
    for sheet in records.answer_sheets.values_mut() {
        let answer = if sheet.number == 1 { Answer::Help } else { Answer::Partly };
        let numbers: Vec<u32> = sheet.answers.iter().map(|(number, _)| number).collect();
        sheet.answers = numbers.into_iter().map(|number| (number, answer)).collect();
        sheet.ready.clear();
        if sheet.number == 2 {
            sheet.ready = records.questionnaires[&survey.questionnaire.unwrap()]
                .areas
                .iter()
                .map(|area| area.number)
                .collect();
        }
    }
    let pairs = AreaPairs::of(&records, &survey);
    assert_eq!(pairs.len(), QUESTIONNAIRES[0].areas.len());
    assert!(pairs.iter().all(|area| area.ask == [people[0]] && area.can_help == [people[1]]), "{pairs:?}");
}

#[test]
fn october_stands_beside_may_by_area_and_statement() {
    let mut records = example();
    let october = surveyed(&mut records, 2, "2025-10-17", 11, false);
    let may = surveyed(&mut records, 3, "2026-05-18", 10, false);
    assert_eq!(records.survey_before(&may).map(|survey| survey.id), Some(october.id));
    let answers = SurveyAnswers::of(&records, &may, Some(&october)).unwrap();
    let questionnaire = records.questionnaire_of(&may).unwrap();
    assert_eq!((answers.sheets, answers.sheets_before), (10, 11));
    for (place, area) in answers.areas.iter().enumerate() {
        assert_eq!(
            (area.share, area.before),
            (plain(questionnaire, place, 10), Some(plain(questionnaire, place, 11)))
        );
    }
    assert!(answers.areas[0].statements[0].before.is_some());
}

#[test]
fn the_report_counts_the_sheets_and_leads_to_the_questionnaire() {
    let mut records = example();
    let survey = surveyed(&mut records, 2, "2026-05-20", 10, false);
    let on = day("2026-08-20");
    let found = Difficulties::of(&records, YEAR, on).unwrap();
    // The surveys whose totals were typed asked about other things, so none of them stands beside.
    assert_eq!((found.last, found.before, found.asked), (survey.id, None, 10));
    assert_eq!(found.rows.len(), 10);
    let figures = ReportFigures::of(&records, YEAR, on);
    let traced = figures.figures.iter().filter(|figure| figure.section == ReportSection::Difficulties);
    for figure in traced {
        let share = figure.share.unwrap();
        assert_eq!(share.whole, 10);
        assert!(figure.sources.iter().any(|source| Some(source.id) == survey.questionnaire.map(|id| id.0)));
    }
}

#[test]
fn typed_totals_stay_what_they_were() {
    let records = example();
    for survey in records.surveys.values() {
        let totals = SurveyTotals::of(&records, survey);
        assert_eq!(totals.asked, usize::try_from(survey.asked).unwrap());
        let typed = survey.rows.iter().map(|row| (Counted::Difficulty(row.difficulty), row.count as usize));
        let counted = totals.rows.iter().map(|row| (row.counted, row.share.part));
        assert!(typed.eq(counted));
    }
}

#[test]
fn a_survey_without_a_sheet_yet_leaves_the_one_before_in_its_place() {
    let mut records = example();
    let before = Difficulties::of(&records, YEAR, day("2026-08-20")).unwrap();
    surveyed(&mut records, 2, "2026-06-01", 0, false);
    assert_eq!(Difficulties::of(&records, YEAR, day("2026-08-20")), Some(before));
}

#[test]
fn the_most_frequent_statements_become_rows_of_the_next_plan_with_their_difficulties() {
    let mut records = example();
    surveyed(&mut records, 2, "2026-05-20", 10, false);
    let proposed = for_plan(&records, SchoolYear(2026), day("2026-08-20"));
    let leading: Vec<_> = proposed.iter().filter(|one| one.reason == ProposalReason::Difficulty).collect();
    assert_eq!(leading.len(), 3);
    let made: Vec<_> = leading.iter().map(|one| new_difficulty(&records, one).unwrap()).collect();
    for (proposal, difficulty) in leading.iter().zip(&made) {
        assert_eq!(proposal.difficulties, [difficulty.id]);
        assert!(proposal.text.contains(&difficulty.title), "{} / {}", proposal.text, difficulty.title);
    }
    // Taken once, it is known: nothing is made a second time.
    let first = made[0].clone();
    records.insert(first.into());
    assert_eq!(new_difficulty(&records, leading[0]), None);
}
