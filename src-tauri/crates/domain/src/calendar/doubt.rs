//! Doubts about what was typed: it can be read, and is perhaps not what was meant. A doubt is shown and never
//! refuses anything.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::typed::typed_weekday;
use super::{Holidays, Month, NotADate, SchoolYear, Term, read_said_date, read_term_by};
use crate::russian::date_in_prose;

/// How far from a school year a date may lie before somebody is asked about it. A meeting is of these years; an
/// order or a course may be much older.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
#[serde(deny_unknown_fields)]
pub struct YearsAround {
    /// School years before.
    pub before: u16,
    /// School years after.
    pub after: u16,
}

impl YearsAround {
    fn cover(self, year: SchoolYear, date: NaiveDate) -> bool {
        let first = SchoolYear(year.0.saturating_sub(i32::from(self.before)));
        let last = SchoolYear(year.0.saturating_add(i32::from(self.after)));
        (first.eve()..=last.end()).contains(&date)
    }
}

/// A date as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
pub struct DateAnswer {
    /// The day.
    pub date: NaiveDate,
    /// «1926 год? Проверьте.»
    pub doubt: Option<String>,
}

/// A term as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
pub struct TermAnswer {
    /// The term; none for an empty text.
    pub term: Option<Term>,
    /// «Не входит в 2026/27 учебный год. Проверьте.»
    pub doubt: Option<String>,
}

/// Reads a date as people type it, and says what makes it doubtful.
///
/// # Errors
/// The text is no date, or there is no such day.
pub fn answer_date(
    typed: &str,
    year: SchoolYear,
    today: NaiveDate,
    around: YearsAround,
) -> Result<DateAnswer, NotADate> {
    let date = read_said_date(typed, year, today)?;
    // «В пятницу» names its day by the weekday itself.
    let said = typed_weekday(typed).filter(|typed| *typed != date.weekday());
    let doubt = match said {
        Some(said) => Some(other_weekday(date, said)),
        None if around.cover(year, date) => None,
        None => Some(format!("{} год? Проверьте.", date.year())),
    };
    Ok(DateAnswer { date, doubt })
}

/// Reads a term as people say it, and says where it lies outside the school year.
#[must_use]
pub fn answer_term(typed: &str, year: SchoolYear, around: YearsAround, holidays: &[Holidays]) -> TermAnswer {
    let term = read_term_by(typed, year, holidays);
    let ends = term.iter().flat_map(|term| [term.start(year), term.end(year)]);
    let outside = ends.flatten().any(|day| !around.cover(year, day));
    let doubt = if outside {
        Some(format!("Не входит в {} учебный год. Проверьте.", year.short_name()))
    } else {
        term.as_ref().filter(|term| is_bare_august(term, year)).map(|_| {
            format!(
                "Понято как август {} г. Если это август {} г., допишите год.",
                year.eve().year(),
                year.end().year()
            )
        })
    };
    TermAnswer { term, doubt }
}

/// «Август» without its year, which may be the summer before the school year as well as the one at its end.
fn is_bare_august(term: &Term, year: SchoolYear) -> bool {
    let Term::Months { months, words: Some(words) } = term else { return false };
    let eve = Month::of(year.eve());
    months.as_slice() == [eve] && !words.chars().any(|c| c.is_ascii_digit())
}

fn other_weekday(date: NaiveDate, said: Weekday) -> String {
    format!("{} — {}, а не {}. Проверьте.", date_in_prose(date), name(date.weekday()), name(said))
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "понедельник",
        Weekday::Tue => "вторник",
        Weekday::Wed => "среда",
        Weekday::Thu => "четверг",
        Weekday::Fri => "пятница",
        Weekday::Sat => "суббота",
        Weekday::Sun => "воскресенье",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use rstest::rstest;

    const YEAR: SchoolYear = SchoolYear(2026);
    const NEAR: YearsAround = YearsAround { before: 2, after: 2 };
    const OLD: YearsAround = YearsAround { before: 60, after: 1 };
    const THIS: YearsAround = YearsAround { before: 0, after: 0 };

    #[rstest]
    #[case("12 декабря 2026", NEAR, None)]
    #[case("12 декабря 2024", NEAR, None)]
    #[case("31 июля 2024", NEAR, Some("2024 год? Проверьте."))]
    #[case("1 августа 2024", NEAR, None)]
    #[case("31 августа 2029", NEAR, None)]
    #[case("1 сентября 2029", NEAR, Some("2029 год? Проверьте."))]
    #[case("12 декабря 1926", NEAR, Some("1926 год? Проверьте."))]
    #[case("12 декабря 1926", OLD, Some("1926 год? Проверьте."))]
    #[case("12.5.98", OLD, None)]
    #[case("12.5.98", NEAR, Some("1998 год? Проверьте."))]
    #[case("суббота, 5 декабря 2026 г.", NEAR, None)]
    #[case(
        "понедельник, 5 декабря 2026 г.",
        NEAR,
        Some("5 декабря 2026 г. — суббота, а не понедельник. Проверьте.")
    )]
    #[case("в прошлую пятницу", NEAR, None)]
    fn a_date_far_away_is_doubted(
        #[case] typed: &str,
        #[case] around: YearsAround,
        #[case] doubt: Option<&str>,
    ) {
        let answer = answer_date(typed, YEAR, day(2026, 11, 30), around).unwrap();
        assert_eq!(answer.doubt.map(|doubt| doubt.replace('\u{a0}', " ")).as_deref(), doubt);
    }

    #[rstest]
    #[case("июнь 2027", THIS, false)]
    #[case("июнь 2026", THIS, true)]
    #[case("июнь", THIS, false)]
    #[case("август 2026", THIS, false)]
    #[case("сентябрь 2027", THIS, true)]
    #[case("до 10 сентября 2027", THIS, true)]
    #[case("до 10 сентября 2027", YearsAround { before: 0, after: 1 }, false)]
    #[case("27–28 августа 2027", THIS, false)]
    #[case("ноябрь 2025 — март 2026", THIS, true)]
    #[case("ежемесячно", THIS, false)]
    #[case("по графику", THIS, false)]
    fn a_term_outside_the_year_is_doubted(
        #[case] typed: &str,
        #[case] around: YearsAround,
        #[case] outside: bool,
    ) {
        let answer = answer_term(typed, YEAR, around, &[]);
        assert_eq!(answer.doubt.as_deref(), outside.then_some("Не входит в 2026/27 учебный год. Проверьте."));
    }

    #[rstest]
    #[case("август", Some("Понято как август 2026 г. Если это август 2027 г., допишите год."))]
    #[case("август 2026", None)]
    #[case("август 2027", None)]
    #[case("август — сентябрь", None)]
    fn an_august_without_its_year_is_asked_about(#[case] typed: &str, #[case] doubt: Option<&str>) {
        assert_eq!(answer_term(typed, YEAR, NEAR, &[]).doubt.as_deref(), doubt);
    }
}
