//! A first look at a file, before anything of it is kept: whether it is one of ours at all.
//!
//! A value in memory takes many times the room of its text, so a large file of something else must be refused
//! while it is still only text. The look reads the text to its end, which also finds faults of JSON itself.

use std::collections::BTreeMap;
use std::fmt;

use pps_domain::records::Kind;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{FORMAT, LoadError, VERSION};
use crate::codec::in_russian;
use crate::codec::json_path::JsonPath;

/// Larger files are not of one program for one community. Read as values they would not fit into the memory
/// of a school PC.
const LARGEST: u64 = 256 << 20;

/// What the file may hold at its top.
const KNOWN: [&str; 7] = ["bin", "files", "format", "formats", "history", "records", "version"];

/// What it must hold, and how that is called.
const PARTS: [(&str, &str); 5] = [
    ("formats", "formats"),
    ("records", "записи"),
    ("bin", "корзина"),
    ("files", "файлы"),
    ("history", "история"),
];

/// A file that is known to be ours.
pub(super) struct Checked<'a> {
    /// Its text, without the mark that old editors put at its beginning.
    pub(super) text: &'a [u8],
    /// The formats of its records.
    pub(super) formats: BTreeMap<Kind, u32>,
}

/// Looks at a file, and reads what has to be known before its records.
pub(super) fn checked(file: &[u8]) -> Result<Checked<'_>, LoadError> {
    let size = file.len() as u64;
    if size > LARGEST {
        return Err(LoadError::TooLarge { found: size.div_ceil(1 << 20), largest: LARGEST >> 20 });
    }
    if is_utf_16(file) {
        return Err(LoadError::Utf16);
    }
    let text = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut source = serde_json::Deserializer::from_slice(text);
    let top = Look.deserialize(&mut source).and_then(|top| source.end().map(|()| top));
    let top = top.map_err(|fault| LoadError::Syntax {
        line: fault.line(),
        column: fault.column(),
        what: in_russian(&fault),
    })?;
    let Seen::Whole(Top { format: true, version, twice, unknown, known, formats }) = top else {
        return Err(LoadError::Foreign);
    };
    match version {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(LoadError::Newer(newer)),
        _ => return Err(LoadError::Foreign),
    }
    let place = JsonPath::default().key("начало файла");
    if let Some(twice) = twice {
        return Err(super::read::fault(&place, format!("поле «{twice}» записано дважды")));
    }
    if let Some(unknown) = unknown {
        return Err(super::read::fault(&place, format!("лишнее поле «{unknown}»")));
    }
    if let Some((_, name)) = PARTS.iter().find(|(part, _)| !known.contains(part)) {
        return Err(super::read::fault(&JsonPath::default().key(name), "этой части в файле нет"));
    }
    Ok(Checked { text, formats })
}

/// Notepad marks UTF-16 by two bytes; without them the first sign of JSON still has a zero beside it.
fn is_utf_16(file: &[u8]) -> bool {
    matches!(file, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{' | b'[', 0, ..] | [0, b'{' | b'[', ..])
}

/// What was seen of a value.
enum Seen {
    /// The object at the top.
    Whole(Top),
    /// The word by which our files are known.
    Ours,
    /// A number.
    Number(u64),
    /// Anything else; nothing of it was kept.
    Other,
}

/// What stands at the top of a file.
#[derive(Default)]
struct Top {
    format: bool,
    version: Option<u64>,
    twice: Option<&'static str>,
    unknown: Option<String>,
    known: Vec<&'static str>,
    formats: BTreeMap<Kind, u32>,
}

/// Looks at a value; an object is taken for the top of the file.
struct Look;

impl<'de> DeserializeSeed<'de> for Look {
    type Value = Seen;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Seen, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look {
    type Value = Seen;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Seen, E> {
        Ok(Seen::Number(number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Seen, E> {
        Ok(if text == FORMAT { Seen::Ours } else { Seen::Other })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Seen, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Seen::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Seen, A::Error> {
        let mut top = Top::default();
        while let Some(key) = entries.next_key_seed(Key)? {
            let word = match key {
                Ok(word) => word,
                Err(other) => {
                    // Of a foreign file with a million keys one is kept.
                    top.unknown.get_or_insert(other);
                    entries.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            if top.known.contains(&word) {
                top.twice = Some(word);
            } else {
                top.known.push(word);
            }
            match word {
                "format" => top.format = matches!(entries.next_value_seed(Look)?, Seen::Ours),
                "version" => {
                    top.version = match entries.next_value_seed(Look)? {
                        Seen::Number(number) => Some(number),
                        _ => None,
                    }
                }
                "formats" => top.formats = entries.next_value()?,
                _ => drop(entries.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Seen::Whole(top))
    }
}

/// A key at the top: one of the known words, or what stands there instead.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Result<&'static str, String>;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Result<&'static str, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        let known = KNOWN.into_iter().find(|known| *known == key);
        // A name is told to the user, and one that fills a screen tells nothing.
        Ok(known.ok_or_else(|| key.chars().take(40).collect()))
    }
}
