use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Activity, Attachment, Community, Difficulty, Meeting, Membership, Order, Organisation, Person, Plan,
    Presence, Report, Speaker, Submission, Survey,
};
use crate::calendar::SchoolYear;
use crate::ids::{AgendaItemId, CommunityId, PersonId};

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// The kind of a record, by the word that names it in open data.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $($(#[$doc])* $name),+ }

        impl Kind {
            /// All kinds, in the order in which open data lists them: what is named comes before what names it.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// «meeting»
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// The kind named by a word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
            }
        }

        /// Any record.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
        #[serde(tag = "kind", content = "record", rename_all = "snake_case")]
        pub enum Record { $($(#[$doc])* $name($name)),+ }

        impl Record {
            /// Its kind.
            #[must_use]
            pub fn kind(&self) -> Kind {
                match self { $(Self::$name(_) => Kind::$name),+ }
            }

            /// Its identifier.
            #[must_use]
            pub fn id(&self) -> Uuid {
                match self { $(Self::$name(record) => record.id.0),+ }
            }
        }

        $(impl From<$name> for Record {
            fn from(record: $name) -> Self { Self::$name(record) }
        })+
    };
}

records! {
    /// A community.
    Community = "community",
    /// An organisation.
    Organisation = "organisation",
    /// A person.
    Person = "person",
    /// An order.
    Order = "order",
    /// A membership.
    Membership = "membership",
    /// A difficulty.
    Difficulty = "difficulty",
    /// A survey.
    Survey = "survey",
    /// A plan.
    Plan = "plan",
    /// A meeting with its protocol.
    Meeting = "meeting",
    /// A row of a plan.
    Activity = "activity",
    /// A report.
    Report = "report",
    /// A handing-over.
    Submission = "submission",
    /// An attached file.
    Attachment = "attachment",
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Record {
    /// The community it belongs to; people and organisations are common to all.
    #[must_use]
    pub fn community(&self) -> Option<CommunityId> {
        match self {
            Self::Community(record) => Some(record.id),
            Self::Organisation(_) | Self::Person(_) => None,
            Self::Order(record) => Some(record.community),
            Self::Membership(record) => Some(record.community),
            Self::Difficulty(record) => Some(record.community),
            Self::Survey(record) => Some(record.community),
            Self::Plan(record) => Some(record.community),
            Self::Meeting(record) => Some(record.community),
            Self::Activity(record) => Some(record.community),
            Self::Report(record) => Some(record.community),
            Self::Submission(record) => Some(record.community),
            Self::Attachment(record) => Some(record.community),
        }
    }

    /// The school year it carries itself.
    #[must_use]
    pub fn school_year(&self) -> Option<SchoolYear> {
        match self {
            Self::Order(record) => record.school_year,
            Self::Survey(record) => Some(record.school_year),
            Self::Plan(record) => Some(record.school_year),
            Self::Meeting(record) => Some(record.school_year),
            Self::Report(record) => Some(record.school_year),
            Self::Submission(record) => Some(record.school_year),
            _ => None,
        }
    }

    /// The day under which it is listed and found; none for what has no day of its own.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Order(record) => Some(record.date),
            Self::Membership(record) => Some(record.from),
            Self::Survey(record) => Some(record.held.first_day()),
            Self::Plan(record) => Some(record.school_year.start()),
            Self::Meeting(record) => Some(record.date),
            Self::Activity(record) => {
                record.mark.as_ref().and_then(|mark| mark.date).map(|date| date.first_day())
            }
            Self::Report(record) => Some(record.school_year.end()),
            Self::Submission(record) => Some(record.date),
            Self::Attachment(record) => record.added,
            Self::Community(_) | Self::Organisation(_) | Self::Person(_) | Self::Difficulty(_) => None,
        }
    }

    /// What it names. All of it must exist, be of the kind, and, where it has a community, be of the same one.
    #[must_use]
    pub fn links(&self) -> BTreeSet<Link> {
        let mut links = Links::default();
        if let Some(community) = self.community()
            && !matches!(self, Self::Community(_))
        {
            links.add("community", Kind::Community, [community.0]);
        }
        match self {
            Self::Community(record) => links.add("base", Kind::Organisation, record.base.map(|id| id.0)),
            Self::Organisation(_) | Self::Order(_) | Self::Difficulty(_) => {}
            Self::Report(_) | Self::Submission(_) => {}
            Self::Person(record) => {
                let organisations = record.facts.iter().filter_map(|facts| facts.organisation);
                links.add("organisation", Kind::Organisation, organisations.map(|id| id.0));
            }
            Self::Membership(record) => {
                links.add("person", Kind::Person, [record.person.0]);
                links.add("joined_by", Kind::Order, record.joined_by.map(|id| id.0));
                links.add("left_by", Kind::Order, record.left_by.map(|id| id.0));
            }
            Self::Survey(record) => {
                links.add("difficulty", Kind::Difficulty, record.rows.iter().map(|row| row.difficulty.0));
            }
            Self::Plan(record) => {
                for meeting in &record.meetings {
                    links.add("responsible", Kind::Person, people(&meeting.responsible));
                }
                let adopted = record.adopted.iter().filter_map(|adopted| adopted.meeting);
                links.add("meeting", Kind::Meeting, adopted.map(|id| id.0));
            }
            Self::Activity(record) => {
                links.add("plan", Kind::Plan, [record.plan.0]);
                links.add("responsible", Kind::Person, people(&record.responsible));
                links.add("organisations", Kind::Organisation, record.organisations.iter().map(|id| id.0));
                links.add("difficulties", Kind::Difficulty, record.difficulties.iter().map(|id| id.0));
                links.add("meetings", Kind::Meeting, record.meetings.iter().map(|id| id.0));
            }
            Self::Meeting(record) => meeting_links(record, &mut links),
            Self::Attachment(record) => links.add("belongs_to", None, [record.belongs_to]),
        }
        links.0
    }

    /// A question that it names by its identifier and does not hold, with the field that names it.
    #[must_use]
    pub fn lost_question(&self) -> Option<(&'static str, AgendaItemId)> {
        let Self::Meeting(record) = self else { return None };
        let named = record.attendance.iter().flat_map(|one| match &one.presence {
            Presence::Present { came_after, left_before } => {
                [("came_after", *came_after), ("left_before", *left_before)]
            }
            Presence::Absent(_) => [("came_after", None), ("left_before", None)],
        });
        let mut named = named.filter_map(|(field, question)| Some((field, question?)));
        let items = || record.protocol.iter().flat_map(|protocol| &protocol.items);
        named.find(|(_, question)| items().all(|item| item.id != *question))
    }
}

