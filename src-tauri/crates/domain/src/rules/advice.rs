//! Advice: what no rule demands and a good colleague would mention.

use chrono::{Datelike, NaiveDate};

use super::meetings::{capitalised, protocol_name};
use super::{Finding, Severity, Watch};
use crate::archive::Archive;
use crate::calendar::SchoolYear;
use crate::ids::PersonId;
use crate::records::{Direction, Kind};

pub(super) fn check(archive: &Archive, year: SchoolYear, on: NaiveDate, found: &mut Vec<Finding>) {
    let plan = archive.plan(year).filter(|plan| !plan.preliminary);
    if let Some(plan) = plan {
        let rows = archive.activities_of(plan.id);
        if year.contains(on) {
            let empty = |direction: &Direction| !rows.iter().any(|row| row.direction == *direction);
            for direction in Direction::ALL.into_iter().filter(empty) {
                let name = direction.in_words().to_lowercase();
                let message = format!(
                    "В плане на {year} учебный год нет мероприятий по направлению «{name}» (п.\u{a0}{}).",
                    direction.clause()
                );
                let hint = "Добавьте мероприятие или оставьте как есть, если так задумано.".to_owned();
                found.push(Finding::advice(Severity::Info, message, hint).about(Kind::Plan, plan.id));
            }
        }
        for row in rows.iter().filter(|row| row.is_overdue(year, on)) {
            let term = row.term_on(year, on).map(|term| term.in_table()).unwrap_or_default();
            let message = format!("Срок прошёл, а отметки нет: «{}» ({term}).", shortened(&row.text));
            let hint = "Отметьте, что вышло: выполнено, не в полном объёме, перенесено, отменено.".to_owned();
            found.push(Finding::advice(Severity::Warning, message, hint).about(Kind::Activity, row.id));
        }
    }
    for meeting in archive.meetings_held(year, on) {
        for placed in archive.decisions_of(meeting) {
            if !placed.decision.is_overdue(year, on) {
                continue;
            }
            let who = archive.surnames_first(&placed.decision.responsible, on);
            let term = placed.decision.term_on(year, on).map(|term| term.in_table()).unwrap_or_default();
            let who = if who.is_empty() { term } else { format!("{who}, {term}") };
            let message = format!(
                "{}, поручение {} просрочено: «{}» ({who}).",
                capitalised(&protocol_name(meeting)),
                placed.number(),
                shortened(&placed.decision.text)
            );
            let hint = "Отметьте исполнение или перенесите срок с указанием причины.".to_owned();
            found.push(Finding::advice(Severity::Warning, message, hint).about(Kind::Meeting, meeting.id));
        }
    }
}

/// Members whose last course is old, and members of whom no course is known, judged by the year alone, since
/// often only the year is known.
pub(super) fn check_courses(archive: &Archive, on: NaiveDate, watch: &Watch, found: &mut Vec<Finding>) {
    if !watch.covers(on) {
        return;
    }
    let members: Vec<PersonId> = archive.roster(on).into_iter().map(|member| member.person).collect();
    let limit = archive.community.settings.course_is_old_after;
    let last = |person: &PersonId| archive.people.get(person).and_then(|person| person.last_course(on));

    let old = members.iter().filter_map(|person| {
        let year = last(person)?.finished.year();
        (on.year().saturating_sub(year) > limit)
            .then(|| format!("{} ({year}\u{a0}г.)", archive.surname_first(*person, on)))
    });
    let old: Vec<_> = old.collect();
    if !old.is_empty() {
        let years = match limit {
            3 => "трёх лет".to_owned(),
            other => crate::russian::counted(other.unsigned_abs() as usize, "года", "лет", "лет"),
        };
        let message = format!("С последних курсов прошло больше {years}: {}.", old.join(", "));
        let hint = "Включите этих участников в заявку на курсы или внесите пройденные курсы.".to_owned();
        found.push(Finding::advice(Severity::Info, message, hint));
    }
    let unknown = members.iter().filter(|person| last(person).is_none());
    let unknown: Vec<_> = unknown.map(|person| archive.surname_first(*person, on)).collect();
    if !unknown.is_empty() {
        // The list ends with an initial, whose full stop ends the sentence too.
        let message = format!("Нет сведений о курсах: {}", unknown.join(", "));
        let hint = "Внесите пройденные курсы, хотя бы год, или включите в заявку.".to_owned();
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
