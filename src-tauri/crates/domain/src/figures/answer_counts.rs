//! How often each answer was given.

use serde::Serialize;

use super::Share;
use crate::records::{Answer, AnswerSheet, Questionnaire};

/// How often each answer was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct AnswerCounts {
    /// 0 «нет»
    pub no: usize,
    /// 1 «частично»
    pub partly: usize,
    /// 2 «испытываю»
    pub yes: usize,
    /// 3 «нужна помощь»
    pub help: usize,
}

impl AnswerCounts {
    /// Counts one more answer.
    pub(super) fn add(&mut self, answer: Answer) {
        *match answer {
            Answer::No => &mut self.no,
            Answer::Partly => &mut self.partly,
            Answer::Yes => &mut self.yes,
            Answer::Help => &mut self.help,
        } += 1;
    }

    /// All answers of a sheet to some statements.
    pub(super) fn of_sheet(sheet: &AnswerSheet, statements: impl IntoIterator<Item = u32>) -> Self {
        let mut counts = Self::default();
        statements
            .into_iter()
            .filter_map(|number| sheet.answers.get(number))
            .for_each(|answer| counts.add(answer));
        counts
    }

    /// How many answers there are.
    #[must_use]
    pub fn all(self) -> usize {
        self.no + self.partly + self.yes + self.help
    }

    /// «Испытываю» and «нужна помощь» together, of all.
    #[must_use]
    pub fn share(self) -> Share {
        Share { part: self.yes + self.help, whole: self.all() }
    }

    /// The sum of the marks: 3 for «нужна помощь».
    #[must_use]
    pub fn marks(self) -> usize {
        self.partly + 2 * self.yes + 3 * self.help
    }
}

impl std::ops::AddAssign for AnswerCounts {
    fn add_assign(&mut self, other: Self) {
        self.no += other.no;
        self.partly += other.partly;
        self.yes += other.yes;
        self.help += other.help;
    }
}

/// The answers to every statement of a questionnaire.
pub(super) struct Counts(Vec<(u32, AnswerCounts)>);

impl Counts {
    /// Counts all sheets in one pass. Statements and answers are both in the order of their numbers, so nothing is
    /// looked up: three thousand sheets of thirty statements are counted between two keys.
    pub(super) fn of(questionnaire: &Questionnaire, sheets: &[&AnswerSheet]) -> Self {
        let numbers = questionnaire.statements().map(|statement| (statement.number, AnswerCounts::default()));
        let mut counts: Vec<_> = numbers.collect();
        counts.sort_by_key(|(number, _)| *number);
        for sheet in sheets {
            let mut rows = counts.iter_mut().peekable();
            for (number, answer) in sheet.answers.iter() {
                while rows.next_if(|(known, _)| *known < number).is_some() {}
                if let Some((_, counted)) = rows.next_if(|(known, _)| *known == number) {
                    counted.add(answer);
                }
            }
        }
        Self(counts)
    }

    pub(super) fn of_statement(&self, number: u32) -> AnswerCounts {
        let place = self.0.binary_search_by_key(&number, |(known, _)| *known);
        place.ok().and_then(|place| self.0.get(place)).map(|(_, counts)| *counts).unwrap_or_default()
    }

    pub(super) fn of_all(&self, numbers: impl Iterator<Item = u32>) -> AnswerCounts {
        let mut counts = AnswerCounts::default();
        numbers.for_each(|number| counts += self.of_statement(number));
        counts
    }
}
