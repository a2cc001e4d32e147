//! The forms that a name may take in a sentence. Russian declines names by their endings; here the endings are taken off,
//! and whatever has the same beginning and any such ending counts as the same name. Rather a word too many than a name
//! that stays.

/// Endings of names in all cases, as folded letters.
const ENDINGS: &[&str] = &[
    "", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й", "ой", "ей", "ою", "ею", "ом", "ем", "ым", "им",
    "ого", "его", "ому", "ему", "ая", "яя", "ую", "юю", "ый", "ий", "ое", "ее", "ые", "ие", "ых", "их",
    "ыми", "ими", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев",
];

/// Endings of adjectives that are taken off as a whole.
const ADJECTIVES: &[&str] = &["ая", "яя", "ый", "ий", "ой", "ое"];

/// Last letters of a beginning that lose a vowel when more letters follow: «Кравец» — «Кравца».
const FLEETING: &[(&str, &str)] = &[
    ("яц", "йц"),
    ("аец", "айц"),
    ("ец", "ц"),
    ("ок", "к"),
    ("ек", "к"),
    ("ек", "ьк"),
    ("ел", "л"),
    ("ол", "л"),
    ("ень", "н"),
    ("ен", "н"),
    ("лев", "льв"),
    ("ей", "ь"),
];

/// A longer ending than this is another word: «Иванова» and «Ивановская».
const LONGEST_ENDING: usize = 3;

/// A beginning that is shorter stands for a name only with a known ending.
const SURE: usize = 4;

/// A name that may be met in any case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declined {
    /// What all its forms begin with; several where a vowel is lost.
    stems: Vec<String>,
}

impl Declined {
    /// The name by its folded word.
    pub(super) fn of(word: &str) -> Self {
        let mut stems = vec![without_ending(word).to_owned()];
        for (ending, shorter) in FLEETING {
            if let Some(begin) = word.strip_suffix(ending).filter(|begin| begin.chars().nth(1).is_some()) {
                stems.push(format!("{begin}{shorter}"));
            }
        }
        Self { stems }
    }

    /// What its forms begin with.
    pub(super) fn stems(&self) -> impl Iterator<Item = &str> {
        self.stems.iter().map(String::as_str)
    }

    /// Whether a folded word is a form of it. A word with a small letter is one only where little doubt is left.
    pub(super) fn is(&self, word: &str, capital: bool) -> bool {
        self.stems.iter().any(|stem| {
            let sure = stem.chars().nth(SURE - 1).is_some();
            word.strip_prefix(stem.as_str()).is_some_and(|ending| {
                let known = ENDINGS.contains(&ending);
                if capital {
                    known || (sure && ending.chars().count() <= LONGEST_ENDING)
                } else {
                    known && sure
                }
            })
        })
    }
}

/// The word without its ending; two letters stay at the least.
fn without_ending(word: &str) -> &str {
    let long = word.chars().count() > 4;
    let adjective = ADJECTIVES.iter().find_map(|ending| word.strip_suffix(ending)).filter(|_| long);
    let bare = adjective.or_else(|| word.strip_suffix(['а', 'я', 'о', 'е', 'и', 'ы', 'у', 'ю', 'ь', 'й']));
    bare.filter(|bare| bare.chars().nth(1).is_some()).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::woman("соколова", &["соколова", "соколовой", "соколову", "соколовою", "соколовы", "соколовых"])]
    #[case::man("гришин", &["гришин", "гришина", "гришину", "гришиным", "гришине", "гришиными"])]
    #[case::adjective("вишневская", &["вишневская", "вишневской", "вишневскую", "вишневские", "вишневскими"])]
    #[case::stressed("толстой", &["толстой", "толстого", "толстому", "толстым", "толстых"])]
    #[case::consonant("мельник", &["мельник", "мельника", "мельнику", "мельником", "мельнике"])]
    #[case::soft("соболь", &["соболь", "соболя", "соболю", "соболем", "соболе"])]
    #[case::fleeting("кравец", &["кравец", "кравца", "кравцу", "кравцом", "кравце"])]
    #[case::hare("заяц", &["заяц", "зайца", "зайцу", "зайцем"])]
    #[case::nightingale("соловей", &["соловей", "соловья", "соловью", "соловьем"])]
    #[case::indeclinable("павленко", &["павленко", "павленки"])]
    #[case::genitive("черных", &["черных"])]
    #[case::short("цой", &["цой", "цоя", "цою", "цоем"])]
    #[case::vowel("муха", &["муха", "мухи", "мухе", "муху", "мухой"])]
    #[case::two_letters("ли", &["ли"])]
    #[case::given("марина", &["марина", "марины", "марине", "мариной"])]
    #[case::given_short("яна", &["яна", "яны", "яне", "яной"])]
    #[case::patronymic("викторовна", &["викторовна", "викторовны", "викторовне", "викторовной"])]
    fn every_case_is_known(#[case] name: &str, #[case] forms: &[&str]) {
        let declined = Declined::of(name);
        let unknown: Vec<_> = forms.iter().filter(|form| !declined.is(form, true)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[rstest]
    #[case("иванова", "ивановская")]
    #[case("ли", "линия")]
    #[case("гришин", "гриша")]
    #[case("белая", "белгород")]
    fn another_word_is_no_form(#[case] name: &str, #[case] other: &str) {
        assert!(!Declined::of(name).is(other, true));
    }

    #[test]
    fn a_particle_is_no_surname() {
        assert!(!Declined::of("ли").is("ли", false));
        assert!(Declined::of("соколова").is("соколовой", false));
    }
}
