//! Papers of the example year, built from its loaded.

use chrono::NaiveDate;
#[cfg(unix)]
use pps_documents::Paper;
use pps_documents::PaperError;
use pps_documents::papers::*;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::MeetingId;
use pps_domain::records::{DecisionKind, MeetingStatus, Record};

#[cfg(unix)]
use crate::{example::sheet, reader, staff};

pub(crate) const YEAR: SchoolYear = SchoolYear(2025);

pub(crate) fn records() -> CommunityRecords {
    let text = include_str!("../../../../../assets/example/year-2025-2026.json");
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

pub(crate) fn protocol(records: &CommunityRecords, number: u32) -> Protocol {
    let meeting = records.meetings.values().find(|meeting| meeting.number() == Some(number)).unwrap();
    Protocol::from_records(records, meeting.id).unwrap()
}

fn meeting(records: &CommunityRecords, number: u32) -> MeetingId {
    records.meetings.values().find(|meeting| meeting.number() == Some(number)).unwrap().id
}

/// The secretary's sheet for the third meeting as it was before anything was written about it.
fn planned(records: &mut CommunityRecords) -> Worksheet {
    let id = meeting(records, 3);
    let meeting = records.meetings.get_mut(&id).unwrap();
    meeting.status = MeetingStatus::Planned;
    (meeting.protocol, meeting.planned) = (None, None);
    (meeting.attendance, meeting.guests) = (Vec::new(), Vec::new());
    (meeting.chair, meeting.secretary) = (None, None);
    Worksheet::from_records(records, id).unwrap()
}

pub(crate) fn extract(
    records: &CommunityRecords,
    number: u32,
    of: ExtractOf<'_>,
) -> Result<Extract, PaperError> {
    let meeting = records.meetings.values().find(|meeting| meeting.number() == Some(number)).unwrap();
    Extract::from_records(records, meeting.id, of)
}

/// All papers of the year, as they are on the day of the example.
#[cfg(unix)]
pub(crate) fn papers() -> Vec<(&'static str, Paper)> {
    let (records, on) = (records(), reader::day());
    let plan = records.plan(YEAR).unwrap().id;
    let mut papers = vec![
        ("example_protocol_1", Paper::Protocol(protocol(&records, 1))),
        ("example_protocol_2", Paper::Protocol(protocol(&records, 2))),
        ("example_extract_question", sheet(extract(&records, 1, ExtractOf::Question(2)).unwrap())),
        (
            "example_extract_organisation",
            sheet(extract(&records, 2, ExtractOf::Organisation("Вакинская СШ")).unwrap()),
        ),
        ("example_notice", sheet(Notice::from_records(&records, meeting(&records, 2)).unwrap())),
        ("example_worksheet", sheet(Worksheet::from_records(&records, meeting(&records, 2)).unwrap())),
        ("example_worksheet_blank", sheet(planned(&mut records.clone()))),
        ("example_attendance", sheet(AttendanceSheet::from_records(&records, meeting(&records, 1)).unwrap())),
        ("example_assignments", sheet(Assignments::from_records(&records, YEAR, None, on).unwrap())),
        (
            "example_plan",
            Paper::Plan(Plan::from_records(&records, plan, PlanOrder::ByDirection, on).unwrap()),
        ),
        (
            "example_plan_by_month",
            Paper::Plan(Plan::from_records(&records, plan, PlanOrder::ByMonth, on).unwrap()),
        ),
        ("example_report", sheet(Report::from_records(&records, YEAR, ReportLength::AsChosen, on).unwrap())),
        ("example_report_full", sheet(Report::from_records(&records, YEAR, ReportLength::Full, on).unwrap())),
        ("example_roster", sheet(Roster::from_records(&records, day("2026-01-16")).unwrap())),
        ("example_register", sheet(Register::from_records(&records, YEAR, on).unwrap())),
        ("example_inventory", sheet(Inventory::from_records(&records, YEAR, Vec::new(), on).unwrap())),
    ];
    papers.extend(staff::papers(&records));
    papers
}

#[cfg(unix)]
#[test]
fn the_example_year_reads_as_its_snapshots_say() {
    for (name, paper) in papers() {
        insta::assert_snapshot!(name, reader::layout(&reader::pdf(&paper)));
    }
}

#[cfg(unix)]
#[test]
fn the_report_counts_as_the_records_do() {
    let records = records();
    let report = Report::from_records(&records, YEAR, ReportLength::AsChosen, reader::day()).unwrap();
    let text = reader::text(&reader::pdf(&sheet(report.clone()))).replace('\u{A0}', " ");
    assert!(text.contains("Присутствовало 27 из 30 (90 %)."), "{text}");
    let bars: Vec<_> = report
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| if let Block::PlanFact { bars } = block { Some(bars) } else { None })
        .flatten()
        .collect();
    let sum = |field: fn(&DirectionBar) -> u32| bars.iter().map(|bar| field(bar)).sum::<u32>();
    assert_eq!(sum(|bar| bar.planned), 17);
    assert_eq!((sum(|bar| bar.done), sum(|bar| bar.late)), (14, 1));
    assert_eq!((sum(|bar| bar.partly), sum(|bar| bar.cancelled), sum(|bar| bar.not_done)), (1, 1, 1));
    assert_eq!(sum(|bar| bar.unmarked), 0);
}

