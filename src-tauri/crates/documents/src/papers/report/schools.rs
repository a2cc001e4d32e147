//! Section 13 of the report: schools with low results, what was done by their road maps and what came of it.

use pps_domain::calendar::SchoolYear;
use pps_domain::control::road_map_name;
use pps_domain::figures::RoadMapProgress;
use pps_domain::ids::{OrganisationId, PersonId};
use pps_domain::records::{Organisation, RoadMap};
use pps_domain::russian::{alphabetical, capitalised};

use super::community::column;
use super::source::Source;
use crate::papers::people::optional;
use crate::papers::road_map::{category, indicators};
use crate::papers::sentences::stopped;
use crate::papers::{Align, Block, Fact, Table};

pub(super) fn schools(source: &Source<'_>) -> Vec<Block> {
    let records = source.records;
    // A school counts where one of its people was a member in the year.
    let year: SchoolYear = source.year;
    let members = records.memberships.values().filter(|membership| {
        membership.from <= year.end()
            && membership.to.is_none_or(|to| year.start() <= to)
            && membership.from <= source.on
    });
    let of_members: Vec<_> = members
        .filter_map(|member| Some((records.workplace(member.person, source.day)?.id, member.person)))
        .collect();
    let flagged =
        records.organisations.values().filter(|school| school.low_results || school.unfavourable_conditions);
    let mut flagged: Vec<&Organisation> =
        flagged.filter(|school| of_members.iter().any(|(id, _)| *id == school.id)).collect();
    flagged.sort_by_cached_key(|school| (alphabetical(&school.name), school.id));
    let mut blocks = members_table(source, &flagged, &of_members);
    blocks.extend(road_maps(source, &flagged));
    blocks
}

/// The schools with the members who work there.
fn members_table(
    source: &Source<'_>,
    flagged: &[&Organisation],
    of_members: &[(OrganisationId, PersonId)],
) -> Vec<Block> {
    let records = source.records;
    let rows: Vec<Vec<String>> = flagged
        .iter()
        .map(|school| {
            let people = of_members.iter().filter(|(id, _)| *id == school.id);
            let people: Vec<_> =
                people.map(|(_, person)| records.surname_first(*person, source.day)).collect();
            vec![school.name.clone(), category(school), people.join(", ")]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("Школа", 70.0, Align::Left),
        column("Категория", 30.0, Align::Center),
        column(&format!("Участники {}", source.records.community.words().of_body()), 70.0, Align::Left),
    ];
    vec![
        Block::Table(Table { title: String::new(), columns, rows, total: None, ..Table::default() }),
        Block::Text { text: kinds_in_full(flagged) },
    ]
}

/// The road maps that run in the year: those of the schools above first, in their order, then all others.
fn road_maps(source: &Source<'_>, flagged: &[&Organisation]) -> Vec<Block> {
    let known = source.figures.road_maps.iter();
    let mut running: Vec<(&RoadMapProgress, &RoadMap)> =
        known.filter_map(|found| Some((found, source.records.road_maps.get(&found.road_map)?))).collect();
    let place = |road_map: &RoadMap| {
        let of = flagged.iter().position(|school| Some(school.id) == road_map.organisation);
        of.unwrap_or(flagged.len())
    };
    // The sort is stable: within a school they keep the order of their days.
    running.sort_by_key(|(_, road_map)| place(road_map));
    running.into_iter().flat_map(|(progress, road_map)| of_road_map(source, *progress, road_map)).collect()
}

/// What was done by a road map, its measures and what has changed.
fn of_road_map(source: &Source<'_>, progress: RoadMapProgress, road_map: &RoadMap) -> Vec<Block> {
    let records = source.records;
    let school = road_map.organisation.and_then(|school| records.organisations.get(&school));
    let category = school.map(category).unwrap_or_default();
    let school = school.map(|school| match category.as_str() {
        "" => school.name.clone(),
        category => format!("{} ({category})", school.name),
    });
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let mut blocks = vec![
        Block::heading(&capitalised(&road_map_name(records, road_map)), 2),
        Block::Facts {
            items: vec![
                fact("Школа", school.unwrap_or_default()),
                fact("Сделано", progress.in_words()),
                fact(
                    "Динамика",
                    optional(&road_map.dynamics).map(|words| stopped(&words)).unwrap_or_default(),
                ),
            ],
        },
    ];
    blocks.extend(indicators(road_map).map(Block::Table));
    blocks
}

/// The abbreviations of the table in full, as many of them as stand in it.
fn kinds_in_full(schools: &[&Organisation]) -> String {
    let kinds = [
        (
            "ШСНРО — школа со стабильно низкими образовательными результатами",
            schools.iter().any(|school| school.low_results),
        ),
        (
            "ШФНСУ — школа, функционирующая в неблагоприятных социальных условиях",
            schools.iter().any(|school| school.unfavourable_conditions),
        ),
    ];
    let kinds: Vec<_> = kinds.into_iter().filter(|(_, stands)| *stands).map(|(words, _)| words).collect();
    format!("{}.", kinds.join("; "))
}
