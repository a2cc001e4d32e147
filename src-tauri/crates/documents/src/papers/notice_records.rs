//! A notice from the records of a meeting.

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::MeetingId;

use super::Notice;
use super::convened::{agenda, attendees, meeting, members, place};
use super::people::{filled, leader_signature, optional};
use super::protocol_records::{guests, period};
use crate::PaperError;

impl Notice {
    /// The notice of a meeting, planned or held, to the members of its day.
    ///
    /// # Errors
    ///
    /// There is no such meeting in the records.
    pub fn from_records(records: &CommunityRecords, id: MeetingId) -> Result<Self, PaperError> {
        let meeting = meeting(records, id)?;
        let community = &records.community;
        let mode = meeting.mode.map(|mode| mode.in_words().to_owned()).unwrap_or_default();
        let form = filled([mode, meeting.mode_note.clone()]);
        Ok(Self {
            example: community.is_example(),
            superior: optional(&community.higher_body),
            community: community.name.clone(),
            date: period(meeting),
            place: place(records, meeting),
            form: optional(&form.join(", ")),
            theme: optional(&meeting.topic),
            questions: agenda(records, meeting),
            members: attendees(records, &members(records, meeting), meeting.date),
            invited: guests(meeting),
            signature: leader_signature(records, meeting.date),
        })
    }
}
