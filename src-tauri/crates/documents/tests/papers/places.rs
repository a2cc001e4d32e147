//! Where the parts of a form stand on the paper, and how well the pages are filled.

use std::collections::HashSet;

use pps_documents::papers::{ActivityGroup, DecisionLine, Plan, PlanMeeting, PlanRow, Protocol, Question};
use pps_documents::{PagePlace, Paper};

use crate::example::sheet;
use crate::{example, reader};

fn places(paper: &Paper) -> Vec<PagePlace> {
    let composed = paper.compose(reader::day()).unwrap();
    let places = composed.places();
    for one in &places {
        assert!(one.page < composed.page_count() && one.top < one.bottom, "{one:?}");
        assert!(0.0 < one.top && one.bottom < 1.0, "{one:?}");
    }
    let order = |one: &PagePlace| (one.page, (one.top * 1e6) as u64);
    assert!(places.is_sorted_by_key(order), "{places:?}");
    places
}

fn names(places: &[PagePlace]) -> HashSet<&str> {
    places.iter().map(|place| place.name.as_str()).collect()
}

#[test]
fn every_part_of_a_protocol_has_its_place() {
    let view = example::protocol();
    let paper = Paper::Protocol(view.clone());
    let places = places(&paper);
    let names = names(&places);
    for name in ["head", "people", "agenda"] {
        assert!(names.contains(name), "{name}: {names:?}");
    }
    for (question, number) in view.questions.iter().zip(1..) {
        assert!(names.contains(format!("question.{number}.heard").as_str()), "{number}: {names:?}");
        for point in 1..=question.decisions.len() {
            let name = format!("question.{number}.decision.{point}");
            assert!(names.contains(name.as_str()), "{name}: {names:?}");
        }
        let voted = question.vote.is_some();
        assert_eq!(names.contains(format!("question.{number}.vote").as_str()), voted, "{number}");
    }
}

#[test]
fn every_section_of_a_report_has_its_place() {
    let mut view = example::report();
    for (section, number) in view.sections.iter_mut().zip(0..) {
        // As sections are called: a sign between the parts of a word does not break it.
        section.place = format!("plan_and_fact.part_{number}");
    }
    let paper = sheet(view.clone());
    let places = places(&paper);
    let printed = view.sections.iter().filter(|section| section.title != "Раздел, в котором ничего нет");
    for section in printed {
        let name = format!("section.{}", section.place);
        assert!(names(&places).contains(name.as_str()), "{name}: {places:?}");
    }
}

/// How many lines of text stand on each page.
fn lines(paper: &Paper) -> Vec<usize> {
    let pages = reader::pages(&reader::pdf(paper));
    pages.iter().map(|page| page.lines().filter(|line| !line.trim().is_empty()).count()).collect()
}

#[test]
fn a_long_last_paragraph_fills_the_page_before_the_signatures() {
    for heard in 0..24 {
        let question = Question {
            topic: "О плане на год.".into(),
            spoke: vec![pps_documents::papers::Speech {
                who: "Соколова М. В.".into(),
                said: "Сказано.\n".repeat(heard).trim().to_owned(),
            }],
            decisions: vec![DecisionLine {
                number: "1.1".into(),
                text: "Провести следующее заседание в январе, разобрать трудные задания. "
                    .repeat(24)
                    .trim()
                    .into(),
                ..DecisionLine::default()
            }],
            ..Question::default()
        };
        let view = Protocol {
            example: false,
            questions: vec![question],
            attachments: Vec::new(),
            registration_sheet: false,
            ..example::protocol()
        };
        let paper = Paper::Protocol(view);
        let pages = reader::pages(&reader::pdf(&paper));
        let last = pages.last().unwrap();
        assert!(last.contains("О. И. Кузнецова"), "{last}");
        let words = last.matches("трудные").count() + last.matches("заседание").count();
        assert!(words > 0, "{heard}: the signatures stand alone\n{last}");
        let counts = lines(&paper);
        assert!(counts[..counts.len() - 1].iter().all(|count| *count >= 30), "{heard}: {counts:?}");
    }
}

fn twelve_rows() -> Plan {
    let row = |number: usize| PlanRow {
        number: number.to_string(),
        topic: "Анализ результатов пробных работ по математике в 9 классах школ района".into(),
        term: ["сентябрь", "октябрь — декабрь", "ежеквартально"][number % 3].into(),
        participants: "все ОО".into(),
        responsible: "Соколова М. В.".into(),
        result: "аналитическая справка, рекомендации учителям".into(),
        ..PlanRow::default()
    };
    let meeting = |number: usize| PlanMeeting {
        number: number.to_string(),
        topic: "Итоги пробных работ и план на год".into(),
        questions: vec!["О плане работы на год".into(), "Об итогах пробных работ".into()],
        form: "очно".into(),
        term: "сентябрь".into(),
        place: "МБОУ «Рыбновская СШ № 3»".into(),
        responsible: "Соколова М. В.".into(),
        result: "протокол".into(),
    };
    let groups = (0..6).map(|group| ActivityGroup {
        title: format!("Направление {}", group + 1),
        rows: vec![row(2 * group + 1), row(2 * group + 2)],
    });
    Plan {
        meetings: vec![meeting(1), meeting(2)],
        groups: groups.collect(),
        attachments: Vec::new(),
        roster: Vec::new(),
        courses: Vec::new(),
        problem_zones: vec!["низкие результаты ОГЭ по геометрии".into()],
        goal: Some("Повысить мастерство педагогов".into()),
        tasks: vec!["выявить затруднения".into(), "провести мастер-классы".into()],
        last_year: None,
        ..example::plan()
    }
}

#[test]
fn twelve_rows_and_two_meetings_take_three_sheets() {
    let paper = Paper::Plan(twelve_rows());
    assert_eq!(paper.compose(reader::day()).unwrap().page_count(), 3);
    let first = &reader::pages(&reader::pdf(&paper))[0];
    assert!(
        first.contains("Итоги пробных работ и план"),
        "the table of meetings begins on the first sheet: {first}"
    );
}
