//! Which text may be stored. Everything is kept as typed, save control characters, which no paper and no
//! screen can show and which usually come from a damaged file.

use thiserror::Error;

/// Why a text cannot be stored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("В тексте есть служебный знак U+{code:04X} (место {position}); удалите его и введите текст ещё раз.")]
pub struct ControlCharacter {
    /// The character's code point.
    pub code: u32,
    /// Its place in the text, counted in characters from one.
    pub position: usize,
}

/// Accepts any text but one with control characters. Line feed, carriage return and tab are ordinary text,
/// since people paste them from Word.
///
/// # Errors
/// The first control character found.
pub fn storable(text: &str) -> Result<(), ControlCharacter> {
    let refused = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    match text.chars().enumerate().find(|(_, c)| refused(*c)) {
        Some((index, c)) => Err(ControlCharacter { code: u32::from(c), position: index + 1 }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("<script>alert(1)</script> # $ * \" \\ 👍 مرحبا 漢字 \u{202e}\u{200f}")]
    #[case("строка\r\nещё\tодна")]
    #[case("")]
    fn ordinary_text_is_kept(#[case] text: &str) {
        assert_eq!(storable(text), Ok(()));
    }

    #[rstest]
    #[case("а\u{0}", 0, 2)]
    #[case("\u{7f}", 0x7f, 1)]
    #[case("аб\u{85}", 0x85, 3)]
    #[case("\u{1b}[31m", 0x1b, 1)]
    fn control_characters_are_refused(#[case] text: &str, #[case] code: u32, #[case] position: usize) {
        assert_eq!(storable(text), Err(ControlCharacter { code, position }));
    }

    proptest! {
        #[test]
        fn what_is_refused_names_a_control_character(text in any::<String>()) {
            match storable(&text) {
                Ok(()) => prop_assert!(text.chars().all(|c| c != '\0'), "a zero character was let through"),
                Err(fault) => {
                    let found = text.chars().nth(fault.position - 1).map(u32::from);
                    prop_assert_eq!(found, Some(fault.code));
                }
            }
        }
    }
}
