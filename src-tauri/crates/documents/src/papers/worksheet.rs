//! Рабочий лист секретаря: what lies on the table while the meeting goes on.

use serde::{Deserialize, Serialize};

use super::{Attendee, Question};
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// The secretary's sheet, to be filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Worksheet {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// The day of the meeting in words, or the period.
    pub date: String,
    /// The protocol's number, where it is known.
    pub number: Option<String>,
    /// The school and the settlement.
    pub place: Option<String>,
    /// What the meeting is about.
    pub theme: Option<String>,
    /// «Председатель» or «Председательствующий».
    pub chair_word: String,
    /// «Фамилия И. О.» of the chair; nothing leaves room to write.
    pub chair: Option<String>,
    /// «Фамилия И. О.» of the secretary; nothing leaves room to write.
    pub secretary: Option<String>,
    /// Whom to tick.
    pub people: Vec<Attendee>,
    /// Guests.
    pub invited: Vec<Attendee>,
    /// The agenda: topics and reporters. An empty one gives three questions to be written by hand.
    pub questions: Vec<Question>,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Worksheet(Worksheet::from_records(ask.records, ask.convened()?)?))
}
