//! What is due and what is wrong on a day.

use chrono::NaiveDate;
use pps_domain::assignments;
use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::control::{ControlLine, steps_ahead};
use pps_domain::figures::{JournalOfYear, journals_of_year};
use pps_domain::ids::{CommunityId, MeetingId};
use pps_domain::records::Meeting;
pub use pps_domain::rules::{Basis, Finding, HalfYearMeeting, Severity};
use pps_domain::rules::{Deadline, deadlines, findings, half_year_meetings, heading};
use serde::Serialize;
use ts_rs::TS;

use crate::error::AppError;
use crate::views::FindingView;
use crate::workplace::Workplace;

/// The year at a glance, on a day.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "findings/")]
pub struct Overview {
    /// The school year of the day.
    pub school_year: SchoolYear,
    /// How things are, in one sentence: «Сроки соблюдены, не хватает двух бумаг».
    pub heading: String,
    /// Both half-years and their meetings (п. 4.5).
    pub half_years: [HalfYearMeeting; 2],
    /// Protocols of meetings held by the day that are not signed yet: «№ 2».
    pub unsigned: Vec<u32>,
    /// Assignments that nobody has marked yet.
    pub assignments: Vec<OpenDecision>,
    /// Recommendations, which are not assignments.
    pub recommendations: Vec<OpenDecision>,
    /// All findings.
    pub findings: Vec<FindingView>,
    /// What the regulation asks for in the year, by date.
    pub deadlines: Vec<Deadline>,
    /// What the journals of the methodical work hold of the year; nothing where none is kept.
    pub journals: Vec<JournalOfYear>,
    /// Steps of road maps that are to be done by a day to come, the nearest first.
    pub steps: Vec<ControlLine>,
}

/// A decision that is still open, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "findings/")]
pub struct OpenDecision {
    /// The meeting.
    pub meeting: MeetingId,
    /// Number of the protocol.
    pub protocol: Option<u32>,
    /// «1.2»
    pub number: String,
    /// What was decided.
    pub text: String,
    /// «Ларина С. Ю.»
    pub responsible: String,
    /// «до 01.03.2026»
    pub term: String,
    /// The last day, where one follows from the term.
    pub due: Option<NaiveDate>,
    /// Whether the term has passed.
    pub overdue: bool,
}

impl Workplace {
    /// All findings on a day, for the school year of that day and the one before.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn check(&self, community: CommunityId, on: NaiveDate) -> Result<Vec<Finding>, AppError> {
        Ok(findings(&*self.community_records(community)?, on))
    }

    /// The year at a glance.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn overview(&self, community: CommunityId, on: NaiveDate) -> Result<Overview, AppError> {
        let records = self.community_records(community)?;
        let year = SchoolYear::containing(on);
        let unsigned = |meeting: &&Meeting| meeting.protocol.is_some() && !meeting.signed_by(on);
        let held = records.meetings_held(year, on);
        let found = findings(&records, on);
        let open = assignments::open(&records, on);
        let unsigned: Vec<&Meeting> = held.into_iter().filter(unsigned).collect();
        let deadlines = deadlines(&records, year, on);
        let late = open.iter().filter(|placed| placed.decision.is_overdue(placed.meeting.school_year, on));
        Ok(Overview {
            school_year: year,
            heading: heading(&found, unsigned.len(), late.count(), &deadlines),
            half_years: half_year_meetings(&records, year, on),
            unsigned: unsigned.into_iter().filter_map(Meeting::number).collect(),
            assignments: decisions(&records, open, on),
            recommendations: decisions(&records, assignments::recommendations(&records, on), on),
            findings: self.soundness().into_iter().chain(found.into_iter().map(FindingView::from)).collect(),
            deadlines,
            journals: journals_of_year(&records, year, on),
            steps: steps_ahead(&records, year, on),
        })
    }
}

fn decisions(
    records: &CommunityRecords,
    placed: Vec<pps_domain::community_records::PlacedDecision<'_>>,
    on: NaiveDate,
) -> Vec<OpenDecision> {
    let open = placed.into_iter().map(|placed| {
        let year = placed.meeting.school_year;
        let term = placed.decision.term_on(year, on);
        OpenDecision {
            meeting: placed.meeting.id,
            due: term.and_then(|term| term.end(year)),
            protocol: placed.meeting.number(),
            number: placed.number(),
            text: placed.decision.text.clone(),
            responsible: records.answering(
                &placed.decision.responsible,
                &placed.decision.responsible_in_words,
                on,
            ),
            term: term.map(Term::in_table).unwrap_or_default(),
            overdue: placed.decision.is_overdue(year, on),
        }
    });
    open.collect()
}
