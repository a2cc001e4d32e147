//! Лист ознакомления участников с нормативным документом (п. 4.3).

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::LegalActId;
use pps_domain::records::LegalAct;
use pps_domain::russian::date_in_table;

use super::people::{attendee, leader_signature};
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Table};
use crate::{Paper, PaperError};

/// The members of the day, each with room for the date and the signature; who has read the document already has the date
/// printed.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, on) = (ask.records, ask.on());
    let act: LegalActId = ask.record()?;
    let act = records
        .legal_acts
        .get(&act)
        .ok_or_else(|| PaperError::NotFound { what: "Такого документа".to_owned() })?;
    let named = act.in_full();
    let columns = [
        Column::numbers("№", 9.0),
        Column::words("Фамилия, инициалы", 46.0),
        Column::words("Должность, организация", 61.0),
        Column::numbers("Дата", 25.0),
        Column::words("Подпись", 29.0),
    ];
    let rows = records.roster(on).into_iter().map(|member| row(records, act, member.person, on));
    let mut table = Table::numbered(columns, rows);
    table.room_at = Some(4);
    let paper = Document::new(records, format!("Лист ознакомления: {named}"))
        .heading("ЛИСТ ОЗНАКОМЛЕНИЯ")
        .centred(
            in_lines([
                format!("участников {}", whose(&records.community.words(), &records.community.name)),
                "с документом".to_owned(),
            ]),
            0.7,
        )
        .with(Block::Line { text: named, strong: true, small: false, above: None, below: Some(0.8) })
        .with(table)
        .signed(&leader_signature(records, on));
    Ok(Paper::Document(paper))
}

fn row(
    records: &CommunityRecords,
    act: &LegalAct,
    person: pps_domain::ids::PersonId,
    on: pps_domain::NaiveDate,
) -> [String; 4] {
    let known = attendee(records, person, on);
    let read = act.acquainted.iter().find(|read| read.person == person);
    let date = read.and_then(|read| read.date).filter(|date| *date <= on);
    let place = [known.post, known.organisation].into_iter().filter(|part| !part.trim().is_empty());
    [
        known.name,
        place.collect::<Vec<_>>().join(", "),
        date.map(date_in_table).unwrap_or_default(),
        String::new(),
    ]
}
