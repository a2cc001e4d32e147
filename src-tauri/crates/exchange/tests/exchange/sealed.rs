//! An archive that is closed by a password.

use std::fs;

use pps_exchange::{ExchangeError, OnLeftovers, RealDisk, Watch, ZipForm, verify, verify_sealed, write_zip};

use crate::samples::{DAY, NAME, names_in, package};

#[test]
fn a_closed_archive_opens_by_its_password_only() {
    let stick = tempfile::tempdir().unwrap();
    let password = Some("4821-7053-9164-2087");
    let form = ZipForm { date: DAY, password };
    let write = || {
        write_zip(
            &package("тайный"),
            stick.path(),
            &form,
            OnLeftovers::Remove,
            &RealDisk,
            &mut Watch::silent(),
        )
    };
    let path = write().unwrap().path;
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(10).any(|window| window == &"тайный".as_bytes()[..10]));
    assert!(matches!(verify(&path), Err(ExchangeError::Sealed { .. })));
    let wrong = verify_sealed(&path, Some("4821-7053-9164-2088"));
    assert!(matches!(wrong, Err(ExchangeError::WrongPassword { .. })), "{wrong:?}");
    let found = verify_sealed(&path, password).unwrap();
    assert!(found.is_sound() && found.files == 5, "{found:?}");
    // A closed archive is replaced by the next one.
    write().unwrap();
    assert_eq!(names_in(stick.path()), [format!("{NAME}.zip")]);
    // What was changed inside is found out.
    let mut spoilt = fs::read(&path).unwrap();
    let middle = spoilt.len() / 3;
    spoilt[middle] ^= 1;
    fs::write(&path, spoilt).unwrap();
    assert!(!verify_sealed(&path, password).is_ok_and(|found| found.is_sound()));
}
