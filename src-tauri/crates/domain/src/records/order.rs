use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words};
use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, OrderId};
use crate::russian::{date_in_table, document_number};

/// An order (приказ) of the head of education (пп. 1.3, 1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Identifier.
    pub id: OrderId,
    /// Which community it concerns.
    pub community: CommunityId,
    /// What it does.
    pub kind: OrderKind,
    /// «112/2»
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// Who issued it, in the genitive: «начальника управления образования и МП».
    #[serde(default)]
    pub issued_by: String,
    /// The school year whose list or roster it approves.
    #[serde(default)]
    pub school_year: Option<SchoolYear>,
    /// Anything else worth keeping.
    #[serde(default)]
    pub note: String,
}

/// What an order does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum OrderKind {
    /// Creates the community (п. 1.4).
    Create,
    /// Approves or changes the roster (п. 1.4).
    ChangeRoster,
    /// Reorganises the community (п. 1.4).
    Reorganise,
    /// Ends the community (п. 1.4).
    Liquidate,
    /// Approves the district's list of communities for a year (п. 1.3).
    ApproveList,
}

const KINDS: &[(&str, &str)] = &[
    ("create", "о создании сообщества"),
    ("change_roster", "об изменении состава"),
    ("approve_list", "об утверждении перечня сообществ"),
    ("reorganise", "о реорганизации"),
    ("liquidate", "о ликвидации"),
];

impl OrderKind {
    /// «о составе»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Create => "о создании",
            Self::ChangeRoster => "о составе",
            Self::Reorganise => "о реорганизации",
            Self::Liquidate => "о ликвидации",
            Self::ApproveList => "об утверждении перечня",
        }
    }
}

impl Entity for Order {
    const WORDS: Words = Words {
        one: "приказ",
        gender: Gender::Masculine,
        counted: ["приказ", "приказа", "приказов"],
        unnamed: "Приказ",
        act: ActName::Title(&[]),
        room: "documents",
        opens: "приказ",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("number", "Номер", Form::Line).span(4),
        Field::new("date", "Дата", Form::Day)
            .span(8)
            .required("Укажите дату приказа: без неё не сказать, с какого дня он действует."),
        Field::new("kind", "О чём", Form::Choice(KINDS)),
        Field::new("issued_by", "Чей приказ", Form::Line),
        Field::new("school_year", "Учебный год, которого касается", Form::SchoolYear).span(6),
        Field::new("note", "Заметка", Form::Text),
    ];
    const FORMAT: u32 = 1;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        self.school_year
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.date)
    }

    fn happened(&self) -> Option<NaiveDate> {
        Some(self.date)
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        let date = date_in_table(self.date);
        match document_number(&self.number).as_str() {
            "" => format!("Приказ {} от {date}", self.kind.in_words()),
            number => format!("Приказ № {number} от {date}"),
        }
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        match document_number(&self.number).as_str() {
            "" => format!("приказ от {}", date_in_table(self.date)),
            number => format!("приказ №\u{a0}{number}"),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.number, &self.issued_by, &self.note]);
    }

    fn links(&self, _: &mut Links) {}

    fn paper_numbers(&mut self) -> Vec<&mut String> {
        vec![&mut self.number]
    }
}
