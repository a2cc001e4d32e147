//! The power is cut between any two sectors of a run, and of the run after it.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use pps_exchange::{
    Disk, ExchangeError, LeftoverState, Limits, OnLeftovers, Package, Watch, Written, leftovers,
    read_open_data_on, verify_on, write_folder, write_zip,
};
use rstest::rstest;

use crate::fat::{Event, FatDisk, Image, Sector};
use crate::samples::{DAY, dated};

const NAME: &str = "ППС_Функциональная грамотность_2025-2026";

/// In which form the package is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Folder,
    Zip,
}

fn root() -> &'static Path {
    Path::new("/")
}

fn package(edition: &str) -> Package<'static> {
    let mut package = Package::new(NAME);
    package.add_paper("План.pdf", format!("план, {edition}").into_bytes());
    // Several clusters; noise, so that an archive is no smaller.
    let noise = (0..1300_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]);
    package.add_paper("Сканы/Приказ.pdf", noise.chain(edition.bytes()).collect());
    package.add_open_data("edition", edition.as_bytes().to_vec());
    package
}

fn run(form: Form, edition: &str, disk: &FatDisk) -> Result<Written, ExchangeError> {
    let watch = &mut Watch::silent();
    match form {
        Form::Folder => write_folder(&package(edition), root(), OnLeftovers::Remove, disk, watch),
        Form::Zip => write_zip(&package(edition), root(), &dated(DAY), OnLeftovers::Remove, disk, watch),
    }
}

fn target(form: Form) -> PathBuf {
    match form {
        Form::Folder => root().join(NAME),
        Form::Zip => root().join(format!("{NAME}.zip")),
    }
}

/// The edition of a package that verifies to its last byte.
fn edition(disk: &FatDisk, path: &Path) -> Option<String> {
    let found = verify_on(disk, path, &Limits::default(), None, &mut Watch::silent()).ok()?;
    if !found.is_sound() {
        return None;
    }
    String::from_utf8(read_open_data_on(disk, path, "edition", 100).ok()?).ok()
}

/// The whole packages that the program finds and names.
fn found(form: Form, disk: &FatDisk) -> BTreeSet<String> {
    let beside = leftovers(disk, root()).unwrap().into_iter().map(|leftover| leftover.path);
    beside.chain([target(form)]).filter_map(|path| edition(disk, &path)).collect()
}

/// Every state in which a cut may leave the disk: at each moment, what was waited for is there, and of what was not any
/// part. All parts where there are few sectors; otherwise none, all, each alone and all without each.
fn cuts(start: &Image, log: &[Event]) -> Vec<Image> {
    let mut settled = start.clone();
    let mut pending: BTreeMap<usize, Box<Sector>> = BTreeMap::new();
    let mut seen = HashSet::new();
    let mut states = Vec::new();
    for event in log {
        match event {
            Event::Changed(sector, bytes) => drop(pending.insert(*sector, bytes.clone())),
            Event::Flushed(sectors) => {
                for sector in sectors {
                    if let Some(bytes) = pending.remove(sector) {
                        settled[*sector] = *bytes;
                    }
                }
            }
        }
        let dirty: Vec<usize> = pending.keys().copied().collect();
        for landed in parts(&dirty) {
            let mut image = settled.clone();
            for sector in landed {
                image[sector] = *pending[&sector];
            }
            let mut hasher = DefaultHasher::new();
            image.hash(&mut hasher);
            if seen.insert(hasher.finish()) {
                states.push(image);
            }
        }
    }
    states
}

fn parts(dirty: &[usize]) -> Vec<Vec<usize>> {
    let pick = |bits: usize| {
        dirty.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, it)| *it).collect()
    };
    if dirty.len() <= 4 {
        return (0..1 << dirty.len()).map(pick).collect();
    }
    let all = (1_usize << dirty.len()) - 1;
    let single = (0..dirty.len()).flat_map(|at| [1 << at, all ^ 1 << at]);
    single.chain([0, all]).map(pick).collect()
}

/// A stick with the previous package. Names fall into the sectors in another way for each number of used slots.
fn stick_with_old(form: Form, used: usize) -> Image {
    let disk = FatDisk::formatted(used);
    run(form, "прежний", &disk).unwrap();
    disk.image()
}

