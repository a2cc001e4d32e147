//! Papers of the example year, and the report on a year that is as full as a year can be.

use std::time::Duration;

use pps_app::domain::records::{Meeting, Record};
use pps_app::editing::Revision;
use pps_app::example;
use pps_app::papers::{PaperKind, PaperRequest};
use pps_tests::{Fixture, full_year, pages};

use crate::budget::{against, line, median, peer_heading, plain, quantile, timed};
use crate::by_hand;
use crate::years::long_protocol;

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
    measure_typing();
    measure_beside_by_hand();
}

/// The first meeting of the example, and its protocol not signed, so that it can be written in.
fn unsigned() -> (Vec<Record>, Meeting) {
    let mut records = example::records().unwrap();
    let meeting = records.iter_mut().find_map(|record| match record {
        Record::Meeting(meeting) => Some(meeting),
        _ => None,
    });
    let meeting = meeting.unwrap();
    meeting.protocol.as_mut().unwrap().signed = None;
    let meeting = meeting.clone();
    (records, meeting)
}

/// A protocol in which another word of a decision is written each time.
struct Written {
    fixture: Fixture,
    meeting: Meeting,
    seen: Revision,
}

impl Written {
    fn of(records: Vec<Record>, meeting: Meeting) -> Self {
        let fixture = Fixture::of(records);
        let (_, seen) = fixture.workplace.record(meeting.id.0).unwrap().unwrap();
        Self { fixture, meeting, seen }
    }

    fn write(&mut self, run: usize) -> PaperRequest {
        let protocol = self.meeting.protocol.as_mut().unwrap();
        let number = protocol.number.unwrap();
        let question = protocol.items.len() / 2;
        let item = protocol.items.iter_mut().skip(question).find(|item| !item.decisions.is_empty()).unwrap();
        item.decisions[0].text = format!("Признать работу за {run} дней удовлетворительной");
        let kept = self.fixture.workplace.save(self.meeting.clone().into(), Some(self.seen)).unwrap();
        self.seen = kept.revision;
        self.fixture.request(PaperKind::Protocol, "2026-08-20").number(number)
    }
}

/// One text was changed, and the paper beside the form follows: it is set again, and the page that shows it is drawn.
fn measure_typing() {
    let mut records = example::records().unwrap();
    let long = long_protocol(&records);
    records.push(long.clone().into());
    let (usual_records, usual) = unsigned();
    for (what, records, meeting, budget) in
        [("40 questions", records, long, 40.0), ("a usual protocol", usual_records, usual, 8.0)]
    {
        let mut written = Written::of(records, meeting);
        let (mut set, mut drawn) = (Vec::new(), Vec::new());
        let mut before = Vec::new();
        let mut anew = 0;
        for run in 0..21 {
            let request = written.write(run);
            let (took, composed) = timed(|| written.fixture.workplace.compose(&request).unwrap());
            let prints = composed.prints();
            let changed: Vec<usize> =
                (0..prints.len()).filter(|page| prints.get(*page) != before.get(*page)).collect();
            if run > 0 {
                set.push(took);
                anew = anew.max(changed.len());
                let page = changed.first().copied().unwrap_or_default();
                drawn.push(timed(|| composed.page_image(page, 1.5).unwrap()).0);
            }
            before = prints;
        }
        line(&format!("{what}: set again after one text"), quantile(set, 0.5), budget);
        line(
            &format!("{what}: a page drawn ({anew} of {} were other ones)", before.len()),
            quantile(drawn, 0.5),
            10.0,
        );
    }
}

/// Each page by our program and by hand: set anew, when another paper was set before, as it is when somebody opens one;
/// and after one text was changed.
fn measure_beside_by_hand() {
    peer_heading("the same page by hand in bare Typst, as PDF");
    let (records, meeting) = unsigned();
    let mut written = Written::of(records, meeting);
    let another = written.fixture.request(PaperKind::Protocol, "2026-08-20").number(3);
    for (what, anew) in [("a usual protocol, anew", true), ("a usual protocol, after one text", false)] {
        let runs = (0..15).map(|run| {
            let request = written.write(run + if anew { 100 } else { 200 });
            let page = by_hand::PROTOCOL.replace("Признать", &format!("Признать за {run} дней"));
            if anew {
                forget(&written.fixture, &another, by_hand::EVENTS);
            }
            beside(&written.fixture, &request, &page)
        });
        told(what, runs.collect());
    }
    let fixture = Fixture::example();
    let [events, roster] =
        [PaperKind::Events, PaperKind::Roster].map(|kind| fixture.request(kind, "2026-08-20"));
    let runs = (0..15).map(|_| {
        forget(&fixture, &roster, by_hand::PROTOCOL);
        beside(&fixture, &events, by_hand::EVENTS)
    });
    told("the register of events, anew", runs.collect());
}

/// Empties Typst's memory, and sets another paper and another page.
fn forget(fixture: &Fixture, paper: &PaperRequest, page: &str) {
    comemo::evict(0);
    fixture.workplace.paper(paper).unwrap();
    by_hand::pdf(page);
}

fn beside(fixture: &Fixture, paper: &PaperRequest, page: &str) -> (Duration, Duration) {
    let (ours, _) = timed(|| fixture.workplace.paper(paper).unwrap());
    (ours, timed(|| by_hand::pdf(page)).0)
}

fn told(what: &str, runs: Vec<(Duration, Duration)>) {
    let (ours, theirs) = runs.into_iter().unzip();
    let [ours, theirs] = [ours, theirs].map(|times| quantile(times, 0.5).as_secs_f64() * 1000.0);
    against(what, (ours, theirs), 1.3, "ms");
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
    // Another day each time: all but the title page is answered from Typst's memory.
    let next = median(10, |run| report(&fixture, &format!("2026-08-{:02}", run + 1)));
    line(&format!("full report of {long} pages with pictures, next"), next, 150.0);
    let anew = median(10, |run| {
        comemo::evict(0);
        report(&fixture, &format!("2026-07-{:02}", run + 1))
    });
    line("the same, with nothing of it in Typst's memory", anew, 150.0);
}

/// The word that asks for one report in a process of its own.
pub(crate) const FIRST_REPORT: &str = "first-report";

/// Says how many nanoseconds the first report of the process takes.
pub(crate) fn tell_first_report() {
    let fixture = Fixture::of(full_year());
    let (first, _) = timed(|| report(&fixture, "2026-08-20"));
    println!("{}", first.as_nanos());
}
