//! Names of files in small Latin letters: many sites take no others.

use std::collections::HashSet;

/// The longest name without its ending.
const LONGEST: usize = 60;

/// «Лист самооценки «Светофор»» → «list-samootsenki-svetofor».
pub(super) fn latin(text: &str) -> String {
    let mut name = String::new();
    for sign in text.chars().flat_map(char::to_lowercase) {
        let letters = match sign {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'е' | 'э' => "e",
            'ё' => "yo",
            'ж' => "zh",
            'з' => "z",
            'и' => "i",
            'й' | 'ы' => "y",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' => "kh",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "shch",
            'ъ' | 'ь' => "",
            'ю' => "yu",
            'я' => "ya",
            'a'..='z' | '0'..='9' => {
                name.push(sign);
                continue;
            }
            _ => {
                if !name.is_empty() && !name.ends_with('-') {
                    name.push('-');
                }
                continue;
            }
        };
        name.push_str(letters);
    }
    // All signs are of one byte here.
    name.truncate(LONGEST);
    name.trim_matches('-').to_owned()
}

/// The ending of a file's name, where it is one that a site can show: «pdf».
pub(super) fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
    let plain = (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain { ending.to_ascii_lowercase() } else { "bin".to_owned() }
}

/// Gives out names of files of which no two are the same, and none is refused by Windows.
#[derive(Debug, Default)]
pub(super) struct FileNames {
    taken: HashSet<String>,
}

impl FileNames {
    /// «list-samootsenki.pdf», then «list-samootsenki-2.pdf».
    pub(super) fn take(&mut self, title: &str, ending: &str) -> String {
        let stem = match latin(title) {
            name if name.is_empty() => "fayl".to_owned(),
            // Windows has devices of these names.
            name if is_device(&name) => format!("{name}-fayl"),
            name => name,
        };
        let mut name = format!("{stem}.{ending}");
        let mut number = 2_usize;
        while !self.taken.insert(name.clone()) {
            name = format!("{stem}-{number}.{ending}");
            number += 1;
        }
        name
    }
}

fn is_device(name: &str) -> bool {
    let numbered = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Лист самооценки «Светофор»", "list-samootsenki-svetofor")]
    #[case("  Щи, ёж & объём — 2025/26 ", "shchi-yozh-obyom-2025-26")]
    #[case("🙂", "")]
    fn a_title_becomes_small_latin_letters(#[case] title: &str, #[case] name: &str) {
        assert_eq!(latin(title), name);
    }

    #[test]
    fn names_are_unique_short_and_no_devices() {
        let mut names = FileNames::default();
        assert_eq!(names.take("План", "pdf"), "plan.pdf");
        assert_eq!(names.take("ПЛАН", "pdf"), "plan-2.pdf");
        assert_eq!(names.take("CON", "txt"), "con-fayl.txt");
        assert_eq!(names.take("LPT1", "txt"), "lpt1-fayl.txt");
        assert_eq!(names.take("🙂", "png"), "fayl.png");
        assert!(names.take(&"ы".repeat(400), "pdf").len() <= 64);
    }

    #[rstest]
    #[case("Работа.PDF", "pdf")]
    #[case("без окончания", "bin")]
    #[case("странное.пдф", "bin")]
    #[case("архив.tar.gz", "gz")]
    fn an_ending_is_small_and_plain(#[case] name: &str, #[case] said: &str) {
        assert_eq!(ending(name), said);
    }
}
