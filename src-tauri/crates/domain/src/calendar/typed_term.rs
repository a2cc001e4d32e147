//! Terms as people say them in plans and decisions: «до 1 ноября», «ноябрь — март», «ежемесячно», «I полугодие»,
//! «2-я неделя октября», «1 раз в четверть». One reader for fields and for tables.

use chrono::{Datelike, NaiveDate};

use super::holidays::{Holidays, days_of};
use super::said::{Period, Said, folded, is_year_long, without_school_year};
use super::typed::{TypedDate, number, read_date, words};
use super::{Month, SchoolYear, Term, day};
use crate::text::cleaned;

/// Reads a term as people say it. What its days and months do not say stays beside them in the words that were
/// typed; words from which no day follows stay alone. An empty text is no term.
#[must_use]
pub fn read_term(typed: &str, year: SchoolYear) -> Option<Term> {
    read_term_by(typed, year, &[])
}

/// The same where the days of the holidays are known: «осенние каникулы» and «I четверть» are days then.
#[must_use]
pub fn read_term_by(typed: &str, year: SchoolYear, holidays: &[Holidays]) -> Option<Term> {
    let typed = &*cleaned(typed);
    let text = typed.trim();
    if text.is_empty() {
        return None;
    }
    let known = by_holidays(text, year, holidays)
        .or_else(|| repeated(text, year))
        .or_else(|| dated(text, year))
        .or_else(|| in_months(text, year));
    Some(known.unwrap_or_else(|| Term::Words { text: typed.to_owned() }))
}

/// «осенние каникулы», «на весенних каникулах», «II четверть»: by the days that the district has set.
fn by_holidays(text: &str, year: SchoolYear, holidays: &[Holidays]) -> Option<Term> {
    if holidays.is_empty() {
        return None;
    }
    let (plain, other_year) = without_school_year(&folded(text), year);
    let of = other_year.map_or(year, SchoolYear);
    let (from, to) = days_of(&plain, of, holidays)?;
    Some(Term::Days { from, to, words: Some(text.to_owned()) })
}

/// «ежемесячно», «1 раз в четверть», «в течение года»
fn repeated(text: &str, year: SchoolYear) -> Option<Term> {
    let (said, other_year) = without_school_year(&folded(text), year);
    if other_year.is_some() {
        return None;
    }
    let plain = said.replace("учебного ", "").replace("уч. ", "").replace("всего ", "");
    let kept = || Some(text.to_owned());
    // What stands in brackets was said too.
    let usual = || text.contains('(').then(|| text.to_owned());
    match plain.as_str() {
        "ежемесячно" => return Some(Term::Monthly { words: usual() }),
        "ежеквартально" => return Some(Term::Quarterly { words: usual() }),
        "в течение года" | "в течении года" => {
            return Some(Term::WholeYear { words: usual() });
        }
        "каждый месяц" => return Some(Term::Monthly { words: kept() }),
        "каждый квартал" => return Some(Term::Quarterly { words: kept() }),
        _ => {}
    }
    // «В течение года, по запросу»: what is added changes nothing of the days.
    let begins = |word: &str| {
        let rest = plain.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with([' ', ',', ';', ':']))
    };
    if begins("ежемесячно") {
        return Some(Term::Monthly { words: kept() });
    }
    if begins("ежеквартально") {
        return Some(Term::Quarterly { words: kept() });
    }
    if begins("в течение года") || begins("в течении года") || is_year_long(&plain) {
        return Some(Term::WholeYear { words: kept() });
    }
    times(&plain, text)
}

/// «1 раз в месяц», «не реже двух раз в год»
fn times(said: &str, text: &str) -> Option<Term> {
    const COUNTS: [&str; 12] =
        ["не", "реже", "менее", "чем", "один", "два", "две", "три", "четыре", "двух", "одного", "трех"];
    const UNITS: [&str; 10] =
        ["месяц", "кварт", "четверт", "триместр", "полугод", "год", "недел", "дн", "день", "семестр"];
    let words: Vec<&str> = said.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| matches!(*word, "раз" | "раза"))?;
    let (count, rest) = (words.get(..at)?, words.get(at + 1..)?);
    let ["в", unit @ ..] = rest else { return None };
    let is_count = |word: &&str| COUNTS.contains(word) || number(word).is_some();
    if !count.iter().all(is_count)
        || !UNITS.iter().any(|of| unit.last().is_some_and(|unit| unit.starts_with(of)))
    {
        return None;
    }
    let once = count.iter().all(|word| matches!(*word, "1" | "один" | "одного" | "не" | "реже" | "менее"));
    let words = Some(text.to_owned());
    Some(match unit {
        ["месяц"] if once => Term::Monthly { words },
        ["квартал"] if once => Term::Quarterly { words },
        _ => Term::WholeYear { words },
    })
}

