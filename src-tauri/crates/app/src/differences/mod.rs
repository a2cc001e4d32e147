//! What was changed in a record, in sentences: fields are called as on the screen. A pure function of the two
//! states and of what people and other records are called.

mod agenda;
mod fields;
mod meeting;
mod said;
mod tables;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use pps_domain::records::Record;
use uuid::Uuid;

/// What the records that are named are called.
pub(crate) trait Names {
    /// A person as on a paper of a day: «Соколова М. В.».
    fn person(&self, id: Uuid, on: NaiveDate) -> String;
    /// Any record: «МБОУ «Вакинская СШ»», «Протокол № 2 от 16.01.2026».
    fn record(&self, id: Uuid) -> String;
    /// A part of a record: the words of a task, «протокол № 2 от 16.01.2026, п. 1.2»; none where it is not there any
    /// more.
    fn part(&self, id: Uuid) -> Option<String>;
}

/// One difference between two states of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Where it is: «СЛУШАЛИ, вопрос 1», «срок, пункт 2.1», «дата заседания».
    pub(crate) place: String,
    /// The question, decision, task or row of the record that holds the field.
    pub(crate) part: Option<Uuid>,
    /// Whether it tells what became of a decision.
    pub(crate) marking: bool,
    /// «Вопрос 1, СЛУШАЛИ: вписано «…»»
    pub(crate) sentence: String,
}

/// The differences between two states of a record, in the order of the form. A record that comes or goes has none:
/// the name of the operation says it.
pub(crate) fn differences(
    before: Option<&Record>,
    after: Option<&Record>,
    names: &dyn Names,
) -> Vec<Difference> {
    match (before, after) {
        (Some(Record::Meeting(before)), Some(Record::Meeting(after))) => {
            meeting::differences(before, after, names)
        }
        (Some(before), Some(after)) => fields::differences(before, after, names),
        _ => Vec::new(),
    }
}
