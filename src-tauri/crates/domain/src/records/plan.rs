use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{SchoolYear, Term};
use crate::ids::{CommunityId, MeetingId, PersonId, PlanId, PlannedMeetingId, TaskId};

/// The plan of one school year (пп. 4.3, 4.7). Its rows are [`super::Activity`] records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Identifier.
    pub id: PlanId,
    /// Whose plan.
    pub community: CommunityId,
    /// Of which year.
    pub school_year: SchoolYear,
    /// Drawn up at the end of the year before (п. 4.8), not yet the plan to be approved.
    #[serde(default)]
    pub preliminary: bool,
    /// Problem zones of educational results (п. 1.2).
    #[serde(default)]
    pub problem_zones: Vec<String>,
    /// Methodical topic.
    #[serde(default)]
    pub topic: String,
    /// Goal.
    #[serde(default)]
    pub goal: String,
    /// Tasks, with what came of them.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// A short word on the year before.
    #[serde(default)]
    pub last_year: String,
    /// Meetings that the plan foresees.
    #[serde(default)]
    pub meetings: Vec<PlannedMeeting>,
    /// Adoption at a meeting; may be skipped.
    #[serde(default)]
    pub adopted: Option<Adoption>,
    /// Approval by РИМК (п. 4.7).
    #[serde(default)]
    pub approved: Option<Approval>,
}

/// A task of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Identifier.
    pub id: TaskId,
    /// «выявить типичные затруднения педагогов»
    pub text: String,
    /// What came of it, written at the end of the year.
    #[serde(default)]
    pub state: Option<TaskState>,
    /// «семь практик из десяти»
    #[serde(default)]
    pub note: String,
}

/// What came of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// «выполнена полностью»
    Done,
    /// «выполнена частично»
    InPart,
    /// «не выполнена»
    NotDone,
}

impl TaskState {
    /// As printed in the report.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Done => "выполнена полностью",
            Self::InPart => "выполнена частично",
            Self::NotDone => "не выполнена",
        }
    }
}

/// A meeting as the plan foresees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct PlannedMeeting {
    /// Identifier.
    pub id: PlannedMeetingId,
    /// «Итоги 2024/25 года и план»
    pub topic: String,
    /// Questions, one each.
    #[serde(default)]
    pub questions: Vec<String>,
    /// «очно», «семинар-заседание»
    #[serde(default)]
    pub form: String,
    /// When.
    #[serde(default)]
    pub term: Option<Term>,
    /// Where.
    #[serde(default)]
    pub venue: String,
    /// Who answers for it.
    #[serde(default)]
    pub responsible: Vec<PersonId>,
    /// What it should bring.
    #[serde(default)]
    pub expected: String,
}

/// Adoption of a plan at a meeting of the community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// The meeting, where it is in the program.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// Date of the protocol.
    pub date: NaiveDate,
    /// Number of the protocol.
    #[serde(default)]
    pub number: String,
}

/// Approval of a plan by РИМК (п. 4.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// When.
    pub date: NaiveDate,
    /// By whose hand or by which document.
    #[serde(default)]
    pub form: ApprovalForm,
    /// «вх. № 14», or the number of the order.
    #[serde(default)]
    pub number: String,
}

/// How a plan is approved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ApprovalForm {
    /// «УТВЕРЖДАЮ», signed by the head of РИМК.
    #[default]
    ByHead,
    /// «УТВЕРЖДЁН приказом РИМК от … № …».
    ByOrder,
}
