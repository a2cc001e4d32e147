//! Attendance, votes and numbers of protocols, whatever was entered; and the finished protocol.

#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;

use pps_domain::calendar::{SchoolYear, day};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{AgendaItemId, AttachmentId, CommunityId, MeetingId, PersonId};
use pps_domain::records::{
    Absence, AgendaItem, Attachment, AttachmentRole, Attendance, Community, Meeting, MeetingStatus, Presence,
    Protocol, Settings, Vote,
};
use pps_domain::rules::findings;
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

const YEAR: SchoolYear = SchoolYear(2025);
const COMMUNITY: CommunityId = CommunityId(Uuid::from_u128(1));

fn records() -> CommunityRecords {
    CommunityRecords::new(Community {
        id: COMMUNITY,
        name: "Сообщество".into(),
        short_name: String::new(),
        body: None,
        body_words: None,
        district: String::new(),
        higher_body: String::new(),
        place: String::new(),
        base: None,
        officials: vec![],
        kept_since: Some(day(2025, 9, 1)),
        example_day: None,
        settings: Settings::default(),
    })
}

fn question(place: usize) -> AgendaItemId {
    AgendaItemId(Uuid::from_u128(0x100 + place as u128))
}

fn item(place: usize, vote: Option<Vote>) -> AgendaItem {
    AgendaItem {
        id: question(place),
        topic: "О чтении".into(),
        reporters: vec![],
        about: None,
        heard: String::new(),
        tables: vec![],
        spoke: vec![],
        decisions: vec![],
        vote,
    }
}

fn meeting(id: u128, attendance: Vec<Attendance>, protocol: Option<Protocol>) -> Meeting {
    Meeting {
        id: MeetingId(Uuid::from_u128(id)),
        community: COMMUNITY,
        school_year: YEAR,
        date: day(2026, 1, 16),
        last_day: None,
        begins: None,
        ends: None,
        status: MeetingStatus::Held,
        topic: String::new(),
        place: String::new(),
        venue: String::new(),
        mode: None,
        mode_note: String::new(),
        planned: None,
        chair: None,
        secretary: None,
        attendance,
        present_count: None,
        members_count: None,
        guests: vec![],
        guests_in_words: String::new(),
        protocol,
    }
}

const QUESTIONS: usize = 5;

/// Somebody who was away, or came and left at any question, in any order, perhaps at one that is not there.
fn presence() -> impl Strategy<Value = Presence> {
    let at = || prop::option::of((0..QUESTIONS + 2).prop_map(question));
    prop_oneof![
        Just(Presence::Absent(Absence::default())),
        (at(), at()).prop_map(|(came_after, left_before)| Presence::Present { came_after, left_before }),
    ]
}

fn attendances() -> impl Strategy<Value = Vec<Attendance>> {
    let one = (0..12_u128, presence());
    prop::collection::vec(one, 0..20).prop_map(|all| {
        let person = |number| PersonId(Uuid::from_u128(0x1000 + number));
        all.into_iter().map(|(number, presence)| Attendance { person: person(number), presence }).collect()
    })
}

fn told(records: &CommunityRecords, said: &str) -> Vec<String> {
    let found = findings(records, day(2026, 1, 17));
    found.into_iter().map(|finding| finding.message).filter(|message| message.contains(said)).collect()
}

