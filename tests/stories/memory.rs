//! The records of the open file are kept in memory: what is printed or counted reads nothing, a save reads its own record
//! alone, and whatever was done, or refused, the memory says what the disk says.

use std::collections::BTreeMap;
use std::sync::Arc;

use pps_app::AppError;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::community_records::CommunityRecords;
use pps_app::domain::records::{
    AttachmentRole, Attendance, Meeting, Membership, Person, PersonFacts, Presence, Record, Submission,
    SubmittedPaper,
};
use pps_app::domain::russian::FullName;
use pps_app::editing::Revision;
use pps_app::papers::{PaperKind, PaperRequest};
use pps_tests::{Fixture, day};
use uuid::Uuid;

const YEAR: SchoolYear = SchoolYear(2025);

/// The statements that read the text of a record.
fn reading(statements: &[String]) -> Vec<&String> {
    statements.iter().filter(|statement| statement.contains("record.body")).collect()
}

fn second_meeting(fixture: &Fixture) -> Meeting {
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    records.meetings.values().find(|meeting| meeting.number() == Some(2)).unwrap().clone()
}

#[test]
fn a_field_of_a_protocol_is_saved_by_reading_that_record_at_most_twice_and_no_other() {
    let fixture = Fixture::example();
    let mut meeting = second_meeting(&fixture);
    // The first save after the opening reads the names of the people once, for the search.
    for (number, most_others) in [(1, usize::MAX), (2, 0), (3, 0)] {
        meeting.topic = format!("Тема, которую пишут в {number}-й раз");
        let (_, seen) = fixture.workplace.record(meeting.id.0).unwrap().unwrap();
        let record = Record::from(meeting.clone());
        let save = || fixture.workplace.save(record, Some(seen)).unwrap();
        let (_, statements) = fixture.workplace.statements_of(save).unwrap();
        let own = format!("x\'{}\'", meeting.id.0.simple());
        let (own, others): (Vec<_>, Vec<_>) =
            reading(&statements).into_iter().partition(|statement| statement.to_lowercase().contains(&own));
        assert!((1..=2).contains(&own.len()), "{own:#?}");
        assert!(others.len() <= most_others, "{others:#?}");
    }
}

#[test]
fn a_preview_the_findings_and_the_figures_read_nothing() {
    let fixture = Fixture::example();
    let Fixture { workplace, community, .. } = &fixture;
    let today = day("2026-05-20");
    let protocol = fixture.request(PaperKind::Protocol, "2026-05-20").number(2);
    let report = PaperRequest { full: true, ..fixture.request(PaperKind::Report, "2026-05-20") };
    let look = || {
        workplace.compose(&protocol).unwrap();
        workplace.compose(&report).unwrap();
        workplace.overview(*community, today).unwrap();
        workplace.report_figures(*community, YEAR, today).unwrap();
        workplace.left_over(*community, YEAR, today).unwrap();
        workplace.plan_proposals(*community, YEAR.next()).unwrap();
        workplace.seen(*community).unwrap();
    };
    // The page asks for the records when the file is opened.
    workplace.seen(*community).unwrap();
    let ((), statements) = workplace.statements_of(look).unwrap();
    assert_eq!(statements, Vec::<String>::new());
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    fn any<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.below(things.len()))
    }
}

