//! План работы на учебный год (пп. 4.3, 4.7).

use serde::{Deserialize, Serialize};

use super::{Attachment, RosterRow, Signature, Stamp};

/// The plan of a school year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// «План работы» or «Предварительный план работы».
    pub title: String,
    /// The community's full name, in the genitive or quoted.
    pub community: String,
    /// «2025/2026».
    pub school_year: String,
    /// The stamp at the left: «ПРИНЯТ», «РАССМОТРЕН».
    pub adoption: Option<Stamp>,
    /// The stamp at the right: «УТВЕРЖДАЮ».
    pub approval: Option<Stamp>,
    /// The leader with the organisation and the category.
    pub leader: Option<String>,
    /// The order on the roster.
    pub order: Option<String>,
    /// Проблемные зоны.
    pub problem_zones: Vec<String>,
    /// Методическая тема.
    pub theme: Option<String>,
    /// Цель.
    pub goal: Option<String>,
    /// Задачи.
    pub tasks: Vec<String>,
    /// Краткие итоги прошлого года.
    pub last_year: Option<String>,
    /// The meetings.
    pub meetings: Vec<PlanMeeting>,
    /// The activities, by direction or by month.
    pub groups: Vec<ActivityGroup>,
    /// Appendices named at the end.
    pub attachments: Vec<Attachment>,
    /// The roster as an appendix.
    pub roster: Vec<RosterRow>,
    /// The schedule of courses as an appendix.
    pub courses: Vec<CourseRow>,
    /// The leader's signature.
    pub signature: Signature,
}

/// A meeting in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanMeeting {
    /// Its number in the table.
    pub number: String,
    /// The theme.
    pub topic: String,
    /// The questions to be discussed.
    pub questions: Vec<String>,
    /// «очно», «дистанционно».
    pub form: String,
    /// «сентябрь».
    pub term: String,
    /// Where.
    pub place: String,
    /// Who answers for it.
    pub responsible: String,
    /// What is to come out.
    pub result: String,
}

/// Activities under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ActivityGroup {
    /// «Аналитическое направление (п. 3.1.1)» or «Сентябрь».
    pub title: String,
    /// The rows.
    pub rows: Vec<PlanRow>,
}

/// One activity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanRow {
    /// № п/п.
    pub number: String,
    /// What is done.
    pub topic: String,
    /// When.
    pub term: String,
    /// Which schools take part.
    pub participants: String,
    /// Who answers for it.
    pub responsible: String,
    /// What is to come out.
    pub result: String,
    /// Отметка о выполнении.
    pub mark: String,
}

/// One line of the schedule of courses.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CourseRow {
    /// «Фамилия И. О.».
    pub name: String,
    /// The programme.
    pub programme: String,
    /// Who teaches.
    pub provider: String,
    /// How many hours.
    pub hours: String,
    /// When.
    pub term: String,
}