proptest! {
    #[test]
    fn never_more_vote_than_were_present(attendance in attendances()) {
        let items = (0..QUESTIONS).map(|place| item(place, None)).collect();
        let protocol = Protocol { items, ..Protocol::default() };
        let meeting = meeting(2, attendance, Some(protocol));
        let (present, listed) = meeting.present_of();
        prop_assert!(present <= listed);
        let known = |id: &Option<AgendaItemId>| id.is_some_and(|id| (0..QUESTIONS).any(|at| question(at) == id));
        let stayed = meeting.listed().filter(|member| match &member.presence {
            Presence::Present { came_after, left_before } => !known(came_after) && !known(left_before),
            Presence::Absent(_) => false,
        }).count();
        for place in 0..QUESTIONS {
            prop_assert!(meeting.voters(place) <= present);
            prop_assert!(meeting.voters(place) >= stayed, "who was there all the time votes on everything");
        }
    }

    #[test]
    fn who_came_during_a_question_votes_from_the_next_and_who_left_does_not(
        came in 0..QUESTIONS, left in 0..QUESTIONS,
    ) {
        let presence = Presence::Present {
            came_after: Some(question(came)), left_before: Some(question(left)),
        };
        let one = Attendance { person: PersonId(Uuid::from_u128(7)), presence };
        let items = (0..QUESTIONS).map(|place| item(place, None)).collect();
        let meeting = meeting(2, vec![one], Some(Protocol { items, ..Protocol::default() }));
        for place in 0..QUESTIONS {
            prop_assert_eq!(meeting.voters(place), usize::from(came < place && place < left));
        }
    }

    #[test]
    fn votes_that_do_not_add_up_are_found_and_others_are_not(
        attendance in attendances(), pro in 0..14_u32, against in 0..3_u32, abstained in 0..3_u32,
    ) {
        let vote = Vote::Counted { r#for: pro, against, abstained };
        let protocol = Protocol { number: Some(1), items: vec![item(0, Some(vote))], ..Protocol::default() };
        let meeting = meeting(2, attendance, Some(protocol));
        let given = usize::try_from(pro + against + abstained).unwrap();
        let wrong = !meeting.attendance.is_empty() && given != meeting.voters(0);
        let mut records = records();
        records.meetings.insert(meeting.id, meeting);
        prop_assert_eq!(told(&records, "голосов").len(), usize::from(wrong));
    }

    #[test]
    fn a_gap_or_a_double_is_found_exactly_where_there_is_one(
        numbers in prop::collection::vec(1..12_u32, 1..10),
    ) {
        let mut records = records();
        for (number, id) in numbers.iter().zip(10..) {
            let protocol = Protocol { number: Some(*number), ..Protocol::default() };
            let meeting = meeting(id, vec![], Some(protocol));
            records.meetings.insert(meeting.id, meeting);
        }
        let distinct: BTreeSet<u32> = numbers.iter().copied().collect();
        let doubled = distinct.iter().filter(|one| numbers.iter().filter(|other| other == one).count() > 1);
        prop_assert_eq!(told(&records, "стоит у нескольких протоколов").len(), doubled.count());
        let last = distinct.last().copied().unwrap_or_default();
        let gaps = (1..=last).filter(|one| !distinct.contains(one) && distinct.contains(&(one + 1))).count();
        prop_assert_eq!(told(&records, "нет протокол").len(), gaps);
    }
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

#[rstest]
#[case::word(AttachmentRole::Document, DOCX, 0)]
#[case::pdf(AttachmentRole::Document, "application/pdf", 0)]
#[case::scan(AttachmentRole::SignedScan, "application/pdf", 0)]
#[case::photograph_of_the_meeting(AttachmentRole::Document, "image/jpeg", 1)]
#[case::another_use(AttachmentRole::Proof, "application/pdf", 1)]
fn a_finished_protocol_needs_no_questions(
    #[case] role: AttachmentRole,
    #[case] media_type: &str,
    #[case] expected: usize,
) {
    let mut records = records();
    let one = Attendance { person: PersonId(Uuid::from_u128(7)), presence: Presence::throughout() };
    let meeting = meeting(2, vec![one], Some(Protocol { number: Some(1), ..Protocol::default() }));
    let file = Attachment {
        id: AttachmentId(Uuid::from_u128(3)),
        community: COMMUNITY,
        belongs_to: meeting.id.0,
        role,
        name: "Протокол".into(),
        sha256: String::new(),
        size: 1,
        pages: None,
        media_type: media_type.into(),
        added: None,
    };
    records.meetings.insert(meeting.id, meeting);
    assert_eq!(told(&records, "нет вопросов").len(), 1);
    records.attachments.insert(file.id, file);
    assert_eq!(told(&records, "нет вопросов").len(), expected);
}
