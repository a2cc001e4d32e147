//! Выписка из протокола: one question, or what concerns one organisation.

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::MeetingId;
use pps_domain::records::{AgendaItem, Meeting};
use serde::{Deserialize, Serialize};

use super::named::Named;
use super::people::{leader_signature, optional};
use super::{Protocol, Question, Signature};
use crate::ask::Ask;
use crate::model::{Block, Document};
use crate::{Paper, PaperError};

/// An extract from the protocol of one meeting.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Extract {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// Вышестоящий орган.
    pub superior: Option<String>,
    /// The community's full name.
    pub community: String,
    /// The day of the meeting in words, or the period.
    pub date: String,
    /// The protocol's number.
    pub number: String,
    /// The settlement.
    pub place: Option<String>,
    /// What was taken out, for the title of the file: «вопрос 1», «МБОУ «Вакинская СШ»».
    pub part: String,
    /// «Председатель» or «Председательствующий».
    pub chair_word: String,
    /// «Фамилия И. О.» of the chair.
    pub chair: Option<String>,
    /// «Фамилия И. О.» of the secretary.
    pub secretary: Option<String>,
    /// «8 из 10»; nothing where nobody was noted.
    pub present_count: Option<String>,
    /// The questions, each under the number that it has in the protocol.
    pub questions: Vec<ExtractQuestion>,
    /// What was mended of it on the signed protocol.
    pub corrections: Vec<String>,
    /// Who certifies the extract: the secretary, else the chair, else the leader.
    pub signature: Signature,
}

/// A question of an extract.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ExtractQuestion {
    /// Its number in the protocol.
    pub number: usize,
    /// What is taken over of it; its decisions keep their numbers.
    pub question: Question,
}

/// The extract that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let meeting = ask.meeting()?;
    let question = ask.request.item.map(|item| ExtractOf::Question(item as usize));
    let organisation = ask.request.organisation.as_deref().map(ExtractOf::Organisation);
    let of = question.or(organisation).ok_or(PaperError::NoPart)?;
    Ok(Paper::Document(Extract::of_protocol(ask.protocol(meeting)?, ask.records, meeting, of)?.into()))
}

/// What is taken out of a protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtractOf<'a> {
    /// One question, by its number in the agenda.
    Question(usize),
    /// What concerns the organisation that is called so: in full, shortly, or by the part in quotes.
    Organisation(&'a str),
}

impl Extract {
    /// An extract from the protocol of a meeting, in the words of the protocol.
    ///
    /// # Errors
    ///
    /// There is no such meeting or question, the name means no organisation or several, or nothing in the
    /// protocol concerns the organisation.
    pub fn from_records(
        records: &CommunityRecords,
        meeting: MeetingId,
        of: ExtractOf<'_>,
    ) -> Result<Self, PaperError> {
        Self::of_protocol(Protocol::from_records(records, meeting)?, records, meeting, of)
    }

    /// An extract from a protocol as it stands on paper, which of a signed one is not what the records say now.
    ///
    /// # Errors
    ///
    /// As for [`Extract::from_records`].
    pub fn of_protocol(
        protocol: Protocol,
        records: &CommunityRecords,
        meeting: MeetingId,
        of: ExtractOf<'_>,
    ) -> Result<Self, PaperError> {
        let meeting = super::convened::meeting(records, meeting)?;
        let signature = certified(records, meeting, &protocol.signatures);
        let count = protocol.questions.len();
        let (part, questions) = match of {
            ExtractOf::Question(number) => {
                let (_, question) = numbered(protocol.questions)
                    .find(|(place, _)| *place == number)
                    .ok_or(PaperError::NoQuestion { number, count })?;
                // An extract holds what was heard and what was decided; who else spoke stays in the protocol.
                let question = Question { spoke: Vec::new(), ..question };
                (format!("вопрос {number}"), vec![ExtractQuestion { number, question }])
            }
            ExtractOf::Organisation(wanted) => {
                let organisation = Named::find(records, wanted)?;
                let questions = concerning(meeting, protocol.questions, &organisation);
                if questions.is_empty() {
                    let named = mentioned(records, meeting);
                    return Err(PaperError::NothingConcerns { name: organisation.name, named });
                }
                (organisation.name, questions)
            }
        };
        let mended = protocol.corrections.into_iter().filter(|correction| correction.concerns(&questions));
        let corrections = mended.map(|correction| correction.text).collect();
        Ok(Self {
            example: protocol.example,
            superior: protocol.superior,
            community: protocol.community,
            date: protocol.date,
            number: protocol.number,
            place: protocol.place,
            part,
            chair_word: protocol.chair_word,
            chair: protocol.chair,
            secretary: protocol.secretary,
            present_count: meeting.turnout().is_some().then_some(protocol.present_count),
            questions,
            corrections,
            signature,
        })
    }
}

