//! Tables of results within a report: «Школа | 2024 | 2025» with figures below. Any other table of a protocol lays its text
//! out, or lists people and decisions, and is read line by line.

use super::labels::label_of;
use super::lines::Line;
use super::reading::{Reading, Section};
use super::result::{LinePart, ReadLine, ReadTable};
use crate::import::one_line;
use crate::records::TypedTable;

/// The table of results that the rows are; nothing where they are no such table.
pub(super) fn results(rows: &[Vec<String>]) -> Option<ReadTable> {
    let trimmed = |row: &Vec<String>| row.iter().map(|cell| one_line(cell)).collect::<Vec<_>>();
    let mut rows: Vec<Vec<String>> = rows.iter().map(trimmed).collect();
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    let mut title = String::new();
    // A heading across the whole.
    if let Some(first) = rows.first()
        && rows.len() > 2
        && first.iter().filter(|cell| !cell.is_empty()).count() == 1
    {
        title = rows.remove(0).concat();
    }
    let columns = rows.first()?.clone();
    let body = rows.split_off(1);
    let width = columns.len();
    let fits = (2..=TypedTable::MOST_COLUMNS).contains(&width)
        && (2..=TypedTable::MOST_ROWS).contains(&body.len())
        && body.iter().all(|row| row.len() == width)
        && columns.iter().filter(|cell| !cell.is_empty()).count() + 1 >= width;
    let says_something_else = columns
        .iter()
        .chain(body.iter().flatten())
        .any(|cell| label_of(cell, false).is_some() || label_of(&format!("{cell}:"), false).is_some());
    let figures = (0..width).any(|at| {
        let cells: Vec<&str> = body.iter().filter_map(|row| row.get(at)).map(String::as_str).collect();
        cells.iter().all(|cell| is_figure(cell))
            && cells.iter().any(|cell| cell.chars().any(|sign| sign.is_ascii_digit()))
            && !counts_rows(&cells)
    });
    (fits && figures && !says_something_else).then_some(ReadTable { title, columns, rows: body })
}

impl Reading<'_> {
    /// Puts a table of results under the report that is being read. False where no report is.
    pub(super) fn results(&mut self, table: &ReadTable) -> bool {
        if !self.in_body() || !matches!(self.section, Section::Heard | Section::Spoke) {
            return false;
        }
        let mut table = table.clone();
        let item = self.current();
        if table.title.is_empty() {
            table.title = named_before(&mut item.heard);
        }
        item.tables.push(table.clone());
        let of = self.item.map(|item| item + 1);
        for row in std::iter::once(&table.columns).chain(&table.rows) {
            let text = row.join(" | ");
            self.out.lines.push(ReadLine { text, part: LinePart::Heard, item: of, partly: false });
        }
        true
    }
}

/// «Таблица 1. Результаты ВПР» as the last line of a report is the title of the table after it, and no words of the report.
fn named_before(heard: &mut String) -> String {
    let (before, last) = heard.rsplit_once('\n').unwrap_or(("", heard.as_str()));
    let Some(rest) = last.trim().strip_prefix("Таблица") else { return String::new() };
    let name = rest.trim_start_matches(|sign: char| {
        sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, '№' | '.' | ':' | '—' | '–' | '-')
    });
    if name.is_empty() {
        return String::new();
    }
    let name = name.trim_end_matches(['.', ':']).to_owned();
    *heard = before.to_owned();
    name
}

/// «12», «48,5 %», «+3», «3,9 / 4,1», or nothing said.
fn is_figure(cell: &str) -> bool {
    cell.chars().all(|sign| {
        sign.is_ascii_digit()
            || sign.is_whitespace()
            || matches!(sign, ',' | '.' | '%' | '+' | '-' | '−' | '–' | '—' | '/' | '(' | ')')
    })
}

/// «1», «2», «3»: numbers of rows say nothing.
fn counts_rows(cells: &[&str]) -> bool {
    cells.iter().zip(1..).all(|(cell, number)| cell.trim_end_matches(['.', ')']) == number.to_string())
}

/// A line that stands for a whole table of results.
pub(super) fn line_of(table: ReadTable, rows: &[Vec<String>]) -> Line {
    let said = table.columns.join(" ");
    Line { said, results: Some(Box::new((table, rows.to_vec()))), ..Line::default() }
}
