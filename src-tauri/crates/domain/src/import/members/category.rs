//! The category in a list of people, as schools write it: «1», «I, 2022 г.», «высшая, 24.12.2021», «б/к», «СЗД».

use super::card::dates_in;
use crate::calendar::{PartialDate, SchoolYear};
use crate::import::{folded, one_line};
use crate::records::Category;
use crate::russian::partial_in_table;

/// What a cell says of the category.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ReadCategory {
    pub category: Category,
    /// Since when it is held.
    pub since: Option<PartialDate>,
    /// What does not go into the card, as a sentence.
    pub doubt: Option<String>,
}

/// Words that belong to any category.
const FILLING: &[&str] = &[
    "категория",
    "категории",
    "категорию",
    "катег",
    "кат",
    "кв",
    "квалификационная",
    "квалификационной",
    "квалиф",
    "кк",
    "к",
    "я",
    "ая",
    "ой",
    "на",
    "занимаемой",
    "должности",
    "должн",
    "зан",
    "заним",
    "аттестация",
    "аттестации",
];

/// Reads a category.
pub(super) fn read_category(cell: &str, year: SchoolYear) -> ReadCategory {
    let text = folded(cell);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return ReadCategory::default();
    }
    let shown = one_line(cell);
    let unknown = |why: &str| ReadCategory {
        category: Category::NotApplicable,
        since: None,
        doubt: Some(format!("Категория «{shown}»: {why}.")),
    };
    let begins =
        |word: &str, beginnings: &[&str]| beginnings.iter().any(|beginning| word.starts_with(beginning));
    if words.iter().any(|word| begins(word, &["разряд"])) {
        return unknown("разрядов в карточке нет, она не войдёт");
    }
    if is_second(&words) {
        return unknown("второй в карточке нет, нынешние — первая и высшая; она не войдёт");
    }
    // «без категории (СЗД)» too: whoever wrote it meant to say more than «без категории».
    let fits = words.iter().any(|word| begins(word, &["сзд", "соотв"]));
    let none = begins(words[0], &["без", "нет", "неатт", "отсут", "бк"])
        || (words[0] == "не" && words.get(1).is_some_and(|word| begins(word, &["имее", "атт", "присв"])))
        || (words[0] == "б" && words.get(1).is_some_and(|word| word.starts_with('к')));
    let highest = words.iter().any(|word| begins(word, &["высш", "вкк"]));
    let first = words.iter().any(|word| begins(word, &["перв", "пкк"])) || is_one(words[0]);
    if highest && first {
        return unknown("названы и первая, и высшая; впишите одну, иначе она не войдёт");
    }
    let (category, own): (Category, &[&str]) = if highest {
        (Category::Highest, &["высш", "вкк"])
    } else if first {
        (Category::First, &["перв", "пкк", "1", "i", "і", "l"])
    } else if fits {
        (Category::FitsPost, &["сзд", "соотв", "без", "нет", "б", "бк", "не"])
    } else if none {
        (Category::None, &["без", "нет", "неатт", "отсут", "бк", "б", "не", "имее", "атт", "присв"])
    } else {
        return unknown("не понята и не попадёт в карточку");
    };
    let mut began = false;
    let rest: Vec<&str> = words
        .iter()
        .filter(|word| {
            let mine = FILLING.contains(word)
                || own
                    .iter()
                    .any(|own| if own.chars().count() > 1 { word.starts_with(own) } else { *word == own });
            // «1, 1 год»: one number is the category.
            let mine = mine && !(began && is_one(word));
            began |= mine;
            !mine
        })
        .copied()
        .collect();
    let since = match dates_in(&without_the_category(cell), year).as_slice() {
        [date] => Some(*date),
        _ => None,
    };
    // The figures of a date that is taken, and the words beside it, are no rest.
    let of_date = |word: &&&str| {
        since.is_some() && (word.chars().all(|sign| sign.is_ascii_digit()) || begins(word, BESIDE_A_DATE))
    };
    let left = rest.iter().filter(|word| !of_date(word)).count();
    // «приказ № 12 от 01.02.2023»: the number of the order has no place.
    let figures = rest.iter().filter(|word| word.chars().all(|sign| sign.is_ascii_digit())).count();
    let of_the_date = since.map_or(0, |date| match date {
        PartialDate::Year(_) => 1,
        PartialDate::Month(_) => 2,
        PartialDate::Day(_) => 3,
    });
    let doubt = (left > 0 || figures > of_the_date).then(|| {
        let date = since.map(|date| format!(" и её дата {}", partial_in_table(date))).unwrap_or_default();
        format!(
            "Из «{shown}» войдёт категория «{}»{date}; для остального в карточке места нет.",
            category.in_words()
        )
    });
    ReadCategory { category, since, doubt }
}

