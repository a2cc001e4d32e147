//! Years of work in a list of people: «24 года», «31/28», «с 2001 г.», «5 мес.», «общий 31, педагогический 28».

use crate::calendar::{SchoolYear, read_date};

/// Since which calendar years somebody works.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Seniority {
    pub since: Option<i32>,
    pub pedagogical_since: Option<i32>,
    pub in_specialty_since: Option<i32>,
}

impl Seniority {
    /// The year in a cell that holds one figure.
    pub(super) fn any(self) -> Option<i32> {
        self.since.or(self.pedagogical_since).or(self.in_specialty_since)
    }
}

/// Why nothing was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unclear {
    /// «менее 5 лет»
    NotExact,
    /// «12/25»
    Contradicts,
    /// Anything else.
    Unreadable,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Work,
    Pedagogical,
    Specialty,
}

/// Reads a cell. Whole years are counted, as everywhere in the program: «3 года 5 мес.» are three.
pub(super) fn read_seniority(cell: &str, year: SchoolYear) -> Result<Seniority, Unclear> {
    let text = cell.to_lowercase().replace('ё', "е");
    if text.trim().is_empty() {
        return Ok(Seniority::default());
    }
    const VAGUE: [&str; 10] =
        ["менее", "более", "свыше", "около", "почти", "больше", "меньше", "до ", "от ", "<"];
    if VAGUE.iter().any(|word| text.contains(word)) || text.contains(['>', '+', '~']) {
        return Err(Unclear::NotExact);
    }
    let mut found: Vec<(Option<Of>, i32)> = Vec::new();
    for part in parts_of(&text) {
        found.push(part_since(&part, year)?);
    }
    let mut seniority = Seniority::default();
    for (place, (of, since)) in found.into_iter().enumerate() {
        // «31/28»: the whole comes first, the pedagogical one after it.
        let of = match (of, place) {
            (Some(of), _) => of,
            (None, 0) => Of::Work,
            (None, 1) => Of::Pedagogical,
            (None, _) => return Err(Unclear::Unreadable),
        };
        let kept = match of {
            Of::Work => &mut seniority.since,
            Of::Pedagogical => &mut seniority.pedagogical_since,
            Of::Specialty => &mut seniority.in_specialty_since,
        };
        if kept.replace(since).is_some() {
            return Err(Unclear::Unreadable);
        }
    }
    if contradicts(seniority) { Err(Unclear::Contradicts) } else { Ok(seniority) }
}

/// Nobody has worked as a teacher, or in the specialty, longer than at all.
pub(super) fn contradicts(seniority: Seniority) -> bool {
    let parts = [seniority.pedagogical_since, seniority.in_specialty_since];
    let longer = |own: i32| seniority.since.is_some_and(|since| own < since);
    parts.into_iter().flatten().any(longer)
}

/// The figures of a cell apart; a comma between digits belongs to a fraction.
fn parts_of(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let mut parts = vec![String::new()];
    for (at, sign) in letters.iter().enumerate() {
        let fraction = *sign == ',' && digit(at.checked_sub(1)) && digit(Some(at + 1));
        let divides =
            matches!(sign, '/' | '\\' | ';' | '\n' | '(' | ')' | '|') || (*sign == ',' && !fraction);
        match parts.last_mut() {
            Some(part) if !divides => part.push(*sign),
            _ => parts.push(String::new()),
        }
    }
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    // «Стаж: общий 31»: words before the first figure belong to it, those behind the last one too.
    let mut joined: Vec<String> = Vec::new();
    let mut words = String::new();
    for part in parts {
        if part.chars().any(|sign| sign.is_ascii_digit()) {
            joined.push(format!("{words} {part}"));
            words.clear();
        } else if let (Some(last), true) = (joined.last_mut(), words.is_empty()) {
            last.push(' ');
            last.push_str(&part);
        } else {
            words.push(' ');
            words.push_str(&part);
        }
    }
    if joined.is_empty() && !words.is_empty() {
        joined.push(words);
    }
    joined
}

fn part_since(part: &str, year: SchoolYear) -> Result<(Option<Of>, i32), Unclear> {
    let mut of = None;
    let mut years: Option<i32> = None;
    let mut months = false;
    let mut since = None;
    let mut number: Option<i32> = None;
    for word in tokens(part) {
        let begins = |known: &[&str]| known.iter().any(|known| word.starts_with(known));
        if word.starts_with(|sign: char| sign.is_ascii_digit()) {
            if number.is_some() || since.is_some() {
                return Err(Unclear::Unreadable);
            }
            if word.matches('.').count() == 2 {
                let date = read_date(&word, year).map_err(|_| Unclear::Unreadable)?;
                since = Some(SchoolYear::containing(date).0);
                continue;
            }
            let whole = whole_years(&word).ok_or(Unclear::Unreadable)?;
            if (1940..=year.0.saturating_add(1)).contains(&whole) {
                since = Some(whole);
            } else if years.is_some() || whole <= 70 {
                number = Some(whole);
            } else {
                return Err(Unclear::Unreadable);
            }
        } else if begins(&["мес"]) {
            number = None;
            months = true;
        } else if matches!(word.as_str(), "лет" | "год" | "года" | "годов" | "г" | "л" | "полных")
        {
            years = years.or(number.take());
        } else if begins(&["общ", "труд", "все"]) {
            of = Some(Of::Work);
        } else if begins(&["пед"]) {
            of = Some(Of::Pedagogical);
        } else if begins(&["спец", "должн", "занима"]) {
            of = Some(Of::Specialty);
        } else if !(begins(&["стаж", "работ", "из", "них", "дн"])
            || matches!(word.as_str(), "с" | "со" | "в" | "по" | "и"))
        {
            return Err(Unclear::Unreadable);
        }
    }
    let years = years.or(number).or(months.then_some(0));
    match (since, years) {
        (Some(since), None) => Ok((of, since)),
        (None, Some(years)) => Ok((of, year.0.saturating_sub(years))),
        _ => Err(Unclear::Unreadable),
    }
}

