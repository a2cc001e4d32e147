//! A package as a folder, on a real disk.

use std::sync::atomic::{AtomicBool, Ordering};

use pps_exchange::{
    ExchangeError, OnLeftovers, Package, Progress, RealDisk, Stage, Watch, verify, write_folder,
};
use rstest::rstest;

use crate::disks::OddDisk;
use crate::samples::{NAME, PROTOCOL, SERVICE, names_in, package, tree, write};

#[test]
fn the_folder_holds_the_papers_under_their_plain_names() {
    let stick = tempfile::tempdir().unwrap();
    let written =
        write_folder(&package("первый"), stick.path(), OnLeftovers::Remove, &RealDisk, &mut Watch::silent())
            .unwrap();
    assert_eq!(written.path, stick.path().join(NAME));
    assert_eq!(written.files, 5);
    assert_eq!(written.leftovers, Vec::<std::path::PathBuf>::new());
    let found = tree(stick.path());
    assert_eq!(found[&format!("{NAME}/{PROTOCOL}")], "протокол, первый".as_bytes());
    assert_eq!(
        written.bytes,
        found
            .iter()
            .filter(|(path, _)| !path.ends_with("SHA256SUMS"))
            .map(|(_, bytes)| bytes.len() as u64)
            .sum::<u64>()
    );
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    let inside = |path: &str| format!("{NAME}/{path}");
    assert_eq!(
        names,
        [
            inside(""),
            inside("Опись.pdf"),
            inside(PROTOCOL),
            inside("Сканы/"),
            inside("Сканы/Приказ № 14.pdf"),
            inside("Сканы/Пустой.txt"),
            inside(&format!("{SERVICE}/")),
            inside(&format!("{SERVICE}/SHA256SUMS")),
            inside(&format!("{SERVICE}/year.json")),
        ]
    );
}

#[cfg(unix)]
#[test]
fn sha256sum_of_any_linux_agrees_with_the_manifest() {
    let stick = tempfile::tempdir().unwrap();
    write(&package("первый"), stick.path());
    let check = || {
        std::process::Command::new("sha256sum")
            .args(["--strict", "-c", &format!("{SERVICE}/SHA256SUMS")])
            .current_dir(stick.path().join(NAME))
            .env("LC_ALL", "C")
            .output()
            .expect("sha256sum belongs to every Linux")
    };
    let output = check();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8(output.stdout).unwrap().matches(": OK\n").count(), 5);
    std::fs::write(stick.path().join(NAME).join(PROTOCOL), "другое").unwrap();
    assert!(!check().status.success(), "a changed file must be noticed");
}

#[test]
fn the_same_package_gives_the_same_bytes_whatever_the_order_of_adding() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut reversed = Package::new("ППС");
    reversed.add_open_data("year.json", b"{}".to_vec());
    reversed.add_paper("Б.pdf", b"2".to_vec());
    reversed.add_paper("А.pdf", b"1".to_vec());
    let mut straight = Package::new("ППС");
    straight.add_paper("А.pdf", b"1".to_vec());
    straight.add_paper("Б.pdf", b"2".to_vec());
    straight.add_open_data("year.json", b"{}".to_vec());
    write(&reversed, one.path());
    write(&straight, other.path());
    assert_eq!(tree(one.path()), tree(other.path()));
}

#[test]
fn names_that_would_meet_on_fat32_are_kept_apart() {
    let mut package = Package::new("ППС");
    assert_eq!(package.add_paper("План.pdf", vec![1]), "План.pdf");
    assert_eq!(package.add_paper("ПЛАН.PDF", vec![2]), "ПЛАН (2).PDF");
    assert_eq!(package.add_paper("Сканы/А.pdf", vec![3]), "Сканы/А.pdf");
    assert_eq!(package.add_paper("сканы/а.pdf", vec![4]), "Сканы/а (2).pdf");
    assert_eq!(package.add_paper("СКАНЫ", vec![5]), "СКАНЫ (2)");
    assert_eq!(
        package.add_paper("служебное (не открывать)/year.json", vec![6]),
        "служебное (не открывать) (2)/year.json"
    );
    assert_eq!(package.add_open_data("sha256sums", vec![7]), format!("{SERVICE}/sha256sums (2)"));
    assert_eq!(package.add_paper("../../etc/passwd", vec![8]), "etc/passwd");
    assert_eq!(package.add_paper("/", vec![9]), "Без названия");
    let stick = tempfile::tempdir().unwrap();
    write(&package, stick.path());
    let found = verify(&stick.path().join("ППС")).unwrap();
    assert!(found.is_sound(), "{found:?}");
    assert_eq!((found.files, found.bytes), (9, 9));
}

