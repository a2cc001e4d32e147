//! Any text that can be stored can be printed, and nothing of it is lost.

use pps_documents::Paper;
use pps_documents::papers::*;
use pps_documents::printable::{REPLACEMENT, printable};
use proptest::prelude::*;

use crate::{example, reader};

/// Text as people paste it: words, odd spaces, symbols from messengers, lines, words without end.
pub(crate) fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[а-яА-ЯёЁ]{1,14}",
        2 => "[a-zA-Z0-9@./:_-]{1,40}",
        1 => "[\u{20}\t\u{A0}]{1,3}",
        1 => "[\r\n]{1,2}",
        1 => "[щw_]{60,90}",
        1 => "\\PC{1,6}",
        1 => prop::collection::vec(any::<char>(), 1..5).prop_map(|all| all.into_iter().collect::<String>()),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.join(" "))
}

/// Puts a text wherever a view model has a string that comes from a person. Headings of sections and
/// of columns are the program's own.
pub(crate) fn filled_with(paper: &Paper, text: &str) -> Paper {
    fn fill(value: &mut serde_json::Value, text: &str) {
        match value {
            serde_json::Value::String(old) => *old = text.to_owned(),
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| fill(item, text)),
            // Headings are the program's own.
            serde_json::Value::Object(fields) if fields.get("kind").is_some_and(|kind| kind == "heading") => {
            }
            serde_json::Value::Object(fields) => fields
                .iter_mut()
                .filter(|(name, _)| {
                    !matches!(
                        name.as_str(),
                        "kind" | "align" | "title" | "columns" | "waves" | "years" | "words"
                    )
                })
                .for_each(|(_, field)| fill(field, text)),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(paper).unwrap();
    fill(&mut value, text);
    serde_json::from_value(value).unwrap()
}

/// The words that can be followed through the file: Hebrew runs from right to left, and a mark on
/// nothing is drawn as the shaper sees fit.
fn words_to_follow(text: &str) -> Vec<String> {
    let ordinary =
        |c: char| matches!(c, '!'..='~' | 'А'..='я' | 'ё' | 'Ё' | '№' | '«' | '»') || c == REPLACEMENT;
    printable(text)
        .split([' ', '\n', '\u{A0}'])
        .filter(|word| !word.is_empty() && word.chars().all(ordinary))
        .map(reader::squeeze)
        .filter(|word| !word.is_empty())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_passes_through_every_paper(text in typed()) {
        for (name, paper) in example::papers() {
            let bytes = reader::pdf(&filled_with(&paper, &text));
            let records = bytes.windows(13).any(|window| window == b"pdfaid:part>2");
            prop_assert!(records, "{name} was refused by the records standard");
        }
    }

    #[test]
    fn prose_keeps_its_words_in_order(text in typed()) {
        let mut protocol = Protocol { example: false, ..example::protocol() };
        protocol.questions[1].heard[0].said = text.clone();
        let all = reader::squeezed(&reader::pdf(&Paper::Protocol(protocol)));
        let mut rest = all.as_str();
        for word in words_to_follow(&text) {
            let found = rest.find(&word);
            prop_assert!(found.is_some(), "{word:?} is lost of {text:?} in {rest:?}");
            rest = &rest[found.unwrap_or_default() + word.len()..];
        }
    }

    #[test]
    fn a_cell_keeps_its_words(text in typed()) {
        let mut plan = Plan { example: false, ..example::plan() };
        plan.groups[0].rows[0].topic = text.clone();
        let bytes = reader::pdf(&Paper::Plan(plan));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let without = reader::pdf(&Paper::Plan({
            let mut plan = Plan { example: false, ..example::plan() };
            plan.groups[0].rows[0].topic = "я".into();
            plan
        }));
        let typed: usize = words_to_follow(&text).iter().map(|word| letters(word)).sum();
        let printed = letters(&reader::squeezed(&bytes)) + 1;
        prop_assert!(printed >= typed + letters(&reader::squeezed(&without)), "{text:?}");
        prop_assert!(reader::inside_margins(&bytes), "{text:?} runs off the sheet");
    }
}
