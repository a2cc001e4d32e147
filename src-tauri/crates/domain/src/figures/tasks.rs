use chrono::NaiveDate;

use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{ActivityId, TaskId};
use crate::records::MarkState;

/// What was done for one task of the plan. Each list holds the rows behind the figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// The task.
    pub task: TaskId,
    /// The rows of the plan that serve it.
    pub planned: Vec<ActivityId>,
    /// Of them: done.
    pub done: Vec<ActivityId>,
}

/// The tasks of a year's plan that some row serves, in the order of the plan.
pub(super) fn tasks(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<TaskRow> {
    let Some(plan) = records.plan(year) else { return Vec::new() };
    let activities = records.activities_of(plan.id);
    let rows = plan.tasks.iter().map(|task| {
        let mut row = TaskRow { task: task.id, planned: Vec::new(), done: Vec::new() };
        for activity in activities.iter().filter(|activity| activity.task == Some(task.id)) {
            row.planned.push(activity.id);
            if activity.mark_on(year, on).is_some_and(|mark| mark.state == MarkState::Done) {
                row.done.push(activity.id);
            }
        }
        row
    });
    rows.filter(|row| !row.planned.is_empty()).collect()
}
