//! Банк практик (п. 2.2): a card for each practice that was described in the school year.

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::practices_of;
use pps_domain::records::{EducationLevel, Practice};
use pps_domain::russian::{counted, date_in_table};

use super::people::{filled, leader_signature, schools_of};
use super::sentences::{in_lines, quoted, whose};
use crate::ask::Ask;
use crate::model::{Block, Document, Fact};
use crate::{Paper, PaperError};

/// The practices of the year, by title.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, year, on) = (ask.records, ask.year(), ask.on());
    let practices = practices_of(records, year, on);
    let of = format!("за {year} учебный год");
    let mut paper = Document::new(records, format!("Банк практик {of}"))
        .heading("БАНК ПРАКТИК")
        .centred(in_lines([whose(&records.community.words(), &records.community.name), of]), 1.0);
    if practices.is_empty() {
        paper = paper.text("Практик за этот год пока нет.");
    }
    let count = practices.len();
    for (practice, number) in practices.into_iter().zip(1_usize..) {
        let title = match practice.title.trim() {
            "" => "Практика без названия".to_owned(),
            title => quoted(title),
        };
        paper = paper
            .with(Block::heading(&format!("{number}. {title}"), 2))
            .with(Block::Labelled { items: facts(records, practice, on) });
    }
    let total = (count > 1).then(|| format!("Всего {}.", counted(count, "практика", "практики", "практик")));
    Ok(Paper::Document(paper.total(total.as_ref(), 0.8).signed(&leader_signature(records, on))))
}

fn facts(records: &CommunityRecords, practice: &Practice, on: NaiveDate) -> Vec<Fact> {
    let described = practice.date;
    let authors = records.answering(&practice.authors, &practice.authors_in_words, described);
    let schools = schools_of(records, &practice.authors, practice.organisation, described).join(", ");
    let files: Vec<_> =
        records.attachments_of(practice.id.0).into_iter().map(|file| file.name.clone()).collect();
    let several = practice.authors.len() + usize::from(!practice.authors_in_words.trim().is_empty()) > 1;
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value: value.trim().to_owned() };
    vec![
        fact(if several { "Авторы" } else { "Автор" }, filled([authors, schools]).join(", ")),
        fact("Проблема", practice.problem.clone()),
        fact("Суть", practice.essence.clone()),
        fact("Ресурсы", practice.resources.clone()),
        fact("Результат", practice.result.clone()),
        fact("Уровень образования", EducationLevel::several(&practice.levels)),
        fact("Метки", filled(practice.tags.iter().cloned()).join(", ")),
        fact(if files.len() > 1 { "Файлы" } else { "Файл" }, files.join(", ")),
        fact("Заключение", concluded(records, practice, on)),
        fact("Рекомендована", recommended(records, practice)),
        fact("Согласие на публикацию", practice.author_agrees.map(date_in_table).unwrap_or_default()),
    ]
}

/// What was typed of a conclusion, and what the expertise that judged the practice came to by the day.
fn concluded(records: &CommunityRecords, practice: &Practice, on: NaiveDate) -> String {
    let judged = practice.expertise.and_then(|judged| records.expertises.get(&judged));
    let judged = judged.and_then(|judged| judged.concluded_in_words(on));
    filled([practice.conclusion.trim().to_owned(), judged.unwrap_or_default()]).join("; ")
}

/// «протокол № 3 от 22.05.2026».
pub(crate) fn recommended(records: &CommunityRecords, practice: &Practice) -> String {
    let meeting = practice.recommended_by.and_then(|meeting| records.meetings.get(&meeting));
    let day = |meeting: &pps_domain::records::Meeting| {
        let date = date_in_table(meeting.date);
        match meeting.number() {
            Some(number) => format!("протокол №\u{a0}{number} от {date}"),
            None => format!("заседание {date}"),
        }
    };
    meeting.map(day).unwrap_or_default()
}
