//! Courses in a list of people: «2024», «2023, «Коррекция письма», РИРО, 72 ч.», «планируется в 2026».

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{Month, PartialDate, SchoolYear, read_date};
use crate::import::one_line;

/// A course as a table names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "importing/"))]
pub struct ReadCourse {
    /// When it ended.
    pub finished: PartialDate,
    /// Its program, where the cell says more than the year.
    pub title: String,
    /// Who held it, where that is plain.
    pub provider: String,
    /// Its hours.
    pub hours: Option<u32>,
    /// Not taken yet.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(as = "Option<bool>", optional))]
    pub planned: bool,
}

/// Reads the courses of a cell, each line by itself; the sentences say what becomes of the others.
pub(super) fn read_courses(cell: &str, year: SchoolYear, today: NaiveDate) -> (Vec<ReadCourse>, Vec<String>) {
    let (mut courses, mut doubts) = (Vec::new(), Vec::new());
    for line in lines_of(cell, year) {
        let shown = one_line(&line);
        let lower = shown.to_lowercase();
        let first = lower.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
        if matches!(first, "нет" | "отсутствуют" | "отсутствует" | "не") && dates(&line, year).is_empty()
        {
            if !matches!(
                lower.trim_end_matches('.'),
                "нет" | "отсутствуют" | "не проходил" | "не проходила" | "не имеет"
            ) {
                doubts.push(format!("Курсы «{shown}» не попадут в карточку."));
            }
            continue;
        }
        let planned = PLANNED.iter().any(|word| lower.contains(word));
        let mut found = dates(&line, year);
        // «с 12.03.2024 по 25.03.2024» is one course.
        if found.len() == 2
            && found.iter().all(|date| matches!(date, PartialDate::Day(_)))
            && lower.contains("по")
        {
            found.remove(0);
        }
        found.dedup();
        if found.is_empty() {
            doubts.push(format!("Курсы «{shown}»: не видно года, поэтому они не попадут в карточку."));
        }
        let said = Said::of(&line, year);
        for finished in found {
            // What is still ahead is planned, whatever the words say.
            let planned = planned || !finished.has_come(today);
            let Said { title, provider, hours } = said.clone();
            let title = if planned { without_plan(&title) } else { title };
            courses.push(ReadCourse { finished, title, provider, hours, planned });
        }
    }
    (courses, doubts)
}

/// How people say that a course is still to come, or goes on.
const PLANNED: &[&str] =
    &["планир", "план ", "предсто", "будет", "проходит", "проходят", "обучается", "заявк"];

/// «планируется», «план» are no words of a title.
fn without_plan(title: &str) -> String {
    let said = |word: &str| {
        let word = word.to_lowercase();
        word == "план"
            || ["планир", "предсто", "обучен"].iter().any(|known| word.starts_with(known))
            || PLANNED.iter().any(|known| word == known.trim())
    };
    let words: Vec<&str> = title.split(' ').filter(|word| !said(word.trim_matches(','))).collect();
    // «на», «в» alone are left of «планируется в …».
    let rest = words.join(" ");
    let rest = rest.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ':' | '-'));
    if rest.chars().filter(|sign| sign.is_alphabetic()).count() < 3 { String::new() } else { rest.to_owned() }
}

/// What stands beside the date of a course.
#[derive(Debug, Clone, Default)]
struct Said {
    title: String,
    provider: String,
    hours: Option<u32>,
}

impl Said {
    fn of(line: &str, year: SchoolYear) -> Self {
        let mut said = Self::default();
        let mut titles: Vec<String> = Vec::new();
        let mut quoted = false;
        for part in divided(line) {
            let part = without_dates(&part, year);
            let part = match hours_in(&part) {
                Some((hours, rest)) if said.hours.is_none() => {
                    said.hours = Some(hours);
                    rest
                }
                _ => part,
            };
            let part = part.trim_matches(|sign: char| {
                sign.is_whitespace() || matches!(sign, '.' | ',' | ':' | '-' | '—' | '–' | '(' | ')')
            });
            let part = part.strip_suffix(" в").unwrap_or(part);
            if part.chars().filter(|sign| sign.is_alphabetic()).count() < 2 {
                continue;
            }
            if said.provider.is_empty() && is_provider(part) {
                part.trim_start_matches("в ").clone_into(&mut said.provider);
            } else if !quoted && let Some(inner) = in_quotes(part) {
                quoted = true;
                titles.insert(0, inner.to_owned());
            } else {
                titles.push(part.to_owned());
            }
        }
        said.title = titles.join(", ");
        said
    }
}

