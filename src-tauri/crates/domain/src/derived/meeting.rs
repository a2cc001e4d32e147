use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::activity::{decision_state, waiting_until};
use super::{DerivedTerm, WorkState};
use crate::community_records::{CommunityRecords, PlacedDecision};
use crate::ids::{AgendaItemId, DecisionId, MeetingId, PersonId, PlannedMeetingId};
use crate::proposals;
use crate::records::{Meeting, MeetingStatus, Role};

/// How a meeting stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
#[serde(rename_all = "snake_case")]
pub enum MeetingState {
    /// Will not be held.
    Cancelled,
    /// Still to come.
    Ahead,
    /// Its day is over, and nobody said whether it was held.
    Unmarked,
    /// Held, and nothing of its protocol is written.
    Held,
    /// Its protocol waits for signatures.
    Unsigned,
    /// Its protocol is signed.
    Signed,
}

impl MeetingState {
    /// «не подписан»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Cancelled => "отменено",
            Self::Ahead => "предстоит",
            Self::Unmarked => "нет отметки",
            Self::Held => "проведено",
            Self::Unsigned => "не подписан",
            Self::Signed => "подписан",
        }
    }
}

/// What follows of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedMeeting {
    /// How it stands.
    pub state: MeetingState,
    /// The state in words.
    pub words: &'static str,
    /// The number of its protocol.
    pub number: Option<u32>,
    /// Whether another meeting of its year has the same number.
    pub number_taken: bool,
    /// «протокол № 2 от 16.01.2026», «протокол заседания 16.01.2026»
    pub name: String,
    /// Held by the day.
    pub held: bool,
    /// Whether its day lies in its school year or in the August before it.
    pub in_year: bool,
    /// How many were present, by their names or by number.
    pub present: usize,
    /// Of how many members.
    pub listed: usize,
    /// The members on the day of the meeting, in the order of the roster.
    pub roster: Vec<PersonId>,
    /// Who leads the community on the day of the meeting.
    pub leader: Option<PersonId>,
    /// Who writes its protocols on the day of the meeting.
    pub secretary: Option<PersonId>,
    /// Those who are marked as having left before they came.
    pub left_before_coming: Vec<PersonId>,
    /// Its questions, in order.
    pub questions: Vec<DerivedQuestion>,
    /// Its decisions, in order.
    pub decisions: Vec<DerivedDecision>,
    /// The meeting held last before it.
    pub before: Option<MeetingId>,
    /// The row of the plan that it seems to answer, where it names none.
    pub seems_to_be: Option<PlannedMeetingId>,
    /// Assignments of earlier meetings that nobody had marked by its day; none once the protocol is signed.
    pub unfinished: usize,
    /// The same as they are read out.
    pub unfinished_words: String,
}

/// What follows of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedQuestion {
    /// The question.
    pub id: AgendaItemId,
    /// How many may vote on it.
    pub voters: usize,
    /// Who was there and may not vote on it: came after it began or left before it.
    pub missed: Vec<PersonId>,
    /// «Голосов 8, а голосовать могли 9: не хватает 1.»; none where the votes add up.
    pub vote_fault: Option<String>,
}

/// What follows of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedDecision {
    /// The decision.
    pub id: DecisionId,
    /// «1.2»
    pub number: String,
    /// «протокол № 2 от 16.01.2026, п. 1.2»
    pub place: String,
    /// The term in force on the day.
    pub term: Option<DerivedTerm>,
    /// How it stands.
    pub state: WorkState,
    /// The state in words.
    pub words: &'static str,
    /// Whether some transfer has been decided.
    pub moved: bool,
    /// An assignment of a meeting that was held, which nobody has marked.
    pub open: bool,
    /// Open, and its term is over.
    pub overdue: bool,
    /// Done after the last day of the approved term.
    pub late: bool,
    /// The day from which its mark counts, where that is still to come.
    pub mark_from: Option<NaiveDate>,
}

/// Members of a day, with those who lead and write.
struct Roster {
    people: Vec<PersonId>,
    leader: Option<PersonId>,
    secretary: Option<PersonId>,
}

pub(super) fn meetings(
    records: &CommunityRecords,
    today: NaiveDate,
) -> impl Iterator<Item = (MeetingId, DerivedMeeting)> {
    let mut rosters: BTreeMap<NaiveDate, Roster> = BTreeMap::new();
    let mut in_order: Vec<&Meeting> = records.meetings.values().collect();
    in_order.sort_by_key(|meeting| (meeting.date, meeting.number(), meeting.id));
    let derived: Vec<_> = in_order
        .iter()
        .enumerate()
        .map(|(at, meeting)| {
            let roster = rosters.entry(meeting.date).or_insert_with(|| Roster::on(records, meeting.date));
            let earlier = in_order.get(..at).unwrap_or_default();
            (meeting.id, DerivedMeeting::of(records, meeting, roster, earlier, today))
        })
        .collect();
    derived.into_iter()
}

