use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{PartialDate, Term};

/// The final state of an activity or an assignment. «Late» is not a state: it follows from the date and the
/// approved term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What came of an activity or an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
