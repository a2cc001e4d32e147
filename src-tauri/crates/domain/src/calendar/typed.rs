//! Dates as people type them: «5.9.26», «5 сентября», «5,12,26», «05122026», «вчера», «в пятницу».

use chrono::{Datelike, Days, NaiveDate, Weekday};
use thiserror::Error;

use super::{Month, SchoolYear, day};
use crate::russian;
use crate::text::cleaned;

/// A text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotADate {
    /// It does not look like one.
    #[error("«{0}» — не дата. Напишите, например, 5.9.2026 или 5 сентября.")]
    Unreadable(String),
    /// «5.13.2026»
    #[error("Месяца с номером {0} не бывает: их двенадцать. Сначала пишут день, потом месяц.")]
    NoSuchMonth(u32),
    /// «31.02.2026»
    #[error("Такого дня нет: в {} {} г. последнее число — {last}.", russian::in_month(.month.month), .month.year)]
    NoSuchDay {
        /// The month that was typed.
        month: Month,
        /// Its last day.
        last: u32,
    },
}

impl NotADate {
    fn unreadable(typed: &str) -> Self {
        Self::Unreadable(typed.trim().chars().take(40).collect())
    }
}

/// Reads a date as people type it. Where the year is left out, it is the one that the day and month have within
/// the given school year.
///
/// # Errors
/// The text is no date, or there is no such day.
pub fn read_date(typed: &str, year: SchoolYear) -> Result<NaiveDate, NotADate> {
    let typed = &*cleaned(typed);
    let typed_date = TypedDate::read(typed, year).ok_or_else(|| NotADate::unreadable(typed))?;
    typed_date.date(year)
}

/// The same with words that count from today: «сегодня», «позавчера», «в прошлую пятницу».
///
/// # Errors
/// The text is no date, or there is no such day.
pub fn read_said_date(typed: &str, year: SchoolYear, today: NaiveDate) -> Result<NaiveDate, NotADate> {
    match said_from_today(&cleaned(typed), today) {
        Some(date) => Ok(date),
        None => read_date(typed, year),
    }
}

/// The day of the week that was typed with a date: «понедельник, 5 декабря».
pub(super) fn typed_weekday(typed: &str) -> Option<Weekday> {
    words(typed).iter().find_map(|word| weekday(word))
}

/// A date as it was typed, before anybody asked whether there is such a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TypedDate {
    pub(super) day: u32,
    pub(super) month: u32,
    pub(super) year: Option<i32>,
}

impl TypedDate {
    /// The parts of a date; none where the text has another shape.
    pub(super) fn read(typed: &str, school_year: SchoolYear) -> Option<Self> {
        let words = words(typed);
        let parts: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| weekday(word).is_none()).collect();
        match parts.as_slice() {
            [digits] if digits.bytes().all(|byte| byte.is_ascii_digit()) => run_together(digits, school_year),
            [year, month, day] if year.len() == 4 => Some(Self {
                day: number(day)?,
                month: month_number(month)?,
                year: Some(full_year(year, school_year)?),
            }),
            [day, month, year] => Some(Self {
                day: number(day)?,
                month: month_number(month)?,
                year: Some(full_year(year, school_year)?),
            }),
            [day, month] => Some(Self { day: number(day)?, month: month_number(month)?, year: None }),
            _ => None,
        }
    }

    /// The day itself, within the school year where no year was typed.
    pub(super) fn date(self, school_year: SchoolYear) -> Result<NaiveDate, NotADate> {
        if !(1..=12).contains(&self.month) {
            return Err(NotADate::NoSuchMonth(self.month));
        }
        let year = self.year.unwrap_or_else(|| Month::of(school_year.day(self.month, 1)).year);
        NaiveDate::from_ymd_opt(year, self.month, self.day).ok_or_else(|| {
            let month = Month { year, month: self.month };
            NotADate::NoSuchDay { month, last: month.last_day().day() }
        })
    }
}

