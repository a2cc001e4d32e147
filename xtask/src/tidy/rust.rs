//! Rules about Rust text: what may stand in which crate.

use super::source::{Source, line_of, lines_with};
use super::{Breach, File};

/// The part of the system that a file belongs to, and whether it is a test.
struct Place<'a> {
    part: &'a str,
    test: bool,
}

impl<'a> Place<'a> {
    fn of(path: &'a str) -> Self {
        let part = path.strip_prefix("src-tauri/crates/").map_or_else(
            || path.split('/').next().unwrap_or_default(),
            |inside| inside.split('/').next().unwrap_or_default(),
        );
        let test = part == "tests" || path.contains("/tests/") || path.ends_with("/tests.rs");
        Self { part, test }
    }
}

/// Words that read the clock. Only the use cases may: everything below them is told what day it is.
const CLOCK: &[&str] = &["Utc::now", "Local::now", "SystemTime::now"];

/// Words that make identifiers or draw lots; the same for the parts that must be pure.
const CHANCE: &[&str] = &["Uuid::now_v7", "Uuid::new_v4", "rand::"];

/// Words that touch files or the machine.
const MACHINE: &[&str] = &["std::fs", "std::env", "std::process", "std::net"];

const UNFINISHED: &[&str] = &["todo!", "unimplemented!"];

const SQL: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "PRAGMA"];

/// Every breach in one Rust file.
pub(crate) fn check(file: &File) -> Vec<Breach> {
    let place = Place::of(&file.path);
    let whole = Source::parse(&file.text);
    let mut breaches = Vec::new();

    // In tests too: a test that is not run, or not written, must not look like one.
    breaches.extend(forbid(
        &whole.code,
        &file.path,
        UNFINISHED,
        "finish it, or leave it out and say so in an issue",
    ));
    if !starts_itself(&whole) {
        breaches.extend(forbid(&whole.code, &file.path, &["#[ignore"], "a test is run or it is removed"));
    }

    if place.test {
        return breaches;
    }
    let own = whole.without_tests();
    if matches!(place.part, "domain" | "store" | "documents" | "exchange" | "src-tauri") {
        breaches.extend(forbid(&own.code, &file.path, CLOCK, "only the use cases (app) ask what time it is"));
    }
    if matches!(place.part, "domain" | "documents") {
        breaches.extend(forbid(&own.code, &file.path, CHANCE, "identifiers are made by the use cases (app)"));
    }
    if place.part == "domain" {
        breaches.extend(forbid(
            &own.code,
            &file.path,
            MACHINE,
            "the domain knows neither files nor the machine",
        ));
    }
    if file.path.starts_with("src-tauri/") && place.part != "store" {
        for literal in own.literals.iter().filter(|literal| is_sql(&literal.text)) {
            let line = line_of(&file.text, literal.at);
            breaches.push(Breach::new(&file.path, line, "SQL is written in the store alone"));
        }
    }
    breaches
}

/// A test that kills or starves a program starts its own file again as that program, which is then written as an
/// ignored test: it proves nothing by itself and should not be counted. The reason has to say so.
fn starts_itself(source: &Source) -> bool {
    let has = |wanted: &str| source.literals.iter().any(|literal| literal.text.contains(wanted));
    let ignored = source.code.matches("#[ignore").count();
    ignored == 1 && has("program of the other tests") && has("--ignored")
}

fn forbid(code: &str, path: &str, words: &[&str], rule: &str) -> Vec<Breach> {
    words
        .iter()
        .flat_map(|word| lines_with(code, word).into_iter().map(move |line| (word, line)))
        .map(|(word, line)| Breach::new(path, line, format!("`{word}`: {rule}")))
        .collect()
}