/// Words that stand beside the date of a category.
const BESIDE_A_DATE: &[&str] = &[
    "г",
    "год",
    "от",
    "с",
    "дата",
    "присво",
    "установ",
    "янв",
    "фев",
    "мар",
    "апр",
    "мая",
    "май",
    "июн",
    "июл",
    "авг",
    "сен",
    "окт",
    "ноя",
    "дек",
];

/// «1, 2021 г.»: the figure that names the category is no part of a date.
fn without_the_category(cell: &str) -> String {
    let trimmed = cell.trim_start();
    match trimmed.strip_prefix('1') {
        Some(rest) if !rest.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.') => rest.to_owned(),
        _ => trimmed.to_owned(),
    }
}

fn is_one(word: &str) -> bool {
    matches!(word, "1" | "i" | "і" | "l" | "1я" | "1ая" | "1кк" | "iкк")
}

/// «II», «2», «вторая», «2-я категория»: of former years, or of another kind of posts.
fn is_second(words: &[&str]) -> bool {
    let first = words[0];
    let roman = matches!(first, "ii" | "іі" | "ll" | "iii" | "ііі" | "2" | "3" | "2я" | "2ая" | "2кк" | "11");
    roman || words.iter().any(|word| word.starts_with("втор") || word.starts_with("треть"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use rstest::rstest;

    const YEAR: SchoolYear = SchoolYear(2025);

    #[rstest]
    #[case(Category::Highest, &["высшая", "Высшая категория", "высш.", "ВКК", "высшая кв. категория"])]
    #[case(Category::First, &["первая", "1", "I", "I категория", "1 кк", "1-я", "перв.", "ПКК", "1-ая категория",
        "первая квалификационная категория", "І", "I кв. категория"])]
    #[case(Category::FitsPost, &["СЗД", "соответствие занимаемой должности", "Соответствие занимаемой должности",
        "соотв. зан. должности", "без категории (СЗД)", "соответствие"])]
    #[case(Category::None, &["б/к", "б\\к", "б\\\\к", "нет", "без категории", "не имеет", "не аттестована", "не аттестован",
        "неаттестован", "б/кат.", "Без кв. категории"])]
    #[case(Category::NotApplicable, &["", " "])]
    fn a_category_as_schools_write_it(#[case] category: Category, #[case] cells: &[&str]) {
        for cell in cells {
            let plain = ReadCategory { category, since: None, doubt: None };
            assert_eq!(read_category(cell, YEAR), plain, "{cell}");
        }
    }

    #[rstest]
    #[case("II")]
    #[case("2")]
    #[case("вторая")]
    #[case("2-я")]
    #[case("12 разряд")]
    #[case("12")]
    #[case("11")]
    #[case("2022")]
    #[case("молодой специалист")]
    #[case("высшая (педагог), первая (методист)")]
    fn what_is_no_category_of_ours_is_said(#[case] cell: &str) {
        let read = read_category(cell, YEAR);
        assert_eq!(read.category, Category::NotApplicable);
        assert!(read.doubt.is_some_and(|doubt| doubt.contains(cell)));
    }

    #[rstest]
    #[case("высшая, 24.12.2021", Category::Highest, PartialDate::Day(day(2021, 12, 24)))]
    #[case("Высшая с 24.12.2021 г.", Category::Highest, PartialDate::Day(day(2021, 12, 24)))]
    #[case("первая, 24 декабря 2021 г.", Category::First, PartialDate::Day(day(2021, 12, 24)))]
    #[case("I, 2022 г.", Category::First, PartialDate::Year(2022))]
    #[case("1, 2021", Category::First, PartialDate::Year(2021))]
    #[case("СЗД 2020", Category::FitsPost, PartialDate::Year(2020))]
    fn a_date_beside_it_is_its_own(
        #[case] cell: &str,
        #[case] category: Category,
        #[case] since: PartialDate,
    ) {
        let whole = ReadCategory { category, since: Some(since), doubt: None };
        assert_eq!(read_category(cell, YEAR), whole, "{cell}");
    }

    #[rstest]
    #[case("первая (приказ № 12 от 01.02.2023)", Category::First)]
    #[case("нет, молодой специалист", Category::None)]
    fn what_else_stands_beside_it_is_not_swallowed(#[case] cell: &str, #[case] category: Category) {
        let read = read_category(cell, YEAR);
        assert_eq!(read.category, category);
        assert!(
            read.doubt.is_some_and(|doubt| doubt.contains(cell) && doubt.contains("места нет")),
            "{cell}"
        );
    }
}
