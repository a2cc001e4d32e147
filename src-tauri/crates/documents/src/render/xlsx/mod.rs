//! Workbooks: a questionnaire, to be filled in by a school, and the plan, to be sorted, filtered and counted in Excel or
//! LibreOffice.
//!
//! The words of the plan are those of the paper. Beside a term in words stand its first and its last day as real dates,
//! and what is a heading on paper is a column here, since rows between rows would spoil every filter.

mod activities;
mod course_request;
mod questionnaire;
mod sheet;

use chrono::NaiveDate;
use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::PlanId;
use pps_domain::records::Plan as PlanRecord;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use self::activities::activities;
pub(crate) use self::course_request::course_request;
pub(crate) use self::questionnaire::questionnaire;
use self::sheet::{Cell, Column, Look, Sheet, date};
use crate::papers::{Plan, PlanMeeting, PlanOrder};
use crate::{Paper, PaperError};

/// The plan as XLSX: a sheet of activities and one of meetings. The same loaded and day give the same bytes.
///
/// # Errors
///
/// There is no such plan in the records.
pub fn workbook(
    records: &CommunityRecords,
    plan: PlanId,
    order: PlanOrder,
    on: NaiveDate,
    without_personal_data: bool,
) -> Result<Vec<u8>, PaperError> {
    let view = Plan { without_personal_data, ..Plan::from_records(records, plan, order, on)? };
    let record = records
        .plans
        .get(&plan)
        .ok_or_else(|| PaperError::NotFound { what: "Такого плана".to_owned() })?;
    let paper = Paper::Plan(view.clone());
    let (title, mark) = (paper.title(), paper.mark());
    let titles = (title.as_str(), mark.as_str());
    written(records, record, &view, titles, order, on).map_err(|source| PaperError::Xlsx { title, source })
}

fn written(
    records: &CommunityRecords,
    record: &PlanRecord,
    view: &Plan,
    (title, mark): (&str, &str),
    order: PlanOrder,
    on: NaiveDate,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = with_properties(Workbook::new(), title, &view.community, on);
    let look = Look::new();
    let named = |name: &'static str| Sheet {
        name,
        title: title.to_owned(),
        community: view.community.clone(),
        mark: mark.to_owned(),
    };
    let (columns, rows) = activities(records, record, view, order);
    named("Мероприятия").write(&mut book, &look, &columns, &rows)?;
    if !view.meetings.is_empty() {
        let rows: Vec<Vec<Cell>> = record
            .meetings
            .iter()
            .zip(&view.meetings)
            .map(|(planned, printed)| meeting(planned.term.as_ref(), printed, record.school_year))
            .collect();
        named("Заседания").write(&mut book, &look, &MEETINGS, &rows)?;
    }
    book.save_to_buffer()
}

/// The workbook with what its file says of itself.
fn with_properties(mut book: Workbook, title: &str, community: &str, on: NaiveDate) -> Workbook {
    let mut properties = DocProperties::new().set_title(title).set_author(sheet::shortened(community));
    // Without a day of its own the file would carry the moment of writing.
    if let Some(day) = date(on) {
        properties = properties.set_creation_datetime(&day);
    }
    book.set_properties(&properties);
    book
}

/// The first and the last day of a term; empty where no day follows from its words.
fn days(term: Option<&Term>, year: SchoolYear) -> [Cell; 2] {
    let day = |day: Option<NaiveDate>| day.map_or(Cell::Empty, Cell::Day);
    // «До 1 ноября» has no beginning that anybody means.
    let start = term.filter(|term| !matches!(term, Term::Until { .. })).and_then(|term| term.start(year));
    [day(start), day(term.and_then(|term| term.end(year)))]
}

const MEETINGS: [Column; 9] = [
    Column { title: "№", width: 5.0 },
    Column { title: "Тема и вопросы", width: 44.0 },
    Column { title: "Форма", width: 18.0 },
    Column { title: "Срок", width: 14.0 },
    Column { title: "Начало", width: 11.0 },
    Column { title: "Окончание", width: 11.5 },
    Column { title: "Место", width: 22.0 },
    Column { title: "Ответственные", width: 20.0 },
    Column { title: "Результат", width: 22.0 },
];

fn meeting(term: Option<&Term>, printed: &PlanMeeting, year: SchoolYear) -> Vec<Cell> {
    let topic = std::iter::once(&printed.topic).chain(&printed.questions);
    let topic: Vec<&str> = topic.map(String::as_str).filter(|text| !text.trim().is_empty()).collect();
    let mut row = vec![
        Cell::number(&printed.number),
        Cell::text(&topic.join("\n")),
        Cell::text(&printed.form),
        Cell::text(&printed.term),
    ];
    row.extend(days(term, year));
    row.extend([&printed.place, &printed.responsible, &printed.result].map(|text| Cell::text(text)));
    row
}
