//! Advice: what no rule demands and a good colleague would mention.

use chrono::NaiveDate;

use super::meetings::protocol_name;
use super::{Finding, Severity, Supervision};
use crate::calendar::{SchoolYear, Term};
use crate::community_records::{CommunityRecords, PlacedDecision};
use crate::control::road_map_name;
use crate::course_schedule::CourseNeed;
use crate::ids::PersonId;
use crate::records::{Activity, Direction, Kind, Plan, RoadMap};
use crate::russian::{capitalised, counted, of_count, plural, quoted};

pub(super) fn check(
    records: &CommunityRecords,
    year: SchoolYear,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    if let Some(plan) = records.plan(year).filter(|plan| !plan.preliminary) {
        let rows = records.activities_of(plan.id);
        if year.contains(on) {
            found.extend(empty_directions(plan, &rows));
        }
        // Months before the year was kept here are not asked about.
        let asked = |row: &&Activity| {
            let end = row.term_on(year, on).and_then(|term| term.end(year));
            row.is_overdue(year, on) && end.is_some_and(|end| watch.covers(end))
        };
        let late: Vec<&Activity> = rows.iter().copied().filter(asked).collect();
        found.extend(late_rows(plan, &late, on));
    }
    let held = records.meetings_held(year, on);
    let placed = held.into_iter().flat_map(|meeting| records.decisions_of(meeting));
    let late: Vec<PlacedDecision<'_>> =
        placed.filter(|placed| placed.decision.is_overdue(year, on)).collect();
    found.extend(late_assignments(records, &late, on));
}

fn empty_directions(plan: &Plan, rows: &[&Activity]) -> Option<Finding> {
    let year = plan.school_year;
    let empty = |direction: &Direction| !rows.iter().any(|row| row.direction == *direction);
    let empty: Vec<Direction> = Direction::ALL.into_iter().filter(empty).collect();
    let named = |direction: &Direction| {
        format!("«{}» (п.\u{a0}{})", direction.in_words().to_lowercase(), direction.clause())
    };
    let message = match empty.as_slice() {
        [] => return None,
        _ if rows.is_empty() => format!("В плане на {year} учебный год пока нет мероприятий."),
        [one] => format!("В плане на {year} учебный год нет мероприятий по направлению {}.", named(one)),
        several => {
            let listed = several.iter().map(named).collect::<Vec<_>>().join(", ");
            format!("В плане на {year} учебный год нет мероприятий по направлениям: {listed}.")
        }
    };
    let hint = "Добавьте мероприятие или оставьте как есть, если так задумано.".to_owned();
    Some(Finding::advice(Severity::Info, message, hint).about(Kind::Plan, plan.id))
}

/// How many late rows are named; the rest is counted.
const NAMED: usize = 3;

fn late_rows(plan: &Plan, late: &[&Activity], on: NaiveDate) -> Option<Finding> {
    let year = plan.school_year;
    let named = |row: &&Activity| {
        let term = row.term_on(year, on).map(Term::in_table).unwrap_or_default();
        format!("{} ({term})", quoted(&shortened(&row.text)))
    };
    let hint = "Отметьте, что вышло: выполнено, не в полном объёме, перенесено, отменено.".to_owned();
    if let [row] = late {
        let message = format!("Срок прошёл, а отметки нет: {}.", named(row));
        return Some(Finding::advice(Severity::Warning, message, hint).about(Kind::Activity, row.id));
    }
    late.first()?;
    let count = of_count(late.len());
    let listed = late.iter().take(NAMED).map(named).collect::<Vec<_>>().join(", ");
    let more = match late.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" и ещё {}", counted(more, "мероприятие", "мероприятия", "мероприятий")),
    };
    let message = format!("Срок прошёл, а отметки нет у {count} мероприятий: {listed}{more}.");
    Some(Finding::advice(Severity::Warning, message, hint).about(Kind::Plan, plan.id))
}

fn late_assignments(
    records: &CommunityRecords,
    late: &[PlacedDecision<'_>],
    on: NaiveDate,
) -> Option<Finding> {
    let first = late.first()?;
    let told = |placed: &PlacedDecision<'_>| {
        let year = placed.meeting.school_year;
        let decision = placed.decision;
        let who = records.answering(&decision.responsible, &decision.responsible_in_words, on);
        let term = placed.decision.term_on(year, on).map(Term::in_table).unwrap_or_default();
        if who.is_empty() { term } else { format!("{who}, {term}") }
    };
    let hint = "Отметьте исполнение или перенесите срок с указанием причины.".to_owned();
    let message = match late {
        [placed] => format!(
            "{}, поручение {} просрочено: {} ({}).",
            capitalised(&protocol_name(placed.meeting)),
            placed.number(),
            quoted(&shortened(&placed.decision.text)),
            told(placed)
        ),
        _ => {
            let listed = late.iter().map(|placed| {
                format!("{}, поручение {} ({})", protocol_name(placed.meeting), placed.number(), told(placed))
            });
            format!("Просрочены поручения: {}.", listed.collect::<Vec<_>>().join("; "))
        }
    };
    let finding = Finding::advice(Severity::Warning, message, hint);
    // The list of open assignments leads to each of them.
    let same = late.iter().all(|placed| placed.meeting.id == first.meeting.id);
    Some(if same { finding.about(Kind::Meeting, first.meeting.id) } else { finding })
}

