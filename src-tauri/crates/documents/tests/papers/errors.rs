//! What a person reads when a paper or a scan could not be made.

use pps_documents::PaperError;
use pps_documents::scans::ScanError;

fn all() -> Vec<String> {
    let title = || "Реестр протоколов".to_owned();
    let name = || "лист.jpg".to_owned();
    let source = serde_json::from_str::<u8>("?").unwrap_err();
    let details = || vec!["unknown variable".to_owned()];
    let names = || vec!["МБОУ «Школа»".to_owned(), "МБДОУ «Школа»".to_owned()];
    let papers = [
        PaperError::NotFound { what: "Такого плана".into() },
        PaperError::NoQuestion { number: 3, count: 0 },
        PaperError::NoQuestion { number: 3, count: 1 },
        PaperError::NoQuestion { number: 3, count: 2 },
        PaperError::UnknownOrganisation { wanted: "«Школа»".into(), names: names() },
        PaperError::UnknownOrganisation { wanted: "Школа".into(), names: Vec::new() },
        PaperError::SeveralOrganisations { wanted: "Школа".into(), names: names() },
        PaperError::NothingConcerns { name: "МБОУ «Школа»".into(), named: names() },
        PaperError::NothingConcerns { name: "МБОУ «Школа»".into(), named: Vec::new() },
        PaperError::BackwardPeriod,
        PaperError::NoLeader,
        PaperError::Data { title: title(), source },
        PaperError::Layout { title: title(), details: details() },
        PaperError::Export { title: title(), details: details() },
        PaperError::Image { title: title(), page: 2 },
    ];
    let source = image::load_from_memory(b"").unwrap_err();
    let scans = [
        ScanError::Nothing,
        ScanError::TooLarge { name: name() },
        ScanError::TooManyPixels { name: name(), width: 60_000, height: 60_000 },
        ScanError::NotAPicture { name: name() },
        ScanError::Broken { name: name(), source },
    ];
    papers.iter().map(ToString::to_string).chain(scans.iter().map(ToString::to_string)).collect()
}

#[test]
fn every_failure_is_one_russian_sentence_with_advice() {
    for said in all() {
        let known = said.replace("лист.jpg", "лист");
        assert_eq!(known.find('.'), Some(known.len() - 1), "one sentence: {said}");
        assert!(known.contains(": ") || known.contains("; "), "advice: {said}");
        // The kinds of files have no Russian names.
        let foreign = ["JPEG", "PNG", "PDF"].iter().fold(known, |text, kind| text.replace(kind, ""));
        assert!(!foreign.contains(|letter: char| letter.is_ascii_alphabetic()), "Russian: {said}");
    }
}
