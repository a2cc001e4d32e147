//! The sheet to sign from the records of a meeting.

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::MeetingId;

use super::convened::{called, in_full, meeting, place};
use super::people::optional;
use super::protocol_records::{guests, period};
use super::{AttendanceSheet, Attendee};
use crate::PaperError;

impl AttendanceSheet {
    /// The sheet for a meeting, planned or held.
    ///
    /// # Errors
    ///
    /// There is no such meeting in the records.
    pub fn from_records(records: &CommunityRecords, id: MeetingId) -> Result<Self, PaperError> {
        let meeting = meeting(records, id)?;
        let community = &records.community;
        let with_name = |(guest, shown): (&pps_domain::records::Guest, Attendee)| Attendee {
            name: guest.name.full(),
            ..shown
        };
        Ok(Self {
            example: community.is_example(),
            community: community.name.clone(),
            date: period(meeting),
            place: place(records, meeting),
            theme: optional(&meeting.topic),
            members: in_full(records, &called(records, meeting), meeting.date),
            invited: meeting.guests.iter().zip(guests(meeting)).map(with_name).collect(),
        })
    }
}
