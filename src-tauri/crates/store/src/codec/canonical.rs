//! The canonical text of a JSON value: keys sorted, no spaces. The same value gives the same bytes in every
//! build, whichever features of `serde_json` another crate has switched on.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The canonical text of a value.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, None, &mut text);
    text
}

/// The same with one value per line, as an engineer likes to read it.
#[must_use]
pub fn pretty(value: &Value) -> String {
    let mut text = String::new();
    write(value, Some(0), &mut text);
    text
}

/// Writes a value; `indent` is the depth in a text of one value per line.
fn write(value: &Value, indent: Option<usize>, text: &mut String) {
    let inner = indent.map(|depth| depth + 1);
    match value {
        Value::Object(map) if !map.is_empty() => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_unstable_by_key(|(key, _)| *key);
            text.push('{');
            for (index, (key, value)) in entries.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                new_line(inner, text);
                quote(key, text);
                text.push_str(if indent.is_some() { ": " } else { ":" });
                write(value, inner, text);
            }
            new_line(indent, text);
            text.push('}');
        }
        Value::Array(items) if !items.is_empty() => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                new_line(inner, text);
                write(item, inner, text);
            }
            new_line(indent, text);
            text.push(']');
        }
        other => scalar(other, text),
    }
}

fn scalar(value: &Value, text: &mut String) {
    use std::fmt::Write;
    match value {
        Value::String(string) => quote(string, text),
        // Writing to a `String` cannot fail.
        other => drop(write!(text, "{other}")),
    }
}

/// Adds a string as JSON writes it. A protocol is a long text that goes through here at every save, and as a whole once
/// more for each hash, so it is taken over in pieces and not sign by sign.
pub(crate) fn quote(string: &str, text: &mut String) {
    text.reserve(string.len() + string.len() / 8 + 2);
    text.push('"');
    let mut rest = string;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)) {
        let (before, after) = rest.split_at(at);
        text.push_str(before);
        // What has to be written otherwise is one byte long.
        let (sign, after) = after.split_at(1);
        match sign {
            "\"" => text.push_str("\\\""),
            "\\" => text.push_str("\\\\"),
            "\n" => text.push_str("\\n"),
            "\r" => text.push_str("\\r"),
            "\t" => text.push_str("\\t"),
            "\u{8}" => text.push_str("\\b"),
            "\u{c}" => text.push_str("\\f"),
            other => {
                text.push_str("\\u00");
                text.push_str(&hex(other.as_bytes()));
            }
        }
        rest = after;
    }
    text.push_str(rest);
    text.push('"');
}

fn new_line(indent: Option<usize>, text: &mut String) {
    if let Some(depth) = indent {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    }
}

/// A SHA-256.
pub type Hash = [u8; 32];

/// The SHA-256 of bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// The hash as 64 lower-case hexadecimal digits.
#[must_use]
pub fn hex(hash: &[u8]) -> String {
    use std::fmt::Write;
    hash.iter().fold(String::with_capacity(hash.len() * 2), |mut text, byte| {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The hash written as 64 lower-case hexadecimal digits.
#[must_use]
pub fn from_hex(text: &str) -> Option<Hash> {
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
    }
    Some(hash)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    proptest! {
        #[test]
        fn a_string_is_written_as_json_writes_it(string in any::<String>(), signs in "[\u{0}-\u{24}\\\\яё/]{0,20}") {
            for string in [string, signs] {
                let mut text = String::new();
                quote(&string, &mut text);
                prop_assert_eq!(text, serde_json::to_string(&string).unwrap());
            }
        }
    }

    #[test]
    fn keys_are_sorted_at_every_depth() {
        let value = json!({"я": 1, "b": [{"d": null, "c": "\"\n"}], "a": {}, "e": []});
        assert_eq!(canonical(&value), r#"{"a":{},"b":[{"c":"\"\n","d":null}],"e":[],"я":1}"#);
        assert_eq!(
            pretty(&json!({"b": [1, {}], "a": "x"})),
            "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    {}\n  ]\n}"
        );
    }

    #[test]
    fn hexadecimal_digits_are_read_back() {
        let hash = sha256("ППС".as_bytes());
        assert_eq!(from_hex(&hex(&hash)), Some(hash));
        assert_eq!(from_hex(&hex(&hash).to_uppercase()), None);
        assert_eq!(from_hex("ab"), None);
    }
}
