//! Справка о работе руководителя за период (п. 4.4).

use serde::{Deserialize, Serialize};

use super::Signature;
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// What the leader of the community did in a period, for the school that pays for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Certificate {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// «Директору МБОУ «Рыбновская СШ № 3»».
    pub addressee: Option<String>,
    /// The leader's full name.
    pub name: String,
    /// The post at the main place of work.
    pub post: String,
    /// The main place of work.
    pub workplace: String,
    /// «являлась», «являлся».
    pub was: String,
    /// First day, in words.
    pub from: String,
    /// Last day, in words.
    pub to: String,
    /// What was done, by the duties of п. 4.3; a duty without records is left out.
    pub duties: Vec<Duty>,
    /// The signature of the head of РИМК.
    pub signature: Signature,
}

/// One duty of п. 4.3.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Duty {
    /// «Анализ деятельности сообщества».
    pub duty: String,
    /// Sentences with figures.
    pub done: Vec<String>,
}

/// The certificate of a period; of the school year where none is given.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let from = ask.request.from.unwrap_or(ask.year().start());
    let to = ask.request.to.unwrap_or(ask.year().end());
    Ok(Paper::Certificate(Certificate::from_records(ask.records, from, to, ask.on())?))
}
