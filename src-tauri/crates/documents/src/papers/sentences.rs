//! Typed fragments made into sentences of a paper.

/// «признать работу удовлетворительной» → «Признать работу удовлетворительной.»
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let mut result: String = first.to_uppercase().collect();
    result.push_str(letters.as_str());
    let open = result.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '»' | ')' | '"' | '%'));
    if open {
        result.push('.');
    }
    result
}

/// «Об итогах года» → «об итогах года», to stand after «Соколова М. В. —». An abbreviation keeps its
/// capitals.
pub(crate) fn lowered(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_become_sentences() {
        assert_eq!(sentence("признать работу"), "Признать работу.");
        assert_eq!(sentence(" Принято. "), "Принято.");
        assert_eq!(sentence("принять план «Школа»"), "Принять план «Школа».");
        assert_eq!(sentence("один;"), "Один;");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn topics_stand_after_a_dash() {
        assert_eq!(lowered("Об итогах"), "об итогах");
        assert_eq!(lowered("ВПР и ОГЭ"), "ВПР и ОГЭ");
        assert_eq!(lowered("О"), "о");
        assert_eq!(lowered(""), "");
    }
}
