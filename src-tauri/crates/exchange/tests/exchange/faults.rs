//! Whatever fails and wherever, the name stands for a whole package, and the next run succeeds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use pps_exchange::{ExchangeError, OnLeftovers, Watch, Written, verify, write_folder, write_zip};
use rstest::rstest;

use crate::disks::{Fault, OddDisk};
use crate::samples::{DAY, NAME, SERVICE, dated, names_in, package, quick_folder, tree, write, write_as_zip};

/// No room, read-only, bad sector, no device, no right.
const ERRORS: [i32; 5] = [28, 30, 5, 19, 13];

/// What is on the stick before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Empty,
    Old,
    /// An earlier run was interrupted while writing.
    OldAndHalf,
    /// The stick was pulled out between the two renamings of an earlier run: both packages are whole.
    NobodyHasTheName,
    /// The stick was pulled out while the previous package was removed.
    HalfRemoved,
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
        Start::NobodyHasTheName => {
            let elsewhere = tempfile::tempdir_in(stick.parent().unwrap()).unwrap();
            write(&package("прерванный"), elsewhere.path());
            std::fs::rename(&target, beside(stick, "old")).unwrap();
            std::fs::rename(elsewhere.path().join(NAME), beside(stick, "part")).unwrap();
        }
        Start::HalfRemoved => {
            let elsewhere = tempfile::tempdir_in(stick.parent().unwrap()).unwrap();
            write(&package("давний"), elsewhere.path());
            std::fs::remove_file(elsewhere.path().join(NAME).join("Опись.pdf")).unwrap();
            std::fs::rename(elsewhere.path().join(NAME), beside(stick, "old")).unwrap();
        }
    }
}

fn half_written(stick: &Path) {
    std::fs::create_dir_all(beside(stick, "part").join(SERVICE)).unwrap();
    std::fs::write(beside(stick, "part").join("Опись.pdf"), "оп").unwrap();
}

fn run(disk: &OddDisk, stick: &Path) -> Result<Written, ExchangeError> {
    write_folder(&package("новый"), stick, OnLeftovers::Remove, disk, &mut Watch::silent())
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

/// Everything whole on the stick, whatever its name.
fn whole(stick: &Path) -> Vec<String> {
    names_in(stick)
        .into_iter()
        .map(|name| edition(&stick.join(name)))
        .filter(|it| !it.contains(' '))
        .collect()
}

/// How many calls a run without faults makes, and which.
fn calls(start: Start) -> Vec<&'static str> {
    let home = quick_folder();
    let stick = home.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    prepare(start, &stick);
    let disk = OddDisk::good();
    run(&disk, &stick).unwrap();
    disk.log()
}

/// Lets one run fail at one call, and judges what is left.
fn fail_at(start: Start, at: usize, call: &str, fault: Fault) {
    let home = quick_folder();
    let stick = home.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    prepare(start, &stick);
    let context = format!("{start:?}, call {at} ({call}), {fault:?}");
    let outcome = run(&OddDisk::with(at, fault), &stick);

    let named = edition(&stick.join(NAME));
    match (&outcome, named.as_str()) {
        (Ok(_), "новый") | (Err(_), "прежний" | "новый") => {}
        (Err(_), "ничего") if start == Start::Empty => {}
        // Where the stick is gone for good, nobody can give the previous package its name back, but both are whole.
        (Err(_), "ничего") if matches!(fault, Fault::FromHereOn(_)) || start == Start::NobodyHasTheName =>
        {
            assert!(whole(&stick).contains(&"прежний".to_owned()), "{context}: {:?}", names_in(&stick));
        }
        (outcome, named) => panic!("{context}: {named}, {outcome:?}"),
    }
    if let Err(error) = outcome {
        let sentence = error.to_string();
        assert!(sentence.ends_with('.') && sentence.starts_with("Не получилось"), "{context}: {sentence}");
    }

    let again = run(&OddDisk::good(), &stick);
    assert!(again.is_ok(), "{context}: the next run failed: {again:?}");
    assert_eq!(edition(&stick.join(NAME)), "новый", "{context}");
    assert_eq!(names_in(&stick), [NAME], "{context}: something was left behind");
}

