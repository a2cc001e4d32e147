//! What the tests across the crates share: a fixture with a clock that stands still, and the eyes of a reader for
//! the papers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(target_os = "linux")]
mod driver;
#[cfg(target_os = "linux")]
mod hand;
mod reading;
#[cfg(target_os = "linux")]
mod screen;
mod word;
mod workbook;
mod years;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::records::Record;
use pps_app::papers::{PaperKind, PaperRequest};
use pps_app::{Clock, Workplace};
use tempfile::TempDir;
use uuid::Uuid;

#[cfg(target_os = "linux")]
pub use driver::Driver;
#[cfg(target_os = "linux")]
pub use hand::Hand;
pub use reading::{Page, pages, rows, text, words};
#[cfg(target_os = "linux")]
pub use screen::{Picture, Screen};
pub use word::word_with_tables;
pub use workbook::{sheet_of, workbook_of, workbook_parts, zipped};
pub use years::{full_year, nearly_empty_year, years_up_to_the_example};

/// A clock that stands still and counts identifiers.
pub struct StandingClock {
    today: NaiveDate,
    ids: AtomicU64,
}

impl StandingClock {
    /// Standing on the day, at noon.
    #[must_use]
    pub fn on(today: &str) -> Arc<Self> {
        Arc::new(Self { today: day(today), ids: AtomicU64::new(1) })
    }
}

impl Clock for StandingClock {
    fn now(&self) -> DateTime<Utc> {
        self.today.and_hms_opt(12, 0, 0).expect("noon is on every day").and_utc()
    }

    fn today(&self) -> NaiveDate {
        self.today
    }

    fn time(&self) -> NaiveTime {
        self.now().time()
    }

    fn new_id(&self) -> Uuid {
        let number = u128::from(self.ids.fetch_add(1, Ordering::Relaxed));
        // Another day counts apart, as real identifiers are ordered by time.
        let day = u128::from(self.today.num_days_from_ce().unsigned_abs());
        Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 | day << 96 | number)
    }
}

/// A folder of its own with a data file.
pub struct Fixture {
    folder: TempDir,
    /// The open data file.
    pub workplace: Workplace,
    /// Its community.
    pub community: CommunityId,
}

impl Fixture {
    /// The example year, on the day of 20 August 2026.
    #[must_use]
    pub fn example() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("year.db");
        let clock = StandingClock::on("2026-08-20");
        let workplace = Workplace::create_example(&file, clock).expect("the example opens");
        let community = workplace.community(None).expect("the example has one community");
        Self { folder, workplace, community }
    }

    /// A file of these records, on the day of 20 August 2026.
    #[must_use]
    pub fn of(records: Vec<Record>) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("year.db");
        let workplace = Workplace::create(&file, StandingClock::on("2026-08-20")).expect("a file is made");
        workplace.take_in("Записи для проверки", records).expect("the records fit");
        let community = workplace.community(None).expect("the records have one community");
        Self { folder, workplace, community }
    }

    /// The same file, closed and opened again on another day.
    #[must_use]
    pub fn reopened(self, today: &str) -> Self {
        let Self { folder, workplace, community } = self;
        workplace.close().unwrap();
        let file = folder.path().join("year.db");
        let workplace = Workplace::open(&file, StandingClock::on(today)).expect("the file opens again");
        Self { folder, workplace, community }
    }

    /// A paper of the school year 2025/2026 on a day.
    #[must_use]
    pub fn request(&self, kind: PaperKind, on: &str) -> PaperRequest {
        PaperRequest::new(self.community, kind, SchoolYear(2025), day(on))
    }

    /// A path in the fixture's folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The day written `YYYY-MM-DD`.
///
/// # Panics
/// The text is no date.
#[must_use]
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}
