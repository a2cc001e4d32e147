//! Whatever is done to a package after it was written is found.

use std::fs;
use std::path::Path;

use pps_exchange::{ExchangeError, Limits, Problem, RealDisk, Verification, Watch, verify, verify_on};
use proptest::prelude::*;
use rstest::rstest;

use crate::disks::{Fault, OddDisk};
use crate::samples::{NAME, PROTOCOL, SERVICE, package, tree, write};

/// Writes a package, lets `change` spoil its folder, and verifies it.
fn after(change: impl FnOnce(&Path)) -> Verification {
    let stick = tempfile::tempdir().unwrap();
    write(&package("первый"), stick.path());
    change(&stick.path().join(NAME));
    verify(&stick.path().join(NAME)).unwrap()
}

fn path(path: &str) -> String {
    path.to_owned()
}

#[test]
fn an_untouched_package_is_sound() {
    let found = after(|_| {});
    assert!(found.is_sound(), "{found:?}");
    assert_eq!(found.files, 5);
    assert_eq!(found.bytes, sizes());
}

fn sizes() -> u64 {
    let stick = tempfile::tempdir().unwrap();
    write(&package("первый"), stick.path());
    let files = tree(&stick.path().join(NAME));
    files.iter().filter(|(path, _)| !path.ends_with("SHA256SUMS")).map(|(_, bytes)| bytes.len() as u64).sum()
}

#[test]
fn each_change_is_named() {
    let found = after(|root| fs::remove_file(root.join(PROTOCOL)).unwrap());
    assert_eq!(found.problems, [Problem::Missing { path: path(PROTOCOL) }]);
    assert_eq!(found.files, 4);

    let found = after(|root| fs::write(root.join("Опись.pdf"), "подмена").unwrap());
    assert_eq!(found.problems, [Problem::Changed { path: path("Опись.pdf") }]);

    let found = after(|root| fs::write(root.join("Сканы/вирус.exe"), "x").unwrap());
    assert_eq!(found.problems, [Problem::Extra { path: path("Сканы/вирус.exe") }]);

    let found = after(|root| fs::create_dir_all(root.join("Прочее/Пусто")).unwrap());
    assert_eq!(found.problems, [Problem::ExtraFolder { path: path("Прочее/Пусто") }]);

    let found = after(|root| {
        fs::create_dir(root.join("Прочее")).unwrap();
        fs::write(root.join("Прочее/а.txt"), "x").unwrap();
    });
    assert_eq!(found.problems, [Problem::Extra { path: path("Прочее/а.txt") }]);

    let found = after(|root| fs::write(root.join(SERVICE).join("лишнее"), "x").unwrap());
    assert_eq!(found.problems, [Problem::Extra { path: format!("{SERVICE}/лишнее") }]);

    let found = after(|root| fs::rename(root.join(PROTOCOL), root.join("Протокол.pdf")).unwrap());
    assert_eq!(
        found.problems,
        [Problem::Missing { path: path(PROTOCOL) }, Problem::Extra { path: path("Протокол.pdf") }]
    );

    let found = after(|root| {
        fs::remove_file(root.join(PROTOCOL)).unwrap();
        fs::create_dir(root.join(PROTOCOL)).unwrap();
    });
    assert!(found.problems.contains(&Problem::Missing { path: path(PROTOCOL) }), "{found:?}");
}

#[cfg(unix)]
#[test]
fn a_link_is_named_and_not_followed() {
    let found = after(|root| {
        fs::rename(root.join(PROTOCOL), root.parent().unwrap().join("там.pdf")).unwrap();
        std::os::unix::fs::symlink("../там.pdf", root.join(PROTOCOL)).unwrap();
        std::os::unix::fs::symlink("/", root.join("всё")).unwrap();
    });
    assert_eq!(found.problems, [Problem::Link { path: path(PROTOCOL) }, Problem::Link { path: path("всё") }]);
}

#[rstest]
#[case::empty("", "пуст")]
#[case::cut("0123", "обрывается")]
#[case::no_sum("Опись.pdf\n", "строка 1")]
#[case::capital_sum("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855  а\n", "строка 1")]
#[case::climbs(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ../а\n",
    "недопустимое имя"
)]
#[case::absolute(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  /etc/passwd\n",
    "недопустимое имя"
)]
#[case::drive("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  C:а\n", "недопустимое имя")]
#[case::backslash(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  а\\б\n",
    "недопустимое имя"
)]
#[case::windows_line_end(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  а\r\n",
    "недопустимое имя"
)]
#[case::twice(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  а\n\
     e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  А\n",
    "строке 2 файл назван повторно"
)]
#[case::itself(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  Служебное (не открывать)/SHA256SUMS\n",
    "назван повторно"
)]
fn a_damaged_manifest_is_a_problem(#[case] text: &str, #[case] why: &str) {
    let found = after(|root| fs::write(root.join(SERVICE).join("SHA256SUMS"), text).unwrap());
    assert_eq!(found.problems.len(), 1, "{found:?}");
    let sentence = found.problems[0].to_string();
    assert!(matches!(found.problems[0], Problem::BadManifest { .. }) && sentence.contains(why), "{sentence}");
}

