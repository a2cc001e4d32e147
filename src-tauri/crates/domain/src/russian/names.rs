use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A person's name. Any part may be empty; a patronymic is often missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct FullName {
    /// Фамилия, possibly double: «Щербакова-Дёмина».
    pub surname: String,
    /// Имя.
    #[serde(default)]
    pub given: String,
    /// Отчество.
    #[serde(default)]
    pub patronymic: String,
}

impl FullName {
    /// From «Фамилия Имя Отчество» as people write it. What follows the second word is the patronymic
    /// («Мамедов Али Гусейн оглы»); a former surname in brackets belongs to the surname («Иванова (Сидорова) Анна»).
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut words = text.split_whitespace().peekable();
        let mut surname = words.next().unwrap_or_default().to_owned();
        if let Some(former) = words.next_if(|word| word.starts_with('(') && word.ends_with(')')) {
            surname = format!("{surname} {former}");
        }
        let given = words.next().unwrap_or_default().to_owned();
        Self { surname, given, patronymic: words.collect::<Vec<_>>().join(" ") }
    }

    /// «Соколова Марина Викторовна»
    #[must_use]
    pub fn full(&self) -> String {
        join(&[&self.surname, &self.given, &self.patronymic], " ")
    }

    /// «Соколова М. В.», as in a text.
    #[must_use]
    pub fn surname_first(&self) -> String {
        join(&[self.surname.trim(), &self.initials()], "\u{a0}")
    }

    /// «М. В. Соколова», as beside a signature.
    #[must_use]
    pub fn initials_first(&self) -> String {
        join(&[&self.initials(), self.surname.trim()], "\u{a0}")
    }

    fn initials(&self) -> String {
        join(&[&initial(&self.given), &initial(&self.patronymic)], "\u{a0}")
    }
}

/// «Марина» → «М.», «Анна-Мария» → «А.-М.», «» → «».
fn initial(name: &str) -> String {
    let letter = |part: &str| part.trim().nfc().next().map(|c| format!("{}.", c.to_uppercase()));
    name.split('-').filter_map(letter).collect::<Vec<_>>().join("-")
}

fn join(parts: &[&str], between: &str) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Соколова Марина Викторовна", "Соколова М. В.", "М. В. Соколова")]
    #[case("Щербакова-Дёмина Анастасия Владимировна", "Щербакова-Дёмина А. В.", "А. В. Щербакова-Дёмина")]
    #[case("Ким Анна-Мария", "Ким А.-М.", "А.-М. Ким")]
    #[case("Мамедов Али Гусейн оглы", "Мамедов А. Г.", "А. Г. Мамедов")]
    #[case("Иванова (Сидорова) Анна Львовна", "Иванова (Сидорова) А. Л.", "А. Л. Иванова (Сидорова)")]
    #[case("Бердыев", "Бердыев", "Бердыев")]
    #[case("", "", "")]
    #[case("Панина Е. В.", "Панина Е. В.", "Е. В. Панина")]
    fn names_in_a_text_and_beside_a_signature(#[case] typed: &str, #[case] text: &str, #[case] sign: &str) {
        let name = FullName::parse(typed);
        assert_eq!(name.surname_first().replace('\u{a0}', " "), text);
        assert_eq!(name.initials_first().replace('\u{a0}', " "), sign);
        assert_eq!(name.full(), typed);
    }

    #[test]
    fn initials_are_those_of_the_page() {
        let cases: Vec<(String, String)> =
            serde_json::from_str(include_str!("../../cases/initials.json")).unwrap();
        for (typed, text) in cases {
            assert_eq!(FullName::parse(&typed).surname_first().replace('\u{a0}', " "), text);
        }
    }
}
