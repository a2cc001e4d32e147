//! The parts of a file one after another. A value in memory takes many times the room of its text, so no list is kept
//! whole: of ten million numbers in the place of records the first is refused.

use std::fmt;

use pps_domain::records::Kind;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::LoadError;
use super::read::fault;
use crate::codec::in_russian;
use crate::codec::json_path::JsonPath;
use crate::codec::strict::Strict;

/// What stands in the lists of a file.
pub(super) enum Item {
    /// A record in force.
    Record(Kind, Value),
    /// A record in the bin.
    Binned(Kind, Value),
    /// An attached file.
    File(Value),
    /// An operation of the history.
    Operation(Value),
}

/// Whoever takes what is read.
pub(super) type Take<'a> = dyn FnMut(&JsonPath, Item) -> Result<(), LoadError> + 'a;

/// Hands over each item with its place, in the order of the file, until one is refused. The text is known to be ours.
pub(super) fn each(text: &[u8], take: &mut Take<'_>) -> Result<(), LoadError> {
    let mut source = serde_json::Deserializer::from_slice(text);
    let mut refused = None;
    let whole = Whole { take, refused: &mut refused }.deserialize(&mut source);
    match (refused, whole) {
        (Some(refusal), _) => Err(refusal),
        (None, Ok(())) => Ok(()),
        (None, Err(told)) => {
            Err(LoadError::Syntax { line: told.line(), column: told.column(), what: in_russian(&told) })
        }
    }
}

/// Keeps a refusal, whose words and place serde would lose, and ends the reading.
fn end<E: Error>(refused: &mut Option<LoadError>, refusal: LoadError) -> E {
    *refused = Some(refusal);
    E::custom("")
}

/// The object at the top.
struct Whole<'a, 'b> {
    take: &'a mut Take<'b>,
    refused: &'a mut Option<LoadError>,
}

impl<'de> DeserializeSeed<'de> for Whole<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Self { take, refused } = self;
        while let Some(key) = entries.next_key::<String>()? {
            let place = |name| JsonPath::default().key(name);
            match key.as_str() {
                "records" => {
                    let (place, item) = (place("записи"), &Item::Record as &OfKind<'_>);
                    entries.next_value_seed(Kinds { take, refused, place, item })?;
                }
                "bin" => {
                    let (place, item) = (place("корзина"), &Item::Binned as &OfKind<'_>);
                    entries.next_value_seed(Kinds { take, refused, place, item })?;
                }
                "files" => {
                    let (place, item) = (place("файлы"), &Item::File as &Plain<'_>);
                    entries.next_value_seed(Items { take, refused, place, item })?;
                }
                "history" => {
                    let (place, item) = (place("история"), &Item::Operation as &Plain<'_>);
                    entries.next_value_seed(Items { take, refused, place, item })?;
                }
                _ => drop(entries.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

type OfKind<'a> = dyn Fn(Kind, Value) -> Item + 'a;
type Plain<'a> = dyn Fn(Value) -> Item + 'a;

/// Lists by kinds of records.
struct Kinds<'a, 'b> {
    take: &'a mut Take<'b>,
    refused: &'a mut Option<LoadError>,
    place: JsonPath,
    item: &'a OfKind<'a>,
}

impl<'de> DeserializeSeed<'de> for Kinds<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Kinds<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    // Serde's own refusal would copy a text of any length several times.
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Err(end(self.refused, fault(&self.place, "нужны списки по видам записей")))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Self { take, refused, place, item } = self;
        let mut seen = Vec::with_capacity(Kind::ALL.len());
        while let Some(key) = entries.next_key::<String>()? {
            let Some(kind) = Kind::from_word(&key) else {
                // A name is told to the user, and one that fills a screen tells nothing.
                let key: String = key.chars().take(40).collect();
                return Err(end(refused, fault(&place, format!("неизвестный вид записей «{key}»"))));
            };
            if seen.contains(&kind) {
                return Err(end(refused, fault(&place, format!("поле «{key}» записано дважды"))));
            }
            seen.push(kind);
            let place = place.key(kind.words().one);
            let of_kind = |value| item(kind, value);
            entries.next_value_seed(Items { take, refused, place, item: &of_kind })?;
        }
        Ok(())
    }
}

/// One list.
struct Items<'a, 'b> {
    take: &'a mut Take<'b>,
    refused: &'a mut Option<LoadError>,
    place: JsonPath,
    item: &'a Plain<'a>,
}

impl<'de> DeserializeSeed<'de> for Items<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Items<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    // Serde's own refusal would copy a text of any length several times.
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Err(end(self.refused, fault(&self.place, "нужен список в скобках []")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        let Self { take, refused, place, item } = self;
        let mut index = 0;
        while let Some(value) = values.next_element_seed(Strict)? {
            if let Err(refusal) = take(&place.item(index), item(value)) {
                return Err(end(refused, refusal));
            }
            index += 1;
        }
        Ok(())
    }
}
