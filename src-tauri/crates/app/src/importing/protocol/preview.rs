use pps_domain::NaiveDate;
use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::import::protocol::{LinePart, ReadItem, ReadProtocol, ReadSpeaker, ReadTable};
use pps_domain::records::{DecisionKind, MeetingMode, Vote};
use pps_domain::russian::counted;
use serde::Serialize;
use ts_rs::TS;

use super::ProtocolDraft;

/// What an old protocol says, beside its text.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct ProtocolPreview {
    /// Names the draft when it is looked at again or added; given by the window.
    pub token: u32,
    /// The name of the file.
    pub name: String,
    /// What was recognised.
    pub recognised: RecognisedProtocol,
    /// What has no place in the record.
    pub not_recognised: Vec<LeftText>,
    /// What a person should look at, as sentences.
    pub remarks: Vec<String>,
    /// Why it cannot be added as it is.
    pub refusal: Option<String>,
    /// The text of the file, each line with what it was taken for.
    pub lines: Vec<ShownLine>,
}

/// What was recognised of an old protocol, as it is read by a person.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct RecognisedProtocol {
    /// The day, or the first of several.
    pub date: Option<NaiveDate>,
    /// The last of several days.
    pub last_day: Option<NaiveDate>,
    /// «14:00»
    pub begins: Option<String>,
    /// «15:30»
    pub ends: Option<String>,
    /// The number.
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
    /// Who presided: «Соколова М. В.».
    pub chair: Option<String>,
    /// Who wrote the protocol.
    pub secretary: Option<String>,
    /// Members who were there.
    pub present: Vec<String>,
    /// Members who were not.
    pub absent: Vec<RecognisedAbsence>,
    /// How many were there, as the text says.
    pub present_count: Option<u32>,
    /// Of how many.
    pub members_count: Option<u32>,
    /// Who was invited.
    pub guests: Vec<String>,
    /// Who was invited, by number.
    pub guests_in_words: String,
    /// A word on the quorum.
    pub quorum: String,
    /// The agenda.
    pub agenda: Vec<String>,
    /// The questions.
    pub items: Vec<RecognisedItem>,
    /// Annexes.
    pub annexes: Vec<String>,
}

/// A member who was not there.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct RecognisedAbsence {
    /// Who.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A question.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct RecognisedItem {
    /// Its topic.
    pub topic: String,
    /// Who reported: «Панина Е. В., методист РИМК».
    pub reporters: Vec<String>,
    /// What was said.
    pub heard: String,
    /// Tables of results: «Результаты ВПР, 3 строки».
    pub tables: Vec<String>,
    /// Who spoke after.
    pub spoke: Vec<RecognisedSpeech>,
    /// What was decided.
    pub decisions: Vec<RecognisedDecision>,
    /// «единогласно», «за — 8, против — 0, воздержались — 1»
    pub vote: Option<String>,
}

/// What somebody said.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct RecognisedSpeech {
    /// Who.
    pub speaker: String,
    /// What.
    pub text: String,
}

/// A decision.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct RecognisedDecision {
    /// Resolution, assignment or recommendation.
    pub kind: DecisionKind,
    /// What was decided.
    pub text: String,
    /// Members who are to do it.
    pub responsible: Vec<String>,
    /// Others who are.
    pub responsible_in_words: String,
    /// «до 01.03.2026»
    pub term: Option<String>,
}

/// A text without a place in the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct LeftText {
    /// As written.
    pub text: String,
    /// Why, as a sentence.
    pub why: String,
}

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct ShownLine {
    /// As it is seen there.
    pub text: String,
    /// «вопрос 2, решение»; none where it has no place.
    pub taken_as: Option<String>,
    /// Whether a part of it has no place.
    pub partly: bool,
}

impl ProtocolPreview {
    pub(super) fn of(
        draft: &ProtocolDraft,
        read: &ReadProtocol,
        known: &CommunityRecords,
        year: SchoolYear,
    ) -> Self {
        let names = Names { known, on: read.date.unwrap_or_else(|| year.end()) };
        let left = read.not_recognised.iter();
        let left = left.map(|left| LeftText { text: left.text.clone(), why: left.why.clone() });
        let lines = read.lines.iter().map(|line| ShownLine {
            text: line.text.clone(),
            taken_as: taken_as(line.part, line.item),
            partly: line.partly,
        });
        Self {
            token: 0,
            name: draft.name.clone(),
            recognised: names.recognised(read),
            not_recognised: left.collect(),
            remarks: read.remarks.clone(),
            refusal: None,
            lines: lines.collect(),
        }
    }
}

