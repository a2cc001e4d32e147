use chrono::NaiveDate;

use super::Share;
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{DifficultyId, SurveyId};
use crate::records::Survey;

/// The difficulties of the last survey beside those of the survey before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difficulties {
    /// The last survey of the year.
    pub last: SurveyId,
    /// The survey before it, of the same year or of an earlier one.
    pub before: Option<SurveyId>,
    /// The first ten, the most frequent of the earlier survey first, so that what was taken into work leads.
    pub rows: Vec<DifficultyCount>,
}

/// How many have a difficulty, now and before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DifficultyCount {
    /// Which.
    pub difficulty: DifficultyId,
    /// In the survey before.
    pub before: Option<Share>,
    /// In the last survey.
    pub last: Option<Share>,
}

/// How many difficulties a report names.
const NAMED: usize = 10;

impl Difficulties {
    /// Counts them; none where no survey of the year was held by the day.
    #[must_use]
    pub fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Option<Self> {
        let (last, before) = records.last_surveys(year, on);
        let last = last?;
        let mut ids: Vec<DifficultyId> = Vec::new();
        for survey in before.iter().chain(std::iter::once(&last)) {
            for row in &survey.rows {
                if !ids.contains(&row.difficulty) {
                    ids.push(row.difficulty);
                }
            }
        }
        let mut rows: Vec<_> = ids
            .into_iter()
            .map(|difficulty| DifficultyCount {
                difficulty,
                before: before.and_then(|survey| share(survey, difficulty)),
                last: share(last, difficulty),
            })
            .collect();
        // The sort is stable: what is equally frequent keeps the order of the survey sheet.
        rows.sort_by_key(|row| {
            let leading = row.before.or(row.last).unwrap_or_default();
            std::cmp::Reverse(leading.percent().unwrap_or(0))
        });
        rows.truncate(NAMED);
        Some(Self { last: last.id, before: before.map(|survey| survey.id), rows })
    }
}

fn share(survey: &Survey, difficulty: DifficultyId) -> Option<Share> {
    let row = survey.rows.iter().find(|row| row.difficulty == difficulty)?;
    Some(Share { part: row.count as usize, whole: survey.asked as usize })
}
