//! Opening ten years and saving a field.

use std::path::Path;
use std::time::Duration;

use pps_app::Workplace;
use pps_app::domain::records::Record;
use pps_tests::{StandingClock, day};

use crate::budget::{line, median, plain, quantile, timed};
use crate::years;

/// A folder in memory where there is one: a save is then measured without the disk's flush.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

pub(crate) fn measure() {
    open_twenty_years();
    for (place, folder) in [("in memory", folder()), ("on the disk", tempfile::tempdir().unwrap())] {
        let file = folder.path().join("year.db");
        let clock = StandingClock::on("2026-08-20");
        let workplace = Workplace::create(&file, clock.clone()).unwrap();
        workplace.take_in("Десять лет", years::ten_years()).unwrap();
        workplace.close().unwrap();

        let open = median(10, |_| Workplace::open(&file, clock.clone()).unwrap().close());
        line(&format!("open and close ten years, {place}"), open, 50.0);
        let workplace = Workplace::open(&file, clock).unwrap();
        let community = workplace.community(None).unwrap();
        let read = median(10, |_| workplace.community_records(community).unwrap());
        plain(&format!("read all records of the community, {place}"), read);
        let check = median(10, |_| workplace.check(community, day("2026-09-02")).unwrap());
        plain(&format!("findings of a day, {place}"), check);

        let records = workplace.community_records(community).unwrap();
        let mut meeting = records.meetings.values().next().unwrap().clone();
        let (_, mut seen) = workplace.record(meeting.id.0).unwrap().unwrap();
        let times: Vec<Duration> = (0..200)
            .map(|number| {
                meeting.topic = format!("Тема {number}");
                let record = Record::from(meeting.clone());
                let (took, kept) = timed(|| workplace.save(record, Some(seen)).unwrap());
                seen = kept.revision;
                took
            })
            .collect();
        let what = format!("save a field of a protocol, {place}");
        let median = quantile(times, 0.5);
        if place == "in memory" { line(&what, median, 2.0) } else { plain(&what, median) }
    }
}

fn open_twenty_years() {
    let folder = folder();
    let file = folder.path().join("year.db");
    let clock = StandingClock::on("2026-08-20");
    let workplace = Workplace::create(&file, clock.clone()).unwrap();
    workplace.take_in("Двадцать лет", years::twenty_years()).unwrap();
    workplace.close().unwrap();
    let open = median(10, |_| {
        let workplace = Workplace::open(&file, clock.clone()).unwrap();
        let community = workplace.community(None).unwrap();
        workplace.community_records(community).unwrap();
    });
    line("open twenty years of 150 rows and 12 meetings, all read", open, 100.0);
}