/// Cuts one run everywhere and checks that a whole package is found and that the name is never half. Answers with the
/// states.
fn cut_everywhere(form: Form, start: &Image, new: &str, known: &BTreeSet<String>) -> Vec<Image> {
    let disk = FatDisk::from_image(start.clone());
    let outcome = run(form, new, &disk);
    if let Ok(written) = &outcome {
        assert_eq!(edition(&disk, &written.path).as_deref(), Some(new), "said to be written and verified");
    }
    let log = disk.take_log();
    let states = cuts(start, &log);
    for (at, state) in states.iter().enumerate() {
        let cut = FatDisk::from_image(state.clone());
        let whole = found(form, &cut);
        let good = whole.iter().any(|it| known.contains(it) || it == new);
        assert!(good, "cut {at} of {}: nothing is whole: {:?}", states.len(), cut.names());
        let named = cut.kind(&target(form)).unwrap().is_none() || edition(&cut, &target(form)).is_some();
        assert!(named, "cut {at}: the name leads to something half: {:?}", cut.names());
    }
    states
}

#[rstest]
fn a_cut_anywhere_and_a_cut_of_the_next_run_leave_a_whole_package(
    #[values(Form::Folder, Form::Zip)] form: Form,
    #[values(3, 7)] used: usize,
) {
    let start = stick_with_old(form, used);
    let states = cut_everywhere(form, &start, "новый", &BTreeSet::from(["прежний".to_owned()]));
    assert!(states.len() > 200, "{}", states.len());
    let (mut again, mut refused, mut second) = (0, 0, 0);
    for state in &states {
        let disk = FatDisk::from_image(state.clone());
        match run(form, "третий", &disk) {
            Ok(written) => {
                assert_eq!(edition(&disk, &written.path).as_deref(), Some("третий"));
                assert_eq!(written.path, target(form));
                again += 1;
                // And once more: what the second run left does no harm either.
                let last = run(form, "четвёртый", &disk).unwrap();
                assert_eq!(edition(&disk, &last.path).as_deref(), Some("четвёртый"));
            }
            Err(error) => {
                assert!(
                    matches!(error, ExchangeError::Read { .. } | ExchangeError::Write { .. }),
                    "{error:?}"
                );
                assert!(!found(form, &disk).is_empty(), "{error}");
                refused += 1;
            }
        }
    }
    // Some states are cut again, everywhere; with all of them the test takes minutes.
    for state in states.iter().step_by(53) {
        let known = found(form, &FatDisk::from_image(state.clone()));
        second += cut_everywhere(form, state, "третий", &known).len();
    }
    assert!(again > 2 * refused, "{again} runs succeeded and {refused} were refused");
    assert!(second > 500, "{second}");
}

#[test]
fn two_names_of_one_package_are_never_removed() {
    let start = stick_with_old(Form::Folder, 7);
    let disk = FatDisk::from_image(start.clone());
    let old = root().join(format!("{NAME}.old"));
    disk.rename(&target(Form::Folder), &old).unwrap();
    // Of the two sectors of the list only the one with the new name has reached the disk.
    let both = cuts(&start, &disk.take_log()).into_iter().find(|state| {
        let disk = FatDisk::from_image(state.clone());
        [&target(Form::Folder), &old].iter().all(|path| disk.kind(path).unwrap().is_some())
    });
    let disk = FatDisk::from_image(both.expect("a name in two sectors"));
    let states: Vec<_> =
        leftovers(&disk, root()).unwrap().into_iter().map(|leftover| leftover.state).collect();
    assert_eq!(states, [LeftoverState::Linked]);
    let written = run(Form::Folder, "новый", &disk).unwrap();
    assert_eq!(written.leftovers.len(), 2, "{:?}", written.leftovers);
    assert_eq!(edition(&disk, &written.path).as_deref(), Some("новый"));
    assert_eq!(edition(&disk, &old).as_deref(), Some("прежний"));
}

/// That the model is worth something: what the program did before destroys a package in it.
#[test]
fn removing_one_of_two_names_of_a_package_destroys_the_other() {
    let start = stick_with_old(Form::Zip, 7);
    let disk = FatDisk::from_image(start.clone());
    let part = root().join(format!("{NAME}.zip.part"));
    disk.rename(&target(Form::Zip), &part).unwrap();
    let both = cuts(&start, &disk.take_log()).into_iter().find(|state| {
        let disk = FatDisk::from_image(state.clone());
        [&target(Form::Zip), &part].iter().all(|path| edition(&disk, path).is_some())
    });
    let disk = FatDisk::from_image(both.expect("a name in two sectors"));
    disk.remove_files(root(), &[part.file_name().unwrap().to_owned()]).unwrap();
    assert_eq!(edition(&disk, &target(Form::Zip)), None);
}
