//! Data folders for the window to open.

use std::path::Path;

use pps_app::domain::ids::MeetingId;
use pps_app::domain::records::Record;
use pps_app::{Workplace, example};
use pps_tests::StandingClock;
use tempfile::TempDir;

use crate::years;

/// The file that the window opens by itself.
const OWN: &str = "year.db";

/// A folder with the program's data.
pub(super) struct Data {
    folder: TempDir,
}

impl Data {
    /// The first start.
    pub(super) fn nothing() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The example year as somebody's own.
    pub(super) fn example() -> Self {
        Self::holding(example::records().unwrap())
    }

    /// Ten years of records.
    pub(super) fn ten_years() -> Self {
        Self::holding(years::ten_years())
    }

    /// The example with one more meeting, as long as any will be; the protocol is not signed.
    pub(super) fn long_protocol() -> (Self, MeetingId) {
        let mut records = example::records().unwrap();
        let meeting = years::long_protocol(&records);
        let id = meeting.id;
        records.push(meeting.into());
        (Self::holding(records), id)
    }

    /// The example with one of its meetings not signed yet.
    pub(super) fn usual_protocol() -> (Self, MeetingId) {
        let mut records = example::records().unwrap();
        let meeting = records.iter_mut().find_map(|record| match record {
            Record::Meeting(meeting) => Some(meeting),
            _ => None,
        });
        let meeting = meeting.expect("the example has meetings");
        meeting.protocol.as_mut().expect("with protocols").signed = None;
        let id = meeting.id;
        (Self::holding(records), id)
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn holding(records: Vec<Record>) -> Self {
        let data = Self::nothing();
        let clock = StandingClock::on("2026-08-20");
        let workplace = Workplace::create(&data.folder().join(OWN), clock).unwrap();
        workplace.take_in("Для измерения", records).unwrap();
        workplace.close().unwrap();
        data
    }
}
