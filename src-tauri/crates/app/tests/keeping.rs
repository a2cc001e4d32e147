//! Copies, recovery and the password as the window and the command line use them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::Mutex;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use pps_app::backups::{self, BackupPlace, BackupState, Why};
use pps_app::domain::ids::OrganisationId;
use pps_app::domain::records::{Organisation, OrganisationKind, Record};
use pps_app::password;
use pps_app::recovery::recover;
use pps_app::{Clock, Key, Workplace};
use uuid::Uuid;

/// A clock that goes only when it is told to.
struct HandClock(Mutex<DateTime<Utc>>);

impl HandClock {
    fn new() -> Arc<Self> {
        let start = NaiveDate::from_ymd_opt(2026, 5, 3).unwrap().and_hms_opt(14, 3, 22).unwrap();
        Arc::new(Self(Mutex::new(start.and_utc())))
    }

    fn pass(&self, time: TimeDelta) {
        *self.0.lock().unwrap() += time;
    }
}

impl Clock for HandClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
    fn time(&self) -> NaiveTime {
        self.now().time()
    }
    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc()
    }
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

struct Year {
    folder: tempfile::TempDir,
    clock: Arc<HandClock>,
    data: PathBuf,
}

impl Year {
    fn example() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (clock, data) = (HandClock::new(), folder.path().join("year.db"));
        Workplace::create_example(&data, clock.clone()).unwrap().close().unwrap();
        Self { folder, clock, data }
    }

    fn open(&self, key: &Key) -> Workplace {
        Workplace::open_with(&self.data, key, self.clock.clone()).unwrap()
    }

    fn clock(&self) -> Arc<dyn Clock> {
        self.clock.clone()
    }

    fn dump(&self, key: &Key) -> String {
        let workplace = self.open(key);
        let out = self.folder.path().join("dump.json");
        workplace.dump(&out).unwrap();
        workplace.close().unwrap();
        fs::read_to_string(out).unwrap()
    }

    fn names_in(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join(folder)).into_iter().flatten();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn change(workplace: &Workplace, number: u128) {
    let school = Organisation {
        id: OrganisationId(Uuid::from_u128(0x0190_0000_0000_7000_8000_ffff_0000_0000 | number)),
        name: format!("Школа № {number}"),
        short_name: String::new(),
        kind: OrganisationKind::School,
        low_results: false,
        unfavourable_conditions: false,
    };
    workplace.take_in("Внесена школа", vec![Record::Organisation(school)]).unwrap();
}

#[test]
fn a_copy_is_made_when_it_is_due_and_something_has_changed() {
    let year = Year::example();
    let workplace = year.open(&Key::open());
    assert!(workplace.back_up_if_due(Why::Started).unwrap(), "there is none yet");
    assert_eq!(year.names_in("Копии"), ["year 2026-05-03 14-03-22 при запуске.db"]);
    year.clock.pass(TimeDelta::hours(2));
    assert!(!workplace.back_up_if_due(Why::Started).unwrap(), "the newest is two hours old");
    assert!(!workplace.back_up(Why::Closing).unwrap(), "nothing has changed");
    change(&workplace, 1);
    assert!(workplace.back_up(Why::Closing).unwrap());
    year.clock.pass(TimeDelta::hours(25));
    assert!(!workplace.back_up_if_due(Why::Started).unwrap(), "a day later nothing has changed");
    change(&workplace, 2);
    assert!(workplace.back_up_if_due(Why::Started).unwrap());
    assert_eq!(year.names_in("Копии").len(), 3);

    let all = workplace.backups().unwrap();
    assert_eq!(all.last.as_deref(), Some("4\u{a0}мая\u{a0}2026\u{a0}г., 17:03"));
    assert!(all.list.iter().all(|copy| copy.state == BackupState::Whole), "{all:?}");
    let inside = all.list[0].inside.as_ref().unwrap();
    assert_eq!(inside.protocols, 3);
    assert!(inside.last_change.as_ref().unwrap().ends_with("Внесена школа"), "{inside:?}");
    assert!(all.list[0].why == "при запуске" && all.list[1].why == "при закрытии");
}

#[test]
fn a_year_of_days_leaves_the_copies_that_are_worth_keeping() {
    let year = Year::example();
    let workplace = year.open(&Key::open());
    for number in 0..60 {
        change(&workplace, number);
        workplace.back_up(Why::Closing).unwrap();
        year.clock.pass(TimeDelta::days(1));
    }
    let kept = year.names_in("Копии").len();
    assert!((15..=22).contains(&kept), "{kept} copies of 60 days");
}

