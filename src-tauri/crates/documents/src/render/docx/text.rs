//! Text as it goes into a part of the file.

use std::fmt::Write;

use crate::typography::BREAK;

/// What every part begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The names of Word's own elements.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const NO_BREAK: char = '\u{A0}';

/// The text with what XML does not bear escaped or left out.
pub(super) fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => result.push_str("&amp;"),
            '<' => result.push_str("&lt;"),
            '>' => result.push_str("&gt;"),
            '"' => result.push_str("&quot;"),
            // Word breaks a word that is longer than a line by itself.
            BREAK => {}
            '\n' | '\t' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => {
                result.push(character);
            }
            _ => {}
        }
    }
    result
}

/// The lines of a typed text; blank ones only push paragraphs apart and are dropped.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(|line| line.trim_matches(' ')).filter(|line| !line.is_empty())
}

/// Whether there is something to print: an optional part without it leaves no trace.
pub(super) fn has(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The optional text, if it holds something.
pub(super) fn filled(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| has(text))
}

/// The parts that hold something, joined.
pub(super) fn joined(parts: &[&str], between: &str) -> String {
    parts.iter().copied().filter(|part| has(part)).collect::<Vec<_>>().join(between)
}

/// A sentence's end, unless there is one: «Ларина С. Ю.», «до 1 марта 2026 г.».
pub(super) fn stopped(text: &str) -> String {
    let text =
        text.trim_start().trim_end_matches(|last: char| last.is_whitespace() || matches!(last, ',' | ';'));
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// The runs of a typed text. A name with initials or a date with its year is never parted inside its
/// words («Лари-на С. Ю.», «10 сен-тября 2025 г.»): Word does not hyphenate what it does not proof.
pub(super) fn runs(text: &str) -> String {
    let mut result = String::new();
    for (index, line) in lines(text).enumerate() {
        if index > 0 {
            result.push_str("<w:r><w:br/></w:r>");
        }
        let mut plain = String::new();
        for chain in line.split_inclusive(' ') {
            if kept_whole(chain) {
                run(&mut result, &plain, "");
                plain.clear();
                run(&mut result, chain, "<w:noProof/>");
            } else {
                plain.push_str(chain);
            }
        }
        run(&mut result, &plain, "");
    }
    result
}

/// The same runs with letters of this size.
pub(super) fn sized(runs: &str, points: f64) -> String {
    let size = format!("<w:sz w:val=\"{0:.0}\"/><w:szCs w:val=\"{0:.0}\"/>", points * 2.0);
    // Properties of a run stand in the order of the standard: the size comes after those that are used here.
    let with_own = runs.replace("</w:rPr>", &format!("{size}</w:rPr>"));
    with_own.replace("<w:r><w:t ", &format!("<w:r><w:rPr>{size}</w:rPr><w:t "))
}

/// One run of letters with these properties.
pub(super) fn run(result: &mut String, text: &str, properties: &str) {
    let text = escaped(text);
    if text.is_empty() {
        return;
    }
    let all = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    // Writing to a string does not fail.
    let _ = write!(result, "<w:r>{all}<w:t xml:space=\"preserve\">{text}</w:t></w:r>");
}

/// Whether a chain of bound words holds an initial or a year.
fn kept_whole(chain: &str) -> bool {
    let mut words = chain.trim_end().split(NO_BREAK);
    let first = words.next().unwrap_or_default();
    let initial = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.')
    };
    let year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    !first.is_empty() && words.any(|word| initial(word) || year(word))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::markup("<b> & \"так\"", "&lt;b&gt; &amp; &quot;так&quot;")]
    #[case::control("а\u{0}\u{B}\u{1F}б", "аб")]
    #[case::noncharacters("а\u{FFFE}\u{FFFF}б", "аб")]
    #[case::beyond_the_plane("\u{1F44D}", "\u{1F44D}")]
    #[case::break_mark("длинное\u{200B}слово", "длинноеслово")]
    fn text_never_breaks_a_part(#[case] typed: &str, #[case] written: &str) {
        assert_eq!(escaped(typed), written);
    }

    #[rstest]
    #[case("Ларина\u{A0}С.\u{A0}Ю. ", true)]
    #[case("5\u{A0}сентября\u{A0}2025\u{A0}г.", true)]
    #[case("№\u{A0}3", false)]
    #[case("с\u{A0}видеосвязью", false)]
    fn names_and_dates_stay_whole(#[case] chain: &str, #[case] kept: bool) {
        assert_eq!(kept_whole(chain), kept);
    }

    #[test]
    fn every_run_gets_the_size() {
        let made = sized(&runs("Ларина\u{A0}С.\u{A0}Ю. ответит"), 9.0);
        assert_eq!(made.matches("<w:sz w:val=\"18\"/>").count(), 2, "{made}");
        assert!(made.contains("<w:noProof/><w:sz"), "{made}");
    }

    #[rstest]
    #[case("Ларина С. Ю.", "Ларина С. Ю.")]
    #[case("до марта, ", "до марта.")]
    #[case("когда?", "когда?")]
    fn a_sentence_ends_once(#[case] typed: &str, #[case] printed: &str) {
        assert_eq!(stopped(typed), printed);
    }
}
