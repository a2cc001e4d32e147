use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words};
use super::protocol::PROTOCOL;
use super::{Kind, PartKind, PartLink, Protocol};
use crate::calendar::{ClockTime, SchoolYear};
use crate::community_records::PlacedDecision;
use crate::ids::{AgendaItemId, CommunityId, MeetingId, PersonId, PlannedMeetingId};
use crate::russian::{FullName, date_in_table};

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
    /// signatures, the day of signing and the row of the plan stand on none.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.on_paper() == other.on_paper()
    }

    fn on_paper(&self) -> Self {
        let mut bare = Self { planned: None, ..self.clone() };
        if let Some(protocol) = &mut bare.protocol {
            protocol.corrections.clear();
            protocol.signed = None;
            for decision in protocol.items.iter_mut().flat_map(|item| &mut item.decisions) {
                decision.moves.clear();
                decision.mark = None;
            }
        }
        bare
    }

    /// How many members may vote on the question at the given place (from 0): those present, less those who came
    /// after it began or left before it.
    #[must_use]
    pub fn voters(&self, item: usize) -> usize {
        if self.attendance.is_empty() {
            return self.present_count.map_or(0, as_count);
        }
        self.listed().filter(|member| self.may_vote(&member.presence, item)).count()
    }

    /// Who was there and may not vote on the question at the given place (from 0).
    #[must_use]
    pub fn missed(&self, item: usize) -> Vec<PersonId> {
        let there = self.listed().filter(|member| member.presence.is_present());
        there.filter(|member| !self.may_vote(&member.presence, item)).map(|member| member.person).collect()
    }

    /// Whether somebody may vote on the question at the given place: there, not come after it began nor left before it.
    fn may_vote(&self, presence: &Presence, item: usize) -> bool {
        match presence {
            Presence::Absent(_) => false,
            Presence::Present { came_after, left_before } => {
                let came = self.place_of(*came_after).is_none_or(|came| came < item);
                let stayed = self.place_of(*left_before).is_none_or(|left| item < left);
                came && stayed
            }
        }
    }

    /// The place of a question in the agenda, from 0.
    fn place_of(&self, question: Option<AgendaItemId>) -> Option<usize> {
        let mut items = self.protocol.iter().flat_map(|protocol| &protocol.items);
        items.position(|item| Some(item.id) == question)
    }

    /// How the votes on a question differ from those who may vote; none where they add up, were not counted, or the
    /// attendance is not kept at all.
    #[must_use]
    pub fn vote_fault(&self, item: usize) -> Option<VoteFault> {
        let question = self.protocol.as_ref()?.items.get(item)?;
        let fault = VoteFault { given: question.vote?.given()?, voters: self.voters(item) as u64 };
        (self.presence_is_kept() && fault.given != fault.voters).then_some(fault)
    }

    /// Those who are marked as having left before they came.
    #[must_use]
    pub fn left_before_coming(&self) -> Vec<PersonId> {
        let backwards = self.listed().filter(|member| match member.presence {
            Presence::Present { came_after, left_before } => self
                .place_of(left_before)
                .zip(self.place_of(came_after))
                .is_some_and(|(left, came)| left <= came),
            Presence::Absent(_) => false,
        });
        backwards.map(|member| member.person).collect()
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

    /// Members, each once: where somebody was entered twice, the first entry stands.
    pub fn listed(&self) -> impl Iterator<Item = &Attendance> {
        let mut seen = BTreeSet::new();
        self.attendance.iter().filter(move |member| seen.insert(member.person))
    }

    /// The last day of the meeting.
    #[must_use]
    pub fn ended(&self) -> NaiveDate {
        self.last_day.filter(|last| self.date <= *last).unwrap_or(self.date)
    }

    /// Whether it is known how many members were there, by their names or by number.
    #[must_use]
    pub fn presence_is_kept(&self) -> bool {
        !self.attendance.is_empty() || self.present_count.is_some()
    }

    /// How many members were present and of how many; by number where nobody is listed. Of a number that stands alone
    /// it is not known of how many.
    #[must_use]
    pub fn turnout(&self) -> Option<(usize, Option<usize>)> {
        if self.attendance.is_empty() {
            let present = self.present_count.map(as_count)?;
            let members = self.members_count.map(as_count).filter(|members| present <= *members);
            return Some((present, members));
        }
        let (present, listed) = self.listed_present();
        Some((present, Some(listed)))
    }

    /// How many members were present and of how many: (8, 10); (0, 0) where that is not known.
    #[must_use]
    pub fn present_of(&self) -> (usize, usize) {
        match self.turnout() {
            Some((present, Some(members))) => (present, members),
            Some((_, None)) | None => (0, 0),
        }
    }

    fn listed_present(&self) -> (usize, usize) {
        let present = self.listed().filter(|member| member.presence.is_present()).count();
        (present, self.listed().count())
    }
}

