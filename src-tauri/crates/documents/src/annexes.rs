//! The papers of the methodical work that go to РИМК beside the report, as what it rests on.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::journals_of_year;
use pps_domain::records::Journal;

use crate::catalogue::PaperKind;
use crate::request::PaperRequest;

/// What of a journal is carried; nothing of those that serve the leader's own work. Sheets of visited lessons stay with the
/// leader and the teacher: the report counts them.
fn paper_of(journal: Journal) -> Option<PaperKind> {
    Some(match journal {
        Journal::Surveys => PaperKind::Difficulties,
        Journal::Consultations => PaperKind::Consultations,
        Journal::Routes => PaperKind::Route,
        Journal::Expertise => PaperKind::Expertise,
        Journal::RoadMaps => PaperKind::RoadMap,
        Journal::Courses => PaperKind::Courses,
        Journal::Events => PaperKind::Events,
        Journal::Materials => PaperKind::Materials,
        Journal::Practices => PaperKind::Practices,
        Journal::Lessons | Journal::Control | Journal::Acts => return None,
    })
}

impl PaperRequest {
    /// The papers of the journals that hold something of the year, in the order of the journals. A journal of single sheets,
    /// as road maps are, gives a paper for each.
    #[must_use]
    pub fn annexes(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<Self> {
        let held = journals_of_year(records, year, on).into_iter();
        let kinds = held.filter_map(|held| paper_of(held.journal));
        kinds.flat_map(|kind| Self::of_year_and_kind(records, kind, year, on)).collect()
    }
}
