//! Индивидуальный образовательный маршрут (п. 3.1.4), a sheet for one person.

use chrono::NaiveDate;
use pps_domain::calendar::Term;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::RouteId;
use pps_domain::records::{Category, Route, RouteRow, Speaker};
use pps_domain::russian::{counted, date_in_prose, uncapitalised};

use super::people::{filled, leader_signature, post, workplace};
use super::sentences::{in_lines, marked};
use super::{Fact, Signature};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Table};
use crate::{Paper, PaperError};

/// The route that is asked for, with the post, the school and the seniority of the paper's day.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, on) = (ask.records, ask.on());
    let id: RouteId = ask.record()?;
    let missing = || PaperError::NotFound { what: "Маршрута".to_owned() };
    let route = records.routes.get(&id).ok_or_else(missing)?;
    let columns = [
        Column::numbers("№", 8.0),
        Column::words("Дефицит", 36.0),
        Column::words("Мероприятие", 44.0),
        Column::words("Форма", 27.0),
        Column::words("Где, часы", 29.0),
        Column::words("Срок", 25.0),
        Column::words("Ожидаемый результат", 33.0),
        Column::words("Подтверждение", 29.0),
        Column::words("Отметка", 31.0),
    ];
    let rows = route.rows.iter().map(|row| cells(route, row, on));
    let name = route.person.map(|person| records.full_name(person, on)).unwrap_or_default();
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let paper = Document::new(records, title(records, route, on))
        .landscape()
        .heading("ИНДИВИДУАЛЬНЫЙ ОБРАЗОВАТЕЛЬНЫЙ МАРШРУТ")
        .centred(in_lines([name, period(route)]), 1.0)
        .with(Block::Facts { items: of_person(records, route, on) })
        .with(Block::Facts {
            items: vec![
                fact("Основание", grounds(records, route)),
                fact("Цель", route.goal.clone()),
                fact("Куратор", curator(records, route, on)),
            ],
        })
        .with(Block::Gap { size: 0.5 })
        .with(Table::numbered(columns, rows));
    let paper = match route.reflection.trim() {
        "" => paper,
        _ => paper
            .with(Block::Gap { size: 0.8 })
            .with(Block::opening("Рефлексия"))
            .text(route.reflection.clone()),
    };
    Ok(paper.ending(signatures(records, route, on)).into())
}

/// «ИОМ — Мещерякова Н. О., 2025/2026 учебный год»; a second route of one year says so.
fn title(records: &CommunityRecords, route: &Route, on: NaiveDate) -> String {
    let name = route.person.map(|person| records.surname_first(person, on)).unwrap_or_default();
    let same = |other: &&Route| {
        other.person == route.person && other.school_year == route.school_year && other.id < route.id
    };
    let earlier = records.routes.values().filter(same).count();
    let number = if earlier == 0 { String::new() } else { format!(" ({})", earlier + 1) };
    let whose = filled([name, format!("{} учебный год", route.school_year)]).join(", ");
    format!("ИОМ — {whose}{number}")
}

/// «с 24 октября 2025 г. по 29 мая 2026 г.», or the school year.
fn period(route: &Route) -> String {
    let days = [("с", route.from), ("по", route.until)];
    let days =
        days.into_iter().filter_map(|(word, day)| Some(format!("{word}\u{a0}{}", date_in_prose(day?))));
    let days: Vec<String> = days.collect();
    if days.is_empty() { format!("на {} учебный год", route.school_year) } else { days.join(" ") }
}

/// Of whoever is anonymised only the school is told.
fn of_person(records: &CommunityRecords, route: &Route, on: NaiveDate) -> Vec<Fact> {
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let Some(person) = route.person else { return Vec::new() };
    let facts = records.facts(person, on).filter(|_| !records.is_anonymised(person));
    let category = facts.map(|facts| facts.category).filter(|known| *known != Category::NotApplicable);
    let years = facts.and_then(|facts| facts.experience(on)).and_then(|years| usize::try_from(years).ok());
    vec![
        fact("Организация", workplace(records, person, on)),
        fact("Должность, предмет", post(records, person, on)),
        fact("Категория", category.map(|known| known.in_words().to_owned()).unwrap_or_default()),
        fact("Стаж", years.map(|years| counted(years, "год", "года", "лет")).unwrap_or_default()),
    ]
}

/// The difficulties, then what was said beside them.
fn grounds(records: &CommunityRecords, route: &Route) -> String {
    let difficulties = route.difficulties.iter().filter_map(|id| records.difficulties.get(id));
    let named = filled(difficulties.map(|difficulty| uncapitalised(difficulty.title.trim())));
    let named = if named.is_empty() {
        String::new()
    } else {
        format!("затруднения: {}", named.join("; "))
    };
    filled([route.grounds.trim().to_owned(), named]).join("; ")
}

fn curator(records: &CommunityRecords, route: &Route, on: NaiveDate) -> String {
    route.curator.as_ref().map(|curator| records.speaker(curator, on)).unwrap_or_default()
}

fn cells(route: &Route, row: &RouteRow, on: NaiveDate) -> [String; 8] {
    let hours = row.hours.and_then(|hours| usize::try_from(hours).ok());
    let hours = hours.map(|hours| counted(hours, "час", "часа", "часов")).unwrap_or_default();
    let mark = row.mark.as_ref().filter(|mark| mark.counts_by(row.term.as_ref(), route.school_year, on));
    [
        row.deficit.clone(),
        row.measure.clone(),
        row.form.clone(),
        filled([row.place.clone(), hours]).join(",\n"),
        row.term.as_ref().map(Term::in_table).unwrap_or_default(),
        row.expected.clone(),
        row.proof.clone(),
        mark.map(marked).unwrap_or_default(),
    ]
}

/// Whose route it is, who helps, who leads the community.
fn signatures(records: &CommunityRecords, route: &Route, on: NaiveDate) -> Block {
    let person = route.person.map(|person| records.signature(person, on)).unwrap_or_default();
    let helper = route.curator.as_ref().map(|curator| match curator {
        Speaker::Person(person) => records.signature(*person, on),
        Speaker::Named(_) => records.speaker(curator, on),
    });
    let signature = |post: &str, name: String| Signature { post: post.to_owned(), name };
    let mut signatures = vec![
        signature("С маршрутом ознакомлен(а)", person),
        signature("Куратор", helper.unwrap_or_default()),
    ];
    signatures.push(leader_signature(records, on));
    Block::Signatures { signatures, word: None, day: None, room_for_day: false }
}
