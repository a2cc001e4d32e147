//! The report from the figures of a year and the leader's prose.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::Figures;
use pps_domain::records::{Report as ReportRecord, ReportSection};
use pps_domain::russian::date_in_prose;

use super::activities::{plan_and_fact, support};
use super::community::{courses, general, staff, tasks};
use super::events::{contests, events};
use super::expertise::expertise;
use super::growth::growth;
use super::materials::materials;
use super::schools::schools;
use super::work::{difficulties, meetings};
use super::years::years;
use crate::PaperError;
use crate::papers::people::{leader_in_full, leader_signature, optional};
use crate::papers::typed_tables::TypedTables;
use crate::papers::{Block, Report, Section, tabbed};

/// How much of the report is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportLength {
    /// The sections of the short report, and those that the leader added.
    #[default]
    AsChosen,
    /// Every section that has something in it.
    Full,
}

/// What the sections of a report are made of.
pub(super) struct Source<'a> {
    pub(super) records: &'a CommunityRecords,
    pub(super) year: SchoolYear,
    pub(super) figures: Figures,
    /// The paper's own day: the given one, within the school year.
    pub(super) day: NaiveDate,
    /// The day up to which the records count.
    pub(super) on: NaiveDate,
}

impl<'a> Source<'a> {
    fn of(records: &'a CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let day = on.clamp(year.start(), year.end());
        Self { records, year, figures: Figures::of(records, year, on), day, on }
    }
}

/// The sections for which the records of a year say something by a day, whether they are chosen or not.
#[must_use]
pub fn filled_sections(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<ReportSection> {
    let source = Source::of(records, year, on);
    let filled =
        |section: &ReportSection| !blocks(&source, *section, None, &mut TypedTables::default()).is_empty();
    ReportSection::ALL.iter().copied().filter(filled).collect()
}

impl Report {
    /// The report on a school year as of a day. Every figure comes from the records; a section with
    /// neither records nor prose is left out.
    ///
    /// # Errors
    ///
    /// None now; the result keeps the builders of all papers alike.
    pub fn from_records(
        records: &CommunityRecords,
        year: SchoolYear,
        length: ReportLength,
        on: NaiveDate,
    ) -> Result<Self, PaperError> {
        let source = Source::of(records, year, on);
        let record = records.report(year);
        let chosen =
            ReportSection::ALL.iter().copied().filter(|section| is_printed(*section, record, length));
        let mut tables = TypedTables::default();
        let sections = chosen.map(|section| Section {
            place: place(section),
            title: section.title().to_owned(),
            blocks: blocks(&source, section, record, &mut tables),
        });
        Ok(Self {
            example: records.community.is_example(),
            superior: optional(&records.community.higher_body),
            community: records.community.name.clone(),
            body: records.community.words(),
            school_year: year.to_string(),
            period: format!("с {} по {}", date_in_prose(year.start()), date_in_prose(year.end())),
            to: Some("в районный информационно-методический кабинет (РИМК)".to_owned()),
            leader: leader_in_full(records, source.day, false),
            place: optional(&records.community.place),
            year: year.next().0.to_string(),
            sections: sections.filter(|section| !section.blocks.is_empty()).collect(),
            signature: leader_signature(records, source.day),
            signed: None,
        })
    }
}

fn is_printed(section: ReportSection, record: Option<&ReportRecord>, length: ReportLength) -> bool {
    // The title page is not a numbered section: the template sets it by itself.
    section != ReportSection::TitlePage
        && (length == ReportLength::Full
            || section.in_short_report()
            || record.is_some_and(|record| record.added.contains(&section)))
}

/// The name of a section as the form knows it: «plan_and_fact».
fn place(section: ReportSection) -> String {
    let name = serde_json::to_value(section).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}

/// The figures of a section, then the leader's words on them and the leader's own tables.
fn blocks(
    source: &Source<'_>,
    section: ReportSection,
    record: Option<&ReportRecord>,
    tables: &mut TypedTables,
) -> Vec<Block> {
    let mut blocks = match section {
        ReportSection::General => general(source).into_iter().chain(years(source)).collect(),
        ReportSection::Staff => staff(source),
        ReportSection::Tasks => tasks(source),
        ReportSection::Meetings => meetings(source),
        ReportSection::PlanAndFact => plan_and_fact(source),
        ReportSection::Events => events(source),
        ReportSection::Contests => contests(source),
        ReportSection::Courses => courses(source),
        ReportSection::Support => {
            support(source).into_iter().chain(expertise(source)).chain(materials(source)).collect()
        }
        ReportSection::Growth => growth(source),
        ReportSection::Difficulties => difficulties(source),
        ReportSection::Schools => schools(source),
        ReportSection::Annexes => annexes(source),
        ReportSection::TitlePage | ReportSection::Conclusions | ReportSection::NextTasks => Vec::new(),
    };
    let prose = record.and_then(|record| record.prose.get(&section)).and_then(|prose| optional(prose));
    blocks.extend(prose.iter().flat_map(|prose| tabbed::blocks(prose)));
    let own = record.and_then(|record| record.tables.get(&section));
    blocks.extend(own.into_iter().flat_map(|own| tables.upright(own)).map(Block::Table));
    blocks
}

fn annexes(source: &Source<'_>) -> Vec<Block> {
    let next = source.year.next();
    let preliminary = source.records.plans.values().any(|plan| plan.school_year == next && plan.preliminary);
    if !preliminary {
        return Vec::new();
    }
    vec![Block::Text {
        text: format!("Предварительный план работы на {next} учебный год.")
    }]
}