fn numbered(questions: Vec<Question>) -> impl Iterator<Item = (usize, Question)> {
    (1..).zip(questions)
}

/// Who wrote the protocol certifies what is copied from it; where nobody did, who presided, or who leads.
fn certified(records: &CommunityRecords, meeting: &Meeting, signed: &[Signature]) -> Signature {
    let named = signed.iter().rev().find(|signature| !signature.name.is_empty());
    // A secretary who is anonymised still certifies, by hand.
    let written = named.or_else(|| meeting.secretary.and(signed.last()));
    written.cloned().unwrap_or_else(|| leader_signature(records, meeting.date))
}

/// The questions that concern an organisation, with the points that do.
fn concerning(meeting: &Meeting, questions: Vec<Question>, organisation: &Named) -> Vec<ExtractQuestion> {
    let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items);
    let places = items.zip(numbered(questions));
    places
        .filter_map(|(item, (number, question))| {
            let question = taken(item, question, organisation)?;
            Some(ExtractQuestion { number, question })
        })
        .collect()
}

/// What of a question concerns an organisation. A question about it is taken with all that was decided, a
/// question about something else only with the points that name it. Where it was named in the discussion alone,
/// the decision is the answer to what was said.
fn taken(item: &AgendaItem, question: Question, organisation: &Named) -> Option<Question> {
    let about = organisation.stands_in(&item.topic) || organisation.stands_in(&item.heard);
    let points = item.decisions.iter().zip(&question.decisions);
    let named: Vec<_> = points
        .filter(|(decision, line)| organisation.receives(decision) || organisation.stands_in(&line.text))
        .map(|(_, line)| line.clone())
        .collect();
    let spoke: Vec<_> =
        question.spoke.into_iter().filter(|speech| organisation.stands_in(&speech.said)).collect();
    if !about && named.is_empty() && spoke.is_empty() {
        return None;
    }
    let decisions = if about || named.is_empty() { question.decisions } else { named };
    Some(Question { spoke, decisions, ..question })
}

/// The organisations that a protocol names, for a hint.
fn mentioned(records: &CommunityRecords, meeting: &Meeting) -> Vec<String> {
    let items = || meeting.protocol.iter().flat_map(|protocol| &protocol.items);
    let concerns = |one: &Named| {
        items().any(|item| {
            one.stands_in(&item.topic)
                || one.stands_in(&item.heard)
                || item.spoke.iter().any(|speech| one.stands_in(&speech.text))
                || item
                    .decisions
                    .iter()
                    .any(|decision| one.receives(decision) || one.stands_in(&decision.text))
        })
    };
    Named::all(records).into_iter().filter(concerns).map(|one| one.name).collect()
}

impl From<Extract> for Document {
    fn from(view: Extract) -> Self {
        let line = |word: &str, said: &str| match optional(said) {
            Some(said) => Block::line(format!("{word}{said}")),
            None => Block::line(""),
        };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let title = format!("Выписка из протокола № {} от {} ({})", view.number, view.date, view.part);
        Self::of(&view.community, view.example, title)
            .centred(text(&view.superior), 0.7)
            .centred(&view.community, 1.3)
            .heading("ВЫПИСКА ИЗ ПРОТОКОЛА")
            .centred(format!("заседания от {} №\u{a0}{}", view.date, view.number), 0.7)
            .centred(text(&view.place), 0.7)
            .with(Block::Gap { size: 0.4 })
            .with(line(&format!("{} — ", view.chair_word), &text(&view.chair)))
            .with(line("Секретарь — ", &text(&view.secretary)))
            .with(line("Присутствовали: ", &text(&view.present_count)))
            // Who reads the extract alone must know the question; its number is that of the protocol.
            .with(Block::Agenda { questions: view.questions.clone() })
            .with(Block::Gap { size: 0.4 })
            .with_all(view.questions.into_iter().map(Block::Discussed))
            .with_all(view.corrections.into_iter().map(|text| Block::Text { text }))
            .ending(Block::Signatures {
                signatures: vec![view.signature],
                word: Some("Верно".to_owned()),
                day: None,
                room_for_day: true,
            })
    }
}
