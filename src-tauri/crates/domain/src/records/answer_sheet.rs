use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Kind;
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words};
use crate::calendar::SchoolYear;
use crate::ids::{AnswerSheetId, CommunityId, OrganisationId, PersonId, SurveyId};

/// A sheet of a survey that somebody has filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct AnswerSheet {
    /// Identifier.
    pub id: AnswerSheetId,
    /// Whose.
    pub community: CommunityId,
    /// Of which survey.
    pub survey: SurveyId,
    /// Its number within the survey, from 1: the same is written on the paper, so that a sheet is found again.
    pub number: u32,
    /// Who answered; only of a survey with names.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Of which organisation; only of a survey with names.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// What was answered.
    #[serde(default)]
    pub answers: SheetAnswers,
    /// The areas, by number, in which the person is ready to share experience.
    #[serde(default)]
    pub ready: Vec<u32>,
    /// Sheets that came in one file have the same number here, so that the same file is known again.
    #[serde(default)]
    pub batch: Option<u32>,
}

/// An answer to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// 0 «нет»
    No,
    /// 1 «частично»
    Partly,
    /// 2 «испытываю»
    Yes,
    /// 3 «нужна помощь»
    Help,
}

impl Answer {
    /// All answers, from 0.
    pub const ALL: [Self; 4] = [Self::No, Self::Partly, Self::Yes, Self::Help];

    /// «испытываю»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::No => "нет",
            Self::Partly => "частично",
            Self::Yes => "испытываю",
            Self::Help => "нужна помощь",
        }
    }

    /// The mark on paper: 0 to 3.
    #[must_use]
    pub fn mark(self) -> u8 {
        match self {
            Self::No => 0,
            Self::Partly => 1,
            Self::Yes => 2,
            Self::Help => 3,
        }
    }

    /// The answer of a mark.
    #[must_use]
    pub fn of_mark(mark: u8) -> Option<Self> {
        Self::ALL.get(usize::from(mark)).copied()
    }

    /// Whether the person has the difficulty: «испытываю» or «нужна помощь».
    #[must_use]
    pub fn has_difficulty(self) -> bool {
        matches!(self, Self::Yes | Self::Help)
    }
}

/// The answers of a sheet by the numbers of statements. Kept as one short text, «1:2 2:0 7:3»: three thousand sheets
/// stay small, and answers keyed one after another are one act, as typing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct SheetAnswers(BTreeMap<u32, Answer>);

/// A text that holds no answers.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("«{0}» — не ответ. Ответы пишутся так: «1:2 2:0», номер утверждения и отметка от 0 до 3.")]
pub struct AnswersFault(pub String);

impl SheetAnswers {
    /// The answer to a statement.
    #[must_use]
    pub fn get(&self, statement: u32) -> Option<Answer> {
        self.0.get(&statement).copied()
    }

    /// Sets an answer.
    pub fn set(&mut self, statement: u32, answer: Answer) {
        self.0.insert(statement, answer);
    }

    /// All answers, by number.
    pub fn iter(&self) -> impl Iterator<Item = (u32, Answer)> + '_ {
        self.0.iter().map(|(number, answer)| (*number, *answer))
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many statements were answered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl FromIterator<(u32, Answer)> for SheetAnswers {
    fn from_iter<T: IntoIterator<Item = (u32, Answer)>>(answers: T) -> Self {
        Self(answers.into_iter().collect())
    }
}

impl fmt::Display for SheetAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (number, answer)) in self.0.iter().enumerate() {
            let space = if place == 0 { "" } else { " " };
            write!(f, "{space}{number}:{}", answer.mark())?;
        }
        Ok(())
    }
}

impl From<SheetAnswers> for String {
    fn from(answers: SheetAnswers) -> Self {
        answers.to_string()
    }
}

impl TryFrom<String> for SheetAnswers {
    type Error = AnswersFault;

    fn try_from(text: String) -> Result<Self, AnswersFault> {
        let mut answers = BTreeMap::new();
        for piece in text.split_whitespace() {
            let fault = || AnswersFault(piece.chars().take(20).collect());
            let (number, mark) = piece.split_once(':').ok_or_else(fault)?;
            let number: u32 = number.parse().map_err(|_| fault())?;
            let answer = mark.parse().ok().and_then(Answer::of_mark).ok_or_else(fault)?;
            if answers.insert(number, answer).is_some() {
                return Err(fault());
            }
        }
        Ok(Self(answers))
    }
}

impl Entity for AnswerSheet {
    const WORDS: Words = Words {
        one: "заполненная анкета",
        gender: Gender::Feminine,
        counted: ["заполненная анкета", "заполненные анкеты", "заполненных анкет"],
        unnamed: "Заполненная анкета",
        act: ActName::Title(&[]),
        room: "surveys",
        opens: "анкету",
        card: false,
        within: true,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("survey", "Замер", Form::Record(Kind::Survey)),
        Field::new("number", "Номер анкеты", Form::Number),
        Field::new("person", "Кто отвечал", Form::Person),
        Field::new("organisation", "Организация", Form::Record(Kind::Organisation)),
        Field::new("answers", "Ответы", Form::Line),
        Field::hidden("ready"),
        Field::hidden("batch"),
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
        format!("Заполненная анкета №\u{a0}{}", self.number)
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        format!("анкета №\u{a0}{}", self.number)
    }

    fn texts(&self, _: &mut Texts) {}

    fn links(&self, links: &mut Links) {
        links.add("survey", Kind::Survey, [self.survey]);
        links.add("person", Kind::Person, self.person);
        links.add("organisation", Kind::Organisation, self.organisation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn answers_are_one_short_text_by_number() {
        let answers: SheetAnswers = [(10, Answer::Help), (2, Answer::No)].into_iter().collect();
        assert_eq!(answers.to_string(), "2:0 10:3");
        assert_eq!(SheetAnswers::try_from("2:0 10:3".to_owned()), Ok(answers));
        assert_eq!(SheetAnswers::try_from(String::new()), Ok(SheetAnswers::default()));
    }

    #[rstest]
    #[case("1:4")]
    #[case("1")]
    #[case("a:1")]
    #[case("1:1 1:2")]
    #[case("-1:1")]
    fn what_is_no_answer_is_refused(#[case] text: &str) {
        assert!(SheetAnswers::try_from(text.to_owned()).is_err(), "{text}");
    }
}
