//! The paper beside a form shows what is being typed before it is saved.

use pps_app::domain::records::Meeting;
use pps_app::papers::{PaperKind, PaperRequest};
use pps_tests::{Fixture, text};

#[test]
fn a_paper_shows_what_is_being_typed_and_nothing_of_it_is_kept() {
    const TYPED: &str = "Слова, которых ещё нет на диске";
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let unsigned = |meeting: &&Meeting| meeting.number() == Some(3);
    let mut meeting = records.meetings.values().find(unsigned).unwrap().clone();
    let protocol = meeting.protocol.as_mut().unwrap();
    protocol.signed = None;
    fixture
        .workplace
        .save(meeting.clone().into(), fixture.workplace.record(meeting.id.0).unwrap().map(|one| one.1))
        .unwrap();
    let request: PaperRequest = fixture.request(PaperKind::Protocol, "2026-08-20").of_meeting(meeting.id);
    let before = fixture.workplace.compose(&request).unwrap().pdf().unwrap();

    meeting.protocol.as_mut().unwrap().items[0].heard = TYPED.to_owned();
    let ahead = fixture.workplace.compose_ahead(&request, vec![meeting.into()]).unwrap();
    let printed = text(&ahead.pdf().unwrap());
    assert!(printed.contains(TYPED), "{printed}");
    // The records are as they were, and so is their paper.
    assert_eq!(fixture.workplace.compose(&request).unwrap().pdf().unwrap(), before);
    assert!(fixture.workplace.compose_ahead(&request, Vec::new()).unwrap().pdf().unwrap() == before);
}
