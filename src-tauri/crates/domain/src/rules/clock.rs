//! A wrong clock of the computer is said before anything is dated by it.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::records::Record;
use crate::russian::date_in_prose;

/// Why the day of the computer is doubtful.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
pub struct ClockDoubt {
    /// «Часы компьютера показывают 3 марта 2019 г., а последняя запись — 27 ноября 2026 г.»
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// A clock of another place may be a day behind.
const A_DAY: u64 = 1;
/// Somebody may leave the program for a long summer, not for more than a year.
const A_YEAR: u64 = 366;

/// The question about today, where it lies before the day on which something was saved last, or more than a year
/// after it, or more than a year before something that has happened (`event`).
#[must_use]
pub fn clock_doubt(
    saved: Option<NaiveDate>,
    event: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<ClockDoubt> {
    let before =
        |last: &NaiveDate, days: u64| today.checked_add_days(Days::new(days)).is_some_and(|day| day < *last);
    let after = |last: &NaiveDate| last.checked_add_days(Days::new(A_YEAR)).is_some_and(|day| day < today);
    let went_back = saved.filter(|last| before(last, A_DAY));
    let happened_later = event.filter(|last| before(last, A_YEAR));
    let long_ago = saved.max(event).filter(after);
    let last = went_back.max(happened_later).or(long_ago)?;
    let message = format!(
        "Часы компьютера показывают {}, а последняя запись — {}",
        date_in_prose(today),
        date_in_prose(last)
    );
    let hint = "По этому дню считаются сроки и ставятся даты. Если он неверный, исправьте его в настройках компьютера.";
    Some(ClockDoubt { message, hint: hint.to_owned() })
}

/// The last day on which, as the records tell, something has happened: a meeting was held, papers were handed
/// over, an order came. What is only foreseen does not count.
#[must_use]
pub fn last_event<'a>(records: impl IntoIterator<Item = &'a Record>) -> Option<NaiveDate> {
    records.into_iter().filter_map(Record::happened).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2026-11-27", "2026-11-27", false)]
    #[case("2026-11-27", "2026-11-28", false)]
    // The evening of another place.
    #[case("2026-11-27", "2026-11-26", false)]
    #[case("2026-11-27", "2026-11-25", true)]
    #[case("2026-11-27", "2019-03-03", true)]
    #[case("2026-11-27", "2027-11-28", false)]
    #[case("2026-11-27", "2027-11-29", true)]
    #[case("2026-11-27", "2031-01-10", true)]
    fn a_day_before_the_last_saving_or_long_after_it_is_doubted(
        #[case] saved: &str,
        #[case] today: &str,
        #[case] doubted: bool,
    ) {
        assert_eq!(clock_doubt(Some(date(saved)), None, date(today)).is_some(), doubted);
    }

    #[rstest]
    // Saved while the clock was wrong: the records themselves know better.
    #[case("2019-03-03", "2026-11-27", "2019-03-04", true)]
    // A meeting entered as held a little ahead is no matter of the clock.
    #[case("2026-11-27", "2026-12-04", "2026-11-27", false)]
    #[case("2026-11-27", "2020-03-23", "2026-11-27", false)]
    fn what_has_happened_counts_too(
        #[case] saved: &str,
        #[case] event: &str,
        #[case] today: &str,
        #[case] doubted: bool,
    ) {
        assert_eq!(clock_doubt(Some(date(saved)), Some(date(event)), date(today)).is_some(), doubted);
    }

    #[test]
    fn the_question_names_both_days() {
        let doubt = clock_doubt(Some(date("2026-11-27")), None, date("2019-03-03")).unwrap();
        assert_eq!(
            doubt.message.replace('\u{a0}', " "),
            "Часы компьютера показывают 3 марта 2019 г., а последняя запись — 27 ноября 2026 г."
        );
        assert_eq!(clock_doubt(None, None, date("2019-03-03")), None);
    }
}
