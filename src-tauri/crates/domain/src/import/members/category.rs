//! The category in a list of people, as schools write it: «1», «I, 2022 г.», «высшая, 24.12.2021», «б/к», «СЗД».

use crate::import::{folded, one_line};
use crate::records::Category;

/// What a cell says of the category.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ReadCategory {
    pub category: Category,
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
pub(super) fn read_category(cell: &str) -> ReadCategory {
    let text = folded(cell);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return ReadCategory::default();
    }
    let shown = one_line(cell);
    let unknown = |why: &str| ReadCategory {
        category: Category::NotApplicable,
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
    let doubt = (!rest.is_empty()).then(|| {
        format!(
            "Из «{shown}» войдёт категория «{}»; для остального в карточке места нет.",
            category.in_words()
        )
    });
    ReadCategory { category, doubt }
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
    use rstest::rstest;

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
            assert_eq!(read_category(cell), ReadCategory { category, doubt: None }, "{cell}");
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
        let read = read_category(cell);
        assert_eq!(read.category, Category::NotApplicable);
        assert!(read.doubt.is_some_and(|doubt| doubt.contains(cell)));
    }

    #[rstest]
    #[case("высшая, 24.12.2021", Category::Highest)]
    #[case("I, 2022 г.", Category::First)]
    #[case("1, 2021", Category::First)]
    #[case("первая (приказ № 12 от 01.02.2023)", Category::First)]
    #[case("СЗД 2020", Category::FitsPost)]
    #[case("нет, молодой специалист", Category::None)]
    fn a_date_beside_it_is_not_swallowed(#[case] cell: &str, #[case] category: Category) {
        let read = read_category(cell);
        assert_eq!(read.category, category);
        assert!(
            read.doubt.is_some_and(|doubt| doubt.contains(cell) && doubt.contains("места нет")),
            "{cell}"
        );
    }
}
