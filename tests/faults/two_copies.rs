//! Two copies of the program at once: one writes, the other says so, and neither says done of what is not there.

use std::fs;
use std::path::Path;

use crate::acts::{packages_in, verified};
use crate::answer::{Answer, typed};
use crate::figures::{Figures, rounds};
use crate::year::{Year, held};

/// Starts both and waits for both.
fn at_once(folder: &Path, one: &[&str], other: &[&str]) -> [Answer; 2] {
    let both = [one, other].map(|words| typed(folder, words).spawn().unwrap());
    both.map(|child| Answer::of(child.wait_with_output().unwrap()))
}

/// How many of them were done; none is broken.
fn done_of(answers: &[Answer]) -> Result<usize, String> {
    match answers.iter().find(|answer| matches!(answer, Answer::Broken(_))) {
        Some(broken) => Err(format!("{broken:?}")),
        None => Ok(answers.iter().filter(|answer| matches!(answer, Answer::Done(_))).count()),
    }
}

#[test]
fn of_two_copies_on_one_file_one_writes_at_a_time() {
    let year = Year::new();
    let mut figures = Figures::of("two copies on one file");
    let two =
        |number: &'static str| ["--db", "year.db", "scan", "--year", "2025", "--number", number, "a.jpg"];
    for round in 0..rounds(6, 50) {
        figures.round();
        let folder = year.copied();
        let answers = at_once(folder.path(), &two("1"), &two("3"));
        let outcome = done_of(&answers).and_then(|count| {
            if count == 0 {
                return Err("both were refused".to_owned());
            }
            let scans = held(folder.path(), "year.db")?.count("attachment");
            // One was there before.
            if scans == count + 1 { Ok(()) } else { Err(format!("{count} said done, {scans} scans")) }
        });
        if answers.iter().any(|answer| matches!(answer, Answer::Refused(_))) {
            figures.saw("one was refused");
        }
        figures.check(round, outcome);
    }
    figures.tell();
}

#[test]
fn of_two_copies_that_make_one_file_one_makes_it() {
    let year = Year::new();
    let mut figures = Figures::of("two copies that make one file");
    let make = [
        &["--db", "new.db", "example"][..],
        &["--db", "new.db", "load", "whole.json"],
        &["--db", "new.db", "init"],
    ];
    for round in 0..rounds(6, 50) {
        figures.round();
        let folder = year.copied();
        let (one, other) = (make[round % 3], make[(round / 3) % 3]);
        let answers = at_once(folder.path(), one, other);
        let outcome = done_of(&answers).and_then(|count| {
            held(folder.path(), "new.db")?;
            // An empty file that was made first may be loaded into.
            let both = count == 2 && [one, other].iter().any(|words| words.contains(&"load"));
            if count == 1 || both { Ok(()) } else { Err(format!("{count} of two made the file")) }
        });
        figures.check(format_args!("{round} {one:?} {other:?}"), outcome);
    }
    figures.tell();
}

#[test]
fn two_packages_for_one_place_are_whole_or_refused() {
    let year = Year::new();
    let mut figures = Figures::of("two packages for one place");
    for round in 0..rounds(4, 50) {
        figures.round();
        let folder = year.copied();
        fs::copy(year.path("year.db"), folder.path().join("other.db")).unwrap();
        fs::copy(year.path("year.files.db"), folder.path().join("other.files.db")).unwrap();
        fs::create_dir(folder.path().join("stick")).unwrap();
        let to = |db| {
            let mut words =
                vec!["--db", db, "hand-over", "--year", "2025", "--on", "2026-08-20", "--to", "stick"];
            words.extend((round % 2 == 1).then_some("--zip"));
            words
        };
        let answers = at_once(folder.path(), &to("year.db"), &to("other.db"));
        let outcome = done_of(&answers).and_then(|count| {
            let found = packages_in(&folder.path().join("stick"));
            if count == 0 || found.is_empty() {
                return Err("no package".to_owned());
            }
            found.iter().try_for_each(|package| verified(folder.path(), package))
        });
        if answers.iter().any(|answer| matches!(answer, Answer::Refused(_))) {
            figures.saw("one was refused");
        }
        figures.check(round, outcome);
    }
    figures.tell();
}
