//! Дорожная карта школы или темы (п. 3.1.6).

use chrono::NaiveDate;
use pps_domain::calendar::Term;
use pps_domain::community_records::CommunityRecords;
use pps_domain::derived::WorkState;
use pps_domain::ids::RoadMapId;
use pps_domain::records::{Indicator, Organisation, RoadMap, RoadMapRow};
use pps_domain::russian::date_in_prose;

use super::people::leader_signature;
use super::sentences::{in_lines, marked, moved, quoted, stopped, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Fact, Table};
use crate::{Paper, PaperError};

/// The road map that is asked for, as its rows stand on the day.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, on, id) = (ask.records, ask.on(), ask.record::<RoadMapId>()?);
    let not_found = || PaperError::NotFound { what: "Дорожной карты".to_owned() };
    let road_map = records.road_maps.get(&id).ok_or_else(not_found)?;
    let school = road_map.organisation.and_then(|school| records.organisations.get(&school));
    let title = records.road_map_title(road_map);
    let mut paper = Document::new(records, format!("Дорожная карта. {title}"))
        .landscape()
        .heading("ДОРОЖНАЯ КАРТА")
        .centred(
            in_lines([quoted(&road_map.title), whose(&records.community.words(), &records.community.name)]),
            0.8,
        )
        .with(Block::Labelled { items: about(road_map, school) })
        .with(Block::List {
            title: "Факторы риска:".to_owned(),
            items: super::report::community::punctuated(super::people::filled(
                road_map.risks.iter().cloned(),
            )),
            numbered: false,
        });
    paper = paper.with(Block::Labelled { items: vec![fact("Цель", stopped(&road_map.goal))] });
    if let Some(table) = indicators(road_map) {
        paper = paper.with(Block::heading("Показатели", 2)).with(table);
    }
    paper = paper.with(Block::heading("Мероприятия", 2)).with(rows(records, road_map, on));
    if !road_map.dynamics.trim().is_empty() {
        paper = paper.with(Block::heading("Динамика", 2)).text(stopped(&road_map.dynamics));
    }
    Ok(Paper::Document(paper.signed(&leader_signature(records, on))))
}

/// The measures with their beginning, aim and outcome; none where there are none.
pub(crate) fn indicators(road_map: &RoadMap) -> Option<Table> {
    let columns = [
        Column::words("Показатель", 110.0),
        Column::numbers("База", 45.0),
        Column::numbers("Цель", 45.0),
        Column::numbers("Факт", 45.0),
    ];
    let known = road_map.indicators.iter().filter(|indicator| !indicator.text.trim().is_empty());
    let rows: Vec<Vec<String>> = known
        .map(|Indicator { text, base, target, fact, .. }| {
            [text, base, target, fact].map(|words| words.trim().to_owned()).into()
        })
        .collect();
    (!rows.is_empty()).then(|| Table::new(columns, rows))
}

/// «ШСНРО», «ШФНСУ», or both; empty for another school.
pub(crate) fn category(school: &Organisation) -> String {
    let kinds = [("ШСНРО", school.low_results), ("ШФНСУ", school.unfavourable_conditions)];
    let kinds: Vec<_> = kinds.into_iter().filter(|(_, is)| *is).map(|(word, _)| word).collect();
    kinds.join(", ")
}

fn fact(label: &str, value: String) -> Fact {
    Fact { label: label.to_owned(), value }
}

fn about(road_map: &RoadMap, school: Option<&Organisation>) -> Vec<Fact> {
    let from = format!("с {}", date_in_prose(road_map.from));
    let until = road_map.until.map(|until| format!(" по {}", date_in_prose(until))).unwrap_or_default();
    vec![
        fact("Школа", school.map(|school| school.name.clone()).unwrap_or_default()),
        fact("Категория", school.map(category).unwrap_or_default()),
        fact("Срок", format!("{from}{until}")),
    ]
}

fn rows(records: &CommunityRecords, road_map: &RoadMap, on: NaiveDate) -> Table {
    let columns = [
        Column::numbers("№", 9.0),
        Column::words("Мероприятие", 68.0),
        Column::words("Срок", 34.0),
        Column::words("Ответственный", 40.0),
        Column::words("Ожидаемый результат", 44.0),
        Column::words("Подтверждение", 36.0),
        Column::words("Статус", 40.0),
    ];
    let known: Vec<&RoadMapRow> = road_map.rows.iter().filter(|row| !row.text.trim().is_empty()).collect();
    let late = |row: &RoadMapRow| road_map.work(row).is_overdue(on);
    let loud = known.iter().enumerate().filter(|(_, row)| late(row)).map(|(place, _)| place).collect();
    let told = known.iter().map(|row| told(records, road_map, row, on));
    Table { loud, ..Table::numbered(columns, told) }
}

fn told(records: &CommunityRecords, road_map: &RoadMap, row: &RoadMapRow, on: NaiveDate) -> [String; 6] {
    let work = road_map.work(row);
    let terms = row.term.iter().map(Term::in_table).chain(work.moves_by(on).map(moved));
    let status = match work.mark_on(on) {
        Some(mark) => marked(mark),
        None => WorkState::of(work, on).in_words().to_owned(),
    };
    [
        row.text.trim().to_owned(),
        terms.collect::<Vec<_>>().join("\n"),
        records.answering(&row.responsible, &row.responsible_in_words, on),
        row.expected.trim().to_owned(),
        row.proof.trim().to_owned(),
        status,
    ]
}
