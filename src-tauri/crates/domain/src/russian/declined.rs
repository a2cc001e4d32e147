//! The cases of what a body is called: adjectives, then a noun, then whatever stays as it is.

/// A name in the cases in which papers say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declined {
    /// «заседание (чего?)»
    pub genitive: String,
    /// «помощь (чему?)»
    pub dative: String,
    /// «работа (в чём?)»
    pub prepositional: String,
}

/// «Районное методическое объединение учителей химии» in its cases, in small letters up to the noun. A name whose noun
/// is not understood stays as typed: a person mends what is proposed, and nothing is worse than a wrong guess.
#[must_use]
pub fn declined(name: &str) -> Declined {
    let words: Vec<&str> = name.split_whitespace().collect();
    let adjectives: Option<Vec<[String; 3]>> = {
        let count = words.iter().take_while(|word| adjective(&word.to_lowercase()).is_some()).count();
        // The last word is the noun even where it looks like an adjective: «мастерская».
        let count = count.min(words.len().saturating_sub(1));
        words[..count].iter().map(|word| adjective(&word.to_lowercase())).collect()
    };
    let adjectives = adjectives.unwrap_or_default();
    let head = words.get(adjectives.len()).map(|word| word.to_lowercase());
    let noun = head.and_then(|head| noun(&head).or_else(|| adjective(&head)));
    let Some(noun) = noun else {
        let name = name.trim().to_owned();
        return Declined { genitive: name.clone(), dative: name.clone(), prepositional: name };
    };
    let rest = words.get(adjectives.len() + 1..).unwrap_or_default();
    let said = |case: usize| {
        let declined =
            adjectives.iter().chain([&noun]).filter_map(|cases| cases.get(case).map(String::as_str));
        declined.chain(rest.iter().copied()).collect::<Vec<_>>().join(" ")
    };
    Declined { genitive: said(0), dative: said(1), prepositional: said(2) }
}

/// An adjective in the genitive, dative and prepositional; none where it is none.
fn adjective(word: &str) -> Option<[String; 3]> {
    let soft = |stem: &str| stem.ends_with(['ж', 'ч', 'ш', 'щ', 'н']);
    let cases = |stem: &str, endings: [&str; 3]| endings.map(|ending| format!("{stem}{ending}"));
    if word.chars().count() < 5 {
        return None;
    }
    if let Some(stem) = word.strip_suffix("ое").or_else(|| word.strip_suffix("ый")) {
        return Some(cases(stem, ["ого", "ому", "ом"]));
    }
    if let Some(stem) = word.strip_suffix("ая") {
        // «рабочая группа» — «рабочей группы»
        let ending = if stem.ends_with(['ж', 'ч', 'ш', 'щ', 'ц']) { "ей" } else { "ой" };
        return Some(cases(stem, [ending; 3]));
    }
    if let Some(stem) = word.strip_suffix("ий") {
        // «городской клуб» aside, «районный» is hard and «рабочий», «средний» are soft.
        let endings = if soft(stem) { ["его", "ему", "ем"] } else { ["ого", "ому", "ом"] };
        return stem.ends_with(['к', 'г', 'х', 'ж', 'ч', 'ш', 'щ', 'н']).then(|| cases(stem, endings));
    }
    let stem = word.strip_suffix("ской").map(|_| &word[..word.len() - "ой".len()])?;
    Some(cases(stem, ["ого", "ому", "ом"]))
}

/// What bodies are called, in the genitive, dative and prepositional; none for a word that is not certain.
fn noun(word: &str) -> Option<[String; 3]> {
    const ENDINGS: [(&str, [&str; 3]); 12] = [
        ("объединение", ["объединения", "объединению", "объединении"]),
        ("отделение", ["отделения", "отделению", "отделении"]),
        ("сообщество", ["сообщества", "сообществу", "сообществе"]),
        ("общество", ["общества", "обществу", "обществе"]),
        ("содружество", ["содружества", "содружеству", "содружестве"]),
        ("кафедра", ["кафедры", "кафедре", "кафедре"]),
        ("школа", ["школы", "школе", "школе"]),
        ("группа", ["группы", "группе", "группе"]),
        ("кружок", ["кружка", "кружку", "кружке"]),
        ("сеть", ["сети", "сети", "сети"]),
        ("площадка", ["площадки", "площадке", "площадке"]),
        ("команда", ["команды", "команде", "команде"]),
    ];
    if let Some((_, cases)) = ENDINGS.iter().find(|(known, _)| *known == word) {
        return Some(cases.map(str::to_owned));
    }
    // «ассоциация», «секция», «лаборатория», «студия», «комиссия»
    if let Some(stem) = word.strip_suffix("ия") {
        return Some([(); 3].map(|()| format!("{stem}ии")));
    }
    let masculine = ["совет", "клуб", "центр", "союз", "семинар", "кабинет", "отдел", "штаб", "форум"];
    masculine.contains(&word).then(|| ["а", "у", "е"].map(|ending| format!("{word}{ending}")))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(
        "Районное методическое объединение учителей химии",
        "районного методического объединения учителей химии",
        "районному методическому объединению учителей химии",
        "районном методическом объединении учителей химии"
    )]
    #[case(
        "профессиональное педагогическое сообщество",
        "профессионального педагогического сообщества",
        "профессиональному педагогическому сообществу",
        "профессиональном педагогическом сообществе"
    )]
    #[case("районная кафедра", "районной кафедры", "районной кафедре", "районной кафедре")]
    #[case(
        "творческая лаборатория",
        "творческой лаборатории",
        "творческой лаборатории",
        "творческой лаборатории"
    )]
    #[case("методический совет", "методического совета", "методическому совету", "методическом совете")]
    #[case("городской клуб", "городского клуба", "городскому клубу", "городском клубе")]
    #[case("рабочая группа", "рабочей группы", "рабочей группе", "рабочей группе")]
    #[case(
        "педагогическая мастерская",
        "педагогической мастерской",
        "педагогической мастерской",
        "педагогической мастерской"
    )]
    #[case::unknown("Росток", "Росток", "Росток", "Росток")]
    #[case::unknown("РМО учителей", "РМО учителей", "РМО учителей", "РМО учителей")]
    #[case::nothing("", "", "", "")]
    fn a_body_is_declined_where_that_is_safe(
        #[case] name: &str,
        #[case] genitive: &str,
        #[case] dative: &str,
        #[case] prepositional: &str,
    ) {
        let found = declined(name);
        assert_eq!(found.genitive, genitive);
        assert_eq!(found.dative, dative);
        assert_eq!(found.prepositional, prepositional);
    }
}
