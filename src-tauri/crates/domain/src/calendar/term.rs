use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Month, SchoolYear};
use crate::russian;

/// A term (срок) as people say it. Its days are computed within the school year of the plan.
///
/// `words` hold how the term was said, where its months alone would say it otherwise: «I полугодие» lasts from
/// September to December and is printed «I полугодие».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(tag = "form", rename_all = "snake_case", deny_unknown_fields)]
pub enum Term {
    /// «14.11.2025»
    Day {
        /// The day itself.
        date: NaiveDate,
    },
    /// «27–28 августа», «с 10 по 20 ноября»
    Days {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// «осенние каникулы»
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "page", ts(optional))]
        words: Option<String>,
    },
    /// «до 22 сентября»: that day is included, as people mean it.
    Until {
        /// The last day.
        date: NaiveDate,
    },
    /// «сентябрь» or «сентябрь, январь, май».
    Months {
        /// In order of time.
        months: Vec<Month>,
        /// «2-я неделя октября»
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "page", ts(optional))]
        words: Option<String>,
    },
    /// «ноябрь — март»
    Span {
        /// First month.
        from: Month,
        /// Last month.
        to: Month,
        /// «I полугодие»
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "page", ts(optional))]
        words: Option<String>,
    },
    /// «ежемесячно»
    Monthly {
        /// «1 раз в месяц»
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "page", ts(optional))]
        words: Option<String>,
    },
    /// «ежеквартально»
    Quarterly {
        /// «1 раз в квартал»
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "page", ts(optional))]
        words: Option<String>,
    },
    /// «в течение года»
    WholeYear {
        /// «1 раз в четверть», «постоянно»
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "page", ts(optional))]
        words: Option<String>,
    },
    /// Any other words; no day follows from them.
    Words {
        /// As typed.
        text: String,
    },
}

impl Term {
    /// «27–28 августа», «с 10 по 20 ноября»
    #[must_use]
    pub fn days(from: NaiveDate, to: NaiveDate) -> Self {
        Self::Days { from, to, words: None }
    }

    /// The first day, where one follows from the term.
    #[must_use]
    pub fn start(&self, year: SchoolYear) -> Option<NaiveDate> {
        match self {
            Self::Day { date } => Some(*date),
            Self::Days { from, to, .. } => Some((*from).min(*to)),
            Self::Months { months, .. } => months.iter().min().map(|month| month.first_day()),
            Self::Span { from, to, .. } => Some((*from).min(*to).first_day()),
            Self::Until { .. } | Self::Monthly { .. } | Self::Quarterly { .. } | Self::WholeYear { .. } => {
                Some(year.start())
            }
            Self::Words { .. } => None,
        }
    }

    /// The last day on which the work is still in time.
    #[must_use]
    pub fn end(&self, year: SchoolYear) -> Option<NaiveDate> {
        match self {
            Self::Day { date } | Self::Until { date } => Some(*date),
            Self::Days { from, to, .. } => Some((*from).max(*to)),
            Self::Months { months, .. } => months.iter().max().map(|month| month.last_day()),
            Self::Span { from, to, .. } => Some((*from).max(*to).last_day()),
            // «Ежемесячно» and «в течение года» mean the months of lessons: by custom work ends on 31 May, and the
            // report is written in summer.
            Self::Monthly { .. } | Self::Quarterly { .. } | Self::WholeYear { .. } => Some(year.day(5, 31)),
            Self::Words { .. } => None,
        }
    }

    /// Whether the term has passed by the given day.
    #[must_use]
    pub fn has_passed(&self, year: SchoolYear, on: NaiveDate) -> bool {
        self.end(year).is_some_and(|end| end < on)
    }

    /// Whether the term lies within the school year, or in the August before it. Words lie anywhere.
    #[must_use]
    pub fn lies_within(&self, year: SchoolYear) -> bool {
        let ends = [self.start(year), self.end(year)];
        ends.into_iter().flatten().all(|day| (year.eve()..=year.end()).contains(&day))
    }

    /// Whether the term lasts all the year: «ежемесячно», «в течение года», «1 раз в четверть».
    #[must_use]
    pub fn lasts_the_year(&self) -> bool {
        matches!(self, Self::Monthly { .. } | Self::Quarterly { .. } | Self::WholeYear { .. })
    }

    /// How the term was said, where that is not what its days and months say.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Days { words, .. }
            | Self::Months { words, .. }
            | Self::Span { words, .. }
            | Self::Monthly { words }
            | Self::Quarterly { words }
            | Self::WholeYear { words } => words.as_deref().filter(|words| !words.trim().is_empty()),
            Self::Words { text } => Some(text),
            Self::Day { .. } | Self::Until { .. } => None,
        }
    }

    /// The term for a table: «до 01.11.2025», «сентябрь, январь, май», «ноябрь — март», «I полугодие».
    #[must_use]
    pub fn in_table(&self) -> String {
        if let Some(words) = self.words() {
            return words.to_owned();
        }
        match self {
            Self::Day { date } => russian::date_in_table(*date),
            Self::Days { from, to, .. } => days_in_table(*from, *to),
            Self::Until { date } => format!("до {}", russian::date_in_table(*date)),
            Self::Months { months, .. } => {
                let names: Vec<_> = months.iter().map(|month| russian::month_name(month.month)).collect();
                names.join(", ")
            }
            Self::Span { from, to, .. } => {
                format!("{} — {}", russian::month_name(from.month), russian::month_name(to.month))
            }
            Self::Monthly { .. } => "ежемесячно".to_owned(),
            Self::Quarterly { .. } => "ежеквартально".to_owned(),
            Self::WholeYear { .. } => "в течение года".to_owned(),
            Self::Words { text } => text.clone(),
        }
    }

    /// The term for a sentence: «до 1 марта 2026 г.», «14 ноября 2025 г.».
    #[must_use]
    pub fn in_prose(&self) -> String {
        match self {
            Self::Day { date } => russian::date_in_prose(*date),
            Self::Days { from, to, words: None } => days_in_prose(*from, *to),
            Self::Until { date } => format!("до {}", russian::date_in_prose(*date)),
            _ => self.in_table(),
        }
    }
}

