//! Road maps that run in a year (п. 3.1.6): how much of each is done.

use chrono::NaiveDate;

use super::{FigureGroup, FigureTrace, Share, Source};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::control::road_map_name;
use crate::ids::RoadMapId;
use crate::records::{Kind, MarkState, ReportSection, RoadMap};
use crate::russian::{alphabetical, capitalised, plural};

/// How far a road map has come by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoadMapProgress {
    /// Which.
    pub road_map: RoadMapId,
    /// Rows done of all that it has.
    pub done: Share,
}

impl RoadMapProgress {
    fn of(road_map: &RoadMap, on: NaiveDate) -> Self {
        let rows = road_map.rows.iter().filter(|row| !row.text.trim().is_empty());
        let done = rows
            .clone()
            .filter(|row| road_map.work(row).mark_on(on).is_some_and(|mark| mark.state == MarkState::Done));
        Self { road_map: road_map.id, done: Share { part: done.count(), whole: rows.count() } }
    }

    /// «выполнено 7 из 9 мероприятий»; empty where it has no rows.
    #[must_use]
    pub fn in_words(self) -> String {
        let Share { part, whole } = self.done;
        if whole == 0 {
            return String::new();
        }
        let word = plural(whole, "мероприятия", "мероприятий", "мероприятий");
        format!("выполнено {part} из {whole}\u{a0}{word}")
    }
}

/// The road maps that run in the year and have begun by the day: those of schools by the name of the school, then those of
/// topics.
pub(super) fn progress(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<RoadMapProgress> {
    let running = |road_map: &&RoadMap| road_map.runs_in(year) && road_map.from <= on;
    let mut running: Vec<&RoadMap> = records.road_maps.values().filter(running).collect();
    running.sort_by_cached_key(|road_map| {
        let school = road_map.organisation.and_then(|school| records.organisations.get(&school));
        let name = school.map(|school| alphabetical(&school.name));
        (name.is_none(), name, road_map.from, road_map.id)
    });
    running.into_iter().map(|road_map| RoadMapProgress::of(road_map, on)).collect()
}

/// A figure for each road map that has rows.
pub(super) fn traces(records: &CommunityRecords, all: &[RoadMapProgress]) -> Vec<FigureTrace> {
    let known = all.iter().filter(|progress| progress.done.whole > 0);
    let traces = known.filter_map(|progress| {
        let road_map = records.road_maps.get(&progress.road_map)?;
        let name = capitalised(&road_map_name(records, road_map));
        Some(FigureTrace {
            section: ReportSection::Schools,
            group: FigureGroup::RoadMap,
            label: name.clone(),
            words: format!("выполнено {}", progress.done.in_words()),
            share: Some(progress.done),
            before: None,
            sources: vec![Source { kind: Kind::RoadMap, id: road_map.id.0, name }],
        })
    });
    traces.collect()
}
