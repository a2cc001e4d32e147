use chrono::NaiveDate;

use crate::calendar::{ClockTime, Term};
use crate::ids::PersonId;
use crate::records::{DecisionKind, Guest, MeetingMode, Vote};

/// What was read of a protocol.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadProtocol {
    /// The day, or the first of several.
    pub date: Option<NaiveDate>,
    /// The last of several days.
    pub last_day: Option<NaiveDate>,
    /// When it began.
    pub begins: Option<ClockTime>,
    /// When it ended.
    pub ends: Option<ClockTime>,
    /// Its number.
    pub number: Option<u32>,
    /// The topic of the whole meeting.
    pub topic: String,
    /// Town or village.
    pub place: String,
    /// The school.
    pub venue: String,
    /// In person, remotely or both.
    pub mode: Option<MeetingMode>,
    /// What else is said of the form.
    pub mode_note: String,
    /// Who presided.
    pub chair: Option<PersonId>,
    /// Who wrote the protocol.
    pub secretary: Option<PersonId>,
    /// Members who were there.
    pub present: Vec<PersonId>,
    /// Members who were not.
    pub absent: Vec<ReadAbsence>,
    /// «Присутствовало 12 человек»
    pub present_count: Option<u32>,
    /// «8 из 10»: of how many.
    pub members_count: Option<u32>,
    /// Invited people by name.
    pub guests: Vec<Guest>,
    /// Invited people without names: «администрация школы — 2 человека».
    pub guests_in_words: String,
    /// A word on the quorum.
    pub quorum: String,
    /// Titles of annexes.
    pub annexes: Vec<String>,
    /// Questions.
    pub items: Vec<ReadItem>,
    /// The text line by line, each with what it was taken for.
    pub lines: Vec<ReadLine>,
    /// What has no place in the record.
    pub not_recognised: Vec<NotRecognised>,
    /// What a person should look at, as sentences.
    pub remarks: Vec<String>,
}

/// A member who was not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAbsence {
    /// Who.
    pub person: PersonId,
    /// «болезнь»
    pub reason: String,
}

/// A question of the agenda.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadItem {
    /// Its topic.
    pub topic: String,
    /// Who reported.
    pub reporters: Vec<ReadSpeaker>,
    /// What was said, and whatever was not understood.
    pub heard: String,
    /// Tables of results under the report.
    pub tables: Vec<ReadTable>,
    /// Who spoke after.
    pub spoke: Vec<ReadSpeech>,
    /// What was decided and recommended.
    pub decisions: Vec<ReadDecision>,
    /// The vote.
    pub vote: Option<Vote>,
}

/// Who reported or spoke.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadSpeaker {
    /// A member.
    pub person: Option<PersonId>,
    /// As written.
    pub name: String,
    /// «методист РИМК»
    pub post: String,
}

/// A table under a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadTable {
    /// «Результаты ВПР по русскому языку»; often empty.
    pub title: String,
    /// The head.
    pub columns: Vec<String>,
    /// Row by row, each as wide as the head.
    pub rows: Vec<Vec<String>>,
}

/// What somebody said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadSpeech {
    /// Who.
    pub speaker: ReadSpeaker,
    /// What.
    pub text: String,
}

/// A decision.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadDecision {
    /// Resolution, assignment or recommendation.
    pub kind: DecisionKind,
    /// What was decided.
    pub text: String,
    /// Members who are to do it.
    pub responsible: Vec<PersonId>,
    /// Others who are, as written.
    pub responsible_in_words: String,
    /// By when.
    pub term: Option<Term>,
}

/// A line of the text and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLine {
    /// As it is seen in the file.
    pub text: String,
    /// What it is.
    pub part: LinePart,
    /// The question it belongs to, from 1.
    pub item: Option<usize>,
    /// Whether a part of it is among what was not recognised.
    pub partly: bool,
}

/// What a line was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinePart {
    /// Number, date, place, form, topic.
    Head,
    /// Chair, secretary, signatures.
    Chair,
    /// Who was present.
    Present,
    /// Who was absent.
    Absent,
    /// Who was invited.
    Guests,
    /// The agenda.
    Agenda,
    /// A report.
    Heard,
    /// A speech.
    Spoke,
    /// A decision.
    Decided,
    /// A vote.
    Vote,
    /// An annex.
    Annex,
    /// A heading that needs no place: «РЕШИЛИ:».
    Structure,
    /// It has no place in the record.
    NotRecognised,
}

/// A text that has no place in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotRecognised {
    /// As written.
    pub text: String,
    /// Why, as a sentence.
    pub why: String,
}