fn people(ids: &[PersonId]) -> impl Iterator<Item = Uuid> {
    ids.iter().map(|id| id.0)
}

fn meeting_links(meeting: &Meeting, links: &mut Links) {
    links.add("chair", Kind::Person, meeting.chair.map(|id| id.0));
    links.add("secretary", Kind::Person, meeting.secretary.map(|id| id.0));
    links.add("person", Kind::Person, meeting.attendance.iter().map(|one| one.person.0));
    let corrections = meeting.protocol.iter().flat_map(|protocol| &protocol.corrections);
    links.add("corrected_by", Kind::Meeting, corrections.filter_map(|one| one.meeting).map(|id| id.0));
    for item in meeting.protocol.iter().flat_map(|protocol| &protocol.items) {
        let speakers = item.reporter.iter().chain(item.spoke.iter().map(|speech| &speech.speaker));
        let known = speakers.filter_map(|speaker| match speaker {
            Speaker::Person(person) => Some(person.0),
            Speaker::Named(_) => None,
        });
        links.add("person", Kind::Person, known);
        for decision in &item.decisions {
            links.add("responsible", Kind::Person, people(&decision.responsible));
            links.add("addressee", Kind::Organisation, decision.addressee.map(|id| id.0));
        }
    }
}

/// What a record names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The record that is named.
    pub id: Uuid,
    /// Its kind; none where a record of any kind may stand.
    pub kind: Option<Kind>,
    /// The innermost field that names it, by its word in open data.
    pub field: &'static str,
}

/// Links on their way together.
#[derive(Default)]
struct Links(BTreeSet<Link>);

impl Links {
    fn add(
        &mut self,
        field: &'static str,
        kind: impl Into<Option<Kind>>,
        ids: impl IntoIterator<Item = Uuid>,
    ) {
        let kind = kind.into();
        self.0.extend(ids.into_iter().map(|id| Link { id, kind, field }));
    }
}
