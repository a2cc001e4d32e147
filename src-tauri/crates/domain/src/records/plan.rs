use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words};
use super::{Kind, PartKind, TypedTable};
use crate::calendar::{SchoolYear, Term};
use crate::ids::{CommunityId, MeetingId, PersonId, PlanId, PlannedMeetingId, SectionId, TaskId};

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
    /// The plan's own sections, in its own order, beside the seven directions; rows name them.
    #[serde(default)]
    pub sections: Vec<PlanSection>,
    /// A short word on the year before.
    #[serde(default)]
    pub last_year: String,
    /// Meetings that the plan foresees.
    #[serde(default)]
    pub meetings: Vec<PlannedMeeting>,
    /// The leader's own tables, below everything else.
    #[serde(default)]
    pub tables: Vec<TypedTable>,
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

/// A section of a plan, as its authors call it: «Работа с одарёнными детьми».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct PlanSection {
    /// Identifier.
    pub id: SectionId,
    /// Its name, without a number: that follows from its place.
    pub name: String,
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
    /// Questions, in order.
    #[serde(default)]
    pub questions: Vec<PlannedQuestion>,
    /// «очно», «семинар-заседание»
    #[serde(default)]
    pub form: String,
    /// When.
    #[serde(default)]
    pub term: Option<Term>,
    /// At what time: «14.00», «после уроков».
    #[serde(default)]
    pub time: String,
    /// Where.
    #[serde(default)]
    pub venue: String,
    /// Who answers for it.
    #[serde(default)]
    pub responsible: Vec<PersonId>,
    /// Who else answers for it, in words.
    #[serde(default)]
    pub responsible_in_words: String,
    /// What it should bring.
    #[serde(default)]
    pub expected: String,
}

/// A question of a meeting that the plan foresees; its number follows from its place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct PlannedQuestion {
    /// «Об итогах 2024/25 года»
    pub text: String,
    /// Who is to speak.
    #[serde(default)]
    pub speakers: Vec<PersonId>,
    /// Who else, in words: «методист РИМК».
    #[serde(default)]
    pub speakers_in_words: String,
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

const TASK: &[Field] = &[
    Field::hidden("id"),
    Field::new("text", "Задача", Form::Line),
    Field::new("state", "Итог", Form::Choice(TASK_STATES)),
    Field::new("note", "Заметка", Form::Line),
];

const TASK_STATES: &[(&str, &str)] =
    &[("done", "выполнена полностью"), ("in_part", "выполнена частично"), ("not_done", "не выполнена")];

const SECTION: &[Field] = &[Field::hidden("id"), Field::new("name", "Раздел", Form::Line)];

const QUESTION: &[Field] = &[
    Field::new("text", "Вопрос", Form::Line),
    Field::new("speakers", "Выступающие", Form::People),
    Field::new("speakers_in_words", "Выступающие словами", Form::Line),
];

const PLANNED_MEETING: &[Field] = &[
    Field::hidden("id"),
    Field::new("topic", "Тема", Form::Line),
    Field::new("questions", "Вопросы", Form::List(QUESTION)),
    Field::new("form", "Форма", Form::Line),
    Field::new("term", "Срок", Form::Term),
    Field::new("time", "Время", Form::Line),
    Field::new("venue", "Место: школа", Form::Line),
    Field::new("responsible", "Ответственные", Form::People),
    Field::new("responsible_in_words", "Ответственные словами", Form::Line),
    Field::new("expected", "Ожидаемый результат", Form::Text),
];

const ADOPTION: &[Field] = &[
    Field::new("meeting", "Заседание", Form::Record(Kind::Meeting)),
    Field::new("date", "Дата", Form::Day),
    Field::new("number", "Номер", Form::Line),
];

const APPROVAL: &[Field] = &[
    Field::new("date", "Дата", Form::Day),
    Field::new(
        "form",
        "Форма",
        Form::Choice(&[("by_head", "подписью заведующего"), ("by_order", "приказом")]),
    ),
    Field::new("number", "Номер", Form::Line),
];

