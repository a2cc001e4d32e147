//! Small packages, and a look at a folder as a whole.

use std::collections::BTreeMap;
use std::path::Path;

use pps_exchange::{OnLeftovers, Package, Watch, ZipForm, write_folder, write_zip};
use tempfile::TempDir;

use crate::disks::OddDisk;

pub(crate) const NAME: &str = "ППС_Функциональная грамотность_2025-2026";
pub(crate) const SERVICE: &str = "Служебное (не открывать)";
pub(crate) const PROTOCOL: &str = "Протокол № 2 от 16.01.2026.pdf";
pub(crate) const DAY: (i32, u8, u8) = (2026, 8, 20);

/// An open archive of the day.
pub(crate) fn dated(date: (i32, u8, u8)) -> ZipForm<'static> {
    ZipForm { date, password: None }
}

/// A package whose every file says which edition it is.
pub(crate) fn package(edition: &str) -> Package<'static> {
    let mut package = Package::new(NAME);
    package.add_paper(PROTOCOL, format!("протокол, {edition}").into_bytes());
    package.add_paper("Опись.pdf", format!("опись, {edition}").into_bytes());
    package.add_paper("Сканы/Приказ № 14.pdf", format!("приказ, {edition}").into_bytes());
    package.add_paper("Сканы/Пустой.txt", Vec::new());
    package.add_open_data("year.json", format!("{{\"edition\":\"{edition}\"}}").into_bytes());
    package
}

/// Writes without waiting for the disk, because thousands of test runs would wait for minutes; the
/// tests of the flushing itself use `RealDisk`.
pub(crate) fn write(package: &Package<'_>, parent: &Path) {
    write_folder(package, parent, OnLeftovers::Remove, &OddDisk::good(), &mut Watch::silent()).unwrap();
}

pub(crate) fn write_as_zip(package: &Package<'_>, parent: &Path) {
    write_zip(package, parent, &dated(DAY), OnLeftovers::Remove, &OddDisk::good(), &mut Watch::silent())
        .unwrap();
}

/// A temporary folder for thousands of short runs: in memory where the system has such a place, since
/// they would wait for the disk for a minute otherwise.
pub(crate) fn quick_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let in_memory = memory.is_dir().then(|| tempfile::tempdir_in(memory).ok()).flatten();
    in_memory.unwrap_or_else(|| tempfile::tempdir().unwrap())
}

/// Every file under a folder with its bytes, and every folder with a slash at its end.
pub(crate) fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            if path.is_dir() {
                found.insert(format!("{name}/"), Vec::new());
                open.push(path);
            } else {
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The names directly in a folder.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
