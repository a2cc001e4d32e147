//! Records as people really type them, and what of them stands on the paper.

use pps_documents::papers::*;
use pps_domain::calendar::ClockTime;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{
    Absence, Activity, ActivityForm, DecisionKind, Mark, MarkState, Meeting, Presence, Reporter, Speaker,
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
#[case("Панина Е. В. о конкурсах", "Соколова М. В. Панина Е. В. о конкурсах.")]
#[case("Рязанская область: опыт", "Соколова М. В. Рязанская область: опыт.")]
#[case("Круглый стол «Читаем вместе»", "Соколова М. В. Круглый стол «Читаем вместе».")]
#[case("Об опыте Рязани", "Соколова М. В. — об опыте Рязани.")]
fn a_topic_follows_a_dash_only_where_it_begins_with_its_preposition(#[case] topic: &str, #[case] said: &str) {
    let printed = changed(|meeting| {
        let item = &mut meeting.protocol.as_mut().unwrap().items[0];
        item.topic = topic.to_owned();
        item.heard.clear();
    });
    assert_eq!(in_one_line(&printed.questions[0].heard[0]), said);
    assert_eq!(printed.questions[0].topic, format!("{topic}."));
}

fn in_one_line(speech: &Speech) -> String {
    let parts = [speech.who.clone(), speech.said.clone()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" — ").replace('\u{a0}', " ")
}

#[rstest]
#[case::nobody(&[], "", "")]
#[case::typed(&[], "об итогах", "Об итогах.")]
#[case::several(&[("Соколова Мария Викторовна", ""), ("А.П. Гришин", "")], "", "Соколова М. В., Гришин А. П. — об опыте.")]
#[case::post(&[("Соколова Мария Викторовна", "методист РИМК")], "", "Соколова М. В., методист РИМК, — об опыте.")]
#[case::posts(&[("Соколова М.В.", "методист РИМК"), ("Гришин А.П.", "директор")], "рассказали",
    "Соколова М. В., методист РИМК; Гришин А. П., директор, — рассказали.")]
#[case::annexed(&[("Соколова М. В.", "")], "доклад прилагается", "Соколова М. В. — об опыте (доклад прилагается).")]
fn what_was_heard_names_all_who_reported(
    #[case] reporters: &[(&str, &str)],
    #[case] heard: &str,
    #[case] printed: &str,
) {
    let protocol = changed(|meeting| {
        let item = &mut meeting.protocol.as_mut().unwrap().items[0];
        item.topic = "Об опыте".to_owned();
        item.heard = heard.to_owned();
        let reporter = |(name, post): &(&str, &str)| Reporter {
            speaker: Speaker::Named((*name).to_owned()),
            post: (*post).to_owned(),
        };
        item.reporters = reporters.iter().map(reporter).collect();
    });
    let question = &protocol.questions[0];
    assert_eq!(question.heard.iter().map(in_one_line).collect::<Vec<_>>().join("\n"), printed);
    assert_eq!(question.speakers.len(), reporters.len());
}

/// Texts were kept when a question had one reporter or none, and they still print as they were signed.
#[test]
fn a_kept_text_with_one_reporter_is_read() {
    let kept = r#"{"questions": [
        {"topic": "О плане.", "speaker": "Соколова М. В.", "heard": [{"who": "Соколова М. В.", "said": "о плане."}]},
        {"topic": "Разное.", "speaker": null, "heard": [{"who": "", "said": "Разное."}]},
        {"topic": "Ещё."}
    ]}"#;
    let read: Protocol = serde_json::from_str(kept).unwrap();
    let speakers: Vec<_> = read.questions.iter().map(|question| question.speakers.clone()).collect();
    assert_eq!(speakers, [vec!["Соколова М. В.".to_owned()], vec![], vec![]]);
    let again: Protocol = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
    assert_eq!(again, read);
}

#[test]
fn a_meeting_may_know_its_people_by_number_only() {
    let printed = changed(|meeting| {
        meeting.attendance.clear();
        (meeting.present_count, meeting.members_count) = (Some(12), Some(15));
        meeting.guests.clear();
        meeting.guests_in_words = "администрация школы — 2 человека".to_owned();
        (meeting.begins, meeting.ends) = (ClockTime::new(14, 0), ClockTime::new(15, 30));
    });
    let plain = |text: Option<String>| text.map(|text| text.replace('\u{a0}', " "));
    assert_eq!(plain(printed.present_in_words).as_deref(), Some("Присутствовало 12 человек из 15"));
    assert_eq!(printed.invited_in_words.as_deref(), Some("администрация школы — 2 человека"));
    assert_eq!(printed.time.as_deref(), Some("Начало в 14:00, окончание в 15:30"));
    assert!(printed.present.is_empty() && printed.absent.is_empty());
    let one = changed(|meeting| {
        meeting.attendance.clear();
        meeting.present_count = Some(21);
    });
    assert_eq!(plain(one.present_in_words).as_deref(), Some("Присутствовал 21 человек"));
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

/// The records with the first seminar that was held marked with a reason. Nothing else tells of it, so that its row does.
fn with_reason(records: &mut CommunityRecords, result: &str) {
    records.events.clear();
    let plan = records.plan(YEAR).unwrap().id;
    let done = |mark: &Mark| mark.state == MarkState::Done;
    let reports = |activity: &Activity| {
        activity.known_form() == Some(ActivityForm::Seminar) && activity.mark.as_ref().is_some_and(done)
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
