//! Лист анализа урока (пп. 3.1.3, 3.1.7). A sheet on which nothing is judged yet leaves room to write by hand.

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::LessonVisitId;
use pps_domain::records::{LessonAspect, LessonVisit, Speaker};
use pps_domain::russian::{counted, date_in_prose};
use pps_domain::supplied::LESSON_ASPECTS;

use super::Signature;
use super::people::{filled, post, shown};
use super::sentences::{in_lines, quoted, whose};
use crate::ask::Ask;
use crate::model::{Blank, Block, Column, Document, Fact, Table};
use crate::{Paper, PaperError};

/// The sheet of one lesson.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let records = ask.records;
    let id: LessonVisitId = ask.record()?;
    let visit = records
        .lesson_visits
        .get(&id)
        .ok_or_else(|| PaperError::NotFound { what: "Такого урока".to_owned() })?;
    let title = match visit.name().as_str() {
        "" => format!("Лист анализа урока {}", date_in_prose(visit.date)),
        name => format!("Лист анализа урока: {name}"),
    };
    let by_hand = visit.points().is_none()
        && [&visit.strengths, &visit.remarks, &visit.recommendations]
            .iter()
            .all(|text| text.trim().is_empty());
    let told = visit.aspects.iter().filter(|aspect| by_hand || is_told(aspect));
    let rows = told.map(|aspect| {
        let points = aspect.points.map(|points| points.to_string()).unwrap_or_default();
        [aspect.text.clone(), points, aspect.note.clone()]
    });
    let paper = Document::new(records, title);
    Ok(sheet(paper, records, &facts(records, visit), rows.collect(), by_hand)
        .with_all(words(visit, by_hand))
        .ending(signed(signatures(records, visit)))
        .into())
}

/// A sheet without a lesson, to be filled in by hand.
pub(crate) fn blank(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let records = ask.records;
    let rows = LESSON_ASPECTS.iter().map(|text| [(*text).to_owned(), String::new(), String::new()]);
    let facts: Vec<Fact> = LABELS.iter().map(|label| fact(label, String::new())).collect();
    let signatures = vec![
        Signature { post: VISITED.to_owned(), name: String::new() },
        Signature { post: ACQUAINTED.to_owned(), name: String::new() },
    ];
    let paper = Document::new(records, "Бланк анализа урока".to_owned());
    Ok(sheet(paper, records, &facts, rows.collect(), true)
        .with_all(WORDS.iter().flat_map(|label| by_hand(label)))
        .ending(signed(signatures))
        .into())
}

const LABELS: [&str; 6] = ["Дата", "Учитель", "Класс, предмет", "Тема урока", "Цель посещения", "Посетили"];
const WORDS: [&str; 3] = ["Что взять себе", "Замечания", "Рекомендации учителю"];
const VISITED: &str = "Урок посетил(а)";
const ACQUAINTED: &str = "С анализом ознакомлен(а)";

/// What the teacher and whoever visits says of the lesson.
fn facts(records: &CommunityRecords, visit: &LessonVisit) -> Vec<Fact> {
    let on = visit.date;
    let school = records.place_of_lesson(visit).map(|school| shown(records, school)).unwrap_or_default();
    let values = [
        date_in_prose(on),
        filled([teacher(records, visit), teachers_post(records, visit, on), school]).join(", "),
        filled([visit.class.clone(), visit.subject.clone()]).join(", "),
        quoted(&visit.topic),
        visit.purpose.clone(),
        records.answering(&visit.visitors, &visit.visitors_in_words, on),
    ];
    LABELS.iter().zip(values).map(|(label, value)| fact(label, value)).collect()
}

fn fact(label: &str, value: String) -> Fact {
    Fact { label: label.to_owned(), value }
}

fn teacher(records: &CommunityRecords, visit: &LessonVisit) -> String {
    visit.teacher.iter().map(|teacher| records.speaker(teacher, visit.date)).collect()
}

fn teachers_post(records: &CommunityRecords, visit: &LessonVisit, on: NaiveDate) -> String {
    match visit.teacher {
        Some(Speaker::Person(teacher)) if !records.is_anonymised(teacher) => post(records, teacher, on),
        _ => String::new(),
    }
}

