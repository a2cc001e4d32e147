use super::one_line;
use crate::calendar::{Month, SchoolYear, Term, day, read_term};
use chrono::{Days, NaiveDate};

/// The days that Excel's numbers can reasonably mean here: from 2000 to 2099.
const DAYS: std::ops::Range<u64> = 36_526..73_051;

/// Reads a term of a table. Beside what people type, tables hold dates as bare numbers of Excel (`since_1904`: by
/// the old calendar of a Mac), years after the months, and halves of a year.
#[must_use]
pub fn read_table_term(cell: &str, year: SchoolYear, since_1904: bool) -> Option<Term> {
    let text = one_line(cell);
    if let Some(date) = numbered_day(&text, since_1904) {
        return Some(Term::Day { date });
    }
    let plain = plain(&text);
    half_year(&plain, year).or_else(|| match read_term(&plain, year) {
        // What was not understood stays as it was typed.
        Some(Term::Words { .. }) | None => read_term(&text, year),
        read => read,
    })
}

/// «45901» is 1 September 2025.
fn numbered_day(text: &str, since_1904: bool) -> Option<NaiveDate> {
    let number = text.parse::<u64>().ok().filter(|_| text.len() == 5)?;
    let number = if since_1904 { number + 1462 } else { number };
    let days = DAYS.contains(&number).then_some(Days::new(number))?;
    day(1899, 12, 30).checked_add_days(days)
}

/// Without what tables add: years after months, «г.», «учебного», a full stop at the end.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('ё', "е").replace('\u{a0}', " ");
    let lower = lower.replace("учебного ", "").replace("уч. ", "").replace("всего года", "года");
    let words: Vec<&str> = lower.trim_end_matches(['.', ',', ';']).split_whitespace().collect();
    let has_digit = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let numbers = words.iter().filter(|word| has_digit(word)).count();
    let is_year = |word: &str| {
        let digits = word.trim_end_matches(['г', '.', ',']);
        digits.len() == 4 && digits.starts_with("20") && digits.bytes().all(|b| b.is_ascii_digit())
    };
    // «сентябрь 2025 г.»: a month says its year by itself, since it lies in the school year. A day keeps its year.
    if numbers > 0 && words.iter().filter(|word| has_digit(word)).all(|word| is_year(word)) {
        let kept = words.iter().filter(|word| !is_year(word));
        let kept = kept.filter(|word| !matches!(**word, "г" | "г." | "года" | "год" | "гг" | "гг."));
        return kept.copied().collect::<Vec<_>>().join(" ");
    }
    words.join(" ")
}

fn half_year(text: &str, year: SchoolYear) -> Option<Term> {
    let number = text.strip_suffix("полугодие")?.trim().trim_end_matches(['-', 'е', 'о']);
    let months = match number {
        "1" | "i" | "перво" | "перв" => (9, 12),
        "2" | "ii" | "второ" | "втор" => (1, 5),
        _ => return None,
    };
    let month = |number| Month::of(year.day(number, 1));
    Some(Term::Span { from: month(months.0), to: month(months.1) })
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
    #[case("I полугодие", false, "сентябрь — декабрь")]
    #[case("2-е полугодие", false, "январь — май")]
    #[case("по графику РИМК", false, "по графику РИМК")]
    #[case("2025", false, "2025")]
    fn terms_as_tables_have_them(#[case] cell: &str, #[case] since_1904: bool, #[case] shown: &str) {
        let term = read_table_term(cell, SchoolYear(2025), since_1904);
        assert_eq!(term.map(|term| term.in_table()).as_deref(), Some(shown));
    }
}
