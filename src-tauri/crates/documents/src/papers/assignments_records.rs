//! The control of decisions from the records of a year's meetings.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::{CommunityRecords, PlacedDecision};
use pps_domain::ids::MeetingId;
use pps_domain::records::{DecisionKind, Mark, MarkState, Meeting};
use pps_domain::russian::{date_in_prose, date_in_table};

use super::convened::meeting;
use super::people::{leader_signature, shown};
use super::sentences::{marked, moved, stopped};
use super::{AssignmentRow, Assignments, RecommendationRow};
use crate::PaperError;

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
        responsible: records.surnames_first(&decision.responsible, placed.meeting.date),
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
