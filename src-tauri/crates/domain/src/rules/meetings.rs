//! пп. 4.5 and 4.6, and what office practice asks of protocols.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::absent::absent;
use super::{Finding, Severity, Supervision};
use crate::calendar::{HalfYear, SchoolYear, after_working_days, day};
use crate::community_records::CommunityRecords;
use crate::ids::MeetingId;
use crate::records::{AttachmentRole, DecisionKind, Kind, Meeting, MeetingStatus};
use crate::russian::{capitalised, counted, date_in_prose};

/// «В протоколе № 2 от 16.01.2026»
fn in_protocol(meeting: &Meeting) -> String {
    protocol_name(meeting).replacen("протокол", "В протоколе", 1)
}

/// Whether a half-year has the meeting that п. 4.5 asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
pub struct HalfYearMeeting {
    /// Which half.
    pub half: HalfYear,
    /// The last day for it.
    pub due: NaiveDate,
    /// The first meeting held in it by the given day.
    pub meeting: Option<MeetingId>,
}

/// Both halves of a school year and their meetings held by the given day (п. 4.5).
#[must_use]
pub fn half_year_meetings(
    records: &CommunityRecords,
    year: SchoolYear,
    on: NaiveDate,
) -> [HalfYearMeeting; 2] {
    HalfYear::ALL.map(|half| {
        let held = records.meetings_held(year, on).into_iter();
        let meeting =
            held.map(|meeting| (HalfYear::of(meeting.date, year), meeting.id)).find(|(of, _)| *of == half);
        HalfYearMeeting { half, due: half_year_ends(records, year, half), meeting: meeting.map(|(_, id)| id) }
    })
}

pub(super) fn check(
    records: &CommunityRecords,
    year: SchoolYear,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    let halves = half_year_meetings(records, year, on);
    found.extend(halves.into_iter().filter_map(|half| half_year(half, year, on, watch)));
    let held = records.meetings_held(year, on);
    found.extend(signatures(records, &held, on, watch));
    for meeting in &held {
        let lacking = content(records, meeting, on).filter(|_| watch.covers(meeting.ended()));
        found.extend(lacking.map(|finding| finding.about(Kind::Meeting, meeting.id)));
        found.extend(outside_year(meeting).map(|finding| finding.about(Kind::Meeting, meeting.id)));
        found.extend(votes(meeting).into_iter().map(|finding| finding.about(Kind::Meeting, meeting.id)));
        found.extend(absent(records, meeting).map(|finding| finding.about(Kind::Meeting, meeting.id)));
        found.extend(unwatched(records, meeting).map(|finding| finding.about(Kind::Meeting, meeting.id)));
    }
    found.extend(numbers(year, &held, watch));
    let meetings = records.meetings_of(year).into_iter();
    let past = |meeting: &&Meeting| {
        meeting.status == MeetingStatus::Planned && meeting.ended() < on && watch.covers(meeting.ended())
    };
    found.extend(unmarked(&meetings.filter(past).collect::<Vec<_>>()));
}

/// Planned meetings whose day is over, of which nobody said what came of them.
fn unmarked(meetings: &[&Meeting]) -> Option<Finding> {
    let first = meetings.first()?;
    let days: Vec<String> = meetings.iter().map(|meeting| date_in_prose(meeting.date)).collect();
    let (message, hint) = match days.as_slice() {
        [day] => (
            format!("Заседание было намечено на {day}."),
            "Отметьте, что оно проведено, перенесено или отменено.",
        ),
        _ => (
            format!("Заседания были намечены на дни: {}", days.join(", ")),
            "Отметьте о каждом, что оно проведено, перенесено или отменено.",
        ),
    };
    Some(Finding::advice(Severity::Info, message, hint.to_owned()).about(Kind::Meeting, first.id))
}

/// «протокол № 2 от 16.01.2026»
pub(super) fn protocol_name(meeting: &Meeting) -> String {
    meeting.name()
}