/// «05122026», «051226», «20261205»
fn run_together(digits: &str, school_year: SchoolYear) -> Option<TypedDate> {
    let part = |range: std::ops::Range<usize>| digits.get(range);
    let by_day = |year: &str| {
        let (day, month) = (number(part(0..2)?)?, number(part(2..4)?)?);
        Some(TypedDate { day, month, year: Some(full_year(year, school_year)?) })
    };
    match digits.len() {
        6 => by_day(part(4..6)?),
        8 => {
            let typed = by_day(part(4..8)?);
            let dated = typed.filter(|typed| typed.date(school_year).is_ok());
            let (month, day) = (number(part(4..6)?)?, number(part(6..8)?)?);
            let year_first = TypedDate { day, month, year: full_year(part(0..4)?, school_year) };
            dated.or_else(|| Some(year_first).filter(|typed| typed.date(school_year).is_ok())).or(typed)
        }
        _ => None,
    }
}

/// Lower-case words; «ё» is «е». Signs, spaces and the border between digits and letters divide; «г.» and «года»
/// after a number and the ending of «5-го» are dropped.
pub(super) fn words(typed: &str) -> Vec<String> {
    let folded = typed.to_lowercase().replace('ё', "е");
    let mut words: Vec<String> = Vec::new();
    let mut before = Sign::Divides;
    for letter in folded.chars() {
        let sign = Sign::of(letter);
        if sign != Sign::Divides {
            if sign == before
                && let Some(word) = words.last_mut()
            {
                word.push(letter);
            } else {
                words.push(letter.to_string());
            }
        }
        before = sign;
    }
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        let ending = matches!(word.as_str(), "го" | "ого" | "е" | "ое" | "г" | "года" | "год");
        if !(ending && kept.last().is_some_and(is_number)) {
            kept.push(word);
        }
    }
    kept
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Digit,
    Divides,
    Other,
}

impl Sign {
    fn of(letter: char) -> Self {
        match letter {
            '0'..='9' => Self::Digit,
            '.' | ',' | ';' | '/' | '\\' | '-' | '–' | '—' | '‑' | '−' => Self::Divides,
            _ if letter.is_whitespace() => Self::Divides,
            _ => Self::Other,
        }
    }
}

fn said_from_today(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = words(typed);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let after = |days: u64| today.checked_add_days(Days::new(days));
    let before = |days: u64| today.checked_sub_days(Days::new(days));
    match words.as_slice() {
        ["сегодня"] => Some(today),
        ["вчера"] => before(1),
        ["позавчера"] => before(2),
        ["завтра"] => after(1),
        ["послезавтра"] => after(2),
        ["через", "неделю"] => after(7),
        ["неделю", "назад"] => before(7),
        ["в" | "во", rest @ ..] | rest => match rest {
            [name] => after(days_between(today.weekday(), weekday(name)?)),
            [which, name] if which.starts_with("следующ") || which.starts_with("будущ") => {
                after(days_between(today.weekday(), weekday(name)?))
            }
            [which, name] if which.starts_with("прошл") => {
                before(days_between(weekday(name)?, today.weekday()))
            }
            _ => None,
        },
    }
}

/// From one day of the week to the next such day; a whole week from a day to itself.
fn days_between(from: Weekday, to: Weekday) -> u64 {
    match (7 + to.num_days_from_monday() - from.num_days_from_monday()) % 7 {
        0 => 7,
        days => u64::from(days),
    }
}

/// «понедельник», «в среду», «пт»
fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "понедельник" | "пн" => Weekday::Mon,
        "вторник" | "вт" => Weekday::Tue,
        "среда" | "среду" | "ср" => Weekday::Wed,
        "четверг" | "чт" => Weekday::Thu,
        "пятница" | "пятницу" | "пт" => Weekday::Fri,
        "суббота" | "субботу" | "сб" => Weekday::Sat,
        "воскресенье" | "вс" => Weekday::Sun,
        _ => return None,
    })
}

pub(super) fn number(word: &str) -> Option<u32> {
    let plain = !word.is_empty() && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}

