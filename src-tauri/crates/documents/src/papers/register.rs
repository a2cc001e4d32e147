//! Реестр протоколов за учебный год.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{BodyWords, Meeting};
use pps_domain::russian::date_in_table;
use serde::{Deserialize, Serialize};

use super::Signature;
use super::people::{filled, leader_signature};
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Column, Document, Table};
use crate::{Paper, PaperError};

/// The register of a year's protocols.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Register {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// «2025/2026».
    pub school_year: String,
    /// The protocols by number.
    pub rows: Vec<RegisterRow>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One protocol.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterRow {
    /// The number.
    pub number: String,
    /// «05.09.2025».
    pub date: String,
    /// What was discussed, a question to a line.
    pub topic: String,
    /// «9 из 10».
    pub present: String,
    /// How many decisions.
    pub decisions: String,
    /// «08.09.2025», or nothing while it is not signed.
    pub signed: String,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Document(Register::from_records(ask.records, ask.year(), ask.on())?.into()))
}

impl Register {
    /// The protocols of the meetings that have been held by the day.
    ///
    /// # Errors
    ///
    /// None now; the result keeps the builders of all papers alike.
    pub fn from_records(
        records: &CommunityRecords,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Self, PaperError> {
        let held = records.meetings_held(year, on);
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            body: records.community.words(),
            school_year: year.to_string(),
            rows: held
                .into_iter()
                .filter(|meeting| meeting.protocol.is_some())
                .map(|meeting| row(meeting, on))
                .collect(),
            signature: leader_signature(records, on),
        })
    }
}

/// «8 из 10», or only how many there were.
fn present(meeting: &Meeting) -> String {
    match meeting.turnout() {
        Some((present, Some(members))) => format!("{present} из {members}"),
        Some((present, None)) => present.to_string(),
        None => String::new(),
    }
}

fn row(meeting: &Meeting, on: NaiveDate) -> RegisterRow {
    let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items);
    let topics = filled(items.clone().map(|item| item.topic.clone()));
    let signed = meeting.protocol.as_ref().and_then(|protocol| protocol.signed.as_ref());
    RegisterRow {
        number: meeting.number().map(|number| number.to_string()).unwrap_or_default(),
        date: date_in_table(meeting.date),
        // A protocol that was kept on paper only has a topic and no questions.
        topic: if topics.is_empty() { meeting.topic.clone() } else { numbered(&topics) },
        present: present(meeting),
        decisions: items.map(|item| item.decisions.len()).sum::<usize>().to_string(),
        signed: signed
            .filter(|signed| signed.date <= on)
            .map(|signed| date_in_table(signed.date))
            .unwrap_or_default(),
    }
}

/// Several questions are numbered, so that each begins where it is seen to begin.
fn numbered(topics: &[String]) -> String {
    if let [only] = topics {
        return only.clone();
    }
    let topics = topics.iter().zip(1..).map(|(topic, place)| format!("{place}. {topic}"));
    topics.collect::<Vec<_>>().join("\n")
}

impl From<Register> for Document {
    fn from(view: Register) -> Self {
        let columns = [
            Column::numbers("№", 10.0),
            Column::numbers("Дата", 24.0),
            Column::words("Рассмотренные вопросы", 57.0),
            Column::numbers("Присутствовали", 34.0),
            Column::numbers("Решений", 21.0),
            Column::numbers("Подписан", 24.0),
        ];
        let row =
            |row: RegisterRow| vec![row.number, row.date, row.topic, row.present, row.decisions, row.signed];
        let year = format!("за {} учебный год", view.school_year);
        Self::of(&view.community, view.example, format!("Реестр протоколов {year}"))
            .heading("РЕЕСТР ПРОТОКОЛОВ")
            .centred(in_lines([whose(&view.body, &view.community), year]), 1.0)
            .with(Table::new(columns, view.rows.into_iter().map(row)))
            .signed(&view.signature)
    }
}
