//! A date within a text: «16 января 2026 г.», «16.01.2026», «26–27 августа 2025 года».

use std::ops::Range;

use chrono::NaiveDate;

use crate::calendar::{SchoolYear, named_month, read_date};

/// A date that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundDate {
    pub(super) place: Range<usize>,
    pub(super) date: NaiveDate,
    /// «26–27 августа»: the second day.
    pub(super) last: Option<NaiveDate>,
}

/// The first date of a text that has a year, or that a month is named in.
pub(super) fn find_date(text: &str, year: SchoolYear) -> Option<FoundDate> {
    let mut before: Option<char> = None;
    for (at, sign) in text.char_indices() {
        let begins = sign.is_ascii_digit()
            && !before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '.' | '№' | '/'));
        before = Some(sign);
        if begins && let Some(found) = date_at(text, at, year) {
            return Some(found);
        }
    }
    None
}

fn date_at(text: &str, at: usize, year: SchoolYear) -> Option<FoundDate> {
    let rest = &text[at..];
    let days = digits(rest);
    let (first, mut end) = (&rest[..days], days);
    if days > 2 {
        return None;
    }
    // «16.01.2026», «16.01.26»
    if let Some(after) = rest[end..].strip_prefix('.') {
        let month = digits(after);
        let years = after.get(month..).and_then(|after| after.strip_prefix('.')).map(digits)?;
        if !(1..=2).contains(&month) || !matches!(years, 2 | 4) {
            return None;
        }
        end += 1 + month + 1 + years;
        let date = read_date(&rest[..end], year).ok()?;
        return Some(FoundDate { place: at..at + ended(rest, end), date, last: None });
    }
    // «26–27 августа», «26 и 27 августа»
    let mut last = None;
    let tail = rest[end..].trim_start_matches(['»', '"', ' ', '\u{a0}']);
    if let Some(after) = tail.strip_prefix(['-', '–', '—']).or_else(|| tail.strip_prefix("и "))
        && matches!(digits(after.trim_start()), 1 | 2)
    {
        let second = after.trim_start();
        last = Some(&second[..digits(second)]);
        end = rest.len() - second.len() + digits(second);
    }
    let tail = rest[end..].trim_start_matches(['»', '"', '”', '_', ' ', '\u{a0}']);
    let letters = tail.len() - tail.trim_start_matches(char::is_alphabetic).len();
    let month = tail[..letters].to_lowercase();
    let month = named_month(&month)?;
    end = rest.len() - tail.len() + letters;
    let after = rest[end..].trim_start_matches([' ', '\u{a0}']);
    let years = digits(after);
    let mut said_year = String::new();
    if years == 4 {
        said_year = format!(".{}", &after[..4]);
        end = rest.len() - after.len() + 4;
    }
    let of_day = |day: &str| read_date(&format!("{day}.{month}{said_year}"), year).ok();
    Some(FoundDate {
        place: at..at + ended(rest, end),
        date: of_day(first)?,
        last: last.and_then(of_day).filter(|last| of_day(first).is_some_and(|first| first < *last)),
    })
}

/// With «г.» or «года» after the year.
fn ended(rest: &str, end: usize) -> usize {
    let tail = rest[end..].trim_start_matches([' ', '\u{a0}']);
    let word = ["года", "год", "г."].into_iter().find(|word| tail.starts_with(word));
    let place = word.is_none()
        && tail.starts_with("г")
        && tail[2..].chars().next().is_none_or(|next| !next.is_alphabetic());
    match word {
        // «16.01.2026 г. Рыбное»: the town's, where the year stands in figures and a name follows.
        Some("г.") if tail[3..].trim_start().starts_with(char::is_uppercase) => end,
        Some(word) => rest.len() - tail.len() + word.len(),
        None if place => rest.len() - tail.len() + "г".len(),
        None => end,
    }
}

fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("16 января 2026 г.", Some(("2026-01-16", None, "")))]
    #[case("от 16.01.2026 г. № 2", Some(("2026-01-16", None, "от | № 2")))]
    #[case("«16» января 2026 года", Some(("2026-01-16", None, "«|")))]
    #[case("26-27 августа 2025 г. с. Батурино", Some(("2025-08-26", Some("2025-08-27"), "| с. Батурино")))]
    #[case("16.01.26", Some(("2026-01-16", None, "")))]
    #[case("5 сентября, вторник", Some(("2025-09-05", None, "|, вторник")))]
    #[case("16.01.2026 г. Рыбное", Some(("2026-01-16", None, "| г. Рыбное")))]
    #[case("протокол № 16.01", None)]
    #[case("в 14.30", None)]
    #[case("12 марок", None)]
    fn a_date_is_found_in_a_text(#[case] text: &str, #[case] found: Option<(&str, Option<&str>, &str)>) {
        let date = find_date(text, SchoolYear(2025));
        let shown = date.map(|date| {
            let rest = [&text[..date.place.start], &text[date.place.end..]].join("|");
            (date.date.to_string(), date.last.map(|last| last.to_string()), rest)
        });
        let wanted = found.map(|(date, last, rest)| {
            let rest = if rest.is_empty() { "|" } else { rest };
            (date.to_owned(), last.map(str::to_owned), rest.to_owned())
        });
        assert_eq!(shown, wanted);
    }
}
