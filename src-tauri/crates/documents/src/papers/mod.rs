//! View models: what will stand on each paper, word for word.
//!
//! A view model holds the names, dates and numbers as they are printed. It is what gets frozen when
//! a paper is signed, so later changes of the records cannot rewrite a paper that already exists.

mod addressed;
pub(crate) mod assignments;
mod assignments_records;
pub(crate) mod attendance_sheet;
mod attendance_sheet_records;
pub(crate) mod certificate;
mod certificate_records;
mod convened;
mod corrections;
pub(crate) mod course_request;
mod course_request_records;
pub(crate) mod extract;
mod extract_records;
pub(crate) mod handed_over;
pub(crate) mod inventory;
mod inventory_records;
mod named;
pub(crate) mod notice;
mod notice_records;
mod parts;
mod people;
pub(crate) mod petition;
mod petition_records;
pub(crate) mod plan;
mod plan_records;
pub(crate) mod protocol;
mod protocol_records;
pub(crate) mod register;
mod register_records;
pub(crate) mod report;
mod report_activities;
mod report_people;
mod report_records;
mod report_work;
mod report_years;
pub(crate) mod roster;
mod roster_records;
mod sentences;
mod tabbed;
mod typed_words;
pub(crate) mod worksheet;
mod worksheet_records;

pub(crate) use convened::{agenda, place};
pub(crate) use plan_records::{headed, mark};
pub(crate) use sentences::of_community;

pub use addressed::Addressee;
pub use assignments::{AssignmentRow, Assignments, RecommendationRow};
pub use attendance_sheet::AttendanceSheet;
pub use certificate::{Certificate, Duty};
pub use corrections::Correction;
pub use course_request::{CourseRequest, CourseRequestRow};
pub use extract::{Extract, ExtractQuestion};
pub use extract_records::ExtractOf;
pub use inventory::{Inventory, InventoryRow};
pub use notice::Notice;
pub use parts::{Attachment, Hand, Signature, Stamp};
pub use petition::{Petition, PetitionRow};
pub use plan::{ActivityGroup, CourseRow, Plan, PlanMeeting, PlanRow};
pub use plan_records::PlanOrder;
pub use protocol::{Absent, Attendee, DecisionLine, Protocol, Question, Speech};
pub use register::{Register, RegisterRow};
pub use report::{
    Align, AttendanceBar, Block, Column, DifficultyBars, DirectionBar, Fact, Portion, Report, Section,
    YearBar, YearBars,
};
pub use report_records::ReportLength;
pub use roster::{Roster, RosterRow};
pub use typed_words::{RowToType, ToType, TypedRow, TypedWords};
pub use worksheet::Worksheet;
