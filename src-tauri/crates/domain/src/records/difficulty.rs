use serde::{Deserialize, Serialize};

use crate::calendar::{PartialDate, SchoolYear};
use crate::ids::{CommunityId, DifficultyId, SurveyId};

/// A typical difficulty of teachers (п. 4.3), counted by surveys and answered by activities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Difficulty {
    /// Identifier.
    pub id: DifficultyId,
    /// Whose.
    pub community: CommunityId,
    /// «Критериальное и формирующее оценивание»
    pub title: String,
}

/// One survey of difficulties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Identifier.
    pub id: SurveyId,
    /// Whose.
    pub community: CommunityId,
    /// Of which year.
    pub school_year: SchoolYear,
    /// When it was held.
    pub held: PartialDate,
    /// How many sheets came back.
    pub asked: u32,
    /// Who answered: «участники и один гость».
    #[serde(default)]
    pub who: String,
    /// How many have each difficulty.
    #[serde(default)]
    pub rows: Vec<SurveyRow>,
}

/// How many of those asked have a difficulty («испытываю» and «нужна помощь» together).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct SurveyRow {
    /// Which difficulty.
    pub difficulty: DifficultyId,
    /// How many.
    pub count: u32,
}
