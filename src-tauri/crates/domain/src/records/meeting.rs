use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::attendance::{ATTENDANCE, GUEST};
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words};
use super::protocol::PROTOCOL;
use super::{Attendance, Guest, Kind, PartKind, PartLink, Presence, Protocol, TypedTable};
use crate::calendar::{ClockTime, SchoolYear};
use crate::community_records::PlacedDecision;
use crate::ids::{CommunityId, MeetingId, PersonId, PlannedMeetingId};
use crate::russian::date_in_table;

/// A meeting (заседание, п. 4.5) with its protocol (п. 4.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Identifier.
    pub id: MeetingId,
    /// Whose meeting.
    pub community: CommunityId,
    /// The school year it belongs to. It is said, not computed: the first meeting is often held in August.
    pub school_year: SchoolYear,
    /// The day, or the first day of a period.
    pub date: NaiveDate,
    /// The last day, where it took several.
    #[serde(default)]
    pub last_day: Option<NaiveDate>,
    /// When it begins on its day.
    #[serde(default)]
    pub begins: Option<ClockTime>,
    /// When it ends on its last day.
    #[serde(default)]
    pub ends: Option<ClockTime>,
    /// Planned, held or cancelled.
    pub status: MeetingStatus,
    /// Topic of the whole meeting.
    #[serde(default)]
    pub topic: String,
    /// Town or village, where it is not the community's own.
    #[serde(default)]
    pub place: String,
    /// The school: «МБОУ «Батуринская СШ»».
    #[serde(default)]
    pub venue: String,
    /// In person, remotely or both.
    #[serde(default)]
    pub mode: Option<MeetingMode>,
    /// «с видеосвязью»
    #[serde(default)]
    pub mode_note: String,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub planned: Option<PlannedMeetingId>,
    /// Who presided.
    #[serde(default)]
    pub chair: Option<PersonId>,
    /// Who wrote the protocol.
    #[serde(default)]
    pub secretary: Option<PersonId>,
    /// Members, present and absent.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
    /// How many members were present, where only that is known and nobody is listed by name.
    #[serde(default)]
    pub present_count: Option<u32>,
    /// Of how many.
    #[serde(default)]
    pub members_count: Option<u32>,
    /// Invited people who are not members.
    #[serde(default)]
    pub guests: Vec<Guest>,
    /// Guests of whom only the number or the body is known: «администрация школы — 2 человека».
    #[serde(default)]
    pub guests_in_words: String,
    /// The protocol, once it is begun.
    #[serde(default)]
    pub protocol: Option<Protocol>,
}

impl Meeting {
    /// Whether it has been held by the given day.
    #[must_use]
    pub fn held_by(&self, on: NaiveDate) -> bool {
        self.status == MeetingStatus::Held && self.date <= on
    }

    /// The number of the protocol, where it has one.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        self.protocol.as_ref().and_then(|protocol| protocol.number)
    }

    /// Whether the protocol has been signed by the given day.
    #[must_use]
    pub fn signed_by(&self, on: NaiveDate) -> bool {
        let signed = self.protocol.as_ref().and_then(|protocol| protocol.signed.as_ref());
        signed.is_some_and(|signed| signed.date <= on)
    }

    /// SHA-256 of the text that was signed; none where it is not kept: the protocol is not signed, or was written
    /// elsewhere and is here as a scan.
    #[must_use]
    pub fn frozen_text(&self) -> Option<&str> {
        self.protocol.as_ref()?.signed.as_ref()?.paper.as_deref()
    }

    /// Whether the same stands on the paper of both: what became of the decisions, what was mended after the
    /// signatures, the day of signing, the row of the plan and what a question deals with stand on none.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.on_paper() == other.on_paper()
    }

    fn on_paper(&self) -> Self {
        let mut bare = Self { planned: None, ..self.clone() };
        if let Some(protocol) = &mut bare.protocol {
            protocol.corrections.clear();
            protocol.signed = None;
            for item in &mut protocol.items {
                item.about = None;
                for decision in &mut item.decisions {
                    decision.moves.clear();
                    decision.mark = None;
                }
            }
        }
        bare
    }

    /// Whether its day lies in its school year or in the August before it: the first meeting is often held then.
    #[must_use]
    pub fn lies_within_its_year(&self) -> bool {
        (self.school_year.eve()..=self.school_year.end()).contains(&self.date)
    }

    /// «протокол № 2 от 16.01.2026», «протокол заседания 16.01.2026» where it has no number.
    #[must_use]
    pub fn name(&self) -> String {
        match self.number() {
            Some(number) => format!("протокол №\u{a0}{number} от {}", date_in_table(self.date)),
            None => format!("протокол заседания {}", date_in_table(self.date)),
        }
    }

    /// The last day of the meeting.
    #[must_use]
    pub fn ended(&self) -> NaiveDate {
        self.last_day.filter(|last| self.date <= *last).unwrap_or(self.date)
    }
}

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum MeetingStatus {
    /// To be held.
    Planned,
    /// Held.
    Held,
    /// Will not be held.
    Cancelled,
}

/// How a meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum MeetingMode {
    /// «очно»
    InPerson,
    /// «дистанционно»
    Remote,
    /// «смешанно»
    Mixed,
}

