//! Names in cases other than the first: «поручить Соколовой М. В.», «совместно с Лапшиным О. Ю.».

/// Whose name it is, as far as its words show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameGender {
    /// Галина Николаевна.
    Feminine,
    /// Олег Юрьевич.
    Masculine,
    /// «Ким Ю.»
    Unknown,
}

impl NameGender {
    /// Told by the patronymic, or by the surname where there is none. Both as [`folded`](super::folded) letters.
    #[must_use]
    pub fn of(surname: &str, patronymic: &str) -> Self {
        let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
        if ends(patronymic, &["вна", "чна", "шна", "кызы"]) {
            Self::Feminine
        } else if ends(patronymic, &["ич", "оглы"]) {
            Self::Masculine
        } else if ends(surname, &["ова", "ева", "ина", "ына", "ая"]) {
            Self::Feminine
        } else if ends(surname, &["ов", "ев", "ин", "ын", "кий", "ый"]) {
            Self::Masculine
        } else {
            Self::Unknown
        }
    }
}

/// The other cases of one word of a name (surname, given name or patronymic), in lower-case letters without «ё». A surname
/// that does not change has none.
#[must_use]
pub fn in_other_cases(word: &str, gender: NameGender) -> Vec<String> {
    let mut forms = Vec::new();
    if gender != NameGender::Masculine {
        feminine(word, &mut forms);
    }
    if gender != NameGender::Feminine {
        masculine(word, &mut forms);
    }
    forms.retain(|form| form != word);
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// «Зотова» is Зотов in the second case, and a woman's surname.
#[must_use]
pub fn also_a_womans(form: &str, surname: &str) -> bool {
    ["ов", "ев", "ин", "ын"].iter().any(|ending| surname.ends_with(ending))
        && form.strip_suffix('а') == Some(surname)
}

fn feminine(word: &str, forms: &mut Vec<String>) {
    let endings: (&str, &[&str]) = if let Some(stem) = word.strip_suffix("ая") {
        (stem, &["ой", "ую", "ою"])
    } else if let Some(stem) = word.strip_suffix("яя") {
        (stem, &["ей", "юю", "ею"])
    } else if let Some(stem) = word.strip_suffix("ия") {
        (stem, &["ии", "ию", "ией"])
    } else if let Some(stem) = word.strip_suffix('я') {
        (stem, &["и", "е", "ю", "ей", "ею"])
    } else if let Some(stem) = word.strip_suffix('а') {
        (stem, &["ы", "и", "е", "у", "ой", "ою", "ей"])
    } else if let Some(stem) = word.strip_suffix('ь') {
        (stem, &["и", "ью"])
    } else {
        return;
    };
    add(endings, forms);
}

fn masculine(word: &str, forms: &mut Vec<String>) {
    const OF_NOUNS: &[&str] = &["а", "у", "ом", "ем", "ым", "е"];
    if let Some(stem) = ["ий", "ый", "ой"].iter().find_map(|ending| word.strip_suffix(ending)) {
        add((stem, &["ого", "ому", "ым", "им", "ом", "его", "ему", "ем"]), forms);
    }
    let endings: (&str, &[&str]) = if let Some(stem) = word.strip_suffix("ий") {
        // Юрий
        (stem, &["ия", "ию", "ием", "ии"])
    } else if let Some(stem) = word.strip_suffix('й').or_else(|| word.strip_suffix('ь')) {
        (stem, &["я", "ю", "ем", "е"])
    } else if let Some(stem) = word.strip_suffix('а') {
        (stem, &["ы", "и", "е", "у", "ой", "ей"])
    } else if let Some(stem) = word.strip_suffix('я') {
        (stem, &["и", "е", "ю", "ей"])
    } else if word == "павел" {
        ("павл", OF_NOUNS)
    } else if word == "лев" {
        ("льв", OF_NOUNS)
    } else if let Some(stem) = word.strip_suffix("ец") {
        add((stem, &["ца", "цу", "цом", "цем", "це"]), forms);
        (word, OF_NOUNS)
    } else if word.ends_with(['о', 'е', 'и', 'у', 'ю', 'ы', 'э'])
        || word.ends_with("ых")
        || word.ends_with("их")
    {
        return;
    } else {
        (word, OF_NOUNS)
    };
    add(endings, forms);
}

fn add((stem, endings): (&str, &[&str]), forms: &mut Vec<String>) {
    forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("соколова", "викторовна", &["соколовой", "соколову"])]
    #[case("лапшин", "юрьевич", &["лапшина", "лапшину", "лапшиным", "лапшине"])]
    #[case("зотов", "борисович", &["зотова", "зотову", "зотовым"])]
    #[case("успенская", "игоревна", &["успенской", "успенскую"])]
    #[case("чайковский", "петрович", &["чайковского", "чайковскому", "чайковским"])]
    #[case("мельник", "иванович", &["мельника", "мельнику", "мельником"])]
    #[case("павел", "ич", &["павла", "павлу", "павлом"])]
    #[case("юрий", "ич", &["юрия", "юрию", "юрием"])]
    #[case("мария", "вна", &["марии", "марию", "марией"])]
    #[case("любовь", "вна", &["любови", "любовью"])]
    #[case("николаевна", "николаевна", &["николаевны", "николаевне", "николаевной"])]
    #[case("юрьевич", "юрьевич", &["юрьевича", "юрьевичу", "юрьевичем"])]
    fn a_name_stands_in_its_cases(#[case] word: &str, #[case] patronymic: &str, #[case] expected: &[&str]) {
        let forms = in_other_cases(word, NameGender::of(word, patronymic));
        for form in expected {
            assert!(forms.iter().any(|known| known == form), "{form} is not in {forms:?}");
        }
    }

    #[rstest]
    #[case("мельник", "игоревна")]
    #[case("петренко", "иванович")]
    #[case("черных", "иванович")]
    fn some_surnames_do_not_change(#[case] surname: &str, #[case] patronymic: &str) {
        assert!(in_other_cases(surname, NameGender::of(surname, patronymic)).is_empty());
    }

    #[test]
    fn marina_is_not_maria() {
        let forms = in_other_cases("марина", NameGender::Feminine);
        assert!(!forms.iter().any(|form| form == "мария" || form == "марии"), "{forms:?}");
    }
}
