//! A survey of three thousand sheets: taken in, and its results with the map of areas and organisations.

use pps_app::domain::calendar::{PartialDate, SchoolYear};
use pps_app::domain::records::{AnswerSheet, Record, Survey};
use pps_tests::{Fixture, day};

use crate::budget::{line, median, plain, timed};

const SHEETS: u32 = 3_000;

pub(crate) fn measure() {
    let Fixture { workplace, community, .. } = &Fixture::example();
    let records = workplace.community_records(*community).unwrap();
    let questionnaire = records.questionnaires.values().next().expect("the example has a questionnaire");
    let survey = Survey {
        id: workplace.new_ids(1)[0].into(),
        community: *community,
        school_year: SchoolYear(2025),
        held: PartialDate::Day(day("2026-04-10")),
        asked: 0,
        who: String::new(),
        rows: Vec::new(),
        questionnaire: Some(questionnaire.id),
        named: true,
        activity: None,
    };
    let schools: Vec<_> = records.organisations.keys().copied().collect();
    let sheets = (1..=SHEETS).zip(workplace.new_ids(3_000)).map(|(number, id)| {
        let answers: Vec<String> = questionnaire
            .statements()
            .map(|statement| format!("{}:{}", statement.number, (number * 7 + statement.number) % 4))
            .collect();
        Record::from(AnswerSheet {
            id: id.into(),
            community: *community,
            survey: survey.id,
            number,
            person: None,
            organisation: schools.get(number as usize % schools.len()).copied(),
            answers: answers.join(" ").try_into().unwrap(),
            ready: Vec::new(),
            batch: None,
        })
    });
    let sheets: Vec<Record> = sheets.collect();
    let id = survey.id;
    workplace.save(survey.into(), None).unwrap();
    let (taken, ()) = timed(|| drop(workplace.take_in("Анкеты", sheets).unwrap()));
    plain("take in 3 000 sheets of answers", taken);
    let results = median(9, |_| workplace.survey_results(*community, id, None).unwrap());
    line("results of 3 000 sheets with the map", results, 100.0);
}
