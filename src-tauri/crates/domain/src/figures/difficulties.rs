use chrono::NaiveDate;

use super::Share;
use super::survey_totals::{Counted, SurveyTotals};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::SurveyId;
use crate::records::Survey;

/// The difficulties of the last survey beside those of the survey before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difficulties {
    /// The last survey of the year.
    pub last: SurveyId,
    /// The survey before it, of the same year or of an earlier one.
    pub before: Option<SurveyId>,
    /// How many answered in the last survey.
    pub asked: usize,
    /// How many answered in the survey before.
    pub asked_before: usize,
    /// The first ten, the most frequent of the earlier survey first, so that what was taken into work leads.
    pub rows: Vec<DifficultyCount>,
}

/// How many have a difficulty, now and before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifficultyCount {
    /// What is counted.
    pub counted: Counted,
    /// What it is called.
    pub title: String,
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
        Some(Self::beside(records, last?, before))
    }

    /// The difficulties of one survey beside those of another.
    #[must_use]
    pub fn beside(records: &CommunityRecords, last: &Survey, before: Option<&Survey>) -> Self {
        let now = SurveyTotals::of(records, last);
        let earlier = before.map(|survey| SurveyTotals::of(records, survey)).unwrap_or_default();
        let led = earlier.rows.iter().map(|row| DifficultyCount {
            counted: row.counted,
            title: row.title.clone(),
            before: Some(row.share),
            last: now.same(row).map(|row| row.share),
        });
        let new = now.rows.iter().filter(|row| earlier.same(row).is_none()).map(|row| DifficultyCount {
            counted: row.counted,
            title: row.title.clone(),
            before: None,
            last: Some(row.share),
        });
        let mut rows: Vec<_> = led.chain(new).collect();
        // The sort is stable: what is equally frequent keeps the order of the survey sheet.
        rows.sort_by_key(|row| {
            let leading = row.before.or(row.last).unwrap_or_default();
            std::cmp::Reverse(leading.percent().unwrap_or(0))
        });
        rows.truncate(NAMED);
        let before = before.map(|survey| survey.id);
        Self { last: last.id, before, asked: now.asked, asked_before: earlier.asked, rows }
    }
}
