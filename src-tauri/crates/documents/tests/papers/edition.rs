//! The edition without personal data: no paper of the catalogue names anybody, whatever people are called and wherever
//! their names were typed.

use std::io::{Cursor, Read};

use pps_documents::papers::{InventoryRow, Protocol, Report};
use pps_documents::{Ask, Paper, PaperForm, PaperKind, PaperRequest, SourceError, Sources};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{MeetingId, SubmissionId};
use pps_domain::records::{Record, SubmittedPaper};
use pps_domain::russian::{FullName, folded, words};
use proptest::prelude::*;
use serde_json::Value;
use zip::ZipArchive;

use crate::{reader, records};

/// Texts that were frozen with the names of then.
struct Frozen<'a>(&'a CommunityRecords);

impl Sources for Frozen<'_> {
    fn signed_protocol(&self, meeting: MeetingId) -> Result<Option<Protocol>, SourceError> {
        Ok(Some(Protocol::from_records(self.0, meeting)?))
    }

    fn report_in_force(
        &self,
        _: SchoolYear,
        _: bool,
        _: chrono::NaiveDate,
    ) -> Result<Option<Report>, SourceError> {
        Ok(None)
    }

    fn handed_over(&self, _: SubmissionId, _: SubmittedPaper, full: bool) -> Result<Paper, SourceError> {
        let request = PaperRequest::new(self.0.community.id, PaperKind::Report, records::YEAR, reader::day());
        Ok(Ask { records: self.0, request: &PaperRequest { full, ..request }, sources: self }.paper()?)
    }

    fn package_rows(&self, _: SchoolYear, _: chrono::NaiveDate) -> Result<Vec<InventoryRow>, SourceError> {
        Ok(Vec::new())
    }
}

/// The example year with people called so, and with the names in every text that somebody typed.
fn year_of(surnames: &[String]) -> CommunityRecords {
    let mut all = records::records();
    let mut next = surnames.iter().cycle();
    for person in all.people.values_mut() {
        for facts in &mut person.facts {
            facts.name.surname.clone_from(next.next().unwrap());
        }
    }
    let full: Vec<String> =
        all.people.values().flat_map(|person| &person.facts).map(|facts| facts.name.full()).collect();
    let mut said = full.iter().zip(surnames.iter().cycle()).cycle();
    for record in all.clone().all() {
        let kind = record.kind();
        let mut value = serde_json::to_value(&record).unwrap()["record"].take();
        mention(&mut value, &mut said);
        let changed: Record = kind.read(value).unwrap();
        all.insert(changed);
    }
    all
}

/// Says names behind every Russian text.
fn mention<'a>(value: &mut Value, said: &mut impl Iterator<Item = (&'a String, &'a String)>) {
    match value {
        Value::String(text) if text.chars().any(|c| ('а'..='я').contains(&c)) => {
            let (full, surname) = said.next().unwrap();
            let name = FullName::parse(full);
            let bare = surname.trim_end_matches(['а', 'о', 'й', 'ь']);
            text.push_str(&format!(
                " ({full}; {}, {}, {surname}, {bare}у, {bare}ой, {})",
                name.initials_first(),
                name.surname_first(),
                surname.to_uppercase()
            ));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| mention(item, said)),
        Value::Object(map) if map.contains_key("surname") => {}
        Value::Object(map) => map.values_mut().for_each(|value| mention(value, said)),
        _ => {}
    }
}

/// All that a reader can find in a file.
fn text_of(form: PaperForm, bytes: &[u8]) -> String {
    match form {
        PaperForm::Pdf => reader::raw(bytes).replace("-\n", "").replace("\u{AD}\n", ""),
        PaperForm::Ics => String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n ", ""),
        PaperForm::Docx | PaperForm::Xlsx => {
            let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
            let mut all = String::new();
            for index in 0..archive.len() {
                archive.by_index(index).unwrap().read_to_string(&mut all).unwrap();
            }
            let mut inside = false;
            all.chars()
                .map(|c| {
                    inside = (inside || c == '<') && c != '>';
                    if inside || c == '>' { ' ' } else { c }
                })
                .collect()
        }
    }
}

/// The words that are a surname in any case: its beginning and no more than three letters.
fn named<'a>(text: &str, surnames: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let words: Vec<String> = words(text).map(|word| word.folded).collect();
    let stems = surnames.into_iter().flat_map(|surname| surname.split('-')).map(|part| {
        let part = folded(part);
        let bare = part.trim_end_matches(['а', 'о', 'й', 'ь', 'и', 'я']);
        bare.to_owned()
    });
    let stems: Vec<String> = stems.collect();
    let is_name = |word: &&String| {
        let ending = |stem: &String| word.strip_prefix(stem.as_str()).map(|ending| ending.chars().count());
        stems.iter().any(|stem| ending(stem).is_some_and(|letters| letters <= 3))
    };
    words.iter().filter(is_name).cloned().collect()
}

