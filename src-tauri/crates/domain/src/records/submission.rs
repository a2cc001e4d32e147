use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, SubmissionId};

/// One handing-over of papers to РИМК: «Сдано, дата, вх. №». Writing a package is not handing over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// Identifier.
    pub id: SubmissionId,
    /// Whose.
    pub community: CommunityId,
    /// The school year whose papers these are; a preliminary plan goes with the year that ends.
    pub school_year: SchoolYear,
    /// When it was handed over.
    pub date: NaiveDate,
    /// РИМК's incoming number.
    #[serde(default)]
    pub incoming: String,
    /// Which papers.
    pub papers: BTreeSet<SubmittedPaper>,
    /// Anything worth keeping.
    #[serde(default)]
    pub note: String,
}

/// A paper that РИМК takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SubmittedPaper {
    /// The plan of the year (п. 4.7).
    Plan,
    /// The analytical report (п. 4.8).
    Report,
    /// The preliminary plan of the next year (п. 4.8).
    PreliminaryPlan,
}
