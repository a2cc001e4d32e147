use chrono::{Datelike, NaiveDate};

use crate::calendar::PartialDate;

const NOMINATIVE: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
const GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const PREPOSITIONAL: [&str; 12] = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
];

fn pick(words: &[&'static str; 12], month: u32) -> &'static str {
    words[(month.clamp(1, 12) - 1) as usize]
}

/// «сентябрь»; a number outside 1–12 is taken for the nearest month.
#[must_use]
pub fn month_name(month: u32) -> &'static str {
    pick(&NOMINATIVE, month)
}

/// «сентябре», for «в сентябре».
#[must_use]
pub fn in_month(month: u32) -> &'static str {
    pick(&PREPOSITIONAL, month)
}

/// «23 марта 2026 г.», with spaces that do not break.
#[must_use]
pub fn date_in_prose(date: NaiveDate) -> String {
    format!("{}\u{a0}{}\u{a0}г.", day_and_month(date), date.year())
}

/// «23 марта»
#[must_use]
pub fn day_and_month(date: NaiveDate) -> String {
    format!("{}\u{a0}{}", date.day(), pick(&GENITIVE, date.month()))
}

/// «23.03.2026»
#[must_use]
pub fn date_in_table(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// «23.03.2026», «март 2026 г.» or «2026 г.», as much as is known.
#[must_use]
pub fn partial_in_table(date: PartialDate) -> String {
    match date {
        PartialDate::Day(date) => date_in_table(date),
        PartialDate::Month(month) => format!("{} {}\u{a0}г.", month_name(month.month), month.year),
        PartialDate::Year(year) => format!("{year}\u{a0}г."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Month, day};

    #[test]
    fn dates_in_words_and_in_tables() {
        assert_eq!(date_in_prose(day(2026, 3, 23)), "23\u{a0}марта\u{a0}2026\u{a0}г.");
        assert_eq!(date_in_table(day(2026, 3, 3)), "03.03.2026");
        assert_eq!(partial_in_table(PartialDate::Month(Month { year: 2025, month: 5 })), "май 2025\u{a0}г.");
        assert_eq!(partial_in_table(PartialDate::Year(2025)), "2025\u{a0}г.");
    }
}
