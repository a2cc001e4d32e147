//! Заявка на курсы повышения квалификации (п. 4.3).

use serde::{Deserialize, Serialize};

use super::{Addressee, Signature};
use crate::ask::Ask;
use crate::{Paper, PaperError};

/// Who is to be sent on a course; what is chosen there is typed beside the sheet or written by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CourseRequest {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// The head of РИМК.
    pub addressee: Addressee,
    /// The day in words.
    pub on: String,
    /// «больше 3 лет», which stands under the year of an old course.
    pub mark: String,
    /// Whose last course is old.
    pub due: Vec<CourseRequestRow>,
    /// Of whom no course is known.
    pub unknown: Vec<CourseRequestRow>,
    /// All others.
    pub recent: Vec<CourseRequestRow>,
    /// «С последних курсов прошло больше 3 лет у 2 из 10, сведений о курсах нет у 2 из 10.»
    pub total: Option<String>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CourseRequestRow {
    /// What the words typed for it are kept by.
    pub key: String,
    /// The full name.
    pub name: String,
    /// The organisation, by its short name.
    pub organisation: String,
    /// The post and the subject.
    pub post: String,
    /// The qualification category.
    pub category: String,
    /// The calendar year of the last course, or a dash.
    pub last: String,
    /// The topic of the course that is asked for; like all that follows, empty leaves room for a pen.
    pub course: String,
    /// «очно», «дистанционно».
    pub form: String,
    /// How many hours.
    pub hours: String,
    /// When.
    pub term: String,
    /// Who teaches.
    pub provider: String,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::CourseRequest(
        CourseRequest::from_records(ask.records, ask.on())?.with_words(&ask.request.words),
    ))
}