/// «27–28.08.2025», «27.10–03.11.2025», «30.12.2025–02.01.2026»
fn days_in_table(from: NaiveDate, to: NaiveDate) -> String {
    let last = russian::date_in_table(to);
    let first = russian::date_in_table(from);
    let shown = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => first.get(..2),
        (true, false) => first.get(..5),
        (false, _) => None,
    };
    format!("{}–{last}", shown.unwrap_or(&first))
}

/// «27–28 августа 2025 г.», «27 октября — 3 ноября 2025 г.», «30 декабря 2025 г. — 2 января 2026 г.»
fn days_in_prose(from: NaiveDate, to: NaiveDate) -> String {
    let last = russian::date_in_prose(to);
    if (from.year(), from.month()) == (to.year(), to.month()) {
        return format!("{}–{last}", from.day());
    }
    let first =
        if from.year() == to.year() { russian::day_and_month(from) } else { russian::date_in_prose(from) };
    format!("{first}\u{a0}— {last}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use rstest::rstest;

    fn month(year: i32, month: u32) -> Month {
        Month { year, month }
    }

    #[rstest]
    #[case(Term::Until { date: day(2025, 11, 1) }, "до 01.11.2025", Some((2025, 11, 1)))]
    #[case(Term::Day { date: day(2025, 11, 14) }, "14.11.2025", Some((2025, 11, 14)))]
    #[case(Term::Months { months: vec![month(2025, 9), month(2026, 1), month(2026, 5)], words: None }, "сентябрь, январь, май", Some((2026, 5, 31)))]
    #[case(Term::Span { from: month(2025, 11), to: month(2026, 3), words: None }, "ноябрь — март", Some((2026, 3, 31)))]
    #[case(Term::Monthly { words: None }, "ежемесячно", Some((2026, 5, 31)))]
    #[case(Term::WholeYear { words: None }, "в течение года", Some((2026, 5, 31)))]
    #[case(Term::Span { from: month(2025, 9), to: month(2025, 12), words: Some("I полугодие".into()) }, "I полугодие", Some((2025, 12, 31)))]
    #[case(Term::Months { months: vec![month(2025, 10)], words: Some("2-я неделя октября".into()) }, "2-я неделя октября", Some((2025, 10, 31)))]
    #[case(Term::Days { from: day(2025, 8, 27), to: day(2025, 8, 28), words: None }, "27–28.08.2025", Some((2025, 8, 28)))]
    #[case(Term::Days { from: day(2025, 10, 27), to: day(2025, 11, 3), words: None }, "27.10–03.11.2025", Some((2025, 11, 3)))]
    #[case(Term::Days { from: day(2025, 12, 30), to: day(2026, 1, 2), words: None }, "30.12.2025–02.01.2026", Some((2026, 1, 2)))]
    #[case(Term::Words { text: "по графику".into() }, "по графику", None)]
    fn a_term_says_its_words_and_its_last_day(
        #[case] term: Term,
        #[case] words: &str,
        #[case] end: Option<(i32, u32, u32)>,
    ) {
        assert_eq!(term.in_table(), words);
        assert_eq!(term.end(SchoolYear(2025)), end.map(|(y, m, d)| day(y, m, d)));
    }

    #[test]
    fn until_includes_its_day() {
        let term = Term::Until { date: day(2025, 9, 22) };
        assert!(!term.has_passed(SchoolYear(2025), day(2025, 9, 22)));
        assert!(term.has_passed(SchoolYear(2025), day(2025, 9, 23)));
    }

    #[rstest]
    #[case((2025, 8, 27), (2025, 8, 28), "27–28 августа 2025 г.")]
    #[case((2025, 10, 27), (2025, 11, 3), "27 октября — 3 ноября 2025 г.")]
    #[case((2025, 12, 30), (2026, 1, 2), "30 декабря 2025 г. — 2 января 2026 г.")]
    fn days_are_said_as_people_say_them(
        #[case] (y, m, d): (i32, u32, u32),
        #[case] (to_y, to_m, to_d): (i32, u32, u32),
        #[case] said: &str,
    ) {
        let term = Term::Days { from: day(y, m, d), to: day(to_y, to_m, to_d), words: None };
        assert_eq!(term.in_prose().replace('\u{a0}', " "), said);
    }

    #[test]
    fn a_term_without_words_is_stored_as_it_was_before_there_were_any() {
        let stored = serde_json::to_string(&Term::Monthly { words: None }).unwrap();
        assert_eq!(stored, r#"{"form":"monthly"}"#);
        let read: Term = serde_json::from_str(r#"{"form":"span","from":"2025-11","to":"2026-03"}"#).unwrap();
        assert_eq!(read, Term::Span { from: month(2025, 11), to: month(2026, 3), words: None });
    }
}
