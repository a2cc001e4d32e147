/// The number of a paper as it stands after «№»: people write the sign and the kind of the paper into the field
/// too, «№ 39/1», «No 39», «вх. № 14», and every paper prints the sign itself. The page has the same rule.
#[must_use]
pub fn document_number(typed: &str) -> String {
    let mut rest = typed.trim();
    loop {
        let shorter = after_kind(rest).or_else(|| after_sign(rest)).map(str::trim_start);
        let Some(shorter) = shorter else { break };
        rest = shorter;
    }
    rest.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';')).to_owned()
}

/// What follows «вх.», «приказ», where a number or its sign follows.
fn after_kind(text: &str) -> Option<&str> {
    const KINDS: [&str; 7] = ["вх", "исх", "приказ", "пр", "протокол", "номер", "ном"];
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if !KINDS.contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let bare = rest.trim_start_matches(|c: char| c == '.' || c.is_whitespace());
    // «вх-14» is a number of its own kind.
    let goes_on = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.len() < rest.len();
    (goes_on || after_sign(bare).is_some()).then_some(bare)
}

/// What follows «№», or «N», «No» before a digit.
fn after_sign(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix(['№', '#']) {
        return Some(rest);
    }
    let rest = text.strip_prefix(['N', 'n'])?;
    // The second letter is Latin or Cyrillic, as the keyboard happened to stand.
    let rest = rest.strip_prefix(['o', 'O', 'о', 'О', '°', 'º']).unwrap_or(rest);
    let rest = rest.trim_start_matches(|c: char| c == '.' || c.is_whitespace());
    rest.starts_with(|c: char| c.is_ascii_digit()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_without_its_sign() {
        let cases: Vec<(String, String)> =
            serde_json::from_str(include_str!("../../cases/document-numbers.json")).unwrap();
        for (typed, number) in cases {
            assert_eq!(document_number(&typed), number, "{typed:?}");
            assert_eq!(document_number(&number), number, "what is clean stays");
        }
    }
}
