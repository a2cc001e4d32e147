//! Data folders for the window to open.

use std::path::{Path, PathBuf};

use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::MeetingId;
use pps_app::domain::records::Record;
use pps_app::papers::{PaperForm, PaperKind, PaperRequest};
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

    /// Twenty years, with more in each than anybody has.
    pub(super) fn twenty_years() -> Self {
        Self::holding(years::twenty_years())
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

    /// A protocol of the example as a document for a word processor, beside the records.
    pub(super) fn document(&self) -> PathBuf {
        let workplace = Workplace::open(&self.folder().join(OWN), StandingClock::on("2026-08-20")).unwrap();
        let community = workplace.community(None).unwrap();
        let records = workplace.community_records(community).unwrap();
        let meeting = records.meetings.keys().next().expect("the example has meetings");
        let on = "2026-08-20".parse().unwrap();
        let request =
            PaperRequest::new(community, PaperKind::Protocol, SchoolYear(2025), on).of_meeting(*meeting);
        let (_, bytes) = workplace.paper_file(&request, PaperForm::Docx).unwrap();
        workplace.close().unwrap();
        let path = self.folder().join("protocol.docx");
        std::fs::write(&path, bytes).unwrap();
        path
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