/// Lines are courses apart, and so are semicolons; in one line, each year that begins another title.
fn lines_of(cell: &str, year: SchoolYear) -> Vec<String> {
    let mut lines = Vec::new();
    for line in cell.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty()) {
        if line.chars().all(|sign| !sign.is_alphanumeric()) {
            continue;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let begins: Vec<usize> = (0..words.len()).filter(|at| date_of(words[*at], year).is_some()).collect();
        let several =
            begins.len() > 1 && begins.first() == Some(&0) && line.matches(['«', '"', '“']).count() > 1;
        let titled = begins.windows(2).all(|pair| pair[1] - pair[0] > 2);
        if several && titled {
            let ends = begins.iter().skip(1).copied().chain([words.len()]);
            lines.extend(begins.iter().zip(ends).map(|(from, to)| words[*from..to].join(" ")));
        } else {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// Parts between commas and spaced dashes; what stands in quotes is one, and begins one.
fn divided(line: &str) -> Vec<String> {
    let (mut parts, mut part, mut open) = (Vec::new(), String::new(), false);
    let letters: Vec<char> = line.chars().collect();
    for (at, sign) in letters.iter().enumerate() {
        let spaced =
            |at: Option<usize>| at.and_then(|at| letters.get(at)).is_none_or(|sign| sign.is_whitespace());
        let dash = matches!(sign, '-' | '—' | '–') && spaced(at.checked_sub(1)) && spaced(Some(at + 1));
        match sign {
            '«' | '“' | '„' | '"' if !open => {
                // «АНО ДПО «Инфоурок»» is one name.
                let named = part.split_whitespace().last().is_some_and(is_form);
                if !named {
                    parts.push(std::mem::take(&mut part));
                }
                open = true;
                part.push(*sign);
            }
            '»' | '”' | '"' if open => {
                open = false;
                part.push(*sign);
            }
            ',' | '(' | ')' if !open => parts.push(std::mem::take(&mut part)),
            _ if dash && !open => parts.push(std::mem::take(&mut part)),
            _ => part.push(*sign),
        }
    }
    parts.push(part);
    parts.iter().map(|part| one_line(part)).filter(|part| !part.is_empty()).collect()
}

fn is_form(word: &str) -> bool {
    let bare = word.trim_matches(|sign: char| !sign.is_alphabetic());
    bare.chars().count() > 2 && bare.chars().all(char::is_uppercase)
}

/// «РИРО», «АНО ДПО «Инфоурок»», «в РГУ имени С. А. Есенина»
fn is_provider(part: &str) -> bool {
    let first = part.strip_prefix("в ").unwrap_or(part).split_whitespace().next().unwrap_or_default();
    let not = ["ФГОС", "ЕГЭ", "ОГЭ", "ВПР", "ОВЗ", "ИКТ", "СОП"];
    is_form(first)
        && !not.iter().any(|known| first.starts_with(known))
        && part.split_whitespace().count() <= 6
}

fn in_quotes(part: &str) -> Option<&str> {
    let inner = part.strip_prefix(['«', '“', '„', '"'])?;
    inner.strip_suffix(['»', '”', '"'])
}

/// «72 ч.», «36 часов», «72ч»
fn hours_in(part: &str) -> Option<(u32, String)> {
    let start = part.find(|sign: char| sign.is_ascii_digit())?;
    let digits: String = part[start..].chars().take_while(char::is_ascii_digit).collect();
    let after = part[start + digits.len()..].trim_start();
    let word: String = after.chars().take_while(|sign| sign.is_alphabetic()).collect();
    let lower = word.to_lowercase();
    let is_hours = lower == "ч" || lower.starts_with("час") || lower.starts_with("ак");
    let hours = digits.parse().ok().filter(|hours| is_hours && *hours > 0 && *hours < 5_000)?;
    let rest = after[word.len()..].trim_start_matches('.');
    Some((hours, format!("{} {}", &part[..start], rest)))
}

fn dates(line: &str, year: SchoolYear) -> Vec<PartialDate> {
    let words = words_of(line);
    let mut found = Vec::new();
    let mut before = "";
    for word in &words {
        if let Some(date) = date_of(word, year) {
            found.push(match (date, month_of(before)) {
                (PartialDate::Year(year), Some(month)) => PartialDate::Month(Month { year, month }),
                (date, _) => date,
            });
        }
        before = word;
    }
    found
}

fn words_of(line: &str) -> Vec<&str> {
    line.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '-' | '—' | '–' | '/'))
        .filter(|word| !word.is_empty())
        .collect()
}

fn without_dates(part: &str, year: SchoolYear) -> String {
    let words = part.split_whitespace();
    let dated = words.clone().any(|word| matches!(date_of(word, year), Some(PartialDate::Day(_))));
    let kept = words.filter(|word| {
        let date =
            words_of(word).iter().all(|word| date_of(word, year).is_some() || word.trim_matches('.') == "г");
        let unit = matches!(word.to_lowercase().trim_matches(['.', ',']), "г" | "год" | "году" | "года");
        // «с 12.03.2024 по 25.03.2024»
        let between = dated && matches!(*word, "с" | "по" | "от");
        !(date || unit || between || month_of(word).is_some() && part.split_whitespace().count() <= 3)
    });
    kept.collect::<Vec<_>>().join(" ")
}

fn date_of(word: &str, year: SchoolYear) -> Option<PartialDate> {
    let bare = word.trim_matches(['(', ')', '.', ',', ':', ';']).trim_end_matches(['г', '.']);
    if bare.matches('.').count() == 2 {
        return read_date(bare, year).ok().map(PartialDate::Day);
    }
    if let Some((month, of)) = bare.split_once('.')
        && let (Ok(month), Ok(of)) = (month.parse::<u32>(), of.parse::<i32>())
        && (1..=12).contains(&month)
        && (1980..=2100).contains(&of)
    {
        return Some(PartialDate::Month(Month { year: of, month }));
    }
    let number = bare.parse::<i32>().ok().filter(|_| bare.len() == 4)?;
    (1980..=2100).contains(&number).then_some(PartialDate::Year(number))
}

pub(super) fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "январ",
        "феврал",
        "март",
        "апрел",
        "май",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ];
    let lower = word.to_lowercase();
    let at =
        MONTHS.iter().position(|month| lower.starts_with(month) || (*month == "май" && lower == "мая"))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use rstest::rstest;

    fn read(cell: &str) -> (Vec<String>, Vec<String>) {
        let (courses, doubts) = read_courses(cell, SchoolYear(2025), day(2025, 10, 1));
        let said = courses.iter().map(|course| {
            let hours = course.hours.map(|hours| hours.to_string()).unwrap_or_default();
            let planned = if course.planned { " | план" } else { "" };
            format!("{} | {} | {} | {hours}{planned}", course.finished, course.title, course.provider)
        });
        (said.collect(), doubts)
    }

    #[rstest]
    #[case("2024", &["2024 |  |  | "])]
    #[case("2024 г.", &["2024 |  |  | "])]
    #[case("2023, 2025", &["2023 |  |  | ", "2025 |  |  | "])]
    #[case("2023, «Коррекция письма», РИРО, 72 ч.", &["2023 | Коррекция письма | РИРО | 72"])]
    #[case("2024 г. «Ранняя помощь», 36 часов", &["2024 | Ранняя помощь |  | 36"])]
    #[case("2021 — «Олимпиада», 36 ч\n2024 — «Функциональная грамотность», 72 ч",
        &["2021 | Олимпиада |  | 36", "2024 | Функциональная грамотность |  | 72"])]
    #[case("2021 «Олимпиада», 36 ч, 2024 «Чтение», 72 ч", &["2021 | Олимпиада |  | 36", "2024 | Чтение |  | 72"])]
    #[case("Формирующее оценивание, РИРО, 2024", &["2024 | Формирующее оценивание | РИРО | "])]
    #[case("АНО ДПО «Инфоурок», «Цифровая школа», 72ч, 14.11.2024",
        &["2024-11-14 | Цифровая школа | АНО ДПО «Инфоурок» | 72"])]
    #[case("с 12.03.2024 по 25.03.2024 «Чтение», 36 ч.", &["2024-03-25 | Чтение |  | 36"])]
    #[case("март 2024, Чтение", &["2024-03 | Чтение |  | "])]
    #[case("11.2024 «Чтение»", &["2024-11 | Чтение |  | "])]
    #[case("ФГОС ООО в 2023 году", &["2023 | ФГОС ООО |  | "])]
    #[case("планируется в 2026", &["2026 |  |  |  | план"])]
    #[case("план 2026 г.", &["2026 |  |  |  | план"])]
    #[case("2027", &["2027 |  |  |  | план"])]
    #[case("проходит обучение, 2025", &["2025 |  |  |  | план"])]
    #[case("планируется: «Чтение», РИРО, 36 ч, 2026", &["2026 | Чтение | РИРО | 36 | план"])]
    #[case("нет", &[])]
    #[case("не проходила", &[])]
    #[case("-", &[])]
    fn courses_as_schools_write_them(#[case] cell: &str, #[case] courses: &[&str]) {
        let courses: Vec<String> = courses.iter().map(|course| (*course).to_owned()).collect();
        assert_eq!(read(cell), (courses, Vec::new()));
    }

    #[rstest]
    #[case("планируется")]
    #[case("Формирующее оценивание")]
    #[case("не проходил, болел")]
    fn what_is_not_finished_is_no_course(#[case] cell: &str) {
        let (courses, doubts) = read(cell);
        assert_eq!((courses.len(), doubts.len()), (0, 1), "{doubts:?}");
        assert!(doubts[0].contains(cell));
    }
}
