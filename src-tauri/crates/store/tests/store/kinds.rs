//! What every kind declares of itself, held against a full record of it.

use std::collections::BTreeSet;
use std::path::Path;

use pps_domain::records::{Kind, Record};
use pps_store::codec::decode_foreign;
use serde_json::Value;
use uuid::Uuid;

/// A record of the kind in which every field is filled in, and its JSON.
fn filled(kind: Kind) -> (Value, Record) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let format = kind.format();
    let newest =
        (1..=format).rev().map(|format| (format, folder.join(format!("format-{format}/{kind}.json"))));
    let (format, file) = newest.into_iter().find(|(_, file)| file.exists()).unwrap();
    let value: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    (value.clone(), decode_foreign(kind, format, value).unwrap())
}

/// All texts within a value.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

fn texts_of(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    texts(value, &mut found);
    found
}

#[test]
fn every_text_of_every_record_is_found() {
    for kind in Kind::ALL {
        let (value, record) = filled(*kind);
        let all = record.texts().join(" · ");
        let russian = |text: &&String| text.chars().any(|sign| matches!(sign, 'а'..='я' | 'А'..='Я'));
        for text in texts_of(&value).iter().filter(russian) {
            assert!(all.contains(text.as_str()), "{kind}: «{text}» would not be found");
        }
    }
}

/// An identifier in a record is its own, its community's, that of a part or that of something that it names.
#[test]
fn every_identifier_of_every_record_is_a_part_or_a_link() {
    for kind in Kind::ALL {
        let (value, record) = filled(*kind);
        let mut known = BTreeSet::from([record.id()]);
        known.extend(record.links().into_iter().map(|link| link.id));
        known.extend(record.part_ids());
        known.extend(record.part_links().into_iter().map(|link| link.id));
        for id in texts_of(&value)
            .iter()
            .filter(|text| text.len() == 36)
            .filter_map(|text| Uuid::parse_str(text).ok())
        {
            assert!(known.contains(&id), "{kind}: {id} is neither a part nor a link");
        }
    }
}

#[test]
fn every_field_that_names_a_record_is_told_as_the_screen_calls_it() {
    for kind in Kind::ALL {
        let (_, record) = filled(*kind);
        let fields = record.links().into_iter().map(|link| link.field);
        for field in fields.chain(record.part_links().into_iter().map(|link| link.field)) {
            let told = kind.field_in_words(field);
            assert!(!told.is_empty() && !told.is_ascii(), "{kind}: {field}");
        }
    }
}

#[test]
fn every_kind_has_its_words() {
    for kind in Kind::ALL {
        let words = kind.words();
        let all = [words.one, words.unnamed].into_iter().chain(words.counted);
        assert!(all.clone().all(|word| !word.is_empty() && !word.is_ascii()), "{kind}");
        assert!(kind.needed().ends_with(words.one), "{kind}");
        let (_, record) = filled(*kind);
        let title = record.title(&mut |_| None);
        assert!(!title.is_empty() && !title.contains('\n'), "{kind}: {title}");
        assert!(!record.short_title(&mut |_| None).is_empty(), "{kind}");
    }
}
