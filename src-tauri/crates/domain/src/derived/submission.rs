use chrono::NaiveDate;
use serde::Serialize;

use crate::community_records::CommunityRecords;
use crate::records::{Submission, SubmittedPaper};

/// What follows of a handing-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedSubmission {
    /// РИМК has given the papers back.
    pub returned: bool,
    /// The report of its year is printed from the text kept with it.
    pub report_in_force: bool,
    /// It is the last one that carried a report of its year.
    pub last_report: bool,
}

impl DerivedSubmission {
    pub(super) fn of(records: &CommunityRecords, submission: &Submission, on: NaiveDate) -> Self {
        let year = submission.school_year;
        let is_this = |other: &Submission| other.id == submission.id;
        Self {
            returned: submission.is_returned_by(on),
            report_in_force: records.report_in_force(year, on).is_some_and(|(last, _)| is_this(last)),
            last_report: records
                .handed_over(SubmittedPaper::Report, year, on)
                .last()
                .is_some_and(|last| is_this(last)),
        }
    }
}
