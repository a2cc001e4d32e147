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
    let mut signs = text.char_indices().peekable();
    std::iter::from_fn(move || {
        // A word of twelve letters fits without growing.
        let mut folded = String::with_capacity(24);
        let place = next_word(&mut signs, &mut folded)?;
        Some(Word { place, folded })
    })
}

/// Hands over the words of a text, folded, in order: for whoever keeps none of them as it is.
pub fn each_word(text: &str, mut take: impl FnMut(&str)) {
    let mut signs = text.char_indices().peekable();
    let mut folded = String::with_capacity(24);
    while next_word(&mut signs, &mut folded).is_some() {
        take(&folded);
        folded.clear();
    }
}

/// The words of a text that may begin with one of the letters, and with few exceptions no others: whoever looks for a
/// word in a long text folds the rest of it for nothing.
pub fn words_beginning<'a>(text: &'a str, letters: &'a [char]) -> impl Iterator<Item = Word> + 'a {
    let mut signs = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            while signs.next_if(|(_, c)| !is_letter(*c)).is_some() {}
            let &(_, first) = signs.peek()?;
            if may_begin(first, letters) {
                let mut folded = String::with_capacity(24);
                let place = next_word(&mut signs, &mut folded)?;
                return Some(Word { place, folded });
            }
            while signs.next_if(|(_, c)| is_letter(*c) || is_silent(*c)).is_some() {}
        }
    })
}

/// Whether a folded word that is written with this letter first may begin with one of those.
fn may_begin(first: char, letters: &[char]) -> bool {
    let folded = match first {
        // A breve may follow, and «й» be meant.
        'и' | 'И' | 'й' | 'Й' => return letters.contains(&'и') || letters.contains(&'й'),
        'а'..='я' | 'a'..='z' | '0'..='9' => first,
        'А'..='Я' => char::from_u32(u32::from(first) + 32).unwrap_or(first),
        'ё' | 'Ё' => 'е',
        _ => return true,
    };
    letters.contains(&folded)
}

type Signs<'a> = std::iter::Peekable<std::str::CharIndices<'a>>;

/// Goes on to the next word and adds it, folded; tells where it stands.
fn next_word(signs: &mut Signs<'_>, folded: &mut String) -> Option<Range<usize>> {
    while signs.next_if(|(_, c)| !is_letter(*c)).is_some() {}
    let &(start, _) = signs.peek()?;
    let (mut end, mut length) = (start, 0);
    while let Some((at, c)) = signs.next_if(|(_, c)| is_letter(*c) || is_silent(*c)) {
        end = at + c.len_utf8();
        if length < LONGEST {
            fold(c, folded);
            length += 1;
        }
    }
    Some(start..end)
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
        fn every_way_through_a_text_finds_the_same_words(
            text in prop_oneof![any::<String>(), "[иИйЙеЕёЁ\u{306}\u{308}абАБzZ9 -]{0,40}"],
            letters in proptest::collection::vec(any::<char>(), 0..2),
        ) {
            let all: Vec<_> = words(&text).collect();
            let mut handed = Vec::new();
            each_word(&text, |word| handed.push(word.to_owned()));
            prop_assert_eq!(handed, all.iter().map(|word| word.folded.clone()).collect::<Vec<_>>());
            let begin = |word: &Word| word.folded.chars().next().is_some_and(|first| letters.contains(&first));
            let found: Vec<_> = words_beginning(&text, &letters).filter(begin).collect();
            prop_assert_eq!(found, all.iter().filter(|word| begin(word)).cloned().collect::<Vec<_>>());
            let firsts: Vec<char> = all.iter().filter_map(|word| word.folded.chars().next()).collect();
            let found = words_beginning(&text, &firsts).filter(|word| !word.folded.is_empty());
            prop_assert_eq!(found.count(), all.iter().filter(|word| !word.folded.is_empty()).count());
        }

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
