//! The words of a term, told apart: months, parts of the school year, and what stands between them.

use chrono::Datelike;

use super::typed::{named_month, number};
use super::{Month, SchoolYear};

/// Lower-case, «ё» as «е», one kind of space and of dash, nothing in brackets, no full stop at the end.
pub(super) fn folded(text: &str) -> String {
    let mut depth = 0usize;
    let mut plain = String::with_capacity(text.len());
    for letter in text.to_lowercase().chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            'ё' => plain.push('е'),
            '–' | '—' | '‑' | '−' => plain.push('-'),
            _ if letter.is_whitespace() => plain.push(' '),
            _ => plain.push(letter),
        }
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ',', ';', ' ']).to_owned()
}

/// The text without «2025-2026» or «2025/26», and the year that was named so, where it is another one.
pub(super) fn without_school_year(said: &str, year: SchoolYear) -> (String, Option<i32>) {
    let words: Vec<&str> = said.split(' ').collect();
    let named = words.iter().enumerate().find_map(|(at, word)| {
        let (first, last) = word.split_once(['-', '/'])?;
        let begins: i32 = first.parse().ok().filter(|_| first.len() == 4)?;
        let ends: i32 = last.parse().ok().filter(|_| matches!(last.len(), 2 | 4))?;
        (ends % 100 == (begins + 1) % 100).then_some((at, begins))
    });
    let Some((at, begins)) = named else { return (said.to_owned(), None) };
    let rest: Vec<&str> =
        words.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, word)| *word).collect();
    (rest.join(" "), Some(begins).filter(|begins| *begins != year.0))
}

/// Words that mean all the year, and are no number of times.
pub(super) fn is_year_long(said: &str) -> bool {
    matches!(
        said,
        "постоянно"
            | "ежегодно"
            | "еженедельно"
            | "ежедневно"
            | "систематически"
            | "регулярно"
            | "весь год"
            | "весь период"
            | "весь учебный год"
            | "круглый год"
            | "каждую четверть"
            | "каждое полугодие"
            | "каждый триместр"
            | "каждую неделю"
            | "по четвертям"
            | "по полугодиям"
            | "год"
            | "учебный год"
    )
}

/// Which end of a month, a half or a year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Beginning,
    Middle,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Month(u32),
    Year(i32),
    Number(u32),
    /// First and last month of each part, by its number.
    PartOfYear(&'static [(u32, u32)]),
    /// «осенние каникулы», «зимой»
    Season(u32, u32),
    /// «учебный год»
    SchoolYear,
    End(Period),
    /// «неделя», «декада»: part of a month.
    PartOfMonth,
    List,
    Dash,
    Neutral,
}

const HALVES: &[(u32, u32)] = &[(9, 12), (1, 5)];
const TERMS: &[(u32, u32)] = &[(9, 10), (11, 12), (1, 3), (4, 5)];
const TRIMESTERS: &[(u32, u32)] = &[(9, 11), (12, 2), (3, 5)];
/// Of the calendar year: the third ends with the first month of lessons.
const QUARTERS: &[(u32, u32)] = &[(1, 3), (4, 6), (9, 9), (10, 12)];

/// A term that consists of months and parts of the year.
#[derive(Debug)]
pub(super) struct Said {
    words: Vec<Word>,
}

impl Said {
    /// None where some word is not of that kind.
    pub(super) fn read(folded: &str) -> Option<Self> {
        let mut words = Vec::new();
        let holidays = folded.contains("каникул");
        for token in tokens(folded) {
            words.push(word(&token, holidays)?);
        }
        Some(Self { words })
    }

    /// The end that is meant, where one is.
    pub(super) fn part(&self) -> Option<Period> {
        self.words.iter().find_map(|word| match word {
            Word::End(part) => Some(*part),
            _ => None,
        })
    }

    /// Whether something besides the names of months was said.
    pub(super) fn is_more_than_months(&self) -> bool {
        let plain = |word: &Word| {
            matches!(
                word,
                Word::Month(_) | Word::Year(_) | Word::SchoolYear | Word::List | Word::Dash | Word::Neutral
            )
        };
        let dashes = self.words.iter().filter(|word| **word == Word::Dash).count();
        let months = self.words.iter().filter(|word| matches!(word, Word::Month(_))).count();
        !self.words.iter().all(plain) || (dashes > 0 && months > 2)
    }

    /// The months that are meant, as they were named.
    pub(super) fn months(&self, year: SchoolYear) -> Option<Vec<Month>> {
        let mut months: Vec<Month> = Vec::new();
        for month in self.ranges(year)?.into_iter().flat_map(|(from, to)| between(from, to)) {
            if !months.contains(&month) {
                months.push(month);
            }
        }
        match self.part() {
            Some(Period::Beginning) if !self.names_months() => months.first().map(|month| vec![*month]),
            Some(Period::End) if !self.names_months() => months.last().map(|month| vec![*month]),
            Some(Period::Middle) if !self.names_months() => None,
            _ => Some(months),
        }
    }