/// As many of something as were typed.
fn as_count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Votes that do not add up to those who may vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoteFault {
    /// How many were given.
    pub given: u64,
    /// How many could be given.
    pub voters: u64,
}

impl VoteFault {
    /// «голосов 8, а голосовать могли 9: не хватает 1»
    #[must_use]
    pub fn in_words(self) -> String {
        let Self { given, voters } = self;
        let difference = if given > voters {
            format!("на {} больше", given - voters)
        } else {
            format!("не хватает {}", voters - given)
        };
        format!("голосов {given}, а голосовать могли {voters}: {difference}")
    }

    /// The same as a sentence.
    #[must_use]
    pub fn sentence(self) -> String {
        format!("{}.", self.in_words().replacen("голосов", "Голосов", 1))
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

/// Whether a member was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// The member.
    pub person: PersonId,
    /// Present or absent.
    pub presence: Presence,
}

/// Whether a member was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Presence {
    /// There, perhaps not all the time.
    Present {
        /// Came after the question began; does not vote on it or on those before.
        #[serde(default)]
        came_after: Option<AgendaItemId>,
        /// Left before the question; does not vote on it or on those after.
        #[serde(default)]
        left_before: Option<AgendaItemId>,
    },
    /// Not there.
    Absent(Absence),
}

impl Presence {
    /// Whether the member was there, if only for a part.
    #[must_use]
    pub fn is_present(&self) -> bool {
        matches!(self, Self::Present { .. })
    }

    /// There from beginning to end.
    #[must_use]
    pub fn throughout() -> Self {
        Self::Present { came_after: None, left_before: None }
    }
}

/// Why a member was not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// «болезнь»
    #[serde(default)]
    pub reason: String,
}

/// An invited person who is not a member.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Guest {
    /// Name.
    pub name: FullName,
    /// «методист»
    #[serde(default)]
    pub post: String,
    /// «РИМК»
    #[serde(default)]
    pub organisation: String,
}

const STATES: &[(&str, &str)] = &[("planned", "предстоит"), ("held", "проведено"), ("cancelled", "отменено")];

const MODES: &[(&str, &str)] = &[("in_person", "очно"), ("remote", "дистанционно"), ("mixed", "смешанно")];

const ATTENDANCE: &[Field] = &[
    Field::new("person", "Участник", Form::Person),
    Field::new(
        "presence",
        "Присутствие",
        Form::Group(&[
            Field::new("came_after", "Пришёл после вопроса", Form::Parts("вопрос, которого больше нет")),
            Field::new("left_before", "Ушёл до вопроса", Form::Parts("вопрос, которого больше нет")),
            Field::new("reason", "Причина отсутствия", Form::Line),
        ]),
    ),
];

const GUEST: &[Field] = &[
    Field::new("name", "Фамилия, имя, отчество", Form::FullName),
    Field::new("post", "Должность", Form::Line),
    Field::new("organisation", "Организация", Form::Line),
];

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
    const FORMAT: u32 = 4;

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
            std::iter::once(Part::own(item.id.0)).chain(decisions)
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
    }
}
