//! What crosses to the page, besides the records themselves: small views with generated types.

use chrono::NaiveDate;
use pps_domain::ids::CommunityId;
use pps_domain::records::{BodyKind, Kind, Record};
use pps_domain::rules::{Basis, ClockDoubt, Finding, FindingAct, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A record with the revision under which it was read.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct SeenRecord {
    /// The record.
    pub record: Record,
    /// The revision to be given back when it is saved.
    #[ts(type = "number")]
    pub revision: i64,
}

/// That a change is on the disk.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Saved {
    /// The revision to be seen from now on.
    #[ts(type = "number")]
    pub revision: i64,
    /// «14:03»
    pub at: String,
    /// Other records that changed with it, because they named a part that it holds no more.
    pub also_changed: Vec<SeenRecord>,
    /// The record as it is kept, where that is not what was sent: signs that nobody can see went out of its texts.
    pub cleaned: Option<Record>,
}

/// That an operation is on the disk, and all that it changed.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Changes {
    /// «Подписан протокол № 2 от 16.01.2026»
    pub name: String,
    /// «14:03»
    pub at: String,
    /// The records that it made or changed, as they are now.
    pub put: Vec<SeenRecord>,
    /// The records that it put into the bin, or took away.
    pub gone: Vec<Uuid>,
    /// What was taken back or done again, with its place; none of any other operation.
    pub step: Option<Step>,
}

/// What taking back or doing again would do, or has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Step {
    /// «СЛУШАЛИ, вопрос 1, протокол № 2», «удалено мероприятие: …»
    pub words: String,
    /// Kind of the record that it is about.
    pub kind: Kind,
    /// The record.
    pub id: Uuid,
    /// The question, decision, task or row in the record where something changes.
    pub part: Option<Uuid>,
    /// Whether it is what became of a decision, which is kept in the protocol and seen apart from it.
    pub marking: bool,
    /// Whether many records change at once, so that no single one is the place.
    pub many: bool,
}

/// The next steps back and forth; none where there is nothing to take back or to do again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Steps {
    /// What «Отменить» would do.
    pub undo: Option<Step>,
    /// What «Вернуть» would do.
    pub redo: Option<Step>,
}

/// One change of a record, as its history shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Edition {
    /// The operation; with it an earlier text is shown and brought back.
    pub operation: Uuid,
    /// «16 января, 14:03»
    pub at: String,
    /// «Изменено заседание: Протокол № 2 от 16.01.2026»
    pub name: String,
    /// Whether it was taken back.
    pub undone: bool,
    /// What was changed, a sentence for each field.
    pub differences: Vec<String>,
    /// Whether it left a text that can be shown and brought back: a deletion does not.
    pub has_text: bool,
    /// Whether that text is the one in force.
    pub current: bool,
    /// Texts of the same field in between, newest first: it was written in several goes, which are told as one change.
    pub earlier: Vec<EarlierText>,
}

/// A text on the way of a field that was written in several goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct EarlierText {
    /// The operation; with it the text is shown and brought back.
    pub operation: Uuid,
    /// «16 января, 14:03»
    pub at: String,
    /// What was changed then, a sentence for each field.
    pub differences: Vec<String>,
}

/// A community in a list.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct CommunityCard {
    /// Identifier.
    pub id: CommunityId,
    /// Full name.
    pub name: String,
    /// Name for lists.
    pub short_name: String,
    /// District.
    pub district: String,
}

/// The open data file.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct OpenFile {
    /// Whether it is the example.
    pub example: bool,
    /// Whether it lies where nothing can be written, so that it can only be read.
    pub only_read: bool,
    /// The day on which the program looks at the year; the example has its own.
    pub today: NaiveDate,
    /// Where the file lies.
    pub path: String,
    /// Its communities.
    pub communities: Vec<CommunityCard>,
    /// Why the day of the computer is doubtful; the example never asks.
    pub clock: Option<ClockDoubt>,
}

/// What the page shows first.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Opening {
    /// Today by the program's clock; the page has none of its own.
    pub today: NaiveDate,
    /// The open file; none before the first start is done.
    pub file: Option<OpenFile>,
    /// Why the file that is there could not be opened.
    pub fault: Option<crate::error::ErrorView>,
}

/// A deleted record.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Binned {
    /// Identifier.
    pub id: Uuid,
    /// Its kind.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// The day on which it was deleted.
    pub on: NaiveDate,
}

/// What was typed at the first start.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, export_to = "views/")]
pub struct FirstSteps {
    /// Full name of the community.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// What the body calls itself; where nobody has chosen, its name says it.
    #[serde(default)]
    pub body: Option<BodyKind>,
    /// District.
    pub district: String,
    /// Town or village.
    pub place: String,
    /// The head of РИМК, «Фамилия Имя Отчество»; may stay empty.
    pub rimk_head: String,
    /// The school year by its beginning.
    pub school_year: i32,
    /// People.
    pub people: Vec<FirstPerson>,
}

/// What a list of people may tell beside what the first start asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "views/")]
#[serde(default)]
pub struct StaffTold {
    /// Since when the category is held.
    pub category_since: Option<pps_domain::calendar::PartialDate>,
    /// Calendar year when pedagogical work began.
    pub pedagogical_since: Option<i32>,
    /// Works here beside another main place.
    pub part_time: bool,
    /// The classes that are taught.
    pub classes: String,
    /// Titles and awards, each with its date where that is known.
    pub awards: Vec<(String, Option<pps_domain::calendar::PartialDate>)>,
    /// The topic of self-education.
    pub self_education: String,
}

/// A person typed at the first start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "views/")]
pub struct FirstPerson {
    /// «Фамилия Имя Отчество»
    pub name: String,
    /// Post and subject.
    pub post: String,
    /// The organisation's name.
    pub organisation: String,
    /// Qualification category.
    pub category: pps_domain::records::Category,
    /// Calendar year when work began, where a pasted list told it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub works_since: Option<i32>,
    /// Calendar year when work in the specialty began, where a pasted list told it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub in_specialty_since: Option<i32>,
    /// Courses that a pasted list told.
    #[serde(default)]
    #[ts(as = "Option<Vec<pps_domain::import::ReadCourse>>", optional)]
    pub courses: Vec<pps_domain::import::ReadCourse>,
    /// A telephone or an address that a pasted list told.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub contact: String,
    /// What else a pasted list told.
    #[serde(default)]
    #[ts(as = "Option<StaffTold>", optional)]
    pub more: StaffTold,
    /// What of a pasted list was not understood, as sentences. Nothing is kept of them.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub remarks: Vec<String>,
    /// Leads the community.
    pub leader: bool,
    /// Writes the protocols.
    pub secretary: bool,
}

/// A finding with the record that it concerns.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct FindingView {
    /// On what it rests.
    pub basis: Basis,
    /// The clause, bare.
    pub clause: Option<String>,
    /// How serious it is.
    pub severity: Severity,
    /// What was noticed.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Kind of the record.
    pub kind: Option<Kind>,
    /// Identifier of the record.
    pub id: Option<Uuid>,
    /// All records that it speaks of, where it stands for several.
    pub of: Vec<Uuid>,
    /// What can be done about all of them at once.
    pub act: Option<FindingAct>,
}

impl From<Finding> for FindingView {
    fn from(finding: Finding) -> Self {
        let Finding { basis, clause, severity, message, hint, subject, of, act } = finding;
        let (kind, id) = subject.unzip();
        Self { basis, clause: clause.map(str::to_owned), severity, message, hint, kind, id, of, act }
    }
}
