//! The smaller columns of a list of people: since when the category is held, part-time work, classes, awards, the topic of
//! self-education.

use super::courses::month_of;
use crate::calendar::{Month, PartialDate, SchoolYear, read_date};
use crate::import::{folded, one_line};

/// The dates of a cell, each as much as is written of it: «24.12.2021», «12.2021», «2021 г.».
pub(super) fn dates_in(cell: &str, year: SchoolYear) -> Vec<PartialDate> {
    let cell = in_figures(cell);
    let pieces = cell.split(|sign: char| !(sign.is_ascii_digit() || sign == '.'));
    pieces.filter_map(|piece| written(piece.trim_matches('.'), year)).collect()
}

/// «24 декабря 2021 г.» as «24.12.2021 г.», «февраль 2021» as «02.2021».
fn in_figures(cell: &str) -> String {
    let mut written = String::new();
    for word in cell.split_whitespace() {
        let month = month_of(word).filter(|_| word.chars().all(|sign| sign.is_alphabetic() || sign == '.'));
        let Some(month) = month else {
            if !written.is_empty() && !written.ends_with('.') {
                written.push(' ');
            }
            written.push_str(word);
            continue;
        };
        let day = written.rsplit(|sign: char| !sign.is_ascii_digit()).next().unwrap_or_default();
        written.push_str(if day.is_empty() || day.len() > 2 { " " } else { "." });
        written.push_str(&format!("{month:02}."));
    }
    written
}

fn written(piece: &str, year: SchoolYear) -> Option<PartialDate> {
    let parts: Vec<&str> = piece.split('.').collect();
    let number = |part: &str| part.parse::<i32>().ok();
    let known = |calendar: i32| (1950..=2100).contains(&calendar);
    match parts.as_slice() {
        [_, _, _] => read_date(piece, year).ok().map(PartialDate::Day),
        [month, calendar] if calendar.len() == 4 => {
            let (month, calendar) = (month.parse::<u32>().ok()?, number(calendar)?);
            let of_year = (1..=12).contains(&month) && known(calendar);
            of_year.then_some(PartialDate::Month(Month { year: calendar, month }))
        }
        [calendar] if calendar.len() == 4 => {
            number(calendar).filter(|calendar| known(*calendar)).map(PartialDate::Year)
        }
        _ => None,
    }
}

/// Whether a cell says that there is nothing.
pub(super) fn says_nothing(cell: &str) -> bool {
    matches!(
        folded(cell).as_str(),
        "" | "нет" | "не имеет" | "отсутствует" | "отсутствуют" | "не указана" | "не указано"
    )
}

/// Whether a cell says that the person works part-time; none where it says something else.
pub(super) fn part_time(cell: &str) -> Option<bool> {
    let said = folded(cell);
    let begins = |beginnings: &[&str]| {
        said.split(' ').any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
    };
    match said.as_str() {
        "" => Some(cell.trim() == "+"),
        "да" | "1" | "v" | "х" | "x" => Some(true),
        "нет" | "0" => Some(false),
        _ if begins(&["совм"]) => Some(!said.starts_with("не ")),
        _ if begins(&["основн", "осн", "штатн", "постоянн"]) => Some(false),
        _ => None,
    }
}

/// The awards of a cell, each with its year where one is written.
pub(super) fn awards(cell: &str, year: SchoolYear) -> Vec<(String, Option<PartialDate>)> {
    let lines = cell.split(['\n', ';']).map(one_line);
    let lines = lines.filter(|line| !says_nothing(line));
    lines
        .map(|line| {
            let date = match dates_in(&line, year).as_slice() {
                [date] => Some(*date),
                _ => None,
            };
            (line, date)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::calendar::day;

    const YEAR: SchoolYear = SchoolYear(2025);

    #[rstest]
    #[case("24.12.2021", vec![PartialDate::Day(day(2021, 12, 24))])]
    #[case("24.12.2021 г.", vec![PartialDate::Day(day(2021, 12, 24))])]
    #[case("24 декабря 2021 г.", vec![PartialDate::Day(day(2021, 12, 24))])]
    #[case("февраль 2021", vec![PartialDate::Month(Month { year: 2021, month: 2 })])]
    #[case("12.2021", vec![PartialDate::Month(Month { year: 2021, month: 12 })])]
    #[case("2021 год", vec![PartialDate::Year(2021)])]
    #[case("приказ № 112 от 25.02.2024", vec![PartialDate::Day(day(2024, 2, 25))])]
    #[case("", vec![])]
    #[case("нет", vec![])]
    fn a_date_is_taken_as_much_as_is_written_of_it(#[case] cell: &str, #[case] dates: Vec<PartialDate>) {
        assert_eq!(dates_in(cell, YEAR), dates);
    }

    #[rstest]
    #[case("совместитель", Some(true))]
    #[case("Внешний совместитель", Some(true))]
    #[case("да", Some(true))]
    #[case("+", Some(true))]
    #[case("основное место", Some(false))]
    #[case("штатный", Some(false))]
    #[case("—", Some(false))]
    #[case("", Some(false))]
    #[case("0,5 ставки", None)]
    fn part_time_work_as_schools_write_it(#[case] cell: &str, #[case] said: Option<bool>) {
        assert_eq!(part_time(cell), said);
    }

    #[test]
    fn awards_are_parted_and_keep_their_years() {
        let read = awards("Почётная грамота МО РО, 2019; Ветеран труда\nнет", YEAR);
        let grammar = ("Почётная грамота МО РО, 2019".to_owned(), Some(PartialDate::Year(2019)));
        assert_eq!(read, [grammar, ("Ветеран труда".to_owned(), None)]);
    }
}
