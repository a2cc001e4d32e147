//! The school year for a phone's calendar (RFC 5545): the days that the regulation sets, the meetings, the
//! activities that have a term.
//!
//! Every entry takes whole days and leaves them free, since nobody is busy for all of October. It is known by
//! its record, so that a file taken later replaces what an earlier one brought instead of doubling it.

mod entries;
mod lines;

use chrono::{Days, NaiveDate};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;

use self::lines::Lines;

/// One entry of the calendar.
#[derive(Debug, Default)]
struct Entry {
    id: String,
    first: NaiveDate,
    last: NaiveDate,
    summary: String,
    place: String,
    details: String,
    cancelled: bool,
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
    // What was taken on a later day is the newer text of the same entry.
    let age = on.signed_duration_since(NaiveDate::default()).num_days().max(0);
    lines.bare("SEQUENCE", &age.to_string());
    lines.bare("DTSTART;VALUE=DATE", &compact(entry.first));
    // The end is the first day that does not belong to the entry any more.
    let after = entry.last.max(entry.first).checked_add_days(Days::new(1)).unwrap_or(entry.last);
    lines.bare("DTEND;VALUE=DATE", &compact(after));
    lines.text("SUMMARY", &one_line(&entry.summary));
    lines.text("LOCATION", &one_line(&entry.place));
    lines.text("DESCRIPTION", &entry.details);
    lines.bare("STATUS", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" });
    lines.bare("TRANSP", "TRANSPARENT");
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

fn compact(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
