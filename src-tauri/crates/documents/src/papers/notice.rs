//! Извещение о заседании с повесткой.

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::MeetingId;
use pps_domain::records::BodyWords;
use serde::{Deserialize, Serialize};

use super::convened::{agenda, attendees, meeting, members, place};
use super::people::{filled, leader_signature, optional};
use super::protocol::records::{guests, hours, period};
use super::sentences::of_community;
use super::{Attendee, ExtractQuestion, Question, Signature};
use crate::ask::Ask;
use crate::model::{Block, Document, Fact};
use crate::{Paper, PaperError};

/// A notice that a meeting will be held.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Notice {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// Вышестоящий орган.
    pub superior: Option<String>,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// The day of the meeting in words, or the period.
    pub date: String,
    /// «14:00», «с 14:00 до 15:30».
    pub time: Option<String>,
    /// The school, the settlement.
    pub place: Option<String>,
    /// «очно, с видеосвязью».
    pub form: Option<String>,
    /// What the meeting is about.
    pub theme: Option<String>,
    /// The agenda: topics and reporters.
    pub questions: Vec<Question>,
    /// To whom: the members of the day.
    pub members: Vec<Attendee>,
    /// Guests.
    pub invited: Vec<Attendee>,
    /// «администрация школы — 2 человека»: guests without names.
    pub invited_in_words: Option<String>,
    /// The leader's signature.
    pub signature: Signature,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Document(Notice::from_records(ask.records, ask.convened()?)?.into()))
}

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
            body: community.words(),
            date: period(meeting),
            time: hours(meeting),
            place: place(records, meeting),
            form: optional(&form.join(", ")),
            theme: optional(&meeting.topic),
            questions: agenda(records, meeting),
            members: attendees(records, &members(records, meeting), meeting.date),
            invited: guests(meeting),
            invited_in_words: optional(&meeting.guests_in_words),
            signature: leader_signature(records, meeting.date),
        })
    }
}

/// Over the guests who are named.
const INVITED: &str = "Приглашены:";

impl From<Notice> for Document {
    fn from(view: Notice) -> Self {
        let fact = |label: &str, value: Option<String>| Fact {
            label: label.to_owned(),
            value: value.unwrap_or_default(),
        };
        let facts = vec![
            fact("Дата", Some(view.date.clone())),
            fact("Время", view.time),
            fact("Место", view.place),
            fact("Форма", view.form),
            fact("Тема", view.theme),
        ];
        let questions =
            numbered(view.questions).map(|(number, question)| ExtractQuestion { number, question });
        let people =
            [(format!("Члены {}:", view.body.noun_of()), view.members), (INVITED.to_owned(), view.invited)];
        let people: Vec<_> = people.into_iter().filter(|(_, people)| !people.is_empty()).collect();
        let word = if people.iter().any(|(title, _)| title == INVITED) {
            "Также приглашены"
        } else {
            "Приглашены"
        };
        let unnamed = view.invited_in_words.map(|invited| Block::Text { text: format!("{word}: {invited}") });
        Self::of(&view.community, view.example, format!("Извещение о заседании {}", view.date))
            .centred(view.superior.unwrap_or_default(), 0.7)
            .centred(&view.community, 1.3)
            .heading("ИЗВЕЩЕНИЕ")
            .centred("о заседании", 1.0)
            .text(format!(
                "Уважаемые коллеги! Приглашаем вас на заседание {}.",
                of_community(&view.body, &view.community)
            ))
            .with(Block::Gap { size: 0.5 })
            .with(Block::Labelled { items: facts })
            .with(Block::Agenda { questions: questions.collect() })
            .with_all(people.into_iter().flat_map(|(title, people)| {
                [Block::opening(&title), Block::Gap { size: 0.2 }, Block::People { people }]
            }))
            .with_all(unnamed)
            .signed_and_dated(&view.signature)
    }
}

fn numbered(questions: Vec<Question>) -> impl Iterator<Item = (usize, Question)> {
    (1..).zip(questions)
}
