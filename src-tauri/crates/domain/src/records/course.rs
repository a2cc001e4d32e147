use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{Field, Form};
use crate::calendar::{PartialDate, SchoolYear};
use crate::ids::CourseId;

/// A course of further training, planned or taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Identifier.
    pub id: CourseId,
    /// Program: «Формирование читательской грамотности». Empty where only the year is known.
    #[serde(default)]
    pub title: String,
    /// Who held it: «РИРО».
    #[serde(default)]
    pub provider: String,
    /// Hours.
    #[serde(default)]
    pub hours: Option<u32>,
    /// «очно», «дистанционно»
    #[serde(default)]
    pub form: String,
    /// When it began, or is to begin.
    #[serde(default)]
    pub begun: Option<PartialDate>,
    /// When it ended; often only the year is known. Of a planned one, when it is to end.
    pub finished: PartialDate,
    /// Planned, or taken.
    #[serde(default)]
    pub state: CourseState,
    /// The number of the certificate.
    #[serde(default)]
    pub certificate: String,
    /// The school year in whose report it stands; where it is not given, the one of a whole date.
    #[serde(default)]
    pub school_year: Option<SchoolYear>,
}

/// Whether a course was taken. A planned one is counted nowhere among those that were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum CourseState {
    /// «пройдены»
    #[default]
    Finished,
    /// «запланированы»
    Planned,
}

impl CourseState {
    /// As it stands on the screen and on paper.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Finished => "пройдены",
            Self::Planned => "запланированы",
        }
    }
}

impl Course {
    /// A course that was taken, of which only its end is known.
    #[must_use]
    pub fn new(id: CourseId, finished: PartialDate) -> Self {
        Self {
            id,
            title: String::new(),
            provider: String::new(),
            hours: None,
            form: String::new(),
            begun: None,
            finished,
            state: CourseState::Finished,
            certificate: String::new(),
            school_year: None,
        }
    }

    /// Whether it was taken by the day.
    #[must_use]
    pub fn taken_by(&self, on: NaiveDate) -> bool {
        self.state == CourseState::Finished && self.finished.has_come(on)
    }

    /// Whether it was to end before the day and nobody has said whether it was taken.
    #[must_use]
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.state == CourseState::Planned && self.finished.last_day() < on
    }

    /// The school year to which the course is counted, where one follows.
    #[must_use]
    pub fn counted_in(&self) -> Option<SchoolYear> {
        self.school_year.or(match self.finished {
            PartialDate::Year(_) => None,
            date => Some(SchoolYear::containing(date.first_day())),
        })
    }

    /// Whether it belongs to the school year in a schedule, where often only the calendar year is known.
    #[must_use]
    pub fn stands_in(&self, year: SchoolYear) -> bool {
        match self.counted_in() {
            Some(counted) => counted == year,
            None => (year.0..=year.0.saturating_add(1)).contains(&self.finished.year()),
        }
    }
}

/// The usual forms of a course.
const FORMS: &[&str] = &["очно", "очно-заочно", "дистанционно"];

const STATES: &[(&str, &str)] = &[("finished", "пройдены"), ("planned", "запланированы")];

/// The fields of a course.
pub(super) const COURSE: &[Field] = &[
    Field::hidden("id"),
    Field::new("title", "Программа", Form::Line),
    Field::new("provider", "Где проходили", Form::Line),
    Field::new("hours", "Часов", Form::Number),
    Field::new("form", "Форма", Form::Line).proposing(FORMS),
    Field::new("begun", "Когда начаты", Form::PartialDate),
    Field::new("finished", "Когда закончены", Form::PartialDate),
    Field::new("state", "Состояние", Form::Choice(STATES)),
    Field::new("certificate", "Номер удостоверения", Form::Line),
    Field::new("school_year", "Учебный год", Form::SchoolYear),
];
