//! Whatever fails and wherever, the name stands for a whole package, and the next run succeeds.

use std::path::{Path, PathBuf};

use pps_exchange::{ExchangeError, Watch, Written, verify, write_folder, write_zip};
use rstest::rstest;

use crate::disks::{Fault, OddDisk};
use crate::samples::{
    DAY, NAME, PROTOCOL, SERVICE, names_in, package, quick_folder, tree, write, write_as_zip,
};

/// No room, read-only, bad sector, no device, no right.
const ERRORS: [i32; 5] = [28, 30, 5, 19, 13];

/// What is on the stick before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Empty,
    Old,
    /// An earlier run was interrupted while writing.
    OldAndHalf,
    /// The stick was pulled out between the two renamings of an earlier run.
    OldUnderOtherName,
    /// Power was lost after an earlier run, and the package that has the name was left with empty
    /// files, as FAT32 was seen to do.
    OldBehindBroken,
}

fn beside(stick: &Path, ending: &str) -> PathBuf {
    stick.join(format!("{NAME}.{ending}"))
}

fn prepare(start: Start, stick: &Path) {
    let target = stick.join(NAME);
    if start == Start::Empty {
        return;
    }
    write(&package("прежний"), stick);
    match start {
        Start::Empty | Start::Old => {}
        Start::OldAndHalf => half_written(stick),
        Start::OldUnderOtherName => {
            std::fs::rename(&target, beside(stick, "old")).unwrap();
            half_written(stick);
        }
        Start::OldBehindBroken => {
            std::fs::rename(&target, beside(stick, "old")).unwrap();
            let elsewhere = tempfile::tempdir_in(stick.parent().unwrap()).unwrap();
            write(&package("прерванный"), elsewhere.path());
            std::fs::rename(elsewhere.path().join(NAME), &target).unwrap();
            std::fs::write(target.join(PROTOCOL), "").unwrap();
        }
    }
}

fn half_written(stick: &Path) {
    std::fs::create_dir_all(beside(stick, "part").join(SERVICE)).unwrap();
    std::fs::write(beside(stick, "part").join("Опись.pdf"), "оп").unwrap();
}

fn run(disk: &OddDisk, stick: &Path) -> Result<Written, ExchangeError> {
    write_folder(&package("новый"), stick, disk, &mut Watch::silent())
}

/// The edition of the package under a path, or a word that no edition has.
fn edition(path: &Path) -> String {
    if !path.exists() {
        return "ничего".to_owned();
    }
    match verify(path) {
        Ok(found) if found.is_sound() => {
            std::fs::read_to_string(path.join("Опись.pdf")).unwrap().replace("опись, ", "")
        }
        other => format!("не целое: {other:?}"),
    }
}

/// How many calls a run without faults makes, and which.
fn calls(start: Start, exchanges: bool) -> Vec<&'static str> {
    let home = quick_folder();
    let stick = home.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    prepare(start, &stick);
    let disk = OddDisk::good(exchanges);
    run(&disk, &stick).unwrap();
    disk.log()
}