impl Entity for Plan {
    const WORDS: Words = Words {
        one: "план",
        gender: Gender::Masculine,
        counted: ["план", "плана", "планов"],
        unnamed: "План",
        act: ActName::Title(&[]),
        room: "plan",
        opens: "план",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("school_year", "Учебный год", Form::SchoolYear),
        Field::new("preliminary", "Предварительный", Form::Tick),
        Field::new("problem_zones", "Проблемные зоны", Form::Texts),
        Field::new("topic", "Методическая тема", Form::Line),
        Field::new("goal", "Цель", Form::Line),
        Field::new("tasks", "Задачи", Form::List(TASK)),
        Field::new("sections", "Разделы плана", Form::List(SECTION)),
        Field::new("last_year", "Коротко об итогах прошлого года", Form::Text),
        Field::new("meetings", "Заседания по плану", Form::List(PLANNED_MEETING)),
        Field::new("tables", "Таблицы к плану", Form::Tables),
        Field::new("adopted", "Принят на заседании", Form::Group(ADOPTION)),
        Field::new("approved", "Утверждён РИМК", Form::Group(APPROVAL)),
    ];
    const FORMAT: u32 = 4;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(self.school_year)
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.school_year.start())
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        let plan = if self.preliminary { "Предварительный план" } else { "План" };
        format!("{plan} на {} учебный год", self.school_year)
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        format!("план на\u{a0}{}", self.school_year)
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.topic, &self.goal]);
        texts.add_all(&self.problem_zones);
        for task in &self.tasks {
            texts.add_all([&task.text, &task.note]);
        }
        texts.add_all(self.sections.iter().map(|section| &section.name));
        texts.add(&self.last_year);
        for meeting in &self.meetings {
            texts.add(&meeting.topic);
            for question in &meeting.questions {
                texts.add_all([&question.text, &question.speakers_in_words]);
            }
            texts.add_all([&meeting.form, &meeting.time, &meeting.venue]);
            texts.add_all([&meeting.responsible_in_words, &meeting.expected]);
            texts.term(meeting.term.as_ref());
        }
        self.tables.iter().for_each(|table| table.texts(texts));
        if let Some(adopted) = &self.adopted {
            texts.add(&adopted.number);
        }
        if let Some(approved) = &self.approved {
            texts.add(&approved.number);
        }
    }

    fn links(&self, links: &mut Links) {
        for meeting in &self.meetings {
            links.people("responsible", &meeting.responsible);
            for question in &meeting.questions {
                links.people("speakers", &question.speakers);
            }
        }
        links.add("meeting", Kind::Meeting, self.adopted.iter().filter_map(|adopted| adopted.meeting));
    }

    fn parts(&self) -> Vec<Part> {
        let tasks = self.tasks.iter().map(|task| Part::named(task.id.0, PartKind::Task));
        let meetings =
            self.meetings.iter().map(|meeting| Part::named(meeting.id.0, PartKind::PlannedMeeting));
        let sections = self.sections.iter().map(|section| Part::named(section.id.0, PartKind::Section));
        let tables = self.tables.iter().map(TypedTable::part);
        tasks.chain(meetings).chain(sections).chain(tables).collect()
    }

    fn part_title(&self, part: Uuid) -> Option<String> {
        let task = self.tasks.iter().find(|task| task.id.0 == part).map(|task| &task.text);
        let meeting = || self.meetings.iter().find(|row| row.id.0 == part).map(|row| &row.topic);
        let section = || self.sections.iter().find(|section| section.id.0 == part).map(|row| &row.name);
        task.or_else(meeting).or_else(section).cloned()
    }

    fn paper_numbers(&mut self) -> Vec<&mut String> {
        let adopted = self.adopted.iter_mut().map(|adoption| &mut adoption.number);
        adopted.chain(self.approved.iter_mut().map(|approval| &mut approval.number)).collect()
    }
}
