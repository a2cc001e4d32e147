//! «Как в прошлом году»: the same term a year later.

use chrono::{Months, NaiveDate};

use super::{Month, Term};

impl Term {
    /// The same term of the next school year. Words that name no day stay as they are: nobody but the leader can
    /// say what they mean a year later.
    #[must_use]
    pub fn a_year_later(&self) -> Self {
        match self {
            Self::Day { date } => Self::Day { date: later(*date) },
            Self::Days { from, to, words } => {
                Self::Days { from: later(*from), to: later(*to), words: words.clone() }
            }
            Self::Until { date } => Self::Until { date: later(*date) },
            Self::Months { months, words } => {
                Self::Months { months: months.iter().copied().map(month).collect(), words: timeless(words) }
            }
            Self::Span { from, to, words } => {
                Self::Span { from: month(*from), to: month(*to), words: timeless(words) }
            }
            Self::Monthly { .. } | Self::Quarterly { .. } | Self::WholeYear { .. } | Self::Words { .. } => {
                self.clone()
            }
        }
    }
}

/// «I полугодие» is said of the next year too; «I квартал 2026» is not, nor is a day.
fn timeless(words: &Option<String>) -> Option<String> {
    let dated = |words: &&String| words.split(|c: char| !c.is_ascii_digit()).all(|digits| digits.len() < 4);
    words.as_ref().filter(dated).cloned()
}

/// 29 February becomes 28 February; the last day that can be written stays where it is.
fn later(date: NaiveDate) -> NaiveDate {
    date.checked_add_months(Months::new(12)).unwrap_or(date)
}

fn month(month: Month) -> Month {
    Month { year: month.year.saturating_add(1), ..month }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use rstest::rstest;

    fn said(words: &str, year: i32) -> Term {
        Term::Months { months: vec![Month { year, month: 10 }], words: Some(words.to_owned()) }
    }

    #[rstest]
    #[case(Term::Until { date: day(2025, 11, 1) }, Term::Until { date: day(2026, 11, 1) })]
    #[case(Term::Day { date: day(2024, 2, 29) }, Term::Day { date: day(2025, 2, 28) })]
    #[case(
        Term::Span { from: Month { year: 2025, month: 11 }, to: Month { year: 2026, month: 3 }, words: None },
        Term::Span { from: Month { year: 2026, month: 11 }, to: Month { year: 2027, month: 3 }, words: None }
    )]
    #[case(Term::Monthly { words: None }, Term::Monthly { words: None })]
    #[case(said("I полугодие", 2025), said("I полугодие", 2026))]
    #[case(said("октябрь 2024", 2024), Term::Months { months: vec![Month { year: 2025, month: 10 }], words: None })]
    #[case(Term::Words { text: "по графику".into() }, Term::Words { text: "по графику".into() })]
    fn a_term_is_shifted_by_a_year(#[case] term: Term, #[case] later: Term) {
        assert_eq!(term.a_year_later(), later);
    }
}