#[test]
fn the_previous_package_is_replaced() {
    let stick = tempfile::tempdir().unwrap();
    write(&package("прежний"), stick.path());
    std::fs::write(stick.path().join(NAME).join("Thumbs.db"), "").unwrap();
    let disk = OddDisk::good();
    write_folder(&package("новый"), stick.path(), OnLeftovers::Remove, &disk, &mut Watch::silent()).unwrap();
    let fresh = tempfile::tempdir().unwrap();
    write(&package("новый"), fresh.path());
    assert_eq!(tree(stick.path()), tree(fresh.path()));
}

#[test]
fn a_real_disk_replaces_it_as_well() {
    let stick = tempfile::tempdir().unwrap();
    for edition in ["прежний", "новый"] {
        write_folder(&package(edition), stick.path(), OnLeftovers::Remove, &RealDisk, &mut Watch::silent())
            .unwrap();
    }
    assert_eq!(names_in(stick.path()), [NAME]);
    let text = std::fs::read_to_string(stick.path().join(NAME).join("Опись.pdf")).unwrap();
    assert_eq!(text, "опись, новый");
}

#[test]
fn what_others_put_under_the_name_is_never_touched() {
    let stick = tempfile::tempdir().unwrap();
    let target = stick.path().join(NAME);
    let refusal = || {
        let before = tree(stick.path());
        let error = write_folder(
            &package("новый"),
            stick.path(),
            OnLeftovers::Remove,
            &RealDisk,
            &mut Watch::silent(),
        )
        .unwrap_err();
        assert_eq!(tree(stick.path()), before);
        error
    };
    std::fs::write(&target, "файл").unwrap();
    assert!(matches!(refusal(), ExchangeError::Foreign { .. }));
    std::fs::remove_file(&target).unwrap();
    std::fs::create_dir(&target).unwrap();
    assert!(matches!(refusal(), ExchangeError::Foreign { .. }));
    std::fs::remove_dir(&target).unwrap();

    write(&package("прежний"), stick.path());
    std::fs::write(target.join("Отметка РИМК.pdf"), "подписано").unwrap();
    let error = refusal();
    assert!(error.to_string().contains("«Отметка РИМК.pdf»"), "{error}");
    std::fs::remove_file(target.join("Отметка РИМК.pdf")).unwrap();

    let manifest = target.join(SERVICE).join("SHA256SUMS");
    std::fs::write(&manifest, "не опись").unwrap();
    assert!(matches!(refusal(), ExchangeError::DamagedOld { .. }));
}

#[rstest]
#[case("part")]
#[case("old")]
fn somebody_elses_folder_with_our_ending_is_not_cleaned_away(#[case] ending: &str) {
    let stick = tempfile::tempdir().unwrap();
    let beside = stick.path().join(format!("{NAME}.{ending}"));
    std::fs::create_dir(&beside).unwrap();
    std::fs::write(beside.join("диплом.doc"), "важное").unwrap();
    write(&package("новый"), stick.path());
    assert!(verify(&stick.path().join(NAME)).unwrap().is_sound());
    assert!(beside.join("диплом.doc").exists());
}

#[cfg(unix)]
#[test]
fn a_link_in_an_interrupted_run_is_removed_and_not_followed() {
    let home = tempfile::tempdir().unwrap();
    let (stick, precious) = (home.path().join("stick"), home.path().join("precious"));
    let part = stick.join(format!("{NAME}.part"));
    std::fs::create_dir_all(part.join(SERVICE)).unwrap();
    std::fs::create_dir(&precious).unwrap();
    std::fs::write(precious.join("диплом.doc"), "важное").unwrap();
    std::os::unix::fs::symlink(&precious, part.join("Сканы")).unwrap();
    write(&package("новый"), &stick);
    assert!(precious.join("диплом.doc").exists());
    assert_eq!(names_in(&stick), [NAME]);
}

