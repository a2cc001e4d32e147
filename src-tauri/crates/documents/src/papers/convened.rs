//! Who is called to a meeting and with what agenda, whether it was held or is only planned.

use std::collections::HashSet;

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{MeetingId, PersonId};
use pps_domain::records::{Meeting, PlannedQuestion};

use super::people::{attendee, filled, optional};
use super::protocol::records::reporters;
use super::sentences::stopped;
use super::{Attendee, Question};
use crate::PaperError;

/// The meeting with the identifier.
pub(crate) fn meeting(records: &CommunityRecords, id: MeetingId) -> Result<&Meeting, PaperError> {
    records
        .meetings
        .get(&id)
        .ok_or_else(|| PaperError::NotFound { what: "Такого заседания".to_owned() })
}

/// «МБОУ «Батуринская СШ», с. Батурино».
pub(crate) fn place(records: &CommunityRecords, meeting: &Meeting) -> Option<String> {
    let settlement = optional(&meeting.place).unwrap_or_else(|| records.community.place.clone());
    optional(&filled([meeting.venue.clone(), settlement]).join(", "))
}

/// The questions with their reporters. Until they are written into the protocol, they are those of the plan.
pub(crate) fn agenda(records: &CommunityRecords, meeting: &Meeting) -> Vec<Question> {
    let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items);
    let written: Vec<Question> = items
        .map(|item| Question {
            topic: stopped(&item.topic),
            speakers: reporters(records, item, meeting.date),
            ..Question::default()
        })
        .collect();
    if !written.is_empty() {
        return written;
    }
    let planned = meeting.planned.and_then(|id| {
        records.plans.values().flat_map(|plan| &plan.meetings).find(|planned| planned.id == id)
    });
    let questions = planned.into_iter().flat_map(|planned| &planned.questions);
    let question = |asked: &PlannedQuestion| Question {
        topic: stopped(&asked.text),
        speakers: records.each_answering(&asked.speakers, &asked.speakers_in_words, meeting.date),
        ..Question::default()
    };
    questions.filter(|asked| !asked.text.trim().is_empty()).map(question).collect()
}

/// The people of the list that is ticked or signed: those who were noted, else the members of the day.
pub(crate) fn called(records: &CommunityRecords, meeting: &Meeting) -> Vec<PersonId> {
    if meeting.attendance.is_empty() { members(records, meeting) } else { noted(meeting) }
}

/// The members of the day, each once.
pub(crate) fn members(records: &CommunityRecords, meeting: &Meeting) -> Vec<PersonId> {
    let mut seen = HashSet::new();
    let roster = records.roster(meeting.date).into_iter().map(|member| member.person);
    roster.filter(|person| seen.insert(*person)).collect()
}

fn noted(meeting: &Meeting) -> Vec<PersonId> {
    meeting.listed().map(|member| member.person).collect()
}

/// The people with their posts and organisations of the day.
pub(crate) fn attendees(records: &CommunityRecords, people: &[PersonId], on: NaiveDate) -> Vec<Attendee> {
    people.iter().map(|person| attendee(records, *person, on)).collect()
}

/// The same with the names in full, for a paper where each signs beside his or her own.
pub(crate) fn in_full(records: &CommunityRecords, people: &[PersonId], on: NaiveDate) -> Vec<Attendee> {
    people
        .iter()
        .map(|person| Attendee { name: records.full_name(*person, on), ..attendee(records, *person, on) })
        .collect()
}
