//! The year that the faults befall: the example with an attached scan, and what it says when nothing has befallen it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::answer::{Answer, done, run};

/// The records and the attached files.
pub(crate) const DATA: [&str; 2] = ["year.db", "year.files.db"];

/// A table of two rows to be imported.
const TABLE: &str = "Мероприятие;Срок;Направление;Ответственный\n\
    Семинар «Оценивание»;ноябрь;3.1.7;Соколова М. В.\n\
    Подборка материалов;до 01.02.2026;3.1.2;\n";

/// A year that nothing has befallen.
pub(crate) struct Year {
    folder: TempDir,
}

impl Year {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        done(at, &["--db", "year.db", "example"]);
        image::RgbImage::from_fn(300, 400, |x, y| image::Rgb([x as u8, y as u8, (x ^ y) as u8]))
            .save(at.join("a.jpg"))
            .unwrap();
        done(at, &["--db", "year.db", "scan", "--year", "2025", "--number", "2", "a.jpg"]);
        fs::write(at.join("план.csv"), TABLE).unwrap();
        done(at, &["--db", "year.db", "dump", "--out", "whole.json"]);
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Copies the year into a folder that is empty otherwise.
    pub(crate) fn copy_to(&self, folder: &Path) {
        for name in DATA.into_iter().chain(["a.jpg", "план.csv", "whole.json"]) {
            fs::copy(self.path(name), folder.join(name)).unwrap();
        }
        fs::create_dir(folder.join("whole.files")).unwrap();
        for entry in fs::read_dir(self.path("whole.files")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.join("whole.files").join(entry.file_name())).unwrap();
        }
    }

    /// A folder of its own with the year.
    pub(crate) fn copied(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        self.copy_to(folder.path());
        folder
    }
}

/// How many records of each kind a data file holds, and how many operations: enough to tell an operation that was done
/// from one that was not. Every record is read for it, and the whole is proved by loading it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    records: BTreeMap<String, usize>,
    operations: usize,
}

impl Held {
    /// How many records of a kind there are.
    pub(crate) fn count(&self, kind: &str) -> usize {
        self.records.get(kind).copied().unwrap_or_default()
    }
}

/// What a data file holds.
pub(crate) fn held(folder: &Path, file: &str) -> Result<Held, String> {
    let apart = tempfile::tempdir_in(folder).map_err(|fault| fault.to_string())?;
    let out = apart.path().join("held.json");
    let (file, out) = (folder.join(file), out.to_str().unwrap().to_owned());
    run(folder, &["--db", file.to_str().unwrap(), "dump", "--out", &out])
        .done()
        .map_err(|told| format!("dump refuses: {told}"))?;
    run(apart.path(), &["--db", "again.db", "load", "held.json"])
        .done()
        .map_err(|told| format!("what was dumped cannot be loaded: {told}"))?;
    let dump: Value = serde_json::from_slice(&fs::read(out).unwrap()).unwrap();
    let lists = dump["records"].as_object().unwrap();
    let records = lists.iter().map(|(kind, list)| (kind.clone(), list.as_array().unwrap().len())).collect();
    Ok(Held { records, operations: dump["history"].as_array().unwrap().len() })
}

/// What a person sees of a year: each command that reads it.
pub(crate) const VIEWS: [(&str, &[&str]); 5] = [
    ("check", &["check", "--on", "2026-09-02", "--json"]),
    ("dump", &["dump", "--out", "y.json"]),
    ("paper", &["paper", "report", "--full", "--year", "2025", "--on", "2026-08-20", "--out", "p.pdf"]),
    ("hand-over", &["hand-over", "--year", "2025", "--on", "2026-08-20", "--to", ".", "--zip"]),
    ("search", &["search", "функциональная", "грамотность", "--json"]),
];

/// What a command that reads has shown and written, to the byte; or why it did not.
pub(crate) fn seen(folder: &Path, words: &[&str]) -> Result<BTreeMap<String, Vec<u8>>, Answer> {
    let before = files(folder);
    let words: Vec<&str> = ["--db", "year.db"].iter().chain(words).copied().collect();
    match run(folder, &words) {
        Answer::Done(out) => {
            let mut all = files(folder);
            all.retain(|name, _| !before.contains_key(name) && !is_data(name));
            // The path of what was written names the folder.
            let out = String::from_utf8_lossy(&out).replace(folder.to_str().unwrap(), "");
            all.insert("standard output".to_owned(), out.into_bytes());
            Ok(all)
        }
        other => Err(other),
    }
}

/// The data file and what lies beside it; the rest a command has written because it was asked to.
fn is_data(name: &str) -> bool {
    name.starts_with("year.")
}

/// Every file below a folder with its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inside) = open.pop() {
        for entry in fs::read_dir(inside).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}
