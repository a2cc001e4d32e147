//! A data file in a temporary folder, and records to put into it.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use pps_domain::calendar::{SchoolYear, day};
use pps_domain::ids::*;
use pps_domain::records::*;
use pps_domain::russian::FullName;
use pps_store::{NewOperation, Store};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) const TODAY: (i32, u32, u32) = (2026, 1, 20);

pub(crate) fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

/// An identifier that looks like the real ones and is the same in every run.
pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | number)
}

pub(crate) fn instant(seconds: i64) -> DateTime<Utc> {
    let start = DateTime::from_timestamp(1_768_900_000, 0).unwrap();
    start + TimeDelta::seconds(seconds)
}

pub(crate) struct TempStore {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
}

impl TempStore {
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("year.db");
        Self { folder, path }
    }

    pub(crate) fn new() -> Self {
        let place = Self::empty();
        Store::create(&place.path).unwrap();
        place
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(&self.path, None, today()).unwrap()
    }

    /// Names of all files in the folder, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

pub(crate) fn operation(number: u128, name: &str) -> NewOperation {
    NewOperation {
        id: id(0xffff_0000 + number),
        at: instant(i64::try_from(number).unwrap() * 100),
        name: name.to_owned(),
        merge: false,
    }
}

pub(crate) fn put(store: &Store, number: u128, records: Vec<Record>) {
    store
        .write(operation(number, "Внесены записи"), move |writer| {
            for record in records {
                let seen = writer.get(record.id())?.map(|(_, revision)| revision);
                writer.put(record, seen)?;
            }
            Ok::<_, pps_store::StoreError>(())
        })
        .unwrap();
}

pub(crate) fn get(store: &Store, id: Uuid) -> Option<Record> {
    store.read(move |reader| reader.get(id)).unwrap().map(|(record, _)| record)
}

pub(crate) const COMMUNITY: u128 = 1;

pub(crate) fn community() -> Community {
    Community {
        id: CommunityId(id(COMMUNITY)),
        name: "Профессиональное педагогическое сообщество учителей русского языка и литературы".into(),
        short_name: "ППС учителей русского языка".into(),
        body: None,
        body_words: None,
        district: "Рыбновский муниципальный район Рязанской области".into(),
        higher_body: String::new(),
        place: "г. Рыбное".into(),
        base: None,
        officials: vec![],
        kept_since: None,
        example_day: None,
        settings: Settings::default(),
    }
}

pub(crate) fn school(number: u128, name: &str) -> Organisation {
    Organisation {
        id: OrganisationId(id(number)),
        name: name.into(),
        short_name: String::new(),
        kind: OrganisationKind::School,
        low_results: false,
        unfavourable_conditions: false,
    }
}

pub(crate) fn person(number: u128, name: &str, organisation: Option<u128>) -> Person {
    Person {
        facts: vec![PersonFacts {
            name: FullName::parse(name),
            post: "учитель русского языка".into(),
            organisation: organisation.map(|number| OrganisationId(id(number))),
            ..PersonFacts::default()
        }],
        ..Person::new(PersonId(id(number)))
    }
}

pub(crate) fn difficulty(number: u128, title: &str) -> Difficulty {
    Difficulty { id: DifficultyId(id(number)), community: CommunityId(id(COMMUNITY)), title: title.into() }
}

pub(crate) fn meeting(number: u128, protocol: u32, date: NaiveDate, topic: &str, people: &[u128]) -> Meeting {
    Meeting {
        id: MeetingId(id(number)),
        community: CommunityId(id(COMMUNITY)),
        school_year: SchoolYear::containing(date),
        date,
        last_day: None,
        begins: None,
        ends: None,
        status: MeetingStatus::Held,
        topic: topic.into(),
        place: String::new(),
        venue: String::new(),
        mode: None,
        mode_note: String::new(),
        planned: None,
        chair: None,
        secretary: None,
        attendance: people
            .iter()
            .map(|number| Attendance { person: PersonId(id(*number)), presence: Presence::throughout() })
            .collect(),
        present_count: None,
        members_count: None,
        guests: vec![],
        guests_in_words: String::new(),
        protocol: Some(Protocol {
            number: Some(protocol),
            items: vec![AgendaItem {
                id: AgendaItemId(id(number * 0x1000)),
                topic: topic.into(),
                reporters: vec![],
                about: None,
                heard: String::new(),
                tables: vec![],
                spoke: vec![],
                decisions: vec![],
                vote: None,
            }],
            ..Protocol::default()
        }),
    }
}

pub(crate) fn attachment(number: u128, to: u128, name: &str, sha256: String, size: u64) -> Attachment {
    Attachment {
        id: AttachmentId(id(number)),
        community: CommunityId(id(COMMUNITY)),
        belongs_to: id(to),
        role: AttachmentRole::SignedScan,
        name: name.into(),
        sha256,
        size,
        pages: None,
        media_type: "image/png".into(),
        added: None,
    }
}
