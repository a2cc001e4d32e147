//! Выписка из протокола: one question, or what concerns one organisation.

use serde::{Deserialize, Serialize};

use super::{ExtractOf, Question, Signature};
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// An extract from the protocol of one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    Ok(Paper::Extract(Extract::of_protocol(ask.protocol(meeting)?, ask.records, meeting, of)?))
}
