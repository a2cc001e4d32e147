//! Just enough of Rust's grammar to tell code, comments, strings and test modules apart.

/// A string literal: where it begins, and what stands between its quotes, unescaped escapes and all.
pub(crate) struct Literal {
    pub(crate) at: usize,
    pub(crate) text: String,
}

/// Rust text taken apart. Byte offsets are those of the original.
pub(crate) struct Source {
    /// The text with comments and the insides of strings blanked out.
    pub(crate) code: String,
    /// The text with comments alone blanked out.
    pub(crate) uncommented: String,
    pub(crate) literals: Vec<Literal>,
}

impl Source {
    /// Takes a file's text apart.
    pub(crate) fn parse(text: &str) -> Self {
        let mut reader = Reader { text: text.as_bytes(), at: 0, code: text.into(), literals: Vec::new() };
        let mut comments = Vec::new();
        while reader.at < reader.text.len() {
            let begun = reader.at;
            if reader.comment() {
                comments.push(begun..reader.at);
            } else if !reader.string() && !reader.character() {
                reader.at += 1;
            }
        }
        let mut code = reader.code;
        let mut uncommented: Vec<u8> = text.into();
        for range in comments {
            blank(&mut code[range.clone()]);
            blank(&mut uncommented[range]);
        }
        Self {
            code: String::from_utf8_lossy(&code).into_owned(),
            uncommented: String::from_utf8_lossy(&uncommented).into_owned(),
            literals: reader.literals,
        }
    }

    /// The same, with what stands under `#[cfg(test)]` blanked out everywhere.
    pub(crate) fn without_tests(mut self) -> Self {
        const MARK: &str = "#[cfg(test)]";
        let mut from = 0;
        while let Some(found) = self.code[from..].find(MARK) {
            let begun = from + found;
            let end = item_end(&self.code, begun + MARK.len());
            self.literals.retain(|literal| !(begun..end).contains(&literal.at));
            for text in [&mut self.code, &mut self.uncommented] {
                let mut bytes = std::mem::take(text).into_bytes();
                blank(&mut bytes[begun..end]);
                *text = String::from_utf8_lossy(&bytes).into_owned();
            }
            from = end;
        }
        self
    }
}

/// The line, counted from one, on which an offset lies.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// Whether a word stands at an offset by itself and not as a part of a longer name.
pub(crate) fn stands_alone(text: &str, at: usize, word: &str) -> bool {
    let part_of_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let before = at.checked_sub(1).map(|before| text.as_bytes()[before]);
    let after = text.as_bytes().get(at + word.len()).copied();
    let ends_in_name = word.bytes().last().is_some_and(part_of_name);
    let longer = before.is_some_and(part_of_name) || (ends_in_name && after.is_some_and(part_of_name));
    !longer
}

/// Every line on which a word stands by itself.
pub(crate) fn lines_with(text: &str, word: &str) -> Vec<usize> {
    text.match_indices(word)
        .filter(|(at, _)| stands_alone(text, *at, word))
        .map(|(at, _)| line_of(text, at))
        .collect()
}

fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
}

/// The end of the item that begins after an attribute: its `;`, or the brace that closes its first one.
fn item_end(code: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return at + 1,
            b'}' => depth -= 1,
            b';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    code: Vec<u8>,
    literals: Vec<Literal>,
}