    /// From which month to which, where it is one stretch that was said so: «ноябрь — март», «I полугодие».
    pub(super) fn span(&self, year: SchoolYear) -> Option<(Month, Month)> {
        if self.part().is_some() && !self.names_months() {
            return None;
        }
        let ranges = self.ranges(year)?;
        let [(from, to)] = ranges.as_slice() else { return None };
        let named = self.words.iter().filter(|word| matches!(word, Word::Month(_))).count();
        let one_month = from == to && named < 2;
        (!one_month).then_some((*from, *to))
    }

    fn names_months(&self) -> bool {
        self.words.iter().any(|word| matches!(word, Word::Month(_)))
    }

    fn ranges(&self, year: SchoolYear) -> Option<Vec<(Month, Month)>> {
        if self.names_months() {
            // «Сентябрь I полугодия» and the like are left to people.
            let other = |word: &Word| matches!(word, Word::PartOfYear(_) | Word::Season(..));
            return (!self.words.iter().any(other)).then(|| self.named_months(year)).flatten();
        }
        let of = |month: u32| Month::of(year.day(month, 1));
        let mut parts = self.words.iter().filter_map(|word| match word {
            Word::PartOfYear(parts) => Some(*parts),
            _ => None,
        });
        let seasons: Vec<(u32, u32)> = self
            .words
            .iter()
            .filter_map(|word| match word {
                Word::Season(from, to) => Some((*from, *to)),
                _ => None,
            })
            .collect();
        let parts = match (parts.next(), parts.next(), seasons.as_slice()) {
            (Some(parts), None, []) => self.numbered(parts)?,
            (None, None, [_, ..]) => seasons,
            // «в конце года»
            (None, None, []) if self.part().is_some() && self.words.contains(&Word::SchoolYear) => {
                vec![(9, 5)]
            }
            _ => return None,
        };
        // «I квартал 2026» must be that of the year itself.
        let typed = self.words.iter().find_map(|word| match word {
            Word::Year(typed) => Some(*typed),
            _ => None,
        });
        let ranges: Vec<_> = parts.into_iter().map(|(from, to)| (of(from), of(to))).collect();
        let fits =
            typed.is_none_or(|typed| ranges.iter().all(|(from, to)| from.year == typed || to.year == typed));
        fits.then_some(ranges)
    }

    /// «I, III четверть», «1-2 четверть»
    fn numbered(&self, parts: &[(u32, u32)]) -> Option<Vec<(u32, u32)>> {
        let numbers: Vec<usize> = self
            .words
            .iter()
            .filter_map(|word| match word {
                Word::Number(number) => usize::try_from(*number).ok(),
                _ => None,
            })
            .collect();
        let part = |number: usize| parts.get(number.checked_sub(1)?).copied();
        if let [first, last] = numbers.as_slice()
            && self.words.contains(&Word::Dash)
        {
            return (first < last).then_some((part(*first)?.0, part(*last)?.1)).map(|range| vec![range]);
        }
        let all: Option<Vec<_>> = numbers.into_iter().map(part).collect();
        all.filter(|all| !all.is_empty())
    }

    /// The named months, with the years that were typed; a month without one follows its neighbour.
    fn named_months(&self, year: SchoolYear) -> Option<Vec<(Month, Month)>> {
        let mut named: Vec<(u32, Option<i32>, bool)> = Vec::new();
        let mut dash = false;
        for word in &self.words {
            match word {
                Word::Month(month) => {
                    named.push((*month, None, dash));
                    dash = false;
                }
                Word::Dash => dash = true,
                Word::Year(typed) => {
                    let last = named.last_mut().filter(|(_, known, _)| known.is_none())?;
                    last.1 = Some(*typed);
                }
                _ => {}
            }
        }
        // A dash that nothing follows belongs to no range.
        let mut months: Vec<Month> = Vec::new();
        for at in 0..named.len() {
            let (month, typed, _) = *named.get(at)?;
            let later = named.get(at..)?.iter().find_map(|(_, typed, _)| *typed);
            let calendar_year = match (typed, months.last(), later) {
                (Some(typed), ..) => typed,
                (None, _, Some(_)) => stepped_back(named.get(at..)?)?,
                (None, Some(before), None) if named.iter().any(|(_, typed, _)| typed.is_some()) => {
                    before.year + i32::from(month < before.month)
                }
                // «Август», «август — сентябрь»: a plan begins with the summer before its year.
                (None, None, None) if month == 8 && opens_the_year(&named) => year.eve().year(),
                (None, _, None) => Month::of(year.day(month, 1)).year,
            };
            months.push(Month { year: calendar_year, month });
        }
        let mut ranges: Vec<(Month, Month)> = Vec::new();
        for (month, (.., after_dash)) in months.into_iter().zip(&named) {
            match ranges.last_mut() {
                Some(range) if *after_dash => {
                    if range.0 != range.1 {
                        return None;
                    }
                    range.1 = month;
                }
                _ => ranges.push((month, month)),
            }
        }
        Some(ranges)
    }
}

