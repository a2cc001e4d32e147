//! What of a school year belongs into a calendar.

use chrono::NaiveDate;
use pps_domain::calendar::{ClockTime, HalfYear, Month, SchoolYear, Term, read_clock_time};
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{Activity, ActivityForm, MarkState, Meeting, MeetingStatus, PlannedMeeting};
use pps_domain::rules::deadlines;

use super::{Entry, Stage};
use crate::papers::{agenda, hours, mark, place, planned_questions};

/// All entries by their first day; those of one day in the order of the regulation, meetings, activities.
pub(super) fn of_year(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<Entry> {
    let mut entries = regulated(records, year, on);
    let meetings = records.meetings_of(year);
    entries.extend(meetings.iter().map(|one| meeting(records, one, &meetings)));
    if let Some(plan) = records.plan(year) {
        for planned in &plan.meetings {
            // A meeting that was called has its own day and has taken the entry of the plan's row over.
            let called = meetings.iter().filter(|meeting| meeting.planned == Some(planned.id)).count();
            entries.extend(foreseen(records, planned, year, on).into_iter().skip(called));
        }
        for one in records.activities_of(plan.id) {
            entries.extend(activity(records, one, year, on));
        }
    }
    entries.sort_by_key(|entry| entry.first);
    entries
}

/// The last days that the regulation sets, with their clauses.
fn regulated(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<Entry> {
    let entry = |deadline: pps_domain::rules::Deadline| {
        // П. 4.5 sets a day in each half of the year.
        let part = match (deadline.clause, HalfYear::of(deadline.date, year)) {
            ("4.5", HalfYear::First) => "-1",
            ("4.5", HalfYear::Second) => "-2",
            _ => "",
        };
        let done = if deadline.met { "Сделано." } else { "Ещё не сделано." };
        Entry {
            id: format!("{}-{}-{}{part}", records.community.id, year.0, deadline.clause),
            first: deadline.date,
            last: deadline.date,
            summary: format!("{}: последний день (п. {})", deadline.what, deadline.clause),
            details: format!("Срок по п. {} Положения о ППС. {done}", deadline.clause),
            reminds: !deadline.met,
            ..Entry::default()
        }
    };
    deadlines(records, year, on).into_iter().map(entry).collect()
}

/// The identifier of a meeting's entry: that of the row of the plan which it answers, the second of several that answer
/// one row following the first.
fn id_of(meeting: &Meeting, meetings: &[&Meeting]) -> String {
    let Some(planned) = meeting.planned else { return meeting.id.to_string() };
    let mut same = meetings.iter().filter(|other| other.planned == Some(planned));
    let place = same.position(|other| other.id == meeting.id).unwrap_or_default();
    format!("{planned}{}", number(place))
}

fn meeting(records: &CommunityRecords, meeting: &Meeting, meetings: &[&Meeting]) -> Entry {
    let topics = agenda(records, meeting).into_iter().map(|question| question.topic);
    let mode = meeting.mode.map(|mode| filled([mode.in_words().to_owned(), meeting.mode_note.clone()], ", "));
    let time = hours(meeting).map(|hours| format!("Время: {hours}"));
    Entry {
        id: id_of(meeting, meetings),
        first: meeting.date,
        last: meeting.last_day.unwrap_or(meeting.date),
        hours: (meeting.begins, meeting.ends),
        summary: called(&meeting_of(records), &meeting.topic),
        place: place(records, meeting).unwrap_or_default(),
        details: filled(time.into_iter().chain(mode).chain(numbered(topics)), "\n"),
        stage: if meeting.status == MeetingStatus::Cancelled { Stage::Cancelled } else { Stage::Called },
        ..Entry::default()
    }
}

fn foreseen(
    records: &CommunityRecords,
    planned: &PlannedMeeting,
    year: SchoolYear,
    on: NaiveDate,
) -> Vec<Entry> {
    let questions = planned_questions(records, planned, on).into_iter();
    let details = [
        told("По плану", planned.term.as_ref().map(Term::in_table).unwrap_or_default()),
        told("Время", planned.time.clone()),
        told("Форма", planned.form.clone()),
        told("Ответственные", records.answering(&planned.responsible, &planned.responsible_in_words, on)),
    ];
    let details = filled(details.into_iter().chain(numbered(questions)), "\n");
    let days = days(planned.term.as_ref(), year).into_iter();
    days.map(|(number, first, last)| Entry {
        id: format!("{}{number}", planned.id),
        first,
        last,
        hours: time_of(&planned.time, first, last),
        summary: called(&meeting_of(records), &planned.topic),
        place: planned.venue.clone(),
        details: details.clone(),
        ..Entry::default()
    })
    .collect()
}

/// An activity on the days of the term that is in force.
fn activity(records: &CommunityRecords, activity: &Activity, year: SchoolYear, on: NaiveDate) -> Vec<Entry> {
    let term = activity.term_on(year, on);
    let schools = activity.organisations.iter().filter_map(|id| records.organisations.get(id));
    let schools = schools.map(|school| school.shown_name().to_owned());
    let details = [
        told("Срок", term.map(Term::in_table).unwrap_or_default()),
        told("Время", activity.time.clone()),
        told("Форма", activity.form_apart().unwrap_or_default().to_owned()),
        told("Цель", activity.goal.clone()),
        told("Ответственные", records.answering(&activity.responsible, &activity.responsible_in_words, on)),
        told("Участники", filled(std::iter::once(activity.participants.clone()).chain(schools), ", ")),
        told("Результат", activity.expected.clone()),
        told("Отметка", mark(activity, year, on)),
        format!("{} направление (п. {})", activity.direction.in_words(), activity.direction.clause()),
    ];
    let details = filled(details, "\n");
    let cancelled = activity.mark_on(year, on).is_some_and(|mark| mark.state == MarkState::Cancelled);
    let summary = match activity.text.trim() {
        "" => "Мероприятие плана",
        text => text,
    };
    // Only its last day is known, and the entry says so.
    let summary = match term {
        Some(term) if term.lasts_the_year() || matches!(term, Term::Until { .. }) => {
            format!("{summary} (последний день)")
        }
        _ => summary.to_owned(),
    };
    // «Заседания ППС: сентябрь, январь, май» is shown by the meetings themselves, once they are there.
    let meetings = activity.meetings.iter().filter(|_| activity.known_form() == Some(ActivityForm::Meeting));
    let meetings: Vec<NaiveDate> =
        meetings.filter_map(|id| records.meetings.get(id)).map(|meeting| meeting.date).collect();
    let days = days(term, year).into_iter();
    let gave_way =
        |first: &NaiveDate, last: &NaiveDate| meetings.iter().any(|day| (first..=last).contains(&day));
    days.map(|(number, first, last)| Entry {
        id: format!("{}{number}", activity.id),
        first,
        last,
        hours: time_of(&activity.time, first, last),
        summary: summary.clone(),
        place: activity.venue.clone(),
        details: details.clone(),
        // A phone that has the stretch of an earlier file is told that it stands there no more.
        stage: if cancelled || gave_way(&first, &last) { Stage::Cancelled } else { Stage::Foreseen },
        ..Entry::default()
    })
    .collect()
}

/// The days of a term, each stretch with what tells it from the others of the same record. Where a term spans
/// the year or says only until when, the last day alone: a bar over the whole year hides everything else.
fn days(term: Option<&Term>, year: SchoolYear) -> Vec<(String, NaiveDate, NaiveDate)> {
    let Some(term) = term else { return Vec::new() };
    let stretches: Vec<(NaiveDate, NaiveDate)> = match term {
        Term::Months { months, .. } => stretches(months),
        Term::Day { .. } | Term::Days { .. } | Term::Span { .. } => {
            term.start(year).zip(term.end(year)).into_iter().collect()
        }
        _ => term.end(year).map(|day| (day, day)).into_iter().collect(),
    };
    stretches.into_iter().enumerate().map(|(place, (first, last))| (number(place), first, last)).collect()
}

/// What tells the entries of one record from each other.
fn number(place: usize) -> String {
    if place == 0 { String::new() } else { format!("-{}", place + 1) }
}

/// Months that follow each other are one stretch.
fn stretches(months: &[Month]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut months = months.to_vec();
    months.sort_unstable();
    let mut stretches: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for month in months {
        let (first, last) = (month.first_day(), month.last_day());
        match stretches.last_mut() {
            Some((_, end)) if first <= *end || end.succ_opt() == Some(first) => *end = last,
            _ => stretches.push((first, last)),
        }
    }
    stretches
}

/// The time of a row that is on one day, where it is said as a time: «14.00», not «после уроков».
fn time_of(typed: &str, first: NaiveDate, last: NaiveDate) -> (Option<ClockTime>, Option<ClockTime>) {
    (read_clock_time(typed).ok().filter(|_| first == last), None)
}

/// «Заседание РМО»
fn meeting_of(records: &CommunityRecords) -> String {
    format!("Заседание {}", records.community.words().of_body())
}

fn called(what: &str, topic: &str) -> String {
    match topic.trim() {
        "" => what.to_owned(),
        topic => format!("{what}: {topic}"),
    }
}

fn told(label: &str, text: String) -> String {
    if text.trim().is_empty() { String::new() } else { format!("{label}: {}", text.trim()) }
}

fn numbered(texts: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    texts.zip(1..).map(|(text, number): (String, u32)| format!("{number}. {}", text.trim()))
}

fn filled(parts: impl IntoIterator<Item = String>, between: &str) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(between)
}
