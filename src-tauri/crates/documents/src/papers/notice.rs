//! Извещение о заседании с повесткой.

use serde::{Deserialize, Serialize};

use super::{Attendee, Question, Signature};
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// A notice that a meeting will be held.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Notice {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// Вышестоящий орган.
    pub superior: Option<String>,
    /// The community's full name.
    pub community: String,
    /// The day of the meeting in words, or the period.
    pub date: String,
    /// The school, the settlement.
    pub place: Option<String>,
    /// «очно, с видеосвязью».
    pub form: Option<String>,
    /// What the meeting is about.
    pub theme: Option<String>,
    /// The agenda: topics and reporters.
    pub questions: Vec<Question>,
    /// To whom: the members of the day.
    pub members: Vec<Attendee>,
    /// Guests.
    pub invited: Vec<Attendee>,
    /// The leader's signature.
    pub signature: Signature,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Notice(Notice::from_records(ask.records, ask.convened()?)?))
}