#[test]
fn a_copy_comes_back_and_what_was_there_is_kept_first() {
    let year = Year::example();
    let open = Key::open();
    let before = year.dump(&open);
    let workplace = year.open(&open);
    workplace.back_up(Why::Asked).unwrap();
    let copy = workplace.backups().unwrap().list[0].clone();
    year.clock.pass(TimeDelta::minutes(5));
    change(&workplace, 1);
    workplace.close().unwrap();
    let later = year.dump(&open);

    let looked =
        backups::look_into(&year.data, &open, BackupPlace::Computer, &copy.name, year.clock.today()).unwrap();
    assert_eq!(looked.communities[0].years[0].year, "2025/2026");
    assert_eq!(looked.communities[0].years[0].protocols.len(), 3, "{:?}", looked.communities[0].years[0]);
    assert!(looked.communities[0].people.len() > 5 && looked.changes[0].name == "Открыт учебный пример");

    let back = backups::restore(&year.data, &open, BackupPlace::Computer, &copy.name, &year.clock()).unwrap();
    assert_eq!(year.dump(&open), before);
    let kept = back.kept.unwrap();
    year.clock.pass(TimeDelta::minutes(5));
    backups::restore(&year.data, &open, BackupPlace::Computer, &kept, &year.clock()).unwrap();
    assert_eq!(year.dump(&open), later, "and back again");
    assert!(backups::restore(&year.data, &open, BackupPlace::Computer, "../year.db", &year.clock()).is_err());
    assert_eq!(
        year.names_in(".").iter().filter(|name| name.contains("look") || name.contains("copy.")).count(),
        0
    );
}

#[test]
fn the_second_place_is_caught_up_when_it_appears() {
    let year = Year::example();
    let stick = year.folder.path().join("флешка");
    backups::set_second_place(&year.data, Some(&stick)).unwrap();
    let workplace = year.open(&Key::open());
    workplace.back_up(Why::Closing).unwrap();
    assert!(!workplace.backups().unwrap().second.unwrap().here);
    fs::create_dir(&stick).unwrap();
    assert!(!workplace.back_up(Why::Closing).unwrap(), "nothing has changed, yet the stick is caught up");
    assert_eq!(year.names_in("флешка/Копии"), year.names_in("Копии"));
    let all = workplace.backups().unwrap();
    assert!(
        all.list.iter().any(|copy| copy.place == BackupPlace::Second && copy.state == BackupState::Whole)
    );
    workplace.close().unwrap();

    // Another computer: the stick alone brings everything there.
    let elsewhere = tempfile::tempdir().unwrap();
    let data = elsewhere.path().join("year.db");
    let copy = stick.join("Копии").join(&year.names_in("Копии")[0]);
    backups::restore_file(&data, &Key::open(), &copy, &Key::open(), &year.clock()).unwrap();
    let moved = Workplace::open(&data, year.clock.clone()).unwrap();
    assert_eq!(moved.communities().unwrap().len(), 1);
    moved.close().unwrap();
}

#[test]
fn the_newest_copy_is_tried_once_a_month() {
    let year = Year::example();
    let workplace = year.open(&Key::open());
    assert!(!workplace.try_newest_copy().unwrap(), "there is none");
    workplace.back_up(Why::Closing).unwrap();
    assert!(workplace.try_newest_copy().unwrap());
    assert!(!workplace.try_newest_copy().unwrap(), "it was tried today");
    assert!(workplace.backups().unwrap().tried.unwrap().starts_with("3\u{a0}мая"));
    year.clock.pass(TimeDelta::days(31));
    let copy = year.folder.path().join("Копии").join(&year.names_in("Копии")[0]);
    let mut bytes = fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&copy, bytes).unwrap();
    assert!(workplace.try_newest_copy().is_err(), "a copy that does not prove itself is told");
}

#[test]
fn a_damaged_year_comes_back_from_itself_and_the_copy() {
    let year = Year::example();
    let open = Key::open();
    let workplace = year.open(&open);
    workplace.back_up(Why::Closing).unwrap();
    change(&workplace, 1);
    workplace.close().unwrap();
    let before = records_of(&year.dump(&open));
    let whole = fs::read(&year.data).unwrap();
    for page in [0, 3, 20, 41, 60] {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 50] ^= 0x10;
        fs::write(&year.data, &damaged).unwrap();
        year.clock.pass(TimeDelta::seconds(1));
        let done = recover(&year.data, &open, year.clock.as_ref()).unwrap();
        assert!(done.lost.is_empty() && done.doubtful.is_empty(), "{done:?}");
        assert_eq!(records_of(&year.dump(&open)), before, "page {page}: {done:?}");
        assert_eq!(fs::read(Path::new(&done.set_aside).join("year.db")).unwrap(), damaged);
    }
}

fn records_of(dump: &str) -> serde_json::Value {
    serde_json::from_str::<serde_json::Value>(dump).unwrap()["records"].clone()
}