/// «0,5» is no whole year. «31,28» is hardly a fraction.
fn whole_years(word: &str) -> Option<i32> {
    let (whole, fraction) = word.split_once(['.', ',']).unwrap_or((word, ""));
    if fraction.len() > 1 || !fraction.chars().all(|sign| sign.is_ascii_digit()) {
        return None;
    }
    whole.parse().ok()
}

/// Words, and numbers with the signs within them; «24г.» are two.
fn tokens(part: &str) -> Vec<String> {
    let letters: Vec<char> = part.chars().collect();
    let mut tokens: Vec<String> = Vec::new();
    let mut before = ' ';
    for (at, sign) in letters.iter().enumerate() {
        let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
        let within = matches!(sign, '.' | ',') && before.is_ascii_digit() && digit(at + 1);
        if sign.is_alphanumeric() || within {
            let kind = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',');
            let goes_on =
                (before.is_alphanumeric() || matches!(before, '.' | ',')) && kind(before) == kind(*sign);
            let new =
                tokens.is_empty() || !goes_on || (matches!(before, '.' | ',') && !within_number(&tokens));
            if new {
                tokens.push(String::new());
            }
            if let Some(token) = tokens.last_mut() {
                token.push(*sign);
            }
        }
        before = if sign.is_alphanumeric() || within { *sign } else { ' ' };
    }
    tokens
}

fn within_number(tokens: &[String]) -> bool {
    tokens.last().is_some_and(|token| token.starts_with(|sign: char| sign.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("24", Some(2001), None)]
    #[case("24 года", Some(2001), None)]
    #[case("24г.", Some(2001), None)]
    #[case("стаж 24 года", Some(2001), None)]
    #[case("0", Some(2025), None)]
    #[case("0,5", Some(2025), None)]
    #[case("12.5", Some(2013), None)]
    #[case("3 года 5 мес.", Some(2022), None)]
    #[case("5 мес.", Some(2025), None)]
    #[case("с 1998", Some(1998), None)]
    #[case("с 2001 г.", Some(2001), None)]
    #[case("2001", Some(2001), None)]
    #[case("с 01.09.2001", Some(2001), None)]
    #[case("с 15.01.2002", Some(2001), None)]
    #[case("31/28", Some(1994), Some(1997))]
    #[case("31 год / 28 лет", Some(1994), Some(1997))]
    #[case("31\\28", Some(1994), Some(1997))]
    #[case("31 (28)", Some(1994), Some(1997))]
    #[case("31\n28", Some(1994), Some(1997))]
    #[case("31, 28", Some(1994), Some(1997))]
    #[case("общий 31, педагогический 28", Some(1994), Some(1997))]
    #[case("общ. – 31, пед. – 28", Some(1994), Some(1997))]
    #[case("пед. 28, общ. 31", Some(1994), Some(1997))]
    #[case("пед. 28", None, Some(1997))]
    #[case("12/12", Some(2013), Some(2013))]
    #[case("", None, None)]
    fn years_of_work_as_schools_write_them(
        #[case] cell: &str,
        #[case] since: Option<i32>,
        #[case] own: Option<i32>,
    ) {
        let read = Seniority { since, pedagogical_since: own, in_specialty_since: None };
        assert_eq!(read_seniority(cell, SchoolYear(2025)), Ok(read));
    }

    #[test]
    fn three_kinds_of_seniority_stand_in_one_cell() {
        let read = read_seniority("общий 31, педагогический 28, в занимаемой должности 5", SchoolYear(2025));
        let all =
            Seniority { since: Some(1994), pedagogical_since: Some(1997), in_specialty_since: Some(2020) };
        assert_eq!(read, Ok(all));
    }

    #[rstest]
    #[case("12/25", Unclear::Contradicts)]
    #[case("пед. 25, общий 12", Unclear::Contradicts)]
    #[case("менее 5 лет", Unclear::NotExact)]
    #[case("более 20 лет", Unclear::NotExact)]
    #[case("свыше 20", Unclear::NotExact)]
    #[case("20+", Unclear::NotExact)]
    #[case("много", Unclear::Unreadable)]
    #[case("молодой специалист", Unclear::Unreadable)]
    #[case("31/28/5", Unclear::Unreadable)]
    #[case("31,28", Unclear::Unreadable)]
    #[case("120", Unclear::Unreadable)]
    #[case("12 лет в школе № 5", Unclear::Unreadable)]
    fn what_is_not_clear_is_not_taken(#[case] cell: &str, #[case] why: Unclear) {
        assert_eq!(read_seniority(cell, SchoolYear(2025)), Err(why));
    }
}
