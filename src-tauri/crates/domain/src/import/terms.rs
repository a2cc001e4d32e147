use super::heads::is_clock;
use super::{TableColumn, one_line};
use crate::calendar::{Holidays, Month, SchoolYear, Term, day, read_term, read_term_by};
use chrono::{Datelike, Days, NaiveDate};

/// The days that Excel's numbers can reasonably mean here: from 2000 to 2099.
const DAYS: std::ops::Range<u64> = 36_526..73_051;

/// Reads a term of a table. Beside what people type, tables hold dates as bare numbers of Excel (`since_1904`: by
/// the old calendar of a Mac).
#[must_use]
pub fn read_table_term(cell: &str, year: SchoolYear, since_1904: bool) -> Option<Term> {
    TermsOfYear { year, since_1904, holidays: &[] }.read(cell)
}

/// How terms of a table are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct TermsOfYear<'a> {
    pub year: SchoolYear,
    pub since_1904: bool,
    pub holidays: &'a [Holidays],
}

impl TermsOfYear<'_> {
    fn read(self, cell: &str) -> Option<Term> {
        let text = one_line(cell);
        match numbered_day(&text, self.since_1904) {
            Some(date) => Some(Term::Day { date }),
            None => read_term_by(&text, self.year, self.holidays),
        }
    }
}

/// «45901» is 1 September 2025.
fn numbered_day(text: &str, since_1904: bool) -> Option<NaiveDate> {
    let whole = text.split([',', '.']).next().unwrap_or_default();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    let number: u64 = whole.parse().ok().filter(|_| digits && whole.len() == 5)?;
    let number = if since_1904 { number + 1_462 } else { number };
    DAYS.contains(&number).then(|| day(1899, 12, 30) + Days::new(number))
}

/// What the cells of a row say of when: one cell, or month and day, or beginning and end.
#[derive(Debug, Clone, Default)]
pub(super) struct TermCells<'a> {
    pub term: &'a str,
    pub month: &'a str,
    pub from: &'a str,
    pub to: &'a str,
}

/// A term read from several cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ReadTerm {
    pub term: Option<Term>,
    /// A time of day that stood in the same cell.
    pub time: String,
    pub doubts: Vec<String>,
    /// The columns of which nothing is taken.
    pub lost: Vec<TableColumn>,
}

impl TermCells<'_> {
    /// Reads them together: the more exact one says when, and what does not agree is said.
    pub(super) fn read(&self, above: Option<&Term>, by: TermsOfYear<'_>) -> ReadTerm {
        let year = by.year;
        let (said, time) = without_time(&one_line(self.term));
        let mut read = ReadTerm { time, ..ReadTerm::default() };
        let ends = ends(self.from, self.to, by);
        let month = by.read(self.month);
        let own = by.read(&said);
        let ends_known = ends.is_some();
        read.term = match (own, ends) {
            (Some(Term::Words { text }), None) => {
                let day = month.as_ref().or(above).and_then(|months| day_of(&text, months, year));
                let said = || month.as_ref().map(|month| with_words(month, &one_line(self.month), &text));
                Some(day.or_else(said).unwrap_or(Term::Words { text }))
            }
            (Some(Term::Words { .. }) | None, Some(ends)) => Some(ends),
            (Some(own), Some(ends)) => Some(of_the_year_of(own, &ends, year)),
            (Some(own), None) => Some(own),
            (None, None) => month.clone().or_else(|| above.cloned()),
        };
        read.lose(self, month.as_ref(), ends_known, year);
        read
    }
}

impl ReadTerm {
    /// Says which of the cells the term does not hold.
    fn lose(&mut self, cells: &TermCells<'_>, month: Option<&Term>, ends_known: bool, year: SchoolYear) {
        let term = self.term.as_ref();
        let holds = |month: &Term| match term {
            Some(term) => term == month || (!matches!(month, Term::Words { .. }) && agree(term, month, year)),
            None => false,
        };
        if !cells.month.is_empty() && !month.is_some_and(holds) {
            let said = term.map(Term::in_table).unwrap_or_default();
            self.doubts.push(format!(
                "Месяц «{}» не сходится со сроком «{said}»; взят срок.",
                one_line(cells.month)
            ));
            self.lost.push(TableColumn::Month);
        }
        let typed = |text: &str| !text.trim().is_empty();
        if !ends_known && (typed(cells.from) || typed(cells.to)) {
            let said = [cells.from, cells.to].map(one_line).into_iter().filter(|text| !text.is_empty());
            let said = said.collect::<Vec<_>>().join("» — «");
            self.doubts.push(format!("Начало и окончание «{said}» не поняты и не войдут."));
            self.lost.extend([TableColumn::TermFrom, TableColumn::TermTo]);
        }
    }
}

