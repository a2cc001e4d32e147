//! Findings: what the regulation (Положение), office practice or good sense asks for, as pure functions of
//! records and a date.
//!
//! Only what the regulation demands is an error, and never before its day. All findings come back, never the
//! first alone. Nothing is found for time before the community existed or before its first record here.

mod absent;
mod advice;
mod clauses;
mod clock;
mod consistency;
mod deadlines;
mod growth;
mod heading;
mod leader;
mod meetings;
mod orders;
mod plan;
mod report;
mod supervision;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::records::Kind;
use supervision::Supervision;

pub use clauses::{CLAUSES, Clause, clause};
pub use clock::{ClockDoubt, clock_doubt, last_event};
pub use deadlines::{Deadline, deadlines};
pub use heading::heading;
pub use meetings::{HalfYearMeeting, half_year_meetings};
pub use orders::{RosterChange, is_ordered};

/// On what a finding rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
pub enum Basis {
    /// The regulation itself.
    #[serde(rename = "Положение")]
    Regulation,
    /// Office practice.
    #[serde(rename = "делопроизводство")]
    OfficePractice,
    /// Advice.
    #[serde(rename = "совет")]
    Advice,
}

impl Basis {
    /// The Russian word.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Regulation => "Положение",
            Self::OfficePractice => "делопроизводство",
            Self::Advice => "совет",
        }
    }
}

/// How serious a finding is, the most serious first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The regulation is broken.
    Error,
    /// Something should be mended.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    /// The Russian word.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Error => "нарушение",
            Self::Warning => "замечание",
            Self::Info => "к сведению",
        }
    }
}

/// What can be done about a finding at once, for all whom it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
#[serde(rename_all = "snake_case")]
pub enum FindingAct {
    /// Enter the order by which these members joined.
    OrderOfJoining,
    /// Enter the order by which these members left.
    OrderOfLeaving,
}

/// One thing that was noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
pub struct Finding {
    /// On what it rests.
    pub basis: Basis,
    /// The clause of the regulation, bare: «4.7».
    pub clause: Option<&'static str>,
    /// How serious it is.
    pub severity: Severity,
    /// What was noticed, a Russian sentence.
    pub message: String,
    /// What to do, a Russian sentence.
    pub hint: String,
    /// The record that it concerns, so that one press leads there.
    #[serde(skip)]
    pub subject: Option<(Kind, Uuid)>,
    /// All records that it speaks of, where one finding stands for several.
    #[serde(skip)]
    pub of: Vec<Uuid>,
    /// What can be done about all of them at once.
    #[serde(skip)]
    pub act: Option<FindingAct>,
}

impl Finding {
    fn regulation(clause: &'static str, severity: Severity, message: String, hint: String) -> Self {
        Self::new(Basis::Regulation, Some(clause), severity, message, hint)
    }

    fn office(message: String, hint: String) -> Self {
        Self::new(Basis::OfficePractice, None, Severity::Warning, message, hint)
    }

    fn advice(severity: Severity, message: String, hint: String) -> Self {
        Self::new(Basis::Advice, None, severity, message, hint)
    }

    fn new(
        basis: Basis,
        clause: Option<&'static str>,
        severity: Severity,
        message: String,
        hint: String,
    ) -> Self {
        Self { basis, clause, severity, message, hint, subject: None, of: Vec::new(), act: None }
    }

    fn about(mut self, kind: Kind, id: impl Into<Uuid>) -> Self {
        self.subject = Some((kind, id.into()));
        self
    }

    fn of_all(mut self, of: impl IntoIterator<Item = Uuid>, act: FindingAct) -> Self {
        self.of = of.into_iter().collect();
        self.act = Some(act);
        self
    }
}

/// All findings on a day, for the school year of that day and the one before; the most serious first.
#[must_use]
pub fn findings(records: &CommunityRecords, on: NaiveDate) -> Vec<Finding> {
    let Some(watch) = Supervision::over(records, on) else { return Vec::new() };
    let this_year = SchoolYear::containing(on);
    let mut found = Vec::new();
    let years = [this_year.previous(), this_year];
    for year in years {
        meetings::check(records, year, on, &watch, &mut found);
        plan::check(records, year, on, &watch, &mut found);
        report::check(records, year, on, &watch, &mut found);
        orders::check_year(records, year, on, &watch, &mut found);
        consistency::check(records, year, on, &mut found);
        advice::check(records, year, on, &watch, &mut found);
    }
    orders::check_roster(records, years, on, &watch, &mut found);
    consistency::check_memberships(records, on, &watch, &mut found);
    leader::check(records, on, &watch, &mut found);
    orders::check_creation(records, on, &watch, &mut found);
    advice::check_road_maps(records, years, on, &watch, &mut found);
    advice::check_courses(records, on, &watch, &mut found);
    growth::check(records, on, &watch, &mut found);
    advice::check_consents(records, on, &watch, &mut found);
    // The sort is stable: within a severity the regulation comes first, then the order of finding.
    found.sort_by_key(|finding| (finding.severity, finding.basis));
    found
}
