//! Papers of the example year, and the report on a year that is as full as a year can be.

use std::time::Duration;

use pps_app::papers::{PaperKind, PaperRequest};
use pps_tests::{Fixture, full_year, pages};

use crate::budget::{line, median, plain, timed};

pub(crate) fn measure() {
    let fixture = Fixture::example();
    let request = |kind| fixture.request(kind, "2026-08-20");
    let print = |request: PaperRequest| fixture.workplace.paper(&request).unwrap();
    let (first, _) = timed(|| print(request(PaperKind::Protocol).number(1)));
    line("protocol as PDF, first in the process", first, 40.0);
    // Another protocol each time, so that nothing is answered from Typst's memory of the very same paper.
    let next = median(30, |run| print(request(PaperKind::Protocol).number(1 + (run % 3) as u32)));
    line("protocol as PDF, next", next, 8.0);
    measure_report();
    plain("plan, next", median(10, |_| print(request(PaperKind::Plan))));
}

/// The report with every section and the four pictures, of a large community with three years behind it.
fn report(fixture: &Fixture, on: &str) -> Vec<u8> {
    let report = PaperRequest { full: true, ..fixture.request(PaperKind::Report, on) };
    fixture.workplace.paper(&report).unwrap()
}

fn measure_report() {
    let fixture = Fixture::of(full_year());
    let long = pages(&report(&fixture, "2026-08-20")).len();
    // A process of its own, since the papers before have warmed this one.
    let own = std::env::current_exe().unwrap();
    let told = std::process::Command::new(own).arg(FIRST_REPORT).output().unwrap();
    let nanoseconds = String::from_utf8(told.stdout).unwrap().trim().parse().unwrap();
    let first = Duration::from_nanos(nanoseconds);
    line(&format!("full report of {long} pages with pictures, first in a process"), first, 150.0);
    // Another day each time, so that nothing is answered from Typst's memory of the very same paper.
    let next = median(10, |run| report(&fixture, &format!("2026-08-{:02}", run + 1)));
    line(&format!("full report of {long} pages with pictures, next"), next, 150.0);
}

/// The word that asks for one report in a process of its own.
pub(crate) const FIRST_REPORT: &str = "first-report";

/// Says how many nanoseconds the first report of the process takes.
pub(crate) fn tell_first_report() {
    let fixture = Fixture::of(full_year());
    let (first, _) = timed(|| report(&fixture, "2026-08-20"));
    println!("{}", first.as_nanos());
}
