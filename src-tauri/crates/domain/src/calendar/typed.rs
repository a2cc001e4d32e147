//! Dates and terms as people type them: «5.9.26», «5 сентября», «до 1 ноября», «ноябрь — март», «ежемесячно».

use chrono::NaiveDate;
use thiserror::Error;

use super::{Month, SchoolYear, Term};
use crate::text::cleaned;

/// A text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("«{0}» — не дата. Напишите, например, 5.9.2026 или 5 сентября.")]
pub struct NotADate(pub String);

/// Reads a date as people type it. Where the year is left out, it is the one that the day and month have within
/// the given school year.
///
/// # Errors
/// The text is no date, or there is no such day.
pub fn read_date(typed: &str, year: SchoolYear) -> Result<NaiveDate, NotADate> {
    let typed = &*cleaned(typed);
    let fault = || NotADate(typed.trim().chars().take(40).collect());
    let words = words(typed);
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    date(&parts, year).ok_or_else(fault)
}

/// Reads a term as people say it. Words from which no day follows stay as they were typed; an empty text is no
/// term.
#[must_use]
pub fn read_term(typed: &str, year: SchoolYear) -> Option<Term> {
    let typed = &*cleaned(typed);
    let text = typed.trim();
    if text.is_empty() {
        return None;
    }
    let words = words(text);
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    let known = match parts.as_slice() {
        ["ежемесячно"] | ["каждый", "месяц"] => Some(Term::Monthly),
        ["ежеквартально"] | ["каждый", "квартал"] => Some(Term::Quarterly),
        ["в", "течение", "года" | "года,"] | ["весь", "год"] | ["постоянно"] => {
            Some(Term::WholeYear)
        }
        ["до" | "по", rest @ ..] | ["не", "позднее", rest @ ..] => {
            date(rest, year).map(|date| Term::Until { date })
        }
        parts => date(parts, year).map(|date| Term::Day { date }).or_else(|| months(text, year)),
    };
    Some(known.unwrap_or_else(|| Term::Words { text: typed.to_owned() }))
}

/// Lower-case words; «ё» is «е», dots, slashes and spaces divide, «г.» and «года» after a number are dropped.
fn words(typed: &str) -> Vec<String> {
    let folded = typed.to_lowercase().replace('ё', "е").replace('\u{a0}', " ");
    let divided = folded.split(|c: char| c.is_whitespace() || matches!(c, '.' | '/'));
    let mut words: Vec<String> = divided.filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let year_word = matches!(words.last().map(String::as_str), Some("г" | "года"));
    if year_word && words.iter().rev().nth(1).is_some_and(|word| word.parse::<i32>().is_ok()) {
        words.pop();
    }
    words
}

fn date(parts: &[&str], year: SchoolYear) -> Option<NaiveDate> {
    match parts {
        [iso] => {
            let parts: Vec<&str> = iso.split('-').collect();
            match parts.as_slice() {
                [first, month, day] if first.len() == 4 => {
                    NaiveDate::from_ymd_opt(full_year(first)?, number(month)?, number(day)?)
                }
                [day, month, last] => {
                    NaiveDate::from_ymd_opt(full_year(last)?, month_number(month)?, number(day)?)
                }
                _ => None,
            }
        }
        [day, month] => {
            let month = month_number(month)?;
            let calendar_year = Month::of(year.day(month, 1)).year;
            NaiveDate::from_ymd_opt(calendar_year, month, number(day)?)
        }
        [day, month, calendar_year] => {
            NaiveDate::from_ymd_opt(full_year(calendar_year)?, month_number(month)?, number(day)?)
        }
        _ => None,
    }
}

/// «сентябрь», «сентябрь, январь, май», «ноябрь — март», each within the school year.
fn months(text: &str, year: SchoolYear) -> Option<Term> {
    let lower = text.to_lowercase();
    let month = |word: &str| {
        let number = named_month(word.trim().trim_end_matches('.'))?;
        Some(Month::of(year.day(number, 1)))
    };
    let ends: Vec<&str> = lower.split(['—', '–', '-']).collect();
    if let [from, to] = ends.as_slice() {
        return Some(Term::Span { from: month(from)?, to: month(to)? });
    }
    let listed = lower.replace(" и ", ",");
    let months: Option<Vec<Month>> = listed.split([',', ';']).map(month).collect();
    months.map(|months| Term::Months { months })
}