#[test]
fn what_is_no_package_is_said_so() {
    let place = tempfile::tempdir().unwrap();
    assert!(matches!(verify(place.path()), Err(ExchangeError::NotAPackage { .. })));
    assert!(matches!(verify(&place.path().join("нет")), Err(ExchangeError::NotAPackage { .. })));
    fs::write(place.path().join("письмо.txt"), "здравствуйте").unwrap();
    assert!(matches!(verify(&place.path().join("письмо.txt")), Err(ExchangeError::BrokenZip { .. })));
}

#[test]
fn a_package_beyond_the_limits_is_not_read() {
    let stick = tempfile::tempdir().unwrap();
    write(&package("первый"), stick.path());
    let root = stick.path().join(NAME);
    let with = |limits: Limits| verify_on(&RealDisk, &root, &limits, None, &mut Watch::silent());
    assert!(with(Limits { items: 8, bytes: sizes() }).unwrap().is_sound());
    assert!(matches!(
        with(Limits { items: 7, bytes: sizes() }),
        Err(ExchangeError::TooMany { limit: 7, .. })
    ));
    assert!(matches!(with(Limits { items: 8, bytes: sizes() - 1 }), Err(ExchangeError::TooBig { .. })));
}

#[test]
fn a_bad_sector_is_a_problem_of_one_file_and_the_rest_is_verified() {
    let stick = tempfile::tempdir().unwrap();
    write(&package("первый"), stick.path());
    let root = stick.path().join(NAME);
    let good = OddDisk::good();
    let run = |disk: &OddDisk| verify_on(disk, &root, &Limits::default(), None, &mut Watch::silent());
    assert!(run(&good).unwrap().is_sound());
    let log = good.log();
    // The first file that is opened is the manifest.
    let second = log.iter().enumerate().filter(|(_, call)| **call == "open").nth(1).unwrap().0;
    let found = run(&OddDisk::with(second + 1, Fault::Once(5))).unwrap();
    assert_eq!(found.files, 4);
    assert!(matches!(found.problems[..], [Problem::Unreadable { .. }]), "{found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_flipped_bit_is_found(file in 0_usize..100, bit in 0_usize..10_000) {
        let stick = tempfile::tempdir().unwrap();
        write(&package("первый"), stick.path());
        let root = stick.path().join(NAME);
        let files: Vec<(String, Vec<u8>)> =
            tree(&root).into_iter().filter(|(path, bytes)| !path.ends_with('/') && !bytes.is_empty()).collect();
        let (path, mut bytes) = files[file % files.len()].clone();
        let bit = bit % (bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(root.join(&path), bytes).unwrap();
        let found = verify(&root).unwrap();
        prop_assert!(!found.is_sound(), "bit {bit} of {path}");
    }
}

#[test]
fn what_systems_leave_is_no_fault_and_no_part_of_a_package() {
    let litter = |root: &Path| {
        for path in
            ["Thumbs.db", "desktop.ini", ".DS_Store", "Сканы/Thumbs.db", "Сканы/._Приказ.pdf", "~$План.docx"]
        {
            fs::write(root.join(path), "следы").unwrap();
        }
        fs::create_dir_all(root.join(".Spotlight-V100/Store")).unwrap();
        fs::write(root.join(".Spotlight-V100/Store/index"), "x").unwrap();
    };
    let found = after(litter);
    assert!(found.is_sound(), "{found:?}");
    assert_eq!(found.files, 5);

    // It neither hides what is foreign nor keeps the package from being written anew, nor stays in it then.
    let found = after(|root| {
        litter(root);
        fs::write(root.join("Сканы/чужое.pdf"), "x").unwrap();
    });
    assert_eq!(found.problems, [Problem::Extra { path: path("Сканы/чужое.pdf") }]);
    let stick = tempfile::tempdir().unwrap();
    write(&package("первый"), stick.path());
    litter(&stick.path().join(NAME));
    write(&package("второй"), stick.path());
    assert!(!tree(&stick.path().join(NAME)).iter().any(|(path, _)| path.contains("Thumbs")));
    assert!(verify(&stick.path().join(NAME)).unwrap().is_sound());
}
