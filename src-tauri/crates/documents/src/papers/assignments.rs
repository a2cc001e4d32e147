//! Контроль исполнения решений.

use serde::{Deserialize, Serialize};

use super::Signature;
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// What was assigned in a year, or by one protocol, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Assignments {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
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
    Ok(Paper::Assignments(Assignments::from_records(ask.records, ask.year(), meeting, ask.on())?))
}
