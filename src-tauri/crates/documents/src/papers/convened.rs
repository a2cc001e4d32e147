//! Who is called to a meeting and with what agenda, whether it was held or is only planned.

use std::collections::HashSet;

use chrono::NaiveDate;
use pps_domain::archive::Archive;
use pps_domain::ids::{MeetingId, PersonId};
use pps_domain::records::Meeting;

use super::people::{attendee, filled, optional};
use super::sentences::stopped;
use super::{Attendee, Question};
use crate::PaperError;

/// The meeting with the identifier.
pub(crate) fn meeting(archive: &Archive, id: MeetingId) -> Result<&Meeting, PaperError> {
    archive
        .meetings
        .get(&id)
        .ok_or_else(|| PaperError::NotFound { what: "Такого заседания".to_owned() })
}

/// «МБОУ «Батуринская СШ», с. Батурино».
pub(crate) fn place(archive: &Archive, meeting: &Meeting) -> Option<String> {
    let settlement = optional(&meeting.place).unwrap_or_else(|| archive.community.place.clone());
    optional(&filled([meeting.venue.clone(), settlement]).join(", "))
}

/// The questions with their reporters. Until they are written into the protocol, they are those of the plan.
pub(crate) fn agenda(archive: &Archive, meeting: &Meeting) -> Vec<Question> {
    let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items);
    let written: Vec<Question> = items
        .map(|item| Question {
            topic: stopped(&item.topic),
            speaker: item.reporter.as_ref().map(|speaker| archive.speaker(speaker, meeting.date)),
            ..Question::default()
        })
        .collect();
    if !written.is_empty() {
        return written;
    }
    let planned = meeting.planned.and_then(|id| {
        archive.plans.values().flat_map(|plan| &plan.meetings).find(|planned| planned.id == id)
    });
    let questions = planned.map(|planned| planned.questions.clone()).unwrap_or_default();
    let question = |topic: String| Question { topic: stopped(&topic), ..Question::default() };
    filled(questions).into_iter().map(question).collect()
}

/// The people of the list that is ticked or signed: those who were noted, else the members of the day.
pub(crate) fn called(archive: &Archive, meeting: &Meeting) -> Vec<PersonId> {
    if meeting.attendance.is_empty() { members(archive, meeting) } else { noted(meeting) }
}

/// The members of the day, each once.
pub(crate) fn members(archive: &Archive, meeting: &Meeting) -> Vec<PersonId> {
    let mut seen = HashSet::new();
    let roster = archive.roster(meeting.date).into_iter().map(|member| member.person);
    roster.filter(|person| seen.insert(*person)).collect()
}

fn noted(meeting: &Meeting) -> Vec<PersonId> {
    meeting.listed().map(|one| one.person).collect()
}

/// The people with their posts and organisations of the day.
pub(crate) fn attendees(archive: &Archive, people: &[PersonId], on: NaiveDate) -> Vec<Attendee> {
    people.iter().map(|person| attendee(archive, *person, on)).collect()
}

/// The same with the names in full, for a paper where each signs beside his or her own.
pub(crate) fn in_full(archive: &Archive, people: &[PersonId], on: NaiveDate) -> Vec<Attendee> {
    people
        .iter()
        .map(|person| Attendee { name: archive.full_name(*person, on), ..attendee(archive, *person, on) })
        .collect()
}
