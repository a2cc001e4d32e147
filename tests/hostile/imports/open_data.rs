//! Open data that `load` is given: JSON from anywhere.

use std::fs::{self, File};
use std::process::Command;

use super::bombs::MEBIBYTE;
use super::measured::measured;
use crate::answer::Answer;
use crate::figures::Figures;
use crate::year::{Year, held};

/// A file that says of itself that it is ours, with this in place of its records.
fn ours(records: &str) -> String {
    format!(
        r#"{{"bin":{{}},"files":[],"format":"ППС: рабочее место руководителя","formats":{{}},"history":[],"records":{records},"version":1}}"#
    )
}

/// Texts that must be refused. `whole` is what the program itself has written.
fn hostile(whole: &str) -> Vec<(String, Vec<u8>)> {
    let known = [
        ("a hundred thousand lists in each other", "[".repeat(100_000)),
        ("a hundred thousand records in each other", "{\"a\":".repeat(100_000)),
        ("lists in the records, deep", ours(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)))),
        ("thirty million numbers", ours(&format!("{{\"meeting\":[{}1]}}", "1,".repeat(30_000_000)))),
        ("ten million empty lists", ours(&format!("{{\"meeting\":[{}[]]}}", "[],".repeat(10_000_000)))),
        (
            "ten million keys",
            ours(&format!(
                "{{{}\"b\":1}}",
                (0..5_000_000).map(|key| format!("\"{key}\":1,")).collect::<String>()
            )),
        ),
        ("a text of 100 MB", ours(&format!("\"{}\"", "а".repeat(50 * MEBIBYTE)))),
        ("a number of a million digits", ours(&"9".repeat(1_000_000))),
        ("an endless exponent", ours("1e999999999")),
        ("half of a pair", whole.replacen("\"topic\": \"", "\"topic\": \"\\ud800", 1)),
        ("a key written twice", whole.replacen("\"records\": {", "\"records\": {}, \"records\": {", 1)),
        ("a kind written twice", whole.replacen("\"records\": {", "\"records\": {\"meeting\": [], ", 1)),
        ("an unknown field", whole.replacen("\"topic\": \"", "\"__proto__\": {}, \"topic\": \"", 1)),
        ("what follows", format!("{whole}{{}}")),
        ("nothing", String::new()),
        ("null", "null".to_owned()),
        ("spaces", " ".repeat(20 * MEBIBYTE)),
    ];
    let mut all: Vec<(String, Vec<u8>)> =
        known.into_iter().map(|(what, text)| (what.to_owned(), text.into_bytes())).collect();
    let utf_16: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
    all.push(("UTF-16".to_owned(), utf_16));
    all.push((
        "a byte that is no letter".to_owned(),
        whole
            .replace('я', "\u{1}")
            .into_bytes()
            .iter()
            .map(|byte| if *byte == 1 { 0xff } else { *byte })
            .collect(),
    ));
    for cut in 1..12 {
        let at = whole.len() * cut / 12;
        all.push((format!("cut off at {at}"), whole.as_bytes()[..at].to_vec()));
    }
    all
}

#[test]
fn hostile_open_data_is_refused_within_the_limits() {
    let year = Year::new();
    let mut figures = Figures::of("hostile open data");
    let folder = year.copied();
    let at = folder.path();
    let whole = fs::read_to_string(at.join("whole.json")).unwrap();
    for (what, bytes) in hostile(&whole) {
        fs::write(at.join("hostile.json"), bytes).unwrap();
        let seen = measured(at, &["--db", "new.db", "load", "hostile.json"]);
        seen.note(&mut figures, &what);
        if matches!(seen.answer, Answer::Done(_)) {
            figures.wrong(format!("{what}: it was loaded"));
        }
        for name in ["new.db", "new.db.part", "new.db.lock", "new.files.db"] {
            if at.join(name).exists() {
                figures.wrong(format!("{what}: «{name}» is left"));
                let _ = fs::remove_file(at.join(name));
            }
        }
    }
    // After all this the program's own data can be loaded.
    assert!(matches!(measured(at, &["--db", "new.db", "load", "whole.json"]).answer, Answer::Done(_)));
    held(at, "new.db").unwrap();
    figures.tell();
}

#[test]
fn open_data_that_is_no_ordinary_file_is_refused_unread() {
    let year = Year::new();
    let mut figures = Figures::of("open data that is no file");
    let folder = year.copied();
    let at = folder.path();
    assert!(Command::new("mkfifo").arg(at.join("pipe.json")).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", at.join("zero.json")).unwrap();
    fs::create_dir(at.join("folder.json")).unwrap();
    // Three gigabytes that take no room on the disk.
    File::create(at.join("large.json")).unwrap().set_len(3 << 30).unwrap();
    for name in ["pipe.json", "zero.json", "folder.json", "large.json", "absent.json"] {
        let seen = measured(at, &["--db", "new.db", "load", name]);
        seen.note(&mut figures, name);
        if matches!(seen.answer, Answer::Done(_)) || at.join("new.db").exists() {
            figures.wrong(format!("{name}: it was loaded"));
        }
    }
    // A pipe in the place of an attached file.
    let attached = fs::read_dir(at.join("whole.files")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(&attached).unwrap();
    assert!(Command::new("mkfifo").arg(&attached).status().unwrap().success());
    let seen = measured(at, &["--db", "new.db", "load", "whole.json"]);
    seen.note(&mut figures, "a pipe in the place of an attached file");
    assert!(!at.join("new.db").exists(), "it was loaded");
    figures.tell();
}