fn is_sql(literal: &str) -> bool {
    let mut words = literal.trim_start_matches(['\\', 'n', ' ', '\n', '\t']).split_whitespace();
    let Some(first) = words.next() else { return false };
    SQL.contains(&first) && words.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(path: &str, text: &str) -> Vec<String> {
        check(&File { path: path.into(), text: text.into() }).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_clock_is_for_the_use_cases_alone() {
        let text = "fn f() {\n    let now = chrono::Utc::now();\n}";
        for part in ["domain", "store", "documents", "exchange"] {
            let found = breaches(&format!("src-tauri/crates/{part}/src/lib.rs"), text);
            assert_eq!(found.len(), 1, "{part}: {found:?}");
            assert!(found[0].contains(":2: `Utc::now`"), "{found:?}");
        }
        assert_eq!(breaches("src-tauri/src/lib.rs", "SystemTime::now()").len(), 1);
        for part in ["app", "cli"] {
            assert!(breaches(&format!("src-tauri/crates/{part}/src/lib.rs"), text).is_empty());
        }
    }

    #[test]
    fn tests_may_read_the_clock_and_write_sql() {
        let inside = "fn f() {}\n#[cfg(test)]\nmod tests { fn g() { Utc::now(); q(\"SELECT 1\"); } }";
        assert!(breaches("src-tauri/crates/domain/src/lib.rs", inside).is_empty());
        assert!(breaches("src-tauri/crates/app/tests/story.rs", "q(\"SELECT 1\")").is_empty());
        assert!(breaches("tests/faults/file.rs", "q(\"SELECT 1\")").is_empty());
    }

    #[test]
    fn sql_outside_the_store_is_seen_and_words_alike_are_not() {
        let app = "src-tauri/crates/app/src/lib.rs";
        assert_eq!(breaches(app, "q(\"SELECT id FROM person\")").len(), 1);
        assert_eq!(breaches(app, "q(r#\"\n   INSERT INTO person VALUES (1)\"#)").len(), 1);
        assert_eq!(breaches(app, "q(\"\\n DELETE FROM person\")").len(), 1);
        assert!(
            breaches(app, "// SELECT id FROM person\nq(\"Select a person\", \"SELECTED\", \"CREATE\")")
                .is_empty()
        );
        assert!(breaches("src-tauri/crates/store/src/people.rs", "q(\"SELECT id FROM person\")").is_empty());
    }

    #[test]
    fn identifiers_and_the_machine_stay_out_of_the_pure_parts() {
        let domain = "src-tauri/crates/domain/src/lib.rs";
        assert_eq!(breaches(domain, "Uuid::now_v7()").len(), 1);
        assert_eq!(breaches(domain, "use std::fs;\nstd::env::var(\"X\")").len(), 2);
        assert_eq!(breaches("src-tauri/crates/documents/src/lib.rs", "Uuid::new_v4()").len(), 1);
        assert!(breaches("src-tauri/crates/app/src/lib.rs", "Uuid::now_v7(); std::fs::read(p)").is_empty());
    }

    #[test]
    fn only_a_program_that_other_tests_start_may_be_an_ignored_test() {
        let program = "#[ignore = \"the saving program of the other tests\"]\nfn saver() {}\n";
        let start = "fn start() { command.arg(\"--ignored\") }\n";
        let path = "src-tauri/crates/store/tests/crash.rs";
        assert!(breaches(path, &format!("{program}{start}")).is_empty());
        assert_eq!(breaches(path, program).len(), 1, "nothing starts it");
        assert_eq!(breaches(path, &format!("{program}{start}#[ignore]\nfn other() {{}}")).len(), 2);
    }

    #[test]
    fn unfinished_and_ignored_are_seen_everywhere_even_in_tests() {
        let text = "#[cfg(test)]\nmod tests {\n#[test]\n#[ignore = \"slow\"]\nfn f() { todo!() }\n}";
        assert_eq!(breaches("src-tauri/crates/app/src/lib.rs", text).len(), 2);
        assert_eq!(breaches("tests/story.rs", "fn f() { unimplemented!() }").len(), 1);
        assert!(breaches("xtask/src/x.rs", "// todo!()\nconst X: &str = \"#[ignore\";").is_empty());
    }
}
