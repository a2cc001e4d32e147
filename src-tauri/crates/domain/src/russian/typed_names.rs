//! Names as people type them where anybody may be named, set like those of the roster.

use super::FullName;

/// «Панина Елена Викторовна» → «Панина Е. В.», «Е.В.Панина, методист» → «Панина Е. В., методист»: a typed name as it
/// stands in a text. Only what is a name for certain is touched: there are initials or a patronymic. «Представители
/// школ» or «Панина Елена» stay as typed, and so does whatever follows a comma.
#[must_use]
pub fn name_in_text(typed: &str) -> String {
    let typed = typed.trim();
    let (name, rest) = typed.split_at(typed.find([',', '(', ';']).unwrap_or(typed.len()));
    match name_of(name) {
        Some(name) if rest.is_empty() => name.surname_first(),
        Some(name) if rest.starts_with('(') => format!("{} {rest}", name.surname_first()),
        Some(name) => format!("{}{rest}", name.surname_first()),
        None => typed.to_owned(),
    }
}

/// The name that a text is and nothing besides; none where that is not certain.
fn name_of(text: &str) -> Option<FullName> {
    let spaced = text.replace('.', ". ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (initials, names): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_initial(word));
    let full = |surname: &str, given: &str, patronymic: &str| FullName {
        surname: surname.to_owned(),
        given: given.to_owned(),
        patronymic: patronymic.to_owned(),
    };
    match (initials.as_slice(), names.as_slice(), words.as_slice()) {
        // Initials stand before the surname or after it, not around it.
        ([given, patronymic @ ..], [surname], [first, .., last])
            if patronymic.len() <= 1 && is_name(surname) && (first == surname || last == surname) =>
        {
            Some(full(surname, given, patronymic.first().copied().unwrap_or_default()))
        }
        ([], [surname, given, patronymic], _)
            if is_patronymic(patronymic) && is_name(surname) && is_name(given) =>
        {
            Some(full(surname, given, patronymic))
        }
        ([], [given, patronymic, surname], _)
            if is_patronymic(patronymic) && is_name(surname) && is_name(given) =>
        {
            Some(full(surname, given, patronymic))
        }
        ([], [surname, given, patronymic, "оглы" | "кызы"], _)
            if [surname, given, patronymic].into_iter().all(|word| is_name(word)) =>
        {
            Some(full(surname, given, patronymic))
        }
        _ => None,
    }
}

/// «М.», «А.-М.»
fn is_initial(word: &str) -> bool {
    let parts =
        word.strip_suffix('.').map(|letters| letters.split('-').map(|part| part.trim_end_matches('.')));
    parts.is_some_and(|mut parts| {
        parts.all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
        })
    })
}

/// «Панина», «Щербакова-Дёмина»
fn is_name(word: &str) -> bool {
    word.split('-').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
            && letters.all(|sign| sign.is_lowercase() || sign == '\u{301}' || sign == '\u{308}')
    })
}

pub(crate) fn is_patronymic(word: &str) -> bool {
    let ends = ["ович", "евич", "ьич", "мич", "тич", "овна", "евна", "ична"];
    is_name(word) && ends.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Панина Елена Викторовна", "Панина Е. В.")]
    #[case("Елена Викторовна Панина", "Панина Е. В.")]
    #[case("Панина Е.В.", "Панина Е. В.")]
    #[case("Панина Е. В.", "Панина Е. В.")]
    #[case("Е.В.Панина", "Панина Е. В.")]
    #[case("Е. В. Панина, методист РИМК", "Панина Е. В., методист РИМК")]
    #[case("Панина Е. (методист)", "Панина Е. (методист)")]
    #[case("Щербакова-Дёмина Анастасия Владимировна", "Щербакова-Дёмина А. В.")]
    #[case("Мамедов Али Гусейн оглы", "Мамедов А. Г.")]
    #[case("Панина Елена", "Панина Елена")]
    #[case("Управление Образования", "Управление Образования")]
    #[case("методист РИМК Панина Е. В.", "методист РИМК Панина Е. В.")]
    #[case("представители школ", "представители школ")]
    #[case("учителя 5 кл.", "учителя 5 кл.")]
    #[case("Е. Панина В.", "Е. Панина В.")]
    #[case("", "")]
    fn a_typed_name_is_set_like_the_others(#[case] typed: &str, #[case] set: &str) {
        assert_eq!(name_in_text(typed).replace('\u{a0}', " "), set);
        assert_eq!(name_in_text(&name_in_text(typed)), name_in_text(typed));
    }
}
