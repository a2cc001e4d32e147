//! The lines of a calendar file (RFC 5545): escaped, folded, each with CRLF at its end.

/// A line holds no more octets than this, its end not counted.
const LONGEST: usize = 75;

/// The lines written so far.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is the program's own: a word, a day, an identifier.
    pub(super) fn bare(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut taken = 0;
        for letter in line.chars() {
            if taken + letter.len_utf8() > LONGEST {
                // The space that begins a folded line counts too.
                self.0.push_str("\r\n ");
                taken = 1;
            }
            taken += letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }

    /// A property with a text; a blank one leaves no trace.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        let text = escaped(text.trim());
        if !text.is_empty() {
            self.bare(name, &text);
        }
    }

    /// All of them.
    pub(super) fn whole(self) -> String {
        self.0
    }
}

/// The text with what has a meaning in a calendar escaped; marks that show nothing are left out.
fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => {
                result.push('\\');
                result.push(letter);
            }
            '\r' => {
                letters.next_if_eq(&'\n');
                result.push_str("\\n");
            }
            // Word's line break inside a paragraph, and the line ends of other systems.
            '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => result.push_str("\\n"),
            // A phone breaks its lines itself; some show a mark for a space that binds.
            '\t' | '\u{A0}' | '\u{202F}' => result.push(' '),
            _ if letter.is_control() => {}
            _ => result.push(letter),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", text);
        lines.whole()
    }

    #[test]
    fn a_text_keeps_its_signs_and_lines() {
        assert_eq!(said("а; б, в\\г\r\nд\u{0}"), "SUMMARY:а\\; б\\, в\\\\г\\nд\r\n");
        assert_eq!(said(" \n "), "");
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let long = "Щербакова-Дёмина Анастасия 👍 ".repeat(20);
        let file = said(&long);
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert!(file.split("\r\n").filter(|line| !line.is_empty()).skip(1).all(|line| line.starts_with(' ')));
        assert_eq!(file.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", long.trim()));
    }
}
