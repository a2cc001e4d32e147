//! Who was at a meeting: by names or by number, and who may vote on what.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Meeting;
use super::entity::{Field, Form};
use crate::ids::{AgendaItemId, PersonId};
use crate::russian::FullName;

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

impl Meeting {
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

    /// Members, each once: where somebody was entered twice, the first entry stands.
    pub fn listed(&self) -> impl Iterator<Item = &Attendance> {
        let mut seen = BTreeSet::new();
        self.attendance.iter().filter(move |member| seen.insert(member.person))
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

/// As many of something as were typed.
fn as_count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

pub(super) const ATTENDANCE: &[Field] = &[
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

pub(super) const GUEST: &[Field] = &[
    Field::new("name", "Фамилия, имя, отчество", Form::FullName),
    Field::new("post", "Должность", Form::Line),
    Field::new("organisation", "Организация", Form::Line),
];
