//! Parts of records: what has an identifier of its own and is no record, such as a task of a plan or a decision of
//! a meeting. Other records may name some of them.

use uuid::Uuid;

use super::Kind;

/// A kind of part that other records name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// A task of a plan, named by the rows that serve it.
    Task,
    /// A section of a plan, named by the rows that stand under it.
    Section,
    /// A meeting as a plan foresees it, named by the meetings that answer it.
    PlannedMeeting,
    /// A decision of a meeting, named by the rows that it proves.
    Decision,
}

impl PartKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Task, Self::Section, Self::PlannedMeeting, Self::Decision];

    /// The kind of the records that hold such parts.
    #[must_use]
    pub fn held_by(self) -> Kind {
        match self {
            Self::Task | Self::Section | Self::PlannedMeeting => Kind::Plan,
            Self::Decision => Kind::Meeting,
        }
    }

    /// The kind of the records that name such parts.
    #[must_use]
    pub fn named_by(self) -> Kind {
        match self {
            Self::Task | Self::Section | Self::Decision => Kind::Activity,
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