impl MeetingMode {
    /// «очно», «дистанционно», «смешанно»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::InPerson => "очно",
            Self::Remote => "дистанционно",
            Self::Mixed => "смешанно",
        }
    }
}

const STATES: &[(&str, &str)] = &[("planned", "предстоит"), ("held", "проведено"), ("cancelled", "отменено")];

const MODES: &[(&str, &str)] = &[("in_person", "очно"), ("remote", "дистанционно"), ("mixed", "смешанно")];

impl Entity for Meeting {
    const WORDS: Words = Words {
        one: "заседание",
        gender: Gender::Neuter,
        counted: ["заседание", "заседания", "заседаний"],
        unnamed: "Заседание",
        act: ActName::Title(&[("Протокол", Gender::Masculine)]),
        room: "meetings",
        opens: "заседание",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("school_year", "Учебный год", Form::SchoolYear),
        Field::new("date", "Дата заседания", Form::Day),
        Field::new("last_day", "Последний день", Form::Day),
        Field::new("begins", "Начало", Form::Time),
        Field::new("ends", "Окончание", Form::Time),
        Field::new("status", "Состояние", Form::Choice(STATES)),
        Field::new("topic", "Тема заседания", Form::Line),
        Field::new("place", "Город или посёлок", Form::Line),
        Field::new("venue", "Место: школа", Form::Line),
        Field::new("mode", "Форма", Form::Choice(MODES)),
        Field::new("mode_note", "Уточнение формы", Form::Line),
        Field::new("planned", "Строка плана", Form::Parts("строка, которой в плане больше нет")),
        Field::new("chair", "Председатель", Form::Person),
        Field::new("secretary", "Секретарь", Form::Person),
        Field::new("attendance", "Присутствие", Form::List(ATTENDANCE)),
        Field::new("present_count", "Присутствовало, человек", Form::Number),
        Field::new("members_count", "Из скольких", Form::Number),
        Field::new("guests", "Приглашены", Form::List(GUEST)),
        Field::new("guests_in_words", "Приглашены, без имён", Form::Line),
        Field::new("protocol", "Протокол", Form::Group(PROTOCOL)),
    ];
    const FORMAT: u32 = 5;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(self.school_year)
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.date)
    }

    fn happened(&self) -> Option<NaiveDate> {
        (self.status == MeetingStatus::Held).then_some(self.date)
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        let date = date_in_table(self.date);
        match self.number() {
            Some(number) => format!("Протокол № {number} от {date}"),
            None => format!("Заседание {date}"),
        }
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        match self.number() {
            Some(number) => format!("протокол №\u{a0}{number}"),
            None => format!("заседание {}", date_in_table(self.date)),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.topic, &self.place, &self.venue, &self.mode_note]);
        if let Some(protocol) = &self.protocol {
            protocol.texts(texts);
        }
        for guest in &self.guests {
            texts.name(&guest.name);
            texts.add_all([&guest.post, &guest.organisation]);
        }
        texts.add(&self.guests_in_words);
        for member in &self.attendance {
            if let Presence::Absent(absence) = &member.presence {
                texts.add(&absence.reason);
            }
        }
    }

    fn links(&self, links: &mut Links) {
        links.add("chair", Kind::Person, self.chair);
        links.add("secretary", Kind::Person, self.secretary);
        links.add("person", Kind::Person, self.attendance.iter().map(|member| member.person));
        if let Some(protocol) = &self.protocol {
            protocol.links(links);
        }
    }

    fn parts(&self) -> Vec<Part> {
        let items = self.protocol.iter().flat_map(|protocol| &protocol.items);
        let parts = items.flat_map(|item| {
            let decisions =
                item.decisions.iter().map(|decision| Part::named(decision.id.0, PartKind::Decision));
            let tables = item.tables.iter().map(TypedTable::part);
            std::iter::once(Part::own(item.id.0)).chain(tables).chain(decisions)
        });
        parts.collect()
    }

    fn part_links(&self) -> Vec<PartLink> {
        let planned = self.planned.iter().map(|row| PartLink {
            id: row.0,
            kind: PartKind::PlannedMeeting,
            holder: None,
            field: "planned",
        });
        planned.collect()
    }

    fn lost_part(&self) -> Option<(&'static str, Uuid)> {
        let named = self.attendance.iter().flat_map(|member| match &member.presence {
            Presence::Present { came_after, left_before } => {
                [("came_after", *came_after), ("left_before", *left_before)]
            }
            Presence::Absent(_) => [("came_after", None), ("left_before", None)],
        });
        let mut named = named.filter_map(|(field, question)| Some((field, question?)));
        let items = || self.protocol.iter().flat_map(|protocol| &protocol.items);
        let lost = named.find(|(_, question)| items().all(|item| item.id != *question));
        lost.map(|(field, question)| (field, question.0))
    }

    fn part_title(&self, part: Uuid) -> Option<String> {
        let mut decisions = PlacedDecision::all_of(self);
        decisions.find(|placed| placed.decision.id.0 == part).map(|placed| placed.in_words())
    }

    fn unlink(&mut self, gone: &BTreeSet<Uuid>) {
        self.planned = self.planned.filter(|row| !gone.contains(&row.0));
        for item in self.protocol.iter_mut().flat_map(|protocol| &mut protocol.items) {
            item.about = item.about.filter(|record| !gone.contains(record));
        }
    }
}
