//! Экспертное заключение (пп. 3.1.5, 3.1.6).

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::ExpertiseId;
use pps_domain::records::{Expert, Expertise, Speaker};
use pps_domain::russian::{FullName, capitalised, date_in_prose, name_in_text, names_several};

use super::Signature;
use super::people::{filled, post, workplace};
use super::sentences::{in_lines, stopped, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Fact, Table};
use crate::{Paper, PaperError};

/// The conclusion that is asked for, with the names and posts of its own day.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, id) = (ask.records, ask.record::<ExpertiseId>()?);
    let not_found = || PaperError::NotFound { what: "Экспертизы".to_owned() };
    let judged = records.expertises.get(&id).ok_or_else(not_found)?;
    let name = &records.community.name;
    let day = date_in_prose(judged.date);
    let title = filled(["Экспертное заключение".to_owned(), judged.title.trim().to_owned()]).join(". ");
    let mut paper = Document::new(records, title)
        .heading("ЭКСПЕРТНОЕ ЗАКЛЮЧЕНИЕ")
        .centred(in_lines([format!("от {day}"), whose(&records.community.words(), name)]), 0.8)
        .with(Block::Labelled { items: about(records, judged) });
    if judged.criteria.iter().any(|criterion| !criterion.text.trim().is_empty()) {
        paper = paper.with(Block::Gap { size: 0.6 }).with(measured(judged)).with(Block::Line {
            text: "0 — нет, 1 — частично, 2 — да.".to_owned(),
            strong: false,
            small: true,
            above: Some(0.3),
            below: None,
        });
    }
    for (label, text) in [
        ("Сильные стороны", &judged.strengths),
        ("Замечания", &judged.remarks),
        ("Рекомендации", &judged.recommendations),
    ] {
        if !text.trim().is_empty() {
            paper = paper.with(Block::heading(label, 2)).text(stopped(text));
        }
    }
    if let Some(conclusion) = judged.conclusion {
        paper = paper.with(Block::Line {
            text: format!("Вывод: {}.", conclusion.in_words()),
            strong: true,
            small: false,
            above: Some(1.0),
            below: None,
        });
    }
    let signatures: Vec<Signature> =
        judged.experts.iter().map(|expert| signs(records, judged, expert)).collect();
    // A conclusion for which nobody is named yet is signed by hand.
    let nobody = || vec![Signature { post: "Эксперт".to_owned(), name: String::new() }];
    let signatures = if signatures.is_empty() { nobody() } else { signatures };
    Ok(Paper::Document(paper.ending(Block::Signatures {
        signatures,
        word: None,
        day: None,
        room_for_day: false,
    })))
}

/// What was judged, who made it and who looked at it.
fn about(records: &CommunityRecords, judged: &Expertise) -> Vec<Fact> {
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let authors = records.each_answering(&judged.authors, &judged.authors_in_words, judged.date);
    let mut places: Vec<String> = Vec::new();
    let own = judged.organisation.and_then(|school| records.organisations.get(&school));
    let own = own.map(|school| school.name.clone());
    let of_authors = judged.authors.iter().map(|person| workplace(records, *person, judged.date));
    for place in own.into_iter().chain(of_authors).filter(|place| !place.trim().is_empty()) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let experts = filled(judged.experts.iter().map(|expert| told(records, judged, expert)));
    let author = if authors.len() > 1 || names_several(&judged.authors_in_words) {
        "Авторы"
    } else {
        "Автор"
    };
    let expert = if experts.len() > 1 { "Эксперты" } else { "Эксперт" };
    vec![
        fact("Работа", judged.title.trim().to_owned()),
        fact("Вид работы", judged.form.trim().to_owned()),
        fact(author, authors.join(", ")),
        fact("Место работы", places.join(", ")),
        fact(expert, experts.join("; ")),
    ]
}

/// «Фомин Д. С., учитель истории, МБОУ «…»»; of somebody without a card what was typed.
fn told(records: &CommunityRecords, judged: &Expertise, expert: &Expert) -> String {
    let name = expert.speaker.as_ref().map(|speaker| records.speaker(speaker, judged.date));
    let place = match expert.speaker {
        Some(Speaker::Person(person)) => workplace(records, person, judged.date),
        Some(Speaker::Named(_)) | None => String::new(),
    };
    filled([name.unwrap_or_default(), own_post(records, judged, expert), place]).join(", ")
}

fn own_post(records: &CommunityRecords, judged: &Expertise, expert: &Expert) -> String {
    match expert.speaker {
        Some(Speaker::Person(person)) if expert.post.trim().is_empty() => {
            if records.is_anonymised(person) {
                String::new()
            } else {
                post(records, person, judged.date)
            }
        }
        _ => expert.post.trim().to_owned(),
    }
}

fn signs(records: &CommunityRecords, judged: &Expertise, expert: &Expert) -> Signature {
    let name = match &expert.speaker {
        Some(Speaker::Person(person)) => records.signature(*person, judged.date),
        Some(Speaker::Named(words)) => {
            let name = FullName::parse(words);
            if name.given.trim().is_empty() { name_in_text(words) } else { name.initials_first() }
        }
        None => String::new(),
    };
    let post = own_post(records, judged, expert);
    Signature { post: if post.is_empty() { "Эксперт".to_owned() } else { capitalised(&post) }, name }
}

fn measured(judged: &Expertise) -> Table {
    let columns =
        [Column::numbers("№", 10.0), Column::words("Показатель", 130.0), Column::numbers("Баллы", 30.0)];
    let criteria = judged.criteria.iter().filter(|criterion| !criterion.text.trim().is_empty());
    let rows = criteria.map(|criterion| {
        let points = criterion.points.map(|points| u8::from(points).to_string());
        [criterion.text.trim().to_owned(), points.unwrap_or_default()]
    });
    let sum = judged.sum();
    // Until every measure has its points, the sum is written by hand.
    let sum = if sum.without == 0 { sum.in_words() } else { String::new() };
    let total = vec![String::new(), "Сумма баллов".to_owned(), sum];
    Table { total: Some(total), ..Table::numbered(columns, rows) }
}
