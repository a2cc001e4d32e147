//! One order for all whom it names, and a clock that is wrong.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::domain::ids::{CommunityId, MembershipId};
use pps_app::domain::records::{Order, OrderKind, Record};
use pps_app::domain::rules::FindingAct;
use pps_app::page::FirstSteps;
use pps_app::{ClockOnDay, Workplace};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn order(workplace: &Workplace, community: CommunityId) -> Order {
    Order {
        id: workplace.new_ids(1)[0].into(),
        community,
        kind: OrderKind::ChangeRoster,
        number: "12".into(),
        date: day("2026-01-20"),
        issued_by: String::new(),
        school_year: None,
        note: String::new(),
    }
}

#[test]
fn an_order_is_entered_for_several_members_at_once_and_taken_back_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ClockOnDay(day("2026-02-01")));
    let workplace = Workplace::create_example(&folder.path().join("year.db"), clock).unwrap();
    let community = workplace.community(None).unwrap();
    let asked = |act: FindingAct| {
        let found = workplace.check(community, day("2026-02-01")).unwrap();
        found.into_iter().find(|one| one.act == Some(act)).map(|one| one.of).unwrap_or_default()
    };
    let joined = asked(FindingAct::OrderOfJoining);
    assert_eq!(joined.len(), 1);
    let given = order(&workplace, community);
    let members: Vec<MembershipId> = joined.iter().map(|id| MembershipId(*id)).collect();
    let done = workplace.enter_order(given.clone(), members, FindingAct::OrderOfJoining).unwrap();
    assert_eq!(done.name.replace('\u{a0}', " "), "Внесён приказ № 12 от 20.01.2026 для 1 участника");
    assert!(asked(FindingAct::OrderOfJoining).is_empty());
    // The same order takes those who left, without being entered twice.
    let left: Vec<MembershipId> = asked(FindingAct::OrderOfLeaving).into_iter().map(MembershipId).collect();
    workplace.enter_order(given.clone(), left.clone(), FindingAct::OrderOfLeaving).unwrap();
    let Some((Record::Membership(member), _)) = workplace.record(left[0].0).unwrap() else { panic!() };
    assert_eq!(member.left_by, Some(given.id));
    workplace.undo().unwrap();
    workplace.undo().unwrap();
    assert_eq!(asked(FindingAct::OrderOfJoining), joined);
    assert!(workplace.record(given.id.0).unwrap().is_none());
}

#[test]
fn a_clock_that_went_back_is_asked_about_when_the_file_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.db");
    let first = FirstSteps {
        name: "Функциональная грамотность".to_owned(),
        short_name: String::new(),
        district: String::new(),
        place: String::new(),
        rimk_head: String::new(),
        school_year: 2026,
        people: Vec::new(),
    };
    let on = |date: &str| Arc::new(ClockOnDay(day(date)));
    Workplace::create_community(&path, on("2026-11-27"), &first).unwrap().close();
    let doubt = |date: &str| {
        let workplace = Workplace::open(&path, on(date)).unwrap();
        let doubt = workplace.open_file().unwrap().clock;
        workplace.close();
        doubt.map(|doubt| doubt.message.replace('\u{a0}', " "))
    };
    assert_eq!(doubt("2026-11-28"), None);
    assert_eq!(
        doubt("2019-03-03").as_deref(),
        Some("Часы компьютера показывают 3 марта 2019 г., а последняя запись — 27 ноября 2026 г.")
    );
    assert!(doubt("2031-01-10").is_some());
}
