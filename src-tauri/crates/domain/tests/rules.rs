//! The rules on the example year and on small changes of it: each finding appears on its day and not before.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use pps_domain::calendar::{HalfYear, SchoolYear};
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::{Figures, Share};
use pps_domain::records::{
    Absence, Meeting, MeetingStatus, Order, OrderKind, Presence, Record, Return, Signature, Speaker, Speech,
    Submission, SubmittedPaper, Vote,
};
use pps_domain::rules::{Finding, FindingAct, Severity, findings, half_year_meetings};
use pps_domain::{assignments, calendar};
use rstest::rstest;

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

fn of_clause(found: &[Finding], clause: &str) -> Vec<(Severity, String)> {
    let of = found.iter().filter(|finding| finding.clause == Some(clause));
    of.map(|finding| (finding.severity, finding.message.clone())).collect()
}

fn severities(records: &CommunityRecords, clause: &str, on: &str) -> Vec<Severity> {
    of_clause(&findings(records, day(on)), clause).into_iter().map(|(severity, _)| severity).collect()
}

fn meeting(records: &mut CommunityRecords, number: u32) -> &mut Meeting {
    records.meetings.values_mut().find(|meeting| meeting.number() == Some(number)).unwrap()
}

use Severity::{Error, Info, Warning};

#[rstest]
#[case("2025-08-31", &[])]
#[case("2025-09-02", &[Info])]
#[case("2025-09-11", &[Info])]
#[case("2025-09-12", &[])]
#[case("2025-09-16", &[])]
fn the_plan_is_approved_in_time(#[case] on: &str, #[case] expected: &[Severity]) {
    assert_eq!(severities(&example(), "4.7", on), expected);
}

#[rstest]
#[case("2025-09-15", &[Info])]
#[case("2025-09-16", &[Error])]
#[case("2026-09-01", &[Error, Info])]
fn a_plan_that_is_not_approved_is_an_error_after_15_september(
    #[case] on: &str,
    #[case] expected: &[Severity],
) {
    let mut records = example();
    records.plans.values_mut().for_each(|plan| plan.approved = None);
    assert_eq!(severities(&records, "4.7", on), expected);
}

#[rstest]
#[case("2025-11-30", &[])]
#[case("2025-12-01", &[Info])]
#[case("2025-12-31", &[Info])]
#[case("2026-01-01", &[Error])]
#[case("2026-05-01", &[Error, Info])]
#[case("2026-06-01", &[Error, Error])]
fn each_half_year_wants_a_meeting(#[case] on: &str, #[case] expected: &[Severity]) {
    let mut records = example();
    records.meetings.clear();
    assert_eq!(severities(&records, "4.5", on), expected);
}

#[test]
fn the_halves_of_the_example_have_their_meetings() {
    let records = example();
    let held = |on: &str| half_year_meetings(&records, YEAR, day(on)).map(|half| half.meeting.is_some());
    assert_eq!(held("2026-01-10"), [true, false]);
    assert_eq!(held("2026-06-01"), [true, true]);
    assert_eq!(severities(&records, "4.5", "2026-01-10"), []);
    assert_eq!(half_year_meetings(&records, YEAR, day("2026-01-10"))[1].half, HalfYear::Second);
}

#[test]
fn a_planned_meeting_does_not_count() {
    let mut records = example();
    meeting(&mut records, 1).status = MeetingStatus::Planned;
    assert_eq!(severities(&records, "4.5", "2026-01-01"), [Error]);
}

#[test]
fn an_august_meeting_belongs_to_the_year_it_was_assigned_to() {
    let mut records = example();
    meeting(&mut records, 1).date = day("2025-08-28");
    assert_eq!(severities(&records, "4.5", "2026-01-01"), []);
    assert!(
        !findings(&records, day("2025-09-01")).iter().any(|finding| finding.message.contains("не входит"))
    );
}

#[test]
fn a_meeting_without_protocol_questions_or_decisions_is_an_error_from_the_next_day() {
    for spoil in [
        |meeting: &mut Meeting| meeting.protocol = None,
        |meeting: &mut Meeting| meeting.protocol.iter_mut().for_each(|protocol| protocol.items.clear()),
        |meeting: &mut Meeting| {
            let items = meeting.protocol.iter_mut().flat_map(|protocol| &mut protocol.items);
            items.for_each(|item| item.decisions.clear());
        },
    ] {
        let mut records = example();
        spoil(meeting(&mut records, 2));
        assert_eq!(severities(&records, "4.6", "2026-01-16"), []);
        assert_eq!(severities(&records, "4.6", "2026-01-17"), [Error]);
    }
    assert_eq!(severities(&example(), "4.6", "2026-06-01"), []);
}