fn sheet(
    paper: Document,
    records: &CommunityRecords,
    facts: &[Fact],
    rows: Vec<[String; 3]>,
    by_hand: bool,
) -> Document {
    let known: Vec<Fact> = facts.iter().filter(|fact| !fact.value.trim().is_empty()).cloned().collect();
    let open = facts.iter().filter(|fact| fact.value.trim().is_empty());
    let mut paper = paper
        .heading("ЛИСТ АНАЛИЗА УРОКА")
        .centred(in_lines([whose(&records.community.words(), &records.community.name)]), 1.0)
        .with(Block::Labelled { items: known });
    if by_hand {
        for Fact { label, .. } in open {
            paper = paper.with(line_to_fill(label));
        }
    }
    let columns = [
        Column::numbers("№", 9.0),
        Column::words("На что смотрели", 82.0),
        Column::numbers("Баллы (0\u{2060}–\u{2060}2)", 20.0),
        Column::words("Что увидели", 59.0),
    ];
    if rows.is_empty() {
        return paper;
    }
    let table = Table { room_at: by_hand.then_some(3), ..Table::numbered(columns, rows) };
    paper.with(Block::Gap { size: 0.6 }).with(table).with(Block::Gap { size: 0.4 })
}

/// A row in which nothing is judged says nothing on a sheet that is filled in.
fn is_told(aspect: &LessonAspect) -> bool {
    aspect.points.is_some() || !aspect.note.trim().is_empty()
}

/// The points together, and what is said in words.
fn words(visit: &LessonVisit, with_room: bool) -> Vec<Block> {
    if with_room {
        return WORDS.iter().flat_map(|label| by_hand(label)).collect();
    }
    let points = visit.points().map(|points| {
        let open = match points.open {
            0 => String::new(),
            open => format!("; без оценки {}", counted(open, "строка", "строки", "строк")),
        };
        format!("{} из {}{open}", points.given, points.most)
    });
    let texts = [&visit.strengths, &visit.remarks, &visit.recommendations];
    let told = WORDS.iter().zip(texts).map(|(label, text)| fact(label, text.trim().to_owned()));
    let items = std::iter::once(fact("Всего баллов", points.unwrap_or_default())).chain(told);
    vec![Block::Labelled { items: items.collect() }]
}

fn by_hand(label: &str) -> [Block; 2] {
    [
        Block::Line { text: format!("{label}:"), strong: true, small: false, above: Some(0.6), below: None },
        Block::Rules { count: 3 },
    ]
}

fn line_to_fill(label: &str) -> Block {
    let text = format!("{label}:");
    // The rule ends where the column of text does.
    let room = 160.0 - 2.4 * f64::from(u32::try_from(text.chars().count()).unwrap_or(0));
    let parts = if label == "Дата" {
        std::iter::once(Blank::new(&format!("{text} "), 0.0)).chain(Blank::day()).collect()
    } else {
        vec![Blank::new(&text, room)]
    };
    Block::Blanks { parts, centred: false, strong: false, above: Some(0.2), below: None }
}

fn signatures(records: &CommunityRecords, visit: &LessonVisit) -> Vec<Signature> {
    let on = visit.date;
    let visitors = visit.visitors.iter().map(|visitor| {
        let known = if records.is_anonymised(*visitor) { String::new() } else { post(records, *visitor, on) };
        let post = if known.trim().is_empty() { VISITED.to_owned() } else { known };
        Signature { post, name: records.signature(*visitor, on) }
    });
    let mut lines: Vec<Signature> = visitors.collect();
    if lines.is_empty() {
        lines.push(Signature { post: VISITED.to_owned(), name: String::new() });
    }
    let name = match &visit.teacher {
        Some(Speaker::Person(teacher)) => records.signature(*teacher, on),
        Some(Speaker::Named(name)) => name.clone(),
        None => String::new(),
    };
    lines.push(Signature { post: ACQUAINTED.to_owned(), name });
    lines
}

fn signed(signatures: Vec<Signature>) -> Block {
    Block::Signatures { signatures, word: None, day: None, room_for_day: false }
}
