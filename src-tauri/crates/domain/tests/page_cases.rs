//! What the page answers while a person types is held to these tables too: `node --test` reads the same files.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pps_domain::calendar::{SchoolYear, Term, read_clock_time};
use pps_domain::community_records::CommunityRecords;
use pps_domain::derived::{Derived, derive};
use pps_domain::records::{
    Community, Meeting, MeetingStatus, Membership, Person, ReportSection, Role, RolePeriod,
};
use pps_domain::russian::{FullName, date_in_prose, date_in_table, day_and_month, in_month, plural};
use serde::Deserialize;
use uuid::Uuid;

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn words_agree_with_numbers() {
    type Case = (usize, String, String, String, String);
    let cases: Vec<Case> = serde_json::from_str(include_str!("../cases/plurals.json")).unwrap();
    for (count, one, few, many, word) in cases {
        assert_eq!(plural(count, &one, &few, &many), word, "{count}");
    }
}

#[test]
fn dates_in_words() {
    type Case = (NaiveDate, String, String, String, String);
    let cases: Vec<Case> = serde_json::from_str(include_str!("../cases/dates.json")).unwrap();
    for (date, prose, table, day, month) in cases {
        assert_eq!(plain(&date_in_prose(date)), prose);
        assert_eq!(date_in_table(date), table);
        assert_eq!(plain(&day_and_month(date)), day);
        assert_eq!(in_month(chrono::Datelike::month(&date)), month);
    }
}

#[test]
fn a_day_lies_in_its_school_years() {
    type Case = (NaiveDate, i32, String, Vec<i32>);
    let cases: Vec<Case> = serde_json::from_str(include_str!("../cases/school-years.json")).unwrap();
    for (date, year, name, within) in cases {
        assert_eq!(SchoolYear::containing(date), SchoolYear(year));
        assert_eq!(SchoolYear(year).short_name(), name);
        for other in [year - 1, year, year + 1] {
            let meeting = Meeting {
                id: Uuid::nil().into(),
                community: Uuid::nil().into(),
                school_year: SchoolYear(other),
                date,
                last_day: None,
                begins: None,
                ends: None,
                status: MeetingStatus::Held,
                topic: String::new(),
                place: String::new(),
                venue: String::new(),
                mode: None,
                mode_note: String::new(),
                planned: None,
                chair: None,
                secretary: None,
                attendance: Vec::new(),
                present_count: None,
                members_count: None,
                guests: Vec::new(),
                guests_in_words: String::new(),
                protocol: None,
            };
            assert_eq!(meeting.lies_within_its_year(), within.contains(&other), "{date} {other}");
        }
    }
}

#[test]
fn times_of_day_are_read_as_people_type_them() {
    let cases: Vec<(String, Option<String>)> =
        serde_json::from_str(include_str!("../cases/clock-times.json")).unwrap();
    for (typed, time) in cases {
        let read = read_clock_time(&typed).ok().map(|time| time.to_string());
        assert_eq!(read, time, "{typed}");
    }
}

#[test]
fn terms_are_said_as_people_say_them() {
    let cases: Vec<(Term, String)> = serde_json::from_str(include_str!("../cases/terms.json")).unwrap();
    for (term, words) in cases {
        assert_eq!(plain(&term.in_prose()), words);
    }
}

#[derive(Deserialize)]
struct Facts {
    facts: serde_json::Value,
    days: Vec<(NaiveDate, Option<String>)>,
}

#[test]
fn facts_are_those_of_the_day() {
    let cases: Vec<Facts> = serde_json::from_str(include_str!("../cases/facts.json")).unwrap();
    for case in cases {
        let person = serde_json::json!({"id": Uuid::nil(), "facts": case.facts});
        let person: Person = serde_json::from_value(person).unwrap();
        for (on, post) in case.days {
            assert_eq!(person.facts_on(on).map(|facts| facts.post.clone()), post, "{on}");
        }
    }
}

