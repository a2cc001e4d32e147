//! The school year for a phone, read by a parser that others wrote.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use icalendar::parser::{read_calendar, unfold};
use icalendar::{Calendar, Component, DatePerhapsTime};
use pps_documents::calendar;
use pps_domain::calendar::ClockTime;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::MeetingId;
use pps_domain::records::{Activity, ActivityForm, BodyKind, MeetingStatus, Record};

use crate::{reader, records};

fn file(records: &CommunityRecords) -> String {
    calendar(records, records::YEAR, reader::day(), false)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What a phone shows: the identifier, the first day, the first day after it, the words.
struct Shown {
    uid: String,
    first: NaiveDate,
    after: NaiveDate,
    summary: String,
    details: String,
    status: String,
}

fn shown(file: &str) -> Vec<Shown> {
    let read: Calendar = file.parse().unwrap();
    read.components
        .iter()
        .filter_map(|component| component.as_event())
        .map(|event| {
            let date = |found: Option<DatePerhapsTime>| match found {
                Some(DatePerhapsTime::Date(date)) => date,
                other => panic!("{other:?} is no whole day"),
            };
            let said = |name: &str| event.property_value(name).unwrap_or_default().to_owned();
            Shown {
                uid: said("UID"),
                first: date(event.get_start()),
                after: date(event.get_end()),
                summary: said("SUMMARY"),
                details: said("DESCRIPTION"),
                status: said("STATUS"),
            }
        })
        .collect()
}

#[test]
fn the_days_of_the_regulation_stand_with_their_clauses() {
    let entries = shown(&file(&records::records()));
    for (clause, last) in [("4.7", "2025-09-15"), ("4.8", "2026-08-31"), ("4.5", "2025-12-31")] {
        let found = entries
            .iter()
            .find(|one| one.summary.contains(&format!("п. {clause}")) && one.first == day(last));
        let found = found.unwrap_or_else(|| panic!("{clause}"));
        assert_eq!(found.after, day(last).succ_opt().unwrap());
        assert!(found.summary.contains("последний день"));
    }
}

#[test]
fn meetings_and_activities_stand_on_their_days() {
    let records = records::records();
    let entries = shown(&file(&records));
    for meeting in records.meetings_of(records::YEAR) {
        let id = meeting.planned.map_or(meeting.id.to_string(), |planned| planned.to_string());
        let entry = entries.iter().find(|one| one.uid == format!("{id}@pps")).unwrap();
        assert_eq!(entry.first, meeting.date);
        assert!(entry.summary.starts_with("Заседание ППС"), "{}", entry.summary);
    }
    let plan = records.plan(records::YEAR).unwrap();
    let by_themselves = |activity: &&&Activity| {
        activity.meetings.is_empty() || activity.known_form() != Some(ActivityForm::Meeting)
    };
    for activity in records.activities_of(plan.id).iter().filter(by_themselves) {
        let due = activity.term_on(records::YEAR, reader::day()).and_then(|term| term.end(records::YEAR));
        let own = |one: &&Shown| one.uid.starts_with(&activity.id.to_string());
        let last = entries.iter().filter(own).map(|one| one.after.pred_opt().unwrap()).max();
        assert_eq!(last, due, "{}", activity.text);
    }
}

#[test]
fn a_row_of_meetings_gives_way_to_the_meetings() {
    let mut records = records::records();
    let row = records
        .activities
        .values_mut()
        .find(|activity| activity.known_form() == Some(ActivityForm::Meeting))
        .unwrap();
    let id = row.id.to_string();
    assert_eq!(row.meetings.len(), 3);
    let own = |records: &CommunityRecords| {
        let own = shown(&file(records)).into_iter().filter(|one| one.uid.starts_with(&id));
        own.map(|one| one.status).collect::<Vec<_>>()
    };
    // A phone that has them of an earlier file takes them away.
    assert_eq!(own(&records), ["CANCELLED"; 3]);
    // A month whose meeting nobody has called yet is still the plan's.
    records
        .activities
        .values_mut()
        .find(|activity| activity.known_form() == Some(ActivityForm::Meeting))
        .unwrap()
        .meetings
        .pop();
    let mut now = own(&records);
    now.sort();
    assert_eq!(now, ["CANCELLED", "CANCELLED", "CONFIRMED"]);
}

#[test]
fn months_apart_are_entries_apart_and_months_together_are_one() {
    let mut records = records::records();
    let activity = records.activities.values_mut().next().unwrap();
    let id = activity.id.to_string();
    let months = ["2026-01", "2025-09", "2025-10"];
    let term = serde_json::json!({ "form": "months", "months": months });
    activity.term = Some(serde_json::from_value(term).unwrap());
    activity.moves.clear();
    let entries = shown(&file(&records));
    let own: Vec<_> = entries.iter().filter(|one| one.uid.starts_with(&id)).collect();
    assert_eq!(own.len(), 2);
    assert_eq!((own[0].first, own[0].after), (day("2025-09-01"), day("2025-11-01")));
    assert_eq!((own[1].first, own[1].after), (day("2026-01-01"), day("2026-02-01")));
    assert_eq!(own[1].uid, format!("{id}-2@pps"));
}

#[test]
fn a_later_file_replaces_an_earlier_one() {
    let records = records::records();
    let known = |on: &str| -> BTreeSet<String> {
        let all = shown(&calendar(&records, records::YEAR, day(on), false));
        let count = all.len();
        let known: BTreeSet<String> = all.into_iter().map(|one| one.uid).collect();
        assert_eq!(known.len(), count, "two entries are known by one name");
        known
    };
    let (autumn, summer) = (known("2025-09-05"), known("2026-08-20"));
    assert!(autumn.intersection(&summer).count() > 15);
    let age = |on: &str| {
        let file = calendar(&records, records::YEAR, day(on), false);
        assert!(file.contains(&format!("DTSTAMP:{}T000000Z", on.replace('-', ""))));
        file.split("SEQUENCE:").nth(1).unwrap().split("\r\n").next().unwrap().parse::<u32>().unwrap()
    };
    assert!(age("2025-09-05") < age("2026-08-20"));
}

#[test]
fn a_cancelled_meeting_leaves_the_phone() {
    let mut records = records::records();
    let meeting = records.meetings.values_mut().next().unwrap();
    meeting.status = MeetingStatus::Cancelled;
    let uid =
        format!("{}@pps", meeting.planned.map_or(meeting.id.to_string(), |planned| planned.to_string()));
    let entries = shown(&file(&records));
    assert_eq!(entries.iter().find(|one| one.uid == uid).unwrap().status, "CANCELLED");
    assert!(entries.iter().filter(|one| one.status == "CONFIRMED").count() > 15);
}

/// The properties of the entries that begin with a word, as the file says them.
fn lines(file: &str, uid: &str, name: &str) -> Vec<String> {
    let entries = file.split("BEGIN:VEVENT").filter(|entry| entry.contains(&format!("UID:{uid}@pps\r\n")));
    let lines = entries.flat_map(|entry| entry.split("\r\n").filter(|line| line.starts_with(name)));
    lines.map(str::to_owned).collect()
}

#[test]
fn a_meeting_takes_over_the_entry_of_the_row_that_it_answers() {
    let mut records = records::records();
    let plan = records.plan(records::YEAR).unwrap();
    let rows: Vec<_> = plan.meetings.iter().map(|row| row.id).collect();
    let (plan, row) = (plan.id, rows[0]);
    let of_row: Vec<_> =
        records.meetings.values().filter(|one| one.planned == Some(row)).map(|one| one.id).collect();
    let [meeting] = of_row[..] else { panic!("one meeting answers the row") };
    let called = file(&records);
    // Before anybody called it, the plan's row stood on the phone under the same name.
    let mut before = records.clone();
    before.meetings.remove(&meeting);
    let foreseen = file(&before);
    let uid = row.to_string();
    let number = |file: &str| lines(file, &uid, "SEQUENCE:")[0]["SEQUENCE:".len()..].parse::<u32>().unwrap();
    assert!(number(&foreseen) < number(&called), "what was called is newer on the same day");
    assert_eq!(lines(&called, &uid, "UID:").len(), 1);
    assert!(lines(&called, &meeting.to_string(), "UID:").is_empty());
    records.meetings.get_mut(&meeting).unwrap().status = MeetingStatus::Cancelled;
    let cancelled = file(&records);
    assert!(number(&called) < number(&cancelled));
    assert_eq!(lines(&cancelled, &uid, "STATUS:"), ["STATUS:CANCELLED"]);
    assert_eq!(lines(&cancelled, &uid, "LAST-MODIFIED:").len(), 1);
    // A second meeting of the same row has an entry of its own.
    let mut second = records.meetings[&meeting].clone();
    second.id = serde_json::from_str::<MeetingId>("\"01990000-0000-7000-8000-000000000077\"").unwrap();
    second.date = day("2026-04-01");
    records.meetings.insert(second.id, second);
    assert_eq!(lines(&file(&records), &format!("{uid}-2"), "UID:").len(), 1);
    assert!(records.plans.contains_key(&plan));
}

#[test]
fn a_meeting_whose_time_is_known_takes_its_hours() {
    let mut records = records::records();
    let meeting = records.meetings.values_mut().next().unwrap();
    meeting.planned = None;
    let (id, on) = (meeting.id, meeting.date);
    let compact = on.format("%Y%m%d").to_string();
    let mut set = |begins: Option<ClockTime>, ends: Option<ClockTime>, days: i64| {
        let meeting = records.meetings.get_mut(&id).unwrap();
        (meeting.begins, meeting.ends) = (begins, ends);
        meeting.last_day = (days > 0).then(|| on + chrono::Days::new(days.unsigned_abs()));
        let file = file(&records);
        assert!(file.parse::<Calendar>().is_ok());
        ["DTSTART", "DTEND", "TRANSP"].map(|name| lines(&file, &id.to_string(), name).concat())
    };
    let at = ClockTime::new;
    let (start, busy) = (format!("DTSTART:{compact}T140000"), "TRANSP:OPAQUE".to_owned());
    let end = format!("DTEND:{compact}T153000");
    assert_eq!(set(at(14, 0), at(15, 30), 0), [start.clone(), end, busy.clone()]);
    assert_eq!(set(at(14, 0), None, 0), [start.clone(), String::new(), busy.clone()]);
    assert_eq!(set(at(14, 0), at(13, 0), 0), [start.clone(), String::new(), busy.clone()]);
    let next = (on + chrono::Days::new(1)).format("%Y%m%d").to_string();
    assert_eq!(set(at(14, 0), at(12, 0), 1), [start, format!("DTEND:{next}T120000"), busy]);
    // Of two days only the beginning is known: whole days, and the details say when.
    let [start, ..] = set(at(14, 0), None, 1);
    assert_eq!(start, format!("DTSTART;VALUE=DATE:{compact}"));
}

#[test]
fn another_body_is_called_by_its_word() {
    let mut records = records::records();
    records.community.body = Some(BodyKind::Rmo);
    let file = file(&records);
    assert!(shown(&file).iter().any(|one| one.summary.starts_with("Заседание РМО")));
    assert!(!file.replace("\r\n ", "").contains("Заседание ППС"));
}

#[test]
fn every_line_is_short_whole_and_ended_as_the_standard_says() {
    let mut records = records::records();
    let name = "Щербакова-Дёмина Анастасия Владимировна; семинар, «Чтение» \\ 👍\nвторая строка: ".repeat(9);
    records.activities.values_mut().next().unwrap().text = name.clone();
    let file = file(&records);
    assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
    let unfolded = unfold(&file);
    assert!(read_calendar(&unfolded).is_ok());
    let said = shown(&file).into_iter().find(|one| one.summary.contains("Дёмина")).unwrap();
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.details.contains("направление (п. 3.1."), "{}", said.details);
    assert!(plain(&said.summary).starts_with(&plain(&name)), "{}", said.summary);
}

#[test]
fn an_empty_year_is_still_a_calendar() {
    let records = records::records();
    let mut empty = CommunityRecords::new(records.community.clone());
    empty.insert(Record::Community(records.community.clone()));
    let read: Calendar = calendar(&empty, records::YEAR, reader::day(), false).parse().unwrap();
    assert!(read.components.iter().all(|component| component.as_event().is_some()));
}
