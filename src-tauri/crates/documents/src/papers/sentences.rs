//! Typed fragments made into sentences of a paper.

use pps_domain::calendar::Term;

/// «профессионального педагогического сообщества «…»», to stand after «План работы», «Состав»,
/// «заседания»: the usual name is put into the genitive, any other stands in quotes after «ППС».
pub(crate) fn of_community(name: &str) -> String {
    const USUAL: &str = "Профессиональное педагогическое сообщество";
    const GENITIVE: &str = "профессионального педагогического сообщества";
    let name = name.trim();
    match name.strip_prefix(USUAL) {
        Some(rest) => format!("{GENITIVE}{rest}"),
        None if name.is_empty() => GENITIVE.to_owned(),
        None => format!("ППС «{}»", name.trim_matches(['«', '»'])),
    }
}

/// A theme stands in quotes unless it was typed with some.
pub(crate) fn quoted(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.contains(['«', '"', '\n']) {
        text.to_owned()
    } else {
        format!("«{}»", text.trim_end_matches('.'))
    }
}

/// «перенесено на март». A term that does not follow «на» in the same form is named after a dash.
pub(crate) fn transferred(to: &Term) -> String {
    let term = to.in_table();
    match to {
        Term::Day { .. } | Term::Months { .. } | Term::Span { .. } => format!("перенесено на {term}"),
        Term::Until { .. } | Term::Monthly | Term::Quarterly | Term::WholeYear | Term::Words { .. } => {
            format!("перенесено, новый срок — {term}")
        }
    }
}

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
    fn a_community_is_named_in_the_genitive() {
        assert_eq!(
            of_community("Профессиональное педагогическое сообщество «Ф»"),
            "профессионального педагогического сообщества «Ф»"
        );
        assert_eq!(of_community("«Чтение»"), "ППС «Чтение»");
        assert_eq!(of_community(" "), "профессионального педагогического сообщества");
    }

    #[test]
    fn a_theme_has_quotes_once() {
        assert_eq!(quoted("Оценивание на уроке."), "«Оценивание на уроке»");
        assert_eq!(quoted("«Оценивание» на уроке"), "«Оценивание» на уроке");
        assert_eq!(quoted(" "), "");
    }

    #[test]
    fn a_transfer_is_said_in_the_right_form() {
        let until = Term::Until { date: "2026-03-01".parse().unwrap() };
        assert_eq!(transferred(&until), "перенесено, новый срок — до 01.03.2026");
        let day = Term::Day { date: "2026-03-01".parse().unwrap() };
        assert_eq!(transferred(&day), "перенесено на 01.03.2026");
    }

    #[test]
    fn topics_stand_after_a_dash() {
        assert_eq!(lowered("Об итогах"), "об итогах");
        assert_eq!(lowered("ВПР и ОГЭ"), "ВПР и ОГЭ");
        assert_eq!(lowered("О"), "о");
        assert_eq!(lowered(""), "");
    }
}
