use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Month, SchoolYear};
use crate::russian;

/// A term (срок) as people say it. Its days are computed within the school year of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(tag = "form", rename_all = "snake_case", deny_unknown_fields)]
pub enum Term {
    /// «14.11.2025»
    Day {
        /// The day itself.
        date: NaiveDate,
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
    },
    /// «ноябрь — март»
    Span {
        /// First month.
        from: Month,
        /// Last month.
        to: Month,
    },
    /// «ежемесячно»
    Monthly,
    /// «ежеквартально»
    Quarterly,
    /// «в течение года»
    WholeYear,
    /// Any other words; no day follows from them.
    Words {
        /// As typed.
        text: String,
    },
}

impl Term {
    /// The first day, where one follows from the term.
    #[must_use]
    pub fn start(&self, year: SchoolYear) -> Option<NaiveDate> {
        match self {
            Self::Day { date } => Some(*date),
            Self::Months { months } => months.iter().min().map(|month| month.first_day()),
            Self::Span { from, to } => Some((*from).min(*to).first_day()),
            Self::Until { .. } | Self::Monthly | Self::Quarterly | Self::WholeYear => Some(year.start()),
            Self::Words { .. } => None,
        }
    }

    /// The last day on which the work is still in time.
    #[must_use]
    pub fn end(&self, year: SchoolYear) -> Option<NaiveDate> {
        match self {
            Self::Day { date } | Self::Until { date } => Some(*date),
            Self::Months { months } => months.iter().max().map(|month| month.last_day()),
            Self::Span { from, to } => Some((*from).max(*to).last_day()),
            // «Ежемесячно» and «в течение года» mean the months of lessons: by custom work ends on 31 May, and the
            // report is written in summer.
            Self::Monthly | Self::Quarterly | Self::WholeYear => Some(year.day(5, 31)),
            Self::Words { .. } => None,
        }
    }

    /// Whether the term has passed by the given day.
    #[must_use]
    pub fn has_passed(&self, year: SchoolYear, on: NaiveDate) -> bool {
        self.end(year).is_some_and(|end| end < on)
    }

    /// The term for a table: «до 01.11.2025», «сентябрь, январь, май», «ноябрь — март».
    #[must_use]
    pub fn in_table(&self) -> String {
        match self {
            Self::Day { date } => russian::date_in_table(*date),
            Self::Until { date } => format!("до {}", russian::date_in_table(*date)),
            Self::Months { months } => {
                let names: Vec<_> = months.iter().map(|month| russian::month_name(month.month)).collect();
                names.join(", ")
            }
            Self::Span { from, to } => {
                format!("{} — {}", russian::month_name(from.month), russian::month_name(to.month))
            }
            Self::Monthly => "ежемесячно".to_owned(),
            Self::Quarterly => "ежеквартально".to_owned(),
            Self::WholeYear => "в течение года".to_owned(),
            Self::Words { text } => text.clone(),
        }
    }

    /// The term for a sentence: «до 1 марта 2026 г.», «14 ноября 2025 г.».
    #[must_use]
    pub fn in_prose(&self) -> String {
        match self {
            Self::Day { date } => russian::date_in_prose(*date),
            Self::Until { date } => format!("до {}", russian::date_in_prose(*date)),
            _ => self.in_table(),
        }
    }
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
    #[case(Term::Months { months: vec![month(2025, 9), month(2026, 1), month(2026, 5)] }, "сентябрь, январь, май", Some((2026, 5, 31)))]
    #[case(Term::Span { from: month(2025, 11), to: month(2026, 3) }, "ноябрь — март", Some((2026, 3, 31)))]
    #[case(Term::Monthly, "ежемесячно", Some((2026, 5, 31)))]
    #[case(Term::WholeYear, "в течение года", Some((2026, 5, 31)))]
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
}
