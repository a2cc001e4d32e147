//! Лист регистрации участников заседания.

use serde::{Deserialize, Serialize};

use super::Attendee;
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// The sheet on which those who come sign.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AttendanceSheet {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// The day of the meeting in words, or the period.
    pub date: String,
    /// The school and the settlement.
    pub place: Option<String>,
    /// What the meeting is about.
    pub theme: Option<String>,
    /// Members, with their names in full.
    pub members: Vec<Attendee>,
    /// Guests.
    pub invited: Vec<Attendee>,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::AttendanceSheet(AttendanceSheet::from_records(ask.records, ask.convened()?)?))
}
