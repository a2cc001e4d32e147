//! The canonical text of what `serde_json` has just written: the same text with the keys of every object in order. A
//! record is written thousands of times, and going by way of a tree of values takes four times as long.

/// The text with its keys in order; none where a string holds what no kept text holds, or a key is no plain word. The slower
/// way by values then decides. `json` must be what `serde_json` writes without spaces.
pub(super) fn ordered(json: &str) -> Option<String> {
    let mut source = Source { json, at: 0, into: String::with_capacity(json.len()) };
    source.value()?;
    (source.at == json.len()).then_some(source.into)
}

struct Source<'a> {
    json: &'a str,
    at: usize,
    into: String,
}

/// An entry of an object: its key, and where it stands in the text that is being written.
type Entry<'a> = (&'a str, std::ops::Range<usize>);

impl<'a> Source<'a> {
    fn value(&mut self) -> Option<()> {
        match self.next()? {
            b'{' => self.object(),
            b'[' => self.list(),
            b'"' => {
                let string = self.string()?;
                self.into.push_str(string);
                Some(())
            }
            _ => {
                let rest = &self.json[self.at..];
                let end = rest.find([',', ']', '}']).unwrap_or(rest.len());
                self.into.push_str(&rest[..end]);
                self.at += end;
                Some(())
            }
        }
    }

    fn object(&mut self) -> Option<()> {
        let from = self.into.len();
        let mut entries: Vec<Entry<'a>> = Vec::new();
        self.take('{');
        while self.next()? != b'}' {
            self.take_comma(!entries.is_empty())?;
            let start = self.into.len();
            let key = self.string()?;
            if key.contains('\\') {
                return None;
            }
            self.into.push_str(key);
            self.take(':');
            self.value()?;
            entries.push((key, start..self.into.len()));
        }
        if !entries.is_sorted_by(|one, other| one.0 < other.0) {
            let unordered = self.into.split_off(from);
            entries.sort_unstable_by_key(|(key, _)| *key);
            self.into.push('{');
            for (index, (_, place)) in entries.into_iter().enumerate() {
                if index > 0 {
                    self.into.push(',');
                }
                self.into.push_str(&unordered[place.start - from..place.end - from]);
            }
        }
        self.take('}');
        Some(())
    }

    fn list(&mut self) -> Option<()> {
        self.take('[');
        let mut any = false;
        while self.next()? != b']' {
            self.take_comma(any)?;
            self.value()?;
            any = true;
        }
        self.take(']');
        Some(())
    }

    /// A string with its quotes.
    fn string(&mut self) -> Option<&'a str> {
        let (json, from) = (self.json, self.at);
        let bytes = json.as_bytes();
        let mut at = from + 1;
        loop {
            match bytes.get(at)? {
                b'"' => break,
                // Other signs that JSON has to write so are none that a text keeps.
                b'\\' if matches!(bytes.get(at + 1)?, b'"' | b'\\' | b'n' | b't') => at += 2,
                b'\\' => return None,
                _ => at += 1,
            }
        }
        self.at = at + 1;
        json.get(from..=at)
    }

    fn next(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    /// Takes over what parts this item from the one before, where there is one.
    fn take_comma(&mut self, any: bool) -> Option<()> {
        if any {
            (self.next()? == b',').then(|| self.take(','))?;
        }
        Some(())
    }

    /// Takes over a sign that stands there.
    fn take(&mut self, sign: char) {
        self.into.push(sign);
        self.at += sign.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::super::canonical::{canonical, quote};
    use super::*;

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[а-яa-z\"\\\\\n\t{}:, \\[\\]]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(5, 60, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::vec(("[a-c_]{1,3}", inner), 0..6)
                    .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            ]
        })
    }

    /// As `serde_json` writes it, the keys in any order.
    fn written(value: &Value, text: &mut String) {
        match value {
            Value::Object(map) => {
                text.push('{');
                for (index, (key, value)) in map.iter().rev().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    quote(key, text);
                    text.push(':');
                    written(value, text);
                }
                text.push('}');
            }
            Value::Array(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    written(item, text);
                }
                text.push(']');
            }
            other => text.push_str(&other.to_string()),
        }
    }

    proptest! {
        #[test]
        fn the_text_in_order_is_the_canonical_text_of_the_value(value in values()) {
            let mut text = String::new();
            written(&value, &mut text);
            prop_assert_eq!(ordered(&text), Some(canonical(&value)));
        }
    }

    #[test]
    fn what_no_text_keeps_is_left_to_the_other_way() {
        for text in [r#"{"a":"\r"}"#, r#"["\u0001"]"#, r#"{"a\"b":1}"#, "{", r#"{"a":"#, "[1,", "\"я", "1]"]
        {
            assert_eq!(ordered(text), None, "{text}");
        }
    }
}