/// Road maps with rows whose term has passed and nobody said what came of them: one finding for each.
pub(super) fn check_road_maps(
    records: &CommunityRecords,
    years: [SchoolYear; 2],
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    let running = |road_map: &&RoadMap| years.iter().any(|year| road_map.runs_in(*year));
    for road_map in records.road_maps.values().filter(running) {
        let late = road_map.rows.iter().filter(|row| {
            let work = road_map.work(row);
            work.is_overdue(on) && work.due(on).is_some_and(|due| watch.covers(due))
        });
        let late = late.count();
        if late == 0 {
            continue;
        }
        let message = format!(
            "{}: срок прошёл, а отметки нет у {} {}.",
            capitalised(&road_map_name(records, road_map)),
            of_count(late),
            plural(late, "мероприятия", "мероприятий", "мероприятий")
        );
        let hint = "Отметьте, что вышло, или перенесите срок.".to_owned();
        found.push(Finding::advice(Severity::Info, message, hint).about(Kind::RoadMap, road_map.id));
    }
}

/// Members whose last course is old, and members of whom no course is known, judged by the year alone, since
/// often only the year is known.
pub(super) fn check_courses(
    records: &CommunityRecords,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    if !watch.covers(on) {
        return;
    }
    let members: Vec<PersonId> = records.roster(on).into_iter().map(|member| member.person).collect();
    let limit = records.community.settings.course_is_old_after;
    let old = members.iter().filter_map(|person| match records.course_need(*person, on) {
        (CourseNeed::Due, Some(year)) => {
            Some(format!("{} ({year}\u{a0}г.)", records.surname_first(*person, on)))
        }
        _ => None,
    });
    let old: Vec<_> = old.collect();
    if !old.is_empty() {
        let years = match limit {
            3 => "трёх лет".to_owned(),
            other => counted(other.unsigned_abs() as usize, "года", "лет", "лет"),
        };
        let message = format!("С последних курсов прошло больше {years}: {}.", old.join(", "));
        let hint = "Включите этих участников в заявку на курсы или внесите пройденные курсы.".to_owned();
        found.push(Finding::advice(Severity::Info, message, hint));
    }
    let is_unknown = |person: &&PersonId| records.course_need(**person, on).0 == CourseNeed::Unknown;
    let unknown = members.iter().filter(is_unknown);
    let unknown: Vec<_> = unknown.map(|person| records.surname_first(*person, on)).collect();
    if !unknown.is_empty() {
        // The list ends with an initial, whose full stop ends the sentence too.
        let message = format!("Нет сведений о курсах: {}", unknown.join(", "));
        let hint = "Внесите пройденные курсы, хотя бы год, или включите в заявку.".to_owned();
        found.push(Finding::advice(Severity::Info, message, hint));
    }
}

/// Members of whom no consent to the handling of their data is noted, where the leader notes consents at all.
pub(super) fn check_consents(
    records: &CommunityRecords,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    let given = |person: &PersonId| records.people.get(person).is_some_and(|known| known.consent.is_some());
    if !watch.covers(on) || !records.people.keys().any(given) {
        return;
    }
    let members = records.roster(on).into_iter().map(|member| member.person);
    let missing = members.filter(|person| !given(person) && !records.is_anonymised(*person));
    let missing: Vec<_> = missing.map(|person| records.surname_first(person, on)).collect();
    if !missing.is_empty() {
        // The list ends with an initial, whose full stop ends the sentence too.
        let message = format!("Нет согласия на обработку персональных данных: {}", missing.join(", "));
        let hint =
            "Напечатайте лист согласия в «Составе» и внесите его день, когда он будет подписан.".to_owned();
        found.push(Finding::advice(Severity::Info, message, hint));
    }
}

/// The beginning of a long text, so that a message stays readable.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 90;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut cut: String = line.chars().take(LONGEST).collect();
    if let Some(space) = cut.rfind(' ') {
        cut.truncate(space);
    }
    cut.push('…');
    cut
}