/// The last day by which a half-year's meeting is held.
fn half_year_ends(records: &CommunityRecords, year: SchoolYear, half: HalfYear) -> NaiveDate {
    match half {
        HalfYear::First => year.day(12, 31),
        HalfYear::Second => records.community.settings.second_half_ends.within(year),
    }
}

fn half_year(
    state: HalfYearMeeting,
    year: SchoolYear,
    on: NaiveDate,
    watch: &Supervision,
) -> Option<Finding> {
    let end = state.due;
    let soon = day(end.year(), end.month(), 1);
    if state.meeting.is_some() || on < soon || !watch.covers(end) {
        return None;
    }
    let half = state.half.in_words();
    let (severity, message) = if end < on {
        (Severity::Error, format!("За {half} {year} учебного года не проведено ни одного заседания."))
    } else {
        let until = date_in_prose(end);
        (
            Severity::Info,
            format!("За {half} {year} учебного года заседания ещё не было; оно нужно не позднее {until}"),
        )
    };
    let hint = "Назначьте заседание; если оно уже прошло, внесите его в «Заседания» вместе с протоколом.";
    Some(Finding::regulation("4.5", severity, message, hint.to_owned()))
}

fn content(records: &CommunityRecords, meeting: &Meeting, on: NaiveDate) -> Option<Finding> {
    // The protocol is written after the meeting, so nothing is asked on the day itself; a scan of the finished
    // protocol is enough.
    if on <= meeting.ended() || records.has_signed_scan(meeting.id) {
        return None;
    }
    let lacking = in_protocol(meeting);
    let error = |message: String, hint: &str| {
        Some(Finding::regulation("4.6", Severity::Error, message, hint.to_owned()))
    };
    let Some(protocol) = &meeting.protocol else {
        return error(
            format!("Заседание {} проведено, а протокола нет.", date_in_prose(meeting.date)),
            "Напишите протокол или внесите готовый: дату, номер, кто присутствовал, скан.",
        );
    };
    if protocol.items.is_empty() {
        if protocol.number.is_some() && has_document(records, meeting) {
            return None;
        }
        return error(
            format!("{lacking} нет вопросов."),
            "Внесите вопросы повестки или приложите готовый протокол: скан, PDF или файл Word.",
        );
    }
    if protocol.items.iter().all(|item| item.decisions.is_empty()) {
        return error(
            format!("{lacking} нет ни решений, ни рекомендаций."),
            "Внесите, что решили по каждому вопросу, хотя бы «принять информацию к сведению».",
        );
    }
    None
}

/// What programs of an office write. Pictures and tables are kept with a meeting too, and are no protocol.
const PROTOCOLS: [&str; 5] = [
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/rtf",
];

/// Whether a document is kept with the meeting that may be its finished protocol («Внести готовый протокол»).
fn has_document(records: &CommunityRecords, meeting: &Meeting) -> bool {
    let mut kept = records.attachments_of(meeting.id.0).into_iter();
    kept.any(|file| file.role == AttachmentRole::Document && PROTOCOLS.contains(&file.media_type.as_str()))
}

/// Protocols that wait for signatures too long: one finding for all of a year.
fn signatures(
    records: &CommunityRecords,
    held: &[&Meeting],
    on: NaiveDate,
    watch: &Supervision,
) -> Option<Finding> {
    let within = records.community.settings.protocol_signed_within;
    let late: Vec<&&Meeting> = held
        .iter()
        .filter(|meeting| {
            let last_day = after_working_days(meeting.ended(), within);
            meeting.protocol.is_some() && !meeting.signed_by(on) && last_day < on && watch.covers(last_day)
        })
        .collect();
    let first = late.first()?;
    let days = counted(within as usize, "рабочего дня", "рабочих дней", "рабочих дней");
    let (message, hint) = match late.as_slice() {
        [meeting] => (
            format!("Не подписан {}: прошло больше {days}.", protocol_name(meeting)),
            "Напечатайте протокол, подпишите и отметьте день подписания.",
        ),
        _ => {
            let names: Vec<String> = late.iter().map(|meeting| protocol_name(meeting)).collect();
            let listed = names.iter().map(|name| name.strip_prefix("протокол ").unwrap_or(name));
            let listed = listed.collect::<Vec<_>>().join(", ");
            (
                format!("Не подписаны протоколы: {listed}. Прошло больше {days}."),
                "Напечатайте протоколы, подпишите и отметьте день подписания каждого.",
            )
        }
    };
    Some(Finding::office(message, hint.to_owned()).about(Kind::Meeting, first.id))
}

