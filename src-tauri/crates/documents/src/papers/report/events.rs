//! Sections of the report about what was held and taken part in. What the journals tell stands first; a row of the
//! plan that none of their records answers stands among them, so that nothing is lost and nothing stands twice.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use pps_domain::figures::{LessonVisits, events_of, lesson_visits_of};
use pps_domain::ids::ActivityId;
use pps_domain::records::{Activity, ActivityForm, Direction, Event, EventSort, LessonVisit};
use pps_domain::russian::{capitalised, counted, date_in_table};

use super::activities::{Held, held, table, work_table};
use super::community::column;
use super::source::Source;
use crate::papers::people::{filled, schools_of, shown};
use crate::papers::sentences::quoted;
use crate::papers::{Align, Block};

/// Семинары, мастер-классы, открытые уроки.
pub(super) fn events(source: &Source<'_>) -> Vec<Block> {
    let told = of_sort(source, EventSort::Held);
    let visits = lesson_visits_of(source.records, source.year, source.on);
    let answered: BTreeSet<ActivityId> = told
        .iter()
        .filter_map(|event| event.activity)
        .chain(visits.iter().filter_map(|visit| visit.activity))
        .collect();
    let mut rows: Vec<Row> = told.into_iter().map(|event| event_row(source, event)).collect();
    rows.extend(lessons(source, &visits));
    let planned = held(source, is_held_there).into_iter().filter(|row| !answered.contains(&row.id));
    rows.extend(planned.map(Row::from));
    rows.sort_by_key(|row| row.day);
    let levels = rows.iter().any(|row| !row.level.is_empty());
    let rows = rows.into_iter().map(|row| {
        let Row { date, what, who, schools, level, outcome, .. } = row;
        let level = levels.then_some(level);
        [date, what, who, schools].into_iter().chain(level).chain([outcome]).collect()
    });
    // «Муниципальный» takes its room from the others.
    let mut columns = vec![
        column("Дата", 26.0, Align::Center),
        column("Мероприятие", if levels { 42.0 } else { 51.0 }, Align::Left),
        column("Кто провёл", if levels { 28.0 } else { 33.0 }, Align::Left),
        column("ОО", if levels { 27.0 } else { 33.0 }, Align::Left),
        column("Итог", if levels { 25.0 } else { 27.0 }, Align::Left),
    ];
    if levels {
        columns.insert(4, column("Уровень", 33.0, Align::Left));
    }
    table(columns, rows.collect())
}

/// Конкурсы и конференции.
pub(super) fn contests(source: &Source<'_>) -> Vec<Block> {
    let told = of_sort(source, EventSort::Contest);
    let answered: BTreeSet<ActivityId> = told.iter().filter_map(|event| event.activity).collect();
    let planned = held(source, |activity| {
        matches!(activity.known_form(), Some(ActivityForm::Contest | ActivityForm::Conference))
    });
    let planned: Vec<Held> = planned.into_iter().filter(|row| !answered.contains(&row.id)).collect();
    if told.is_empty() {
        let rows = planned.into_iter().map(|one| vec![one.date, one.what, one.who, one.outcome]);
        return work_table(rows.collect());
    }
    let rows = planned.into_iter().map(|one| {
        let cells = vec![one.date, one.what, String::new(), one.who, one.outcome];
        (one.day, cells)
    });
    let mut rows: Vec<(Option<NaiveDate>, Vec<String>)> = rows.collect();
    rows.extend(told.into_iter().flat_map(|event| contest_rows(source, event)));
    rows.sort_by_key(|(day, _)| *day);
    let columns = vec![
        column("Дата", 26.0, Align::Center),
        column("Название", 46.0, Align::Left),
        column("Уровень", 30.0, Align::Left),
        column("Участник", 40.0, Align::Left),
        column("Результат", 28.0, Align::Left),
    ];
    table(columns, rows.into_iter().map(|(_, cells)| cells).collect())
}

/// The rows of the plan that belong among the events.
fn is_held_there(activity: &Activity) -> bool {
    use ActivityForm::{LessonVisits, MasterClass, OpenLesson, Seminar, Webinar, Workshop};
    let forms = [Seminar, Workshop, MasterClass, Webinar, OpenLesson, LessonVisits];
    match activity.known_form() {
        Some(form) => forms.contains(&form),
        // «Круглый стол» and the like are events too.
        None => {
            !activity.form.trim().is_empty()
                && matches!(activity.direction, Direction::Organisation | Direction::Education)
        }
    }
}

