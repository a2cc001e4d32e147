//! Made-up years that are as large as real ones.

use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::records::{Activity, Decision, Meeting, Record, Speaker, Speech};
use pps_app::example;
use uuid::Uuid;

/// The records of the example repeated over ten years: the same community and people, each year with its plan of
/// sixty rows, its meetings, surveys and report.
pub(crate) fn ten_years() -> Vec<Record> {
    let mut all = years(10);
    all.extend(more_rows(&all, 60));
    all
}

/// More than anybody will have: twenty years, each with a plan of 150 rows and twelve meetings.
pub(crate) fn twenty_years() -> Vec<Record> {
    let mut all = years(20);
    all.extend(more_rows(&all, 150));
    all.extend(more_meetings(&all, 12));
    all
}

fn years(count: i32) -> Vec<Record> {
    let first = example::records().unwrap();
    let mut all = first.clone();
    for year in 1..count {
        all.extend(first.iter().filter_map(|record| shifted(record, year)));
    }
    all
}

/// The meetings that each year lacks to have so many: those that it has again, each some days later.
fn more_meetings(records: &[Record], wanted: usize) -> Vec<Record> {
    let meetings = || records.iter().filter_map(meeting);
    let mut school_years: Vec<i32> = meetings().map(|meeting| meeting.school_year.0).collect();
    school_years.sort_unstable();
    school_years.dedup();
    let mut more = Vec::new();
    for year in school_years {
        let held: Vec<&Meeting> = meetings().filter(|meeting| meeting.school_year.0 == year).collect();
        let lacking = wanted.saturating_sub(held.len());
        for (sample, number) in held.iter().cycle().take(lacking).zip(1_u128..) {
            let mut meeting = (*sample).clone();
            renamed(&mut meeting, 0x0199_dddd, u128::from(year.unsigned_abs()) << 16 | number << 8);
            meeting.planned = None;
            meeting.topic = format!("{} (встреча {})", meeting.topic, number + 1);
            meeting.date = meeting.date + chrono::Days::new(number as u64);
            if let Some(protocol) = &mut meeting.protocol {
                protocol.number = protocol.number.map(|_| 100 + number as u32);
            }
            more.push(meeting.into());
        }
    }
    more
}

/// Gives a meeting and all in it identifiers of their own.
fn renamed(meeting: &mut Meeting, group: u128, number: u128) {
    let part =
        |of: u128| Uuid::from_u128((group << 96) | 0x7000_8000_0000_0000_0000_0000 | (number << 16) | of);
    meeting.id = part(0).into();
    for (of, item) in meeting.protocol.iter_mut().flat_map(|protocol| &mut protocol.items).enumerate() {
        item.id = part(0x100 + of as u128 * 16).into();
        for (place, decision) in item.decisions.iter_mut().enumerate() {
            decision.id = part(0x101 + of as u128 * 16 + place as u128).into();
        }
    }
}

fn meeting(record: &Record) -> Option<&Meeting> {
    match record {
        Record::Meeting(meeting) => Some(meeting),
        _ => None,
    }
}

/// The rows that each plan lacks to have so many: those that it has again, with other numbers in their words.
fn more_rows(records: &[Record], wanted: usize) -> Vec<Record> {
    let mut more = Vec::new();
    for plan in records {
        let Record::Plan(plan) = plan else { continue };
        let rows: Vec<&Activity> = records
            .iter()
            .filter_map(|record| match record {
                Record::Activity(row) if row.plan == plan.id => Some(row),
                _ => None,
            })
            .collect();
        let years = u128::from(plan.school_year.0.unsigned_abs());
        for (row, number) in rows.iter().cycle().take(wanted.saturating_sub(rows.len())).zip(1_u128..) {
            let id =
                Uuid::from_u128((0x0199_cccc << 96) | 0x7000_8000_0000_0000_0000_0000 | years << 16 | number);
            let text = format!("{} (группа {})", row.text, number + 1);
            more.push(Activity { id: id.into(), text, meetings: Vec::new(), ..(*row).clone() }.into());
        }
    }
    more
}

