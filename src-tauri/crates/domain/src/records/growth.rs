//! How a person grows in the profession, beside courses: attestation, awards, self-education.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Category;
use super::entity::{Field, Form};
use super::person::CATEGORIES;
use crate::calendar::{PartialDate, SchoolYear};
use crate::ids::{AttestationId, AwardId, SelfEducationId};

/// An attestation, planned or held. First and highest category have no term any more, so nobody is reminded of one that
/// is not planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// Identifier.
    pub id: AttestationId,
    /// For which category.
    #[serde(default)]
    pub category: Category,
    /// When it is planned.
    #[serde(default)]
    pub planned: Option<PartialDate>,
    /// When it was held.
    #[serde(default)]
    pub held: Option<PartialDate>,
    /// What came of it: «категория присвоена, приказ от 25.02.2026 № 112».
    #[serde(default)]
    pub result: String,
}

impl Attestation {
    /// Whether its planned day is over and nobody has said that it was held.
    #[must_use]
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.held.is_none() && self.planned.is_some_and(|planned| planned.last_day() < on)
    }

    /// Whether it was held within the year, by the day.
    #[must_use]
    pub fn held_in(&self, year: SchoolYear, on: NaiveDate) -> bool {
        self.held.is_some_and(|held| held.has_come(on) && of_year(held, year))
    }
}

/// A title or an award (звание, награда).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// Identifier.
    pub id: AwardId,
    /// «Почётная грамота Министерства просвещения РФ»
    #[serde(default)]
    pub title: String,
    /// When it was given.
    #[serde(default)]
    pub date: Option<PartialDate>,
}

/// A topic of self-education (тема самообразования).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct SelfEducation {
    /// Identifier.
    pub id: SelfEducationId,
    /// «Приёмы смыслового чтения на уроках истории»
    #[serde(default)]
    pub topic: String,
    /// The first school year of it.
    #[serde(default)]
    pub from: Option<SchoolYear>,
    /// The last one; none while it goes on.
    #[serde(default)]
    pub until: Option<SchoolYear>,
    /// What came of it.
    #[serde(default)]
    pub result: String,
}

impl SelfEducation {
    /// Whether it is worked on in the year.
    #[must_use]
    pub fn goes_in(&self, year: SchoolYear) -> bool {
        self.from.is_none_or(|from| from <= year) && self.until.is_none_or(|until| year <= until)
    }
}

/// Whether a date belongs to a school year. Of a bare calendar year the school year that begins in it is meant.
pub(crate) fn of_year(date: PartialDate, year: SchoolYear) -> bool {
    match date {
        PartialDate::Year(calendar) => calendar == year.0,
        date => year.contains(date.first_day()),
    }
}

/// The fields of an attestation.
pub(super) const ATTESTATION: &[Field] = &[
    Field::hidden("id"),
    Field::new("category", "На какую категорию", Form::Choice(CATEGORIES)).span(6),
    Field::new("planned", "Когда запланирована", Form::PartialDate).span(6),
    Field::new("held", "Когда пройдена", Form::PartialDate).span(6),
    Field::new("result", "Результат", Form::Line),
];

/// The fields of an award.
pub(super) const AWARD: &[Field] = &[
    Field::hidden("id"),
    Field::new("title", "Звание или награда", Form::Line),
    Field::new("date", "Когда", Form::PartialDate).span(6),
];

/// The fields of a topic of self-education.
pub(super) const SELF_EDUCATION: &[Field] = &[
    Field::hidden("id"),
    Field::new("topic", "Тема", Form::Text),
    Field::new("from", "С какого учебного года", Form::SchoolYear).span(6),
    Field::new("until", "По какой учебный год", Form::SchoolYear).span(6),
    Field::new("result", "Что вышло", Form::Text),
];