/// «14.11.2025», «до 1 ноября», «к 1 декабря», «27–28 августа», «с 10 по 20 ноября»
fn dated(text: &str, year: SchoolYear) -> Option<Term> {
    let said = folded(text);
    if let Some(rest) = until(&said) {
        let last = read_date(rest, year).ok()?;
        return Some(Term::Until { date: last });
    }
    // «9-10» are rather two months than a day.
    let two_numbers = said
        .split_once('-')
        .is_some_and(|(first, last)| [first, last].iter().all(|one| number(one.trim()).is_some()));
    if let Some(date) = read_date(&said, year).ok().filter(|_| !two_numbers) {
        return Some(Term::Day { date });
    }
    if let Some((from, to)) = days_between(&said, year) {
        return Some(Term::days(from, to));
    }
    // «12.10, 15.11» and «3 октября и 5 ноября»: the months of several days.
    let listed = said.replace(" и ", ";").replace(", ", ";");
    let days: Option<Vec<NaiveDate>> =
        listed.split(';').map(|part| read_date(part, year).ok()).collect::<Option<Vec<_>>>();
    let mut months: Vec<Month> = days.filter(|days| days.len() > 1)?.into_iter().map(Month::of).collect();
    months.dedup();
    Some(Term::Months { months, words: Some(text.to_owned()) })
}

/// What follows «до», «не позднее», «к».
fn until(said: &str) -> Option<&str> {
    ["до ", "по ", "не позднее ", "не позже ", "к ", "ко "]
        .iter()
        .find_map(|begins| said.strip_prefix(begins))
}

/// «27-28 августа 2025 г.», «с 27 октября по 3 ноября», «10.11-20.11»
fn days_between(said: &str, year: SchoolYear) -> Option<(NaiveDate, NaiveDate)> {
    let (first, last) = match said.strip_prefix("с ").and_then(|rest| rest.split_once(" по ")) {
        Some(ends) => ends,
        None => said.split_once('-').filter(|(_, last)| !last.contains('-'))?,
    };
    let to = read_date(last, year).ok()?;
    let from = match words(first).as_slice() {
        [only] => NaiveDate::from_ymd_opt(to.year(), to.month(), number(only)?)?,
        _ => {
            let typed = TypedDate::read(first, year)?;
            let same = TypedDate { year: typed.year.or(Some(to.year())), ..typed }.date(year).ok()?;
            // «30 декабря — 2 января 2026 г.» begins the year before.
            if typed.year.is_none() && same > to {
                TypedDate { year: Some(to.year().saturating_sub(1)), ..typed }.date(year).ok()?
            } else {
                same
            }
        }
    };
    (from < to).then_some((from, to))
}

/// «сентябрь, январь, май», «ноябрь — март», «I полугодие», «осенние каникулы», «первая декада ноября», «до ноября»
fn in_months(text: &str, year: SchoolYear) -> Option<Term> {
    let told = folded(text);
    let (plain, other_year) = without_school_year(&told, year);
    let of = other_year.map_or(year, SchoolYear);
    let kept = |words: bool| words.then(|| text.to_owned());
    if let Some(rest) = plain.strip_prefix("по ") {
        // That month is included.
        let to = *Said::read(rest)?.months(of)?.last()?;
        let from = Month::of(of.start());
        return (from <= to).then(|| Term::Span { from, to, words: kept(true) });
    }
    if let Some(rest) = until(&plain) {
        return before(rest, text, of);
    }
    if let Some(first) = plain.strip_prefix("с ").or_else(|| plain.strip_prefix("начиная с "))
        && !first.contains(" по ")
    {
        // «С октября»: as long as there are lessons.
        let from = *Said::read(first)?.months(of)?.first()?;
        let to = Month::of(of.day(5, 31));
        return (from <= to).then(|| Term::Span { from, to, words: kept(true) });
    }
    let said = Said::read(&plain)?;
    let months = said.months(of)?;
    let usual = months.iter().all(|month| *month == Month::of(year.day(month.month, 1)));
    let in_words = said.is_more_than_months() || !usual || plain.len() != told.len() || text.contains('(');
    if let Some((from, to)) = said.span(of) {
        return Some(Term::Span { from, to, words: kept(in_words) });
    }
    Some(Term::Months { months, words: kept(in_words) })
}

