//! Words of a text, folded: lower case, «ё» as «е», without stress marks and soft hyphens.

use std::ops::Range;

/// Letters of a word beyond which two words are the same. A text without spaces must not become one endless
/// word.
const LONGEST: usize = 64;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub place: Range<usize>,
    /// The word folded.
    pub folded: String,
}

/// The words of a text in order. Everything but letters and digits parts words, hyphens too, so that either
/// half of a double surname is found.
pub fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while rest.next_if(|(_, c)| !is_letter(*c)).is_some() {}
        let &(start, _) = rest.peek()?;
        // A word of twelve letters fits without growing.
        let mut folded = String::with_capacity(24);
        let (mut end, mut length) = (start, 0);
        while let Some((at, c)) = rest.next_if(|(_, c)| is_letter(*c) || is_silent(*c)) {
            end = at + c.len_utf8();
            if length < LONGEST {
                fold(c, &mut folded);
                length += 1;
            }
        }
        Some(Word { place: start..end, folded })
    })
}

/// The whole text folded, with whatever stands between its words.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut all));
    all
}

/// Letters and digits of any script. Russian ones are told first: nearly all are, and a long protocol has many.
fn is_letter(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я') || c.is_alphanumeric()
}

/// Marks that stand inside a word without parting it: accents, soft hyphens, joiners.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn fold(c: char, folded: &mut String) {
    match c {
        'а'..='я' | 'a'..='z' | '0'..='9' => folded.push(c),
        'ё' | 'Ё' => folded.push('е'),
        // «й» typed on some systems is «и» with a breve of its own.
        '\u{306}' if folded.ends_with('и') => {
            folded.pop();
            folded.push('й');
        }
        c if is_silent(c) => {}
        c => folded.extend(c.to_lowercase().filter(|c| !is_silent(*c))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("Щербакова-Дёмина А. В.", &["щербакова", "демина", "а", "в"])]
    #[case("Приказ № 97/1 от 29.08.2025", &["приказ", "97", "1", "от", "29", "08", "2025"])]
    #[case("за\u{ad}се\u{301}дани\u{306}", &["заседанй"])]
    #[case("е\u{308}лка", &["елка"])]
    #[case(" — \"*(« ", &[])]
    fn text_falls_into_words(#[case] text: &str, #[case] expected: &[&str]) {
        let folded: Vec<_> = words(text).map(|word| word.folded).collect();
        assert_eq!(folded, expected);
    }

    #[test]
    fn a_whole_text_is_folded() {
        assert_eq!(folded("Сём\u{ad}ина: «ПЛАН № 2»"), "семина: «план № 2»");
    }

    proptest! {
        #[test]
        fn words_stand_where_they_say(text in any::<String>()) {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.place.start >= end && word.place.end <= text.len());
                prop_assert!(text.is_char_boundary(word.place.start) && text.is_char_boundary(word.place.end));
                prop_assert!(!word.folded.contains(|c: char| c.is_ascii_punctuation() || c.is_whitespace()));
                end = word.place.end;
            }
        }
    }
}
