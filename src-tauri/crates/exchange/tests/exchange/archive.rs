//! The package as one archive: the same everywhere, and not to be fooled with.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use pps_exchange::{
    ExchangeError, Limits, OnLeftovers, Problem, Progress, RealDisk, Verification, Watch, verify, verify_on,
    write_zip,
};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipArchive, ZipWriter};

use crate::samples::{
    DAY, NAME, PROTOCOL, SERVICE, dated, names_in, package, quick_folder, tree, write, write_as_zip,
};

fn written(stick: &Path) -> PathBuf {
    write_as_zip(&package("первый"), stick);
    stick.join(format!("{NAME}.zip"))
}

/// The entries of our own archive, to be spoilt and packed again.
fn entries() -> Vec<(String, Vec<u8>)> {
    let stick = quick_folder();
    write(&package("первый"), stick.path());
    tree(stick.path()).into_iter().filter(|(path, _)| !path.ends_with('/')).collect()
}

fn pack(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(name, SimpleFileOptions::DEFAULT).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn verify_bytes(bytes: &[u8]) -> Result<Verification, ExchangeError> {
    let place = quick_folder();
    let path = place.path().join("письмо.zip");
    fs::write(&path, bytes).unwrap();
    verify(&path)
}

/// Replaces bytes of the same length everywhere, as an editor of archives would.
fn replace(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = bytes.to_vec();
    let mut found = 0;
    for at in 0..=bytes.len() - from.len() {
        if bytes[at..].starts_with(from.as_bytes()) {
            bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
            found += 1;
        }
    }
    assert!(found > 0, "{from:?} is not there");
    bytes
}

#[test]
fn the_archive_holds_the_same_files_as_the_folder() {
    let stick = tempfile::tempdir().unwrap();
    let written = write_zip(
        &package("первый"),
        stick.path(),
        &dated(DAY),
        OnLeftovers::Remove,
        &RealDisk,
        &mut Watch::silent(),
    )
    .unwrap();
    let path = stick.path().join(format!("{NAME}.zip"));
    assert_eq!((&written.path, written.files, written.leftovers), (&path, 5, Vec::new()));
    assert_eq!(names_in(stick.path()), [format!("{NAME}.zip")]);
    let mut archive = ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
    archive.validate_header_consistency().unwrap();
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        assert_eq!((file.unix_mode(), file.system()), (Some(0o100_644), System::Unix));
        let date = file.last_modified().unwrap();
        assert_eq!((i32::from(date.year()), date.month(), date.day()), DAY);
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        // A name that is not marked as UTF-8 would be read as CP437 and come out different.
        found.push((file.name().unwrap().into_owned(), bytes));
    }
    let last = found.pop().unwrap();
    assert_eq!(last.0, format!("{NAME}/{SERVICE}/SHA256SUMS"), "the manifest comes last");
    assert!(found.is_sorted());
    found.push(last);
    found.sort();
    assert_eq!(found, entries());
}

#[test]
fn the_same_package_and_day_give_the_same_bytes() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let first = fs::read(written(one.path())).unwrap();
    assert_eq!(first, fs::read(written(other.path())).unwrap());
    let later = tempfile::tempdir().unwrap();
    write_zip(
        &package("первый"),
        later.path(),
        &dated((2026, 8, 21)),
        OnLeftovers::Remove,
        &RealDisk,
        &mut Watch::silent(),
    )
    .unwrap();
    assert_ne!(first, fs::read(later.path().join(format!("{NAME}.zip"))).unwrap());
}

#[test]
fn an_untouched_archive_is_sound_and_so_is_one_packed_again() {
    let stick = tempfile::tempdir().unwrap();
    let found = verify(&written(stick.path())).unwrap();
    assert!(found.is_sound(), "{found:?}");
    assert_eq!(found.files, 5);
    assert!(verify_bytes(&pack(&entries())).unwrap().is_sound());
    let bare: Vec<_> = entries()
        .into_iter()
        .map(|(path, bytes)| (path.strip_prefix(&format!("{NAME}/")).unwrap().to_owned(), bytes))
        .collect();
    let found = verify_bytes(&pack(&bare)).unwrap();
    assert!(found.is_sound() && found.files == 5, "{found:?}");
}

#[test]
fn an_earlier_archive_is_replaced_and_a_foreign_one_is_not() {
    let stick = tempfile::tempdir().unwrap();
    let path = written(stick.path());
    write_as_zip(&package("второй"), stick.path());
    assert!(verify(&path).unwrap().is_sound());
    assert_eq!(names_in(stick.path()), [format!("{NAME}.zip")]);
    for foreign in [b"not a zip".to_vec(), pack(&[("диплом.doc".to_owned(), vec![1])])] {
        fs::write(&path, &foreign).unwrap();
        let refused = write_zip(
            &package("третий"),
            stick.path(),
            &dated(DAY),
            OnLeftovers::Remove,
            &RealDisk,
            &mut Watch::silent(),
        );
        assert!(matches!(refused, Err(ExchangeError::Foreign { .. })), "{refused:?}");
        assert_eq!(fs::read(&path).unwrap(), foreign);
    }
}

