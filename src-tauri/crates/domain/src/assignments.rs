//! Control of decisions: what is open on a day and who is to do it.

use chrono::NaiveDate;

use crate::community_records::{CommunityRecords, PlacedDecision};
use crate::records::DecisionKind;

/// Assignments of all meetings held by the given day that nobody has marked yet, by date of the meeting.
#[must_use]
pub fn open(records: &CommunityRecords, on: NaiveDate) -> Vec<PlacedDecision<'_>> {
    let mut open = placed(records, on);
    open.retain(|placed| placed.decision.is_open(placed.meeting.school_year, on));
    open
}

/// Recommendations of all meetings held by the given day, which nobody is held to and which are listed apart.
#[must_use]
pub fn recommendations(records: &CommunityRecords, on: NaiveDate) -> Vec<PlacedDecision<'_>> {
    let mut recommended = placed(records, on);
    recommended.retain(|placed| placed.decision.kind == DecisionKind::Recommendation);
    recommended
}

fn placed(records: &CommunityRecords, on: NaiveDate) -> Vec<PlacedDecision<'_>> {
    let mut held: Vec<_> = records.meetings.values().filter(|meeting| meeting.held_by(on)).collect();
    held.sort_by_key(|meeting| (meeting.date, meeting.number(), meeting.id));
    held.into_iter().flat_map(|meeting| records.decisions_of(meeting)).collect()
}
