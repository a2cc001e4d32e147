//! Ходатайство об изменении состава ППС (п. 1.4).

use serde::{Deserialize, Serialize};

use super::{Addressee, Signature};
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// What the head of education is asked to put into an order. The leader issues none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Petition {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// The head of education.
    pub addressee: Addressee,
    /// The day in words.
    pub on: String,
    /// «приказом начальника управления … от 29 августа 2025 г. № 97/1», by which the roster is approved now.
    pub order: Option<String>,
    /// Who is to be included.
    pub included: Vec<PetitionRow>,
    /// Who is to be excluded.
    pub excluded: Vec<PetitionRow>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One person to be included or excluded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PetitionRow {
    /// What the words typed for it are kept by.
    pub key: String,
    /// The full name.
    pub name: String,
    /// The post and the subject.
    pub post: String,
    /// The organisation.
    pub organisation: String,
    /// From which day: «12.01.2026».
    pub from: String,
    /// «заявление от 12.01.2026»; empty leaves room for a pen.
    pub basis: String,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Petition(Petition::from_records(ask.records, ask.on())?.with_words(&ask.request.words)))
}
