//! «О выполнении решений»: assignments of earlier meetings that a meeting asks about.

use chrono::NaiveDate;

use crate::assignments;
use crate::calendar::Term;
use crate::community_records::{CommunityRecords, PlacedDecision};
use crate::records::Meeting;
use crate::russian::{date_in_prose, names_several};

/// Assignments of the meetings before this one that nobody had marked by its day.
#[must_use]
pub fn unfinished<'a>(records: &'a CommunityRecords, meeting: &Meeting) -> Vec<PlacedDecision<'a>> {
    let mut open = assignments::open(records, meeting.date);
    open.retain(|placed| placed.meeting.id != meeting.id && placed.meeting.date < meeting.date);
    open
}

/// The same as they are read out, each on a line with its protocol, point, people and term, for «СЛУШАЛИ».
#[must_use]
pub fn unfinished_words(records: &CommunityRecords, open: &[PlacedDecision<'_>], on: NaiveDate) -> String {
    let lines: Vec<String> = open.iter().map(|placed| line(records, placed, on)).collect();
    let listed = lines.join(";\n");
    format!("о ходе выполнения решений прошлых заседаний. Не отмечены как выполненные:\n{listed}.")
}

fn line(records: &CommunityRecords, placed: &PlacedDecision<'_>, on: NaiveDate) -> String {
    let (meeting, decision) = (placed.meeting, placed.decision);
    let number = meeting.number().map(|number| format!("№\u{a0}{number} ")).unwrap_or_default();
    let people = decision.responsible.iter().map(|person| records.shown_name(*person, on));
    let in_words = Some(decision.responsible_in_words.trim().to_owned()).filter(|words| !words.is_empty());
    let several = decision.responsible.len() + usize::from(in_words.is_some()) > 1
        || names_several(&decision.responsible_in_words);
    let people: Vec<_> = people.chain(in_words).collect();
    let who = (!people.is_empty()).then(|| {
        let word = if several { "ответственные" } else { "ответственный" };
        format!("{word}\u{a0}— {}", people.join(", "))
    });
    let term = decision.term_on(meeting.school_year, on);
    let term = term.map(Term::in_prose).map(|term| format!("срок\u{a0}— {term}"));
    let about: Vec<_> = who.into_iter().chain(term).collect();
    let text = decision.text.trim().trim_end_matches(['.', ';']);
    let what = if text.is_empty() { String::new() } else { format!(": {text}") };
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    let date = date_in_prose(meeting.date);
    format!("протокол {number}от {date}, п.\u{a0}{}{what}{about}", placed.number())
}