#[test]
fn people_are_named_as_they_were_on_the_day() {
    let records = records();
    let names = |on: &str| -> Vec<String> {
        Roster::from_records(&records, day(on)).unwrap().rows.into_iter().map(|row| row.name).collect()
    };
    let (autumn, winter) = (names("2025-09-05"), names("2026-01-16"));
    assert_eq!((autumn.len(), winter.len()), (10, 10));
    assert!(
        autumn.contains(&"Абрамова Лидия Николаевна".to_owned()) && !winter.contains(&autumn[9])
            || autumn != winter
    );
    assert!(winter.contains(&"Жарова Ксения Павловна".to_owned()));
}

#[test]
fn a_protocol_says_who_came_and_what_was_decided() {
    let protocol = protocol(&records(), 2);
    assert_eq!(protocol.present_count, "8 из 10");
    assert_eq!(protocol.absent.len(), 2);
    let decisions: Vec<_> = protocol.questions.iter().flat_map(|question| &question.decisions).collect();
    assert_eq!(
        decisions.iter().map(|decision| decision.number.as_str()).collect::<Vec<_>>(),
        ["1.1", "1.2", "1.3", "2.1"]
    );
    assert!(
        decisions[2].recommendation && decisions[2].text.starts_with("Рекомендовать "),
        "{:?}",
        decisions[2]
    );
}

#[test]
fn a_missing_meeting_is_said_in_russian() {
    let nobody: MeetingId = "01990000-ffff-7000-8000-000000000001".parse().unwrap();
    let error = Protocol::from_records(&records(), nobody).unwrap_err();
    assert!(matches!(error, PaperError::NotFound { .. }));
    assert!(error.to_string().starts_with("Такого заседания нет в базе"));
}

#[test]
fn an_extract_for_a_school_holds_what_concerns_it() {
    let records = records();
    for name in ["Вакинская СШ", "МБОУ «Вакинская СШ»", "«вакинская сш»"]
    {
        let extract = extract(&records, 2, ExtractOf::Organisation(name)).unwrap();
        let numbers: Vec<_> = extract.questions.iter().map(|question| question.number).collect();
        assert_eq!(numbers, [1]);
        let decisions: Vec<_> =
            extract.questions[0].question.decisions.iter().map(|decision| decision.number.as_str()).collect();
        assert_eq!(decisions, ["1.3"]);
        assert_eq!(extract.signature.post, "Секретарь");
    }
    let error = extract(&records, 2, ExtractOf::Organisation("Пионерская СШ")).unwrap_err().to_string();
    assert!(error.contains("МБОУ «Вакинская СШ»"), "{error}");
    let error = extract(&records, 2, ExtractOf::Question(3)).unwrap_err();
    assert!(matches!(error, PaperError::NoQuestion { number: 3, count: 2 }), "{error}");
}