#[test]
fn an_impossible_day_is_refused() {
    let stick = tempfile::tempdir().unwrap();
    for day in [(1979, 12, 31), (2026, 2, 29), (-1, 1, 1), (70_000, 1, 1)] {
        let refused = write_zip(
            &package("x"),
            stick.path(),
            &dated(day),
            OnLeftovers::Remove,
            &RealDisk,
            &mut Watch::silent(),
        );
        assert!(matches!(refused, Err(ExchangeError::BadDate { .. })), "{day:?}: {refused:?}");
    }
    assert!(names_in(stick.path()).is_empty());
}

#[test]
fn missing_changed_and_extra_files_are_named() {
    let mut spoilt = entries();
    spoilt.retain(|(path, _)| !path.ends_with(PROTOCOL));
    spoilt.push((format!("{NAME}/вирус.exe"), vec![1]));
    spoilt.push(("рядом.txt".to_owned(), vec![1]));
    for (path, bytes) in &mut spoilt {
        if path.ends_with("Опись.pdf") {
            *bytes = b"other".to_vec();
        }
    }
    let found = verify_bytes(&pack(&spoilt)).unwrap();
    assert_eq!(
        found.problems,
        [
            Problem::Changed { path: "Опись.pdf".to_owned() },
            Problem::Missing { path: PROTOCOL.to_owned() },
            Problem::Extra { path: "вирус.exe".to_owned() },
            Problem::Extra { path: "рядом.txt".to_owned() },
        ]
    );
}

#[test]
fn backslashes_of_programs_of_windows_are_read_as_slashes() {
    let plain = pack(&entries());
    let turned =
        entries().iter().fold(plain, |bytes, (name, _)| replace(&bytes, name, &name.replace('/', "\\")));
    let verified = verify_bytes(&turned).unwrap();
    assert_eq!((verified.files, verified.problems), (5, Vec::new()));
}

#[test]
fn hostile_names_are_extra_and_lead_nowhere() {
    for hostile in ["../../x", "/etc/x", "C:\\x", "a\\..\\x", "ППС/../x", "a//x", "\u{202E}x"] {
        let mut spoilt = entries();
        spoilt.push((hostile.to_owned(), vec![1]));
        spoilt.push((format!("{NAME}/{hostile}"), vec![1]));
        let found = verify_bytes(&pack(&spoilt)).unwrap();
        assert_eq!(found.files, 5);
        assert_eq!(found.problems.len(), 2, "{hostile}: {found:?}");
        assert!(found.problems.iter().all(|problem| matches!(problem, Problem::Extra { .. })));
        assert!(!found.problems.iter().any(|problem| problem.to_string().contains('\u{202E}')));
    }
}

#[test]
fn a_file_that_is_there_twice_is_named() {
    let mut spoilt = entries();
    spoilt.push((format!("{NAME}/Апись.pdf"), b"other".to_vec()));
    let found = verify_bytes(&replace(&pack(&spoilt), "Апись.pdf", "Опись.pdf")).unwrap();
    assert!(found.problems.contains(&Problem::Duplicate { path: "Опись.pdf".to_owned() }), "{found:?}");
}

#[test]
fn a_link_in_an_archive_is_named() {
    let mut archive = ZipWriter::new_append(Cursor::new(pack(&entries()))).unwrap();
    archive.add_symlink(format!("{NAME}/ссылка"), "/etc/passwd", SimpleFileOptions::DEFAULT).unwrap();
    let found = verify_bytes(&archive.finish().unwrap().into_inner()).unwrap();
    assert_eq!(found.problems, [Problem::Link { path: "ссылка".to_owned() }]);
}

#[test]
fn headers_that_contradict_each_other_are_not_read() {
    let bytes = pack(&entries());
    let first = bytes.windows(9).position(|window| window == "Опись".as_bytes()[..9].to_vec()).unwrap();
    let mut cloaked = bytes;
    cloaked[first..first + 2].copy_from_slice("А".as_bytes());
    assert!(matches!(verify_bytes(&cloaked), Err(ExchangeError::BrokenZip { .. })));
}