fn requests(records: &CommunityRecords) -> Vec<PaperRequest> {
    let mut requests = PaperRequest::of_year(records, records::YEAR, reader::day());
    requests.push(PaperRequest {
        submission: serde_json::from_str("\"01900000-0000-7000-8000-000000000001\"").unwrap(),
        submitted: Some(SubmittedPaper::Report),
        full: true,
        ..PaperRequest::new(records.community.id, PaperKind::HandedOver, records::YEAR, reader::day())
    });
    requests
}

/// Surnames of every pattern that Russian declines in its own way.
fn surnames() -> impl Strategy<Value = Vec<String>> {
    let begin = prop::sample::select(vec!["Жбан", "Щукл", "Фрол", "Хвощ", "Зюзг", "Цапл"]);
    let end = prop::sample::select(vec![
        "ов", "ова", "ёв", "ина", "ин", "ский", "ская", "енко", "ук", "их", "ой", "ая", "ец", "ок", "ь",
        "ей", "а",
    ]);
    let one =
        (begin, "[бвгдкмнрст]{0,1}", end).prop_map(|(begin, middle, end)| format!("{begin}{middle}{end}"));
    let double = (one.clone(), one.clone()).prop_map(|(first, second)| format!("{first}-{second}"));
    prop::collection::vec(prop_oneof![4 => one, 1 => double], 12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_paper_of_the_catalogue_names_anybody(surnames in surnames()) {
        let records = year_of(&surnames);
        let sources = Frozen(&records);
        let mut kinds = std::collections::HashSet::new();
        for request in requests(&records) {
            kinds.insert(request.kind);
            let request = PaperRequest { without_personal_data: true, ..request };
            let ask = Ask { records: &records, request: &request, sources: &sources };
            for form in request.kind.forms() {
                let (title, bytes) = ask.file(form).unwrap();
                let text = text_of(form, &bytes);
                let found = named(&text, &surnames);
                prop_assert!(found.is_empty(), "{title}.{} names {found:?}", form.ending());
                let mark = if form == PaperForm::Ics { "без персональных данных" } else { "Редакция без персональных данных" };
                prop_assert!(text.contains(mark), "{title}.{} has no mark", form.ending());
            }
        }
        prop_assert_eq!(kinds.len(), PaperKind::ALL.len());
    }
}

#[test]
fn the_ordinary_paper_names_them_all() {
    let surnames: Vec<String> = ["Жбанов", "Щуклина"].map(str::to_owned).into();
    let records = year_of(&surnames);
    for request in requests(&records).into_iter().filter(|request| request.kind == PaperKind::Roster) {
        let ask = Ask { records: &records, request: &request, sources: &Frozen(&records) };
        let (_, bytes) = ask.file(PaperForm::Docx).unwrap();
        assert!(named(&text_of(PaperForm::Docx, &bytes), &surnames).len() >= 10);
    }
}

#[test]
fn one_person_is_called_the_same_throughout_and_signs_on_an_empty_line() {
    let records = records::records();
    let request = PaperRequest {
        without_personal_data: true,
        ..PaperRequest::new(records.community.id, PaperKind::Protocol, records::YEAR, reader::day()).number(2)
    };
    let ask = Ask { records: &records, request: &request, sources: &Frozen(&records) };
    let Paper::Protocol(paper) = ask.paper().unwrap() else { panic!() };
    let chair = paper.chair.unwrap();
    assert!(chair.starts_with("участник "), "{chair}");
    assert!(paper.present.iter().any(|member| member.name == chair && !member.post.is_empty()));
    assert!(paper.signatures.iter().all(|signature| signature.name.is_empty() && !signature.post.is_empty()));
    assert!(paper.absent.iter().all(|absent| absent.reason.is_none()));

    let roster = PaperRequest { kind: PaperKind::Roster, meeting: None, ..request };
    let (title, bytes) =
        Ask { records: &records, request: &roster, sources: &Frozen(&records) }.file(PaperForm::Pdf).unwrap();
    assert!(title.ends_with("(без персональных данных)"), "{title}");
    let text = reader::text(&bytes);
    assert!(text.contains("участник 1") && text.contains("участник 10"), "{text}");
    assert!(!text.contains("высшая") && !text.contains("лет"), "{text}");
}

#[test]
fn what_is_counted_is_the_same_in_both_editions() {
    let records = records::records();
    let report = |without_personal_data| {
        let request =
            PaperRequest::new(records.community.id, PaperKind::Report, records::YEAR, reader::day());
        let request = PaperRequest { full: true, without_personal_data, ..request };
        let ask = Ask { records: &records, request: &request, sources: &Frozen(&records) };
        reader::text(&ask.file(PaperForm::Pdf).unwrap().1)
    };
    let figures = |text: String| -> Vec<String> {
        let lines = text.lines().filter(|line| line.contains('%') || line.contains(" из "));
        lines.map(str::to_owned).collect()
    };
    let (with, without) = (figures(report(false)), figures(report(true)));
    assert!(with.len() > 5);
    assert_eq!(with.len(), without.len());
}