/// Lets one run fail at one call, and judges what is left.
fn fail_at(start: Start, exchanges: bool, at: usize, call: &str, fault: Fault) {
    let home = quick_folder();
    let stick = home.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    prepare(start, &stick);
    let context = format!("{start:?}, call {at} ({call}), {fault:?}, exchanges: {exchanges}");
    let outcome = run(&OddDisk::with(exchanges, at, fault), &stick);

    let named = edition(&stick.join(NAME));
    match (&outcome, named.as_str()) {
        (Ok(_), "новый") | (Err(_), "прежний" | "новый") => {}
        (Err(_), "ничего") if start == Start::Empty => {}
        // Where names cannot be exchanged and the stick is gone for good, nobody can give the
        // previous package its name back, but it is whole.
        (Err(_), "ничего") if !exchanges && matches!(fault, Fault::FromHereOn(_)) => {
            assert_eq!(edition(&beside(&stick, "old")), "прежний", "{context}");
        }
        // What was already so before, and could not be healed because of the fault.
        (Err(_), _) if matches!(start, Start::OldUnderOtherName | Start::OldBehindBroken) => {
            assert_eq!(edition(&beside(&stick, "old")), "прежний", "{context}");
        }
        (outcome, named) => panic!("{context}: {named}, {outcome:?}"),
    }
    if let Err(error) = outcome {
        let sentence = error.to_string();
        assert!(sentence.ends_with('.') && sentence.starts_with("Не получилось"), "{context}: {sentence}");
    }

    let again = run(&OddDisk::good(exchanges), &stick);
    assert!(again.is_ok(), "{context}: the next run failed: {again:?}");
    assert_eq!(edition(&stick.join(NAME)), "новый", "{context}");
    assert_eq!(names_in(&stick), [NAME], "{context}: something was left behind");
}

#[rstest]
fn after_any_failure_the_name_stands_for_a_whole_package(
    #[values(Start::Empty, Start::Old, Start::OldAndHalf, Start::OldUnderOtherName, Start::OldBehindBroken)]
    start: Start,
    #[values(true, false)] exchanges: bool,
) {
    let calls = calls(start, exchanges);
    assert!(calls.len() > 40, "the run must be long enough to mean something: {calls:?}");
    for (at, call) in calls.iter().enumerate() {
        let code = ERRORS[at % ERRORS.len()];
        for fault in [Fault::Once(code), Fault::AfterTheDeed(code), Fault::FromHereOn(code)] {
            fail_at(start, exchanges, at, call, fault);
        }
    }
}

#[test]
fn each_error_number_fails_alike_at_each_step_of_a_replacement() {
    for (at, call) in calls(Start::Old, false).iter().enumerate() {
        for code in ERRORS {
            fail_at(Start::Old, false, at, call, Fault::Once(code));
        }
    }
}

#[test]
fn a_moment_without_contact_does_not_cost_the_only_whole_package() {
    let calls = calls(Start::OldUnderOtherName, false);
    let restored = calls.iter().position(|call| *call == "rename").unwrap();
    let reads = (0..restored).filter(|at| matches!(calls[*at], "open" | "read"));
    let mut tried = 0;
    for at in reads {
        let stick = quick_folder();
        prepare(Start::OldUnderOtherName, stick.path());
        let outcome = run(&OddDisk::with(false, at, Fault::Once(5)), stick.path());
        assert!(matches!(outcome, Err(ExchangeError::Read { .. })), "call {at}: {outcome:?}");
        assert_eq!(edition(&beside(stick.path(), "old")), "прежний", "call {at}");
        tried += 1;
    }
    assert!(tried >= 10, "{tried}: each of the five files and the manifest is opened and read");
}

#[test]
fn the_steps_come_in_the_order_that_survives_a_power_cut() {
    let calls = calls(Start::Old, false);
    let last = |call: &str| calls.iter().rposition(|other| *other == call).unwrap();
    let first = |call: &str| calls.iter().position(|other| *other == call).unwrap();
    let renamed = first("rename");
    assert!(last("open_past_cache") < renamed, "everything is read back before the renaming: {calls:?}");
    assert!(last("settle") < last("open_past_cache"), "{calls:?}");
    assert_eq!(calls[renamed..renamed + 4], ["rename", "rename", "sync_folder", "sync_folder"]);
    let flushed_before = calls[..renamed].iter().filter(|call| **call == "sync_folder").count();
    assert_eq!(flushed_before, 3, "the service folder, the scans and the folder itself");
    assert!(first("remove_file") > renamed + 3, "the old package goes only after the new one is flushed");
    // Five files and the manifest, each flushed and read back.
    assert_eq!(calls.iter().filter(|call| **call == "settle").count(), 6);
    assert_eq!(calls.iter().filter(|call| **call == "open_past_cache").count(), 6);
}

