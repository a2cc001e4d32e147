//! Typed fragments made into sentences of a paper.

use pps_domain::calendar::Term;
use pps_domain::records::{BodyWords, Mark, Move};
use pps_domain::russian::partial_in_table;

/// «профессионального педагогического сообщества «…»», to stand after «План работы», «Состав», «заседания».
pub(crate) fn of_community(body: &BodyWords, name: &str) -> String {
    body.name_in_genitive(name)
}

/// The same, or nothing for a community without a name.
pub(crate) fn whose(body: &BodyWords, name: &str) -> String {
    if name.trim().is_empty() { String::new() } else { body.name_in_genitive(name) }
}

/// The lines that hold something.
pub(crate) fn in_lines<const N: usize>(lines: [String; N]) -> String {
    super::people::filled(lines).join("\n")
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
        Term::Day { .. }
        | Term::Days { .. }
        | Term::Months { words: None, .. }
        | Term::Span { words: None, .. } => {
            format!("перенесено на {term}")
        }
        _ => format!("перенесено, новый срок — {term}"),
    }
}

/// A transfer with its reason: «перенесено на март: болезнь эксперта».
pub(crate) fn moved(one: &Move) -> String {
    let reason = one.reason.trim();
    let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    format!("{}{reason}", transferred(&one.to))
}

/// What came of it: «выполнено 19.03.2026, 6 уроков: карантин».
pub(crate) fn marked(mark: &Mark) -> String {
    let mut words = mark.state.in_words().to_owned();
    if let Some(date) = mark.date {
        words.push(' ');
        words.push_str(&partial_in_table(date));
    }
    for (sign, part) in [(", ", &mark.result), (": ", &mark.reason)] {
        if !part.trim().is_empty() {
            words.push_str(sign);
            words.push_str(part);
        }
    }
    words
}

/// A typed sentence with its end mended by a full stop. Its beginning stays as typed: a name such as
/// «iPhone» or a slip such as «рЯзань» is the writer's own, and a program that guesses makes it worse.
pub(crate) fn stopped(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '»' | ')' | '"' | '%')) {
        format!("{text}.")
    } else {
        text.to_owned()
    }
}

/// «Об итогах года» → «об итогах года», to stand after «Соколова М. В. —». Only the preposition with which
/// most topics begin is lowered: any other first word may be a name.
pub(crate) fn lowered(text: &str) -> String {
    let text = text.trim();
    let preposition =
        text.split(char::is_whitespace).next().filter(|word| matches!(*word, "О" | "Об" | "Обо"));
    // A preposition with nothing after it is not one.
    match preposition.and_then(|word| text.strip_prefix(word)).filter(|rest| !rest.is_empty()) {
        Some(rest) => format!("{}{rest}", &text[..text.len() - rest.len()].to_lowercase()),
        None => text.to_owned(),
    }
}

/// «о ходе решений» → «О ходе решений», where nobody's name stands before it. As with [`lowered`], only the
/// preposition of a topic is touched.
pub(crate) fn raised(text: &str) -> String {
    let text = text.trim();
    match text.split(char::is_whitespace).next() {
        Some("о" | "об" | "обо") => {
            let mut letters = text.chars();
            let first = letters.next().map(char::to_uppercase).into_iter().flatten();
            first.chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::no_stop("признать работу", "признать работу.")]
    #[case::stop(" Принято. ", "Принято.")]
    #[case::quotes("принять план «Школа»", "принять план «Школа».")]
    #[case::another_end("один;", "один;")]
    #[case::foreign_name("iPhone купить", "iPhone купить.")]
    #[case::slip("рЯзань", "рЯзань.")]
    #[case::nothing("", "")]
    fn a_sentence_begins_as_typed(#[case] typed: &str, #[case] printed: &str) {
        assert_eq!(stopped(typed), printed);
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

    #[rstest]
    #[case::o("о ходе решений", "О ходе решений")]
    #[case::ob("об итогах", "Об итогах")]
    #[case::unbroken("о\u{a0}плане", "О\u{a0}плане")]
    #[case::slip("рЯзань", "рЯзань")]
    #[case::verb("доклад прилагается", "доклад прилагается")]
    #[case::nothing("", "")]
    fn the_preposition_that_begins_a_paragraph_is_raised(#[case] typed: &str, #[case] printed: &str) {
        assert_eq!(raised(typed), printed);
    }

    #[rstest]
    #[case::o("О плане работы", "о плане работы")]
    #[case::ob("Об итогах", "об итогах")]
    #[case::obo("Обо всём", "обо всём")]
    #[case::unbroken("О\u{a0}плане", "о\u{a0}плане")]
    #[case::abbreviation("О ВПР", "о ВПР")]
    #[case::person("Панина Е. В. о конкурсах", "Панина Е. В. о конкурсах")]
    #[case::initial("О. В. Панина", "О. В. Панина")]
    #[case::place("Рязанская область: опыт", "Рязанская область: опыт")]
    #[case::like_a_preposition("Область: опыт", "Область: опыт")]
    #[case::verb("Утвердить план", "Утвердить план")]
    #[case::capitals("ВПР и ОГЭ", "ВПР и ОГЭ")]
    #[case::letter("О", "О")]
    #[case::nothing("", "")]
    fn only_the_preposition_of_a_topic_is_lowered(#[case] typed: &str, #[case] printed: &str) {
        assert_eq!(lowered(typed), printed);
    }
}