#[test]
fn a_password_covers_everything_that_lies_there() {
    let year = Year::example();
    let workplace = year.open(&Key::open());
    change(&workplace, 1);
    workplace.back_up(Why::Closing).unwrap();
    workplace.close().unwrap();
    let before = year.dump(&Key::open());
    fs::remove_file(year.folder.path().join("dump.json")).unwrap();
    pps_app::drafts::keep_notes(&year.data, &Key::open(), "Ларина печатает").unwrap();

    assert!(
        password::set_password(&year.data, &Key::open(), "весна", year.clock.as_ref()).is_err(),
        "too short"
    );
    let (key, paper) =
        password::set_password(&year.data, &Key::open(), "весна 2026", year.clock.as_ref()).unwrap();
    for path in files_under(year.folder.path()) {
        let bytes = fs::read(&path).unwrap();
        let named = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        assert!(!named("Ларина") && !named("Школа"), "{}", path.display());
    }
    assert_eq!(Workplace::open(&year.data, year.clock.clone()).err().unwrap().code(), "needs_key");
    assert_eq!(
        password::unlock(&year.data, "осень 2026", year.clock.as_ref()).err().unwrap().code(),
        "wrong_password"
    );
    let typed = password::unlock(&year.data, "весна 2026", year.clock.as_ref()).unwrap();
    assert_eq!(typed, key);
    assert_eq!(pps_app::drafts::read_notes(&year.data, &key).unwrap().as_deref(), Some("Ларина печатает"));
    assert_eq!(year.dump(&key), before);

    let mut slip = paper.groups.clone();
    slip.swap(0, 1);
    let wrong = password::unlock_with_recovery_key(&year.data, &slip.join(" "), year.clock.as_ref());
    assert_eq!(wrong.err().unwrap().code(), "wrong_recovery_key");
    let by_paper =
        password::unlock_with_recovery_key(&year.data, &paper.groups.join("-"), year.clock.as_ref());
    let (new, _) =
        password::set_password(&year.data, &by_paper.unwrap(), "другое слово", year.clock.as_ref()).unwrap();
    assert_eq!(year.dump(&new), before);
    let copies = backups::backups(&year.data, &new).unwrap();
    assert!(copies.list.iter().all(|copy| copy.state == BackupState::Whole), "{copies:?}");
    let open = password::remove_password(&year.data, &new).unwrap();
    assert_eq!(year.dump(&open), before);
}

#[test]
fn a_copy_from_before_the_password_is_listed_and_looked_into() {
    let year = Year::example();
    let workplace = year.open(&Key::open());
    workplace.back_up(Why::Closing).unwrap();
    workplace.close().unwrap();
    let name = year.names_in("Копии").remove(0);
    let copy = year.folder.path().join("Копии").join(&name);
    let in_the_open = fs::read(&copy).unwrap();
    let set =
        |old: &Key, new: &str| password::set_password(&year.data, old, new, year.clock.as_ref()).unwrap().0;
    let first = set(&Key::open(), "весна 2026");
    let under_the_first = fs::read(&copy).unwrap();
    let second = set(&first, "осень 2026");
    // Copies of a stick that was away: one from before any password, one from before the last.
    for bytes in [in_the_open, under_the_first] {
        fs::write(&copy, bytes).unwrap();
        let workplace = year.open(&second);
        assert_eq!(workplace.backups().unwrap().list[0].state, BackupState::Whole);
        let inside = workplace.look_into_backup(BackupPlace::Computer, &name).unwrap();
        assert_eq!(inside.communities.len(), 1);
        workplace.close().unwrap();
    }
}

#[test]
fn wrong_passwords_slow_down_also_after_a_restart() {
    let year = Year::example();
    password::set_password(&year.data, &Key::open(), "весна 2026", year.clock.as_ref()).unwrap();
    let code = |password: &str| match password::unlock(&year.data, password, year.clock.as_ref()) {
        Ok(_) => "ok".to_owned(),
        Err(fault) => fault.code().to_owned(),
    };
    assert_eq!([code("1"), code("2"), code("3")], ["wrong_password"; 3]);
    assert_eq!(code("весна 2026"), "wait", "even the right one has to wait");
    year.clock.pass(TimeDelta::seconds(6));
    assert_eq!(code("4"), "wrong_password");
    year.clock.pass(TimeDelta::seconds(6));
    assert_eq!(code("весна 2026"), "wait");
    year.clock.pass(TimeDelta::seconds(6));
    assert_eq!(code("весна 2026"), "ok");
    assert_eq!(code("5"), "wrong_password", "and the count begins anew");
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_under(&path));
        } else {
            found.push(path);
        }
    }
    found
}
