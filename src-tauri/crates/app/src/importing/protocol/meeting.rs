//! What was read of a protocol as a record.

use pps_domain::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::import::protocol::{ReadDecision, ReadItem, ReadProtocol, ReadSpeaker, ReadTable};
use pps_domain::records::{
    Absence, AgendaItem, Annex, Attendance, Decision, Meeting, MeetingStatus, Presence, Protocol, Reporter,
    Speaker, Speech, TypedTable,
};

use super::ProtocolAsked;
use crate::workplace::Workplace;

impl Workplace {
    pub(super) fn meeting_of(&self, read: &ReadProtocol, asked: &ProtocolAsked, date: NaiveDate) -> Meeting {
        let present = read.present.iter().map(|person| (*person, Presence::throughout()));
        let absent = read
            .absent
            .iter()
            .map(|absence| (absence.person, Presence::Absent(Absence { reason: absence.reason.clone() })));
        let attendance = present.chain(absent).map(|(person, presence)| Attendance { person, presence });
        let by_name = !read.present.is_empty();
        Meeting {
            id: self.clock.new_id().into(),
            community: asked.community,
            school_year: SchoolYear(asked.year),
            date,
            last_day: read.last_day.filter(|last| date < *last),
            begins: read.begins,
            ends: read.ends,
            status: MeetingStatus::Held,
            topic: read.topic.clone(),
            place: read.place.clone(),
            venue: read.venue.clone(),
            mode: read.mode,
            mode_note: read.mode_note.clone(),
            planned: None,
            chair: read.chair,
            secretary: read.secretary,
            attendance: attendance.collect(),
            present_count: read.present_count.filter(|_| !by_name),
            members_count: read.members_count.filter(|_| !by_name),
            guests: read.guests.clone(),
            guests_in_words: read.guests_in_words.clone(),
            protocol: Some(Protocol {
                number: read.number,
                items: read.items.iter().map(|item| self.item_of(item)).collect(),
                quorum: read.quorum.clone(),
                annexes: read
                    .annexes
                    .iter()
                    .map(|title| Annex { title: title.clone(), sheets: None })
                    .collect(),
                ..Protocol::default()
            }),
        }
    }

    fn item_of(&self, item: &ReadItem) -> AgendaItem {
        let reporters = item.reporters.iter();
        let reporters = reporters.map(|one| Reporter { speaker: speaker(one), post: one.post.clone() });
        let spoke = item.spoke.iter().map(|speech| {
            let post = &speech.speaker.post;
            // A speech has no place for a post; the text has.
            let text = match (post.as_str(), speech.text.as_str()) {
                ("", text) => text.to_owned(),
                (post, "") => post.to_owned(),
                (post, text) => format!("({post}) {text}"),
            };
            Speech { speaker: speaker(&speech.speaker), text }
        });
        AgendaItem {
            id: self.clock.new_id().into(),
            topic: item.topic.clone(),
            reporters: reporters.collect(),
            about: None,
            heard: item.heard.clone(),
            tables: item.tables.iter().map(|table| self.table_of(table)).collect(),
            spoke: spoke.collect(),
            decisions: item.decisions.iter().map(|decision| self.decision_of(decision)).collect(),
            vote: item.vote,
        }
    }

    fn table_of(&self, table: &ReadTable) -> TypedTable {
        let ReadTable { title, columns, rows } = table.clone();
        TypedTable { id: self.clock.new_id().into(), title, columns, rows }
    }

    fn decision_of(&self, decision: &ReadDecision) -> Decision {
        Decision {
            id: self.clock.new_id().into(),
            kind: decision.kind,
            text: decision.text.clone(),
            addressee: None,
            responsible: decision.responsible.clone(),
            responsible_in_words: decision.responsible_in_words.clone(),
            term: decision.term.clone(),
            moves: Vec::new(),
            mark: None,
        }
    }
}

fn speaker(read: &ReadSpeaker) -> Speaker {
    match read.person {
        Some(person) => Speaker::Person(person),
        None => Speaker::Named(read.name.clone()),
    }
}
