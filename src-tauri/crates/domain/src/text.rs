//! How a text is kept. Everything stays as typed, save the signs that no paper and no screen can show: they come
//! along when something is pasted from Word or from a damaged file, and nobody can find and delete them.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text as it is kept: line ends of every kind become a line feed, and signs that cannot be seen go. A hyphen of
/// Word that holds two words together becomes a hyphen. A letter that came as two signs, as files of a Mac have «й» and
/// «ё», becomes one, or no search and no comparison would find it.
///
/// The page does the same while something is pasted (`ui/src/words/cleaned.js`); one table of cases holds both to it.
#[must_use]
pub fn cleaned(text: &str) -> Cow<'_, str> {
    // Nearly every text is of these signs alone, and each is looked at on every save.
    if text.chars().all(is_usual) {
        return Cow::Borrowed(text);
    }
    if !text.chars().any(|sign| kept_as(sign) != Some(sign)) {
        return if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
    }
    let mut kept = String::with_capacity(text.len());
    let mut after_return = false;
    for sign in text.chars() {
        // A carriage return has become the line end already.
        let ended = after_return && sign == '\n';
        after_return = sign == '\r';
        if !ended {
            kept.extend(kept_as(sign));
        }
    }
    // What has gone may have stood between a letter and its mark.
    Cow::Owned(if is_nfc(&kept) { kept } else { kept.nfc().collect() })
}

/// Whether a text could be kept as it is.
#[must_use]
pub fn is_clean(text: &str) -> bool {
    matches!(cleaned(text), Cow::Borrowed(_))
}

/// Signs that stay as they are and neither join another sign nor are joined by one.
fn is_usual(sign: char) -> bool {
    matches!(sign, ' '..='~' | 'А'..='я' | '\n' | 'ё' | 'Ё' | '«' | '»' | '–' | '—' | '№' | '…' | '\u{a0}')
}

fn kept_as(sign: char) -> Option<char> {
    match sign {
        '\n' | '\t' => Some(sign),
        // Word's line end within a paragraph, its page break, and the line ends of Unicode.
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        // Word writes its hyphen that holds as a control sign.
        '\u{1e}' => Some('-'),
        // Places for a hyphen, spaces without width, marks of byte order.
        '\u{ad}' | '\u{200b}' | '\u{feff}' => None,
        _ if sign.is_control() => None,
        _ => Some(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Case {
        said: String,
        from: String,
        to: String,
    }

    #[test]
    fn texts_are_kept_as_the_table_says() {
        let cases: Vec<Case> =
            serde_json::from_str(include_str!("../tests/fixtures/cleaned.json")).expect("a table");
        for Case { said, from, to } in cases {
            assert_eq!(cleaned(&from), to, "{said}");
        }
    }

    #[test]
    fn usual_signs_stay_as_they_are_whatever_stands_beside_them() {
        use unicode_normalization::{IsNormalized, is_nfc_quick};
        for sign in ('\0'..=char::MAX).filter(|sign| is_usual(*sign)) {
            assert_eq!(kept_as(sign), Some(sign));
            assert_eq!(is_nfc_quick(std::iter::once(sign)), IsNormalized::Yes, "{sign}");
        }
    }

    /// Any text, rich in the signs that matter here.
    fn texts() -> impl Strategy<Value = String> {
        let sign = prop_oneof![
            any::<char>(),
            (0_u32..0xa0).prop_map(|code| char::from_u32(code).unwrap_or(' ')),
            proptest::sample::select(vec![
                '\r', '\n', '\u{2028}', '\u{2029}', '\u{feff}', '\u{ad}', '\u{200b}', '\u{306}', '\u{308}',
                'и', 'е'
            ]),
        ];
        proptest::collection::vec(sign, 0..40).prop_map(|signs| signs.into_iter().collect())
    }

    proptest! {
        #[test]
        fn a_cleaned_text_can_be_kept_and_stays_what_it_is(text in texts()) {
            let kept = cleaned(&text).into_owned();
            prop_assert!(is_clean(&kept));
            prop_assert_eq!(cleaned(&kept), kept.as_str());
            prop_assert!(kept.chars().all(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')));
        }

        #[test]
        fn no_letter_is_lost(text in texts()) {
            // Taken apart into signs; marks of one letter have no order.
            let seen = |text: &str| -> Vec<char> {
                let apart = text.nfd().filter(|sign| sign.is_alphanumeric() || sign.is_ascii_punctuation());
                let mut signs: Vec<char> = apart.collect();
                signs.sort_unstable();
                signs
            };
            let given = seen(&text.replace('\u{1e}', "-"));
            prop_assert_eq!(seen(&cleaned(&text)), given);
        }
    }
}
