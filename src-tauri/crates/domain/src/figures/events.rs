//! Events and visited lessons of a year (sections 7 and 8).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{FigureGroup, FigureTrace, Share, Source};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{LessonVisitId, OrganisationId};
use crate::records::{Event, EventSort, Kind, LessonVisit, ReportSection, Speaker};
use crate::russian::{counted, date_in_table};

/// The events of a year that had ended by a day, by date.
#[must_use]
pub fn events_of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<&Event> {
    let held = records.events.values().filter(|event| year.contains(event.date) && event.last_day() <= on);
    let mut held: Vec<_> = held.collect();
    held.sort_by_key(|event| (event.date, event.id));
    held
}

/// The lessons of a year that were visited by a day, by date.
#[must_use]
pub fn lesson_visits_of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<&LessonVisit> {
    let visits = records.lesson_visits.values().filter(|visit| year.contains(visit.date) && visit.date <= on);
    let mut visits: Vec<_> = visits.collect();
    visits.sort_by_key(|visit| (visit.date, visit.id));
    visits
}

impl CommunityRecords {
    /// Where a lesson was visited: what is said of it, else where the teacher works.
    #[must_use]
    pub fn place_of_lesson(&self, visit: &LessonVisit) -> Option<OrganisationId> {
        visit.organisation.or_else(|| match visit.teacher {
            Some(Speaker::Person(teacher)) => self.workplace(teacher, visit.date).map(|school| school.id),
            Some(Speaker::Named(_)) | None => None,
        })
    }
}

/// Visited lessons together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonVisits {
    /// Which, by date.
    pub lessons: Vec<LessonVisitId>,
    /// In which schools, each once, in the order of the visits.
    pub schools: Vec<OrganisationId>,
}

impl LessonVisits {
    /// Those that are given.
    #[must_use]
    pub fn of(records: &CommunityRecords, visits: &[&LessonVisit]) -> Self {
        let mut seen = BTreeSet::new();
        let places = visits.iter().filter_map(|visit| records.place_of_lesson(visit));
        let schools = places.filter(|school| seen.insert(*school)).collect();
        Self { lessons: visits.iter().map(|visit| visit.id).collect(), schools }
    }

    /// «6 уроков, 2 школы»; schools that are not known are not counted.
    #[must_use]
    pub fn in_words(&self) -> String {
        let lessons = counted(self.lessons.len(), "урок", "урока", "уроков");
        match self.schools.len() {
            0 => lessons,
            schools => format!("{lessons}, {}", counted(schools, "школа", "школы", "школ")),
        }
    }
}

fn source(event: &Event) -> Source {
    let name = match event.name() {
        name if name.is_empty() => event.days(),
        name => format!("{}: {name}", event.days()),
    };
    Source { kind: Kind::Event, id: event.id.0, name }
}

/// How many events of each sort there were, and how many lessons were visited.
pub(super) fn traces(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<FigureTrace> {
    let events = events_of(records, year, on);
    let mut traces = Vec::new();
    let sorts = [
        (EventSort::Held, ReportSection::Events, FigureGroup::Events, "Проведено событий"),
        (EventSort::Contest, ReportSection::Contests, FigureGroup::Contests, "Конкурсы и конференции"),
    ];
    for (sort, section, group, label) in sorts {
        let of_sort: Vec<&Event> =
            events.iter().copied().filter(|event| EventSort::of(&event.kind) == sort).collect();
        if of_sort.is_empty() {
            continue;
        }
        let people: usize = match sort {
            EventSort::Held => of_sort.iter().filter_map(|event| event.count).map(whole).sum(),
            EventSort::Contest => of_sort.iter().map(|event| event.participants.len()).sum(),
        };
        let count = counted(of_sort.len(), "событие", "события", "событий");
        let words = match people {
            0 => count,
            people => format!("{count}, {}", counted(people, "участник", "участника", "участников")),
        };
        traces.push(FigureTrace {
            section,
            group,
            label: label.to_owned(),
            words,
            share: None::<Share>,
            before: None,
            sources: of_sort.into_iter().map(source).collect(),
        });
    }
    let visits = lesson_visits_of(records, year, on);
    if !visits.is_empty() {
        let sources = visits.iter().map(|visit| {
            let day = date_in_table(visit.date);
            let name = visit.name();
            let name = if name.is_empty() { day } else { format!("{day}: {name}") };
            Source { kind: Kind::LessonVisit, id: visit.id.0, name }
        });
        traces.push(FigureTrace {
            section: ReportSection::Events,
            group: FigureGroup::LessonVisits,
            label: "Посещено".to_owned(),
            words: LessonVisits::of(records, &visits).in_words(),
            share: None,
            before: None,
            sources: sources.collect(),
        });
    }
    traces
}

fn whole(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
