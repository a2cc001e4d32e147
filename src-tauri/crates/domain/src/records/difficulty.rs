use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Kind;
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, quoted};
use crate::calendar::{PartialDate, SchoolYear};
use crate::ids::{ActivityId, CommunityId, DifficultyId, QuestionnaireId, SurveyId};
use crate::russian::{counted, date_in_table, month_name, partial_in_table};

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
    /// How many sheets came back, where only totals are known.
    pub asked: u32,
    /// Who answered: «участники и один гость».
    #[serde(default)]
    pub who: String,
    /// How many have each difficulty, where only totals are known.
    #[serde(default)]
    pub rows: Vec<SurveyRow>,
    /// By which questionnaire; none where only totals are typed.
    #[serde(default)]
    pub questionnaire: Option<QuestionnaireId>,
    /// Whether its sheets bear names. Without them nobody can tell whose a sheet is.
    #[serde(default)]
    pub named: bool,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
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

impl Entity for Difficulty {
    const WORDS: Words = Words {
        one: "затруднение",
        gender: Gender::Neuter,
        counted: ["затруднение", "затруднения", "затруднений"],
        unnamed: "Затруднение без названия",
        act: ActName::Named("затруднение", Gender::Neuter),
        room: "report",
        opens: "отчёт",
        card: false,
        within: true,
    };
    const FIELDS: &'static [Field] = &[Field::new("title", "Затруднение", Form::Line)];
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
        texts.add(&self.title);
    }

    fn links(&self, _: &mut Links) {}
}

const ANSWER: &[Field] = &[
    Field::new("difficulty", "Затруднение", Form::Record(Kind::Difficulty)),
    Field::new("count", "Сколько опрошенных испытывают затруднение", Form::Number),
];

impl Entity for Survey {
    const WORDS: Words = Words {
        one: "замер",
        gender: Gender::Masculine,
        counted: ["замер", "замера", "замеров"],
        unnamed: "Замер затруднений",
        act: ActName::Title(&[]),
        room: "report",
        opens: "отчёт",
        card: false,
        within: true,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("school_year", "Учебный год", Form::SchoolYear),
        Field::new("held", "Когда прошёл", Form::PartialDate),
        Field::new("asked", "Сколько анкет вернулось", Form::Number),
        Field::new("who", "Кто отвечал", Form::Line),
        Field::new("rows", "Ответы", Form::List(ANSWER)),
        Field::new("questionnaire", "По какой анкете", Form::Record(Kind::Questionnaire)),
        Field::new("named", "С именами", Form::Tick),
        Field::new("activity", "Мероприятие плана", Form::Record(Kind::Activity)),
    ];
    const FORMAT: u32 = 2;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(self.school_year)
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.held.first_day())
    }

    /// Only what answers a row of the plan says that it has happened: any other may be foreseen for a day.
    fn happened(&self) -> Option<NaiveDate> {
        match (self.held, self.activity) {
            (PartialDate::Day(date), Some(_)) => Some(date),
            _ => None,
        }
    }

    /// A survey is known by its month: «Замер затруднений, октябрь 2025 г.».
    fn title(&self, _: &mut Find<'_>) -> String {
        let held = match self.held {
            PartialDate::Day(date) => date_in_table(date),
            PartialDate::Month(month) => format!("{} {} г.", month_name(month.month), month.year),
            PartialDate::Year(_) => partial_in_table(self.held),
        };
        format!("{}, {held}", Self::WORDS.unnamed)
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        "замер затруднений".to_owned()
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add(&self.who);
    }

    fn links(&self, links: &mut Links) {
        links.add("difficulty", Kind::Difficulty, self.rows.iter().map(|row| row.difficulty));
        links.add("questionnaire", Kind::Questionnaire, self.questionnaire);
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }

    fn outcome(&self) -> String {
        match usize::try_from(self.asked) {
            Ok(asked) if asked > 0 => counted(asked, "анкета", "анкеты", "анкет"),
            _ => String::new(),
        }
    }
}
