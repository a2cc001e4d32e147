//! План работы на учебный год (пп. 4.3, 4.7).

mod records;

use pps_domain::records::BodyWords;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use records::PlanOrder;
pub(crate) use records::{headed, mark, planned_questions};

use super::{Attachment, RosterRow, Signature, Stamp};
use crate::ask::Ask;
use crate::columns::fitted;
use crate::model::Table;
use crate::{Paper, PaperError};

/// The plan of a school year.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// Whether it names nobody and says so at its foot.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_personal_data: bool,
    /// «План работы» or «Предварительный план работы».
    pub title: String,
    /// The community's full name, in the genitive or quoted.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
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
    /// The activities, by direction, by section or by month.
    pub groups: Vec<ActivityGroup>,
    /// Whether some row says where: the place stands under its term.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub with_places: bool,
    /// Appendices named at the end.
    pub attachments: Vec<Attachment>,
    /// The roster as an appendix.
    pub roster: Vec<RosterRow>,
    /// The schedule of courses as an appendix.
    pub courses: Vec<CourseRow>,
    /// The leader's own tables as an appendix.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
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
    /// The questions to be discussed with their numbers and speakers: «1. Об итогах года — Ветрова Г. Н.».
    pub questions: Vec<String>,
    /// «очно», «дистанционно».
    pub form: String,
    /// «сентябрь», with the time on a line of its own.
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
    /// «Аналитическое направление (п. 3.1.1)», «Работа с одарёнными детьми» or «Сентябрь».
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
    /// What is done, with its form in brackets and what it is for on a line of its own.
    pub topic: String,
    /// When; the time and the place on lines of their own.
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

impl Plan {
    /// What stands over the terms of the activities.
    pub(crate) fn term_head(&self) -> &'static str {
        if self.with_places { "Срок, место" } else { "Срок" }
    }

    /// How wide the columns of its two tables are, in millimetres.
    pub(crate) fn widths(&self) -> Value {
        json!({
            "meetings": self.meeting_widths(),
            "activities": self.activity_widths(),
        })
    }

    pub(crate) fn meeting_widths(&self) -> Vec<f64> {
        let row = |it: &PlanMeeting| {
            let topic = it.topic_and_questions();
            [&it.number, &topic, &it.form, &it.term, &it.place, &it.responsible, &it.result].map(Clone::clone)
        };
        let rows: Vec<[String; 7]> = self.meetings.iter().map(row).collect();
        let usual = [9.0, 76.0, 31.0, 31.0, 39.0, 37.0, 34.0];
        fitted(&rows, usual, [9.0, 55.0, 21.0, 21.0, 23.0, 36.0, 26.0])
    }

    pub(crate) fn activity_widths(&self) -> Vec<f64> {
        let row = |it: &PlanRow| {
            [&it.number, &it.topic, &it.term, &it.participants, &it.responsible, &it.result, &it.mark]
                .map(Clone::clone)
        };
        let rows: Vec<[String; 7]> = self.groups.iter().flat_map(|group| &group.rows).map(row).collect();
        let usual = [10.0, 65.0, 31.0, 36.0, 35.0, 34.0, 46.0];
        // The last column is often filled in by hand.
        fitted(&rows, usual, [10.0, 50.0, 21.0, 27.0, 35.0, 29.0, 34.0])
    }
}

impl PlanMeeting {
    /// The theme, and each question on a line of its own.
    pub(crate) fn topic_and_questions(&self) -> String {
        std::iter::once(&self.topic).chain(&self.questions).map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Plan(Plan::from_records(ask.records, ask.plan()?.id, ask.request.by, ask.on())?))
}

/// The plan as a workbook of Excel.
pub(crate) fn workbook(ask: &Ask<'_>) -> Result<Vec<u8>, PaperError> {
    let (plan, edition) = (ask.plan()?.id, ask.request.without_personal_data);
    crate::render::xlsx::workbook(ask.records, plan, ask.request.by, ask.on(), edition)
}

/// The plan as a calendar, which has an order of its own.
pub(crate) fn calendar(ask: &Ask<'_>) -> Result<Vec<u8>, PaperError> {
    let edition = ask.request.without_personal_data;
    Ok(crate::render::ics::calendar(ask.records, ask.year(), ask.on(), edition).into_bytes())
}
