//! The application for courses as a workbook: РИМК puts those of all communities into one table.

use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::sheet::{Cell, Column, Look, Sheet};
use super::with_properties;
use crate::PaperError;
use crate::papers::{CourseRequest, CourseRequestRow};

const COLUMNS: [Column; 12] = [
    Column { title: "№", width: 5.0 },
    Column { title: "Фамилия, имя, отчество", width: 28.0 },
    Column { title: "ОО", width: 22.0 },
    Column { title: "Должность, предмет", width: 24.0 },
    Column { title: "Категория", width: 16.0 },
    Column { title: "Год последних курсов", width: 13.0 },
    Column { title: "Нуждается", width: 20.0 },
    Column { title: "Тема", width: 30.0 },
    Column { title: "Форма", width: 14.0 },
    Column { title: "Часы", width: 9.0 },
    Column { title: "Период", width: 16.0 },
    Column { title: "Организация", width: 22.0 },
];

/// The application as XLSX. What is a heading on paper is a column, so that the table can be sorted. The same words and
/// day give the same bytes.
pub(crate) fn course_request(
    view: &CourseRequest,
    title: &str,
    mark: &str,
    on: NaiveDate,
) -> Result<Vec<u8>, PaperError> {
    written(view, title, mark, on).map_err(|source| PaperError::Xlsx { title: title.to_owned(), source })
}

fn written(view: &CourseRequest, title: &str, mark: &str, on: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = with_properties(Workbook::new(), title, &view.community, on);
    let due = format!("курсы {} назад", view.mark);
    let parts = [(due.as_str(), &view.due), ("сведений о курсах нет", &view.unknown), ("", &view.recent)];
    let people = parts.into_iter().flat_map(|(need, people)| people.iter().map(move |row| (need, row)));
    let rows: Vec<Vec<Cell>> =
        people.zip(1..).map(|((need, row), number)| cells(number, need, row)).collect();
    let sheet = Sheet {
        name: "Участники",
        title: title.to_owned(),
        community: view.community.clone(),
        mark: mark.to_owned(),
    };
    sheet.write(&mut book, &Look::new(), &COLUMNS, &rows)?;
    book.save_to_buffer()
}

fn cells(number: u32, need: &str, row: &CourseRequestRow) -> Vec<Cell> {
    let known = [&row.name, &row.organisation, &row.post, &row.category].map(|text| Cell::text(text));
    let asked = [&row.course, &row.form].map(|text| Cell::text(text));
    let when = [&row.term, &row.provider].map(|text| Cell::text(text));
    let mut cells = vec![Cell::Number(number)];
    cells.extend(known);
    cells.extend([Cell::number(&row.last), Cell::text(need)]);
    cells.extend(asked);
    cells.push(Cell::number(&row.hours));
    cells.extend(when);
    cells
}
