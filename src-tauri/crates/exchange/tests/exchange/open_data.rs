//! The open data comes back exactly as it was written, or not at all.

use std::fs;
use std::path::PathBuf;

use pps_exchange::{ExchangeError, RealDisk, open_data_names, read_open_data, read_open_data_on};

use crate::samples::{NAME, SERVICE, package, write, write_as_zip};

const YEAR: &str = "{\"edition\":\"первый\"}";

fn both(stick: &tempfile::TempDir) -> [PathBuf; 2] {
    write(&package("первый"), stick.path());
    write_as_zip(&package("первый"), stick.path());
    [stick.path().join(NAME), stick.path().join(format!("{NAME}.zip"))]
}

#[test]
fn the_open_data_is_read_from_a_folder_and_from_an_archive() {
    let stick = tempfile::tempdir().unwrap();
    for path in both(&stick) {
        assert_eq!(open_data_names(&path).unwrap(), ["year.json"]);
        assert_eq!(read_open_data(&path, "year.json").unwrap(), YEAR.as_bytes());
    }
}

#[test]
fn a_name_that_is_not_there_leads_nowhere() {
    let stick = tempfile::tempdir().unwrap();
    for path in both(&stick) {
        for name in ["roster.json", "../Опись.pdf", "SHA256SUMS", ""] {
            let refused = read_open_data(&path, name);
            assert!(matches!(refused, Err(ExchangeError::NoSuchData { .. })), "{name}: {refused:?}");
        }
    }
}

#[test]
fn a_large_file_is_not_read_into_memory() {
    let stick = tempfile::tempdir().unwrap();
    let exact = YEAR.len() as u64;
    for path in both(&stick) {
        assert!(read_open_data_on(&RealDisk, &path, "year.json", exact).is_ok());
        let refused = read_open_data_on(&RealDisk, &path, "year.json", exact - 1);
        assert!(matches!(refused, Err(ExchangeError::TooBig { .. })), "{refused:?}");
    }
}

#[test]
fn changed_data_is_refused() {
    let stick = tempfile::tempdir().unwrap();
    let [folder, _] = both(&stick);
    let place = folder.join(SERVICE).join("year.json");
    fs::write(&place, "{}").unwrap();
    assert!(matches!(read_open_data(&folder, "year.json"), Err(ExchangeError::DataChanged { .. })));
    fs::remove_file(&place).unwrap();
    assert!(matches!(read_open_data(&folder, "year.json"), Err(ExchangeError::DataChanged { .. })));
}
