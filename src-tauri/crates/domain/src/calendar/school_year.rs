use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::day;

/// A school year, named by the calendar year in which it begins: `SchoolYear(2025)` is 2025/2026, from
/// 1 September 2025 to 31 August 2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct SchoolYear(pub i32);

impl SchoolYear {
    /// The school year of a day by the calendar. A meeting carries its school year itself, since the first one
    /// is often held at the end of August.
    #[must_use]
    pub fn containing(date: NaiveDate) -> Self {
        Self(if date.month() >= 9 { date.year() } else { date.year() - 1 })
    }

    /// The calendar year of the beginning, pulled into the years that have dates, so that an odd year from a
    /// damaged file still begins before it ends.
    fn begins(self) -> i32 {
        self.0.clamp(1, 9998)
    }

    /// 1 August before the year begins. Its first meeting may be held from this day on.
    #[must_use]
    pub fn eve(self) -> NaiveDate {
        day(self.begins(), 8, 1)
    }

    /// 1 September.
    #[must_use]
    pub fn start(self) -> NaiveDate {
        day(self.begins(), 9, 1)
    }

    /// 31 August.
    #[must_use]
    pub fn end(self) -> NaiveDate {
        day(self.begins() + 1, 8, 31)
    }

    /// Whether the day lies between 1 September and 31 August.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.start()..=self.end()).contains(&date)
    }

    /// «2025/26», as the year is called on the screen.
    #[must_use]
    pub fn short_name(self) -> String {
        format!("{}/{:02}", self.0, self.0.saturating_add(1).rem_euclid(100))
    }

    /// The next school year.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The school year before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The day that the given month and day of month have within this school year.
    #[must_use]
    pub fn day(self, month: u32, day_of_month: u32) -> NaiveDate {
        day(self.begins() + i32::from(month < 9), month, day_of_month)
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0, self.0.saturating_add(1))
    }
}

/// A half of a school year: the first to 31 December, the second from 1 January.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum HalfYear {
    /// 1 September – 31 December.
    First,
    /// 1 January – 31 August; its meeting is by custom held before 31 May.
    Second,
}

impl HalfYear {
    /// Both halves in order.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// The half in which a meeting of the given school year falls. A meeting held before 1 September (25–29
    /// August) belongs to the first half of the year it was assigned to; one held after to the second.
    #[must_use]
    pub fn of(date: NaiveDate, year: SchoolYear) -> Self {
        if date < year.day(1, 1) { Self::First } else { Self::Second }
    }

    /// «первое полугодие», «второе полугодие».
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::First => "первое полугодие",
            Self::Second => "второе полугодие",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case((2025, 9, 1), 2025)]
    #[case((2025, 8, 31), 2024)]
    #[case((2026, 1, 1), 2025)]
    #[case((2026, 8, 31), 2025)]
    fn a_day_lies_in_its_school_year(#[case] (y, m, d): (i32, u32, u32), #[case] year: i32) {
        let date = day(y, m, d);
        assert_eq!(SchoolYear::containing(date), SchoolYear(year));
        assert!(SchoolYear(year).contains(date));
    }

    #[test]
    fn a_school_year_is_shown_by_both_calendar_years() {
        assert_eq!(SchoolYear(2025).to_string(), "2025/2026");
        assert_eq!(SchoolYear(2099).short_name(), "2099/00");
        assert_eq!(SchoolYear(2025).day(1, 12), day(2026, 1, 12));
        assert_eq!(SchoolYear(2025).day(11, 14), day(2025, 11, 14));
    }

    #[rstest]
    #[case((2025, 8, 28), HalfYear::First)]
    #[case((2025, 12, 31), HalfYear::First)]
    #[case((2026, 1, 1), HalfYear::Second)]
    fn halves_meet_at_new_year(#[case] (y, m, d): (i32, u32, u32), #[case] half: HalfYear) {
        assert_eq!(HalfYear::of(day(y, m, d), SchoolYear(2025)), half);
    }

    #[test]
    fn odd_years_do_not_end_the_program() {
        for year in [i32::MIN, -5, 0, 99_999, i32::MAX] {
            assert!(SchoolYear(year).start() <= SchoolYear(year).end());
        }
    }
}
