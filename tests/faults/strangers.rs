//! Another file lies in the place of ours: newer, foreign, empty, a picture, a folder. It is refused by every command and
//! keeps its bytes.

use std::fs;
use std::path::Path;

use crate::answer::{Answer, run};
use crate::figures::Figures;
use crate::year::{Year, files};

/// Every command that opens a data file, with all that it needs.
const COMMANDS: [&[&str]; 9] = [
    &["check"],
    &["dump", "--out", "y.json"],
    &["paper", "plan", "--year", "2025", "--out", "p.pdf"],
    &["papers", "--year", "2025", "--to", "."],
    &["scan", "--year", "2025", "--number", "1", "a.jpg"],
    &["import", "activities", "план.csv", "--year", "2025"],
    &["hand-over", "--year", "2025", "--to", "."],
    &["search", "план"],
    &["load", "whole.json"],
];

/// A database of another program: made by SQLite itself, with a table and a row.
const FOREIGN: &[u8] = include_bytes!("fixtures/foreign.db");
/// A file of this program as its first version wrote it.
const FIRST: &[u8] = include_bytes!("fixtures/year-v1.db");

fn strangers(year: &Year) -> Vec<(&'static str, Vec<u8>)> {
    let ours = fs::read(year.path("year.db")).unwrap();
    let mut newer = FIRST.to_vec();
    // Where SQLite keeps the version of the tables.
    newer[60..64].copy_from_slice(&999_u32.to_be_bytes());
    let mut of_another = FIRST.to_vec();
    of_another[68..72].copy_from_slice(&7_u32.to_be_bytes());
    vec![
        ("empty", Vec::new()),
        ("one byte", vec![0]),
        ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01".repeat(300)),
        ("text", "Протокол № 2\n".repeat(500).into_bytes()),
        ("database of another program", FOREIGN.to_vec()),
        ("newer", newer),
        ("with a mark of another program", of_another),
        ("beginning of ours", ours[..64].to_vec()),
        ("zeros", vec![0; 8192]),
    ]
}

#[test]
fn a_stranger_in_the_place_of_the_data_is_refused_and_keeps_its_bytes() {
    let year = Year::new();
    let mut figures = Figures::of("strangers in the place of the data");
    for place in ["year.db", "year.files.db"] {
        for (what, bytes) in strangers(&year) {
            // What attached files never were opened for may stand there unseen; the records are always read.
            let commands = if place == "year.db" { &COMMANDS[..] } else { &COMMANDS[4..5] };
            for words in commands {
                figures.round();
                let folder = year.copied();
                fs::write(folder.path().join(place), &bytes).unwrap();
                let before = files(folder.path());
                let words: Vec<&str> = ["--db", "year.db"].iter().chain(*words).copied().collect();
                match run(folder.path(), &words) {
                    Answer::Refused(_) => {}
                    other => figures.wrong(format!("{what} as {place}, {words:?}: {other:?}")),
                }
                let mut after = files(folder.path());
                // That the records were locked meanwhile may be seen.
                after.retain(|name, _| name != "year.db.lock");
                if after != before {
                    let other: Vec<&String> =
                        after.keys().filter(|name| after.get(*name) != before.get(*name)).collect();
                    figures.wrong(format!("{what} as {place}, {words:?}: changed {other:?}"));
                }
            }
        }
    }
    figures.tell();
}

#[test]
fn a_folder_in_the_place_of_the_data_is_refused() {
    let year = Year::new();
    let mut figures = Figures::of("a folder in the place of the data");
    for words in COMMANDS {
        figures.round();
        let folder = year.copied();
        fs::remove_file(folder.path().join("year.db")).unwrap();
        fs::create_dir(folder.path().join("year.db")).unwrap();
        let words: Vec<&str> = ["--db", "year.db"].iter().chain(words).copied().collect();
        if let other @ (Answer::Done(_) | Answer::Broken(_)) = run(folder.path(), &words) {
            figures.wrong(format!("{words:?}: {other:?}"));
        }
        assert!(Path::is_dir(&folder.path().join("year.db")));
    }
    figures.tell();
}

#[test]
fn open_data_of_a_newer_version_is_refused() {
    let year = Year::new();
    let folder = year.copied();
    let text = fs::read_to_string(year.path("whole.json")).unwrap();
    let mut dump: serde_json::Value = serde_json::from_str(&text).unwrap();
    dump["version"] = 999.into();
    fs::write(folder.path().join("whole.json"), dump.to_string()).unwrap();
    let Answer::Refused(told) = run(folder.path(), &["--db", "new.db", "load", "whole.json"]) else {
        panic!("a newer version was loaded")
    };
    assert!(told.contains("более новой версией"), "{told}");
    assert!(!folder.path().join("new.db").exists());
}
