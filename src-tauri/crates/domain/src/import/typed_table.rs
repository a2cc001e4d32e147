//! A table that is pasted under a text of a paper: which of its rows is the head, what becomes of cells that reach over
//! several, and whether it is small enough to stand there.

use thiserror::Error;

use crate::records::TypedTable;
use crate::russian::{cited, counted};

/// A cell that reaches over several rows or columns. What it says stands in each of its rows, and in the first of its
/// columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The first of its rows, from 0.
    pub row: usize,
    /// The first of its columns, from 0.
    pub column: usize,
    /// How many rows it takes.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

/// A pasted table, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PastedTable {
    /// A line across its top; may be empty.
    pub title: String,
    /// The head.
    pub columns: Vec<String>,
    /// What stands under it.
    pub rows: Vec<Vec<String>>,
    /// What was made otherwise than it was, in sentences.
    pub said: Vec<String>,
}

/// Why a table does not fit under a text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TypedTableError {
    /// More columns than a sheet takes.
    #[error(
        "В таблице {}, а помещается {}. Вставьте её частями или приложите файлом.",
        counted(*.0, "столбец", "столбца", "столбцов"),
        TypedTable::MOST_COLUMNS
    )]
    TooWide(usize),
    /// More rows than anybody reads.
    #[error(
        "В таблице {}, а помещается {}. Вставьте нужную часть или приложите таблицу файлом.",
        counted(*.0, "строка", "строки", "строк"),
        TypedTable::MOST_ROWS
    )]
    TooLong(usize),
}

/// A whole table: a line across the top is its title, the first row its head; a head of two rows becomes one.
///
/// # Errors
/// It is wider or longer than a table under a text may be.
pub fn read_typed_table(rows: &[Vec<String>], merged: &[Merged]) -> Result<PastedTable, TypedTableError> {
    let width = width_of(rows)?;
    let mut rows = squared(rows, width);
    let (mut table, mut taken) = (PastedTable::default(), 0);
    let across = |cell: &Merged| cell.row == 0 && cell.columns >= width && width > 1;
    let filled = rows.first().map(|row| row.iter().filter(|cell| !cell.is_empty()).count());
    if rows.len() > 1 && filled == Some(1) && merged.iter().any(across) {
        table.title = rows.remove(0).swap_remove(0);
        taken = 1;
    }
    if rows.first().is_some_and(|row| row.iter().any(|cell| cell.contains(char::is_alphabetic))) {
        table.columns = rows.remove(0);
        let wide: Vec<&Merged> = merged
            .iter()
            .filter(|cell| cell.row == taken && cell.columns > 1 && cell.columns < width)
            .collect();
        taken += 1;
        if !wide.is_empty() && !rows.is_empty() {
            let lower = rows.remove(0);
            table.columns = joined_heads(&table.columns, &lower, &wide);
            taken += 1;
            let example = wide.first().and_then(|cell| table.columns.get(cell.column)).cloned();
            let example = example.unwrap_or_default();
            table.said.push(format!("Заголовок из двух строк сложен в одну: {}.", cited(&example)));
        }
    } else {
        table.columns = vec![String::new(); width];
    }
    table.said.extend(spread_in_words(merged.iter().filter(|cell| cell.row >= taken)));
    table.rows = within_limits(rows)?;
    Ok(table)
}

/// Cells that are put into a table which is there already: all of them are rows.
///
/// # Errors
/// They are more than a table under a text may have.
pub fn read_cells(rows: &[Vec<String>], merged: &[Merged]) -> Result<PastedTable, TypedTableError> {
    let width = width_of(rows)?;
    let rows = within_limits(squared(rows, width))?;
    let said = spread_in_words(merged.iter()).into_iter().collect();
    Ok(PastedTable { rows, said, ..PastedTable::default() })
}

fn width_of(rows: &[Vec<String>]) -> Result<usize, TypedTableError> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    if width > TypedTable::MOST_COLUMNS { Err(TypedTableError::TooWide(width)) } else { Ok(width) }
}

fn within_limits(rows: Vec<Vec<String>>) -> Result<Vec<Vec<String>>, TypedTableError> {
    if rows.len() > TypedTable::MOST_ROWS { Err(TypedTableError::TooLong(rows.len())) } else { Ok(rows) }
}

fn squared(rows: &[Vec<String>], width: usize) -> Vec<Vec<String>> {
    let whole = |row: &Vec<String>| {
        let mut row: Vec<String> = row.iter().map(|cell| cell.trim().to_owned()).collect();
        row.resize(width, String::new());
        row
    };
    rows.iter().map(whole).collect()
}