#[test]
fn a_question_about_a_school_goes_into_its_extract_whole() {
    let mut records = records();
    let meeting = records.meetings.values_mut().find(|meeting| meeting.number() == Some(2)).unwrap();
    let id = meeting.id;
    let items = &mut meeting.protocol.as_mut().unwrap().items;
    items[0].topic = "О работе МБОУ «Вакинская СШ»".into();
    let whole = Extract::from_records(&records, id, ExtractOf::Organisation("Вакинская СШ")).unwrap();
    assert_eq!(whole.questions[0].question.decisions.len(), 3);
    // The leader certifies where nobody wrote the protocol or presided.
    let meeting = records.meetings.get_mut(&id).unwrap();
    (meeting.secretary, meeting.chair) = (None, None);
    let whole = Extract::from_records(&records, id, ExtractOf::Question(2)).unwrap();
    assert_eq!(whole.questions[0].number, 2);
    assert_eq!(whole.signature.post, "Руководитель ППС");
    assert_eq!(whole.signature.name.replace('\u{a0}', " "), "М. В. Соколова");
}

#[test]
fn a_planned_meeting_has_its_papers_before_anything_is_written() {
    let mut records = records();
    let sheet = planned(&mut records);
    assert_eq!(sheet.people.len(), 10);
    assert!(sheet.questions.is_empty() && sheet.number.is_none());
    assert_eq!(sheet.chair.unwrap().replace('\u{a0}', " "), "Соколова М. В.");
    // The agenda of the plan is that of the notice, until the protocol has its own.
    let foreseen = records.plan(YEAR).unwrap().meetings[2].clone();
    let meeting =
        records.meetings.values_mut().find(|meeting| meeting.status == MeetingStatus::Planned).unwrap();
    let id = meeting.id;
    meeting.planned = Some(foreseen.id);
    let notice = Notice::from_records(&records, id).unwrap();
    assert_eq!(notice.questions.len(), foreseen.questions.len());
    assert_eq!(notice.members.len(), 10);
    assert_eq!(AttendanceSheet::from_records(&records, id).unwrap().members.len(), 10);
}

#[test]
fn what_is_open_and_what_is_overdue_is_told_apart() {
    let records = records();
    let on = |on: &str| Assignments::from_records(&records, YEAR, None, day(on)).unwrap();
    let marks = |view: &Assignments| -> Vec<_> {
        view.rows.iter().map(|row| (row.point.clone(), row.mark.clone(), row.overdue)).collect()
    };
    let winter = on("2026-01-20");
    let open: Vec<_> = marks(&winter).into_iter().filter(|(_, mark, _)| mark == "в работе").collect();
    assert_eq!(open.len(), 2);
    assert!(winter.rows.iter().all(|row| !row.overdue));
    // Nobody marked it, and the term has passed.
    let mut unmarked = records.clone();
    let meetings = unmarked.meetings.values_mut().filter_map(|meeting| meeting.protocol.as_mut());
    for decision in meetings.flat_map(|protocol| &mut protocol.items).flat_map(|item| &mut item.decisions) {
        decision.mark = None;
    }
    let late =
        Assignments::from_records(&unmarked, YEAR, Some(meeting(&records, 2)), day("2026-03-10")).unwrap();
    assert_eq!(
        marks(&late),
        [("1.2".into(), "ПРОСРОЧЕНО".into(), true), ("2.1".into(), "в работе".into(), false)]
    );
    assert_eq!(late.total.as_deref(), Some("Всего поручений 2: в работе 1, просрочено 1."));
    assert_eq!(late.recommendations.len(), 1);
    let year = on("2026-08-20");
    let assigned = records.meetings.values().flat_map(|meeting| records.decisions_of(meeting));
    let assigned = assigned.filter(|placed| placed.decision.kind == DecisionKind::Assignment).count();
    assert_eq!(year.rows.len(), assigned);
}

#[test]
fn a_transfer_stands_under_the_approved_term() {
    let mut records = records();
    let id = meeting(&records, 2);
    let protocol = records.meetings.get_mut(&id).unwrap().protocol.as_mut().unwrap();
    let moved = serde_json::json!([{
        "to": { "form": "until", "date": "2026-04-15" }, "reason": "болезнь", "date": "2026-02-20",
    }]);
    protocol.items[0].decisions[1].moves = serde_json::from_value(moved).unwrap();
    let term = |on: &str| {
        let view = Assignments::from_records(&records, YEAR, Some(id), day(on)).unwrap();
        view.rows[0].term.clone()
    };
    assert_eq!(term("2026-02-19"), "до 01.03.2026");
    assert_eq!(term("2026-02-20"), "до 01.03.2026\nперенесено, новый срок — до 15.04.2026: болезнь");
}
