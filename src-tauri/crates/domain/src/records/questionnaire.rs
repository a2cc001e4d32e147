use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, quoted};
use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, DifficultyId, QuestionnaireId};

/// A questionnaire (анкета) on difficulties: areas with statements, each answered by 0 to 3 (п. 4.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// Identifier.
    pub id: QuestionnaireId,
    /// Whose.
    pub community: CommunityId,
    /// «Затруднения педагога в оценивании»
    #[serde(default)]
    pub title: String,
    /// What is said to those who answer, above the table.
    #[serde(default)]
    pub note: String,
    /// Its areas, in order.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// Whether each area ends with «готов(а) поделиться опытом».
    #[serde(default)]
    pub share_asked: bool,
    /// The highest number that any statement or area has ever had: a number is never given twice, since sheets on paper
    /// and files in schools may still bear it.
    #[serde(default)]
    pub issued: u32,
}

/// An area (область) of difficulties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// By this sheets name it.
    pub number: u32,
    /// «Критерии и отметка»
    #[serde(default)]
    pub title: String,
    /// Its statements, in order.
    #[serde(default)]
    pub statements: Vec<Statement>,
}

/// A statement (утверждение) that is answered by 0 to 3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// By this sheets name it; it stands on paper too.
    pub number: u32,
    /// «Объяснение отметки ученику»
    #[serde(default)]
    pub text: String,
}

impl Questionnaire {
    /// All statements, in order.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.areas.iter().flat_map(|area| &area.statements)
    }

    /// The statement of a number.
    #[must_use]
    pub fn statement(&self, number: u32) -> Option<&Statement> {
        self.statements().find(|statement| statement.number == number)
    }

    /// The difficulty that a statement becomes when it is taken into a plan: always the same one, so that taking it
    /// twice makes no second.
    #[must_use]
    pub fn difficulty_of(&self, number: u32) -> DifficultyId {
        // Far from what a clock counts up, and without touching the bits that tell the version.
        const APART: u128 = 0x001f_d1ff_0000_0000;
        DifficultyId(uuid::Uuid::from_u128(self.id.0.as_u128() ^ (APART | u128::from(number))))
    }

    /// Numbers that stand twice, or that were given though they are higher than any that was issued.
    #[must_use]
    pub fn doubled(&self) -> Option<u32> {
        let mut seen = BTreeSet::new();
        let areas = self.areas.iter().map(|area| area.number);
        areas.chain(self.statements().map(|statement| statement.number)).find(|number| !seen.insert(*number))
    }
}

const STATEMENT: &[Field] = &[Field::hidden("number"), Field::new("text", "Утверждение", Form::Line)];
const AREA: &[Field] = &[
    Field::hidden("number"),
    Field::new("title", "Область", Form::Line),
    Field::new("statements", "Утверждения", Form::List(STATEMENT)),
];

impl Entity for Questionnaire {
    const WORDS: Words = Words {
        one: "анкета",
        gender: Gender::Feminine,
        counted: ["анкета", "анкеты", "анкет"],
        unnamed: "Анкета без названия",
        act: ActName::Quoted("анкета", Gender::Feminine),
        room: "surveys",
        opens: "анкету",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("title", "Название", Form::Line).required("Назовите анкету: так она подписана на листе."),
        Field::new("note", "Что сказано отвечающим", Form::Text),
        Field::new("areas", "Области", Form::List(AREA)),
        Field::new("share_asked", "Спрашивать, кто готов поделиться опытом", Form::Tick),
        Field::hidden("issued"),
    ];
    const FORMAT: u32 = 1;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
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
        self.title.clone()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        quoted(&self.title, Self::WORDS.unnamed)
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.title, &self.note]);
        for area in &self.areas {
            texts.add(&area.title);
            texts.add_all(area.statements.iter().map(|statement| &statement.text));
        }
    }

    fn links(&self, _: &mut Links) {}
}
