/// Who issued an order, to stand after «приказ»: «начальник управления образования» becomes «начальника управления
/// образования». What is in the genitive already, or begins with a word that is not known, stays as typed.
#[must_use]
pub fn issuer_in_genitive(typed: &str) -> String {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut said: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let lower = word.to_lowercase();
        if let Some((_, genitive)) = HEADS.iter().find(|(known, _)| *known == lower) {
            said.push(as_written(word, genitive));
            // «исполняющий обязанности начальника»: what follows depends on this word and keeps its case.
            said.extend(words[at + 1..].iter().map(|word| (*word).to_owned()));
            return said.join(" ");
        }
        // «районное управление»: the word that decides comes after those that describe it.
        let Some(genitive) = described(&lower) else { break };
        said.push(as_written(word, &genitive));
    }
    typed.trim().to_owned()
}

/// Who and what issues orders about communities.
const HEADS: [(&str, &str); 27] = [
    ("начальник", "начальника"),
    ("заведующий", "заведующего"),
    ("заведующая", "заведующей"),
    ("руководитель", "руководителя"),
    ("директор", "директора"),
    ("председатель", "председателя"),
    ("заместитель", "заместителя"),
    ("глава", "главы"),
    ("министр", "министра"),
    ("исполняющий", "исполняющего"),
    ("исполняющая", "исполняющей"),
    ("управление", "управления"),
    ("отдел", "отдела"),
    ("департамент", "департамента"),
    ("комитет", "комитета"),
    ("министерство", "министерства"),
    ("администрация", "администрации"),
    ("учреждение", "учреждения"),
    ("центр", "центра"),
    ("кабинет", "кабинета"),
    ("институт", "института"),
    ("школа", "школы"),
    ("гимназия", "гимназии"),
    ("лицей", "лицея"),
    ("специалист", "специалиста"),
    ("методист", "методиста"),
    ("инспектор", "инспектора"),
];

/// An adjective in the nominative, put into the genitive; none where it is none.
fn described(word: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 9] = [
        ("ское", "ского"),
        ("цкое", "цкого"),
        ("ский", "ского"),
        ("цкий", "цкого"),
        ("ная", "ной"),
        ("ное", "ного"),
        ("ный", "ного"),
        ("ной", "ного"),
        ("ская", "ской"),
    ];
    let letters = word.chars().count();
    let (ending, genitive) = ENDINGS.iter().find(|(ending, _)| word.ends_with(ending))?;
    (letters > 5).then(|| format!("{}{genitive}", &word[..word.len() - ending.len()]))
}

/// With the capital that was typed.
fn as_written(typed: &str, word: &str) -> String {
    if !typed.starts_with(char::is_uppercase) {
        return word.to_owned();
    }
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("начальник управления образования и МП", "начальника управления образования и МП")]
    #[case("Начальник управления", "Начальника управления")]
    #[case("заведующая РИМК", "заведующей РИМК")]
    #[case("управление образования", "управления образования")]
    #[case("Управление образования администрации", "Управления образования администрации")]
    #[case("районное управление образования", "районного управления образования")]
    #[case("Рыбновский районный отдел образования", "Рыбновского районного отдела образования")]
    #[case("исполняющий обязанности начальника", "исполняющего обязанности начальника")]
    #[case("глава администрации", "главы администрации")]
    #[case::already("начальника управления образования", "начальника управления образования")]
    #[case::already("районного управления образования", "районного управления образования")]
    #[case::abbreviated("РИМК", "РИМК")]
    #[case::abbreviated("и. о. начальника управления", "и. о. начальника управления")]
    #[case::unknown("Рыбновская районная дума", "Рыбновская районная дума")]
    #[case("", "")]
    fn the_issuer_stands_after_the_order(#[case] typed: &str, #[case] genitive: &str) {
        assert_eq!(issuer_in_genitive(typed), genitive);
        assert_eq!(issuer_in_genitive(genitive), genitive, "what is in the genitive stays");
    }
}
