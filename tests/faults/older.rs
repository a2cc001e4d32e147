//! Data that earlier versions wrote: it opens, and holds what it held.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::answer::done;
use crate::figures::Figures;
use crate::year::held;

/// What each version of the data file looked like, and what it held: `year-v1.db` is of 2026-11-30, plain SQLite.
const VERSIONS: [&str; 1] = ["year-v1"];

fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/faults/fixtures")).join(name)
}

/// The part of open data that does not depend on the version that wrote it.
fn content(dump: &Path) -> Value {
    let mut dump: Value = serde_json::from_slice(&fs::read(dump).unwrap()).unwrap();
    let whole = dump.as_object_mut().unwrap();
    whole.remove("formats");
    whole.remove("version");
    dump
}

/// Writes what the version held, as its open data says, into `same.json`: both ways are brought to the forms of today.
fn as_open_data(folder: &Path, version: &str) {
    fs::copy(fixture(&format!("{version}.json")), folder.join("known.json")).unwrap();
    fs::create_dir(folder.join("known.files")).unwrap();
    for file in fs::read_dir(folder.join("first.files")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join("known.files").join(file.file_name())).unwrap();
    }
    done(folder, &["--db", "same.db", "load", "known.json"]);
    done(folder, &["--db", "same.db", "dump", "--out", "same.json"]);
}

#[test]
fn a_file_of_an_earlier_version_opens_with_equal_content() {
    let mut figures = Figures::of("files of earlier versions");
    for version in VERSIONS {
        figures.round();
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::copy(fixture(&format!("{version}.db")), at("year.db")).unwrap();
        fs::copy(fixture(&format!("{version}.files.db")), at("year.files.db")).unwrap();
        for round in ["first", "second"] {
            let out = format!("{round}.json");
            done(folder.path(), &["--db", "year.db", "dump", "--out", &out]);
            if round == "first" {
                as_open_data(folder.path(), version);
            }
            if content(&at(&out)) != content(&at("same.json")) {
                figures.wrong(format!("{version} holds something else when it is opened the {round} time"));
            }
        }
        let attached = fs::read_dir(at("first.files")).unwrap().count();
        assert!(attached > 0, "the attached files come along");
        figures.check(version, held(folder.path(), "year.db").map(drop));
        // Work goes on.
        done(folder.path(), &["--db", "year.db", "check"]);
        fs::write(at("план.csv"), "Мероприятие;Срок;Направление\nСеминар;ноябрь;3.1.7\n").unwrap();
        done(folder.path(), &["--db", "year.db", "import", "activities", "план.csv", "--year", "2025"]);
    }
    figures.tell();
}
