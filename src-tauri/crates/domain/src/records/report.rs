use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::TypedTable;
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words};
use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, ReportId};

/// The leader's part of the analytical report (пп. 4.3, 4.8). The figures are derived from the records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Identifier.
    pub id: ReportId,
    /// Whose.
    pub community: CommunityId,
    /// Of which year.
    pub school_year: SchoolYear,
    /// Sections added to those of the short report.
    #[serde(default)]
    pub added: BTreeSet<ReportSection>,
    /// The leader's prose, by section.
    #[serde(default)]
    pub prose: BTreeMap<ReportSection, String>,
    /// The leader's own tables, by the section below whose words they stand.
    #[serde(default)]
    pub tables: BTreeMap<ReportSection, Vec<TypedTable>>,
}

macro_rules! report_sections {
    ($($(#[$doc:meta])* $name:ident = $number:literal $title:literal),+ $(,)?) => {
        /// The sections of the report, in order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
        #[serde(rename_all = "snake_case")]
        pub enum ReportSection { $($(#[$doc])* $name),+ }

        impl ReportSection {
            /// All sections in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its place in the full report, from 1. On paper the numbering closes up.
            #[must_use]
            pub fn number(self) -> u8 {
                match self { $(Self::$name => $number),+ }
            }

            /// Its heading.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),+ }
            }
        }
    };
}

report_sections! {
    /// Title page: period, addressee, РИМК's mark.
    TitlePage = 1 "Титул",
    /// Order, numbers of members and organisations, problem zones.
    General = 2 "Общие сведения",
    /// Staff as of two dates.
    Staff = 3 "Кадровый состав",
    /// Topic, goal, tasks.
    Tasks = 4 "Тема, цель и задачи",
    /// Meetings and attendance.
    Meetings = 5 "Заседания",
    /// Plan against fact by direction.
    PlanAndFact = 6 "Выполнение плана по направлениям",
    /// Seminars, master classes, open lessons.
    Events = 7 "Семинары, мастер-классы, открытые уроки",
    /// Contests and conferences.
    Contests = 8 "Конкурсы и конференции",
    /// Courses of further training.
    Courses = 9 "Курсы повышения квалификации",
    /// Certification, self-education, ИОМ.
    Growth = 10 "Аттестация, самообразование, индивидуальные образовательные маршруты",
    /// Consultations, expertise, practices, materials.
    Support = 11 "Консультации, экспертиза, банк практик, материалы сайта",
    /// Typical difficulties.
    Difficulties = 12 "Типичные затруднения",
    /// ШСНРО and ШФНСУ.
    Schools = 13 "Школы с низкими результатами",
    /// Achievements, problems, reasons.
    Conclusions = 14 "Выводы",
    /// Tasks for the next year.
    NextTasks = 15 "Задачи на следующий год",
    /// Annexes, signature, date.
    Annexes = 16 "Приложения",
}

impl ReportSection {
    /// Whether the short report has it.
    #[must_use]
    pub fn in_short_report(self) -> bool {
        matches!(self.number(), 1 | 2 | 5 | 6 | 12 | 14 | 15 | 16)
    }
}

impl Entity for Report {
    const WORDS: Words = Words {
        one: "отчёт",
        gender: Gender::Masculine,
        counted: ["отчёт", "отчёта", "отчётов"],
        unnamed: "Отчёт",
        act: ActName::Title(&[]),
        room: "report",
        opens: "отчёт",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("school_year", "Учебный год", Form::SchoolYear),
        Field::new("added", "Добавлено", Form::Sections),
        Field::new("prose", "Разделы отчёта", Form::Sections),
        Field::new("tables", "Таблицы", Form::Tables),
    ];
    const FORMAT: u32 = 2;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(self.school_year)
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.school_year.end())
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        format!("Отчёт за {} учебный год", self.school_year)
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        format!("отчёт за\u{a0}{}", self.school_year)
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all(self.prose.values());
        self.tables.values().flatten().for_each(|table| table.texts(texts));
    }

    fn links(&self, _: &mut Links) {}

    fn parts(&self) -> Vec<Part> {
        self.tables.values().flatten().map(TypedTable::part).collect()
    }
}
