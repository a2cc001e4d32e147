//! An old protocol: what a text written in Word says of a meeting. Nothing is guessed in silence and nothing is lost:
//! what was not understood stays in the question where it was written, or is listed as not recognised.

mod agenda;
mod answering;
mod attendance;
mod dates;
mod decisions;
mod head;
mod labels;
mod lines;
mod mentions;
mod numbers;
mod questions;
mod reading;
mod result;
mod speakers;
mod tables;
mod votes;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::People;
use crate::calendar::SchoolYear;
use crate::ids::PersonId;

pub use lines::ProtocolBlock;
pub use result::{
    LinePart, NotRecognised, ReadAbsence, ReadDecision, ReadItem, ReadLine, ReadProtocol, ReadSpeaker,
    ReadSpeech, ReadTable,
};

/// What is known of the community whose protocol it is.
#[derive(Debug, Clone)]
pub struct ProtocolContext {
    /// The school year that the protocol is read for: days and terms without a year lie in it.
    pub year: SchoolYear,
    /// Who may be named.
    pub people: People,
    /// Members and from when to when they are.
    pub members: Vec<ProtocolMember>,
    /// The post and the organisation of each, as known here: a protocol that says the same says nothing new.
    pub about: BTreeMap<PersonId, String>,
    /// What the body, its district and its base are called.
    pub names: Vec<String>,
}

/// A member of the community.
#[derive(Debug, Clone)]
pub struct ProtocolMember {
    /// Who.
    pub person: PersonId,
    /// «Соколова М. В.»
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// Reads the text of a protocol.
#[must_use]
pub fn read_protocol(blocks: &[ProtocolBlock], context: &ProtocolContext) -> ReadProtocol {
    let mut reading = reading::Reading::new(context);
    for line in lines::lines_of(blocks) {
        reading.line(&line);
    }
    reading.finish()
}