/// Does something that a person could do, or something that must be refused.
fn act(fixture: &Fixture, dice: &mut Dice, step: usize) -> Result<(), AppError> {
    let Fixture { workplace, community, .. } = fixture;
    let seen = workplace.seen(*community)?;
    let any = dice.any(&seen).unwrap().clone();
    let id = any.record.id();
    let revision = Some(Revision(any.revision));
    let records = workplace.community_records(*community)?;
    match dice.below(16) {
        0..=3 => workplace.save(changed(any.record, step), revision).map(drop),
        4 => workplace.save(changed(any.record, step), Some(Revision(any.revision + 7))).map(drop),
        5 => workplace.delete(id).map(drop),
        6 => {
            let bin = workplace.bin()?;
            dice.any(&bin).map_or(Ok(()), |binned| workplace.restore(binned.id).map(drop))
        }
        7 | 8 => workplace.undo().map(drop),
        9 => workplace.redo().map(drop),
        10 => {
            // A new member, whom nothing named before.
            let ids = workplace.new_ids(2);
            let person = person(ids[0], step);
            let membership = Membership {
                id: ids[1].into(),
                community: *community,
                person: person.id,
                from: day("2025-09-01"),
                to: None,
                joined_by: None,
                left_by: None,
                place: 90,
                roles: Vec::new(),
            };
            workplace.save_all(vec![(membership.into(), None), (person.into(), None)]).map(drop)
        }
        11 => {
            // Somebody whom nothing names yet comes to a meeting, or is taken out of it.
            let stranger = person(workplace.new_ids(1)[0], step);
            workplace.save(stranger.clone().into(), None)?;
            let meetings: Vec<_> = records.meetings.values().collect();
            let mut meeting = Meeting::clone(dice.any(&meetings).unwrap());
            if dice.below(2) == 0 {
                meeting.attendance.pop();
            } else {
                meeting.attendance.push(attendance(&stranger));
            }
            let (_, seen) = workplace.record(meeting.id.0)?.unwrap();
            workplace.save(meeting.into(), Some(seen)).map(drop)
        }
        12 => {
            let members: Vec<_> = records.memberships.keys().collect();
            dice.any(&members).map_or(Ok(()), |member| workplace.remove_member(**member).map(drop))
        }
        13 => {
            let meetings: Vec<_> = records.meetings.keys().collect();
            let meeting = **dice.any(&meetings).unwrap();
            let (_, seen) = workplace.record(meeting.0)?.unwrap();
            match workplace.unsign_protocol(meeting, seen) {
                Err(_) => workplace.sign_protocol(meeting, day("2026-08-19"), seen).map(drop),
                done => done.map(drop),
            }
        }
        14 => {
            let mark = Submission {
                id: workplace.new_ids(1)[0].into(),
                community: *community,
                school_year: YEAR,
                date: day("2026-08-19"),
                incoming: String::new(),
                papers: [SubmittedPaper::Plan, SubmittedPaper::Report].into(),
                note: String::new(),
                texts: BTreeMap::new(),
                returned: None,
                reopened: false,
            };
            workplace.submit(mark, None).map(drop)
        }
        _ => {
            let file = fixture.path("scan.txt");
            std::fs::write(&file, format!("{step}")).unwrap();
            workplace.attach_files(id, AttachmentRole::Document, &[file])?;
            // A part of a plan that is gone is let go of by whoever names it.
            let Some(mut plan) = records.plan(YEAR).cloned() else { return Ok(()) };
            let (_, seen) = workplace.record(plan.id.0)?.unwrap();
            plan.tasks.pop();
            workplace.save(plan.into(), Some(seen)).map(drop)
        }
    }
}

fn changed(record: Record, step: usize) -> Record {
    let text = format!("Изменено на шаге {step}");
    match record {
        Record::Meeting(meeting) => Meeting { topic: text, ..meeting }.into(),
        Record::Activity(mut activity) => {
            activity.text = text;
            activity.responsible.pop();
            activity.into()
        }
        Record::Person(mut person) => {
            person.contact = text;
            // The organisation of a person comes and goes.
            if let Some(facts) = person.facts.last_mut() {
                facts.organisation = None;
            }
            person.into()
        }
        Record::Organisation(mut organisation) => {
            organisation.short_name = text;
            organisation.into()
        }
        Record::Community(mut community) => {
            community.district = text;
            community.base = None;
            community.into()
        }
        other => other,
    }
}

fn person(id: Uuid, step: usize) -> Person {
    let name = FullName { surname: format!("Новая{step}"), ..FullName::default() };
    let facts = PersonFacts { name, ..PersonFacts::default() };
    Person { facts: vec![facts], ..Person::new(id.into()) }
}

fn attendance(person: &Person) -> Attendance {
    Attendance { person: person.id, presence: Presence::Present { came_after: None, left_before: None } }
}

/// What the memory holds.
fn all(fixture: &Fixture) -> (Vec<(Record, i64)>, Arc<CommunityRecords>) {
    let seen = fixture.workplace.seen(fixture.community).unwrap();
    let seen = seen.into_iter().map(|seen| (seen.record, seen.revision)).collect();
    (seen, fixture.workplace.community_records(fixture.community).unwrap())
}

#[test]
fn after_any_acts_and_refusals_the_memory_says_what_the_disk_says() {
    let mut dice = Dice(20_260_830);
    let (mut done, mut refused) = (0, 0);
    for _ in 0..4 {
        let mut fixture = Fixture::example();
        for round in 0..10 {
            // Asked first, so that there is a memory to be kept.
            all(&fixture);
            for step in 0..8 {
                match act(&fixture, &mut dice, round * 8 + step) {
                    Ok(()) => done += 1,
                    Err(_) => refused += 1,
                }
            }
            let remembered = all(&fixture);
            // Another day, so that no identifier comes twice.
            fixture = fixture.reopened(&format!("2026-08-{}", 21 + round));
            let kept = all(&fixture);
            assert_eq!(remembered.0, kept.0);
            assert!(remembered.1 == kept.1, "{:#?}\n{:#?}", remembered.1, kept.1);
        }
    }
    assert!(done > 120 && refused > 15, "{done} done, {refused} refused");
}