/// Whether the months of one are among those of the other.
fn agree(term: &Term, month: &Term, year: SchoolYear) -> bool {
    let (own, other) = (term.months_in(year), month.months_in(year));
    own.is_empty() || other.is_empty() || own.iter().any(|month| other.contains(month))
}

/// «сентябрь» and «май», «01.11.2025» and «20.12.2025», «2025» and «2026».
fn ends(from: &str, to: &str, by: TermsOfYear<'_>) -> Option<Term> {
    let year = by.year;
    let (from, to) = (one_line(from), one_line(to));
    if let (Some(first), Some(last)) = (calendar_year(&from), calendar_year(&to)) {
        return years(first, last, year);
    }
    let read = |text: &str| by.read(text).filter(|term| !matches!(term, Term::Words { .. }));
    match (read(&from), read(&to)) {
        (Some(Term::Day { date: from }), Some(Term::Day { date: to })) if from == to => {
            Some(Term::Day { date: from })
        }
        (Some(Term::Day { date: from }), Some(Term::Day { date: to } | Term::Until { date: to }))
            if from < to =>
        {
            Some(Term::days(from, to))
        }
        (Some(first), Some(last)) => {
            let (from, to) = (Month::of(first.start(year)?), Month::of(last.end(year)?));
            let exact = matches!(first, Term::Day { .. }) || matches!(last, Term::Day { .. });
            match (from < to, exact) {
                (true, true) => Some(Term::days(first.start(year)?, last.end(year)?)),
                (true, false) => read_term(
                    &format!(
                        "{from_words} — {to_words}",
                        from_words = month_words(from, year),
                        to_words = month_words(to, year)
                    ),
                    year,
                ),
                (false, _) if from == to => Some(Term::Months { months: vec![from], words: None }),
                (false, _) => None,
            }
        }
        (Some(first), None) if to.is_empty() => Some(first),
        (None, Some(Term::Day { date })) if from.is_empty() => Some(Term::Until { date }),
        (None, Some(last)) if from.is_empty() => Some(last),
        _ => None,
    }
}

/// The month as it has to be typed to be read as this one.
fn month_words(month: Month, year: SchoolYear) -> String {
    let name = crate::russian::month_name(month.month);
    let usual = Month::of(year.day(month.month, 1)) == month;
    if usual && month.month != 8 { name.to_owned() } else { format!("{name} {}", month.year) }
}

fn calendar_year(text: &str) -> Option<i32> {
    let bare = text.trim_end_matches(['.', ' ']).trim_end_matches(['г', '.', ' ']);
    bare.parse().ok().filter(|year| bare.len() == 4 && (1990..=2100).contains(year))
}

/// Calendar years, as far as this school year lies in them.
fn years(first: i32, last: i32, year: SchoolYear) -> Option<Term> {
    let from = Month { year: first, month: 1 }.max(Month::of(year.start()));
    let to = Month { year: last, month: 12 }.min(Month::of(year.day(5, 31)));
    let words = if first == last { format!("{first} г.") } else { format!("{first}–{last} гг.") };
    (from <= to).then_some(Term::Span { from, to, words: Some(words) })
}

/// «15», «15–16», «до 20» under «октябрь».
fn day_of(said: &str, months: &Term, year: SchoolYear) -> Option<Term> {
    // Under a day there are no days.
    let (Term::Months { .. }, [month]) = (months, &months.months_in(year)[..]) else { return None };
    let digits = said.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '—' | '.'));
    let bare = said.trim_start_matches("до ");
    let number = digits || bare.chars().all(|c| c.is_ascii_digit());
    let typed =
        format!("{} {} {}", said.trim_end_matches('.'), crate::russian::month_name(month.month), month.year);
    read_term(&typed, year)
        .filter(|term| number && matches!(term, Term::Day { .. } | Term::Days { .. } | Term::Until { .. }))
}

/// «сентябрь» beside «по графику» is that month, said with both.
fn with_words(month: &Term, said: &str, words: &str) -> Term {
    let text = format!("{said}, {words}");
    let words = Some(text.clone());
    match month {
        Term::Day { date } => Term::Days { from: *date, to: *date, words },
        Term::Days { from, to, .. } => Term::Days { from: *from, to: *to, words },
        Term::Months { months, .. } => Term::Months { months: months.clone(), words },
        Term::Span { from, to, .. } => Term::Span { from: *from, to: *to, words },
        Term::Monthly { .. } => Term::Monthly { words },
        Term::Quarterly { .. } => Term::Quarterly { words },
        Term::WholeYear { .. } => Term::WholeYear { words },
        Term::Until { .. } | Term::Words { .. } => Term::Words { text },
    }
}

