//! What the page shows of each record, on the example year and on small changes of it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pps_domain::calendar::{Month, PartialDate, SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::derived::{
    Derived, DerivedActivity, DerivedCommunity, DerivedMeeting, DerivedPlan, DerivedYear, MeetingState,
    MembershipState, PlanStep, PlanStepState, WorkState, derive,
};
use pps_domain::ids::{ActivityId, MeetingId, PersonId, PlanId};
use pps_domain::records::{
    Absence, DayOfYear, Mark, MarkState, Meeting, MeetingStatus, Move, Presence, Record, Return, Role,
    Signature, Submission, SubmittedPaper, Vote,
};
use rstest::rstest;
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

fn months(all: &[(i32, u32)]) -> Term {
    let months = all.iter().map(|(year, month)| Month { year: *year, month: *month }).collect();
    Term::Months { months, words: None }
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn community(records: &CommunityRecords, on: &str) -> DerivedCommunity {
    match &derive(records, day(on))[&records.community.id.0] {
        Derived::Community(derived) => derived.clone(),
        other => panic!("{other:?}"),
    }
}

fn year(records: &CommunityRecords, on: &str) -> DerivedYear {
    community(records, on).years.into_iter().find(|year| year.school_year == YEAR).unwrap()
}

fn meeting(records: &mut CommunityRecords, number: u32) -> &mut Meeting {
    records.meetings.values_mut().find(|meeting| meeting.number() == Some(number)).unwrap()
}

fn meeting_of(records: &CommunityRecords, id: MeetingId, on: &str) -> DerivedMeeting {
    match &derive(records, day(on))[&id.0] {
        Derived::Meeting(derived) => derived.clone(),
        other => panic!("{other:?}"),
    }
}

fn plan_of(records: &CommunityRecords, on: &str) -> DerivedPlan {
    let id = *records.plans.keys().next().unwrap();
    match &derive(records, day(on))[&id.0] {
        Derived::Plan(derived) => derived.clone(),
        other => panic!("{other:?}"),
    }
}

/// A row of the plan with another term, transfers and mark.
fn row(term: Option<Term>, moves: Vec<Move>, mark: Option<Mark>, on: &str) -> DerivedActivity {
    let mut records = example();
    let id: ActivityId = *records.activities.keys().next().unwrap();
    let row = records.activities.get_mut(&id).unwrap();
    (row.term, row.moves, row.mark) = (term, moves, mark);
    match &derive(&records, day(on))[&id.0] {
        Derived::Activity(derived) => derived.clone(),
        other => panic!("{other:?}"),
    }
}

fn mark(state: MarkState, date: Option<&str>) -> Mark {
    let date = date.map(|date| date.parse::<PartialDate>().unwrap());
    Mark { state, date, result: String::new(), reason: String::new() }
}

#[rstest]
#[case::to_come(months(&[(2026, 5)]), "2026-01-20", WorkState::Ahead)]
#[case::begun(months(&[(2025, 9), (2026, 5)]), "2026-01-20", WorkState::Going)]
#[case::over(months(&[(2025, 10)]), "2026-01-20", WorkState::Overdue)]
#[case::half(
    Term::Span {
        from: Month { year: 2025, month: 9 }, to: Month { year: 2025, month: 12 }, words: Some("I полугодие".into())
    },
    "2026-01-20",
    WorkState::Overdue
)]
#[case::day_before(Term::days(day("2026-01-19"), day("2026-01-20")), "2026-01-18", WorkState::Ahead)]
#[case::last_day(Term::days(day("2026-01-19"), day("2026-01-20")), "2026-01-20", WorkState::Going)]
#[case::day_after(Term::days(day("2026-01-19"), day("2026-01-20")), "2026-01-21", WorkState::Overdue)]
#[case::days_said_backwards(Term::days(day("2026-01-20"), day("2026-01-10")), "2026-01-15", WorkState::Going)]
#[case::one_day(Term::Day { date: day("2026-01-21") }, "2026-01-20", WorkState::Ahead)]
#[case::until(Term::Until { date: day("2026-01-21") }, "2026-01-21", WorkState::Going)]
#[case::all_the_year(Term::WholeYear { words: None }, "2026-05-31", WorkState::Going)]
#[case::the_year_is_over(Term::WholeYear { words: None }, "2026-06-01", WorkState::Overdue)]
#[case::words(Term::Words { text: "по графику".into() }, "2026-06-01", WorkState::Ahead)]
fn without_a_mark_a_row_stands_as_its_term_says(
    #[case] term: Term,
    #[case] on: &str,
    #[case] state: WorkState,
) {
    assert_eq!(row(Some(term), Vec::new(), None, on).state, state);
}

