use chrono::{Datelike, NaiveDate, Weekday};

/// The day that lies `count` working days after `date`. Saturdays and Sundays do not count; holidays do, since
/// the production calendar changes each year and an offline program must not depend on it.
#[must_use]
pub fn after_working_days(date: NaiveDate, count: u32) -> NaiveDate {
    let mut day = date;
    let mut left = count.min(366);
    while left > 0 {
        let Some(next) = day.succ_opt() else { return day };
        day = next;
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use rstest::rstest;

    #[rstest]
    #[case((2026, 1, 16), 5, (2026, 1, 23))]
    #[case((2025, 9, 5), 1, (2025, 9, 8))]
    #[case((2025, 9, 6), 0, (2025, 9, 6))]
    fn weekends_do_not_count(
        #[case] (y, m, d): (i32, u32, u32),
        #[case] count: u32,
        #[case] (ey, em, ed): (i32, u32, u32),
    ) {
        assert_eq!(after_working_days(day(y, m, d), count), day(ey, em, ed));
    }
}