#[rstest]
fn after_any_failure_a_package_is_whole_and_none_is_half_under_its_name(
    #[values(Start::Empty, Start::Old, Start::OldAndHalf, Start::NobodyHasTheName, Start::HalfRemoved)]
    start: Start,
) {
    let calls = calls(start);
    assert!(calls.len() > 40, "the run must be long enough to mean something: {calls:?}");
    for (at, call) in calls.iter().enumerate() {
        let code = ERRORS[at % ERRORS.len()];
        for fault in [Fault::Once(code), Fault::AfterTheDeed(code), Fault::FromHereOn(code)] {
            fail_at(start, at, call, fault);
        }
    }
}

#[test]
fn each_error_number_fails_alike_at_each_step_of_a_replacement() {
    for (at, call) in calls(Start::Old).iter().enumerate() {
        for code in ERRORS {
            fail_at(Start::Old, at, call, Fault::Once(code));
        }
    }
}

#[test]
fn what_an_earlier_run_left_is_not_removed_while_it_cannot_be_read() {
    let calls = calls(Start::NobodyHasTheName);
    let written = calls.iter().position(|call| *call == "create_file").unwrap();
    let mut tried = 0;
    for at in (0..written).filter(|at| matches!(calls[*at], "open" | "read")) {
        let home = quick_folder();
        let stick = home.path().join("stick");
        std::fs::create_dir(&stick).unwrap();
        prepare(Start::NobodyHasTheName, &stick);
        let before = tree(&stick);
        if let Err(error) = run(&OddDisk::with(at, Fault::Once(5)), &stick) {
            assert!(matches!(error, ExchangeError::Read { .. }), "call {at}: {error:?}");
            assert_eq!(tree(&stick), before, "call {at}");
            tried += 1;
        }
    }
    assert!(tried >= 4, "{tried}: the manifests of both packages are opened and read");
}

#[test]
fn a_list_of_names_that_is_full_is_told_from_a_stick_that_is_full() {
    let created = calls(Start::Old).iter().position(|call| *call == "create_folder").unwrap();
    let home = quick_folder();
    write(&package("прежний"), home.path());
    let full = if cfg!(unix) { 28 } else { 112 };
    let roomy = OddDisk::with(created, Fault::Once(full)).saying_free(1 << 40);
    let refused = run(&roomy, home.path());
    assert!(matches!(refused, Err(ExchangeError::NoRoomForNames { .. })), "{refused:?}");
    assert_eq!(edition(&home.path().join(NAME)), "прежний");
}

#[test]
fn what_an_earlier_run_left_goes_only_with_consent() {
    for (start, refuses) in
        [(Start::OldAndHalf, true), (Start::HalfRemoved, false), (Start::NobodyHasTheName, false)]
    {
        let home = quick_folder();
        let stick = home.path().join("stick");
        std::fs::create_dir(&stick).unwrap();
        prepare(start, &stick);
        let before = names_in(&stick);
        let disk = OddDisk::good();
        let outcome = write_folder(&package("новый"), &stick, OnLeftovers::Ask, &disk, &mut Watch::silent());
        if refuses {
            assert!(matches!(outcome, Err(ExchangeError::Leftover { .. })), "{start:?}: {outcome:?}");
            assert_eq!(names_in(&stick), before);
        } else {
            assert_eq!(edition(&outcome.unwrap().path), "новый");
            assert!(before.iter().all(|name| names_in(&stick).contains(name)), "{start:?}");
        }
    }
}

