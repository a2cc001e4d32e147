//! The secretary's sheet from the records of a meeting.

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{MeetingId, PersonId};
use pps_domain::records::Role;

use super::Worksheet;
use super::convened::{agenda, attendees, called, meeting, place};
use super::people::optional;
use super::protocol_records::{guests, period};
use crate::PaperError;

impl Worksheet {
    /// The sheet for a meeting, planned or held.
    ///
    /// # Errors
    ///
    /// There is no such meeting in the records.
    pub fn from_records(records: &CommunityRecords, id: MeetingId) -> Result<Self, PaperError> {
        let meeting = meeting(records, id)?;
        let community = &records.community;
        let on = meeting.date;
        // Before the meeting nobody has been named yet: they will most likely be those who hold the roles.
        let name = |chosen: Option<PersonId>, role| {
            let person = chosen.or_else(|| records.holder(role, on))?;
            optional(&records.surname_first(person, on))
        };
        Ok(Self {
            example: community.is_example(),
            community: community.name.clone(),
            date: period(meeting),
            number: meeting.number().map(|number| number.to_string()),
            place: place(records, meeting),
            theme: optional(&meeting.topic),
            chair_word: optional(&community.settings.chair_word).unwrap_or_else(|| "Председатель".to_owned()),
            chair: name(meeting.chair, Role::Leader),
            secretary: name(meeting.secretary, Role::Secretary),
            people: attendees(records, &called(records, meeting), on),
            invited: guests(meeting),
            questions: agenda(records, meeting),
        })
    }
}