#[test]
fn a_row_without_a_term_is_to_come() {
    assert_eq!(row(None, Vec::new(), None, "2026-01-20").words, "предстоит");
}

#[test]
fn a_transfer_counts_from_the_day_on_which_it_was_decided() {
    let moved = |date: Option<&str>| Move {
        to: months(&[(2026, 3)]),
        reason: "карантин".into(),
        date: date.map(day),
    };
    let at = |date, on| row(Some(months(&[(2025, 10)])), vec![moved(date)], None, on);
    let october = Some(day("2025-10-31"));
    let march = Some(day("2026-03-31"));
    let due = |derived: &DerivedActivity| derived.term.as_ref().unwrap().due;
    // Decided in November; until then nobody knew of it.
    assert_eq!(due(&at(Some("2025-11-20"), "2025-11-19")), october);
    assert_eq!(at(Some("2025-11-20"), "2025-11-19").state, WorkState::Overdue);
    assert_eq!(due(&at(Some("2025-11-20"), "2025-11-20")), march);
    assert_eq!(at(Some("2025-11-20"), "2025-11-20").words, "перенесено");
    assert_eq!(at(Some("2025-11-20"), "2025-11-20").by_plan, "октябрь");
    assert_eq!(at(Some("2025-11-20"), "2025-11-19").by_plan, "");
    // Without a day it counts from the end of the term that it replaces.
    assert_eq!(due(&at(None, "2025-10-30")), october);
    assert!(!at(None, "2025-10-30").moved);
    assert_eq!(due(&at(None, "2025-10-31")), march);
    // The transferred term is over too.
    assert_eq!(at(None, "2026-04-01").state, WorkState::Overdue);
}

#[test]
fn a_mark_counts_from_its_day_or_from_the_end_of_its_term() {
    let whole = Some(Term::WholeYear { words: None });
    let undated = row(whole.clone(), Vec::new(), Some(mark(MarkState::Done, None)), "2026-01-20");
    assert_eq!(undated.state, WorkState::Going);
    assert_eq!(undated.mark_from, Some(day("2026-05-31")));
    let later = row(whole.clone(), Vec::new(), Some(mark(MarkState::Done, None)), "2026-05-31");
    assert_eq!((later.state, later.mark_from), (WorkState::Done, None));
    let dated = row(whole, Vec::new(), Some(mark(MarkState::DoneInPart, Some("2026-01-20"))), "2026-01-20");
    assert_eq!(dated.words, "выполнено не в полном объёме");
    let late = Some(Term::Until { date: day("2025-11-01") });
    assert!(row(late, Vec::new(), Some(mark(MarkState::Done, Some("2025-11-02"))), "2026-01-20").late);
}