#[test]
fn the_steps_come_in_the_order_that_survives_a_power_cut() {
    let calls = calls(Start::Old);
    let last = |call: &str| calls.iter().rposition(|other| *other == call).unwrap();
    let first = |call: &str| calls.iter().position(|other| *other == call).unwrap();
    let renamed = first("rename");
    assert!(last("open_past_cache") < renamed, "everything is read back before the renaming: {calls:?}");
    assert!(last("settle") < last("open_past_cache"), "{calls:?}");
    let steps = ["rename", "sync_folder", "sync_folder"].repeat(2);
    assert_eq!(calls[renamed..renamed + 6], steps, "each renaming is flushed before the next step");
    assert_eq!(calls[renamed - 2..renamed], ["sync_folder", "sync_folder"], "the new one and its name");
    assert!(first("remove_files") > renamed + 5, "the old package goes only after the new one is flushed");
    // Five files and the manifest, each flushed and read back.
    assert_eq!(calls.iter().filter(|call| **call == "settle").count(), 6);
    assert_eq!(calls.iter().filter(|call| **call == "open_past_cache").count(), 6);
}

#[rstest]
fn a_lying_disk_is_found_out(#[values(Fault::Garble, Fault::Drop, Fault::Empty)] lie: Fault) {
    let told = if lie == Fault::Empty { "settle" } else { "write" };
    let mut lies = 0;
    for (at, call) in calls(Start::Old).iter().enumerate() {
        if *call != told {
            continue;
        }
        let home = quick_folder();
        write(&package("прежний"), home.path());
        let outcome = run(&OddDisk::with(at, lie), home.path());
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
    write_zip(&package("новый"), stick, &dated(DAY), OnLeftovers::Remove, disk, &mut Watch::silent())
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
        let good = OddDisk::good();
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
                let outcome = run_zip(&OddDisk::with(at, fault), home.path());
                let left = tree(home.path());
                let holds = |edition: &BTreeMap<String, Vec<u8>>| {
                    edition.values().all(|bytes| left.values().any(|other| other == bytes))
                };
                let named = left.get(&format!("{NAME}.zip"));
                let whole_name =
                    named.is_none_or(|bytes| [&old, &new].iter().any(|it| it.values().eq([bytes])));
                assert!(whole_name, "{context}: a half archive has the name");
                match &outcome {
                    Ok(_) => assert!(named.is_some_and(|bytes| new.values().eq([bytes])), "{context}"),
                    Err(_) => assert!(!replaces || holds(&old) || holds(&new), "{context}: {outcome:?}"),
                }
                run_zip(&OddDisk::good(), home.path()).unwrap();
                assert_eq!(tree(home.path()), new, "{context}: the next run");
            }
        }
    }
}

#[test]
fn the_archive_and_its_folder_are_flushed_after_the_renaming() {
    let home = quick_folder();
    let disk = OddDisk::good();
    run_zip(&disk, home.path()).unwrap();
    let calls = disk.log();
    let renamed = calls.iter().position(|call| *call == "rename").unwrap();
    assert_eq!(
        calls[renamed - 2..=renamed + 2],
        ["sync_file", "sync_folder", "rename", "sync_file", "sync_folder"]
    );
}

#[rstest]
fn an_archive_on_a_lying_disk_is_found_out(#[values(Fault::Garble, Fault::Drop, Fault::Empty)] lie: Fault) {
    let home = quick_folder();
    let good = OddDisk::good();
    run_zip(&OddDisk::good(), home.path()).unwrap();
    run_zip(&good, home.path()).unwrap();
    let before = tree(home.path());
    let told = if lie == Fault::Empty { "settle" } else { "write" };
    let mut lies = 0;
    for (at, call) in good.log().iter().enumerate() {
        if *call == told {
            lies += 1;
            let outcome = run_zip(&OddDisk::with(at, lie), home.path());
            assert!(matches!(outcome, Err(ExchangeError::ReadBackDiffers { .. })), "call {at}: {outcome:?}");
            assert_eq!(tree(home.path()), before);
        }
    }
    assert!(lies > 0);
}