/// The record in an earlier year, with identifiers of its own; none for what is common to all years.
fn shifted(record: &Record, years: i32) -> Option<Record> {
    let common = ["community", "organisation", "person", "order", "membership", "difficulty"];
    if common.contains(&record.kind().word()) {
        return None;
    }
    // The year goes into an unused group of digits of the example's identifiers, whatever kinds are added to it; the groups
    // up to 7 are those of what is common.
    const EXAMPLE: &str = "01990000-";
    let kept = serde_json::to_string(record).unwrap();
    let mut pieces = kept.split(EXAMPLE);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let of_year =
            piece.get(..4).is_some_and(|group| u32::from_str_radix(group, 16).is_ok_and(|of| of > 7));
        let piece = if of_year {
            piece.replacen("-7000-8000-", &format!("-7000-9{years:03x}-"), 1)
        } else {
            piece.to_owned()
        };
        text.push_str(EXAMPLE);
        text.push_str(&piece);
    }
    let mut shifted: Record = serde_json::from_str(&text).unwrap();
    match &mut shifted {
        Record::Plan(plan) => plan.school_year = SchoolYear(plan.school_year.0 - years),
        Record::Survey(survey) => survey.school_year = SchoolYear(survey.school_year.0 - years),
        Record::Report(report) => report.school_year = SchoolYear(report.school_year.0 - years),
        Record::Submission(submission) => {
            submission.school_year = SchoolYear(submission.school_year.0 - years)
        }
        Record::Route(route) => route.school_year = SchoolYear(route.school_year.0 - years),
        Record::Meeting(meeting) => meeting.school_year = SchoolYear(meeting.school_year.0 - years),
        _ => {}
    }
    Some(shifted)
}

/// A protocol as long as any will be: forty questions, on each of which five people spoke and five things were
/// decided. It is the first meeting among the records with other questions, and not signed.
pub(crate) fn long_protocol(records: &[Record]) -> Meeting {
    let mut meeting = records.iter().find_map(meeting).unwrap().clone();
    let id = |of: u128| Uuid::from_u128((0x0199_bbbb << 96) | 0x7000_8000_0000_0000_0000_0000 | of);
    meeting.id = id(0).into();
    meeting.planned = None;
    let people: Vec<_> = meeting.attendance.iter().map(|member| member.person).collect();
    let protocol = meeting.protocol.as_mut().unwrap();
    protocol.number = Some(90);
    protocol.signed = None;
    let question = protocol.items.iter().find(|item| !item.decisions.is_empty()).unwrap().clone();
    protocol.items = (0..40_u128)
        .map(|number| {
            let mut item = question.clone();
            item.id = id(0x100 + number * 16).into();
            item.topic = format!("{} ({})", item.topic, number + 1);
            item.spoke = (0..5)
                .map(|place| Speech {
                    speaker: Speaker::Person(people[place % people.len()]),
                    text: format!("предложил включить в план работы пункт {}.{place}", number + 1),
                })
                .collect();
            let decision = item.decisions[0].clone();
            item.decisions = (0..5)
                .map(|place| Decision { id: id(0x101 + number * 16 + place).into(), ..decision.clone() })
                .collect();
            item
        })
        .collect();
    meeting
}

/// `count` meetings with protocols, to search in: the example's, with other numbers, dates and words.
pub(crate) fn meetings(count: usize) -> Vec<Record> {
    let records = example::records().unwrap();
    let samples: Vec<Meeting> = records.iter().filter_map(meeting).cloned().collect();
    let mut all: Vec<Record> =
        records.iter().filter(|record| !matches!(record, Record::Meeting(_))).cloned().collect();
    // The plan and its rows name the example's meetings, so these stay.
    all.extend(samples.iter().cloned().map(Record::from));
    for number in 0..count as u128 {
        let mut meeting = samples[(number % 3) as usize].clone();
        renamed(&mut meeting, 0x0199_aaaa, number);
        meeting.topic = format!("{} слово{}", meeting.topic, number % 5_000);
        meeting.date = meeting.date - chrono::Days::new((number % 7_000) as u64);
        all.push(meeting.into());
    }
    all
}