#[test]
fn progress_runs_to_the_end_and_a_file_of_many_portions_is_whole() {
    let stick = tempfile::tempdir().unwrap();
    let mut large = Package::new("ППС");
    large.add_paper("Скан.pdf", (0..1_000_003_u32).map(|n| n.to_le_bytes()[n as usize % 3]).collect());
    let mut seen: Vec<(Stage, u64, u64)> = Vec::new();
    let mut watch = Watch::new(|at: &Progress<'_>| seen.push((at.stage, at.done, at.total)));
    write_folder(&large, stick.path(), OnLeftovers::Remove, &RealDisk, &mut watch).unwrap();
    drop(watch);
    assert!(seen.len() > 8, "{seen:?}");
    assert!(seen.windows(2).all(|pair| pair[0].1 <= pair[1].1));
    let (_, done, total) = *seen.last().unwrap();
    assert_eq!(done, total);
    assert!(seen.iter().any(|(stage, ..)| *stage == Stage::ReadingBack));
    assert!(verify(&stick.path().join("ППС")).unwrap().is_sound());
}

#[test]
fn stopping_at_any_moment_leaves_the_previous_package_or_the_new_one() {
    let mut stopped = 0;
    for moment in 0..20 {
        let stick = tempfile::tempdir().unwrap();
        write(&package("прежний"), stick.path());
        let before = tree(stick.path());
        let flag = AtomicBool::new(false);
        let mut steps = 0;
        let mut watch = Watch::new(|_: &Progress<'_>| {
            flag.store(steps >= moment, Ordering::Relaxed);
            steps += 1;
        })
        .stopped_by(&flag);
        match write_folder(&package("новый"), stick.path(), OnLeftovers::Remove, &RealDisk, &mut watch) {
            Err(ExchangeError::Cancelled) => {
                stopped += 1;
                assert_eq!(tree(stick.path()), before);
            }
            other => assert!(other.is_ok() && verify(&stick.path().join(NAME)).unwrap().is_sound()),
        }
    }
    assert!((8..20).contains(&stopped), "{stopped}");
}

#[test]
fn what_cannot_be_written_is_refused_before_writing() {
    let stick = tempfile::tempdir().unwrap();
    let refusal = |package: &Package<'_>, parent: &std::path::Path| {
        write_folder(package, parent, OnLeftovers::Remove, &RealDisk, &mut Watch::silent()).unwrap_err()
    };
    assert!(matches!(refusal(&Package::new("ППС"), stick.path()), ExchangeError::Empty));
    let mut deep = Package::new(&"П".repeat(90));
    deep.add_paper(&format!("{}/{}.pdf", "С".repeat(80), "Д".repeat(80)), vec![1]);
    assert!(matches!(refusal(&deep, stick.path()), ExchangeError::PathTooLong { .. }));
    assert!(matches!(refusal(&package("x"), &stick.path().join("нет")), ExchangeError::NoPlace { .. }));
    assert!(names_in(stick.path()).is_empty());
}

#[test]
fn a_full_stick_is_noticed_before_writing() {
    let stick = tempfile::tempdir().unwrap();
    let disk = OddDisk::with_free_space(100_000);
    let error =
        write_folder(&package("новый"), stick.path(), OnLeftovers::Remove, &disk, &mut Watch::silent())
            .unwrap_err();
    assert!(matches!(error, ExchangeError::NoRoom { free: 100_000, .. }), "{error}");
    assert!(!disk.log().contains(&"create_folder"), "{:?}", disk.log());
    assert!(names_in(stick.path()).is_empty());
}

#[test]
fn two_writers_do_not_meet_in_one_place() {
    let stick = tempfile::tempdir().unwrap();
    let mut met = 0;
    let mut watch = Watch::new(|_: &Progress<'_>| {
        let second = write_folder(
            &package("второй"),
            stick.path(),
            OnLeftovers::Remove,
            &RealDisk,
            &mut Watch::silent(),
        );
        assert!(matches!(second, Err(ExchangeError::PlaceBusy)), "{second:?}");
        met += 1;
    });
    write_folder(&package("первый"), stick.path(), OnLeftovers::Remove, &RealDisk, &mut watch).unwrap();
    drop(watch);
    assert!(met > 5, "{met}");
    assert_eq!(names_in(stick.path()), [NAME], "the lock leaves nothing");
    write(&package("второй"), stick.path());
}
