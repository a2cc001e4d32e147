//! The same commands given to `pps-cli` and to `pps-cli.exe`: they have to end alike, say the same and leave the same bytes.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::wine::Wine;
use crate::files;
use crate::process::{Outcome, Problem, capture, command};

/// What is typed, in this order and in one folder. The day is always named: nothing may depend on when it is run.
const TYPED: &[&[&str]] = &[
    &["--help"],
    &["paper", "--help"],
    &["--db", "example.db", "example"],
    &["--db", "year.db", "load", SHARED],
    &["--db", "year.db", "check", "--on", "2026-08-20"],
    &["--db", "year.db", "check", "--on", "2025-11-03", "--json"],
    &["--db", "year.db", "papers", "--year", "2025", "--on", "2026-08-20", "--to", "Бумаги"],
    &[
        "--db",
        "year.db",
        "papers",
        "--year",
        "2025",
        "--on",
        "2026-08-20",
        "--to",
        "Без имён",
        "--without-personal-data",
    ],
    &[
        "--db",
        "year.db",
        "paper",
        "protocol",
        "--year",
        "2025",
        "--number",
        "2",
        "--on",
        "2026-08-20",
        "--out",
        "Протокол № 2.docx",
    ],
    &["--db", "year.db", "paper", "plan", "--year", "2025", "--on", "2026-08-20", "--out", "План.xlsx"],
    &["--db", "year.db", "paper", "plan", "--year", "2025", "--on", "2026-08-20", "--out", "План.ics"],
    &["--db", "year.db", "search", "оценивание"],
    &["--db", "year.db", "search", "--json", "оценивания"],
    &["--db", "year.db", "dump", "--out", "Выгрузка.json"],
    &["--db", "again.db", "load", "Выгрузка.json"],
    &["--db", "again.db", "dump", "--out", "Ещё раз.json"],
    &["--db", "again.db", "import", "activities", "plan.tsv", "--year", "2026", "--dry-run"],
    &["--db", "again.db", "import", "activities", "plan.tsv", "--year", "2026", "--dry-run", "--json"],
    &["--db", "again.db", "import", "members", "roster.tsv", "--year", "2025", "--dry-run"],
    &["--db", "year.db", "hand-over", "--year", "2025", "--on", "2026-08-20", "--to", "Флешка"],
    &["--db", "year.db", "hand-over", "--year", "2025", "--on", "2026-08-20", "--to", "Письмо", "--zip"],
    &["verify", "Флешка/ППС_Функциональная грамотность_2025-2026"],
    &["verify", "Письмо/ППС_Функциональная грамотность_2025-2026.zip"],
    &["--db", "year.db", "site", "--year", "2025", "--on", "2026-08-20", "--to", "Сайт"],
];

/// What is refused: a name that is taken, a form that no paper has, a file that is not there, a word that nobody knows.
const REFUSED: &[&[&str]] = &[
    &["--db", "year.db", "example"],
    &["--db", "year.db", "paper", "plan", "--year", "2025", "--out", "План.odt"],
    &["--db", "nowhere.db", "check"],
    &["--db", "year.db", "dump", "--out", "нет/такой/папки.json"],
    &["--db", "year.db", "check", "--on", "вчера"],
    &["print"],
];

/// Open data of the example year. What is entered anew has a moment and an identity of its own; what is loaded keeps them.
const SHARED: &str = "Общая.json";

/// How what was said begins where a command did what it should.
const DONE: &str = "Some(0)";

/// Folders that a person chooses, and that are therefore there.
const FOLDERS: &[&str] = &["Бумаги", "Без имён", "Флешка", "Письмо", "Сайт"];

/// What a run of all commands has left and said.
struct Run {
    folder: PathBuf,
    said: Vec<String>,
}