/// «2025 год: качество»: each column under a wide heading bears its words too.
fn joined_heads(upper: &[String], lower: &[String], wide: &[&Merged]) -> Vec<String> {
    let over = |at: usize| {
        let cell = wide.iter().find(|cell| (cell.column..cell.column + cell.columns).contains(&at));
        upper.get(cell.map_or(at, |cell| cell.column)).map_or("", String::as_str)
    };
    let joined = |(at, own): (usize, &String)| match (over(at), own.as_str()) {
        (over, "") => over.to_owned(),
        ("", own) => own.to_owned(),
        (over, own) if over == own => own.to_owned(),
        (over, own) => format!("{over}: {own}"),
    };
    lower.iter().enumerate().map(joined).collect()
}

/// What became of cells that reach over several.
fn spread_in_words<'a>(merged: impl Iterator<Item = &'a Merged>) -> Option<String> {
    let (mut down, mut across) = (0, 0);
    for cell in merged {
        down += usize::from(cell.rows > 1);
        across += usize::from(cell.rows == 1 && cell.columns > 1);
    }
    let cells = |count| counted(count, "объединённая ячейка", "объединённые ячейки", "объединённых ячеек");
    match (down, across) {
        (0, 0) => None,
        (0, across) => Some(format!("Разделено: {}, текст стоит в первом столбце каждой.", cells(across))),
        (down, 0) => Some(format!("Разделено: {}, текст повторён в каждой строке.", cells(down))),
        (down, across) => Some(format!(
            "Разделено: {}, текст повторён в каждой строке и стоит в первом столбце.",
            cells(down + across)
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[&[&str]]) -> Vec<Vec<String>> {
        cells.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    const fn merged(row: usize, column: usize, rows: usize, columns: usize) -> Merged {
        Merged { row, column, rows, columns }
    }

    #[test]
    fn the_first_row_is_the_head_and_short_rows_get_empty_cells() {
        let read =
            read_typed_table(&rows(&[&["Школа", "Писали", "Качество"], &["№ 1", " 12 "]]), &[]).unwrap();
        assert_eq!(read.columns, ["Школа", "Писали", "Качество"]);
        assert_eq!(read.rows, [["№ 1", "12", ""]]);
        assert_eq!((read.title.as_str(), read.said.len()), ("", 0));
    }

    #[test]
    fn numbers_alone_are_no_head() {
        let read = read_typed_table(&rows(&[&["1", "2"], &["3", "4"]]), &[]).unwrap();
        assert_eq!((read.columns, read.rows.len()), (vec![String::new(); 2], 2));
    }

    #[test]
    fn a_line_across_the_top_is_the_title_and_two_rows_of_headings_become_one() {
        let cells = rows(&[
            &["Итоги ВПР"],
            &["Школа", "2025", "", "2026"],
            &["Школа", "осень", "весна", "осень"],
            &["№ 1", "40", "42", "45"],
        ]);
        let spans = [merged(0, 0, 1, 4), merged(1, 0, 2, 1), merged(1, 1, 1, 2)];
        let read = read_typed_table(&cells, &spans).unwrap();
        assert_eq!(read.title, "Итоги ВПР");
        assert_eq!(read.columns, ["Школа", "2025: осень", "2025: весна", "2026: осень"]);
        assert_eq!(read.rows, [["№ 1", "40", "42", "45"]]);
        assert_eq!(read.said, ["Заголовок из двух строк сложен в одну: «2025: осень»."]);
    }

    #[test]
    fn cells_that_reached_over_several_are_told() {
        let cells = rows(&[&["Школа", "Класс"], &["№ 1", "5"], &["№ 1", "6"], &["Всего", ""]]);
        let read = read_typed_table(&cells, &[merged(1, 0, 2, 1), merged(3, 0, 1, 2)]).unwrap();
        assert_eq!(
            read.said,
            [
                "Разделено: 2\u{a0}объединённые ячейки, текст повторён в каждой строке и стоит в первом столбце."
            ]
        );
        let read = read_cells(&cells, &[merged(1, 0, 2, 1)]).unwrap();
        assert_eq!((read.columns.len(), read.rows.len()), (0, 4));
        assert_eq!(read.said, ["Разделено: 1\u{a0}объединённая ячейка, текст повторён в каждой строке."]);
    }

    #[test]
    fn what_is_too_wide_or_too_long_is_refused_with_a_way_out() {
        let wide = vec![vec!["Класс".to_owned(); 31]];
        let told = read_typed_table(&wide, &[]).unwrap_err().to_string();
        assert_eq!(
            told,
            "В таблице 31\u{a0}столбец, а помещается 30. Вставьте её частями или приложите файлом."
        );
        let long = vec![vec!["Класс".to_owned()]; 502];
        assert_eq!(read_typed_table(&long, &[]).unwrap_err(), TypedTableError::TooLong(501));
        assert!(read_typed_table(&long[..501], &[]).is_ok() && read_cells(&long[..501], &[]).is_err());
    }
}
