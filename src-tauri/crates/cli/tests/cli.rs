//! `pps-cli` as it is typed: exit codes, what it prints, what it leaves on the disk.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn example() -> Self {
        let folder = Self::new();
        folder.done(&["--db", "year.db", "example"]);
        folder
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_pps-cli")).args(arguments).current_dir(self.path()).output().unwrap()
    }

    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
        assert_eq!(told, "", "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Refused with one Russian sentence.
    fn refused(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        let letters: Vec<char> = told.trim_end().chars().collect();
        let ends_inside = letters.windows(3).any(|three| {
            // An initial («С. А.») is no end of a sentence: before its full stop stands a capital.
            let end = matches!(three[0], '.' | '!' | '?') && three[1] == ' ' && three[2].is_uppercase();
            end && !told.contains("С. А.")
        });
        assert!(told.trim_end().lines().count() == 1 && !ends_inside, "{arguments:?}: {told}");
        assert!(told.chars().any(|c| ('а'..='я').contains(&c)), "{told}");
        told
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

#[test]
fn init_makes_an_empty_file_once() {
    let folder = Folder::new();
    folder.done(&["--db", "a.db", "init"]);
    let before = fs::read(folder.path().join("a.db")).unwrap();
    folder.refused(1, &["--db", "a.db", "init"]);
    folder.refused(1, &["--db", "a.db", "example"]);
    assert!(before == fs::read(folder.path().join("a.db")).unwrap());
    let told = folder.refused(1, &["--db", "a.db", "check"]);
    assert!(told.contains("сообщества"), "{told}");
}

#[test]
fn findings_have_the_agreed_shape() {
    let folder = Folder::example();
    let text = folder.done(&["--db", "year.db", "check", "--on", "2026-09-02", "--json"]);
    let found: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(!found.is_empty());
    for one in &found {
        let keys: Vec<_> = one.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["basis", "clause", "hint", "message", "severity"]);
        assert!(["Положение", "делопроизводство", "совет"].contains(&one["basis"].as_str().unwrap()));
        assert!(["error", "warning", "info"].contains(&one["severity"].as_str().unwrap()));
        assert_eq!(one["clause"].is_null(), one["basis"] != "Положение");
    }
    let broken = found.iter().filter(|one| one["clause"] == "4.8" && one["severity"] == "error");
    assert_eq!(broken.count(), 2);
    let words = folder.done(&["--db", "year.db", "check", "--on", "2026-09-02"]);
    assert!(words.contains("[нарушение, п.\u{a0}4.8]"), "{words}");
}

#[test]
fn papers_are_printed_and_the_same_day_gives_the_same_bytes() {
    let folder = Folder::example();
    for kind in ["plan", "report", "roster", "register", "inventory"] {
        for out in ["1.pdf", "2.pdf"] {
            folder.done(&[
                "--db",
                "year.db",
                "paper",
                kind,
                "--year",
                "2025",
                "--on",
                "2026-08-20",
                "--out",
                out,
            ]);
        }
        let (one, two) = (fs::read(folder.path().join("1.pdf")), fs::read(folder.path().join("2.pdf")));
        let one = one.unwrap();
        assert!(one.starts_with(b"%PDF-") && one == two.unwrap(), "{kind}");
    }
    let number = |number: &str| {
        folder.run(&[
            "--db", "year.db", "paper", "protocol", "--year", "2025", "--number", number, "--out", "p.pdf",
        ])
    };
    assert_eq!(number("2").status.code(), Some(0));
    assert_eq!(number("9").status.code(), Some(1));
}

#[test]
fn the_papers_of_a_meeting_are_printed() {
    let folder = Folder::example();
    let paper = |kind: &str, options: &[&str], out: &str| {
        let common = ["--db", "year.db", "paper", kind, "--year", "2025", "--on", "2026-08-20", "--out", out];
        common.iter().chain(options).map(|one| (*one).to_owned()).collect::<Vec<_>>()
    };
    let done = |kind: &str, options: &[&str], out: &str, head: &[u8]| {
        let typed = paper(kind, options, out);
        folder.done(&typed.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(fs::read(folder.path().join(out)).unwrap().starts_with(head), "{kind}");
    };
    for kind in ["notice", "worksheet", "attendance", "assignments"] {
        done(kind, &["--number", "2"], "p.pdf", b"%PDF-");
    }
    done("assignments", &[], "p.PDF", b"%PDF-");
    done("extract", &["--number", "2", "--item", "1"], "e.pdf", b"%PDF-");
    done("extract", &["--number", "2", "--organisation", "Вакинская СШ"], "e.docx", b"PK");
    let refused = |code, kind: &str, options: &[&str], out: &str| {
        let typed = paper(kind, options, out);
        folder.refused(code, &typed.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert!(refused(2, "extract", &["--number", "2"], "x.pdf").contains("--organisation"));
    refused(2, "extract", &["--number", "2", "--item", "1", "--organisation", "РИМК"], "x.pdf");
    refused(2, "notice", &[], "x.pdf");
    refused(2, "plan", &["--item", "1"], "x.pdf");
    for out in ["x.odt", "x"] {
        assert!(refused(1, "notice", &["--number", "2"], out).contains(".docx"));
    }
    done("roster", &[], "r.docx", b"PK");
    refused(1, "extract", &["--number", "2", "--item", "7"], "x.pdf");
    refused(1, "extract", &["--number", "2", "--organisation", "Нет такой"], "x.pdf");
    assert!(!folder.path().join("x.pdf").exists() && !folder.path().join("x.docx").exists());
}

#[test]
fn a_scan_goes_into_the_package() {
    let folder = Folder::example();
    for name in ["a.jpg", "b.png"] {
        image::RgbImage::from_pixel(300, 400, image::Rgb([200, 200, 200]))
            .save(folder.path().join(name))
            .unwrap();
    }
    folder.done(&["--db", "year.db", "scan", "--year", "2025", "--number", "2", "a.jpg", "b.png"]);
    let hand_over =
        ["--db", "year.db", "hand-over", "--year", "2025", "--on", "2026-08-20", "--to", ".", "--zip"];
    for form in [&hand_over[..9], &hand_over[..]] {
        let told = folder.done(form);
        let package = told.lines().last().unwrap();
        folder.done(&["verify", package]);
    }
    let scan = "ППС_Функциональная грамотность_2025-2026/Сканы/Протокол № 2 от 16.01.2026 (подписан).pdf";
    assert!(folder.path().join(scan).exists());
    fs::write(folder.path().join(scan), "другое").unwrap();
    folder.refused(1, &["verify", "ППС_Функциональная грамотность_2025-2026"]);
    // What is attached survives the way through open data.
    folder.done(&["--db", "year.db", "dump", "--out", "y.json"]);
    folder.done(&["--db", "again.db", "load", "y.json"]);
    folder.done(&["--db", "again.db", "dump", "--out", "z.json"]);
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("y.json") == read("z.json"));
    fs::remove_dir_all(folder.path().join("y.files")).unwrap();
    folder.refused(1, &["--db", "third.db", "load", "y.json"]);
    assert!(!folder.path().join("third.db").exists());
}

#[test]
fn a_broken_picture_is_refused_by_its_name() {
    let folder = Folder::example();
    fs::write(folder.path().join("снимок.jpg"), b"\xff\xd8\xff\xe0 not a picture").unwrap();
    let told =
        folder.refused(1, &["--db", "year.db", "scan", "--year", "2025", "--number", "2", "снимок.jpg"]);
    assert!(told.contains("снимок.jpg"), "{told}");
}

#[test]
fn search_has_the_agreed_shape() {
    let folder = Folder::example();
    let text = folder.done(&["--db", "year.db", "search", "банк", "практик", "--json"]);
    let found: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(!found.is_empty());
    for one in &found {
        let keys: Vec<_> = one.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["date", "id", "kind", "snippet", "title"]);
    }
}

#[test]
fn wrong_usage_is_exit_2() {
    let folder = Folder::example();
    for arguments in [
        &[][..],
        &["--db", "year.db"],
        &["check"],
        &["--db", "year.db", "frobnicate"],
        &["--db", "year.db", "paper", "plan", "--year", "двадцать", "--out", "p.pdf"],
        &["--db", "year.db", "paper", "poem", "--year", "2025", "--out", "p.pdf"],
        &["--db", "year.db", "paper", "protocol", "--year", "2025", "--out", "p.pdf"],
        &["--db", "year.db", "check", "--on", "вчера"],
    ] {
        folder.refused(2, arguments);
    }
    assert!(folder.done(&["--help"]).contains("hand-over"));
}

#[test]
fn a_foreign_file_is_refused_and_keeps_its_bytes() {
    let folder = Folder::new();
    for (name, bytes) in
        [("empty.db", &b""[..]), ("picture.db", b"\x89PNG\r\n\x1a\n0000000000"), ("text.db", b"text")]
    {
        fs::write(folder.path().join(name), bytes).unwrap();
        folder.refused(1, &["--db", name, "check"]);
        assert!(bytes == fs::read(folder.path().join(name)).unwrap());
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    folder.refused(1, &["--db", "missing.db", "check"]);
}

#[test]
fn the_community_is_chosen_by_name() {
    let folder = Folder::example();
    folder.done(&[
        "--db",
        "year.db",
        "--community",
        "функциональная грамотность",
        "check",
        "--on",
        "2026-01-20",
    ]);
    let told = folder.refused(1, &["--db", "year.db", "check", "--community", "Другое"]);
    assert!(told.contains("Функциональная грамотность"), "{told}");
}

#[test]
fn where_there_are_several_communities_one_must_be_chosen() {
    let folder = Folder::example();
    folder.done(&["--db", "year.db", "dump", "--out", "y.json"]);
    let mut dump: Value = serde_json::from_slice(&fs::read(folder.path().join("y.json")).unwrap()).unwrap();
    let communities = dump["records"]["community"].as_array_mut().unwrap();
    let mut second = communities[0].clone();
    second["id"] = "01990000-0001-7000-8000-000000000002".into();
    second["short_name"] = "Второе сообщество".into();
    communities.push(second);
    fs::write(folder.path().join("two.json"), serde_json::to_vec(&dump).unwrap()).unwrap();
    folder.done(&["--db", "two.db", "load", "two.json"]);

    let paper = |name: Option<&str>| {
        let mut arguments = vec!["--db", "two.db", "paper", "plan", "--year", "2025", "--out", "p.pdf"];
        arguments.extend(name.iter().flat_map(|name| ["--community", name]));
        folder.run(&arguments).status.code()
    };
    assert_eq!(paper(None), Some(1));
    assert_eq!(paper(Some("Функциональная грамотность")), Some(0));
    assert_eq!(paper(Some("Второе сообщество")), Some(1), "it has no plan");
    let told = folder.refused(1, &["--db", "two.db", "check"]);
    assert!(told.contains("Второе сообщество") && told.contains("Функциональная грамотность"), "{told}");
}

#[test]
fn a_file_that_is_open_elsewhere_is_refused() {
    let folder = Folder::example();
    let file = fs::File::open(folder.path().join("year.db.lock")).unwrap();
    file.try_lock().unwrap();
    let told = folder.refused(1, &["--db", "year.db", "check"]);
    assert!(told.contains("уже открыта"), "{told}");
}

#[test]
fn data_of_the_program_is_never_replaced_by_a_paper() {
    let folder = Folder::example();
    image::RgbImage::from_pixel(300, 400, image::Rgb([9, 9, 9])).save(folder.path().join("a.png")).unwrap();
    folder.done(&["--db", "year.db", "scan", "--year", "2025", "--number", "1", "a.png"]);
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    for out in ["year.db", "year.files.db", "year.db.lock"] {
        let before = read(out);
        folder.refused(1, &["--db", "year.db", "paper", "plan", "--year", "2025", "--out", out]);
        folder.refused(1, &["--db", "year.db", "dump", "--out", out]);
        assert!(before == read(out), "{out}");
    }
}

#[test]
fn the_form_of_a_paper_follows_the_name_of_its_file() {
    let folder = Folder::example();
    let written = |kind: &str, options: &[&str], out: &str| {
        let common = ["--db", "year.db", "paper", kind, "--year", "2025", "--on", "2026-08-20", "--out", out];
        folder.done(&[&common[..], options].concat());
        fs::read(folder.path().join(out)).unwrap()
    };
    let heads: [(&str, &[u8]); 4] =
        [("pdf", b"%PDF-"), ("docx", b"PK"), ("XLSX", b"PK"), ("ics", b"BEGIN:VCALENDAR\r\n")];
    for (ending, head) in heads {
        let by_direction = written("plan", &["--by", "direction"], &format!("d.{ending}"));
        let by_month = written("plan", &["--by", "month"], &format!("m.{ending}"));
        assert!(by_direction.starts_with(head) && by_month.starts_with(head), "{ending}");
        assert_eq!(by_direction, written("plan", &[], &format!("again.{ending}")), "{ending}");
        // A calendar has an order of its own.
        assert_eq!(by_direction == by_month, ending == "ics", "{ending}");
    }
    assert!(written("report", &["--full"], "r.docx").starts_with(b"PK"));
    let refused = |kind: &str, out: &str| {
        folder.refused(1, &["--db", "year.db", "paper", kind, "--year", "2025", "--out", out])
    };
    let unknown = refused("plan", "x.odt");
    for ending in [".pdf", ".docx", ".xlsx", ".ics"] {
        assert!(unknown.contains(ending), "{unknown}");
    }
    assert!(refused("report", "x.xlsx").contains("PDF или DOCX"));
    assert!(refused("roster", "x.ics").contains("PDF"));
    assert!(!folder.path().join("x.xlsx").exists());
}

#[test]
fn an_option_that_means_nothing_is_wrong_usage() {
    let folder = Folder::example();
    let paper = ["--db", "year.db", "paper", "plan", "--year", "2025", "--out", "p.pdf"];
    for idle in [&["--full"][..], &["--number", "2"]] {
        folder.refused(2, &[&paper[..], idle].concat());
    }
    folder.refused(
        2,
        &["--db", "year.db", "paper", "roster", "--by", "month", "--year", "2025", "--out", "p.pdf"],
    );
    folder.refused(2, &[&paper[..], &["--by", "weather"]].concat());
    assert!(!folder.path().join("p.pdf").exists());
}

#[test]
fn papers_about_people_go_by_their_day() {
    let folder = Folder::example();
    let paper = |kind: &'static str, options: &[&'static str]| {
        [&["--db", "year.db", "paper", kind, "--out", "p.pdf"][..], options].concat()
    };
    let period = ["--from", "2025-09-01", "--to", "2026-05-31"];
    for (kind, options) in [
        ("certificate", &period[..]),
        ("certificate", &["--year", "2025"]),
        ("petition", &["--on", "2026-08-20"]),
        ("course_request", &["--on", "2026-09-01"]),
        ("course_request", &["--year", "2025"]),
        ("courses", &["--year", "2025"]),
        ("route", &["--record", "мещерякова", "--on", "2026-05-29"]),
    ] {
        folder.done(&paper(kind, options));
        let out = folder.path().join("p.pdf");
        assert!(fs::read(&out).unwrap().starts_with(b"%PDF-"), "{kind}");
        fs::remove_file(out).unwrap();
    }
    let told = folder.refused(1, &paper("certificate", &["--from", "2026-05-31", "--to", "2025-09-01"]));
    assert!(told.contains("Период"), "{told}");
    let told = folder.refused(2, &paper("plan", &["--on", "2026-08-20"]));
    assert!(told.contains("--year"), "{told}");
    folder.refused(2, &paper("petition", &[]));
    folder.refused(2, &paper("petition", &[&["--on", "2026-08-20"][..], &period[..]].concat()));
}

#[test]
fn help_is_in_russian() {
    let help = Folder::new().done(&["--help"]);
    for english in ["Usage", "Commands", "Options", "Print"] {
        assert!(!help.contains(english), "{help}");
    }
    assert!(help.contains("Команды") && help.contains("hand-over"), "{help}");
}
