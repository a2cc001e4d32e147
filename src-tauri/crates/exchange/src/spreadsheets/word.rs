//! The tables of a text of Word, each with what stands above it.

use super::limits::{Cell, Growing, MOST_SHEETS, Row};
use super::{Sheet, TableError};
use crate::office_text::{TextBlock, TextCell, TextParagraph, TextTable, read_office_text};

/// Longer prose above a table is no title.
const MOST_ABOVE: usize = 200;

/// Reads all tables. A table that goes on after an empty paragraph, as on the next sheet of paper, is one table with
/// that before it. A text without any table gives its lines.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let text = read_office_text(bytes)?;
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut above: Vec<TextParagraph> = Vec::new();
    let mut tables: Vec<(Vec<TextParagraph>, TextTable)> = Vec::new();
    for block in text.blocks {
        match block {
            TextBlock::Paragraph(paragraph) => above.push(paragraph),
            TextBlock::Table(table) => match tables.last_mut() {
                Some((_, before)) if above.is_empty() && width(before) == width(&table) => {
                    go_on(before, table)
                }
                _ => tables.push((std::mem::take(&mut above), table)),
            },
        }
    }
    if tables.len() > MOST_SHEETS {
        return Err(TableError::TooManySheets);
    }
    let mut left_out: Vec<String> = text.left_out.iter().map(crate::office_text::LeftOut::sentence).collect();
    if tables.is_empty() {
        let mut sheet = lines(&above)?;
        sheet.left_out = left_out;
        return Ok(vec![sheet]);
    }
    for (above, table) in tables {
        let title = above.iter().rev().find(|one| one.heading || one.bold || one.centred);
        let name = title.map(|title| title.text.split_whitespace().collect::<Vec<_>>().join(" "));
        let mut sheet = rows(&name.unwrap_or_default(), table)?;
        let first = above.len().saturating_sub(MOST_ABOVE);
        sheet.above = above[first..].iter().map(TextParagraph::shown).collect();
        sheets.push(sheet);
    }
    if let Some(last) = sheets.last_mut() {
        let below = above.iter().map(|one| format!("Текст под таблицей не взят: «{}».", one.shown()));
        last.left_out.extend(below);
    }
    if let Some(first) = sheets.first_mut() {
        first.left_out.append(&mut left_out);
    }
    Ok(sheets)
}

fn width(table: &TextTable) -> usize {
    table.rows.iter().map(Vec::len).max().unwrap_or_default()
}

/// Headings that are said again on the next sheet are left.
fn go_on(before: &mut TextTable, mut table: TextTable) {
    let texts = |table: &TextTable| -> Option<Vec<String>> {
        Some(table.rows.first()?.iter().map(|cell| cell.text.clone()).collect())
    };
    if texts(before) == texts(&table) {
        table.rows.remove(0);
    }
    before.rows.append(&mut table.rows);
}

/// What a merged cell says holds for each row that it reaches, as in a workbook.
fn rows(name: &str, table: TextTable) -> Result<Sheet, TableError> {
    let mut growing = Growing::of(Sheet { name: name.to_owned(), ..Sheet::default() });
    let mut above: Vec<String> = Vec::new();
    for (row, number) in table.rows.into_iter().zip(1..) {
        let said = |cell: &TextCell| !cell.text.is_empty() || !cell.struck.is_empty();
        let own = row.iter().any(|cell| !cell.continued && said(cell));
        let mut cells: Vec<Cell> = Vec::with_capacity(row.len());
        for (at, TextCell { text, continued, struck }) in row.into_iter().enumerate() {
            let reaches = continued && text.is_empty() && own;
            let text = if reaches { above.get(at).cloned().unwrap_or_default() } else { text };
            cells.push(Cell { text, struck });
        }
        if own {
            above = cells.iter().map(|cell| cell.text.clone()).collect();
        }
        growing.push(Row { number, cells, hidden: false })?;
    }
    Ok(growing.done())
}

/// Lines of a text; where most of them have tabs, those divide cells.
fn lines(paragraphs: &[TextParagraph]) -> Result<Sheet, TableError> {
    let tabbed = paragraphs.iter().filter(|one| one.text.contains('\t')).count();
    let by_tabs = tabbed * 2 > paragraphs.len() && tabbed > 1;
    let mut growing = Growing::default();
    for (paragraph, number) in paragraphs.iter().zip(1..) {
        let shown = paragraph.shown();
        let cells = if by_tabs { shown.split('\t').map(str::to_owned).collect() } else { vec![shown] };
        growing.push(Row::of(number, cells))?;
    }
    let mut sheet = growing.done();
    sheet.plain_text = !by_tabs;
    Ok(sheet)
}
