//! Every refusal is a Russian sentence that says what to do.

use std::io;

use pps_exchange::{ExchangeError, Problem, Trouble};
use rstest::rstest;

#[rstest]
#[case(28, Trouble::NoRoom)]
#[case(122, Trouble::NoRoom)]
#[case(30, Trouble::WriteProtected)]
#[case(5, Trouble::Device)]
#[case(19, Trouble::Gone)]
#[case(2, Trouble::Gone)]
#[case(13, Trouble::Denied)]
#[case(16, Trouble::Busy)]
#[case(36, Trouble::NameTooLong)]
#[case(27, Trouble::FileTooBig)]
#[case(22, Trouble::NameRefused)]
#[case(4711, Trouble::Other(Some(4711)))]
fn linux_numbers_are_understood(#[case] code: i32, #[case] expected: Trouble) {
    assert_eq!(Trouble::on_linux(code), expected);
    if cfg!(target_os = "linux") {
        assert_eq!(Trouble::of(&io::Error::from_raw_os_error(code)), expected);
    }
}

#[rstest]
#[case(112, Trouble::NoRoom)]
#[case(19, Trouble::WriteProtected)]
#[case(21, Trouble::Gone)]
#[case(23, Trouble::Device)]
#[case(27, Trouble::Device)]
#[case(32, Trouble::Busy)]
#[case(433, Trouble::Gone)]
#[case(1117, Trouble::Device)]
#[case(1167, Trouble::Gone)]
#[case(5, Trouble::Denied)]
fn windows_numbers_are_understood(#[case] code: i32, #[case] expected: Trouble) {
    assert_eq!(Trouble::on_windows(code), expected);
}

fn is_one_russian_sentence(text: &str) -> bool {
    let first = text.chars().next().unwrap_or(' ');
    (first == '«' || ('А'..='Я').contains(&first))
        && text.ends_with('.')
        && !text.contains(". ")
        && !text.contains("..")
        // What happened, and what to do.
        && text.contains([';', ':'])
        && !text.chars().any(|c| c.is_ascii_alphabetic() && !"ZIP".contains(c))
}

#[test]
fn every_error_is_one_sentence() {
    let name = || "Имя".to_owned();
    let codes = (0..200).chain([206, 223, 433, 1117, 1167, 1295, 1392]);
    let mut errors: Vec<ExchangeError> = codes
        .flat_map(|code| [Trouble::on_linux(code), Trouble::on_windows(code)])
        .chain([Trouble::Other(None)])
        .flat_map(|trouble| {
            let source = || io::Error::other("the system's words");
            [
                ExchangeError::Write { at: "Опись".to_owned(), trouble, source: source() },
                ExchangeError::Read { at: "Опись".to_owned(), trouble, source: source() },
            ]
        })
        .collect();
    errors.extend([
        ExchangeError::ReadBackDiffers { file: name() },
        ExchangeError::NoRoom { needed: 5_000_000, free: 1 },
        ExchangeError::NoPlace { at: name() },
        ExchangeError::Foreign { name: name() },
        ExchangeError::DamagedOld { name: name() },
        ExchangeError::ForeignInside { file: name() },
        ExchangeError::PlaceBusy,
        ExchangeError::NoRoomForNames { name: name() },
        ExchangeError::Leftover { name: name() },
        ExchangeError::SourceChanged { path: name() },
        ExchangeError::Sealed { name: name() },
        ExchangeError::WrongPassword { name: name() },
        ExchangeError::Empty,
        ExchangeError::PathTooLong { path: name() },
        ExchangeError::FileTooBig { path: name() },
        ExchangeError::Archive { name: name(), source: zip::result::ZipError::FileNotFound },
        ExchangeError::Cancelled,
        ExchangeError::NotAPackage { name: name() },
        ExchangeError::BrokenZip { name: name() },
        ExchangeError::TooMany { name: name(), limit: 10 },
        ExchangeError::TooBig { name: name(), limit: 10 },
        ExchangeError::BadManifest { why: "он пуст".to_owned() },
        ExchangeError::NoSuchData { name: name() },
        ExchangeError::DataChanged { name: name() },
    ]);
    for error in errors {
        assert!(is_one_russian_sentence(&error.to_string()), "{error}");
    }
    let date = ExchangeError::BadDate { year: 1979, month: 2, day: 3 }.to_string();
    assert!(date.contains("03.02.1979"), "{date}");
    let room = ExchangeError::NoRoom { needed: 5_000_000, free: 1_048_576 }.to_string();
    assert!(room.contains("не хватает 3,8 МБ (нужно 4,8 МБ)"), "{room}");
}

#[test]
fn every_problem_is_one_sentence() {
    let path = || "Имя".to_owned();
    for problem in [
        Problem::Missing { path: path() },
        Problem::Changed { path: path() },
        Problem::Unreadable { path: path(), trouble: Trouble::Device },
        Problem::Extra { path: path() },
        Problem::ExtraFolder { path: path() },
        Problem::Link { path: path() },
        Problem::Duplicate { path: path() },
        Problem::BadManifest { why: "он пуст".to_owned() },
    ] {
        assert!(is_one_russian_sentence(&problem.to_string()), "{problem}");
    }
}
