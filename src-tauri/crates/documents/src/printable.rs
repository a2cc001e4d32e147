//! Makes any text that a person can store fit for paper.
//!
//! PDF/A and PDF/UA refuse a whole document for one emoji or one stray control character. A leader
//! who pasted a remark from a messenger on the last evening must still get the report, so each
//! string goes through [`printable`] before Typst sees it.

use crate::render::typst::has_glyph;

/// Stands for a character that the papers' typeface cannot show.
pub const REPLACEMENT: char = '\u{FFFD}';

/// Returns the text with everything that paper cannot bear replaced or dropped.
///
/// Line ends of every kind become `\n`. Invisible marks (byte order mark, direction marks, joiners,
/// soft hyphens, variation selectors) are dropped, since they show nothing and break searching in
/// the finished file. Characters that the typeface lacks become U+FFFD, so that the reader sees
/// that something stood there.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\r' => {
                rest.next_if_eq(&'\n');
                result.push('\n');
            }
            // Word writes a line break inside a paragraph as U+000B and a page break as U+000C.
            '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => result.push('\n'),
            '\t' => result.push(' '),
            // Word's own non-breaking hyphen, which survives copying as plain text.
            '\u{1E}' => result.push('-'),
            // Text copied from a Mac comes in pieces: «й» as «и» and a breve.
            '\u{306}' if result.ends_with('и') => swap_last(&mut result, 'й'),
            '\u{306}' if result.ends_with('И') => swap_last(&mut result, 'Й'),
            '\u{308}' if result.ends_with('е') => swap_last(&mut result, 'ё'),
            '\u{308}' if result.ends_with('Е') => swap_last(&mut result, 'Ё'),
            _ if character.is_control() || is_invisible(character) => {}
            _ if is_private_or_noncharacter(character) => result.push(REPLACEMENT),
            _ if has_glyph(character) => result.push(character),
            '\u{202F}' | '\u{2007}' => result.push('\u{A0}'),
            '\u{2010}' | '\u{2011}' => result.push('-'),
            '\u{2212}' => result.push('–'),
            _ if character.is_whitespace() => result.push(' '),
            _ => result.push(REPLACEMENT),
        }
    }
    result
}

fn swap_last(text: &mut String, with: char) {
    text.pop();
    text.push(with);
}

/// Characters that show nothing by themselves (Unicode's default ignorable code points).
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

fn is_private_or_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    matches!(code, 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF | 0xFDD0..=0xFDEF | 0xFFFC)
        || code & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::plain("Протокол № 3 — «ё»", "Протокол № 3 — «ё»")]
    #[case::typed_quotes("слово \"так\" и 'так'", "слово \"так\" и 'так'")]
    #[case::windows_lines("раз\r\nдва\rтри", "раз\nдва\nтри")]
    #[case::rare_lines("раз\u{85}два\u{2028}три\u{2029}четыре\u{B}пять", "раз\nдва\nтри\nчетыре\nпять")]
    #[case::emoji("Отлично 👍🏽!", "Отлично \u{FFFD}\u{FFFD}!")]
    #[case::tick_with_selector("да ✔\u{FE0F}", "да \u{FFFD}")]
    #[case::chinese("汉字", "\u{FFFD}\u{FFFD}")]
    #[case::byte_order_mark("\u{FEFF}Тема", "Тема")]
    #[case::control("а\u{0}б\u{7F}в\u{9B}", "абв")]
    #[case::direction_marks("\u{200F}\u{202E}текст\u{202C}\u{2066}\u{2069}", "текст")]
    #[case::soft_hyphen("про\u{AD}то\u{AD}кол", "протокол")]
    #[case::zero_width("сло\u{200B}во", "слово")]
    #[case::private_use("пункт \u{F0B7} список", "пункт \u{FFFD} список")]
    #[case::noncharacter("\u{FFFE}\u{FFFF}\u{FDD0}\u{1FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")]
    #[case::object("\u{FFFC}", "\u{FFFD}")]
    #[case::mac("и\u{306}И\u{306}е\u{308}Е\u{308}", "йЙёЁ")]
    #[case::tab("а\tб", "а б")]
    #[case::wide_space("а\u{3000}б", "а б")]
    #[case::word_hyphen("кто\u{1E}то", "кто-то")]
    fn makes_text_printable(#[case] typed: &str, #[case] printed: &str) {
        assert_eq!(printable(typed), printed);
    }

    #[test]
    fn the_replacement_itself_can_be_shown() {
        assert!(has_glyph(REPLACEMENT), "the typeface lacks the replacement character");
        assert!("№«»—–…ёЁ\u{A0}".chars().all(has_glyph));
    }

    #[test]
    fn twice_is_the_same_as_once() {
        let once = printable("и\u{306}\u{306}\r\n\u{FEFF}👍\u{301}");
        assert_eq!(printable(&once), once);
    }
}
