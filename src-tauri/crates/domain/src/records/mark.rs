use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{Field, Form};
use crate::calendar::{PartialDate, SchoolYear, Term};

/// The final state of an activity or an assignment. «Late» is not a state: it follows from the date and the
/// approved term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// What came of it.
    pub state: MarkState,
    /// When; a mark without a date counts from the end of its term.
    #[serde(default)]
    pub date: Option<PartialDate>,
    /// «23 участника», «6 уроков»
    #[serde(default)]
    pub result: String,
    /// Why not, or why only in part.
    #[serde(default)]
    pub reason: String,
}

impl Mark {
    /// The day from which the mark counts: its own date, or the end of the term that it answers. A mark with
    /// neither counts at once.
    #[must_use]
    pub fn counts_from(&self, term: Option<&Term>, year: SchoolYear) -> Option<NaiveDate> {
        self.date.map(PartialDate::first_day).or_else(|| term.and_then(|term| term.end(year)))
    }

    /// Whether it counts by the given day.
    #[must_use]
    pub fn counts_by(&self, term: Option<&Term>, year: SchoolYear, on: NaiveDate) -> bool {
        self.counts_from(term, year).is_none_or(|from| from <= on)
    }

    /// Whether the work was done after the last day of the approved term. A transfer does not change that.
    #[must_use]
    pub fn is_late(&self, approved: Option<&Term>, year: SchoolYear) -> bool {
        let end = approved.and_then(|term| term.end(year));
        match (self.date, end) {
            (Some(date), Some(end)) => self.state == MarkState::Done && end < date.first_day(),
            _ => false,
        }
    }
}

/// The transfers that have been decided by a day. One without a date counts from the end of the term that it
/// replaces: until then nobody knew of it.
pub(super) fn decided<'a>(
    approved: Option<&'a Term>,
    moves: &'a [Move],
    year: SchoolYear,
    on: NaiveDate,
) -> impl Iterator<Item = &'a Move> {
    let before = std::iter::once(approved).chain(moves.iter().map(|moved| Some(&moved.to)));
    let counted = moves.iter().zip(before).take_while(move |(one, before)| {
        let from = one.date.or_else(|| before.and_then(|term| term.end(year)));
        from.is_none_or(|from| from <= on)
    });
    counted.map(|(one, _)| one)
}

/// What came of an activity or an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum MarkState {
    /// «выполнено»
    Done,
    /// «выполнено не в полном объёме»
    DoneInPart,
    /// «не выполнено»
    NotDone,
    /// «отменено»
    Cancelled,
}

impl MarkState {
    /// As printed in «Отметка о выполнении».
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Done => "выполнено",
            Self::DoneInPart => "выполнено не в полном объёме",
            Self::NotDone => "не выполнено",
            Self::Cancelled => "отменено",
        }
    }
}

/// A transfer of a term. The approved term stays where it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The new term.
    pub to: Term,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// When it was decided.
    #[serde(default)]
    pub date: Option<NaiveDate>,
}

/// The fields of a mark.
pub(super) const MARK: &[Field] = &[
    Field::new("state", "Итог", Form::Choice(STATES)),
    Field::new("date", "Дата", Form::PartialDate),
    Field::new("result", "Что получилось", Form::Line),
    Field::new("reason", "Почему", Form::Line),
];

const STATES: &[(&str, &str)] = &[
    ("done", "выполнено"),
    ("done_in_part", "выполнено не в полном объёме"),
    ("not_done", "не выполнено"),
    ("cancelled", "отменено"),
];

/// The fields of a transfer.
pub(super) const MOVE: &[Field] = &[
    Field::new("to", "На срок", Form::Term),
    Field::new("reason", "Почему", Form::Line),
    Field::new("date", "Дата", Form::Day),
];
