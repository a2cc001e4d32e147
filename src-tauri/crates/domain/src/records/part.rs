//! Parts of records: what has an identifier of its own and is no record, such as a task of a plan or a decision of
//! a meeting. Other records may name some of them.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Activity, Kind, Meeting, Plan, Record};

/// A kind of part that other records name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// A task of a plan, named by the rows that serve it.
    Task,
    /// A meeting as a plan foresees it, named by the meetings that answer it.
    PlannedMeeting,
    /// A decision of a meeting, named by the rows that it proves.
    Decision,
}

impl PartKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Task, Self::PlannedMeeting, Self::Decision];

    /// The kind of the records that hold such parts.
    #[must_use]
    pub fn held_by(self) -> Kind {
        match self {
            Self::Task | Self::PlannedMeeting => Kind::Plan,
            Self::Decision => Kind::Meeting,
        }
    }

    /// The kind of the records that name such parts.
    #[must_use]
    pub fn named_by(self) -> Kind {
        match self {
            Self::Task | Self::Decision => Kind::Activity,
            Self::PlannedMeeting => Kind::Meeting,
        }
    }
}

/// A part of another record that a record names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartLink {
    /// The part.
    pub id: Uuid,
    /// What it must be.
    pub kind: PartKind,
    /// The record that must hold it; none where any of the community may.
    pub holder: Option<Uuid>,
    /// The field that names it, by its word in open data.
    pub field: &'static str,
}

impl Record {
    /// Identifiers of its parts (questions, decisions, tasks …), which other records may name and which
    /// therefore must not repeat.
    #[must_use]
    pub fn part_ids(&self) -> Vec<Uuid> {
        match self {
            Self::Person(record) => record.courses.iter().map(|course| course.id.0).collect(),
            Self::Plan(record) => {
                let tasks = record.tasks.iter().map(|task| task.id.0);
                tasks.chain(record.meetings.iter().map(|meeting| meeting.id.0)).collect()
            }
            Self::Meeting(record) => {
                let items = record.protocol.iter().flat_map(|protocol| &protocol.items);
                let ids = items.flat_map(|item| {
                    std::iter::once(item.id.0).chain(item.decisions.iter().map(|decision| decision.id.0))
                });
                ids.collect()
            }
            _ => Vec::new(),
        }
    }

    /// Those of its parts that other records may name.
    #[must_use]
    pub fn nameable_parts(&self) -> BTreeSet<(PartKind, Uuid)> {
        match self {
            Self::Plan(Plan { tasks, meetings, .. }) => {
                let tasks = tasks.iter().map(|task| (PartKind::Task, task.id.0));
                let meetings = meetings.iter().map(|meeting| (PartKind::PlannedMeeting, meeting.id.0));
                tasks.chain(meetings).collect()
            }
            Self::Meeting(Meeting { protocol, .. }) => {
                let items = protocol.iter().flat_map(|protocol| &protocol.items);
                let decisions = items.flat_map(|item| &item.decisions);
                decisions.map(|decision| (PartKind::Decision, decision.id.0)).collect()
            }
            _ => BTreeSet::new(),
        }
    }

    /// The parts of other records that it names. Each must be held by a record of the same community.
    #[must_use]
    pub fn part_links(&self) -> Vec<PartLink> {
        match self {
            Self::Activity(Activity { task, decisions, plan, .. }) => {
                let task = task.iter().map(|task| PartLink {
                    id: task.0,
                    kind: PartKind::Task,
                    holder: Some(plan.0),
                    field: "task",
                });
                let decisions = decisions.iter().map(|decision| PartLink {
                    id: decision.0,
                    kind: PartKind::Decision,
                    holder: None,
                    field: "decisions",
                });
                task.chain(decisions).collect()
            }
            Self::Meeting(Meeting { planned, .. }) => {
                let planned = planned.iter().map(|row| PartLink {
                    id: row.0,
                    kind: PartKind::PlannedMeeting,
                    holder: None,
                    field: "planned",
                });
                planned.collect()
            }
            _ => Vec::new(),
        }
    }

    /// No longer names parts that are gone.
    pub fn unlink(&mut self, gone: &BTreeSet<Uuid>) {
        match self {
            Self::Activity(record) => {
                record.task = record.task.filter(|task| !gone.contains(&task.0));
                record.decisions.retain(|decision| !gone.contains(&decision.0));
            }
            Self::Meeting(record) => record.planned = record.planned.filter(|row| !gone.contains(&row.0)),
            _ => {}
        }
    }
}
