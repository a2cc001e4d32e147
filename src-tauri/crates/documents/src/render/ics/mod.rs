//! The school year for a phone's calendar (RFC 5545): the days that the regulation sets, the meetings, the
//! activities that have a term.
//!
//! An entry takes whole days and leaves them free, since nobody is busy for all of October; a meeting whose time is
//! known takes its hours. It is known by its record, so that a file taken later replaces what an earlier one brought
//! instead of doubling it: a meeting that answers a row of the plan keeps the identifier of the row, and what has given
//! way to meetings is said to be cancelled.

mod entries;
mod lines;

use chrono::{Days, NaiveDate};
use pps_domain::calendar::{ClockTime, SchoolYear};
use pps_domain::community_records::CommunityRecords;

use self::lines::Lines;

/// What has become of an entry.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Foreseen: by the regulation, by the plan.
    #[default]
    Foreseen,
    /// A meeting on its own day.
    Called,
    /// Will not be.
    Cancelled,
}

/// One entry of the calendar.
#[derive(Debug, Default)]
struct Entry {
    id: String,
    first: NaiveDate,
    last: NaiveDate,
    summary: String,
    place: String,
    details: String,
    /// When it begins on its first day and ends on its last; whole days where the beginning is not known.
    hours: (Option<ClockTime>, Option<ClockTime>),
    /// How sure it is: what comes later of the same entry is the newer text of a day.
    stage: Stage,
    /// Whether the phone reminds of it a week before.
    reminds: bool,
}

/// The calendar of a school year as it is known on a day. The same records and day give the same bytes.
#[must_use]
pub fn calendar(
    records: &CommunityRecords,
    year: SchoolYear,
    on: NaiveDate,
    without_personal_data: bool,
) -> String {
    let mut lines = Lines::default();
    lines.bare("BEGIN", "VCALENDAR");
    lines.bare("VERSION", "2.0");
    lines.bare("PRODID", "-//ППС//Рабочее место руководителя//RU");
    lines.bare("CALSCALE", "GREGORIAN");
    lines.bare("METHOD", "PUBLISH");
    let example = if records.community.is_example() { " (учебный пример)" } else { "" };
    let edition = if without_personal_data { " (без персональных данных)" } else { "" };
    lines.text(
        "X-WR-CALNAME",
        &format!("{}, {year}{example}{edition}", records.community.shown_name().trim()),
    );
    for entry in entries::of_year(records, year, on) {
        write(&mut lines, &entry, on);
    }
    lines.bare("END", "VCALENDAR");
    lines.whole()
}

fn write(lines: &mut Lines, entry: &Entry, on: NaiveDate) {
    lines.bare("BEGIN", "VEVENT");
    lines.bare("UID", &format!("{}@pps", entry.id));
    lines.bare("DTSTAMP", &format!("{}T000000Z", compact(on)));
    lines.bare("LAST-MODIFIED", &format!("{}T000000Z", compact(on)));
    // What was taken on a later day is the newer text of the same entry, and on one day what was called or cancelled.
    let age = on.signed_duration_since(NaiveDate::default()).num_days().max(0);
    lines.bare("SEQUENCE", &(age * 3 + entry.stage as i64).to_string());
    when(lines, entry);
    lines.text("SUMMARY", &one_line(&entry.summary));
    lines.text("LOCATION", &one_line(&entry.place));
    lines.text("DESCRIPTION", &entry.details);
    lines.bare("STATUS", if entry.stage == Stage::Cancelled { "CANCELLED" } else { "CONFIRMED" });
    let busy = entry.begins().is_some() && entry.stage != Stage::Cancelled;
    lines.bare("TRANSP", if busy { "OPAQUE" } else { "TRANSPARENT" });
    if entry.reminds {
        lines.bare("BEGIN", "VALARM");
        lines.bare("ACTION", "DISPLAY");
        lines.text("DESCRIPTION", &one_line(&entry.summary));
        // Nine in the morning of the same day of the week before.
        lines.bare("TRIGGER", "-P6DT15H");
        lines.bare("END", "VALARM");
    }
    lines.bare("END", "VEVENT");
}

impl Entry {
    /// When it begins, where its hours can be told: of several days the end has to be known too.
    fn begins(&self) -> Option<ClockTime> {
        let (begins, ends) = self.hours;
        begins.filter(|_| self.last <= self.first || ends.is_some())
    }
}

/// The hours of a meeting, as clocks show them where it is held; otherwise whole days.
fn when(lines: &mut Lines, entry: &Entry) {
    let last = entry.last.max(entry.first);
    let Some(begins) = entry.begins() else {
        lines.bare("DTSTART;VALUE=DATE", &compact(entry.first));
        // The end is the first day that does not belong to the entry any more.
        let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
        lines.bare("DTEND;VALUE=DATE", &compact(after));
        return;
    };
    let at = |day: NaiveDate, time: ClockTime| {
        format!("{}T{:02}{:02}00", compact(day), time.hour(), time.minute())
    };
    lines.bare("DTSTART", &at(entry.first, begins));
    // An end that nobody has said is not made up.
    if let Some(ends) = entry.hours.1.filter(|ends| last > entry.first || *ends > begins) {
        lines.bare("DTEND", &at(last, ends));
    }
}

fn compact(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
