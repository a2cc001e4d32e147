//! Searching 100 000 records.

use std::time::Duration;

use pps_app::Workplace;
use pps_tests::StandingClock;

use crate::budget::{line, plain, quantile, timed};
use crate::years;

pub(crate) fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("year.db");
    let clock = StandingClock::on("2026-08-20");
    let workplace = Workplace::create(&file, clock).unwrap();
    let records = years::meetings(100_000);
    let (took, ()) = timed(|| drop(workplace.take_in("Сто тысяч записей", records).unwrap()));
    plain("take in 100 000 protocols", took);
    let asked = [
        "заседание",
        "критериальное оценивание",
        "Ларина",
        "практик",
        "слово777",
        "бат",
        "план год",
        "нетничего",
    ];
    let times: Vec<Duration> = (0..400)
        .map(|number| timed(|| workplace.search(asked[number % asked.len()], None).unwrap()).0)
        .collect();
    plain("search in 100 000 protocols, median", quantile(times.clone(), 0.5));
    line("search in 100 000 protocols, p95", quantile(times, 0.95), 5.0);
}
