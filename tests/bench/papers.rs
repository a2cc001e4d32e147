//! Papers of the example year.

use pps_app::domain::calendar::SchoolYear;
use pps_app::papers::{PaperKind, PlanOrder};
use pps_tests::{Desk, day};

use crate::budget::{line, median, plain, timed};

pub(crate) fn measure() {
    let desk = Desk::example();
    let on = day("2026-08-20");
    let print = |kind: PaperKind| desk.workplace.paper(desk.community, kind, SchoolYear(2025), on).unwrap();
    let (first, _) = timed(|| print(PaperKind::Protocol { number: 1 }));
    line("protocol as PDF, first in the process", first, 40.0);
    // Another protocol each time, so that nothing is answered from Typst's memory of the very same paper.
    let next = median(30, |run| print(PaperKind::Protocol { number: 1 + (run % 3) as u32 }));
    line("protocol as PDF, next", next, 8.0);
    let (cold, _) = timed(|| print(PaperKind::Report { full: true }));
    line("full report with pictures, first", cold, 150.0);
    line("full report with pictures, next", median(10, |_| print(PaperKind::Report { full: true })), 150.0);
    plain("plan, next", median(10, |_| print(PaperKind::Plan { by: PlanOrder::ByDirection })));
}
