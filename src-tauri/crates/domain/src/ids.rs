//! Identifiers. Each kind of record has its own type, so that a person cannot stand where a meeting belongs.
//!
//! An identifier is a UUID (version 7, made by `pps-app`, because the domain has no clock and no randomness).

/// Types of identifiers, a line each.
macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                uuid::Uuid::from_str(text).map(Self)
            }
        }

        impl From<$name> for uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

pub(crate) use typed_ids;

pub use uuid::Uuid;

pub use crate::records::ids::*;

// Parts of records; the identifiers of records themselves are declared with their kinds.
typed_ids! {
    /// A task (задача) of a plan.
    TaskId,
    /// A section (раздел) of a plan.
    SectionId,
    /// A meeting as the plan foresees it.
    PlannedMeetingId,
    /// A question of an agenda.
    AgendaItemId,
    /// A decision under a question.
    DecisionId,
    /// A course that a person took.
    CourseId,
    /// A table of the leader's own, under a text.
    TypedTableId,
    /// Somebody who took part in an event with something of their own.
    EventParticipantId,
    /// What is looked at in a lesson.
    LessonAspectId,
    /// An attestation of a person.
    AttestationId,
    /// An award of a person.
    AwardId,
    /// A topic of self-education of a person.
    SelfEducationId,
    /// A row of a route (ИОМ).
    RouteRowId,
    /// A measure (показатель) of an expertise.
    CriterionId,
    /// A measure (показатель) of a road map.
    IndicatorId,
    /// A row of a road map.
    RoadMapRowId,
}
