//! Лист передачи дел: what the next leader of the community takes over, and what is open on the day.

use chrono::NaiveDate;
use pps_domain::assignments::open;
use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::Meeting;
use pps_domain::rules::deadlines;
use pps_domain::russian::{date_in_prose, date_in_table};

use super::Signature;
use super::people::leader_signature;
use super::sentences::{stopped, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Table};
use crate::{Paper, PaperError};

/// What is open on the day, and where everything lies.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, year, on) = (ask.records, ask.year(), ask.on());
    let day = date_in_prose(on);
    let paper = Document::new(records, format!("Лист передачи дел на {day}"))
        .heading("ЛИСТ ПЕРЕДАЧИ ДЕЛ")
        .centred(whose(&records.community.words(), &records.community.name), 0.3)
        .centred(format!("на {day}"), 1.0)
        .with_all(part(
            "1. Сроки учебного года",
            dues(records, year, on),
            "Все сроки учебного года соблюдены.",
        ))
        .with_all(part(
            "2. Поручения, которые не исполнены",
            assignments(records, on),
            "Открытых поручений нет.",
        ))
        .with_all(part(
            "3. Мероприятия плана без отметки",
            rows(records, year, on),
            "Все мероприятия отмечены.",
        ))
        .with_all(part(
            "4. Протоколы, которые не подписаны",
            unsigned(records, on),
            "Все протоколы подписаны или ещё не составлены.",
        ))
        .with(opening("5. Где что лежит"))
        .with(places())
        .with(Block::Whole { blocks: signing(records, on) });
    Ok(paper.into())
}

fn part(title: &str, table: Option<Table>, nothing: &str) -> Vec<Block> {
    let said = table.map_or_else(|| Block::Text { text: nothing.to_owned() }, Block::from);
    vec![opening(title), Block::Gap { size: 0.2 }, said]
}

fn opening(title: &str) -> Block {
    Block::Heading { text: title.to_owned(), level: 2, number: None, above: Some(1.0), below: Some(0.4) }
}

fn filled_table<const N: usize>(columns: [Column; N], rows: Vec<[String; N]>) -> Option<Table> {
    let rows = rows.into_iter().map(Vec::from);
    let table = Table::new(columns, rows);
    (!table.rows.is_empty()).then_some(table)
}

fn dues(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Option<Table> {
    let columns = [
        Column::numbers("Последний день", 30.0),
        Column::words("Что должно быть сделано", 110.0),
        Column::numbers("Пункт", 20.0),
    ];
    let open = deadlines(records, year, on).into_iter().filter(|deadline| !deadline.met);
    let rows =
        open.map(|due| [date_in_table(due.date), due.what.to_owned(), format!("п.\u{a0}{}", due.clause)]);
    filled_table(columns, rows.collect())
}

fn assignments(records: &CommunityRecords, on: NaiveDate) -> Option<Table> {
    let columns = [
        Column::words("Протокол", 34.0),
        Column::words("Что поручено", 72.0),
        Column::words("Кто отвечает", 34.0),
        Column::words("Срок", 30.0),
    ];
    let rows = open(records, on).into_iter().map(|placed| {
        let year = placed.meeting.school_year;
        let term = placed.decision.term_on(year, on).map(Term::in_table).unwrap_or_default();
        let late = if placed.decision.is_overdue(year, on) { "\nсрок прошёл" } else { "" };
        [
            format!("{}, п.\u{a0}{}", named(placed.meeting), placed.number()),
            stopped(&placed.decision.text),
            records.answering(&placed.decision.responsible, &placed.decision.responsible_in_words, on),
            format!("{term}{late}"),
        ]
    });
    filled_table(columns, rows.collect())
}

fn rows(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Option<Table> {
    let columns = [
        Column::words("Мероприятие", 88.0),
        Column::words("Кто отвечает", 42.0),
        Column::words("Срок", 40.0),
    ];
    let plan = records.plan(year)?;
    let open = records.activities_of(plan.id).into_iter().filter(|row| row.mark_on(year, on).is_none());
    let rows = open.map(|row| {
        let term = row.term_on(year, on).map(Term::in_table).unwrap_or_default();
        let late = if row.is_overdue(year, on) { "\nсрок прошёл" } else { "" };
        [
            row.text.clone(),
            records.answering(&row.responsible, &row.responsible_in_words, on),
            format!("{term}{late}"),
        ]
    });
    filled_table(columns, rows.collect())
}

fn unsigned(records: &CommunityRecords, on: NaiveDate) -> Option<Table> {
    let columns = [Column::words("Протокол", 60.0), Column::words("О чём заседание", 110.0)];
    let mut meetings: Vec<&Meeting> =
        records.meetings.values().filter(|meeting| meeting.held_by(on)).collect();
    meetings.retain(|meeting| meeting.protocol.is_some() && !meeting.signed_by(on));
    meetings.sort_by_key(|meeting| (meeting.date, meeting.id));
    filled_table(
        columns,
        meetings.into_iter().map(|meeting| [named(meeting), meeting.topic.clone()]).collect(),
    )
}

/// «№ 2 от 16.01.2026»; a protocol without a number is known by its day.
fn named(meeting: &Meeting) -> String {
    let day = date_in_table(meeting.date);
    meeting.number().map_or_else(|| format!("от {day}"), |number| format!("№\u{a0}{number} от {day}"))
}

/// Where the things themselves lie no record knows: the leader writes it by hand.
fn places() -> Table {
    const THINGS: [&str; 5] = [
        "Программа и файл данных",
        "Запасная копия данных",
        "Подписанные протоколы",
        "Приказы и положение",
        "Согласия участников",
    ];
    let columns = [Column::words("Что", 60.0), Column::words("Где лежит", 110.0)];
    Table::new(columns, THINGS.map(|thing| vec![thing.to_owned(), String::new()]))
}

/// Both sign: who hands over and who takes over.
fn signing(records: &CommunityRecords, on: NaiveDate) -> Vec<Block> {
    let who = |text: &str| Block::Line {
        text: text.to_owned(),
        strong: true,
        small: false,
        above: Some(1.0),
        below: Some(0.4),
    };
    vec![
        who("Сдал:"),
        Block::signatures(&leader_signature(records, on), true),
        who("Принял:"),
        Block::signatures(&Signature { post: "Новый руководитель".to_owned(), name: String::new() }, true),
    ]
}
