//! `pps-cli import`: a table becomes rows of the plan, all of them or none.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

const TABLE: &str = "Мероприятие;Срок;Направление;Ответственный\n\
    Семинар «Оценивание»;ноябрь;3.1.7;Соколова М. В.\n\
    Подборка материалов;до 01.02.2026;3.1.2;Некто Н. Н.\n";

struct Folder(TempDir);

impl Folder {
    /// The example year, and a table beside it.
    fn with(table: &str) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        fs::write(folder.0.path().join("план.csv"), table).unwrap();
        assert!(folder.run(&["--db", "year.db", "example"]).status.success());
        folder
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_pps-cli"))
            .args(arguments)
            .current_dir(self.0.path())
            .output()
            .unwrap()
    }

    fn import(&self, more: &[&str]) -> (Option<i32>, String, String) {
        let words = ["--db", "year.db", "import", "activities", "план.csv", "--year", "2025"];
        let output = self.run(&[&words[..], more].concat());
        let text = |bytes| String::from_utf8(bytes).unwrap().replace('\u{a0}', " ");
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    fn holds(&self, words: &str) -> bool {
        let output = self.run(&["--db", "year.db", "search", words]);
        !String::from_utf8(output.stdout).unwrap().contains("Ничего не найдено")
    }
}

#[test]
fn a_trial_shows_what_was_understood_and_changes_nothing() {
    let folder = Folder::with(TABLE);
    let (code, out, _) = folder.import(&["--dry-run"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("Строка 2, понятна: Семинар «Оценивание» | ноябрь"), "{out}");
    assert!(out.contains("«Некто Н. Н.» — в составе нет, останется словами"), "{out}");
    assert!(!folder.holds("Подборка Оценивание"));
}

#[test]
fn an_old_protocol_is_tried_shown_as_json_and_added_with_its_file() {
    let folder = Folder::with(TABLE);
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/tests/importing/protocols/inline.docx");
    let import = |more: &[&str]| {
        let words = ["--db", "year.db", "import", "protocol", file, "--year", "2024"];
        let output = folder.run(&[&words[..], more].concat());
        let text = |bytes| String::from_utf8(bytes).unwrap().replace('\u{a0}', " ");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (code, out, told) = import(&["--dry-run"]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(out.contains("Дата: 22.05.2026\n№: 3\n"), "{out}");
    assert!(out.ends_with("Ничего не добавлено: это проба.\n"), "{out}");
    // The example has this protocol already.
    let (code, out, _) = import(&["--dry-run", "--json"]);
    assert_eq!(code, Some(0));
    let trial: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(trial["recognised"]["number"], 3);
    assert_eq!(trial["recognised"]["items"].as_array().unwrap().len(), 2);
    assert!(trial["refusal"].as_str().unwrap().contains("уже внесён"), "{out}");
    let (code, _, told) = import(&[]);
    assert_eq!(code, Some(1));
    assert!(told.contains("Протокол № 3 от 22.05.2026 уже внесён"), "{told}");
}

#[test]
fn rows_are_added_once() {
    let folder = Folder::with(TABLE);
    let (code, out, told) = folder.import(&[]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(out.ends_with("Добавлено 2 мероприятия из таблицы.\n"), "{out}");
    assert!(folder.holds("семинар оценивание"));
    let (code, _, told) = folder.import(&[]);
    assert_eq!(code, Some(1));
    assert!(told.contains("Добавлять нечего"), "{told}");
}

#[test]
fn a_row_without_a_direction_holds_all_back_until_one_is_named() {
    let folder = Folder::with("Мероприятие;Срок\nВстреча «Оценивание приёмов»;май\n");
    let (code, _, told) = folder.import(&[]);
    assert_eq!(code, Some(1));
    assert!(told.contains("Не ясно направление"), "{told}");
    let (code, out, _) = folder.import(&["--direction", "3.1.7"]);
    assert_eq!(code, Some(0), "{out}");
    let (code, _, told) = folder.import(&["--direction", "3.1.9"]);
    assert_eq!(code, Some(2), "{told}");
}

#[test]
fn a_file_that_is_no_table_is_refused_with_a_sentence() {
    let folder = Folder::with("");
    let (code, _, told) = folder.import(&[]);
    assert_eq!(code, Some(1));
    assert!(told.contains("нет таблицы"), "{told}");
}

#[test]
fn answers_of_a_year_without_a_survey_by_a_questionnaire_are_refused_with_what_to_do() {
    let folder = Folder::with("№;Утверждение;1\n1;Текст;2\n");
    let output = folder.run(&["--db", "year.db", "answers", "план.csv", "--year", "2025"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("Такого замера с анкетой за этот год нет"), "{told}");
}

#[test]
fn a_questionnaire_is_printed_as_a_sheet_and_as_a_workbook() {
    let folder = Folder::with(TABLE);
    for form in ["pdf", "docx", "xlsx"] {
        let file = format!("анкета.{form}");
        let words =
            ["--db", "year.db", "paper", "survey", "--record", "Затруднения", "--on", "2026-05-01", "--out"];
        let output = folder.run(&[&words[..], &[file.as_str()]].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(fs::metadata(folder.0.path().join(file)).unwrap().len() > 4_000);
    }
}
