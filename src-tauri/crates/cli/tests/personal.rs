//! Personal data from the command line: forgetting a name, papers without names, the journal of what was given out.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_pps-cli");
    Command::new(program)
        .args(["--db", "year.db"])
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap()
}

fn done(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), told.as_str()), (Some(0), ""), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn refused(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn example() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(&folder, &["example"]);
    folder
}

fn dump(folder: &TempDir, name: &str) -> String {
    done(folder, &["dump", "--out", name]);
    fs::read_to_string(folder.path().join(name)).unwrap()
}

#[test]
fn a_name_is_forgotten_with_all_that_holds_it() {
    let folder = example();
    let before = dump(&folder, "before.json");
    assert!(before.contains("Ларина") && before.contains("Соколова"));
    let shown = done(&folder, &["anonymise", "ларина светлана", "--dry-run"]);
    assert!(shown.contains("Ларина Светлана Юрьевна станет: участник 1."), "{shown}");
    assert!(dump(&folder, "same.json").contains("Ларина"));

    let told = done(&folder, &["anonymise", "Ларина", "--texts"]);
    assert!(told.contains("теперь участник 1") && told.contains("запасных копиях"), "{told}");
    let after = dump(&folder, "after.json");
    assert!(!after.contains("Ларин") && after.contains("Соколова") && after.contains("участник 1"));

    let again = refused(&folder, &["anonymise", "Ларина"]);
    assert_eq!(again, "Участника «Ларина» в файле данных нет; напишите фамилию и имя, как в «Составе».\n");
    // What is loaded from the open data proves itself, and has forgotten too.
    let target = tempfile::tempdir().unwrap();
    fs::copy(folder.path().join("after.json"), target.path().join("after.json")).unwrap();
    done(&target, &["load", "after.json"]);
    assert!(done(&target, &["search", "Ларина"]).contains("Ничего не найдено"));
}

#[test]
fn what_left_the_program_is_listed_with_whether_it_names_people() {
    let folder = example();
    let paper = ["paper", "roster", "--year", "2025", "--on", "2026-08-20"];
    done(&folder, &[&paper[..], &["--out", "Состав.pdf"]].concat());
    done(&folder, &[&paper[..], &["--out", "Состав для сайта.docx", "--without-personal-data"]].concat());
    let person = ["paper", "consent", "--on", "2026-08-20", "--person", "Ларина", "--out", "Согласие.pdf"];
    done(&folder, &person);
    let listed = done(&folder, &["exports"]);
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), 3, "{listed}");
    assert!(lines[0].contains("Согласие.pdf → папка «") && lines[0].ends_with("с персональными данными"));
    assert!(lines[1].contains("Состав для сайта.docx") && lines[1].ends_with("без персональных данных"));
    assert!(!listed.contains(folder.path().parent().unwrap().to_str().unwrap()), "{listed}");
    assert!(fs::metadata(folder.path().join("Согласие.pdf")).unwrap().len() > 1000);
}
