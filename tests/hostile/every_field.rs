//! Every text field of every kind takes any text, gives it back as it is kept, and no paper fails over it. Which fields
//! there are is asked of the kinds themselves, so a field that is added later is tried too.

use std::collections::BTreeSet;

use pps_app::AppError;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::records::{Field, Form, Kind, Record};
use pps_app::domain::text::cleaned;
use pps_app::package::{Delivery, Destination, PackageForm, Watch, verify};
use pps_tests::{Fixture, day};
use serde_json::{Map, Value, json};

use crate::nasty::nasty_texts;

/// The texts one after another, from any of them on.
struct Texts<'a> {
    all: &'a [String],
    next: usize,
}

impl Texts<'_> {
    fn next(&mut self) -> String {
        self.next += 1;
        self.all[self.next % self.all.len()].clone()
    }
}

/// What is put where.
struct Filling<'a> {
    texts: Texts<'a>,
    /// The fields that a text was put into: «meeting.protocol.items.heard».
    filled: BTreeSet<String>,
}

impl Filling<'_> {
    /// Puts a text into every field of a record that holds text.
    fn fill(&mut self, record: &mut Map<String, Value>, fields: &[Field], of: &str) {
        for field in fields {
            let path = format!("{of}.{}", field.key);
            let Some(place) = holder(record, field.key).and_then(|holder| holder.get_mut(field.key)) else {
                continue;
            };
            let before = self.texts.next;
            match field.form {
                Form::Line | Form::Text => *place = self.texts.next().into(),
                Form::Texts => *place = json!([self.texts.next(), self.texts.next()]),
                Form::FullName => {
                    let mut name = || self.texts.next();
                    *place = json!({"surname": name(), "given": name(), "patronymic": name()});
                }
                Form::Speaker => *place = json!({"named": self.texts.next()}),
                Form::Term => *place = json!({"form": "words", "text": self.texts.next()}),
                Form::Sections => {
                    let sections = place.as_object_mut();
                    sections
                        .into_iter()
                        .flat_map(Map::values_mut)
                        .for_each(|prose| *prose = self.texts.next().into());
                }
                Form::Group(inner) | Form::Section(inner) => {
                    place.as_object_mut().into_iter().for_each(|group| self.fill(group, inner, &path));
                    continue;
                }
                Form::List(inner) => {
                    let entries = place.as_array_mut().into_iter().flatten();
                    entries.filter_map(Value::as_object_mut).for_each(|entry| self.fill(entry, inner, &path));
                    continue;
                }
                _ => {}
            }
            if self.texts.next > before {
                self.filled.insert(path);
            }
        }
    }
}

/// Where a field stands: in the record, or within what it is one of («absent»: {«reason»: …}).
fn holder<'a>(record: &'a mut Map<String, Value>, key: &str) -> Option<&'a mut Map<String, Value>> {
    if record.contains_key(key) {
        return Some(record);
    }
    let one_of = record.len() == 1;
    record.values_mut().find_map(Value::as_object_mut).filter(|inner| one_of && inner.contains_key(key))
}

/// The fields that hold text, as the kind declares them.
fn declared(fields: &[Field], of: &str) -> Vec<String> {
    let each = fields.iter().map(|field| (field, format!("{of}.{}", field.key)));
    each.flat_map(|(field, path)| match field.form {
        Form::Group(inner) | Form::Section(inner) | Form::List(inner) => declared(inner, &path),
        Form::Line
        | Form::Text
        | Form::Texts
        | Form::FullName
        | Form::Speaker
        | Form::Term
        | Form::Sections => vec![path],
        _ => Vec::new(),
    })
    .collect()
}

/// The texts of a value as they are kept.
fn clean(value: &mut Value) {
    match value {
        Value::String(text) => *text = cleaned(text).into_owned(),
        Value::Array(items) => items.iter_mut().for_each(clean),
        Value::Object(map) => map.values_mut().for_each(clean),
        _ => {}
    }
}

/// Every record of the example.
fn records(fixture: &Fixture) -> Vec<Record> {
    let seen = fixture.workplace.seen(fixture.community).unwrap();
    seen.into_iter().map(|seen| seen.record).collect()
}

/// Saves a record with texts in all its fields and reads it again.
fn saved_verbatim(fixture: &Fixture, record: &Record, filling: &mut Filling<'_>) {
    let mut tagged = serde_json::to_value(record).unwrap();
    let fields = tagged["record"].as_object_mut().unwrap();
    filling.fill(fields, record.kind().fields(), record.kind().word());
    let record: Record = serde_json::from_value(tagged.clone()).unwrap_or_else(|fault| {
        panic!("{:?} does not take a text where its fields say so: {fault}\n{tagged:#}", record.kind())
    });
    let (_, seen) = fixture.workplace.record(record.id()).unwrap().unwrap();
    let answer = match fixture.workplace.save(record.clone(), Some(seen)) {
        Ok(answer) => answer,
        // What was signed stays as it is.
        Err(AppError::Signing(_)) => return,
        Err(fault) => panic!("{:?} refuses: {fault}", record.kind()),
    };
    let (kept, _) = fixture.workplace.record(record.id()).unwrap().unwrap();
    // The number of a paper is kept without «№» and without space around it.
    let mut wanted = serde_json::to_value(record.with_bare_numbers()).unwrap();
    clean(&mut wanted);
    assert_eq!(serde_json::to_value(&kept).unwrap(), wanted, "kept to the letter");
    assert!(answer.cleaned.is_none_or(|told| told == kept), "the page is told what is kept");
}

