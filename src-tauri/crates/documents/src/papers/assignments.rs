//! Контроль исполнения решений.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::{CommunityRecords, PlacedDecision};
use pps_domain::ids::MeetingId;
use pps_domain::records::{BodyWords, DecisionKind, Mark, MarkState, Meeting};
use pps_domain::russian::{date_in_prose, date_in_table};
use serde::{Deserialize, Serialize};

use super::Signature;
use super::convened::meeting;
use super::people::{leader_signature, shown};
use super::sentences::{in_lines, marked, moved, stopped, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Table};
use crate::{Paper, PaperError};

/// What was assigned in a year, or by one protocol, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Assignments {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// «2025/2026».
    pub school_year: String,
    /// The protocol alone that is looked at: «№ 2 от 16 января 2026 г.».
    pub protocol: Option<String>,
    /// The day in words.
    pub on: String,
    /// The assignments in the order of their protocols.
    pub rows: Vec<AssignmentRow>,
    /// «Всего 4: исполнено 3, в работе 1».
    pub total: Option<String>,
    /// Recommendations, which nobody is held to.
    pub recommendations: Vec<RecommendationRow>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One assignment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AssignmentRow {
    /// «№ 2 от 16.01.2026».
    pub protocol: String,
    /// «1.2».
    pub point: String,
    /// What is to be done.
    pub text: String,
    /// Who is to do it.
    pub responsible: String,
    /// The term that was decided, and each transfer on a line of its own.
    pub term: String,
    /// What came of it, or where it stands.
    pub mark: String,
    /// Whether the term has passed and nothing is marked: the mark stands out then.
    pub overdue: bool,
}

/// One recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RecommendationRow {
    /// «№ 2 от 16.01.2026».
    pub protocol: String,
    /// «1.3».
    pub point: String,
    /// What was recommended.
    pub text: String,
    /// To whom.
    pub addressee: String,
    /// What came of it, where it is known.
    pub mark: String,
}

/// The control of decisions of a year, or of one protocol.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let meeting = ask.request.meeting.map(|_| ask.meeting()).transpose()?;
    Ok(Paper::Document(Assignments::from_records(ask.records, ask.year(), meeting, ask.on())?.into()))
}

impl Assignments {
    /// What was assigned at the meetings of a year that have been held by the day, or at one of them.
    ///
    /// # Errors
    ///
    /// There is no such meeting in the records.
    pub fn from_records(
        records: &CommunityRecords,
        year: SchoolYear,
        of: Option<MeetingId>,
        on: NaiveDate,
    ) -> Result<Self, PaperError> {
        let only = of.map(|id| meeting(records, id)).transpose()?;
        let meetings = match only {
            Some(one) => vec![one],
            None => records.meetings_held(year, on),
        };
        let decisions: Vec<PlacedDecision<'_>> =
            meetings.iter().flat_map(|meeting| records.decisions_of(meeting)).collect();
        let of_kind = |kind| decisions.iter().filter(move |placed| placed.decision.kind == kind);
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            body: records.community.words(),
            school_year: year.to_string(),
            protocol: only.map(|one| named(one, date_in_prose)),
            on: date_in_prose(on),
            rows: of_kind(DecisionKind::Assignment).map(|placed| row(records, placed, on)).collect(),
            total: total(of_kind(DecisionKind::Assignment), on),
            recommendations: of_kind(DecisionKind::Recommendation)
                .map(|placed| recommendation(records, placed, on))
                .collect(),
            signature: leader_signature(records, on),
        })
    }
}

/// «№ 2 от 16.01.2026»; a protocol without a number is known by its day.
fn named(meeting: &Meeting, date: impl Fn(NaiveDate) -> String) -> String {
    let number = meeting.number().map(|number| format!("№\u{a0}{number} ")).unwrap_or_default();
    format!("{number}от {}", date(meeting.date))
}

fn row(records: &CommunityRecords, placed: &PlacedDecision<'_>, on: NaiveDate) -> AssignmentRow {
    let (decision, year) = (placed.decision, placed.meeting.school_year);
    let approved = decision.term.as_ref().map(pps_domain::calendar::Term::in_table);
    let overdue = decision.is_overdue(year, on);
    let mark = match decision.mark_on(year, on) {
        Some(mark) => marked(mark),
        None if overdue => "ПРОСРОЧЕНО".to_owned(),
        None => "в работе".to_owned(),
    };
    AssignmentRow {
        protocol: named(placed.meeting, date_in_table),
        point: placed.number(),
        text: stopped(&decision.text),
        responsible: records.answering(
            &decision.responsible,
            &decision.responsible_in_words,
            placed.meeting.date,
        ),
        term: approved
            .into_iter()
            .chain(decision.moves_by(year, on).map(moved))
            .collect::<Vec<_>>()
            .join("\n"),
        mark,
        overdue,
    }
}

