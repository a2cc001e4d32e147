//! Состав ППС на день (п. 1.4).

use serde::{Deserialize, Serialize};

use super::Signature;
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// The roster as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Roster {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// The day in words.
    pub on: String,
    /// «приказ начальника управления образования от 29.08.2025 № 97/1».
    pub order: Option<String>,
    /// The people.
    pub rows: Vec<RosterRow>,
    /// «10 человек из 9 организаций».
    pub total: Option<String>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One person of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RosterRow {
    /// The full name.
    pub name: String,
    /// «руководитель ППС», «секретарь»; nothing for an ordinary member.
    pub role: Option<String>,
    /// The post and the subject.
    pub post: String,
    /// The organisation.
    pub organisation: String,
    /// The qualification category.
    pub category: String,
    /// Years of work: «24 года».
    pub experience: String,
}

/// The roster on the day; that of a year that is over is the one of its last day.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let year = ask.year();
    Ok(Paper::Roster(Roster::from_records(ask.records, ask.on().clamp(year.start(), year.end()))?))
}