/// How many times the fields are filled, each time with other texts.
fn rounds(texts: usize) -> usize {
    let slots = 400;
    if std::env::var("PPS_FAULTS").is_ok_and(|length| length == "long") { 60 } else { texts / slots + 1 }
}

#[test]
fn any_text_in_every_field_of_every_kind_comes_back_and_is_printed() {
    let all = nasty_texts();
    let fixture = Fixture::example();
    let texts = Texts { all: &all, next: 0 };
    let mut filling = Filling { texts, filled: BTreeSet::new() };
    let mut papers = 0;
    for _ in 0..rounds(all.len()) {
        for record in records(&fixture) {
            saved_verbatim(&fixture, &record, &mut filling);
        }
        let year = SchoolYear(2025);
        let each = fixture.workplace.papers_of_year(
            fixture.community,
            year,
            day("2026-08-20"),
            false,
            |name, bytes| {
                papers += 1;
                assert!(bytes.len() > 200, "{name} is empty");
                Ok::<_, AppError>(())
            },
        );
        each.unwrap();
        // The next round begins with another text, so that no field gets the same ones.
        filling.texts.next += 7;
    }
    let all_fields: BTreeSet<String> =
        Kind::ALL.iter().flat_map(|kind| declared(kind.fields(), kind.word())).collect();
    let without: Vec<&String> = all_fields.difference(&filling.filled).collect();
    println!(
        "hostile text: {} texts put {} times into {} of {} fields, {papers} papers, 0 failed; the example has nothing \
         in which to try {without:?}",
        all.len(),
        filling.texts.next,
        filling.filled.len(),
        all_fields.len(),
    );
    assert!(filling.filled.len() * 10 >= all_fields.len() * 8, "most fields were tried; left: {without:?}");
}

#[test]
fn any_text_in_the_names_of_a_package_gives_a_package_that_verifies() {
    let all = nasty_texts();
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let step = if rounds(all.len()) == 60 { 5 } else { 60 };
    for (number, text) in all.iter().enumerate().step_by(step) {
        let mut community = records.community.clone();
        community.short_name.clone_from(text);
        community.name.clone_from(text);
        let seen = fixture.workplace.record(community.id.0).unwrap().map(|(_, seen)| seen);
        fixture.workplace.save(community.into(), seen).unwrap();
        let to = fixture.path(&format!("stick-{number}"));
        std::fs::create_dir(&to).unwrap();
        let delivery = Delivery::whole(fixture.community, SchoolYear(2025), day("2026-08-20"));
        let zip = PackageForm::Zip { password: None };
        let form = if number % 2 == 0 { PackageForm::Folder } else { zip };
        let written =
            fixture.workplace.hand_over(&delivery, &Destination::new(&to, form), &mut Watch::silent());
        let written = written.unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
        assert!(written.path.starts_with(&to), "{text:?} leads out of the place");
        let verification = verify(&written.path).unwrap();
        assert!(verification.is_sound(), "{text:?}: {:?}", verification.problems);
        std::fs::remove_dir_all(&to).unwrap();
    }
}

#[test]
fn any_text_may_be_searched_for_and_what_was_typed_is_found() {
    let all = nasty_texts();
    let fixture = Fixture::example();
    let record = records(&fixture).into_iter().find(|record| record.kind() == Kind::Difficulty).unwrap();
    for text in &all {
        fixture.workplace.search(text, None).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
    }
    // Where there is a word in it, the record is found by it.
    for text in all.iter().filter(|text| text.chars().count() < 200).step_by(9) {
        let word = text.split(|sign: char| !sign.is_alphanumeric()).find(|word| word.chars().count() > 3);
        let Some(word) = word.filter(|word| word.chars().all(|sign| matches!(sign, 'a'..='z' | 'а'..='я')))
        else {
            continue;
        };
        let mut tagged = serde_json::to_value(&record).unwrap();
        tagged["record"]["title"] = text.as_str().into();
        let changed: Record = serde_json::from_value(tagged).unwrap();
        let (_, seen) = fixture.workplace.record(record.id()).unwrap().unwrap();
        fixture.workplace.save(changed, Some(seen)).unwrap();
        let found = fixture.workplace.search(word, None).unwrap();
        assert!(found.iter().any(|found| found.id == record.id()), "{word:?} of {text:?} is not found");
    }
}

/// JSON can hold halves of letters that no text can: they are refused in a sentence and never become something else.
#[test]
fn half_a_letter_in_open_data_is_refused() {
    let fixture = Fixture::example();
    let out = fixture.path("y.json");
    fixture.workplace.dump(&out).unwrap();
    let whole = std::fs::read_to_string(&out).unwrap();
    for half in ["\\ud800", "\\udc00", "\\ud800x", "\\ud83d\\u0041"] {
        let broken = whole.replacen("\"title\": \"", &format!("\"title\": \"{half}"), 1);
        assert_ne!(broken, whole);
        std::fs::write(&out, broken).unwrap();
        let target = fixture.path("half.db");
        let clock = pps_tests::StandingClock::on("2026-08-20");
        let told = pps_app::open_data::load_into(&target, &out, clock.as_ref()).unwrap_err().to_string();
        assert!(told.contains("Строка") && told.ends_with('.'), "{half}: {told}");
        assert!(!target.exists());
    }
}
