//! Taking in 100 000 records and searching them.

use std::time::Duration;

use pps_app::Workplace;
use pps_app::domain::ids::CommunityId;
use pps_tests::StandingClock;

use crate::budget::{line, plain, quantile, timed};
use crate::years;

const ASKED: [&str; 8] = [
    "заседание",
    "критериальное оценивание",
    "Ларина",
    "практик",
    "слово777",
    "бат",
    "план год",
    "нетничего",
];

pub(crate) fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("year.db");
    let clock = StandingClock::on("2026-08-20");
    let workplace = Workplace::create(&file, clock).unwrap();
    let records = years::meetings(100_000);
    let (took, ()) = timed(|| drop(workplace.take_in("Сто тысяч записей", records).unwrap()));
    line("take in 100 000 protocols", took, 10_000.0);

    let read = questions(&workplace, None, 10);
    plain("search in 100 000 protocols, each read from the file, p95", quantile(read, 0.95));
    // The window has the records in memory from its start on, and searches those of its community.
    let community = workplace.community(None).unwrap();
    let (took, _) = timed(|| workplace.record(community.0).unwrap());
    plain("read 100 000 protocols into memory", took);
    for (whose, of) in [("", None), (" of one community", Some(community))] {
        let times = questions(&workplace, of, 50);
        plain(&format!("search in 100 000 protocols{whose}, median"), quantile(times.clone(), 0.5));
        line(&format!("search in 100 000 protocols{whose}, p95"), quantile(times, 0.95), 1.0);
    }
}

fn questions(workplace: &Workplace, community: Option<CommunityId>, rounds: usize) -> Vec<Duration> {
    let asked = ASKED.into_iter().cycle().take(ASKED.len() * rounds);
    asked.map(|words| timed(|| workplace.search(words, community).unwrap()).0).collect()
}