/// Runs everything twice and compares.
pub(crate) fn run(linux: &Path, windows: &Path, wine: &Wine, root: &Path) -> Outcome {
    let at = root.join("target/windows/compared");
    let shared = at.join("shared");
    files::fresh_folder(&shared)?;
    for typed in [&["example"][..], &["dump", "--out", SHARED]] {
        capture(command(linux, &shared).args(["--db", "year.db"]).args(typed))?;
    }
    let shared = shared.join(SHARED);
    let by_linux = everything(root, at.join("linux"), &shared, |folder| command(linux, folder))?;
    let by_windows = everything(root, at.join("windows"), &shared, |folder| wine.command(folder, windows))?;

    let mut wrong: Vec<String> = Vec::new();
    let all = TYPED.iter().map(|typed| (typed, true)).chain(REFUSED.iter().map(|typed| (typed, false)));
    for (((typed, does), ours), theirs) in all.zip(&by_linux.said).zip(&by_windows.said) {
        // What both refuse alike compares nothing.
        if does != ours.starts_with(DONE) {
            wrong.push(format!("`pps-cli {}` ends otherwise than it has to: {ours}", typed.join(" ")));
        }
        if ours != theirs {
            wrong
                .push(format!("`pps-cli {}`\n  on Linux:   {ours}\n  on Windows: {theirs}", typed.join(" ")));
        }
    }
    let differing = files::differences(&by_linux.folder, &by_windows.folder)?;
    wrong.extend(differing.iter().filter(|file| is_compared(file)).map(|file| file.display().to_string()));
    let left = files::under(&by_linux.folder)?.iter().filter(|file| is_compared(file)).count();
    if wrong.is_empty() {
        let commands = TYPED.len() + REFUSED.len();
        println!("{commands} commands end alike and say the same; {left} files are equal byte by byte.");
        Ok(())
    } else {
        Err(Problem::new(format!("{} differences:\n{}", wrong.len(), wrong.join("\n"))))
    }
}

/// A data file begins with random bytes, and the ZIP of a workbook says on which system it was made.
fn is_compared(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    !name.contains(".db") && !name.ends_with(".xlsx")
}

fn everything(
    root: &Path,
    folder: PathBuf,
    shared: &Path,
    program: impl Fn(&Path) -> Command,
) -> Outcome<Run> {
    files::fresh_folder(&folder)?;
    for name in FOLDERS {
        files::fresh_folder(&folder.join(name))?;
    }
    let tables = root.join("src-tauri/crates/app/tests/importing");
    for name in ["plan.tsv", "roster.tsv"] {
        files::write(&folder.join(name), &files::read_bytes(&tables.join(name))?)?;
    }
    files::write(&folder.join(SHARED), &files::read_bytes(shared)?)?;
    let mut said = Vec::new();
    for typed in TYPED.iter().chain(REFUSED) {
        let output = program(&folder).args(*typed).output();
        let output =
            output.map_err(|error| Problem::new(format!("pps-cli could not be started: {error}")))?;
        let told = [output.stdout, output.stderr].concat();
        let code = output.status.code();
        said.push(format!("{code:?} {}", plain(&String::from_utf8_lossy(&told), &folder)));
    }
    Ok(Run { folder, said })
}

/// What was said, without what has to differ: the place of the folder, the signs between folders.
fn plain(said: &str, folder: &Path) -> String {
    let said = said.replace('\\', "/");
    let place = folder.display().to_string();
    said.replace(&format!("//?/Z:{place}"), ".").replace(&format!("Z:{place}"), ".").replace(&place, ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_to_differ_is_taken_out_of_what_was_said() {
        let folder = Path::new("/x/windows");
        assert_eq!(
            plain("Записано: Z:\\x\\windows\\Бумаги\\План.pdf", folder),
            "Записано: ./Бумаги/План.pdf"
        );
        assert_eq!(plain("Записано: /x/windows/Бумаги/План.pdf", folder), "Записано: ./Бумаги/План.pdf");
    }

    #[test]
    fn data_files_and_workbooks_are_not_compared_and_papers_are() {
        assert!(is_compared(Path::new("Бумаги/План.pdf")));
        assert!(!is_compared(Path::new("year.db")) && !is_compared(Path::new("year.files.db-wal")));
        assert!(!is_compared(Path::new("Бумаги/План.xlsx")));
    }
}
