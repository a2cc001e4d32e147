//! Old formats stay readable. A change that breaks this loses data: add a step to the codec's formats and a
//! folder of fixtures for the new format, and leave the old ones as they are.

use std::fs;
use std::path::PathBuf;

use pps_domain::records::Kind;
use pps_store::codec::{Stored, decode, decode_foreign, encode};
use serde_json::Value;

fn fixture(format: u32, kind: Kind) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    fs::read_to_string(folder.join(format!("format-{format}/{kind}.json"))).ok()
}

#[test]
fn every_format_that_ever_was_is_read_and_stays_what_it_was() {
    for kind in Kind::ALL {
        let current = kind.format();
        for format in 1..=current {
            let text = fixture(format, *kind).unwrap_or_else(|| panic!("no fixture for {kind} {format}"));
            let value: Value = serde_json::from_str(&text).unwrap();
            let record =
                decode_foreign(*kind, format, value.clone()).unwrap_or_else(|fault| panic!("{fault}"));
            assert_eq!(record.kind(), *kind);
            let stored = Stored { format, text };
            assert_eq!(decode(*kind, &stored).unwrap(), record);
            let written = encode(&record).unwrap();
            assert_eq!(written.format, current);
            if format == current {
                // The fixture fills every field, so nothing may come or go on the way through.
                let written: Value = serde_json::from_str(&written.text).unwrap();
                assert_eq!(written, value, "{kind}");
            }
        }
    }
}
