//! Протокол заседания (п. 4.6).

pub(crate) mod records;

use serde::{Deserialize, Deserializer, Serialize};

use super::{Attachment, Correction, Signature};
use crate::ask::Ask;
use crate::model::Table;
use crate::{Paper, PaperError};

/// The protocol of one meeting. Only the questions with their decisions are demanded by the
/// regulation; whatever else is empty leaves no trace on the paper.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Protocol {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// Whether it names nobody and says so at its foot.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_personal_data: bool,
    /// Вышестоящий орган.
    pub superior: Option<String>,
    /// The community's full name.
    pub community: String,
    /// The day of the meeting in words, or the period.
    pub date: String,
    /// «Начало в 14:00, окончание в 15:30».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The protocol's number.
    pub number: String,
    /// The settlement.
    pub place: Option<String>,
    /// «заседания профессионального педагогического сообщества «…»».
    pub heading: String,
    /// What the meeting was about.
    pub theme: Option<String>,
    /// The school and the way it was held: «МБОУ «…», очно».
    pub held: Option<String>,
    /// «Председатель» or «Председательствующий».
    pub chair_word: String,
    /// «Фамилия И. О.» of the chair.
    pub chair: Option<String>,
    /// «Фамилия И. О.» of the secretary.
    pub secretary: Option<String>,
    /// «8 из 10».
    pub present_count: String,
    /// «Присутствовало 12 человек из 15», where only the number is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present_in_words: Option<String>,
    /// Who came.
    pub present: Vec<Attendee>,
    /// Whether the list of those present goes to an annex.
    pub present_in_annex: bool,
    /// Who did not come, with the reason.
    pub absent: Vec<Absent>,
    /// Guests.
    pub invited: Vec<Attendee>,
    /// «администрация школы — 2 человека»: guests without names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited_in_words: Option<String>,
    /// «имеется (8 из 10)».
    pub quorum: Option<String>,
    /// The agenda with what was said and decided.
    pub questions: Vec<Question>,
    /// Whether recommendations stand under a word of their own.
    pub recommendations_apart: bool,
    /// Papers attached to the protocol.
    pub attachments: Vec<Attachment>,
    /// Who signs.
    pub signatures: Vec<Signature>,
    /// What was mended after the signatures.
    pub corrections: Vec<Correction>,
    /// Whether a sheet for the participants' own signatures is added.
    pub registration_sheet: bool,
}

/// A person with the post and the organisation of that day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Attendee {
    /// «Фамилия И. О.».
    pub name: String,
    /// The post.
    pub post: String,
    /// The organisation.
    pub organisation: String,
}

/// A person who did not come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Absent {
    /// «Фамилия И. О.».
    pub name: String,
    /// Why.
    pub reason: Option<String>,
}

/// One question of the agenda.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// «О плане работы на 2025/26 год».
    pub topic: String,
    /// «Фамилия И. О.» of each who reports, with the post where the paper says it. A text that was kept when there
    /// could be only one has a name or nothing here.
    #[serde(alias = "speaker", deserialize_with = "one_or_several")]
    pub speakers: Vec<String>,
    /// СЛУШАЛИ; nothing where nobody reported and nothing was heard.
    pub heard: Vec<Speech>,
    /// Tables of the report that was heard, below its words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
    /// ВЫСТУПИЛИ.
    pub spoke: Vec<Speech>,
    /// РЕШИЛИ, numbered «1.1».
    pub decisions: Vec<DecisionLine>,
    /// How the vote went, as one sentence.
    pub vote: Option<String>,
}

fn one_or_several<'de, D: Deserializer<'de>>(kept: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        One(Option<String>),
        Several(Vec<String>),
    }
    Ok(match Kept::deserialize(kept)? {
        Kept::One(speaker) => speaker.into_iter().collect(),
        Kept::Several(speakers) => speakers,
    })
}

impl Question {
    /// «Докладчик: Соколова М. В., методист РИМК», «Докладчики: …; …»; nothing where nobody reports.
    pub(crate) fn reported_by(&self) -> Option<String> {
        let speakers: Vec<&str> = self
            .speakers
            .iter()
            .map(|speaker| speaker.trim())
            .filter(|speaker| !speaker.is_empty())
            .collect();
        let word = if speakers.len() > 1 { "Докладчики" } else { "Докладчик" };
        (!speakers.is_empty()).then(|| format!("{word}: {}", several(&speakers)))
    }
}

/// «Соколова М. В., Ларина С. Ю.»; names with posts are parted by semicolons.
pub(crate) fn several<T: AsRef<str>>(people: &[T]) -> String {
    let with_posts = people.iter().any(|person| person.as_ref().contains(','));
    let people: Vec<&str> = people.iter().map(AsRef::as_ref).collect();
    people.join(if with_posts { "; " } else { ", " })
}

/// What one person said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Speech {
    /// «Фамилия И. О.»; may be empty.
    pub who: String,
    /// «об итогах …».
    pub said: String,
}

/// One point of what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionLine {
    /// «1.1».
    pub number: String,
    /// The decision's text, with a recommendation's addressee in it.
    pub text: String,
    /// «Фамилия И. О.» of each who answers for it, then whoever is named in words.
    pub responsible: Vec<String>,
    /// Whether several answer for it though they are named by one word: «учителя-предметники».
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub several: bool,
    /// «до 1 марта 2026 г.».
    pub term: Option<String>,
    /// Whether this point is a recommendation.
    pub recommendation: bool,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Protocol(ask.protocol(ask.meeting()?)?))
}