/// «26» is 2026 and «98» is 1998: the year that lies at most thirty years ahead of the school year.
pub(super) fn full_year(word: &str, school_year: SchoolYear) -> Option<i32> {
    if !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match word.len() {
        2 => {
            let short: i32 = word.parse().ok()?;
            let latest = day(school_year.0, 1, 1).year().saturating_add(30);
            let this_century = latest.div_euclid(100) * 100 + short;
            Some(if this_century > latest { this_century - 100 } else { this_century })
        }
        4 => word.parse().ok().filter(|year| *year > 0),
        _ => None,
    }
}

/// The number of a month, which may be too large, or its name.
fn month_number(word: &str) -> Option<u32> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let roman = || {
        // The Russian letter looks the same.
        let word = word.replace('х', "x");
        ROMAN.iter().position(|month| *month == word).and_then(|at| u32::try_from(at + 1).ok())
    };
    number(word).or_else(|| named_month(word)).or_else(roman)
}

/// A month by its name in any case, or by its beginning of at least three letters: «сентября», «сент», «мая».
pub(crate) fn named_month(word: &str) -> Option<u32> {
    const STEMS: [&str; 12] = [
        "январ",
        "феврал",
        "март",
        "апрел",
        "ма",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ];
    let stem = STEMS.iter().position(|stem| {
        if *stem == "ма" {
            return matches!(word, "май" | "мая" | "мае" | "маю" | "маем");
        }
        let begins = word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 2);
        let shortened = word.chars().count() >= 3 && stem.starts_with(word);
        begins || shortened
    });
    stem.and_then(|index| u32::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    const YEAR: SchoolYear = SchoolYear(2025);

    #[rstest]
    #[case("5.9.26", (2026, 9, 5))]
    #[case("05.09.2025", (2025, 9, 5))]
    #[case("5 сентября", (2025, 9, 5))]
    #[case("5 Сентября 2025 г.", (2025, 9, 5))]
    #[case("16 янв", (2026, 1, 16))]
    #[case("16.1", (2026, 1, 16))]
    #[case("16/01/2026", (2026, 1, 16))]
    #[case("2026-01-16", (2026, 1, 16))]
    #[case("16-01-2026", (2026, 1, 16))]
    #[case("22 мая 2026 года", (2026, 5, 22))]
    #[case(" 1\u{a0}марта\u{a0}2026\u{a0}г. ", (2026, 3, 1))]
    #[case("8 августа", (2026, 8, 8))]
    #[case("05.12.2026г.", (2026, 12, 5))]
    #[case("05.12.2026 г", (2026, 12, 5))]
    #[case("05.12.26г", (2026, 12, 5))]
    #[case("5,12,26", (2026, 12, 5))]
    #[case("5,12", (2025, 12, 5))]
    #[case("05122026", (2026, 12, 5))]
    #[case("051226", (2026, 12, 5))]
    #[case("20261205", (2026, 12, 5))]
    #[case("5-12-26", (2026, 12, 5))]
    #[case("5/12/26", (2026, 12, 5))]
    #[case("2026-12-05", (2026, 12, 5))]
    #[case("2026.12.05", (2026, 12, 5))]
    #[case("5 дек 26", (2026, 12, 5))]
    #[case("5 дек. 26 г.", (2026, 12, 5))]
    #[case("5декабря2026г.", (2026, 12, 5))]
    #[case("5-го декабря", (2025, 12, 5))]
    #[case("5 XII 2026", (2026, 12, 5))]
    #[case("5.ХII.26", (2026, 12, 5))]
    #[case("суббота, 5 декабря 2026 г.", (2026, 12, 5))]
    #[case("сб 5.12.26", (2026, 12, 5))]
    #[case("12.5.98", (1998, 5, 12))]
    #[case("12 декабря 1926", (1926, 12, 12))]
    fn dates_as_people_type_them(#[case] typed: &str, #[case] (y, m, d): (i32, u32, u32)) {
        assert_eq!(read_date(typed, YEAR), Ok(day(y, m, d)));
    }

    #[rstest]
    #[case("")]
    #[case("вчера")]
    #[case("5 мартобря")]
    #[case("5.9.026")]
    #[case("5")]
    #[case("1.2.3.4")]
    #[case("2026")]
    #[case("45901")]
    #[case("декабрь 2026")]
    #[case("5 декабря 0000")]
    fn what_is_no_date_is_said_to_be_none(#[case] typed: &str) {
        assert!(
            matches!(read_date(typed, YEAR), Err(NotADate::Unreadable(_))),
            "{:?}",
            read_date(typed, YEAR)
        );
    }

    #[rstest]
    #[case("31.02.2026", "Такого дня нет: в феврале 2026 г. последнее число — 28.")]
    #[case("29.2.2027", "Такого дня нет: в феврале 2027 г. последнее число — 28.")]
    #[case("31 ноября", "Такого дня нет: в ноябре 2025 г. последнее число — 30.")]
    #[case("0.12.2026", "Такого дня нет: в декабре 2026 г. последнее число — 31.")]
    #[case("32122026", "Такого дня нет: в декабре 2026 г. последнее число — 31.")]
    #[case("5.13.2026", "Месяца с номером 13 не бывает: их двенадцать. Сначала пишут день, потом месяц.")]
    #[case("12/25/2026", "Месяца с номером 25 не бывает: их двенадцать. Сначала пишут день, потом месяц.")]
    fn a_day_that_does_not_exist_is_refused_in_words(#[case] typed: &str, #[case] words: &str) {
        assert_eq!(read_date(typed, YEAR).map_err(|fault| fault.to_string()), Err(words.to_owned()));
    }

    /// Today is Monday, 30 November 2026.
    #[rstest]
    #[case("сегодня", (2026, 11, 30))]
    #[case("Вчера", (2026, 11, 29))]
    #[case("позавчера", (2026, 11, 28))]
    #[case("завтра", (2026, 12, 1))]
    #[case("послезавтра", (2026, 12, 2))]
    #[case("через неделю", (2026, 12, 7))]
    #[case("неделю назад", (2026, 11, 23))]
    #[case("в пятницу", (2026, 12, 4))]
    #[case("понедельник", (2026, 12, 7))]
    #[case("в прошлую пятницу", (2026, 11, 27))]
    #[case("прошлый понедельник", (2026, 11, 23))]
    #[case("в следующую среду", (2026, 12, 2))]
    #[case("5.12", (2026, 12, 5))]
    fn words_count_from_today(#[case] typed: &str, #[case] (y, m, d): (i32, u32, u32)) {
        let today = day(2026, 11, 30);
        assert_eq!(read_said_date(typed, SchoolYear(2026), today), Ok(day(y, m, d)));
    }

    proptest! {
        #[test]
        fn anything_may_be_typed(typed in any::<String>(), year in any::<i32>()) {
            let _ = read_date(&typed, SchoolYear(year));
            let _ = read_said_date(&typed, SchoolYear(year), NaiveDate::MAX);
        }

        #[test]
        fn a_date_shown_is_read_again(year in 2000i32..2100, month in 1u32..=12, d in 1u32..=31) {
            let date = day(year, month, d);
            prop_assert_eq!(read_date(&russian::date_in_table(date), YEAR), Ok(date));
            prop_assert_eq!(read_date(&russian::date_in_prose(date), YEAR), Ok(date));
        }

        #[test]
        fn a_date_is_read_the_same_in_each_way_of_typing(year in 2000i32..2050, month in 1u32..=12, d in 1u32..=31) {
            let date = day(year, month, d);
            for way in ["%d,%m,%Y", "%d.%m.%yг.", "%d%m%Y", "%d%m%y", "%Y-%m-%d", "%-d/%-m/%y", "%-d-%-m-%y"] {
                let typed = date.format(way).to_string();
                prop_assert_eq!(read_date(&typed, YEAR), Ok(date), "{}", typed);
            }
        }
    }
}
