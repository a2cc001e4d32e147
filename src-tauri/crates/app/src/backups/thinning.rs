//! Which copies are kept: all of the last two days with copies, the last of each of twelve days, ten weeks and nine months,
//! counted from the newest.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDateTime};

const WHOLE_DAYS: usize = 2;
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;

/// Those of the copies that may go. The newest is never among them.
pub(super) fn superfluous(copies: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
    let mut newest_first = copies.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    let mut days: Vec<_> = newest_first.iter().map(NaiveDateTime::date).collect();
    days.dedup();
    let whole = days.get(WHOLE_DAYS - 1).or(days.last()).copied();
    let mut kept: BTreeSet<_> =
        newest_first.iter().copied().filter(|copy| whole.is_some_and(|day| copy.date() >= day)).collect();
    let mut keep = |most: usize, period: fn(NaiveDateTime) -> (i32, u32)| {
        let mut periods = BTreeSet::new();
        for copy in &newest_first {
            if periods.len() < most && periods.insert(period(*copy)) {
                kept.insert(*copy);
            }
        }
    };
    keep(DAYS, |at| (at.year(), at.ordinal()));
    keep(WEEKS, |at| (at.iso_week().year(), at.iso_week().week()));
    keep(MONTHS, |at| (at.year(), at.month()));
    newest_first.into_iter().filter(|copy| !kept.contains(copy)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDate};

    fn at(days_ago: u64, hour: u32) -> NaiveDateTime {
        let day = NaiveDate::from_ymd_opt(2026, 5, 31).unwrap() - Days::new(days_ago);
        day.and_hms_opt(hour, 0, 0).unwrap()
    }

    #[test]
    fn two_years_of_days_come_to_twelve_days_ten_weeks_and_nine_months() {
        let all: Vec<_> = (0..730).flat_map(|day| [at(day, 9), at(day, 18)]).collect();
        let gone = superfluous(&all);
        let kept: Vec<_> = all.iter().filter(|copy| !gone.contains(copy)).collect();
        assert_eq!(
            kept.iter().filter(|copy| ***copy > at(12, 23)).count(),
            14,
            "two whole days, the last of ten more"
        );
        let last_of_day = |copy: NaiveDateTime| copy == copy.date().and_hms_opt(18, 0, 0).unwrap();
        assert!(kept.iter().all(|copy| last_of_day(**copy) || **copy > at(2, 23)));
        // Twelve days, the weeks and months before them; some of these fall together.
        assert!((26..=33).contains(&kept.len()), "{}", kept.len());
        assert!(kept.iter().any(|copy| copy.date() < at(240, 0).date()));
        assert!(kept.contains(&&at(0, 18)), "the newest stays");
    }

    #[test]
    fn few_copies_all_stay() {
        let all = [at(0, 9), at(40, 9), at(80, 9)];
        assert_eq!(superfluous(&all), []);
        assert_eq!(superfluous(&[]), []);
    }

    #[test]
    fn thinning_again_takes_nothing_more() {
        let mut all: Vec<_> = (0..400).map(|day| at(day, 12)).collect();
        let gone = superfluous(&all);
        all.retain(|copy| !gone.contains(copy));
        assert_eq!(superfluous(&all), []);
    }
}
