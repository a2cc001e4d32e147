//! The papers, a file or a folder for each: `paper` builds it from what was asked.
//!
//! Most builders put a document of blocks together at once. Where a paper is frozen when it is signed or handed over
//! (protocol, plan, report), or its rows are looked at by others, its words first stand in a view model: names, dates and
//! numbers as they are printed, which later changes of the records cannot rewrite.

pub(crate) mod acquaintance;
mod addressed;
pub(crate) mod assignments;
pub(crate) mod attendance_sheet;
pub(crate) mod certificate;
pub(crate) mod consent;
pub(crate) mod consultations;
pub(crate) mod control;
mod convened;
mod corrections;
pub(crate) mod course_request;
pub(crate) mod courses;
pub(crate) mod difficulties;
pub(crate) mod events;
pub(crate) mod expertise;
pub(crate) mod exports;
pub(crate) mod extract;
pub(crate) mod handed_over;
pub(crate) mod inventory;
pub(crate) mod lesson;
pub(crate) mod materials;
mod named;
pub(crate) mod notice;
mod parts;
pub(crate) mod people;
pub(crate) mod petition;
pub(crate) mod plan;
pub(crate) mod practices;
pub(crate) mod protocol;
mod recovery_key;
pub(crate) mod register;
pub(crate) mod report;
pub(crate) mod road_map;
pub(crate) mod roster;
pub(crate) mod route;
pub(crate) mod sentences;
pub(crate) mod site_consent;
pub(crate) mod succession;
pub(crate) mod survey_sheet;
mod tabbed;
mod typed_tables;
mod typed_words;
pub(crate) mod worksheet;

pub(crate) use convened::{agenda, place};
pub(crate) use plan::{headed, mark, planned_questions};
pub(crate) use protocol::records::hours;

pub use crate::model::{Align, Block, Column, Document, Fact, Table};
pub use addressed::Addressee;
pub use assignments::{AssignmentRow, Assignments, RecommendationRow};
pub use attendance_sheet::AttendanceSheet;
pub use certificate::{Certificate, Duty};
pub use corrections::Correction;
pub use course_request::{CourseRequest, CourseRequestRow};
pub use exports::ExportRow;
pub use extract::{Extract, ExtractOf, ExtractQuestion};
pub use inventory::{Inventory, InventoryRow};
pub use notice::Notice;
pub use parts::{Attachment, Hand, Signature, Stamp};
pub use petition::{Petition, PetitionRow};
pub use plan::{ActivityGroup, CourseRow, Plan, PlanMeeting, PlanOrder, PlanRow};
pub use protocol::{Absent, Attendee, DecisionLine, Protocol, Question, Speech};
pub use recovery_key::recovery_key;
pub use register::{Register, RegisterRow};
pub use report::{
    AttendanceBar, DifficultyBars, DirectionBar, Portion, Report, ReportLength, Section, YearBar, YearBars,
    filled_sections,
};
pub use roster::{Roster, RosterRow};
pub use typed_words::{RowToType, ToType, TypedRow, TypedWords};
pub use worksheet::Worksheet;