#[rstest]
#[case("2026-01-20", 0)]
#[case("2026-01-23", 0)]
#[case("2026-01-24", 1)]
fn a_protocol_is_signed_within_five_working_days(#[case] on: &str, #[case] count: usize) {
    let mut records = example();
    meeting(&mut records, 2).protocol.as_mut().unwrap().signed =
        Some(Signature { date: day("2026-02-10"), paper: None });
    let found = findings(&records, day(on));
    assert_eq!(
        found.iter().filter(|finding| finding.message.starts_with("Не подписан протокол №")).count(),
        count
    );
}

#[test]
fn roster_changes_without_an_order_are_named_from_their_day() {
    let records = example();
    let on = |date: &str| {
        let found = of_clause(&findings(&records, day(date)), "1.4");
        found
            .into_iter()
            .map(|(_, message)| message.split('\u{a0}').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(on("2025-12-30").is_empty());
    assert_eq!(on("2025-12-31"), ["Абрамова"]);
    assert_eq!(on("2026-01-11"), ["Абрамова"]);
    assert_eq!(on("2026-01-12"), ["Абрамова", "Жарова"]);
}

/// An order of the year, of its own.
fn order(records: &CommunityRecords, kind: OrderKind, date: &str, school_year: Option<SchoolYear>) -> Order {
    Order {
        id: uuid::Uuid::from_u128(77).into(),
        community: records.community.id,
        kind,
        number: "39/1".into(),
        date: day(date),
        issued_by: String::new(),
        school_year,
        note: String::new(),
    }
}

/// The roster of the example, joined on 1 September by no order that anybody named.
fn without_orders() -> CommunityRecords {
    let mut records = example();
    records.orders.clear();
    records.memberships.retain(|_, one| one.from < day("2026-01-01"));
    records.memberships.values_mut().for_each(|membership| {
        (membership.from, membership.to, membership.joined_by) = (day("2025-09-01"), None, None);
    });
    records
}

#[test]
fn members_without_an_order_are_one_finding_that_names_them_all() {
    let records = without_orders();
    let found = findings(&records, day("2025-11-30"));
    let of_roster: Vec<&Finding> = found.iter().filter(|finding| finding.act.is_some()).collect();
    let [one] = of_roster.as_slice() else { panic!("{of_roster:?}") };
    assert_eq!(one.act, Some(FindingAct::OrderOfJoining));
    assert_eq!(one.of.len(), 10);
    let message = one.message.replace('\u{a0}', " ");
    assert!(message.starts_with("Приказа о включении нет у десяти участников: "), "{message}");
    assert!(message.contains("Гришин А. П.") && message.contains("Ларина С. Ю."), "{message}");
    // Each of them may still be given an order of its own, and the sentence about one alone stays as it was.
    let mut records = records;
    let given = order(&records, OrderKind::ChangeRoster, "2025-09-20", None);
    let all: Vec<_> = records.memberships.keys().copied().collect();
    all.iter().skip(1).for_each(|id| records.memberships.get_mut(id).unwrap().joined_by = Some(given.id));
    records.insert(given.into());
    let found = findings(&records, day("2025-11-30"));
    let left: Vec<_> =
        found.iter().filter(|finding| finding.act.is_some()).map(|finding| &finding.message).collect();
    assert_eq!(left.len(), 1);
    assert!(left[0].contains("— в составе с"), "{left:?}");
}

#[rstest]
// The order that creates the community or approves its list names whoever is a member when it comes.
#[case(OrderKind::Create, "2025-09-01", None, true)]
#[case(OrderKind::Create, "2025-09-10", None, true)]
#[case(OrderKind::Create, "2025-11-20", None, true)]
#[case(OrderKind::ApproveList, "2025-11-20", None, true)]
#[case(OrderKind::Reorganise, "2025-11-20", None, true)]
// Who joins soon after it stands on it too.
#[case(OrderKind::ApproveList, "2025-08-25", None, true)]
#[case(OrderKind::ApproveList, "2025-08-01", None, true)]
#[case(OrderKind::ApproveList, "2025-07-31", None, false)]
#[case(OrderKind::Create, "2020-03-23", None, false)]
// A list for the year stands from its first day.
#[case(OrderKind::ApproveList, "2025-08-05", Some(YEAR), true)]
// One that is not issued yet says nothing.
#[case(OrderKind::ApproveList, "2025-12-01", None, false)]
// An order on the roster that names nobody speaks of those who joined near its date.
#[case(OrderKind::ChangeRoster, "2025-09-01", None, true)]
#[case(OrderKind::ChangeRoster, "2025-10-02", None, true)]
#[case(OrderKind::ChangeRoster, "2025-10-03", None, false)]
#[case(OrderKind::ChangeRoster, "2025-08-01", None, true)]
#[case(OrderKind::ChangeRoster, "2025-07-31", None, false)]
#[case(OrderKind::Liquidate, "2025-09-01", None, false)]
fn an_order_of_the_whole_roster_covers_who_is_in_it(
    #[case] kind: OrderKind,
    #[case] date: &str,
    #[case] school_year: Option<SchoolYear>,
    #[case] covered: bool,
) {
    let mut records = without_orders();
    let given = order(&records, kind, date, school_year);
    records.insert(given.into());
    // A liquidated community is not asked about what came later.
    let on = if kind == OrderKind::Liquidate { "2025-09-01" } else { "2025-11-30" };
    let found = findings(&records, day(on));
    let named = found.iter().filter(|finding| finding.act == Some(FindingAct::OrderOfJoining)).count();
    assert_eq!(named, usize::from(!covered), "{found:?}");
}

#[test]
fn an_order_that_names_somebody_covers_nobody_else() {
    let mut records = without_orders();
    let given = order(&records, OrderKind::ChangeRoster, "2025-09-01", None);
    records.memberships.values_mut().next().unwrap().joined_by = Some(given.id);
    records.insert(given.into());
    let found = findings(&records, day("2025-11-30"));
    let one = found.iter().find(|finding| finding.act == Some(FindingAct::OrderOfJoining)).unwrap();
    assert_eq!(one.of.len(), 9);
}

#[rstest]
#[case("2025-10-10", true)]
#[case("2025-10-11", false)]
#[case("2025-11-15", false)]
fn who_left_before_a_list_is_not_on_it(#[case] left: &str, #[case] covered: bool) {
    let mut records = without_orders();
    let list = order(&records, OrderKind::ApproveList, "2025-10-11", None);
    records.insert(list.into());
    records.memberships.values_mut().next().unwrap().to = Some(day(left));
    let found = findings(&records, day("2025-11-30"));
    let named = found.iter().filter(|finding| finding.act == Some(FindingAct::OrderOfLeaving)).count();
    assert_eq!(named, usize::from(!covered));
}

/// Begun on 1 December; then an order of 1 September, the plan of the year and its first protocols were entered.
#[test]
fn who_begins_in_the_middle_of_a_year_is_not_asked_about_its_past() {
    let mut records = example();
    records.community.kept_since = Some(day("2025-12-01"));
    records.plans.values_mut().for_each(|plan| plan.approved = None);
    records.memberships.values_mut().for_each(|membership| membership.joined_by = None);
    records.orders.values_mut().for_each(|order| {
        if order.kind != OrderKind::Create {
            order.date = day("2025-09-01");
        }
    });
    meeting(&mut records, 1).protocol.as_mut().unwrap().signed = None;
    meeting(&mut records, 1).protocol.as_mut().unwrap().number = Some(4);
    records.activities.values_mut().for_each(|row| row.mark = None);
    let found = findings(&records, day("2025-12-01"));
    let loud: Vec<_> = found.iter().filter(|finding| finding.severity != Info).collect();
    assert!(loud.is_empty(), "{loud:?}");
    // What comes from then on is asked about as of anybody.
    records.meetings.clear();
    assert_eq!(severities(&records, "4.5", "2026-01-01"), [Error]);
    assert!(
        findings(&records, day("2026-06-01"))
            .iter()
            .any(|finding| finding.message.starts_with("Срок прошёл"))
    );
}

#[test]
fn rows_without_a_mark_are_one_finding() {
    let mut records = example();
    records.activities.values_mut().for_each(|row| row.mark = None);
    let found = findings(&records, day("2026-06-01"));
    let late: Vec<_> = found.iter().filter(|finding| finding.message.starts_with("Срок прошёл")).collect();
    let [one] = late.as_slice() else { panic!("{late:?}") };
    assert!(one.message.contains("мероприятий: «"), "{}", one.message);
    assert!(one.message.contains(" и ещё "), "{}", one.message);
}

#[test]
fn protocols_that_wait_for_signatures_are_one_finding() {
    let mut records = example();
    records
        .meetings
        .values_mut()
        .filter_map(|meeting| meeting.protocol.as_mut())
        .for_each(|meeting| meeting.signed = None);
    let found = findings(&records, day("2026-06-20"));
    let waiting: Vec<_> = found.iter().filter(|finding| finding.message.starts_with("Не подписан")).collect();
    let [one] = waiting.as_slice() else { panic!("{waiting:?}") };
    assert!(
        one.message.replace('\u{a0}', " ").starts_with("Не подписаны протоколы: № 1 от "),
        "{}",
        one.message
    );
}

#[rstest]
#[case("2026-07-31", &[])]
#[case("2026-08-20", &[Info, Info])]
#[case("2026-08-31", &[Info, Info])]
#[case("2026-09-02", &[Error, Error])]
fn report_and_preliminary_plan_are_due_by_31_august(#[case] on: &str, #[case] expected: &[Severity]) {
    assert_eq!(severities(&example(), "4.8", on), expected);
}

#[test]
fn only_handing_over_quiets_clause_4_8() {
    let mut records = example();
    let submission = records.submissions.values_mut().next().unwrap();
    submission.date = day("2026-08-25");
    submission.papers = [SubmittedPaper::Report].into();
    assert_eq!(severities(&records, "4.8", "2026-09-02"), [Error]);
    assert!(
        of_clause(&findings(&records, day("2026-09-02")), "4.8")[0].1.starts_with("Предварительный план")
    );
}

#[test]
fn the_leader_needs_a_post_or_a_category_and_three_years() {
    let mut records = example();
    assert_eq!(severities(&records, "4.2", "2025-10-01"), []);
    let leader = records.holder(pps_domain::records::Role::Leader, day("2025-10-01")).unwrap();
    let facts = &mut records.people.get_mut(&leader).unwrap().facts[0];
    facts.in_specialty_since = Some(2023);
    assert_eq!(severities(&records, "4.2", "2025-10-01"), [Warning]);
    records.people.get_mut(&leader).unwrap().facts[0].heads_methodical_body = true;
    assert_eq!(severities(&records, "4.2", "2025-10-01"), []);
    records.memberships.values_mut().for_each(|membership| membership.roles.clear());
    assert_eq!(severities(&records, "4.1", "2025-10-01"), [Warning]);
}

#[test]
fn votes_are_compared_with_those_who_may_vote() {
    let mut records = example();
    let wrong = |records: &CommunityRecords| {
        let found = findings(records, day("2025-10-01"));
        found
            .into_iter()
            .filter(|finding| finding.message.contains("голосов "))
            .map(|finding| finding.message)
            .collect::<Vec<_>>()
    };
    assert!(wrong(&records).is_empty());
    let protocol = meeting(&mut records, 1).protocol.as_mut().unwrap();
    protocol.items[1].vote = Some(Vote::Counted { r#for: 7, against: 0, abstained: 1 });
    assert_eq!(wrong(&records).len(), 1);
    assert!(
        wrong(&records)[0].contains("вопрос 2: голосов 8, а голосовать могли 9"),
        "{:?}",
        wrong(&records)
    );
    let second = meeting(&mut records, 1).protocol.as_ref().unwrap().items[1].id;
    let left = Presence::Present { came_after: None, left_before: Some(second) };
    meeting(&mut records, 1).attendance[1].presence = left;
    assert!(wrong(&records).is_empty());
}

#[test]
fn whoever_chaired_or_spoke_was_there() {
    let mut records = example();
    let found = |records: &CommunityRecords| -> Vec<String> {
        let found = findings(records, day("2025-10-01")).into_iter().map(|finding| finding.message);
        let found = found.map(|message| message.replace('\u{a0}', " "));
        found.filter(|message| message.contains("в списке отсутствующих")).collect()
    };
    assert_eq!(found(&records), Vec::<String>::new());
    let chair = meeting(&mut records, 1).chair.unwrap();
    let presence = |records: &mut CommunityRecords, person, presence: Presence| {
        let all = &mut meeting(records, 1).attendance;
        all.iter_mut().find(|member| member.person == person).unwrap().presence = presence;
    };
    presence(&mut records, chair, Presence::Absent(Absence::default()));
    let said = found(&records);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("председатель Соколова М. В., докладчик вопроса 1 Соколова М. В."), "{said:?}");
    // A report that was sent as a text is heard without its author.
    for item in &mut meeting(&mut records, 1).protocol.as_mut().unwrap().items {
        item.heard = "доклад прилагается".to_owned();
    }
    let said = found(&records);
    assert!(said[0].ends_with("в списке отсутствующих председатель Соколова М. В."), "{said:?}");
    // Whoever came for a part was there.
    let first = meeting(&mut records, 1).protocol.as_ref().unwrap().items[0].id;
    presence(&mut records, chair, Presence::Present { came_after: Some(first), left_before: None });
    assert_eq!(found(&records), Vec::<String>::new());
    // Somebody who spoke, and the secretary.
    let second = meeting(&mut records, 1).attendance[1].person;
    let protocol = meeting(&mut records, 1).protocol.as_mut().unwrap();
    protocol.items[0].spoke.clear();
    protocol.items[0].spoke.push(Speech { speaker: Speaker::Person(second), text: String::new() });
    meeting(&mut records, 1).secretary = Some(second);
    presence(&mut records, second, Presence::Absent(Absence::default()));
    let said = found(&records);
    assert!(said[0].contains("секретарь ") && said[0].contains("в выступлениях по вопросу 1 "), "{said:?}");
}

#[test]
fn attendance_by_number_counts_and_votes() {
    let mut records = example();
    let held = meeting(&mut records, 1);
    held.attendance.clear();
    (held.present_count, held.members_count) = (Some(8), Some(10));
    assert_eq!(held.voters(0), 8);
    held.protocol.as_mut().unwrap().items[1].vote =
        Some(Vote::Counted { r#for: 9, against: 0, abstained: 0 });
    let fault = held.vote_fault(1).unwrap();
    assert_eq!((fault.given, fault.voters), (9, 8));
    let held = held.clone();
    assert_eq!(records.turnout(&held), (8, 10));
    // Without a number of members they are those of the day.
    let alone = Meeting { members_count: None, ..held.clone() };
    assert_eq!(records.turnout(&alone), (8, records.roster(held.date).len()));
    let unknown = Meeting { present_count: None, ..held };
    assert_eq!(records.turnout(&unknown), (0, 0));
}

#[test]
fn gaps_and_doubles_in_numbers_are_named() {
    let mut records = example();
    meeting(&mut records, 3).protocol.as_mut().unwrap().number = Some(4);
    let messages: Vec<_> =
        findings(&records, day("2026-06-10")).into_iter().map(|finding| finding.message).collect();
    assert!(messages.iter().any(|message| message.contains("нет протокола №\u{a0}3")), "{messages:?}");
    meeting(&mut records, 4).protocol.as_mut().unwrap().number = Some(2);
    let messages: Vec<_> =
        findings(&records, day("2026-06-10")).into_iter().map(|finding| finding.message).collect();
    assert!(messages.iter().any(|message| message.contains("номер 2 стоит у нескольких")), "{messages:?}");
}

#[test]
fn nothing_is_found_before_the_first_record() {
    let records = example();
    assert!(findings(&records, day("2024-12-31")).is_empty());
    let found = findings(&records, day("2025-09-16"));
    assert!(!found.iter().any(|finding| finding.message.contains("2024/2025")), "{found:?}");
}

#[test]
fn open_assignments_and_recommendations() {
    let records = example();
    let open: Vec<_> =
        assignments::open(&records, day("2026-01-20")).iter().map(|one| one.number()).collect();
    assert_eq!(open, ["1.2", "2.1"]);
    let recommended: Vec<_> = assignments::recommendations(&records, day("2026-01-20"))
        .iter()
        .map(|recommendation| recommendation.number())
        .collect();
    assert_eq!(recommended, ["1.3"]);
}

#[test]
fn an_assignment_past_its_term_is_named() {
    let records = example();
    let overdue = |on: &str| {
        let found = findings(&records, day(on));
        found.iter().filter(|finding| finding.message.contains("поручение 1.2 просрочено")).count()
    };
    assert_eq!((overdue("2026-08-31"), overdue("2026-09-02")), (0, 1));
}

#[test]
fn courses_are_judged_by_the_year_alone() {
    let found = findings(&example(), day("2026-09-01"));
    let message = |begins: &str| {
        found.iter().find(|finding| finding.message.starts_with(begins)).unwrap().message.clone()
    };
    let old = message("С последних курсов").replace('\u{a0}', " ");
    assert_eq!(
        old,
        "С последних курсов прошло больше трёх лет: Гришин А. П. (2022 г.), Ларина С. Ю. (2021 г.)."
    );
    let none = message("Нет сведений").replace('\u{a0}', " ");
    assert_eq!(none, "Нет сведений о курсах: Мещерякова Н. О., Жарова К. П.");
}

#[test]
fn the_figures_of_the_year() {
    let records = example();
    for on in ["2026-06-01", "2026-08-20", "2026-09-02"] {
        let figures = Figures::of(&records, YEAR, day(on));
        let total = figures.plan.total();
        let counts = [
            total.planned.len(),
            total.done.len(),
            total.late.len(),
            total.in_part.len(),
            total.cancelled.len(),
            total.not_done.len(),
            total.unmarked.len(),
            total.moved.len(),
        ];
        assert_eq!(counts, [17, 14, 1, 1, 1, 1, 0, 1], "on {on}");
        assert_eq!(figures.meetings.attendance, Share { part: 27, whole: 30 });
        assert_eq!(figures.meetings.attendance.in_words(), "27 из 30 (90\u{a0}%)");
        assert_eq!(figures.meetings.rows.len(), 3);
        assert_eq!(figures.courses.len(), 3);
        assert_eq!((figures.staff_at_start.members(), figures.staff_at_end.members()), (10, 10));
        assert_eq!(figures.staff_changes.len(), 2);
        let difficulties = figures.difficulties.unwrap();
        assert_eq!(difficulties.rows.len(), 6);
        assert_eq!(difficulties.rows[0].before, Some(Share { part: 8, whole: 11 }));
        assert_eq!(difficulties.rows[0].last, Some(Share { part: 4, whole: 10 }));
    }
}

#[test]
fn what_is_dated_later_has_not_happened_yet() {
    let records = example();
    let figures = Figures::of(&records, YEAR, day("2026-01-20"));
    assert_eq!(figures.meetings.attendance, Share { part: 17, whole: 20 });
    assert_eq!(figures.plan.total().done.len(), 6);
    assert!(figures.difficulties.unwrap().before.is_none());
}

#[test]
fn rosters_of_two_days_have_ten_people_and_not_the_same() {
    let records = example();
    let roster = |on: &str| records.roster(day(on)).iter().map(|member| member.person).collect::<Vec<_>>();
    let (autumn, winter) = (roster("2025-09-05"), roster("2026-01-16"));
    assert_eq!((autumn.len(), winter.len()), (10, 10));
    assert_ne!(autumn, winter);
}

#[test]
fn an_undated_transfer_is_known_from_the_end_of_the_term_that_it_replaces() {
    let records = example();
    let moved = |on: &str| Figures::of(&records, YEAR, day(on)).plan.total().moved.len();
    assert_eq!((moved("2025-09-05"), moved("2025-12-30"), moved("2025-12-31")), (0, 0, 1));
}

#[test]
fn a_first_meeting_in_august_asks_nothing_about_the_year_before() {
    let mut records = example();
    records.community.kept_since = None;
    for date in ["2025-08-28", "2024-03-01"] {
        meeting(&mut records, 1).date = day(date);
        let found = findings(&records, day("2025-09-16"));
        assert!(!found.iter().any(|finding| finding.message.contains("2024/2025")), "{found:?}");
        let one = records.meetings.values_mut().find(|meeting| meeting.date == day(date)).unwrap();
        one.date = day("2025-09-05");
    }
}

#[test]
fn a_member_entered_twice_counts_once() {
    let mut records = example();
    let first = meeting(&mut records, 1).attendance[0].clone();
    meeting(&mut records, 1).attendance.push(first);
    assert_eq!(meeting(&mut records, 1).present_of(), (9, 10));
    assert_eq!(meeting(&mut records, 1).voters(1), 9);
    let figures = Figures::of(&records, YEAR, day("2026-06-01"));
    assert_eq!(figures.meetings.attendance, Share { part: 27, whole: 30 });
}

#[test]
fn contradictions_are_named() {
    let mut records = example();
    let messages = |records: &CommunityRecords| {
        findings(records, day("2026-06-01"))
            .into_iter()
            .map(|finding| finding.message)
            .collect::<Vec<_>>()
            .join("\n")
    };
    let told = messages(&records);
    for part in ["раньше заседания", "больше, чем анкет", "раньше первого"]
    {
        assert!(!told.contains(part), "{told}");
    }
    meeting(&mut records, 2).protocol.as_mut().unwrap().signed =
        Some(Signature { date: day("2020-01-01"), paper: None });
    records.surveys.values_mut().for_each(|survey| survey.rows[0].count = 1_000);
    records.memberships.values_mut().take(1).for_each(|membership| membership.to = Some(day("2020-01-01")));
    let told = messages(&records);
    for part in ["раньше заседания", "больше, чем анкет", "раньше первого"]
    {
        assert!(told.contains(part), "no «{part}» in {told}");
    }
}

#[rstest]
#[case("2025-09-09", false)]
#[case("2025-09-10", true)]
#[case("2025-09-12", false)]
fn a_plan_that_came_back_waits_to_be_given_again_until_it_is_approved(#[case] on: &str, #[case] waits: bool) {
    let mut records = example();
    let given = records
        .submissions
        .values_mut()
        .find(|submission| submission.papers.contains(&SubmittedPaper::Plan))
        .unwrap();
    given.returned =
        Some(Return { date: Some(day("2025-09-10")), remarks: "Уточните сроки.".into() });
    let found = findings(&records, day(on));
    let back: Vec<_> = found.iter().filter(|finding| finding.message.contains("возвращён РИМК")).collect();
    assert_eq!(!back.is_empty(), waits, "{found:?}");
    assert!(back.iter().all(|one| one.severity == Warning && one.clause.is_none()));
}

#[test]
fn the_report_in_force_is_the_last_one_that_is_not_being_mended() {
    let mut records = example();
    let given = |records: &mut CommunityRecords, id: u128, on: &str, text: Option<&str>| {
        let id = uuid::Uuid::from_u128(id).into();
        let report = SubmittedPaper::Report;
        records.insert(
            Submission {
                id,
                community: records.community.id,
                school_year: YEAR,
                date: day(on),
                incoming: String::new(),
                papers: [report].into(),
                note: String::new(),
                texts: text.map(|text| (report, text.to_owned())).into_iter().collect(),
                returned: None,
                reopened: false,
            }
            .into(),
        );
        id
    };
    let in_force = |records: &CommunityRecords, on: &str| {
        records.report_in_force(YEAR, day(on)).map(|(_, text)| text.to_owned())
    };
    assert_eq!(in_force(&records, "2026-08-31"), None);
    let first = given(&mut records, 1, "2026-08-20", Some("первый"));
    assert_eq!(in_force(&records, "2026-08-19"), None);
    assert_eq!(in_force(&records, "2026-08-20").as_deref(), Some("первый"));
    records.submissions.get_mut(&first).unwrap().reopened = true;
    assert_eq!(in_force(&records, "2026-08-31"), None);
    given(&mut records, 2, "2026-08-28", Some("второй"));
    assert_eq!(in_force(&records, "2026-08-31").as_deref(), Some("второй"));
    // One that was written elsewhere has no text here: the loaded speak, and not an older paper.
    given(&mut records, 3, "2026-08-30", None);
    assert_eq!(in_force(&records, "2026-08-31"), None);
}

#[test]
fn odd_dates_end_nothing() {
    let mut records = example();
    meeting(&mut records, 1).date = NaiveDate::MIN;
    meeting(&mut records, 2).date = NaiveDate::MAX;
    meeting(&mut records, 3).school_year = SchoolYear(i32::MAX);
    records.plans.values_mut().for_each(|plan| plan.school_year = SchoolYear(i32::MIN));
    for on in [NaiveDate::MIN, calendar::day(1, 1, 1), day("2026-06-01"), NaiveDate::MAX] {
        assert!(findings(&records, on).len() < 100);
        assert_eq!(Figures::of(&records, YEAR, on).on, on);
    }
}
