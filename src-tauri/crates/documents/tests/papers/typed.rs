//! Records as people really type them, and what of them stands on the paper.

use pps_documents::papers::*;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{
    Absence, Activity, ActivityForm, DecisionKind, Mark, MarkState, Meeting, Presence,
};
use rstest::rstest;

use crate::reader;
use crate::records::{YEAR, protocol, records};

/// The second meeting of the example year, changed.
fn changed(change: impl FnOnce(&mut Meeting)) -> Protocol {
    let mut records = records();
    let meeting = records.meetings.values_mut().find(|meeting| meeting.number() == Some(2)).unwrap();
    change(meeting);
    protocol(&records, 2)
}

#[rstest]
#[case("Панина Е. В. о конкурсах", "Панина Е. В. о конкурсах.")]
#[case("Рязанская область: опыт", "Рязанская область: опыт.")]
#[case("Об опыте Рязани", "об опыте Рязани.")]
fn a_topic_after_the_dash_keeps_its_names(#[case] topic: &str, #[case] said: &str) {
    let printed = changed(|meeting| {
        let item = &mut meeting.protocol.as_mut().unwrap().items[0];
        item.topic = topic.to_owned();
        item.heard.clear();
    });
    assert_eq!(printed.questions[0].heard[0].said, said);
    assert_eq!(printed.questions[0].topic, format!("{topic}."));
}

#[rstest]
#[case::foreign_name(DecisionKind::Assignment, "iPhone купить", "iPhone купить.")]
#[case::slip(DecisionKind::Assignment, "рЯзань", "рЯзань.")]
#[case::verb(DecisionKind::Recommendation, "направить двоих", "Рекомендовать направить двоих.")]
#[case::name(
    DecisionKind::Recommendation,
    "Паниной Е. В. выступить",
    "Рекомендовать: Паниной Е. В. выступить."
)]
fn a_decision_begins_as_typed(#[case] kind: DecisionKind, #[case] typed: &str, #[case] printed: &str) {
    let protocol = changed(|meeting| {
        let decision = &mut meeting.protocol.as_mut().unwrap().items[0].decisions[0];
        decision.kind = kind;
        decision.addressee = None;
        decision.text = typed.to_owned();
    });
    assert_eq!(protocol.questions[0].decisions[0].text, printed);
}

#[test]
fn a_person_noted_twice_came_once() {
    let once = changed(|_| {});
    let twice = changed(|meeting| {
        let mut again = meeting.attendance.clone();
        // The second entry of the first person contradicts the first one.
        again[0].presence = match again[0].presence {
            Presence::Present { .. } => Presence::Absent(Absence { reason: "болезнь".into() }),
            Presence::Absent(_) => Presence::throughout(),
        };
        meeting.attendance.extend(again);
    });
    assert_eq!(twice, once);
}

/// The records with the first seminar that was held marked with a reason.
fn with_reason(records: &mut CommunityRecords, result: &str) {
    let plan = records.plan(YEAR).unwrap().id;
    let done = |mark: &Mark| mark.state == MarkState::Done;
    let reports = |activity: &Activity| {
        activity.form == ActivityForm::Seminar && activity.mark.as_ref().is_some_and(done)
    };
    let id = records.activities_of(plan).into_iter().find(|activity| reports(activity)).unwrap().id;
    let mark = records.activities.get_mut(&id).and_then(|activity| activity.mark.as_mut()).unwrap();
    mark.result = result.to_owned();
    mark.reason = "перенос из-за карантина".into();
}

#[rstest]
#[case::with_a_result("23 участника", ", 23 участника: перенос из-за карантина")]
#[case::without("", "2025: перенос из-за карантина")]
fn the_reason_of_what_was_done_is_printed(#[case] result: &str, #[case] end: &str) {
    let mut records = records();
    with_reason(&mut records, result);
    let plan = records.plan(YEAR).unwrap().id;
    let plan = Plan::from_records(&records, plan, PlanOrder::ByDirection, reader::day()).unwrap();
    let marks: Vec<String> =
        plan.groups.into_iter().flat_map(|group| group.rows).map(|row| row.mark).collect();
    let found = marks.iter().find(|mark| mark.contains("карантин"));
    assert!(found.is_some_and(|mark| mark.ends_with(end)), "{marks:?}");

    let report = Report::from_records(&records, YEAR, ReportLength::Full, reader::day()).unwrap();
    let cells = report.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(Table { rows, .. }) => Some(rows.iter().flatten()),
        _ => None,
    });
    let outcome = if result.is_empty() { "выполнено" } else { result };
    let wanted = format!("{outcome}: перенос из-за карантина");
    assert!(cells.flatten().any(|cell| *cell == wanted), "{wanted}");
}
