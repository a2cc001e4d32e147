//! What a survey with names shows besides: difficulties by organisation, and who asks for help beside who can give it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::Share;
use super::answer_counts::AnswerCounts;
use crate::community_records::CommunityRecords;
use crate::ids::{OrganisationId, PersonId};
use crate::records::{AnswerSheet, Area, Survey};
use crate::russian::alphabetical;

/// A cell of fewer sheets is not shown: it would tell of single people.
pub const LEAST_SHEETS: usize = 3;

/// Difficulties by organisation and area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct HeatMap {
    /// The areas: their numbers and titles.
    pub areas: Vec<(u32, String)>,
    /// The organisations, in the order of the alphabet; sheets that name none stand last.
    pub rows: Vec<HeatRow>,
    /// Whether some cell is not shown because it has fewer than three sheets.
    pub hidden: bool,
}

/// The difficulties of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct HeatRow {
    /// Which; none of sheets that name none.
    pub organisation: Option<OrganisationId>,
    /// What it is called.
    pub name: String,
    /// How many sheets came of it.
    pub sheets: usize,
    /// A cell for each area.
    pub cells: Vec<HeatCell>,
}

/// A cell of the map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct HeatCell {
    /// How many sheets have an answer in the area.
    pub sheets: usize,
    /// The share of answers that tell of a difficulty; none where there are too few sheets.
    pub share: Option<Share>,
}

/// Who asks for help in an area and who can give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct AreaPairs {
    /// The number of the area.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Those who answered «нужна помощь», or two and more on the average.
    pub ask: Vec<PersonId>,
    /// Those who are ready to share their experience.
    pub can_help: Vec<PersonId>,
}

/// How many sheets an organisation has, and for each area how many answered and how.
type OfOrganisation = (usize, Vec<(usize, AnswerCounts)>);

impl HeatMap {
    /// The map of a survey; none where it is anonymous or no sheet names an organisation.
    #[must_use]
    pub fn of(records: &CommunityRecords, survey: &Survey) -> Option<Self> {
        let questionnaire = records.questionnaire_of(survey).filter(|_| survey.named)?;
        let day = survey.held.last_day();
        let mut found: BTreeMap<Option<OrganisationId>, OfOrganisation> = BTreeMap::new();
        for sheet in records.sheets_of(survey.id).into_iter().filter(|sheet| !sheet.answers.is_empty()) {
            let (sheets, cells) = found
                .entry(of_sheet(records, sheet, day))
                .or_insert_with(|| (0, vec![Default::default(); questionnaire.areas.len()]));
            *sheets += 1;
            for (area, (answered, counts)) in questionnaire.areas.iter().zip(cells) {
                let own = answers(sheet, area);
                *answered += usize::from(own.all() > 0);
                *counts += own;
            }
        }
        if found.keys().all(Option::is_none) {
            return None;
        }
        let rows = found.into_iter().map(|(organisation, (sheets, cells))| {
            let known = organisation.and_then(|id| records.organisations.get(&id));
            let name = known.map_or("ОО не указана", |known| known.shown_name()).to_owned();
            let cells = cells.into_iter().map(|(sheets, counts)| HeatCell {
                sheets,
                share: (sheets >= LEAST_SHEETS).then(|| counts.share()),
            });
            HeatRow { organisation, name, sheets, cells: cells.collect() }
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_cached_key(|row| (row.organisation.is_none(), alphabetical(&row.name)));
        let hidden =
            rows.iter().flat_map(|row| &row.cells).any(|cell| cell.sheets > 0 && cell.share.is_none());
        let areas = questionnaire.areas.iter().map(|area| (area.number, area.title.clone())).collect();
        Some(Self { areas, rows, hidden })
    }
}

impl AreaPairs {
    /// The pairs of a survey by area; none of an anonymous one. Areas in which nobody asks and nobody offers are left out.
    #[must_use]
    pub fn of(records: &CommunityRecords, survey: &Survey) -> Vec<Self> {
        let Some(questionnaire) = records.questionnaire_of(survey).filter(|_| survey.named) else {
            return Vec::new();
        };
        let sheets = records.sheets_of(survey.id);
        let day = survey.held.last_day();
        let named = |wanted: &dyn Fn(&AnswerSheet) -> bool| {
            let mut people: Vec<PersonId> =
                sheets.iter().filter(|sheet| wanted(sheet)).filter_map(|sheet| sheet.person).collect();
            people.sort_by_cached_key(|person| (alphabetical(&records.full_name(*person, day)), *person));
            people.dedup();
            people
        };
        let areas = questionnaire.areas.iter().map(|area| Self {
            number: area.number,
            title: area.title.clone(),
            ask: named(&|sheet| {
                let counts = answers(sheet, area);
                counts.help > 0 || (counts.all() > 0 && counts.marks() >= 2 * counts.all())
            }),
            can_help: named(&|sheet| sheet.ready.contains(&area.number)),
        });
        areas.filter(|pairs| !pairs.ask.is_empty() || !pairs.can_help.is_empty()).collect()
    }
}

fn answers(sheet: &AnswerSheet, area: &Area) -> AnswerCounts {
    AnswerCounts::of_sheet(sheet, area.statements.iter().map(|statement| statement.number))
}

/// The organisation of a sheet: the one that it names, or where the person works.
fn of_sheet(records: &CommunityRecords, sheet: &AnswerSheet, on: NaiveDate) -> Option<OrganisationId> {
    sheet.organisation.or_else(|| records.workplace(sheet.person?, on).map(|school| school.id))
}