#[test]
fn a_term_says_its_months_and_days_in_its_year() {
    let of = |term: Term| row(Some(term), Vec::new(), None, "2026-01-20").term.unwrap();
    let span = of(Term::Span {
        from: Month { year: 2025, month: 11 },
        to: Month { year: 2026, month: 3 },
        words: None,
    });
    assert_eq!(plain(&span.days), "с 1 ноября 2025 г. по 31 марта 2026 г.");
    assert_eq!(span.months.len(), 5);
    assert_eq!(
        plain(&of(months(&[(2026, 2), (2025, 9)])).days),
        "с 1 сентября 2025 г. по 30 сентября 2025 г.; с 1 февраля 2026 г. по 28 февраля 2026 г."
    );
    let monthly = of(Term::Monthly { words: None });
    assert_eq!(plain(&monthly.days), "с 1 сентября 2025 г. по 31 мая 2026 г.");
    assert_eq!(monthly.months.last(), Some(&Month { year: 2026, month: 5 }));
    assert_eq!(plain(&of(Term::Until { date: day("2025-11-01") }).in_row), "до 1 ноября");
    assert_eq!(plain(&of(Term::Day { date: day("2024-11-01") }).in_row), "1 ноября 2024 г.");
    let days = of(Term::days(day("2025-10-27"), day("2025-12-03")));
    assert_eq!(days.months.len(), 3);
    assert_eq!(days.days, "");
    assert!(of(Term::Words { text: "по графику".into() }).months.is_empty());
}

#[rstest]
#[case::cancelled(MeetingStatus::Cancelled, "2026-01-20", "отменено")]
#[case::to_come(MeetingStatus::Planned, "2026-01-15", "предстоит")]
#[case::today(MeetingStatus::Planned, "2026-01-16", "предстоит")]
#[case::nobody_said(MeetingStatus::Planned, "2026-01-17", "нет отметки")]
#[case::held_in_future(MeetingStatus::Held, "2026-01-15", "предстоит")]
#[case::written(MeetingStatus::Held, "2026-01-20", "не подписан")]
fn a_meeting_says_how_it_stands(#[case] status: MeetingStatus, #[case] on: &str, #[case] words: &str) {
    let mut records = example();
    let changed = meeting(&mut records, 2);
    changed.status = status;
    changed.protocol.as_mut().unwrap().signed = None;
    let id = changed.id;
    assert_eq!(meeting_of(&records, id, on).words, words);
}

#[test]
fn a_protocol_is_signed_from_its_day() {
    let mut records = example();
    let id = meeting(&mut records, 2).id;
    assert_eq!(meeting_of(&records, id, "2026-01-22").state, MeetingState::Unsigned);
    assert_eq!(meeting_of(&records, id, "2026-01-23").state, MeetingState::Signed);
    let protocol = meeting(&mut records, 2).protocol.as_mut().unwrap();
    protocol.items.clear();
    protocol.signed = None;
    assert_eq!(meeting_of(&records, id, "2026-01-23").state, MeetingState::Held);
    let signed = Signature { date: day("2026-01-22"), paper: None };
    meeting(&mut records, 2).protocol.as_mut().unwrap().signed = Some(signed);
    assert_eq!(meeting_of(&records, id, "2026-01-23").state, MeetingState::Signed);
}

#[test]
fn who_came_late_or_left_early_has_no_vote_on_what_was_missed() {
    let mut records = example();
    let changed = meeting(&mut records, 1);
    let (id, all) = (changed.id, changed.listed().filter(|member| member.presence.is_present()).count());
    let questions: Vec<_> =
        changed.protocol.as_ref().unwrap().items.iter().map(|question| question.id).collect();
    let late = Presence::Present { came_after: Some(questions[0]), left_before: None };
    let early = Presence::Present { came_after: None, left_before: Some(questions[1]) };
    let there: Vec<usize> = changed
        .attendance
        .iter()
        .enumerate()
        .filter(|(_, one)| one.presence.is_present())
        .map(|(at, _)| at)
        .collect();
    changed.attendance[there[0]].presence = late;
    changed.attendance[there[1]].presence = early;
    let (came, left) = (changed.attendance[there[0]].person, changed.attendance[there[1]].person);
    let derived = meeting_of(&records, id, "2025-10-01");
    assert_eq!(derived.questions[0].voters, all - 1);
    assert_eq!(derived.questions[0].missed, [came]);
    assert_eq!(derived.questions[1].voters, all - 1);
    assert_eq!(derived.questions[1].missed, [left]);
    assert_eq!(derived.questions[2].missed, [left]);
    assert!(derived.left_before_coming.is_empty());

    let backwards = Presence::Present { came_after: Some(questions[1]), left_before: Some(questions[1]) };
    meeting(&mut records, 1).attendance[there[0]].presence = backwards;
    assert_eq!(meeting_of(&records, id, "2025-10-01").left_before_coming, [came]);
}

