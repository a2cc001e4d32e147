use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::day;

/// A month of a calendar year, written «2025-11».
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    /// Calendar year.
    pub year: i32,
    /// 1–12.
    pub month: u32,
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        day(self.year, self.month, 1)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        day(self.year, self.month, 31)
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month >= 12 {
            Self { year: self.year.saturating_add(1), month: 1 }
        } else {
            Self { year: self.year, month: self.month + 1 }
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A date of which only the year, or the year and the month, may be known. Written «2024», «2024-11» or
/// «2024-11-14».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, type = "string"))]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// Only the year.
    Year(i32),
    /// The year and the month.
    Month(Month),
    /// The whole date.
    Day(NaiveDate),
}

impl PartialDate {
    /// The first day that it may mean.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => day(year, 1, 1),
            Self::Month(month) => month.first_day(),
            Self::Day(date) => date,
        }
    }

    /// The last day that it may mean.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => day(year, 12, 31),
            Self::Month(month) => month.last_day(),
            Self::Day(date) => date,
        }
    }

    /// Whether it has come by the given day. A month or a year has come with its first day, since nobody enters
    /// a course of «2026» before it was taken.
    #[must_use]
    pub fn has_come(self, on: NaiveDate) -> bool {
        self.first_day() <= on
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first_day().year()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(month) => month.fmt(f),
            Self::Day(date) => write!(f, "{}", date.format("%Y-%m-%d")),
        }
    }
}

/// A date that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("«{0}» — не дата. Напишите год, месяц и день, например 2025-11-14, или только 2025-11, или 2025.")]
pub struct DateFault(pub String);

impl FromStr for PartialDate {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, DateFault> {
        let fault = || DateFault(text.chars().take(40).collect());
        let number = |part: &str, digits: usize| -> Result<u32, DateFault> {
            let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            if plain { part.parse().map_err(|_| fault()) } else { Err(fault()) }
        };
        let parts: Vec<&str> = text.split('-').collect();
        let year = i32::try_from(number(parts.first().copied().unwrap_or(""), 4)?).map_err(|_| fault())?;
        if year == 0 {
            return Err(fault());
        }
        match parts[1..] {
            [] => Ok(Self::Year(year)),
            [month] => match number(month, 2)? {
                month @ 1..=12 => Ok(Self::Month(Month { year, month })),
                _ => Err(fault()),
            },
            [month, day] => {
                let date = NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?);
                date.map(Self::Day).ok_or_else(fault)
            }
            _ => Err(fault()),
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateFault;
    fn try_from(text: String) -> Result<Self, DateFault> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = DateFault;
    fn try_from(text: String) -> Result<Self, DateFault> {
        match text.parse()? {
            PartialDate::Month(month) => Ok(month),
            _ => Err(DateFault(text)),
        }
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("2024")]
    #[case("2024-02")]
    #[case("2024-02-29")]
    fn reads_what_it_writes(#[case] text: &str) {
        assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
    }

    #[rstest]
    #[case("")]
    #[case("0000")]
    #[case("24")]
    #[case("2024-13")]
    #[case("2023-02-29")]
    #[case("2024-02-29-1")]
    #[case("+2024")]
    #[case("2024-2")]
    fn refuses_what_is_no_date(#[case] text: &str) {
        assert!(text.parse::<PartialDate>().is_err());
    }

    #[test]
    fn a_year_has_come_with_its_first_day() {
        let course = PartialDate::Year(2026);
        assert!(!course.has_come(day(2025, 12, 31)));
        assert!(course.has_come(day(2026, 1, 1)));
    }

    proptest! {
        #[test]
        fn the_first_day_is_never_after_the_last(year in 1i32..9999, month in 1u32..=12, d in 1u32..=31) {
            for date in [
                PartialDate::Year(year),
                PartialDate::Month(Month { year, month }),
                PartialDate::Day(day(year, month, d)),
            ] {
                prop_assert!(date.first_day() <= date.last_day());
                prop_assert_eq!(date.to_string().parse::<PartialDate>(), Ok(date));
            }
        }
    }
}
