use serde::{Deserialize, Serialize};

use crate::ids::OrganisationId;

/// An educational organisation (ОО), or a methodical body (МО) whose head may lead a community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Identifier.
    pub id: OrganisationId,
    /// Full name: «МБОУ «Рыбновская СШ № 3»».
    pub name: String,
    /// For narrow columns: «Рыбновская СШ № 3».
    #[serde(default)]
    pub short_name: String,
    /// What kind of body.
    #[serde(default)]
    pub kind: OrganisationKind,
    /// ШСНРО: a school with steadily low results.
    #[serde(default)]
    pub low_results: bool,
    /// ШФНСУ: a school that works in unfavourable social conditions.
    #[serde(default)]
    pub unfavourable_conditions: bool,
}

impl Organisation {
    /// The short name, or the full one.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.short_name.trim().is_empty() { &self.name } else { &self.short_name }
    }
}

/// What kind of body an organisation is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// Образовательная организация.
    #[default]
    School,
    /// Методическое объединение.
    MethodicalBody,
    /// Any other.
    Other,
}