impl Roster {
    fn on(records: &CommunityRecords, on: NaiveDate) -> Self {
        let members = records.roster(on);
        let holder =
            |role| members.iter().find(|member| member.has_role(role, on)).map(|member| member.person);
        Self {
            leader: holder(Role::Leader),
            secretary: holder(Role::Secretary),
            people: members.iter().map(|member| member.person).collect(),
        }
    }
}

impl DerivedMeeting {
    fn of(
        records: &CommunityRecords,
        meeting: &Meeting,
        roster: &Roster,
        earlier: &[&Meeting],
        today: NaiveDate,
    ) -> Self {
        let state = meeting.state(today);
        let (present, listed) = records.turnout(meeting);
        let before = earlier.iter().rev().find(|other| other.status == MeetingStatus::Held);
        // Nothing is added to a protocol that is signed.
        let unfinished = match state {
            MeetingState::Signed | MeetingState::Cancelled => Vec::new(),
            _ => proposals::unfinished(records, meeting),
        };
        Self {
            state,
            words: state.in_words(),
            number: meeting.number(),
            number_taken: meeting.number().is_some_and(|number| {
                let of_year =
                    records.meetings.values().filter(|other| other.school_year == meeting.school_year);
                of_year.filter(|other| other.number() == Some(number)).count() > 1
            }),
            name: meeting.name(),
            held: meeting.held_by(today),
            in_year: meeting.lies_within_its_year(),
            present,
            listed,
            roster: roster.people.clone(),
            leader: roster.leader,
            secretary: roster.secretary,
            left_before_coming: meeting.left_before_coming(),
            questions: questions(meeting),
            decisions: PlacedDecision::all_of(meeting).map(|placed| decision(&placed, today)).collect(),
            before: before.map(|before| before.id),
            seems_to_be: seems_to_be(records, meeting),
            unfinished: unfinished.len(),
            unfinished_words: match unfinished.as_slice() {
                [] => String::new(),
                open => proposals::unfinished_words(records, open, meeting.date),
            },
        }
    }
}

fn questions(meeting: &Meeting) -> Vec<DerivedQuestion> {
    let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items).enumerate();
    let question = items.map(|(at, item)| DerivedQuestion {
        id: item.id,
        voters: meeting.voters(at),
        missed: meeting.missed(at),
        vote_fault: meeting.vote_fault(at).map(|fault| fault.sentence()),
    });
    question.collect()
}

fn decision(placed: &PlacedDecision<'_>, on: NaiveDate) -> DerivedDecision {
    let (decision, year) = (placed.decision, placed.meeting.school_year);
    let held = placed.meeting.held_by(on);
    let term = decision.term_on(year, on);
    let last = decision.moves.last().map(|last| &last.to).or(decision.term.as_ref());
    let mark = decision.mark_on(year, on);
    let state = decision_state(decision, year, on);
    DerivedDecision {
        id: decision.id,
        number: placed.number(),
        place: placed.in_words(),
        term: term.map(|term| DerivedTerm::of(term, year)),
        state,
        words: state.in_words(),
        moved: decision.moves_by(year, on).next().is_some(),
        open: held && decision.is_open(year, on),
        overdue: held && decision.is_overdue(year, on),
        late: mark.is_some_and(|mark| mark.is_late(decision.term.as_ref(), year)),
        mark_from: waiting_until(decision.mark.as_ref(), last, year, on),
    }
}

/// The meeting of the plan that this one seems to be: of its month, and no other meeting answers it. Those of a
/// preliminary plan come last.
fn seems_to_be(records: &CommunityRecords, meeting: &Meeting) -> Option<PlannedMeetingId> {
    if meeting.planned.is_some() || meeting.status == MeetingStatus::Cancelled {
        return None;
    }
    let year = meeting.school_year;
    let mut plans: Vec<_> = records.plans.values().filter(|plan| plan.school_year == year).collect();
    plans.sort_by_key(|plan| (plan.preliminary, plan.id));
    let answered = |row: PlannedMeetingId| {
        records.meetings.values().any(|other| {
            other.id != meeting.id && other.status != MeetingStatus::Cancelled && other.planned == Some(row)
        })
    };
    let mut rows = plans.into_iter().flat_map(|plan| &plan.meetings);
    rows.find(|row| row.is_of_month(meeting.date, year) && !answered(row.id)).map(|row| row.id)
}

impl Meeting {
    /// How it stands on the day.
    #[must_use]
    pub fn state(&self, on: NaiveDate) -> MeetingState {
        if self.status == MeetingStatus::Cancelled {
            MeetingState::Cancelled
        } else if self.signed_by(on) {
            MeetingState::Signed
        } else if self.status == MeetingStatus::Planned {
            if self.ended() < on { MeetingState::Unmarked } else { MeetingState::Ahead }
        } else if on < self.date {
            MeetingState::Ahead
        } else if self.protocol.as_ref().is_some_and(|protocol| !protocol.items.is_empty()) {
            MeetingState::Unsigned
        } else {
            MeetingState::Held
        }
    }
}