impl Reader<'_> {
    fn rest(&self) -> &[u8] {
        &self.text[self.at..]
    }

    fn comment(&mut self) -> bool {
        if self.rest().starts_with(b"//") {
            self.at += self.rest().iter().position(|byte| *byte == b'\n').unwrap_or(self.rest().len());
            return true;
        }
        if !self.rest().starts_with(b"/*") {
            return false;
        }
        // Rust nests its block comments.
        let mut depth = 0_usize;
        while self.at < self.text.len() {
            if self.rest().starts_with(b"/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with(b"*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    break;
                }
            } else {
                self.at += 1;
            }
        }
        true
    }

    fn string(&mut self) -> bool {
        let in_name = self.at > 0 && {
            let before = self.text[self.at - 1];
            before.is_ascii_alphanumeric() || before == b'_'
        };
        let prefix =
            if in_name { 0 } else { self.rest().iter().take_while(|byte| b"bcr".contains(byte)).count() };
        let raw = self.rest()[..prefix].contains(&b'r');
        let hashes = self.rest()[prefix..].iter().take_while(|byte| raw && **byte == b'#').count();
        if self.rest().get(prefix + hashes) != Some(&b'"') {
            return false;
        }
        let begun = self.at;
        let inside = begun + prefix + hashes + 1;
        let end = if raw { self.raw_end(inside, hashes) } else { self.plain_end(inside) };
        self.literals
            .push(Literal { at: begun, text: String::from_utf8_lossy(&self.text[inside..end]).into_owned() });
        blank(&mut self.code[inside..end]);
        self.at = (end + 1 + hashes).min(self.text.len());
        true
    }

    fn raw_end(&self, inside: usize, hashes: usize) -> usize {
        let closing = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
        let found = self.text[inside..].windows(closing.len()).position(|window| window == closing);
        found.map_or(self.text.len(), |at| inside + at)
    }

    fn plain_end(&self, inside: usize) -> usize {
        let mut at = inside;
        while at < self.text.len() && self.text[at] != b'"' {
            at += if self.text[at] == b'\\' { 2 } else { 1 };
        }
        at.min(self.text.len())
    }

    /// A character such as `'"'` or `'\''` must not be taken for the beginning of a string; a lifetime is not one.
    fn character(&mut self) -> bool {
        let rest = self.rest();
        if rest.first() != Some(&b'\'') {
            return false;
        }
        let length = match rest.get(1) {
            Some(b'\\') => rest.iter().skip(3).position(|byte| *byte == b'\'').map(|at| at + 4),
            // One character is at most four bytes between two quotes.
            Some(_) => {
                let text = String::from_utf8_lossy(&rest[1..rest.len().min(5)]);
                let width = text.chars().next().map_or(1, char::len_utf8);
                (rest.get(1 + width) == Some(&b'\'')).then_some(width + 2)
            }
            None => None,
        };
        let Some(length) = length else { return false };
        blank(&mut self.code[self.at + 1..self.at + length - 1]);
        self.at += length;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        Source::parse(text).code
    }

    #[test]
    fn comments_and_strings_are_blanked_and_code_is_kept() {
        assert_eq!(code("a // b\nc"), "a     \nc");
        assert_eq!(code("a /* b /* c */ d */ e"), "a                   e");
        assert_eq!(code(r#"f("x // y", z)"#), r#"f("      ", z)"#);
        assert_eq!(code(r##"r#"a "q" b"# end"##), r##"r#"       "# end"##);
        assert_eq!(code(r#""a\"b" c"#), r#""    " c"#);
    }

    #[test]
    fn characters_and_lifetimes_do_not_open_strings() {
        assert_eq!(code(r#"x == '"' && y"#), "x == ' ' && y");
        assert_eq!(code(r"x == '\'' // q"), r"x == '  '     ");
        assert_eq!(code("fn f<'a>(x: &'a str) // '"), "fn f<'a>(x: &'a str)     ");
        assert_eq!(code("'ж' \"ж\""), "'  ' \"  \"");
    }

    #[test]
    fn literals_are_collected_with_their_places() {
        let source = Source::parse("let a = \"one\";\nlet b = r\"two\";");
        let found: Vec<_> = source.literals.iter().map(|literal| literal.text.as_str()).collect();
        assert_eq!(found, ["one", "two"]);
        assert_eq!(line_of(&source.code, source.literals[1].at), 2);
    }

    #[test]
    fn tests_inside_a_file_are_left_out_and_what_follows_is_kept() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { \"s\"; } }\nfn c() {}\n#[cfg(test)]\nuse d;\nfn e() {}";
        let source = Source::parse(text).without_tests();
        assert!(!source.code.contains("fn b") && !source.code.contains("use d"), "{}", source.code);
        assert!(source.code.contains("fn c()") && source.code.contains("fn e()"));
        assert!(source.literals.is_empty());
    }

    #[test]
    fn words_are_found_whole() {
        assert_eq!(lines_with("todo!()\nmy_todo!()\n", "todo!"), [1]);
        assert_eq!(lines_with("Utc::now()\nUtc::nowhere()", "Utc::now"), [1]);
    }
}