/// What the lines become, beside the text.
fn taken_as(part: LinePart, item: Option<usize>) -> Option<String> {
    let word = match part {
        LinePart::Head => "номер, дата, место",
        LinePart::Chair => "председатель, секретарь",
        LinePart::Present => "присутствовали",
        LinePart::Absent => "отсутствовали",
        LinePart::Guests => "приглашены",
        LinePart::Agenda => "повестка",
        LinePart::Heard => "слушали",
        LinePart::Spoke => "выступили",
        LinePart::Decided => "решили",
        LinePart::Vote => "голосование",
        LinePart::Annex => "приложение",
        LinePart::Structure => "заголовок",
        LinePart::NotRecognised => return None,
    };
    Some(match item {
        Some(number) => format!("вопрос {number}, {word}"),
        None => word.to_owned(),
    })
}

/// Names of people on the day of the meeting.
struct Names<'a> {
    known: &'a CommunityRecords,
    on: NaiveDate,
}

impl Names<'_> {
    fn name(&self, person: pps_domain::ids::PersonId) -> String {
        self.known.surname_first(person, self.on)
    }

    fn speaker(&self, speaker: &ReadSpeaker) -> String {
        speaker.person.map_or_else(|| speaker.name.clone(), |person| self.name(person))
    }

    fn recognised(&self, read: &ReadProtocol) -> RecognisedProtocol {
        let absent = read.absent.iter().map(|absence| RecognisedAbsence {
            name: self.name(absence.person),
            reason: absence.reason.clone(),
        });
        let guests = read.guests.iter().map(|guest| {
            let parts = [guest.name.surname_first(), guest.post.clone(), guest.organisation.clone()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        RecognisedProtocol {
            date: read.date,
            last_day: read.last_day,
            begins: read.begins.map(|time| time.to_string()),
            ends: read.ends.map(|time| time.to_string()),
            number: read.number,
            topic: read.topic.clone(),
            place: read.place.clone(),
            venue: read.venue.clone(),
            mode: read.mode,
            mode_note: read.mode_note.clone(),
            chair: read.chair.map(|person| self.name(person)),
            secretary: read.secretary.map(|person| self.name(person)),
            present: read.present.iter().map(|person| self.name(*person)).collect(),
            absent: absent.collect(),
            present_count: read.present_count,
            members_count: read.members_count,
            guests: guests.collect(),
            guests_in_words: read.guests_in_words.clone(),
            quorum: read.quorum.clone(),
            agenda: read.items.iter().map(|item| item.topic.clone()).collect(),
            items: read.items.iter().map(|item| self.item(item)).collect(),
            annexes: read.annexes.clone(),
        }
    }

    fn item(&self, item: &ReadItem) -> RecognisedItem {
        let reporters = item.reporters.iter().map(|reporter| {
            let name = self.speaker(reporter);
            if reporter.post.is_empty() { name } else { format!("{name}, {}", reporter.post) }
        });
        let spoke = item.spoke.iter().map(|speech| RecognisedSpeech {
            speaker: self.speaker(&speech.speaker),
            text: speech.text.clone(),
        });
        let decisions = item.decisions.iter().map(|decision| RecognisedDecision {
            kind: decision.kind,
            text: decision.text.clone(),
            responsible: decision.responsible.iter().map(|person| self.name(*person)).collect(),
            responsible_in_words: decision.responsible_in_words.clone(),
            term: decision.term.as_ref().map(Term::in_table),
        });
        RecognisedItem {
            topic: item.topic.clone(),
            reporters: reporters.collect(),
            heard: item.heard.clone(),
            tables: item.tables.iter().map(table).collect(),
            spoke: spoke.collect(),
            decisions: decisions.collect(),
            vote: item.vote.map(vote),
        }
    }
}

fn table(table: &ReadTable) -> String {
    let rows = counted(table.rows.len(), "строка", "строки", "строк");
    let name = if table.title.is_empty() { table.columns.join(" | ") } else { table.title.clone() };
    format!("{name}, {rows}")
}

fn vote(vote: Vote) -> String {
    match vote {
        Vote::Unanimous => "единогласно".to_owned(),
        Vote::Counted { r#for, against, abstained } => {
            format!("за — {}, против — {against}, воздержались — {abstained}", r#for)
        }
    }
}
