use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Meetings, PlanAndFact, Share, Staff};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::russian::date_in_table;

/// A school year beside those before it that have records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct YearByYear {
    /// The years, the oldest first; the year of the report is the last.
    pub years: Vec<ComparedYear>,
    /// What is compared; a measure that fewer than two years have is left out.
    pub measures: Vec<MeasureByYear>,
}

/// One of the years that are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct ComparedYear {
    /// Which.
    pub school_year: SchoolYear,
    /// «на 15.01.2026», where the year is not over; «с 12.10.2025», where nothing before that day is known.
    pub note: Option<String>,
}

/// One measure in all years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct MeasureByYear {
    /// Which.
    pub measure: YearMeasure,
    /// «Присутствовали на заседаниях»
    pub title: String,
    /// In the order of the years. What the records of a year do not tell is absent, never nought.
    pub found: Vec<Option<Measured>>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
#[serde(rename_all = "snake_case")]
pub enum YearMeasure {
    /// Present of listed, over all meetings.
    Attendance,
    /// Rows of the plan done, of all.
    Plan,
    /// Assignments done, of those given at the meetings of the year.
    Assignments,
    /// Meetings held.
    Meetings,
    /// Members on the last day of the year, or on the day where it is not over.
    Members,
}

/// A part of a whole, or a plain number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct Measured {
    /// How many.
    pub count: usize,
    /// Of how many; none for what has no whole.
    pub of: Option<usize>,
}

impl YearMeasure {
    /// All, in the order in which they are shown: the shares, then the plain numbers.
    pub const ALL: [Self; 5] =
        [Self::Attendance, Self::Plan, Self::Assignments, Self::Meetings, Self::Members];

    /// How it is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Attendance => "Присутствовали на заседаниях",
            Self::Plan => "Выполнено мероприятий плана",
            Self::Assignments => "Исполнено поручений",
            Self::Meetings => "Проведено заседаний",
            Self::Members => "Участников в составе",
        }
    }
}

impl Measured {
    /// «27 из 30 (90 %)», or «3».
    #[must_use]
    pub fn in_words(self) -> String {
        match self.of {
            Some(whole) => Share { part: self.count, whole }.in_words(),
            None => self.count.to_string(),
        }
    }

    fn share(share: Share) -> Option<Self> {
        (share.whole > 0).then_some(Self { count: share.part, of: Some(share.whole) })
    }

    fn number(count: usize) -> Option<Self> {
        (count > 0).then_some(Self { count, of: None })
    }
}

/// How many years stand beside each other at the most: this one and three before.
const SHOWN: i32 = 4;

impl YearByYear {
    /// Compares them; none where no year before has records, or this one has none yet.
    #[must_use]
    pub fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Option<Self> {
        let years = (year.0.saturating_sub(SHOWN - 1)..=year.0).map(SchoolYear);
        let counted: Vec<(SchoolYear, Counted)> =
            years.filter_map(|one| Some((one, Counted::of(records, one, on)?))).collect();
        if counted.last().is_none_or(|(last, _)| *last != year) {
            return None;
        }
        let measures = YearMeasure::ALL.into_iter().map(|measure| MeasureByYear {
            measure,
            title: measure.title().to_owned(),
            found: counted.iter().map(|(_, counted)| counted.measured(measure)).collect(),
        });
        let measures: Vec<MeasureByYear> =
            measures.filter(|measure| measure.found.iter().flatten().count() > 1).collect();
        let years =
            counted.iter().map(|(one, _)| ComparedYear { school_year: *one, note: note(records, *one, on) });
        (!measures.is_empty()).then(|| Self { years: years.collect(), measures })
    }
}

/// The figures of one year.
struct Counted {
    meetings: Meetings,
    plan: Share,
    members: usize,
}

impl Counted {
    /// None where the year has neither a meeting held nor a mark in its plan.
    fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Option<Self> {
        let end = last_day(year, on);
        let meetings = Meetings::of(records, year, end);
        let plan = PlanAndFact::of(records, year, end).total();
        // A plan without a single mark says what was meant and nothing of what was done.
        let marked = plan.unmarked.len() < plan.planned.len();
        if meetings.rows.is_empty() && !marked {
            return None;
        }
        Some(Self {
            meetings,
            plan: if marked {
                Share { part: plan.done.len(), whole: plan.planned.len() }
            } else {
                Share::default()
            },
            members: Staff::on(records, end.max(year.start())).members(),
        })
    }

    fn measured(&self, measure: YearMeasure) -> Option<Measured> {
        match measure {
            YearMeasure::Attendance => Measured::share(self.meetings.attendance),
            YearMeasure::Plan => Measured::share(self.plan),
            YearMeasure::Assignments => Measured::share(self.meetings.assignments()),
            YearMeasure::Meetings => Measured::number(self.meetings.rows.len()),
            YearMeasure::Members => Measured::number(self.members),
        }
    }
}

/// The day up to which a year is counted.
pub(super) fn last_day(year: SchoolYear, on: NaiveDate) -> NaiveDate {
    on.min(year.end())
}

/// What makes a year smaller than a whole one. A year counts as over with the last meeting that is due in it, so
/// that a report written in June or August bears no note.
fn note(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Option<String> {
    if on < records.community.settings.second_half_ends.within(year) {
        return Some(format!("на\u{a0}{}", date_in_table(on)));
    }
    // The community came here in the middle of the year, and nothing of before was written in.
    let since = records.community.kept_since.filter(|day| year.start() < *day && *day <= year.end())?;
    let held = records.meetings_held(year, year.end());
    let from_then_on = held.iter().all(|meeting| since <= meeting.date);
    from_then_on.then(|| format!("с\u{a0}{}", date_in_table(since)))
}