fn outside_year(meeting: &Meeting) -> Option<Finding> {
    let year = meeting.school_year;
    if meeting.lies_within_its_year() {
        return None;
    }
    let date = date_in_prose(meeting.date);
    let message = format!("Заседание {date} отнесено к {year} учебному году, а дата в него не входит.");
    Some(Finding::office(message, "Проверьте дату и учебный год заседания.".to_owned()))
}

fn votes(meeting: &Meeting) -> Vec<Finding> {
    let questions = 0..meeting.protocol.iter().flat_map(|protocol| &protocol.items).count();
    let wrong = questions.filter_map(|index| {
        let fault = meeting.vote_fault(index)?.in_words();
        let message = format!("{}, вопрос {}: {fault}.", capitalised(&protocol_name(meeting)), index + 1);
        Some(Finding::office(message, "Проверьте голоса и список присутствовавших.".to_owned()))
    });
    wrong.collect()
}

/// An assignment that nobody watches, because it names nobody or no term.
fn unwatched(records: &CommunityRecords, meeting: &Meeting) -> Option<Finding> {
    let loose = records.decisions_of(meeting).into_iter().filter(|placed| {
        let decision = placed.decision;
        decision.kind == DecisionKind::Assignment && (!decision.names_somebody() || decision.term.is_none())
    });
    let numbers: Vec<_> = loose.map(|placed| placed.number()).collect();
    if numbers.is_empty() {
        return None;
    }
    let name = capitalised(&protocol_name(meeting));
    let message = format!("{name}: у поручения {} нет ответственного или срока.", numbers.join(", "));
    let hint = "Без ответственного и срока пункт не попадёт в контроль исполнения.".to_owned();
    Some(Finding::advice(Severity::Info, message, hint))
}

fn numbers(year: SchoolYear, held: &[&Meeting], watch: &Supervision) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut by_number: BTreeMap<u32, usize> = BTreeMap::new();
    for number in held.iter().filter_map(|meeting| meeting.number()) {
        *by_number.entry(number).or_default() += 1;
    }
    let hint = || "Исправьте номера протоколов или оставьте как есть, если так на бумаге.".to_owned();
    for (number, _) in by_number.iter().filter(|(_, count)| **count > 1) {
        let message = format!("В {year} учебном году номер {number} стоит у нескольких протоколов.");
        found.push(Finding::office(message, hint()));
    }
    // Only gaps between the numbers at hand are named, so that one mistyped 2026 does not give two thousand.
    let numbers: Vec<u32> = by_number.keys().copied().collect();
    // Of a year that was not kept here from its beginning, the first protocols may well be elsewhere.
    let first = numbers.first().map_or(0, |first| first.saturating_sub(1));
    let mut before = if watch.covers_all_of(year) { 0 } else { first };
    for number in numbers {
        if number > before + 1 {
            let missing = match number - before {
                2 => format!("нет протокола №\u{a0}{}", before + 1),
                _ => format!("нет протоколов с №\u{a0}{} по №\u{a0}{}", before + 1, number - 1),
            };
            found.push(Finding::office(format!("В {year} учебном году {missing}."), hint()));
        }
        before = number;
    }
    found
}