fn recommendation(
    records: &CommunityRecords,
    placed: &PlacedDecision<'_>,
    on: NaiveDate,
) -> RecommendationRow {
    let decision = placed.decision;
    RecommendationRow {
        protocol: named(placed.meeting, date_in_table),
        point: placed.number(),
        text: stopped(&decision.text),
        addressee: decision.addressee.map(|addressee| shown(records, addressee)).unwrap_or_default(),
        mark: decision.mark_on(placed.meeting.school_year, on).map(marked).unwrap_or_default(),
    }
}

/// «Всего 4: исполнено 2, в работе 1, просрочено 1»; what there is none of is not counted.
fn total<'a>(placed: impl Iterator<Item = &'a PlacedDecision<'a>>, on: NaiveDate) -> Option<String> {
    let words =
        ["исполнено", "исполнено не в полном объёме", "не исполнено", "отменено", "в работе", "просрочено"];
    let mut counts = [0_usize; 6];
    for one in placed {
        let year = one.meeting.school_year;
        let state = |mark: &Mark| match mark.state {
            MarkState::Done => 0,
            MarkState::DoneInPart => 1,
            MarkState::NotDone => 2,
            MarkState::Cancelled => 3,
        };
        let overdue = one.decision.is_overdue(year, on);
        counts[one.decision.mark_on(year, on).map_or(if overdue { 5 } else { 4 }, state)] += 1;
    }
    let all: usize = counts.iter().sum();
    let parts: Vec<_> = words
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{word} {count}"))
        .collect();
    (all > 0).then(|| format!("Всего поручений {all}: {}.", parts.join(", ")))
}

impl From<Assignments> for Document {
    fn from(view: Assignments) -> Self {
        let (of, said) = match &view.protocol {
            Some(protocol) if !protocol.trim().is_empty() => {
                (format!("протокола {protocol}"), format!("протокол {protocol}"))
            }
            _ => {
                let year = format!("за {} учебный год", view.school_year);
                (year.clone(), year)
            }
        };
        let advised = !view.recommendations.is_empty();
        let mut paper = Self::of(&view.community, view.example, format!("Контроль исполнения решений {of}"))
            .landscape()
            .heading("КОНТРОЛЬ ИСПОЛНЕНИЯ РЕШЕНИЙ")
            .centred(in_lines([whose(&view.body, &view.community), said]), 0.5)
            .centred(format!("на {}", view.on), 0.9);
        let total = view.total.as_ref().filter(|_| !view.rows.is_empty());
        paper = if view.rows.is_empty() {
            paper.with(Block::line("Поручений нет."))
        } else {
            paper.with(assigned(view.rows))
        };
        if advised {
            if let Some(total) = total {
                paper = paper.with(Block::Gap { size: 0.6 }).with(Block::line(total));
            }
            paper = paper.with(Block::heading("Рекомендации", 2)).with(recommended(view.recommendations));
        } else {
            paper = paper.total(total, 0.6);
        }
        paper.signed(&view.signature)
    }
}

fn assigned(rows: Vec<AssignmentRow>) -> Table {
    let columns = [
        Column::words("Протокол", 30.0),
        Column::numbers("Пункт", 17.0),
        Column::words("Поручение", 84.0),
        Column::words("Ответственный", 42.0),
        Column::words("Срок", 42.0),
        Column::words("Отметка", 42.0),
    ];
    let loud = rows.iter().enumerate().filter(|(_, row)| row.overdue).map(|(place, _)| place).collect();
    let row =
        |row: AssignmentRow| vec![row.protocol, row.point, row.text, row.responsible, row.term, row.mark];
    Table { loud, ..Table::new(columns, rows.into_iter().map(row)) }
}

fn recommended(rows: Vec<RecommendationRow>) -> Table {
    let columns = [
        Column::words("Протокол", 30.0),
        Column::numbers("Пункт", 17.0),
        Column::words("Рекомендация", 126.0),
        Column::words("Кому", 42.0),
        Column::words("Отметка", 42.0),
    ];
    let row = |row: RecommendationRow| vec![row.protocol, row.point, row.text, row.addressee, row.mark];
    Table::new(columns, rows.into_iter().map(row))
}
