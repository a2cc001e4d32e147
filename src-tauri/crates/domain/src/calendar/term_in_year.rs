//! A term within one school year: its months, its days, its words in a table of that year.

use chrono::NaiveDate;

use super::{Month, SchoolYear, Term};
use crate::russian::{date_in_prose, day_and_month};

impl SchoolYear {
    /// The months of the year, September first.
    pub fn months(self) -> impl Iterator<Item = Month> {
        std::iter::successors(Some(Month::of(self.start())), |month| Some(month.next())).take(12)
    }
}

impl Term {
    /// The months in which the work is looked for. A term in words has none: it is found in the whole year only.
    #[must_use]
    pub fn months_in(&self, year: SchoolYear) -> Vec<Month> {
        match self {
            Self::Day { date } | Self::Until { date } => vec![Month::of(*date)],
            Self::Months { months, .. } => {
                let mut months = months.clone();
                months.sort_unstable();
                months.dedup();
                months
            }
            Self::Days { from, to, .. } => {
                between(Month::of((*from).min(*to)), Month::of((*from).max(*to)), year)
            }
            Self::Span { from, to, .. } => between((*from).min(*to), (*from).max(*to), year),
            Self::Monthly { .. } | Self::Quarterly { .. } | Self::WholeYear { .. } => {
                let last = self.end(year).map(Month::of);
                year.months().take_while(|month| last.is_none_or(|last| *month <= last)).collect()
            }
            Self::Words { .. } => Vec::new(),
        }
    }

    /// The term in a table of one school year: there a day needs no year, «до 1 ноября».
    #[must_use]
    pub fn in_row(&self, year: SchoolYear) -> String {
        let here = |date: &NaiveDate| year.contains(*date);
        match self {
            Self::Day { date } if here(date) => day_and_month(*date),
            Self::Until { date } if here(date) => format!("до\u{a0}{}", day_and_month(*date)),
            _ => self.in_prose(),
        }
    }

    /// The days that a term in months means: «с 1 ноября 2025 г. по 31 марта 2026 г.». A term that names its days says
    /// them itself, and one in words has none.
    #[must_use]
    pub fn days_in_words(&self, year: SchoolYear) -> String {
        if let Self::Days { from, to, words: Some(_) } = self {
            return format!("с {} по {}", date_in_prose(*from), date_in_prose(*to));
        }
        if matches!(self, Self::Day { .. } | Self::Days { .. } | Self::Until { .. } | Self::Words { .. }) {
            return String::new();
        }
        let here: Vec<Month> = year.months().collect();
        let mut runs: Vec<(Month, Month)> = Vec::new();
        for month in self.months_in(year).into_iter().filter(|month| here.contains(month)) {
            match runs.last_mut() {
                Some((_, last)) if last.next() == month => *last = month,
                _ => runs.push((month, month)),
            }
        }
        let said = runs.into_iter().map(|(from, to)| {
            format!("с {} по {}", date_in_prose(from.first_day()), date_in_prose(to.last_day()))
        });
        said.collect::<Vec<_>>().join("; ")
    }
}

/// The months from one to another; those on the way only as far as the year has them.
fn between(from: Month, to: Month, year: SchoolYear) -> Vec<Month> {
    let mut months: Vec<Month> = year.months().filter(|month| from < *month && *month < to).collect();
    months.insert(0, from);
    if from != to {
        months.push(to);
    }
    months
}
