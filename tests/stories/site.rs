//! Pages for the site, written into a folder again and again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::records::AttachmentRole;
use pps_app::package::{OnLeftovers, Watch, verify};
use pps_app::site::{FRESH_FOLDER, SITE_FOLDER, SiteRequest, UPLOAD_LIST};
use pps_tests::{Fixture, day};

fn request(fixture: &Fixture, on: NaiveDate) -> SiteRequest {
    SiteRequest { community: fixture.community, year: SchoolYear(2025), on }
}

fn write(fixture: &Fixture, on: &str, to: &Path) -> PathBuf {
    let asked = request(fixture, day(on));
    let seen = fixture.workplace.site_view(&asked, Some(to)).unwrap().seen;
    let written =
        fixture.workplace.write_site(&asked, Some(&seen), to, OnLeftovers::Ask, &mut Watch::silent());
    written.unwrap().path
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

fn upload_list(folder: &Path) -> String {
    fs::read_to_string(folder.join(UPLOAD_LIST)).unwrap()
}

/// Attaches a file of this many bytes to the first material.
fn attach(fixture: &Fixture, name: &str, size: usize) {
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let material = records.materials.values().next().unwrap().id.0;
    let path = fixture.path(name);
    fs::write(&path, vec![b'a'; size]).unwrap();
    fixture.workplace.attach_files(material, AttachmentRole::Document, &[path]).unwrap();
}

#[test]
fn the_pages_are_written_with_their_files_and_verified() {
    let fixture = Fixture::example();
    attach(&fixture, "Перечень документов.txt", 40_000);
    let place = tempfile::tempdir().unwrap();
    let folder = write(&fixture, "2026-08-20", place.path());
    assert_eq!(folder.file_name().unwrap(), "Для сайта_Функциональная грамотность_2025-2026");
    assert!(verify(&folder).unwrap().is_sound());
    let site = folder.join(SITE_FOLDER);
    for page in ["index", "plan", "news", "materials", "practices", "documents", "new"] {
        let html = fs::read_to_string(site.join(format!("{page}.html"))).unwrap();
        assert!(html.contains("<html lang=\"ru\">"), "{page}");
    }
    assert_eq!(fs::read(site.join("files/perechen-dokumentov.txt")).unwrap(), vec![b'a'; 40_000]);
    assert!(fs::read(site.join("files/plan.pdf")).unwrap().starts_with(b"%PDF"));
    assert!(upload_list(&folder).contains("первая выгрузка"));
}

#[test]
fn written_twice_a_day_it_is_the_same_and_later_only_the_new_is_named() {
    let fixture = Fixture::example();
    let place = tempfile::tempdir().unwrap();
    let folder = write(&fixture, "2026-08-20", place.path());
    let first = files(&folder);
    assert_eq!(write(&fixture, "2026-08-20", place.path()), folder);
    assert_eq!(files(&folder), first, "the same records on the same day give the same bytes");

    attach(&fixture, "Образец.txt", 10);
    write(&fixture, "2026-08-25", place.path());
    let list = upload_list(&folder);
    assert!(list.contains("С прошлого раза (20.08.2026)"), "{list}");
    assert!(list.contains("собрано в папке site-new"), "{list}");
    // What is new lies apart too, under the same paths; a page and a plan that say the same as before do not.
    let fresh = folder.join(FRESH_FOLDER);
    let names: Vec<PathBuf> =
        files(&fresh).into_keys().map(|path| path.strip_prefix(&fresh).unwrap().to_owned()).collect();
    let expected = ["files/obrazets.txt", "materials.html", "new.html"].map(PathBuf::from);
    assert_eq!(names, expected);
    for name in names {
        assert_eq!(fs::read(fresh.join(&name)).unwrap(), fs::read(folder.join("site").join(&name)).unwrap());
        assert!(list.contains(&format!("site/{}", name.to_str().unwrap().replace('\\', "/"))), "{list}");
    }
    assert!(verify(&folder).unwrap().is_sound());
    let view = |on: &str, place: &Path| {
        let view = fixture.workplace.site_view(&request(&fixture, day(on)), Some(place)).unwrap();
        (view.since, view.fresh, view.files)
    };
    // Written again on that day, it is compared with the same day as before.
    let (since, count, all) = view("2026-08-25", place.path());
    assert_eq!((since, count), (Some(day("2026-08-20")), 3));
    // The day after only the page of what is new says something else.
    assert_eq!(view("2026-08-26", place.path()), (Some(day("2026-08-25")), 1, all));
    // A stick knows its own last time: on a new one everything is new, and nothing lies there twice.
    let stick = tempfile::tempdir().unwrap();
    assert_eq!(view("2026-08-26", stick.path()), (None, all, all));
    let there = write(&fixture, "2026-08-26", stick.path());
    assert!(!there.join(FRESH_FOLDER).exists() && there.join(SITE_FOLDER).exists());
    // Carried from place to place, the folder takes its last time along.
    let carried = tempfile::tempdir().unwrap();
    fs::rename(&folder, carried.path().join(folder.file_name().unwrap())).unwrap();
    assert_eq!(view("2026-08-26", carried.path()), (Some(day("2026-08-25")), 1, all));
    let folder = carried.path().join(folder.file_name().unwrap());
    let new = fs::read_to_string(folder.join("site/new.html")).unwrap();
    assert_eq!(new.matches("materials.html#").count(), 1, "{new}");
    assert!(!new.contains("practices.html#"), "{new}");
}

#[test]
fn a_writing_that_is_cut_leaves_the_former_pages_whole() {
    let fixture = Fixture::example();
    let place = tempfile::tempdir().unwrap();
    let folder = write(&fixture, "2026-08-20", place.path());
    let before = files(&folder);
    attach(&fixture, "Большой.bin", 3_000_000);
    let stop = AtomicBool::new(false);
    let mut watch = Watch::new(|progress| {
        if progress.done > progress.total / 3 {
            stop.store(true, Ordering::Relaxed);
        }
    })
    .stopped_by(&stop);
    let asked = request(&fixture, day("2026-08-21"));
    let cut = fixture.workplace.write_site(&asked, None, place.path(), OnLeftovers::Ask, &mut watch);
    assert_eq!(cut.unwrap_err().code(), "cancelled");
    assert_eq!(files(&folder), before);
    // The next writing goes through.
    write(&fixture, "2026-08-21", place.path());
    assert!(verify(&folder).unwrap().is_sound());
    assert!(folder.join("site/files/bolshoy.bin").exists());
}

#[test]
fn what_was_shown_is_what_is_written_or_nothing_is() {
    let fixture = Fixture::example();
    let place = tempfile::tempdir().unwrap();
    let asked = request(&fixture, day("2026-08-20"));
    let seen = fixture.workplace.site_view(&asked, Some(place.path())).unwrap().seen;
    attach(&fixture, "Поздно.txt", 10);
    let refused = fixture.workplace.write_site(
        &asked,
        Some(&seen),
        place.path(),
        OnLeftovers::Ask,
        &mut Watch::silent(),
    );
    assert_eq!(refused.unwrap_err().code(), "site_changed");
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
}
