//! What was mended on a signed protocol: «Исправленному верить».

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::MeetingId;
use pps_domain::records;
use pps_domain::russian::date_in_prose;
use serde::{Deserialize, Serialize};

use super::{ExtractQuestion, Protocol};

/// A slip mended after the signatures, to be certified by the chair.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// «пункт 1.2», as typed.
    pub place: String,
    /// «Исправленному верить: пункт 1.2, вместо «восьми» читать «девяти».»
    pub text: String,
    /// The day in words.
    pub date: String,
}

impl Correction {
    /// Whether it mends what is taken out of the protocol. One that names neither a question nor a point may mend
    /// any of it, so it is never left out.
    pub(super) fn concerns(&self, taken: &[ExtractQuestion]) -> bool {
        let words = self.place.split(|sign: char| !(sign.is_ascii_digit() || sign == '.'));
        let mut named = words.map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()).peekable();
        named.peek().is_none()
            || named.any(|word| {
                taken.iter().any(|question| {
                    question.number.to_string() == word
                        || question.question.decisions.iter().any(|decision| decision.number == word)
                })
            })
    }
}

impl Protocol {
    /// The protocol with what was mended on it since, whatever it held of that before: a frozen text is the paper
    /// as it was signed, and corrections come after the signatures.
    #[must_use]
    pub fn corrected(mut self, records: &CommunityRecords, meeting: MeetingId) -> Self {
        let protocol = records.meetings.get(&meeting).and_then(|meeting| meeting.protocol.as_ref());
        let mended = protocol.iter().flat_map(|protocol| &protocol.corrections);
        self.corrections = mended.map(|one| correction(records, one)).collect();
        self
    }
}

fn correction(records: &CommunityRecords, mended: &records::Correction) -> Correction {
    let mut said = Vec::new();
    if !mended.place.trim().is_empty() {
        said.push(format!("{},", mended.place.trim().trim_end_matches([',', ':'])));
    }
    if !mended.was.trim().is_empty() {
        said.push(format!("вместо {}", cited(&mended.was)));
    }
    said.push(format!("читать {}", cited(&mended.now)));
    let decided = mended.meeting.map(|meeting| decided_by(records, meeting, mended.date));
    let text = format!("Исправленному верить: {}{}.", said.join(" "), decided.unwrap_or_default());
    Correction { place: mended.place.clone(), text, date: date_in_prose(mended.date) }
}

/// « (по решению заседания, протокол от 23 марта 2026 г. № 3)»
fn decided_by(records: &CommunityRecords, meeting: MeetingId, on: NaiveDate) -> String {
    let meeting = records.meetings.get(&meeting);
    let date = date_in_prose(meeting.map_or(on, |meeting| meeting.date));
    let number = meeting.and_then(records::Meeting::number);
    let number = number.map(|number| format!(" №\u{a0}{number}")).unwrap_or_default();
    format!(" (по решению заседания, протокол от {date}{number})")
}

/// A text in quotes; those within it are the other ones, or one of them would close too early.
fn cited(text: &str) -> String {
    format!("«{}»", text.trim().replace('«', "„").replace('»', "“"))
}
