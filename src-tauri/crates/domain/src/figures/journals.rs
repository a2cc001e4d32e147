//! How much stands in each journal of the methodical work in a school year: for the overview, and for what goes to РИМК.

use chrono::NaiveDate;
use serde::Serialize;

use super::{consultations_of, lesson_visits_of, materials_of, practices_of};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::records::{
    Consultation, Entity, Event, Expertise, Journal, LessonVisit, Material, Practice, RoadMap, Route, Survey,
};
use crate::russian::counted;

/// A journal that holds something of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct JournalOfYear {
    /// Which one.
    pub journal: Journal,
    /// «9 консультаций»
    pub words: String,
}

/// The journals that hold something of the year by the day, in the order in which they are offered. What is kept for many
/// years, as normative documents are, and what only gathers other records, as «Контроль» does, is not among them.
#[must_use]
pub fn journals_of_year(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<JournalOfYear> {
    let held = Journal::ALL.iter().filter_map(|journal| {
        let (count, [one, few, many]) = count(records, *journal, year, on)?;
        let words = counted(count, one, few, many);
        (count > 0).then_some(JournalOfYear { journal: *journal, words })
    });
    held.collect()
}

fn count(
    records: &CommunityRecords,
    journal: Journal,
    year: SchoolYear,
    on: NaiveDate,
) -> Option<(usize, [&'static str; 3])> {
    let begun = |day: NaiveDate| day <= on;
    Some(match journal {
        Journal::Surveys => {
            let of_year = |survey: &&Survey| survey.school_year == year && begun(survey.held.first_day());
            (records.surveys.values().filter(of_year).count(), Survey::WORDS.counted)
        }
        Journal::Consultations => (consultations_of(records, year, on).len(), Consultation::WORDS.counted),
        Journal::Routes => {
            let of_year = |route: &&Route| route.school_year == year && route.begun.is_none_or(begun);
            (records.routes.values().filter(of_year).count(), Route::WORDS.counted)
        }
        Journal::Expertise => {
            let of_year = |expertise: &&Expertise| year.contains(expertise.date) && begun(expertise.date);
            (records.expertises.values().filter(of_year).count(), Expertise::WORDS.counted)
        }
        Journal::RoadMaps => {
            let of_year = |road_map: &&RoadMap| road_map.runs_in(year) && begun(road_map.from);
            (records.road_maps.values().filter(of_year).count(), RoadMap::WORDS.counted)
        }
        Journal::Courses => (records.courses_of(year, on).len(), ["курс", "курса", "курсов"]),
        // What is planned for a day to come is told as well: people prepare it.
        Journal::Events => {
            let of_year = |event: &&Event| year.contains(event.date);
            (records.events.values().filter(of_year).count(), Event::WORDS.counted)
        }
        Journal::Lessons => (lesson_visits_of(records, year, on).len(), LessonVisit::WORDS.counted),
        Journal::Materials => (materials_of(records, year, on).len(), Material::WORDS.counted),
        Journal::Practices => (practices_of(records, year, on).len(), Practice::WORDS.counted),
        Journal::Control | Journal::Acts => return None,
    })
}
