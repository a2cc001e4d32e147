//! What a leader enters. Each kind of record has a file of its own and a line in [`kinds`].
//!
//! An empty string means «not filled in»; an optional part that is empty leaves no trace on paper. A text is
//! kept exactly as typed.

#[macro_use]
mod table;

mod activity;
mod attachment;
mod community;
mod difficulty;
mod entity;
pub mod kinds;
mod mark;
mod meeting;
mod membership;
mod order;
mod organisation;
mod part;
mod person;
mod plan;
mod protocol;
mod report;
mod submission;

pub use activity::{Activity, ActivityForm, Direction};
pub use attachment::{Attachment, AttachmentRole};
pub use community::{Community, DayOfYear, Official, OfficialPost, Settings};
pub use difficulty::{Difficulty, Survey, SurveyRow};
pub use entity::{ActName, Entity, Field, Find, Form, Gender, Link, Links, Part, Texts, Words};
pub use kinds::{CommunityRecords, Kind, Record, ids};
pub use mark::{Mark, MarkState, Move};
pub use meeting::{Absence, Attendance, Guest, Meeting, MeetingMode, MeetingStatus, Presence, VoteFault};
pub use membership::{Membership, Role, RolePeriod};
pub use order::{Order, OrderKind};
pub use organisation::{Organisation, OrganisationKind};
pub use part::{PartKind, PartLink};
pub use person::{Category, Consent, Course, Person, PersonFacts};
pub use plan::{Adoption, Approval, ApprovalForm, Plan, PlannedMeeting, Task, TaskState};
pub use protocol::{
    AgendaItem, Annex, Correction, Decision, DecisionKind, Protocol, Signature, Speaker, Speech, Vote,
};

pub use report::{Report, ReportSection};
pub use submission::{Return, Submission, SubmittedPaper};