/// The own term, moved to the calendar year in which its beginning is said to lie: «август» that begins on 01.08.2026.
fn of_the_year_of(own: Term, ends: &Term, year: SchoolYear) -> Term {
    let (Some(start), Some(wanted)) = (own.start(year), ends.start(year)) else { return own };
    let same = (start.month(), start.day()) == (wanted.month(), wanted.day());
    match &own {
        Term::Months { months, words } if same && start.year() != wanted.year() => {
            let by = wanted.year() - start.year();
            let months = months.iter().map(|month| Month { year: month.year + by, ..*month }).collect();
            Term::Months { months, words: words.clone() }
        }
        _ => own,
    }
}

/// «15 октября, 14:00» is a day and a time.
fn without_time(said: &str) -> (String, String) {
    let parted = [", в ", " в ", ", ", "; ", " "].into_iter().find_map(|between| {
        let (day, time) = said.rsplit_once(between)?;
        let time = time.trim_matches(['(', ')']);
        (is_clock(time) && time.contains([':', '-', '–'])).then(|| (day.trim(), time))
    });
    match parted {
        Some((day, time)) if !day.is_empty() => {
            (day.trim_end_matches([',', ';', ' ', '(']).to_owned(), time.to_owned())
        }
        _ => (said.to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const YEAR: SchoolYear = SchoolYear(2025);
    const BY: TermsOfYear<'static> = TermsOfYear { year: YEAR, since_1904: false, holidays: &[] };

    #[rstest]
    #[case("45943", false, "13.10.2025")]
    #[case("44481", true, "13.10.2025")]
    #[case("45943,5", false, "13.10.2025")]
    #[case("45901", false, "01.09.2025")]
    #[case("44439", true, "01.09.2025")]
    #[case("12345", false, "12345")]
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
        let term = read_table_term(cell, YEAR, since_1904);
        assert_eq!(term.map(|term| term.in_table()).as_deref(), Some(shown));
    }

    #[rstest]
    #[case::month_and_day(TermCells { term: "15.10.2025", month: "октябрь", ..TermCells::default() }, "15.10.2025", 0)]
    #[case::day_of_a_month(TermCells { term: "15", month: "октябрь", ..TermCells::default() }, "15.10.2025", 0)]
    #[case::days_of_a_month(TermCells { term: "15-16", month: "октябрь", ..TermCells::default() }, "15–16.10.2025", 0)]
    #[case::another_month(TermCells { term: "15.11.2025", month: "октябрь", ..TermCells::default() }, "15.11.2025", 1)]
    #[case::words_and_a_month(TermCells { term: "по графику", month: "октябрь", ..TermCells::default() }, "октябрь, по графику", 0)]
    #[case::month_alone(TermCells { month: "октябрь", ..TermCells::default() }, "октябрь", 0)]
    #[case::ends(TermCells { from: "сентябрь 2025", to: "май 2026", ..TermCells::default() }, "сентябрь — май", 0)]
    #[case::days(TermCells { from: "01.11.2025", to: "20.12.2025", ..TermCells::default() }, "01.11–20.12.2025", 0)]
    #[case::years(TermCells { from: "2025", to: "2026", ..TermCells::default() }, "2025–2026 гг.", 0)]
    #[case::one_month(TermCells { from: "01.11.2025", to: "30.11.2025", ..TermCells::default() }, "01–30.11.2025", 0)]
    #[case::only_the_end(TermCells { to: "20.12.2025", ..TermCells::default() }, "до 20.12.2025", 0)]
    #[case::derived(TermCells { term: "II полугодие", from: "01.01.2026", to: "31.05.2026", ..TermCells::default() },
        "II полугодие", 0)]
    fn several_cells_say_when(#[case] cells: TermCells<'_>, #[case] shown: &str, #[case] doubts: usize) {
        let read = cells.read(None, BY);
        assert_eq!(read.term.map(|term| term.in_table()).as_deref(), Some(shown));
        assert_eq!(read.doubts.len(), doubts);
    }

    #[test]
    fn a_time_beside_the_day_is_kept_apart() {
        let read = TermCells { term: "15 октября, 14:00", ..TermCells::default() }.read(None, BY);
        assert_eq!(read.term, Some(Term::Day { date: day(2025, 10, 15) }));
        assert_eq!(read.time, "14:00");
    }

    #[test]
    fn an_august_that_begins_next_summer_is_that_one() {
        let cells =
            TermCells { term: "август", from: "01.08.2026", to: "31.08.2026", ..TermCells::default() };
        let read = cells.read(None, BY).term.unwrap();
        assert_eq!(read.end(YEAR), Some(day(2026, 8, 31)));
    }
}
