use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words};
use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, SubmissionId};
use crate::russian::{date_in_table, document_number};

/// One handing-over of papers to РИМК: «Сдано, дата, вх. №». Writing a package is not handing over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// Identifier.
    pub id: SubmissionId,
    /// Whose.
    pub community: CommunityId,
    /// The school year whose papers these are; a preliminary plan goes with the year that ends.
    pub school_year: SchoolYear,
    /// When it was handed over.
    pub date: NaiveDate,
    /// РИМК's incoming number.
    #[serde(default)]
    pub incoming: String,
    /// Which papers.
    pub papers: BTreeSet<SubmittedPaper>,
    /// Anything worth keeping.
    #[serde(default)]
    pub note: String,
    /// SHA-256 of each paper's text as it was handed over, which is kept as an attached file. A paper that was written
    /// elsewhere has none.
    #[serde(default)]
    pub texts: BTreeMap<SubmittedPaper, String>,
    /// РИМК gave the papers back to be mended.
    #[serde(default)]
    pub returned: Option<Return>,
    /// The leader draws up a new version of the report: until it is handed over in its turn, the report says again
    /// what the records say. The text that was handed over stays.
    #[serde(default)]
    pub reopened: bool,
}

impl Submission {
    /// SHA-256 of the kept text that the report is printed from; none while a new version of it is drawn up.
    #[must_use]
    pub fn report_in_force(&self) -> Option<&str> {
        let mended = self.reopened || self.returned.is_some();
        self.texts.get(&SubmittedPaper::Report).filter(|_| !mended).map(String::as_str)
    }

    /// Whether РИМК has given the papers back by the day; a return without a date counts at once.
    #[must_use]
    pub fn is_returned_by(&self, on: NaiveDate) -> bool {
        self.returned.as_ref().is_some_and(|back| back.date.is_none_or(|date| date <= on))
    }
}

/// That papers were given back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// When, where it is known.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// What РИМК asks to be mended.
    #[serde(default)]
    pub remarks: String,
}

/// A paper that РИМК takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SubmittedPaper {
    /// The plan of the year (п. 4.7).
    Plan,
    /// The analytical report (п. 4.8).
    Report,
    /// The preliminary plan of the next year (п. 4.8).
    PreliminaryPlan,
}

impl SubmittedPaper {
    /// All of them, in the order of the delivery sheet.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Report, Self::PreliminaryPlan];

    /// «предварительный план»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Plan => "план работы",
            Self::Report => "аналитический отчёт",
            Self::PreliminaryPlan => "предварительный план",
        }
    }
}

const PAPERS: &[(&str, &str)] =
    &[("plan", "план"), ("report", "отчёт"), ("preliminary_plan", "предварительный план")];

const RETURN: &[Field] =
    &[Field::new("date", "Дата", Form::Day), Field::new("remarks", "Замечания", Form::Text)];

impl Entity for Submission {
    const WORDS: Words = Words {
        one: "сдача в РИМК",
        gender: Gender::Feminine,
        counted: ["сдача в РИМК", "сдачи в РИМК", "сдач в РИМК"],
        unnamed: "Сдача в РИМК",
        act: ActName::Quoted("отметка", Gender::Feminine),
        room: "handing-over",
        opens: "передачу",
        card: false,
        within: true,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("school_year", "Учебный год", Form::SchoolYear),
        Field::new("date", "Дата", Form::Day),
        Field::new("incoming", "Входящий номер РИМК", Form::Line),
        Field::new("papers", "Что сдано", Form::Choice(PAPERS)),
        Field::new("note", "Заметка", Form::Line),
        Field::hidden("texts"),
        Field::new("returned", "Возвращено с замечаниями", Form::Group(RETURN)),
        Field::new("reopened", "Составляется новая редакция отчёта", Form::Tick),
    ];
    const FORMAT: u32 = 2;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(self.school_year)
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.date)
    }

    fn happened(&self) -> Option<NaiveDate> {
        Some(self.date)
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        let incoming = match document_number(&self.incoming).as_str() {
            "" => String::new(),
            number => format!(", вх. № {number}"),
        };
        format!("Сдано в РИМК {}{incoming}", date_in_table(self.date))
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        format!("сдача в\u{a0}РИМК {}", date_in_table(self.date))
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.incoming, &self.note]);
        if let Some(returned) = &self.returned {
            texts.add(&returned.remarks);
        }
    }

    fn links(&self, _: &mut Links) {}

    fn paper_numbers(&mut self) -> Vec<&mut String> {
        vec![&mut self.incoming]
    }
}
