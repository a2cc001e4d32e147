//! Аналитический отчёт за учебный год (пп. 4.3, 4.8).

use serde::{Deserialize, Serialize};

use super::{ReportLength, Signature};
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// The report: a title page and sections in order. The number of a section is its place among
/// those that have something in them, so leaving one out closes the numbering up.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// Вышестоящий орган.
    pub superior: Option<String>,
    /// The community's full name.
    pub community: String,
    /// «2025/2026».
    pub school_year: String,
    /// «с 1 сентября 2025 г. по 31 августа 2026 г.».
    pub period: String,
    /// To whom the report goes.
    pub to: Option<String>,
    /// «Соколова Марина Викторовна, …».
    pub leader: Option<String>,
    /// The settlement on the title page.
    pub place: Option<String>,
    /// The year on the title page.
    pub year: String,
    /// The sections.
    pub sections: Vec<Section>,
    /// The leader's signature.
    pub signature: Signature,
    /// The day beside the signature, in words; without it there is room for the date.
    pub signed: Option<String>,
}

/// One section of the report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Section {
    /// The part of the form where its words are written: «plan_and_fact».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The heading without a number.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// Prose; each line is a paragraph.
    Text {
        /// The text.
        text: String,
    },
    /// «Подпись: значение», a line each; a fact without a value is left out.
    Facts {
        /// The facts.
        items: Vec<Fact>,
    },
    /// A list under a word of its own.
    List {
        /// «Задачи на год:»; may be empty.
        title: String,
        /// The items.
        items: Vec<String>,
        /// Whether the items have numbers.
        numbered: bool,
    },
    /// A table; without rows it is left out together with its title.
    Table {
        /// What the table shows; may be empty.
        title: String,
        /// The columns.
        columns: Vec<Column>,
        /// The rows, each with a text for every column.
        rows: Vec<Vec<String>>,
        /// The line of totals.
        total: Option<Vec<String>>,
    },
    /// The leader's remark beside figures.
    Remark {
        /// The remark.
        text: String,
    },
    /// Picture: attendance by organisation.
    Attendance {
        /// A bar for each organisation.
        bars: Vec<AttendanceBar>,
    },
    /// Picture: plan against fact by direction.
    PlanFact {
        /// A bar for each direction.
        bars: Vec<DirectionBar>,
    },
    /// Picture: difficulties by measurement.
    Difficulties {
        /// The names of the measurements: «октябрь», «май».
        waves: Vec<String>,
        /// The difficulties.
        rows: Vec<DifficultyBars>,
    },
    /// Picture: the year beside those before it.
    Years {
        /// The names of the years, the oldest first: «2024/2025».
        years: Vec<String>,
        /// What is compared.
        measures: Vec<YearBars>,
        /// What makes a year smaller than a whole one: «2025/2026 — на 15.01.2026».
        notes: Vec<String>,
    },
}

/// A labelled value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fact {
    /// The label, without a colon.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// A heading above this one, shared with the neighbours that name the same.
    #[serde(default)]
    pub group: String,
    /// Its share of the width, relative to the other columns.
    pub width: f64,
    /// How its cells stand.
    pub align: Align,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers and dates.
    Center,
}

/// How one organisation attended.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AttendanceBar {
    /// The organisation.
    pub name: String,
    /// How many times its people came.
    pub present: u32,
    /// How many times they could have come.
    pub of: u32,
}

/// What became of one direction's activities.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DirectionBar {
    /// The direction.
    pub name: String,
    /// How many were planned.
    pub planned: u32,
    /// Done, those done late among them.
    pub done: u32,
    /// Done later than the approved term.
    pub late: u32,
    /// Done in part.
    pub partly: u32,
    /// Cancelled.
    pub cancelled: u32,
    /// Not done.
    pub not_done: u32,
    /// Without a mark so far.
    pub unmarked: u32,
}

/// One difficulty in each measurement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DifficultyBars {
    /// The difficulty.
    pub name: String,
    /// What was found, in the order of the measurements; nothing where it was not asked.
    pub found: Vec<Option<Portion>>,
}

/// One measure in each year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct YearBars {
    /// «Присутствовали на заседаниях».
    pub name: String,
    /// In the order of the years; nothing where the records of a year do not tell it.
    pub found: Vec<Option<YearBar>>,
}

/// A measure in one year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct YearBar {
    /// How many.
    pub count: u32,
    /// Out of how many; none for a plain number.
    pub of: Option<u32>,
    /// «27 из 30 (90 %)», «3».
    pub words: String,
}

/// «8 из 11».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Portion {
    /// How many.
    pub count: u32,
    /// Out of how many.
    pub of: u32,
}

/// The report that is asked for: the one in force as it was handed over, else what the records say.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (year, on, full) = (ask.year(), ask.on(), ask.request.full);
    if let Some(handed) = ask.sources.report_in_force(year, full, on).map_err(PaperError::Source)? {
        return Ok(Paper::Report(handed));
    }
    let length = if full { ReportLength::Full } else { ReportLength::AsChosen };
    Ok(Paper::Report(Report::from_records(ask.records, year, length, on)?))
}
