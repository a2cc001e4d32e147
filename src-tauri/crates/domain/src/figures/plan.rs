use chrono::NaiveDate;

use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::ActivityId;
use crate::records::{Activity, Direction, MarkState};

/// Plan against fact. Each list holds the rows behind the figure, and its length is the figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanAndFact {
    /// One row for each direction that has an activity.
    pub rows: Vec<DirectionRow>,
}

/// One direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectionRow {
    /// Which; none in a total.
    pub direction: Option<Direction>,
    /// All rows of the plan.
    pub planned: Vec<ActivityId>,
    /// Done, in time or not.
    pub done: Vec<ActivityId>,
    /// Of those done: after the approved term.
    pub late: Vec<ActivityId>,
    /// Done in part.
    pub in_part: Vec<ActivityId>,
    /// Cancelled.
    pub cancelled: Vec<ActivityId>,
    /// Not done.
    pub not_done: Vec<ActivityId>,
    /// Without a mark so far.
    pub unmarked: Vec<ActivityId>,
    /// Transferred, counted beside: a row stands here and under what came of it.
    pub moved: Vec<ActivityId>,
}

impl DirectionRow {
    fn new(direction: Option<Direction>) -> Self {
        Self {
            direction,
            planned: Vec::new(),
            done: Vec::new(),
            late: Vec::new(),
            in_part: Vec::new(),
            cancelled: Vec::new(),
            not_done: Vec::new(),
            unmarked: Vec::new(),
            moved: Vec::new(),
        }
    }

    fn count(&mut self, activity: &Activity, year: SchoolYear, on: NaiveDate) {
        let id = activity.id;
        self.planned.push(id);
        if activity.moves_by(year, on).next().is_some() {
            self.moved.push(id);
        }
        let Some(mark) = activity.mark_on(year, on) else {
            self.unmarked.push(id);
            return;
        };
        match mark.state {
            MarkState::Done => self.done.push(id),
            MarkState::DoneInPart => self.in_part.push(id),
            MarkState::NotDone => self.not_done.push(id),
            MarkState::Cancelled => self.cancelled.push(id),
        }
        if mark.is_late(activity.term.as_ref(), year) {
            self.late.push(id);
        }
    }
}

impl PlanAndFact {
    pub(super) fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let Some(plan) = records.plan(year) else { return Self::default() };
        let activities = records.activities_of(plan.id);
        let rows = Direction::ALL.into_iter().map(|direction| {
            let mut row = DirectionRow::new(Some(direction));
            for activity in activities.iter().filter(|activity| activity.direction == direction) {
                row.count(activity, year, on);
            }
            row
        });
        Self { rows: rows.filter(|row| !row.planned.is_empty()).collect() }
    }

    /// All directions added up.
    #[must_use]
    pub fn total(&self) -> DirectionRow {
        let mut total = DirectionRow::new(None);
        for row in &self.rows {
            total.planned.extend(&row.planned);
            total.done.extend(&row.done);
            total.late.extend(&row.late);
            total.in_part.extend(&row.in_part);
            total.cancelled.extend(&row.cancelled);
            total.not_done.extend(&row.not_done);
            total.unmarked.extend(&row.unmarked);
            total.moved.extend(&row.moved);
        }
        total
    }
}
