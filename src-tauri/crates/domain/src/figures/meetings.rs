use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Share;
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{MeetingId, OrganisationId};
use crate::records::{DecisionKind, MarkState};

/// Meetings of the year and who came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meetings {
    /// One row each, by date.
    pub rows: Vec<MeetingRow>,
    /// Present of listed, over all meetings.
    pub attendance: Share,
    /// The same by organisation, in order of names.
    pub by_organisation: Vec<AttendanceShare>,
}

/// One meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingRow {
    /// Which.
    pub meeting: MeetingId,
    /// Present of listed.
    pub attendance: Share,
    /// Decisions of all kinds.
    pub decisions: usize,
    /// Assignments done of those given.
    pub assignments: Share,
}

/// Attendance of one organisation's members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttendanceShare {
    /// Where the person worked on the day of the meeting.
    pub organisation: Option<OrganisationId>,
    /// Present of listed.
    pub attendance: Share,
}

impl Meetings {
    pub(super) fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let mut found = Self::default();
        let mut organisations: BTreeMap<(bool, String, Option<OrganisationId>), Share> = BTreeMap::new();
        for meeting in records.meetings_held(year, on) {
            let (part, whole) = records.turnout(meeting);
            let attendance = Share { part, whole };
            found.attendance += attendance;
            for one in meeting.listed() {
                let organisation = records.workplace(one.person, meeting.date);
                let name = organisation.map(|known| known.shown_name().to_owned()).unwrap_or_default();
                let key = (organisation.is_none(), name, organisation.map(|known| known.id));
                *organisations.entry(key).or_default() +=
                    Share { part: usize::from(one.presence.is_present()), whole: 1 };
            }
            let decisions = records.decisions_of(meeting);
            let assignments =
                decisions.iter().filter(|decision| decision.decision.kind == DecisionKind::Assignment);
            let mut done = Share::default();
            for placed in assignments {
                let mark = placed.decision.mark_on(year, on);
                let part = usize::from(mark.is_some_and(|mark| mark.state == MarkState::Done));
                done += Share { part, whole: 1 };
            }
            let row =
                MeetingRow { meeting: meeting.id, attendance, decisions: decisions.len(), assignments: done };
            found.rows.push(row);
        }
        let rows = organisations.into_iter();
        found.by_organisation = rows
            .map(|((_, _, organisation), attendance)| AttendanceShare { organisation, attendance })
            .collect();
        found
    }

    /// Assignments done of those given, over all meetings.
    #[must_use]
    pub fn assignments(&self) -> Share {
        let mut all = Share::default();
        for row in &self.rows {
            all += row.assignments;
        }
        all
    }
}