#[derive(Deserialize)]
struct Called {
    anonymised: bool,
    facts: serde_json::Value,
    days: Vec<(NaiveDate, String)>,
}

#[test]
fn people_are_called_by_the_name_of_the_day() {
    let cases: Vec<Called> = serde_json::from_str(include_str!("../cases/called.json")).unwrap();
    for case in cases {
        let person =
            serde_json::json!({"id": Uuid::nil(), "facts": case.facts, "anonymised": case.anonymised});
        let person: Person = serde_json::from_value(person).unwrap();
        let id = person.id;
        let mut records = empty();
        records.insert(person.into());
        for (on, name) in case.days {
            assert_eq!(plain(&records.shown_name(id, on)), name, "{on}");
        }
    }
}

#[test]
fn experience_is_counted_by_school_years() {
    type Case = (Option<i32>, NaiveDate, String);
    let cases: Vec<Case> = serde_json::from_str(include_str!("../cases/experience.json")).unwrap();
    for (since, on, words) in cases {
        let person = serde_json::json!({
            "id": Uuid::nil(),
            "facts": [{"name": {"surname": "Ким"}, "works_since": since}]
        });
        let person: Person = serde_json::from_value(person).unwrap();
        let id = person.id.0;
        let mut records = empty();
        records.insert(person.into());
        match &derive(&records, on)[&id] {
            Derived::Person(derived) => assert_eq!(plain(&derived.experience), words, "{on}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_sections_of_the_report_are_those_of_the_page() {
    type Case = (ReportSection, String, bool);
    let cases: Vec<Case> = serde_json::from_str(include_str!("../cases/report-sections.json")).unwrap();
    let told: Vec<Case> = ReportSection::ALL
        .iter()
        .map(|section| (*section, section.title().to_owned(), section.in_short_report()))
        .collect();
    assert_eq!(cases, told);
}

/// A community of which nothing is kept; people belong to none.
fn empty() -> CommunityRecords {
    let community = serde_json::json!({"id": Uuid::from_u128(9), "name": "ППС"});
    let community: Community = serde_json::from_value(community).unwrap();
    CommunityRecords::new(community)
}

#[derive(Deserialize)]
struct Rosters {
    members: Vec<Member>,
    days: Vec<Day>,
}

#[derive(Deserialize)]
struct Member {
    id: Uuid,
    name: String,
    place: i32,
    from: NaiveDate,
    to: Option<NaiveDate>,
    roles: Vec<RolePeriod>,
}

#[derive(Deserialize)]
struct Day {
    on: NaiveDate,
    roster: Vec<String>,
    roles: Vec<Option<Role>>,
}

#[test]
fn a_roster_has_its_order_and_its_roles() {
    let cases: Vec<Rosters> = serde_json::from_str(include_str!("../cases/rosters.json")).unwrap();
    for case in cases {
        let mut records = empty();
        let community = records.community.id;
        let mut names: BTreeMap<_, String> = BTreeMap::new();
        for member in case.members {
            let person = serde_json::json!({
                "id": member.id,
                "facts": [{"name": FullName::parse(&member.name)}]
            });
            let person: Person = serde_json::from_value(person).unwrap();
            names.insert(person.id, member.name);
            let membership = Membership {
                id: member.id.into(),
                community,
                person: person.id,
                from: member.from,
                to: member.to,
                joined_by: None,
                left_by: None,
                place: member.place,
                roles: member.roles,
            };
            records.insert(person.into());
            records.insert(membership.into());
        }
        for day in case.days {
            let roster = records.roster(day.on);
            let shown: Vec<_> = roster.iter().map(|member| names[&member.person].clone()).collect();
            assert_eq!(shown, day.roster, "{}", day.on);
            let roles: Vec<_> = roster.iter().map(|member| member.role(day.on)).collect();
            assert_eq!(roles, day.roles, "{}", day.on);
        }
    }
}
