//! Section 10: attestation of the year, topics of self-education, routes (ИОМ).

use pps_domain::figures::{Growth, attestation, self_education};
use pps_domain::ids::RouteId;
use pps_domain::records::Category;
use pps_domain::russian::partial_in_table;

use super::community::column;
use super::source::Source;
use crate::papers::people::optional;
use crate::papers::{Align, Block, Fact, Table};

pub(super) fn growth(source: &Source<'_>) -> Vec<Block> {
    let Growth { attestations, self_education: topics, routes_begun, routes_finished } =
        &source.figures.growth;
    let (records, day) = (source.records, source.day);
    let held = attestations.iter().filter_map(|(person, id)| {
        let held = attestation(records, *person, *id)?;
        let category = Some(held.category).filter(|known| *known != Category::NotApplicable);
        Some(vec![
            records.surname_first(*person, day),
            held.held.map(partial_in_table).unwrap_or_default(),
            category.map(|known| known.in_words().to_owned()).unwrap_or_default(),
            held.result.clone(),
        ])
    });
    let held = table(
        "Аттестация",
        [
            column("Фамилия И. О.", 46.0, Align::Left),
            column("Когда", 28.0, Align::Center),
            column("Категория", 40.0, Align::Left),
            column("Результат", 56.0, Align::Left),
        ],
        held.collect(),
    );
    let topics = topics.iter().filter_map(|(person, id)| {
        let own = self_education(records, *person, *id)?;
        Some(vec![records.surname_first(*person, day), own.topic.clone(), own.result.clone()])
    });
    let topics = table(
        "Темы самообразования",
        [
            column("Фамилия И. О.", 46.0, Align::Left),
            column("Тема", 74.0, Align::Left),
            column("Что вышло", 50.0, Align::Left),
        ],
        topics.collect(),
    );
    let named = |ids: &[RouteId]| {
        let routes = ids.iter().filter_map(|id| records.routes.get(id));
        let people = routes.filter_map(|route| optional(&records.surname_first(route.person?, day)));
        let people: Vec<String> = people.collect();
        match (ids.len(), people.is_empty()) {
            (0, _) => String::new(),
            (count, true) => count.to_string(),
            (count, false) => format!("{count} ({})", people.join(", ")),
        }
    };
    let routes = Block::Facts {
        items: vec![
            Fact { label: "Начаты ИОМ".to_owned(), value: named(routes_begun) },
            Fact { label: "Завершены ИОМ".to_owned(), value: named(routes_finished) },
        ],
    };
    let has_routes = !(routes_begun.is_empty() && routes_finished.is_empty());
    held.into_iter().chain(topics).chain(has_routes.then_some(routes)).collect()
}

fn table<const N: usize>(
    title: &str,
    columns: [crate::papers::Column; N],
    rows: Vec<Vec<String>>,
) -> Option<Block> {
    let title = title.to_owned();
    (!rows.is_empty()).then(|| {
        Block::Table(Table { title, columns: columns.into(), rows, total: None, ..Table::default() })
    })
}