fn number(word: &str) -> Option<u32> {
    let plain = !word.is_empty() && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}

/// «26» is 2026: nobody plans a meeting in the last century.
fn full_year(word: &str) -> Option<i32> {
    if !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match word.len() {
        2 => word.parse::<i32>().ok().map(|short| 2000 + short),
        4 => word.parse().ok(),
        _ => None,
    }
}

fn month_number(word: &str) -> Option<u32> {
    number(word).filter(|month| (1..=12).contains(month)).or_else(|| named_month(word))
}

/// A month by its name in any case, or by its beginning of at least three letters: «сентября», «сент», «мая».
fn named_month(word: &str) -> Option<u32> {
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
            return matches!(word, "май" | "мая" | "мае");
        }
        let begins = word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 1);
        let shortened = word.chars().count() >= 3 && stem.starts_with(word);
        begins || shortened
    });
    stem.and_then(|index| u32::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
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
    fn dates_as_people_type_them(#[case] typed: &str, #[case] (y, m, d): (i32, u32, u32)) {
        assert_eq!(read_date(typed, YEAR), Ok(day(y, m, d)));
    }

    #[rstest]
    #[case("")]
    #[case("вчера")]
    #[case("31.02.2026")]
    #[case("5 мартобря")]
    #[case("5.13.2026")]
    #[case("5.9.026")]
    #[case("5")]
    #[case("1.2.3.4")]
    fn what_is_no_date_is_said_to_be_none(#[case] typed: &str) {
        assert!(read_date(typed, YEAR).is_err());
    }

    #[rstest]
    #[case("сентябрь", "сентябрь")]
    #[case("сентябрь, январь, май", "сентябрь, январь, май")]
    #[case("декабрь и май", "декабрь, май")]
    #[case("ноябрь — март", "ноябрь — март")]
    #[case("ноябрь-март", "ноябрь — март")]
    #[case("до 1 ноября", "до 01.11.2025")]
    #[case("не позднее 31.08.2026", "до 31.08.2026")]
    #[case("14.11.2025", "14.11.2025")]
    #[case("Ежемесячно", "ежемесячно")]
    #[case("ежеквартально", "ежеквартально")]
    #[case("в течение года", "в течение года")]
    #[case("по отдельному графику", "по отдельному графику")]
    fn terms_as_people_say_them(#[case] typed: &str, #[case] shown: &str) {
        assert_eq!(read_term(typed, YEAR).map(|term| term.in_table()).as_deref(), Some(shown));
    }

    #[test]
    fn an_empty_text_is_no_term() {
        assert_eq!(read_term("  ", YEAR), None);
    }

    proptest! {
        #[test]
        fn anything_may_be_typed(typed in any::<String>(), year in any::<i32>()) {
            let _ = read_date(&typed, SchoolYear(year));
            let _ = read_term(&typed, SchoolYear(year));
        }

        #[test]
        fn a_date_shown_is_read_again(year in 2000i32..2100, month in 1u32..=12, d in 1u32..=31) {
            let date = day(year, month, d);
            prop_assert_eq!(read_date(&crate::russian::date_in_table(date), YEAR), Ok(date));
            prop_assert_eq!(read_date(&crate::russian::date_in_prose(date), YEAR), Ok(date));
        }

        #[test]
        fn a_term_shown_is_read_again(year in 2000i32..2100, month in 1u32..=12, d in 1u32..=31) {
            let date = day(year, month, d);
            for term in [Term::Day { date }, Term::Until { date }, Term::Monthly, Term::WholeYear] {
                prop_assert_eq!(read_term(&term.in_table(), YEAR), Some(term.clone()));
                prop_assert_eq!(read_term(&term.in_prose(), YEAR), Some(term));
            }
        }
    }
}