#[test]
fn a_bomb_is_refused_by_what_it_declares_and_by_what_comes_out() {
    let mut spoilt = entries();
    spoilt.push((format!("{NAME}/бомба"), vec![0; 3_000_000]));
    let bytes = pack(&spoilt);
    assert!(bytes.len() < 50_000);
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("а.zip");
    fs::write(&path, &bytes).unwrap();
    let limits = Limits { items: 10_000, bytes: 2_000_000 };
    let refused = verify_on(&RealDisk, &path, &limits, None, &mut Watch::silent());
    assert!(matches!(refused, Err(ExchangeError::TooBig { .. })), "{refused:?}");

    let limits = Limits { items: 6, bytes: 4_000_000 };
    let refused = verify_on(&RealDisk, &path, &limits, None, &mut Watch::silent());
    assert!(matches!(refused, Err(ExchangeError::TooMany { limit: 6, .. })), "{refused:?}");

    // The same stream under a small declared size: the file that is listed lies about its length.
    let mut lying = entries();
    for (path, bytes) in &mut lying {
        if path.ends_with("Опись.pdf") {
            *bytes = vec![7; 3_000_000];
        }
    }
    let lying = patch_sizes(pack(&lying), 3_000_000, 24);
    fs::write(&path, &lying).unwrap();
    let mut passed = 0;
    let mut watch = Watch::new(|at: &Progress<'_>| passed = at.done);
    let found = verify_on(&RealDisk, &path, &Limits::default(), None, &mut watch).unwrap();
    drop(watch);
    assert_eq!(found.problems, [Problem::Changed { path: "Опись.pdf".to_owned() }]);
    assert!(passed < 1_000, "{passed} bytes came out of a file that declares 24");
}

/// Puts another uncompressed size in the place of each one of a given value.
fn patch_sizes(mut bytes: Vec<u8>, from: u32, to: u32) -> Vec<u8> {
    let mut patched = 0;
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == from.to_le_bytes() {
            bytes[at..at + 4].copy_from_slice(&to.to_le_bytes());
            patched += 1;
        }
    }
    assert_eq!(patched, 2, "the local and the central header");
    bytes
}

#[test]
fn a_cut_or_lengthened_archive_is_not_read() {
    let stick = tempfile::tempdir().unwrap();
    let bytes = fs::read(written(stick.path())).unwrap();
    for length in [0, 1, 21, 22, 100, bytes.len() / 2, bytes.len() - 1] {
        assert!(matches!(verify_bytes(&bytes[..length]), Err(ExchangeError::BrokenZip { .. })), "{length}");
    }
    let before = [b"MZ".as_slice(), &bytes].concat();
    let behind = [bytes.as_slice(), b"\0"].concat();
    for longer in [before, behind] {
        assert!(matches!(verify_bytes(&longer), Err(ExchangeError::BrokenZip { .. })));
    }
}

#[test]
fn an_archive_without_a_manifest_is_no_package() {
    let mut bare = entries();
    bare.retain(|(path, _)| !path.ends_with("SHA256SUMS"));
    assert!(matches!(verify_bytes(&pack(&bare)), Err(ExchangeError::NotAPackage { .. })));
    let empty = ZipWriter::new(Cursor::new(Vec::new())).finish().unwrap().into_inner();
    assert!(matches!(verify_bytes(&empty), Err(ExchangeError::NotAPackage { .. })));
    // A manifest that lies deeper belongs to something else.
    let deep: Vec<_> = entries().into_iter().map(|(path, bytes)| (format!("архив/{path}"), bytes)).collect();
    assert!(matches!(verify_bytes(&pack(&deep)), Err(ExchangeError::NotAPackage { .. })));
}

#[test]
fn papers_that_do_not_shrink_fit_into_the_room_that_was_asked_for() {
    let mut state = 1_u64;
    let noise: Vec<u8> = (0..3_000_000)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state.to_be_bytes()[0]
        })
        .collect();
    let mut large = pps_exchange::Package::new("ППС");
    large.add_paper("Скан.pdf", noise);
    let stick = tempfile::tempdir().unwrap();
    let disk = crate::disks::OddDisk::with_free_space(1);
    let Err(ExchangeError::NoRoom { needed, .. }) =
        write_zip(&large, stick.path(), &dated(DAY), OnLeftovers::Remove, &disk, &mut Watch::silent())
    else {
        panic!("one byte is not enough");
    };
    write_as_zip(&large, stick.path());
    let length = fs::metadata(stick.path().join("ППС.zip")).unwrap().len();
    assert!(length <= needed && needed < length + 10_000, "{length} of {needed}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    /// Not each bit of an archive matters (a date, a permission), but no flip may show other papers.
    #[test]
    fn no_flipped_bit_passes_other_papers_off_as_ours(bit in 0_usize..100_000) {
        let mut bytes = pack(&entries());
        let bit = bit % (bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        if let Ok(found) = verify_bytes(&bytes) && found.is_sound() {
            let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
            let mut read = Vec::new();
            for index in 0..archive.len() {
                let mut file = archive.by_index(index).unwrap();
                let mut content = Vec::new();
                file.read_to_end(&mut content).unwrap();
                read.push((file.name().unwrap().into_owned(), content));
            }
            read.sort();
            let ours = entries();
            let top = |path: &str| path.split_once('/').map(|(_, rest)| rest.to_owned());
            let inside = |list: &[(String, Vec<u8>)]| -> Vec<(Option<String>, Vec<u8>)> {
                list.iter().map(|(path, bytes)| (top(path), bytes.clone())).collect()
            };
            prop_assert_eq!(inside(&read), inside(&ours), "bit {}", bit);
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(verify_bytes(&bytes).is_err());
    }
}

#[test]
fn stored_files_are_as_good_as_packed_ones() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in entries() {
        let method = CompressionMethod::Stored;
        archive.start_file(path, SimpleFileOptions::DEFAULT.compression_method(method)).unwrap();
        archive.write_all(&bytes).unwrap();
    }
    let stored = archive.finish().unwrap().into_inner();
    assert!(verify_bytes(&stored).unwrap().is_sound());
}
