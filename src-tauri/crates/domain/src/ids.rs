//! Identifiers. Each kind of record has its own type, so that a person cannot stand where a meeting belongs.
//!
//! An identifier is a UUID (version 7, made by `pps-app`, because the domain has no clock and no randomness).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! record_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

record_ids! {
    /// A community (ППС).
    CommunityId,
    /// An educational organisation (ОО) or a methodical body (МО).
    OrganisationId,
    /// A person, whatever communities he or she is in.
    PersonId,
    /// A person's membership of a community.
    MembershipId,
    /// An order (приказ).
    OrderId,
    /// A plan of one school year.
    PlanId,
    /// A task (задача) of a plan.
    TaskId,
    /// A meeting as the plan foresees it.
    PlannedMeetingId,
    /// A row (мероприятие) of a plan.
    ActivityId,
    /// A meeting (заседание) with its protocol.
    MeetingId,
    /// A question of an agenda.
    AgendaItemId,
    /// A decision under a question.
    DecisionId,
    /// A difficulty (затруднение) that surveys count.
    DifficultyId,
    /// One survey of difficulties.
    SurveyId,
    /// A course that a person took.
    CourseId,
    /// An analytical report of one school year.
    ReportId,
    /// One handing-over of papers to РИМК.
    SubmissionId,
    /// A file attached to a record.
    AttachmentId,
}