/// Whether the months go on into the school year, so that an August at their beginning is the one before it.
fn opens_the_year(named: &[(u32, Option<i32>, bool)]) -> bool {
    named.iter().skip(1).all(|(month, ..)| !(6..=8).contains(month))
}

/// The year of the first of these months, from the year that a later one names: «ноябрь — март 2026 г.»
fn stepped_back(named: &[(u32, Option<i32>, bool)]) -> Option<i32> {
    let at = named.iter().position(|(_, typed, _)| typed.is_some())?;
    let mut year = named.get(at)?.1?;
    for pair in named.get(..=at)?.windows(2).rev() {
        let [(before, ..), (after, ..)] = pair else { return None };
        year = year.saturating_sub(i32::from(before > after));
    }
    Some(year)
}

/// The months from one to another; only the two where the second lies before the first.
fn between(from: Month, to: Month) -> Vec<Month> {
    const LONGEST: usize = 24;
    if to < from {
        return vec![from, to];
    }
    std::iter::successors(Some(from), |month| Some(month.next()))
        .take_while(|month| *month <= to)
        .take(LONGEST)
        .collect()
}

/// Words and signs. «2-я» is one token, its number.
fn tokens(folded: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut joined = false;
    for letter in folded.chars() {
        match letter {
            ' ' | '.' | '«' | '»' | '"' => joined = false,
            ',' | ';' | '/' | '+' | '-' => {
                tokens.push(letter.to_string());
                joined = false;
            }
            _ => {
                let digit = |one: char| one.is_ascii_digit();
                match tokens.last_mut().filter(|last| {
                    joined && last.chars().last().is_some_and(|end| digit(end) == digit(letter))
                }) {
                    Some(last) => last.push(letter),
                    None => tokens.push(letter.to_string()),
                }
                joined = true;
            }
        }
    }
    let is_number = |token: Option<&String>| token.is_some_and(|token| number(token).is_some());
    let mut kept: Vec<String> = Vec::new();
    for token in tokens {
        let ending =
            matches!(token.as_str(), "я" | "е" | "й" | "го" | "ая" | "ое" | "ой" | "м" | "ом" | "ый" | "ю");
        if ending {
            if kept.last().map(String::as_str) == Some("-") && is_number(kept.iter().rev().nth(1)) {
                kept.pop();
                continue;
            }
            if is_number(kept.last()) {
                continue;
            }
        }
        kept.push(token);
    }
    kept
}

fn word(token: &str, holidays: bool) -> Option<Word> {
    let begins = |stem: &str| token.starts_with(stem);
    Some(match token {
        "," | ";" | "/" | "+" | "и" => Word::List,
        "-" | "по" => Word::Dash,
        "с" | "в" | "во" | "на" | "за" | "г" | "гг" | "месяц" | "месяца" | "течение" | "течении" => {
            Word::Neutral
        }
        "год" | "года" | "году" => Word::SchoolYear,
        "конец" | "конца" | "конце" | "концу" => Word::End(Period::End),
        "начало" | "начала" | "начале" | "началу" => Word::End(Period::Beginning),
        "середина" | "середине" | "середины" | "середину" => {
            Word::End(Period::Middle)
        }
        "осень" | "осенью" => Word::Season(9, 11),
        "зима" | "зимой" => Word::Season(12, 2),
        "весна" | "весной" => Word::Season(3, 5),
        "лето" | "летом" => Word::Season(6, 8),
        "i" => Word::Number(1),
        "ii" => Word::Number(2),
        "iii" => Word::Number(3),
        "iv" => Word::Number(4),
        _ if holidays && begins("осенн") => Word::Season(10, 11),
        _ if holidays && begins("зимн") => Word::Season(12, 1),
        _ if holidays && begins("весенн") => Word::Season(3, 3),
        _ if holidays && begins("летн") => Word::Season(6, 8),
        _ if begins("каникул") => Word::Neutral,
        _ if begins("полугоди") => Word::PartOfYear(HALVES),
        _ if begins("четверт") => Word::PartOfYear(TERMS),
        _ if begins("триместр") => Word::PartOfYear(TRIMESTERS),
        _ if begins("квартал") => Word::PartOfYear(QUARTERS),
        _ if begins("недел") || begins("декад") || begins("половин") || begins("числ") => {
            Word::PartOfMonth
        }
        "учебный" | "учебного" | "учебном" | "уч" => Word::Neutral,
        _ if begins("перв") => Word::Number(1),
        _ if begins("втор") && !begins("вторник") => Word::Number(2),
        _ if begins("трет") => Word::Number(3),
        _ if begins("последн") => Word::PartOfMonth,
        _ if number(token).is_some() => Word::Number(number(token)?),
        _ if token.len() == 4 && (begins("19") || begins("20")) => Word::Year(token.parse().ok()?),
        _ => Word::Month(named_month(token)?),
    })
}
