use super::one_line;
use crate::calendar::{SchoolYear, Term, day, read_term};
use chrono::{Days, NaiveDate};

/// The days that Excel's numbers can reasonably mean here: from 2000 to 2099.
const DAYS: std::ops::Range<u64> = 36_526..73_051;

/// Reads a term of a table. Beside what people type, tables hold dates as bare numbers of Excel (`since_1904`: by
/// the old calendar of a Mac).
#[must_use]
pub fn read_table_term(cell: &str, year: SchoolYear, since_1904: bool) -> Option<Term> {
    let text = one_line(cell);
    match numbered_day(&text, since_1904) {
        Some(date) => Some(Term::Day { date }),
        None => read_term(&text, year),
    }
}

/// «45901» is 1 September 2025.
fn numbered_day(text: &str, since_1904: bool) -> Option<NaiveDate> {
    let number = text.parse::<u64>().ok().filter(|_| text.len() == 5)?;
    let number = if since_1904 { number + 1462 } else { number };
    let days = DAYS.contains(&number).then_some(Days::new(number))?;
    day(1899, 12, 30).checked_add_days(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("45901", false, "01.09.2025")]
    #[case("44439", true, "01.09.2025")]
    #[case("сентябрь 2025 г.", false, "сентябрь")]
    #[case("Сентябрь, январь,\nмай", false, "сентябрь, январь, май")]
    #[case("ноябрь 2025 – март 2026", false, "ноябрь — март")]
    #[case("до 01.11.2025", false, "до 01.11.2025")]
    #[case("14.11.2025 г.", false, "14.11.2025")]
    #[case("в течение учебного года", false, "в течение года")]
    #[case("В течение года.", false, "в течение года")]
    #[case("I полугодие", false, "I полугодие")]
    #[case("2-е полугодие", false, "2-е полугодие")]
    #[case("по графику РИМК", false, "по графику РИМК")]
    #[case("2025", false, "2025")]
    fn terms_as_tables_have_them(#[case] cell: &str, #[case] since_1904: bool, #[case] shown: &str) {
        let term = read_table_term(cell, SchoolYear(2025), since_1904);
        assert_eq!(term.map(|term| term.in_table()).as_deref(), Some(shown));
    }
}