/// «до конца октября» ends with a day; «до ноября» is any time before that month.
fn before(rest: &str, text: &str, year: SchoolYear) -> Option<Term> {
    let said = Said::read(rest)?;
    let months = said.months(year)?;
    let (first, last) = (*months.iter().min()?, *months.iter().max()?);
    match said.part() {
        Some(Period::End) => return Some(Term::Until { date: last.last_day() }),
        Some(Period::Beginning | Period::Middle) => return None,
        None => {}
    }
    let begins = Month::of(year.start());
    let ends = Month::of(day(first.year, first.month, 1).pred_opt()?);
    (begins <= ends).then(|| Term::Span { from: begins, to: ends, words: Some(text.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    const YEAR: SchoolYear = SchoolYear(2025);

    /// The form, its months or days, and nothing of the words.
    fn form(term: &Term) -> String {
        match term {
            Term::Day { date } => format!("d:{date}"),
            Term::Days { from, to, .. } => format!("D:{from}..{to}"),
            Term::Until { date } => format!("u:{date}"),
            Term::Months { months, .. } => {
                format!("m:{}", months.iter().map(Month::to_string).collect::<Vec<_>>().join(","))
            }
            Term::Span { from, to, .. } => format!("s:{from}..{to}"),
            Term::Monthly { .. } => "monthly".to_owned(),
            Term::Quarterly { .. } => "quarterly".to_owned(),
            Term::WholeYear { .. } => "year".to_owned(),
            Term::Words { .. } => "words".to_owned(),
        }
    }

    #[rstest]
    #[case("сентябрь", "m:2025-09", "сентябрь")]
    #[case("сент.", "m:2025-09", "сентябрь")]
    #[case("сентябрь, январь, май", "m:2025-09,2026-01,2026-05", "сентябрь, январь, май")]
    #[case("декабрь и май", "m:2025-12,2026-05", "декабрь, май")]
    #[case("сентябрь и январь", "m:2025-09,2026-01", "сентябрь, январь")]
    #[case("декабрь 2025, март 2026", "m:2025-12,2026-03", "декабрь, март")]
    #[case("май 2026", "m:2026-05", "май")]
    #[case("май 2026 г.", "m:2026-05", "май")]
    #[case("в мае 2026 года", "m:2026-05", "май")]
    #[case("август 2025 г.", "m:2025-08", "август 2025 г.")]
    #[case("июнь 2025", "m:2025-06", "июнь 2025")]
    #[case("ноябрь — март", "s:2025-11..2026-03", "ноябрь — март")]
    #[case("ноябрь-март", "s:2025-11..2026-03", "ноябрь — март")]
    #[case("Октябрь –декабрь", "s:2025-10..2025-12", "октябрь — декабрь")]
    #[case("с сентября по май", "s:2025-09..2026-05", "сентябрь — май")]
    #[case("ноябрь 2025 – март 2026", "s:2025-11..2026-03", "ноябрь — март")]
    #[case("ноябрь – март 2026 г.", "s:2025-11..2026-03", "ноябрь — март")]
    #[case("ноябрь — март 2027", "s:2026-11..2027-03", "ноябрь — март 2027")]
    #[case("сентябрь-октябрь, март", "m:2025-09,2025-10,2026-03", "сентябрь-октябрь, март")]
    #[case("с октября", "s:2025-10..2026-05", "с октября")]
    #[case("до 1 ноября", "u:2025-11-01", "до 01.11.2025")]
    #[case("до 15.09.", "u:2025-09-15", "до 15.09.2025")]
    #[case("к 1 декабря", "u:2025-12-01", "до 01.12.2025")]
    #[case("не позднее 31.08.2026", "u:2026-08-31", "до 31.08.2026")]
    #[case("до конца октября", "u:2025-10-31", "до 31.10.2025")]
    #[case("до ноября", "s:2025-09..2025-10", "до ноября")]
    #[case("к январю", "s:2025-09..2025-12", "к январю")]
    #[case("до сентября", "words", "до сентября")]
    #[case("14.11.2025", "d:2025-11-14", "14.11.2025")]
    #[case("26.10.25", "d:2025-10-26", "26.10.2025")]
    #[case("2025-10-26", "d:2025-10-26", "26.10.2025")]
    #[case("05.08.", "d:2026-08-05", "05.08.2026")]
    #[case("5,12,25", "d:2025-12-05", "05.12.2025")]
    #[case("15 сентября", "d:2025-09-15", "15.09.2025")]
    #[case("27-28 августа 2025 г.", "D:2025-08-27..2025-08-28", "27–28.08.2025")]
    #[case("с 10 по 20 ноября", "D:2025-11-10..2025-11-20", "10–20.11.2025")]
    #[case("с 27 октября по 3 ноября", "D:2025-10-27..2025-11-03", "27.10–03.11.2025")]
    #[case("27.10-03.11.2025", "D:2025-10-27..2025-11-03", "27.10–03.11.2025")]
    #[case("30 декабря — 2 января 2026 г.", "D:2025-12-30..2026-01-02", "30.12.2025–02.01.2026")]
    #[case("3 октября и 5 ноября", "m:2025-10,2025-11", "3 октября и 5 ноября")]
    #[case("12.10, 15.11", "m:2025-10,2025-11", "12.10, 15.11")]
    #[case("Ежемесячно", "monthly", "ежемесячно")]
    #[case("1 раз в месяц", "monthly", "1 раз в месяц")]
    #[case("Один раз в месяц", "monthly", "Один раз в месяц")]
    #[case("каждый месяц", "monthly", "каждый месяц")]
    #[case("ежемесячно, по пятницам", "monthly", "ежемесячно, по пятницам")]
    #[case("2 раза в месяц", "year", "2 раза в месяц")]
    #[case("ежеквартально", "quarterly", "ежеквартально")]
    #[case("раз в квартал", "quarterly", "раз в квартал")]
    #[case("1 раз в четверть", "year", "1 раз в четверть")]
    #[case("1 раз в полугодие", "year", "1 раз в полугодие")]
    #[case("не реже 2 раз в год", "year", "не реже 2 раз в год")]
    #[case("2 раза в учебный год", "year", "2 раза в учебный год")]
    #[case("еженедельно", "year", "еженедельно")]
    #[case("в течение года", "year", "в течение года")]
    #[case("В течение года.", "year", "в течение года")]
    #[case("в течение учебного года", "year", "в течение года")]
    #[case("в течение 2025-2026 учебного года", "year", "в течение года")]
    #[case("В течение года (по запросу)", "year", "В течение года (по запросу)")]
    #[case("в течение года, по запросу", "year", "в течение года, по запросу")]
    #[case("весь период", "year", "весь период")]
    #[case("постоянно", "year", "постоянно")]
    #[case("Ежегодно", "year", "Ежегодно")]
    #[case("2025-2026 уч. год", "year", "2025-2026 уч. год")]
    #[case("I полугодие", "s:2025-09..2025-12", "I полугодие")]
    #[case("II полугодие", "s:2026-01..2026-05", "II полугодие")]
    #[case("1 полугодие", "s:2025-09..2025-12", "1 полугодие")]
    #[case("2-е полугодие", "s:2026-01..2026-05", "2-е полугодие")]
    #[case("первое полугодие", "s:2025-09..2025-12", "первое полугодие")]
    #[case("во втором полугодии", "s:2026-01..2026-05", "во втором полугодии")]
    #[case("в течение I полугодия", "s:2025-09..2025-12", "в течение I полугодия")]
    #[case("II полугодие 2025/26 учебного года", "s:2026-01..2026-05", "II полугодие 2025/26 учебного года")]
    #[case("конец I полугодия", "m:2025-12", "конец I полугодия")]
    #[case("I четверть", "s:2025-09..2025-10", "I четверть")]
    #[case("III четверть", "s:2026-01..2026-03", "III четверть")]
    #[case("1, 3 четверть", "m:2025-09,2025-10,2026-01,2026-02,2026-03", "1, 3 четверть")]
    #[case("I квартал 2026", "s:2026-01..2026-03", "I квартал 2026")]
    #[case("IV квартал", "s:2025-10..2025-12", "IV квартал")]
    #[case("осенние каникулы", "s:2025-10..2025-11", "осенние каникулы")]
    #[case("в весенние каникулы", "m:2026-03", "в весенние каникулы")]
    #[case("зимой", "s:2025-12..2026-02", "зимой")]
    #[case("начало года", "m:2025-09", "начало года")]
    #[case("в конце учебного года", "m:2026-05", "в конце учебного года")]
    #[case("конец октября", "m:2025-10", "конец октября")]
    #[case("2-я неделя октября", "m:2025-10", "2-я неделя октября")]
    #[case("октябрь, 3 неделя", "m:2025-10", "октябрь, 3 неделя")]
    #[case("первая декада ноября", "m:2025-11", "первая декада ноября")]
    #[case("третья декада января", "m:2026-01", "третья декада января")]
    #[case("октябрь (по графику)", "m:2025-10", "октябрь (по графику)")]
    #[case("по отдельному графику", "words", "по отдельному графику")]
    #[case("по плану РИМК", "words", "по плану РИМК")]
    #[case("По мере необходимости", "words", "По мере необходимости")]
    #[case("каждый вторник", "words", "каждый вторник")]
    #[case("2025", "words", "2025")]
    #[case("2024-2025 уч. год", "words", "2024-2025 уч. год")]
    #[case("31.02.2026", "words", "31.02.2026")]
    #[case("после заседания", "words", "после заседания")]
    #[case("полугодие", "words", "полугодие")]
    fn terms_as_people_say_them(#[case] typed: &str, #[case] means: &str, #[case] shown: &str) {
        let term = read_term(typed, YEAR).unwrap();
        assert_eq!((form(&term).as_str(), term.in_table().as_str()), (means, shown));
        assert_eq!(read_term(&term.in_table(), YEAR).as_ref(), Some(&term), "what is shown is read back");
        assert_eq!(read_term(&term.in_prose(), YEAR).as_ref(), Some(&term), "what is said is read back");
    }

    #[test]
    fn june_of_this_calendar_year_is_not_taken_for_the_next_one() {
        let term = read_term("июнь 2026", SchoolYear(2026)).unwrap();
        assert_eq!((form(&term).as_str(), term.in_table().as_str()), ("m:2026-06", "июнь 2026"));
    }

    #[test]
    fn an_empty_text_is_no_term() {
        assert_eq!(read_term("  ", YEAR), None);
    }

    proptest! {
        #[test]
        fn anything_may_be_typed(typed in any::<String>(), year in any::<i32>()) {
            let _ = read_term(&typed, SchoolYear(year));
        }

        #[test]
        fn whatever_is_read_is_shown_and_read_back(
            parts in proptest::collection::vec(prop_oneof![
                Just("до"), Just("с"), Just("по"), Just("в"), Just("конец"), Just("начало"), Just("года"),
                Just("сентябрь"), Just("май"), Just("июня"), Just("декабря"), Just("2025"), Just("2027"), Just("г."),
                Just("1"), Just("2-я"), Just("II"), Just("неделя"), Just("декада"), Just("полугодие"), Just("четверть"),
                Just("квартал"), Just("раз"), Just("месяц"), Just("каникулы"), Just("осенние"), Just(","), Just("и"),
                Just("-"), Just("—"), Just("15.09"), Just("27"), Just("2025-2026"), Just("учебного"), Just("(всё)"),
            ], 1..6)
        ) {
            let typed = parts.join(" ");
            let term = read_term(&typed, YEAR).unwrap();
            prop_assert_eq!(read_term(&term.in_table(), YEAR), Some(term.clone()), "{:?} in a table", typed);
            prop_assert_eq!(read_term(&term.in_prose(), YEAR), Some(term), "{:?} in a sentence", typed);
        }

        #[test]
        fn a_term_shown_is_read_again(year in 2000i32..2100, month in 1u32..=12, d in 1u32..=31, more in 1u64..90) {
            let date = day(year, month, d);
            let to = date + chrono::Days::new(more);
            for term in [Term::Day { date }, Term::days(date, to), Term::Until { date }] {
                prop_assert_eq!(read_term(&term.in_table(), YEAR), Some(term.clone()));
                prop_assert_eq!(read_term(&term.in_prose(), YEAR), Some(term));
            }
        }
    }
}
