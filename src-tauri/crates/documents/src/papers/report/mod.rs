//! Аналитический отчёт за учебный год (пп. 4.3, 4.8).

mod activities;
pub(crate) mod community;
mod events;
mod expertise;
mod growth;
mod materials;
mod schools;
mod source;
mod work;
mod years;

use pps_domain::records::BodyWords;
use serde::{Deserialize, Serialize};

use crate::papers::Signature;
use crate::papers::people::{filled, optional};
pub use source::{ReportLength, filled_sections};
pub(crate) use work::survey_picture;

use crate::ask::Ask;
use crate::model::{Block, Document, Fact, TitlePage};
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
    /// What the body calls itself.
    pub body: BodyWords,
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

impl From<Report> for Document {
    fn from(view: Report) -> Self {
        let title = format!("Аналитический отчёт за {} учебный год", view.school_year);
        let fact = |label: &str, value: Option<String>| Fact {
            label: label.to_owned(),
            value: value.unwrap_or_default(),
        };
        let front = TitlePage {
            superior: view.superior,
            community: view.community.clone(),
            title: "АНАЛИТИЧЕСКИЙ ОТЧЁТ".to_owned(),
            about: format!("о деятельности {}\nза {} учебный год", view.body.genitive, view.school_year),
            period: optional(&view.period),
            facts: vec![
                fact(&format!("Руководитель {}", view.body.of_body()), view.leader),
                fact("Представляется", view.to),
            ],
            foot: filled([view.place.unwrap_or_default(), view.year]).join(", "),
        };
        let mut paper = Self::of(&view.community, view.example, title)
            .with(Block::Stands { name: "title".to_owned() })
            .with(Block::TitlePage(front));
        let last = view.sections.len();
        for (place, section) in view.sections.into_iter().enumerate() {
            let more = place + 1 < last;
            paper = paper.with(Block::Stands { name: format!("section.{}", section.place) }).with(
                Block::Heading {
                    text: section.title,
                    level: 1,
                    number: Some(0),
                    above: Some(1.5),
                    below: Some(0.8),
                },
            );
            let count = section.blocks.len();
            for (at, block) in section.blocks.into_iter().enumerate() {
                let room = matches!(block, Block::Table(_)) && (more || at + 1 < count);
                paper = paper.with(block);
                if room {
                    paper = paper.with(Block::Gap { size: 0.5 });
                }
            }
        }
        paper.ending(Block::Signatures {
            signatures: vec![view.signature],
            word: None,
            day: view.signed,
            room_for_day: true,
        })
    }
}

/// The report that is asked for: the one in force as it was handed over, else what the records say.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (year, on, full) = (ask.year(), ask.on(), ask.request.full);
    if let Some(handed) = ask.sources.report_in_force(year, full, on).map_err(PaperError::Source)? {
        return Ok(Document::from(handed).into());
    }
    let length = if full { ReportLength::Full } else { ReportLength::AsChosen };
    Ok(Document::from(Report::from_records(ask.records, year, length, on)?).into())
}
