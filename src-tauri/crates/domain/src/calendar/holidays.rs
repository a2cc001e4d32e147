//! School holidays (каникулы): their days are set by the district each year, and terms are named after them.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::SchoolYear;

/// Holidays of a school year, by their first and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// Which.
    pub season: HolidaySeason,
    /// First day without lessons.
    pub from: NaiveDate,
    /// Last one.
    pub to: NaiveDate,
}

/// By which season holidays are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum HolidaySeason {
    /// Осенние.
    Autumn,
    /// Зимние.
    Winter,
    /// Весенние.
    Spring,
    /// Летние.
    Summer,
}

impl HolidaySeason {
    const ALL: [Self; 4] = [Self::Autumn, Self::Winter, Self::Spring, Self::Summer];

    /// «осенние», «на осенних»
    fn stem(self) -> &'static str {
        match self {
            Self::Autumn => "осенн",
            Self::Winter => "зимн",
            Self::Spring => "весенн",
            Self::Summer => "летн",
        }
    }
}

/// The days that words mean which name holidays or a term of lessons (четверть), and nothing else. None where the days
/// of the holidays of that year are not known.
pub(super) fn days_of(said: &str, year: SchoolYear, holidays: &[Holidays]) -> Option<(NaiveDate, NaiveDate)> {
    let of = |season: HolidaySeason| {
        holidays.iter().find(|one| one.season == season && year.contains(one.from) && one.from <= one.to)
    };
    const AROUND: [&str; 12] = [
        "в",
        "во",
        "на",
        "период",
        "время",
        "дни",
        "школьных",
        "школьные",
        "учебной",
        "течение",
        "года",
        "за",
    ];
    let words: Vec<&str> = said.split(' ').filter(|word| !AROUND.contains(word)).collect();
    match words.as_slice() {
        [season, word] if word.starts_with("каникул") => {
            let season = HolidaySeason::ALL.into_iter().find(|one| season.starts_with(one.stem()))?;
            of(season).map(|one| (one.from, one.to))
        }
        [number, word] if word.starts_with("четверт") => {
            let before = |one: &Holidays| one.from.checked_sub_days(Days::new(1));
            let after = |one: &Holidays| one.to.checked_add_days(Days::new(1));
            let (autumn, winter, spring) =
                (of(HolidaySeason::Autumn), of(HolidaySeason::Winter), of(HolidaySeason::Spring));
            let number = number.split('-').next().unwrap_or_default().trim_end_matches('.');
            let is = |figures: [&str; 2], stem: &str| figures.contains(&number) || number.starts_with(stem);
            if is(["1", "i"], "перв") {
                Some((year.start(), before(autumn?)?))
            } else if is(["2", "ii"], "втор") {
                Some((after(autumn?)?, before(winter?)?))
            } else if is(["3", "iii"], "трет") {
                Some((after(winter?)?, before(spring?)?))
            } else if is(["4", "iv"], "четверт") {
                Some((after(spring?)?, year.day(5, 31)))
            } else {
                None
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Term, day, read_term_by};
    use rstest::rstest;

    const YEAR: SchoolYear = SchoolYear(2025);

    fn holidays() -> [Holidays; 3] {
        let of = |season, from: (i32, u32, u32), to: (i32, u32, u32)| Holidays {
            season,
            from: day(from.0, from.1, from.2),
            to: day(to.0, to.1, to.2),
        };
        [
            of(HolidaySeason::Autumn, (2025, 10, 25), (2025, 11, 2)),
            of(HolidaySeason::Winter, (2025, 12, 31), (2026, 1, 11)),
            of(HolidaySeason::Spring, (2026, 3, 28), (2026, 4, 5)),
        ]
    }

    #[rstest]
    #[case("осенние каникулы", Some("2025-10-25..2025-11-02"))]
    #[case("В осенние каникулы", Some("2025-10-25..2025-11-02"))]
    #[case("на зимних каникулах", Some("2025-12-31..2026-01-11"))]
    #[case("в период весенних каникул", Some("2026-03-28..2026-04-05"))]
    #[case("I четверть", Some("2025-09-01..2025-10-24"))]
    #[case("2-я четверть", Some("2025-11-03..2025-12-30"))]
    #[case("в третьей четверти", Some("2026-01-12..2026-03-27"))]
    #[case("IV четверть", Some("2026-04-06..2026-05-31"))]
    #[case("летние каникулы", None)]
    #[case("ноябрь (осенние каникулы)", None)]
    #[case("осенние каникулы 2024-2025 уч. года", None)]
    fn holidays_have_the_days_of_the_district(#[case] typed: &str, #[case] days: Option<&str>) {
        let term = read_term_by(typed, YEAR, &holidays()).unwrap();
        let got = match &term {
            Term::Days { from, to, .. } => Some(format!("{from}..{to}")),
            _ => None,
        };
        assert_eq!(got.as_deref(), days);
        assert_eq!(term.in_table(), typed, "it is shown as it was said");
    }
}
