use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, short};
use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, OrganisationId};

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

const KINDS: &[(&str, &str)] =
    &[("school", "школа"), ("methodical_body", "методическая служба"), ("other", "другая организация")];

impl Entity for Organisation {
    const WORDS: Words = Words {
        one: "организация",
        gender: Gender::Feminine,
        counted: ["организация", "организации", "организаций"],
        unnamed: "Организация без названия",
        act: ActName::Named("организация", Gender::Feminine),
        room: "people",
        opens: "состав",
        card: true,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("name", "Полное название", Form::Line),
        Field::new("short_name", "Краткое название", Form::Line),
        Field::new("kind", "Что это", Form::Choice(KINDS)),
        Field::new("low_results", "Низкие результаты", Form::Tick),
        Field::new("unfavourable_conditions", "Неблагоприятные условия", Form::Tick),
    ];
    const FORMAT: u32 = 1;

    fn community(&self) -> Option<CommunityId> {
        None
    }

    fn school_year(&self) -> Option<SchoolYear> {
        None
    }

    fn date(&self) -> Option<NaiveDate> {
        None
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.shown_name().to_owned()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        short(self.shown_name(), Self::WORDS.unnamed)
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.name, &self.short_name]);
    }

    fn links(&self, _: &mut Links) {}

    fn names(&self, names: &mut Texts) {
        names.add_all([&self.name, &self.short_name]);
    }
}