#[test]
fn votes_that_do_not_add_up_are_said_even_where_nobody_was_present() {
    let mut records = example();
    let id = meeting(&mut records, 1).id;
    let voters = meeting_of(&records, id, "2025-10-01").questions[0].voters;
    let counted = Vote::Counted { r#for: 7, against: 0, abstained: 1 };
    meeting(&mut records, 1).protocol.as_mut().unwrap().items[0].vote = Some(counted);
    let fault =
        |records: &CommunityRecords| meeting_of(records, id, "2025-10-01").questions[0].vote_fault.clone();
    assert_eq!(voters, 9);
    assert_eq!(fault(&records).unwrap(), "Голосов 8, а голосовать могли 9: не хватает 1.");
    for one in &mut meeting(&mut records, 1).attendance {
        one.presence = Presence::Absent(Absence::default());
    }
    assert_eq!(fault(&records).unwrap(), "Голосов 8, а голосовать могли 0: на 8 больше.");
    // Where attendance is not kept at all, nothing can be compared.
    meeting(&mut records, 1).attendance.clear();
    assert_eq!(fault(&records), None);
}

#[test]
fn a_decision_has_its_number_and_its_state() {
    let mut records = example();
    let changed = meeting(&mut records, 3);
    let id = changed.id;
    let derived = meeting_of(&records, id, "2026-08-20");
    let open: Vec<_> = derived.decisions.iter().filter(|decision| decision.open).collect();
    assert_eq!(open.len(), 1);
    assert!(plain(&open[0].place).starts_with("протокол № 3 от 22.05.2026, п. "));
    assert!(open[0].place.ends_with(&open[0].number));
    assert_eq!((open[0].state, open[0].overdue), (WorkState::Going, false));
    let later = meeting_of(&records, id, "2026-09-01");
    assert!(later.decisions.iter().any(|decision| decision.overdue && decision.state == WorkState::Overdue));
    // What has not been decided yet is owed by nobody.
    assert!(meeting_of(&records, id, "2026-05-21").decisions.iter().all(|decision| !decision.open));
    assert!(!later.number_taken);
    meeting(&mut records, 3).protocol.as_mut().unwrap().number = Some(2);
    assert!(meeting_of(&records, id, "2026-05-21").number_taken);
}

#[test]
fn unfinished_assignments_are_read_out_at_the_next_meeting() {
    let mut records = example();
    let second = meeting(&mut records, 2);
    for decision in second.protocol.as_mut().unwrap().items.iter_mut().flat_map(|item| &mut item.decisions) {
        decision.mark = None;
    }
    let third = meeting(&mut records, 3);
    third.protocol.as_mut().unwrap().signed = None;
    let id = third.id;
    let derived = meeting_of(&records, id, "2026-05-22");
    assert_eq!(derived.unfinished, 2);
    let words = plain(&derived.unfinished_words);
    assert!(words.starts_with(
        "о ходе выполнения решений прошлых заседаний. Не отмечены как выполненные:\nпротокол № 2 от 16 января 2026 г., п. "
    ), "{words}");
    assert!(words.contains("срок — до 1 марта 2026 г.)"), "{words}");
    assert!(words.contains("ответственный — ") || words.contains("ответственные — "), "{words}");
    assert!(words.ends_with('.') && words.lines().count() == 3, "{words}");
    assert_eq!(derived.before, Some(meeting(&mut records, 2).id));
}

#[test]
fn a_meeting_seems_to_be_the_one_that_the_plan_has_in_its_month() {
    let mut records = example();
    let second = meeting(&mut records, 2);
    let (id, row) = (second.id, second.planned.take());
    assert!(row.is_some());
    assert_eq!(meeting_of(&records, id, "2026-01-20").seems_to_be, row);
    // Days name their month too.
    let plan = records.plans.values_mut().next().unwrap();
    let january = plan.meetings.iter_mut().find(|foreseen| Some(foreseen.id) == row).unwrap();
    january.term = Some(Term::days(day("2026-01-12"), day("2026-01-13")));
    assert_eq!(meeting_of(&records, id, "2026-01-20").seems_to_be, row);
    let plan = records.plans.values_mut().next().unwrap();
    let january = plan.meetings.iter_mut().find(|foreseen| Some(foreseen.id) == row).unwrap();
    january.term = Some(Term::WholeYear { words: None });
    assert_eq!(meeting_of(&records, id, "2026-01-20").seems_to_be, None);
}

#[rstest]
#[case(Term::Day { date: day("2026-01-20") }, true)]
#[case(Term::Until { date: day("2026-02-01") }, false)]
#[case(months(&[(2025, 10), (2026, 1)]), true)]
#[case(Term::Span { from: Month { year: 2025, month: 11 }, to: Month { year: 2026, month: 3 }, words: None }, true)]
#[case(Term::Span { from: Month { year: 2026, month: 2 }, to: Month { year: 2026, month: 3 }, words: None }, false)]
#[case(Term::days(day("2025-12-30"), day("2026-01-02")), true)]
#[case(Term::WholeYear { words: None }, false)]
fn the_month_of_a_meeting_is_looked_for_in_the_term(#[case] term: Term, #[case] fits: bool) {
    let records = example();
    let row = records.plans.values().next().unwrap().meetings[0].clone();
    let row = pps_domain::records::PlannedMeeting { term: Some(term), ..row };
    assert_eq!(row.is_of_month(day("2026-01-16"), YEAR), fits);
}

#[test]
fn a_planned_meeting_that_another_answers_is_not_offered() {
    let mut records = example();
    let second = meeting(&mut records, 2);
    let (id, row) = (second.id, second.planned.take());
    let third = meeting(&mut records, 3);
    third.planned = row;
    assert_eq!(meeting_of(&records, id, "2026-01-20").seems_to_be, None);
    // One that will not be held answers nothing, and is offered nothing.
    meeting(&mut records, 3).status = MeetingStatus::Cancelled;
    assert_eq!(meeting_of(&records, id, "2026-01-20").seems_to_be, row);
    meeting(&mut records, 2).status = MeetingStatus::Cancelled;
    assert_eq!(meeting_of(&records, id, "2026-01-20").seems_to_be, None);
}

fn steps(derived: &DerivedPlan) -> Vec<(PlanStep, PlanStepState)> {
    derived.steps.iter().map(|step| (step.step, step.state)).collect()
}

fn handed(date: &str, papers: &[SubmittedPaper], returned: Option<&str>) -> Submission {
    Submission {
        id: Uuid::from_u128(u128::from(date.bytes().map(u64::from).sum::<u64>())).into(),
        community: example().community.id,
        school_year: YEAR,
        date: day(date),
        incoming: "№ 14".into(),
        papers: papers.iter().copied().collect(),
        note: String::new(),
        texts: BTreeMap::new(),
        returned: returned.map(|remarks| Return { date: None, remarks: remarks.to_owned() }),
        reopened: false,
    }
}

#[test]
fn the_last_days_of_a_plan_are_those_of_the_settings() {
    let mut records = example();
    records.submissions.clear();
    records.community.settings.plan_approved_by = DayOfYear { month: 9, day: 20 };
    records.community.settings.report_handed_over_by = DayOfYear { month: 8, day: 25 };
    let plan = records.plans.values_mut().next().unwrap();
    (plan.adopted, plan.approved) = (None, None);
    let derived = plan_of(&records, "2025-09-02");
    assert_eq!(plain(&derived.steps.last().unwrap().said), "до 20 сентября, п. 4.7");
    assert_eq!(derived.next.unwrap().step, PlanStep::Adopted);
    records.plans.values_mut().next().unwrap().preliminary = true;
    assert_eq!(plain(&plan_of(&records, "2025-06-01").steps[1].said), "не позднее 25 августа");
    assert_eq!(year(&records, "2025-09-02").plan_approved_by, day("2025-09-20"));
    assert_eq!(year(&records, "2025-09-02").report_handed_over_by, day("2026-08-25"));
}

#[test]
fn adoption_may_be_skipped_and_what_is_next_follows_what_is_done() {
    let mut records = example();
    let plan = records.plans.values_mut().next().unwrap();
    (plan.adopted, plan.approved) = (None, None);
    let derived = plan_of(&records, "2025-09-10");
    assert_eq!(derived.steps[1].state, PlanStepState::Skipped);
    assert_eq!(derived.reached, PlanStep::Handed);
    assert_eq!(plain(&derived.steps[2].said), "8 сентября, № 14");
    assert_eq!(derived.next.unwrap().step, PlanStep::Approved);
    // What is dated later has not happened yet.
    assert_eq!(plan_of(&records, "2025-09-07").reached, PlanStep::Draft);
    let whole = plan_of(&example(), "2025-09-12");
    assert!(whole.approved && whole.next.is_none());
    assert!(!plan_of(&example(), "2025-09-11").approved);
}

#[test]
fn a_plan_that_came_back_is_given_again_and_both_times_stay() {
    let mut records = example();
    records.submissions.clear();
    records.plans.values_mut().next().unwrap().approved = None;
    let first = handed("2025-09-08", &[SubmittedPaper::Plan], Some("уточнить сроки"));
    records.insert(first.into());
    let derived = plan_of(&records, "2025-09-09");
    assert_eq!(derived.remarks.as_deref(), Some("уточнить сроки"));
    assert_eq!(derived.next.as_ref().unwrap().step, PlanStep::Returned);
    assert!(steps(&derived).contains(&(PlanStep::Returned, PlanStepState::Back)));
    assert_eq!(derived.reached, PlanStep::Returned);
    records.insert(handed("2025-09-11", &[SubmittedPaper::Plan], None).into());
    let again = plan_of(&records, "2025-09-11");
    assert_eq!((again.next.unwrap().step, again.handed_over.len()), (PlanStep::Approved, 2));
    assert_eq!(again.remarks, None);
}

#[test]
fn a_preliminary_plan_goes_with_the_report_of_the_year_before() {
    let mut records = example();
    let plan = records.plans.values_mut().next().unwrap();
    plan.school_year = YEAR.next();
    plan.preliminary = true;
    let both = [SubmittedPaper::Report, SubmittedPaper::PreliminaryPlan];
    records.insert(handed("2026-08-20", &both, None).into());
    assert_eq!(
        steps(&plan_of(&records, "2026-08-20"))[..3],
        [
            (PlanStep::Preliminary, PlanStepState::Done),
            (PlanStep::Handed, PlanStepState::Done),
            (PlanStep::Draft, PlanStepState::Ahead)
        ]
    );
}

#[rstest]
#[case::before_the_last_month("2026-04-30", None, false)]
#[case::in_the_last_month("2026-05-01", None, true)]
#[case::a_district_that_ends_in_june("2026-05-31", Some((6, 15)), false)]
#[case::its_last_month("2026-06-01", Some((6, 15)), true)]
fn a_report_is_likely_from_the_last_month_of_the_second_half_year(
    #[case] on: &str,
    #[case] ends: Option<(u32, u32)>,
    #[case] likely: bool,
) {
    let mut records = example();
    if let Some((month, day)) = ends {
        records.community.settings.second_half_ends = DayOfYear { month, day };
    }
    let papers = year(&records, on).likely_papers;
    assert_eq!(papers.contains(&SubmittedPaper::Report), likely);
    // Approved and taken already.
    assert!(!papers.contains(&SubmittedPaper::Plan));
}

#[test]
fn a_report_that_came_back_or_is_drawn_up_anew_goes_once_more() {
    let mut records = example();
    let report = [SubmittedPaper::Report];
    records.insert(handed("2026-06-01", &report, None).into());
    let likely = |records: &CommunityRecords| year(records, "2026-06-02").likely_papers;
    assert!(!likely(&records).contains(&SubmittedPaper::Report));
    records.insert(handed("2026-06-01", &report, Some("доработать")).into());
    assert!(likely(&records).contains(&SubmittedPaper::Report));
    records.insert(Submission { reopened: true, ..handed("2026-06-01", &report, None) }.into());
    assert!(likely(&records).contains(&SubmittedPaper::Report));
}

#[test]
fn years_are_those_around_today_and_those_with_records() {
    let mut records = example();
    let years = |records: &CommunityRecords, on: &str| -> Vec<i32> {
        community(records, on).years.iter().map(|year| year.school_year.0).collect()
    };
    assert_eq!(years(&records, "2025-10-01"), [2026, 2025, 2024]);
    assert_eq!(years(&records, "2030-10-01"), [2031, 2030, 2029, 2025]);
    assert_eq!(year(&records, "2025-10-01").next_number, 4);
    meeting(&mut records, 3).school_year = YEAR.previous();
    assert_eq!(year(&records, "2025-10-01").next_number, 3);
    let plan: PlanId = *records.plans.keys().next().unwrap();
    assert_eq!(year(&records, "2025-10-01").plan, Some(plan));
}

#[test]
fn the_roster_goes_by_place_surname_and_identifier() {
    let mut records = example();
    let surnames = ["Жукова", "Ёлкина", "Егоров", "Ёлкина"];
    let people: Vec<PersonId> = records
        .memberships
        .values()
        .filter(|membership| membership.to.is_none() && membership.roles.is_empty() && membership.place < 10)
        .map(|membership| membership.person)
        .take(surnames.len())
        .collect();
    for (person, surname) in people.iter().zip(surnames) {
        let facts = &mut records.people.get_mut(person).unwrap().facts[0];
        facts.name = pps_domain::russian::FullName { surname: surname.into(), ..Default::default() };
    }
    for membership in records.memberships.values_mut() {
        membership.place = i32::from(!people.contains(&membership.person));
    }
    let ids: Vec<PersonId> = records.roster(day("2026-01-20")).iter().map(|member| member.person).collect();
    assert_eq!(ids[..4], [people[2], people[1], people[3], people[0]]);
    // The page numbers the same order.
    let derived = derive(&records, day("2026-01-20"));
    let numbers: BTreeMap<usize, PersonId> = records
        .memberships
        .values()
        .filter_map(|membership| match &derived[&membership.id.0] {
            Derived::Membership(derived) => derived.number.map(|number| (number, membership.person)),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(numbers.into_values().collect::<Vec<_>>(), ids);
    assert_eq!(meeting_of(&records, meeting(&mut records.clone(), 2).id, "2026-05-01").roster, {
        records.roster(day("2026-01-16")).iter().map(|member| member.person).collect::<Vec<_>>()
    });
}

#[test]
fn a_person_is_called_by_the_name_of_the_day() {
    let records = example();
    let derived = derive(&records, day("2026-01-20"));
    let leader = community(&records, "2026-01-20").leader.unwrap();
    let Derived::Person(person) = &derived[&leader.0] else { panic!("a person") };
    assert_eq!(person.name, records.surname_first(leader, day("2026-01-20")));
    assert!(person.member && person.role == Some(Role::Leader));
    let mut records = records;
    records.people.get_mut(&leader).unwrap().anonymised = true;
    let derived = derive(&records, day("2026-01-20"));
    let Derived::Person(person) = &derived[&leader.0] else { panic!("a person") };
    assert_eq!(person.name, "участник");
    let left = records.memberships.values().find(|membership| membership.to.is_some()).unwrap();
    let of = |on: &str| match &derive(&records, day(on))[&left.id.0] {
        Derived::Membership(derived) => (derived.state, derived.number.is_some()),
        other => panic!("{other:?}"),
    };
    assert_eq!(of("2025-12-31"), (MembershipState::Now, true));
    assert_eq!(of("2026-01-01"), (MembershipState::Left, false));
    assert_eq!(of("2025-08-28"), (MembershipState::Later, false));
}