fn of_sort<'a>(source: &'a Source<'_>, sort: EventSort) -> Vec<&'a Event> {
    let events = events_of(source.records, source.year, source.on).into_iter();
    events.filter(|event| EventSort::of(&event.kind) == sort).collect()
}

/// A line of section 7.
struct Row {
    day: Option<NaiveDate>,
    date: String,
    what: String,
    who: String,
    schools: String,
    level: String,
    outcome: String,
}

impl From<Held> for Row {
    fn from(row: Held) -> Self {
        let Held { day, date, what, who, schools, outcome, .. } = row;
        Self { day, date, what, who, schools, level: String::new(), outcome }
    }
}

fn event_row(source: &Source<'_>, event: &Event) -> Row {
    let (records, on) = (source.records, event.date);
    let people = event.count.and_then(|count| usize::try_from(count).ok());
    let people = people.map(|count| counted(count, "участник", "участника", "участников"));
    let results = event.participants.iter().map(|participant| participant.result.clone());
    let numbers = filled(people.into_iter().chain(results)).join(", ");
    // The column is narrow: what came of it in words stands in the register, where numbers say enough here.
    let outcome = if numbers.is_empty() { event.result.clone() } else { numbers };
    Row {
        day: Some(on),
        date: event.days(),
        what: capitalised(&event.name()),
        who: records.answering(&event.leaders, &event.leaders_in_words, on),
        schools: schools_of(records, &event.leaders, event.organisation, on).join(", "),
        level: event.level.map(|level| level.in_words().to_owned()).unwrap_or_default(),
        outcome,
    }
}

/// A line for each row of the plan under which lessons were visited, and one for those under none.
fn lessons(source: &Source<'_>, visits: &[&LessonVisit]) -> Vec<Row> {
    let mut under: Vec<Option<ActivityId>> = visits.iter().map(|visit| visit.activity).collect();
    under.sort_unstable();
    under.dedup();
    let rows = under.into_iter().filter_map(|activity| {
        let of: Vec<&LessonVisit> =
            visits.iter().copied().filter(|visit| visit.activity == activity).collect();
        lessons_row(source, activity, &of)
    });
    rows.collect()
}

fn lessons_row(source: &Source<'_>, activity: Option<ActivityId>, visits: &[&LessonVisit]) -> Option<Row> {
    let (first, last) = (visits.first()?, visits.last()?);
    let records = source.records;
    let row = activity.and_then(|id| records.activities.get(&id));
    let mut visitors = Vec::new();
    for visit in visits {
        for visitor in records.each_answering(&visit.visitors, &visit.visitors_in_words, visit.date) {
            if !visitors.contains(&visitor) {
                visitors.push(visitor);
            }
        }
    }
    let together = LessonVisits::of(records, visits);
    let schools = together.schools.iter().map(|school| shown(records, *school));
    let days = if first.date == last.date {
        date_in_table(first.date)
    } else {
        format!("{}\u{a0}– {}", date_in_table(first.date), date_in_table(last.date))
    };
    Some(Row {
        day: Some(last.date),
        date: days,
        what: row.map_or_else(|| "Посещение уроков".to_owned(), |row| row.text.clone()),
        who: visitors.join(", "),
        schools: filled(schools).join(", "),
        level: String::new(),
        outcome: together.in_words(),
    })
}

/// A line of section 8 for each who took part; one of who led where nobody is named.
fn contest_rows(source: &Source<'_>, event: &Event) -> Vec<(Option<NaiveDate>, Vec<String>)> {
    let (records, on) = (source.records, event.date);
    let level = event.level.map(|level| level.in_words().to_owned()).unwrap_or_default();
    let line = |who: String, result: String| {
        (Some(on), vec![event.days(), capitalised(&event.name()), level.clone(), who, result])
    };
    if event.participants.is_empty() {
        let who = records.answering(&event.leaders, &event.leaders_in_words, on);
        let people = event.count.and_then(|count| usize::try_from(count).ok());
        let people = people.map(|count| counted(count, "участник", "участника", "участников"));
        let result = filled(people.into_iter().chain([event.result.clone()])).join(", ");
        return vec![line(who, result)];
    }
    let rows = event.participants.iter().map(|participant| {
        let who = participant.who.iter().map(|who| records.speaker(who, on)).collect();
        line(filled([who, quoted(&participant.topic)]).join(" — "), participant.result.clone())
    });
    rows.collect()
}
