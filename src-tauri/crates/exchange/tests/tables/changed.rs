//! Files of every form, changed anywhere: they are read or refused in a sentence, and nothing ends the program or takes
//! long.

use std::path::Path;
use std::time::Instant;

use pps_domain::text::is_clean;
use pps_exchange::spreadsheets::{read_pasted, read_table_file};
use proptest::prelude::*;
use proptest::sample::Index;

use super::open_documents::{ods, rows_of_everything};
use super::pages::PAGE;

/// A change: where, and what stands there then.
fn change() -> impl Strategy<Value = (Index, Vec<u8>)> {
    let words =
        ["\"", "9999999999", "<", ">", "-1", "\u{0}", "&#x0;", "</table:table-row>", "<td rowspan=9999>"];
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..6),
        prop::sample::select(words.to_vec()).prop_map(|word| word.as_bytes().to_vec()),
        Just(vec![0xff; 4]),
    ];
    (any::<Index>(), bytes)
}

fn changed(whole: &[u8], changes: &[(Index, Vec<u8>)], insert: bool) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for (at, new) in changes {
        let at = at.index(bytes.len());
        let end = if insert { at } else { (at + new.len()).min(bytes.len()) };
        bytes.splice(at..end, new.iter().copied());
    }
    bytes
}

fn is_read_or_refused(name: &str, bytes: &[u8]) {
    let began = Instant::now();
    match read_table_file(Path::new(name), bytes) {
        Ok(sheets) => {
            for sheet in &sheets {
                assert_eq!(sheet.rows.len(), sheet.row_numbers.len());
                assert!(sheet.hidden_rows.iter().all(|row| *row < sheet.rows.len()));
                assert!(sheet.struck.iter().all(|cell| cell.column < sheet.rows[cell.row].len()));
                assert!(sheet.rows.iter().flatten().all(|cell| is_clean(cell)));
            }
        }
        Err(told) => assert!(told.to_string().ends_with('.'), "{told}"),
    }
    assert!(began.elapsed().as_secs() < 10, "{name} took {:?}", began.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_old_workbook_changed_anywhere(changes in prop::collection::vec(change(), 1..6)) {
        is_read_or_refused("план.xls", &changed(include_bytes!("../fixtures/plan.xls"), &changes, false));
    }

    #[test]
    fn a_table_of_libre_office_changed_anywhere(changes in prop::collection::vec(change(), 1..6), insert: bool) {
        let rows = changed(rows_of_everything().as_bytes(), &changes, insert);
        is_read_or_refused("план.ods", &ods(&String::from_utf8_lossy(&rows)));
    }

    #[test]
    fn a_page_changed_anywhere(changes in prop::collection::vec(change(), 1..6), insert: bool) {
        let page = changed(PAGE.as_bytes(), &changes, insert);
        is_read_or_refused("план.html", &page);
        let _ = read_pasted("", Some(&String::from_utf8_lossy(&page)));
    }

    #[test]
    fn a_workbook_of_one_file_changed_anywhere(changes in prop::collection::vec(change(), 1..6), insert: bool) {
        is_read_or_refused("план.xls", &changed(super::old_workbooks::ONE_FILE.as_bytes(), &changes, insert));
    }
}
