//! Two communities with one short name, and so one name for their packages.

use std::fs;
use std::path::Path;

use pps_exchange::{Form, Package, RealDisk, name_in_place};

use crate::samples::{names_in, tree, write, write_as_zip};

const USUAL: &str = "ППС_Исток_2025-2026";
const DATA: &str = "Данные.json";

fn package(name: &str, community: &str) -> Package<'static> {
    let mut package = Package::new(name);
    package.add_paper("Опись.pdf", community.as_bytes().to_vec());
    package.add_open_data(DATA, format!("{{\"community\":\"{community}\"}}").into_bytes());
    package
}

fn name_for(community: &str, place: &Path, form: Form) -> Option<String> {
    let names = [USUAL, "ППС_Исток (Рыбновский)_2025-2026", "ППС_Исток (2)_2025-2026"].map(str::to_owned);
    let ours = |data: &[u8]| String::from_utf8_lossy(data).contains(community);
    name_in_place(&RealDisk, place, form, &names, DATA, &ours).unwrap()
}

/// Writes the package of a community as the program does, and answers with its name.
fn hand_over(community: &str, place: &Path) -> String {
    let name = name_for(community, place, Form::Folder).unwrap();
    write(&package(&name, community), place);
    name
}

#[test]
fn each_community_keeps_its_own_package_and_finds_it_again() {
    let stick = tempfile::tempdir().unwrap();
    assert_eq!(hand_over("первое", stick.path()), USUAL);
    let first = tree(&stick.path().join(USUAL));
    let second = hand_over("второе", stick.path());
    let third = hand_over("третье", stick.path());
    assert_eq!((&*second, &*third), ("ППС_Исток (Рыбновский)_2025-2026", "ППС_Исток (2)_2025-2026"));
    assert_eq!(tree(&stick.path().join(USUAL)), first);
    for (community, name) in [("первое", USUAL), ("второе", &second), ("третье", &third)] {
        assert_eq!(hand_over(community, stick.path()), name);
    }
    assert_eq!(names_in(stick.path()).len(), 3);
    assert_eq!(name_for("четвёртое", stick.path(), Form::Folder), None);

    // Once the first has gone, the second still writes over its own package instead of leaving an old one behind.
    fs::remove_dir_all(stick.path().join(USUAL)).unwrap();
    assert_eq!(hand_over("второе", stick.path()), second);
    assert_eq!(hand_over("четвёртое", stick.path()), USUAL);
}

#[test]
fn archives_are_told_apart_too_and_a_folder_is_no_archive() {
    let stick = tempfile::tempdir().unwrap();
    write_as_zip(&package(USUAL, "первое"), stick.path());
    assert_eq!(name_for("первое", stick.path(), Form::Zip).as_deref(), Some(USUAL));
    assert_eq!(name_for("второе", stick.path(), Form::Zip).unwrap(), "ППС_Исток (Рыбновский)_2025-2026");
    assert_eq!(name_for("второе", stick.path(), Form::Folder).unwrap(), USUAL);
}

#[test]
fn what_a_cut_left_of_another_community_is_not_taken_for_ones_own() {
    let stick = tempfile::tempdir().unwrap();
    write(&package(USUAL, "первое"), stick.path());
    fs::rename(stick.path().join(USUAL), stick.path().join(format!("{USUAL}.old"))).unwrap();
    let second = hand_over("второе", stick.path());
    assert_eq!(second, "ППС_Исток (Рыбновский)_2025-2026");
    assert!(stick.path().join(format!("{USUAL}.old")).join("Опись.pdf").exists());
    // Its own community writes under the usual name, and what the cut left goes.
    assert_eq!(hand_over("первое", stick.path()), USUAL);
    assert_eq!(names_in(stick.path()), [second.as_str(), USUAL]);
}

#[test]
fn what_says_nothing_of_its_owner_is_left_to_the_writing() {
    let stick = tempfile::tempdir().unwrap();
    fs::create_dir(stick.path().join(USUAL)).unwrap();
    assert_eq!(name_for("первое", stick.path(), Form::Folder).as_deref(), Some(USUAL));
    assert!(name_in_place(&RealDisk, &stick.path().join("нет"), Form::Folder, &[], DATA, &|_| true).is_err());
}