#[rstest]
fn a_lying_disk_is_found_out(#[values(Fault::Garble, Fault::Drop, Fault::Empty)] lie: Fault) {
    let told = if lie == Fault::Empty { "settle" } else { "write" };
    let mut lies = 0;
    for (at, call) in calls(Start::Old, true).iter().enumerate() {
        if *call != told {
            continue;
        }
        let home = quick_folder();
        write(&package("прежний"), home.path());
        let outcome = run(&OddDisk::with(true, at, lie), home.path());
        match outcome {
            Err(ExchangeError::ReadBackDiffers { .. }) => {
                lies += 1;
                assert_eq!(edition(&home.path().join(NAME)), "прежний");
                assert_eq!(names_in(home.path()), [NAME]);
            }
            // An empty file that is left empty is no lie.
            Ok(_) if lie == Fault::Empty => assert_eq!(edition(&home.path().join(NAME)), "новый"),
            other => panic!("the lie at call {at} went through: {other:?}"),
        }
    }
    // Four files with bytes and the manifest.
    assert_eq!(lies, 5);
}

fn run_zip(disk: &OddDisk, stick: &Path) -> Result<Written, ExchangeError> {
    write_zip(&package("новый"), stick, DAY, disk, &mut Watch::silent())
}

#[test]
fn a_failing_disk_never_spoils_the_archive() {
    let clean = |edition: &str| {
        let home = quick_folder();
        write_as_zip(&package(edition), home.path());
        tree(home.path())
    };
    let (old, new) = (clean("прежний"), clean("новый"));
    for replaces in [false, true] {
        let home = quick_folder();
        let good = OddDisk::good(true);
        if replaces {
            write_as_zip(&package("прежний"), home.path());
        }
        run_zip(&good, home.path()).unwrap();
        for (at, call) in good.log().iter().enumerate() {
            let code = ERRORS[at % ERRORS.len()];
            for fault in [Fault::Once(code), Fault::AfterTheDeed(code), Fault::FromHereOn(code)] {
                let context = format!("replaces: {replaces}, call {at} ({call}), {fault:?}");
                let home = quick_folder();
                if replaces {
                    write_as_zip(&package("прежний"), home.path());
                }
                let outcome = run_zip(&OddDisk::with(true, at, fault), home.path());
                let mut left = tree(home.path());
                left.remove(&format!("{NAME}.zip.part"));
                let before = if replaces { left == old } else { left.is_empty() };
                assert!(left == new || (outcome.is_err() && before), "{context}: {outcome:?}");
                run_zip(&OddDisk::good(true), home.path()).unwrap();
                assert_eq!(tree(home.path()), new, "{context}: the next run");
            }
        }
    }
}

#[test]
fn the_archive_and_its_folder_are_flushed_after_the_renaming() {
    let home = quick_folder();
    let disk = OddDisk::good(true);
    run_zip(&disk, home.path()).unwrap();
    let calls = disk.log();
    assert!(calls.ends_with(&["read", "rename", "sync_file", "sync_folder"]), "{calls:?}");
}

#[rstest]
fn an_archive_on_a_lying_disk_is_found_out(#[values(Fault::Garble, Fault::Drop, Fault::Empty)] lie: Fault) {
    let home = quick_folder();
    let good = OddDisk::good(true);
    run_zip(&OddDisk::good(true), home.path()).unwrap();
    run_zip(&good, home.path()).unwrap();
    let before = tree(home.path());
    let told = if lie == Fault::Empty { "settle" } else { "write" };
    let mut lies = 0;
    for (at, call) in good.log().iter().enumerate() {
        if *call == told {
            lies += 1;
            let outcome = run_zip(&OddDisk::with(true, at, lie), home.path());
            assert!(matches!(outcome, Err(ExchangeError::ReadBackDiffers { .. })), "call {at}: {outcome:?}");
            assert_eq!(tree(home.path()), before);
        }
    }
    assert!(lies > 0);
}
