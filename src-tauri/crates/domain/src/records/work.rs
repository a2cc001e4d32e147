use chrono::NaiveDate;

use super::mark::decided;
use super::{Mark, Move};
use crate::calendar::{SchoolYear, Term};

/// Work that is to be done by a term, whatever record holds it: a row of a plan, an assignment, a row of a road map. What
/// is asked of it is the same for all.
#[derive(Debug, Clone, Copy)]
pub struct Work<'a> {
    /// The approved term.
    pub term: Option<&'a Term>,
    /// Transfers, in order.
    pub moves: &'a [Move],
    /// What came of it.
    pub mark: Option<&'a Mark>,
    /// The school year in which its term is read.
    pub year: SchoolYear,
}

impl<'a> Work<'a> {
    /// The transfers decided by a day, in order.
    pub fn moves_by(self, on: NaiveDate) -> impl Iterator<Item = &'a Move> {
        decided(self.term, self.moves, self.year, on)
    }

    /// The term in force on a day: that of the last transfer decided by then, or the approved one.
    #[must_use]
    pub fn term_on(self, on: NaiveDate) -> Option<&'a Term> {
        self.moves_by(on).last().map(|last| &last.to).or(self.term)
    }

    /// The term that the last transfer names, whenever it was decided; a mark answers that one.
    #[must_use]
    pub fn last_term(self) -> Option<&'a Term> {
        self.moves.last().map(|last| &last.to).or(self.term)
    }

    /// The mark, where it counts by the given day.
    #[must_use]
    pub fn mark_on(self, on: NaiveDate) -> Option<&'a Mark> {
        self.mark.filter(|mark| mark.counts_by(self.last_term(), self.year, on))
    }

    /// Whether its term has passed by the given day and nobody has said what came of it.
    #[must_use]
    pub fn is_overdue(self, on: NaiveDate) -> bool {
        self.mark_on(on).is_none() && self.term_on(on).is_some_and(|term| term.has_passed(self.year, on))
    }

    /// The last day of the term in force, where one follows from it.
    #[must_use]
    pub fn due(self, on: NaiveDate) -> Option<NaiveDate> {
        self.term_on(on).and_then(|term| term.end(self.year))
    }

    /// Whether it was done after the last day of the approved term.
    #[must_use]
    pub fn is_done_late(self, on: NaiveDate) -> bool {
        self.mark_on(on).is_some_and(|mark| mark.is_late(self.term, self.year))
    }
}
