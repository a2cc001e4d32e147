//! Tables that the leader puts under a text, as they stand on paper: how wide each column is, how large the letters are,
//! and whether the sheet has to be turned for one.

use pps_domain::records::TypedTable;

use crate::model::{Align, Column, Table};

/// How wide a letter of a table's usual size is on the average, in millimetres.
const LETTER: f64 = 2.05;
/// Room at both sides of a cell.
const SIDES: f64 = 3.4;
/// The usual size of a table's letters, in points.
const USUAL: f64 = 12.0;
/// On an upright sheet letters get no smaller than this: rather is the sheet turned.
const SMALLEST_UPRIGHT: f64 = 10.0;
/// No letters are smaller than this.
const SMALLEST: f64 = 7.0;
/// Widths of the sheet inside its margins.
const UPRIGHT: f64 = 170.0;
const TURNED: f64 = 257.0;
/// A column asks for no more letters than this in a line.
const LONGEST_LINE: usize = 36;
/// A longer word may be parted.
const LONGEST_WORD: usize = 12;

/// Tables of one paper, in order: those with a title get a number.
#[derive(Debug, Default)]
pub(crate) struct TypedTables {
    titled: usize,
}

impl TypedTables {
    /// The tables under a text of an upright paper; an empty one leaves no trace.
    pub(crate) fn upright(&mut self, typed: &[TypedTable]) -> Vec<Table> {
        typed.iter().filter_map(|typed| self.table(typed, false)).collect()
    }

    /// The same on a paper whose sheets lie on their side.
    pub(crate) fn landscape(&mut self, typed: &[TypedTable]) -> Vec<Table> {
        typed.iter().filter_map(|typed| self.table(typed, true)).collect()
    }

    fn table(&mut self, typed: &TypedTable, landscape: bool) -> Option<Table> {
        if typed.is_empty() {
            return None;
        }
        let mut table = laid_out(typed, landscape);
        let title = typed.title.trim();
        if !title.is_empty() {
            self.titled += 1;
            table.title = format!("Таблица {}. {title}", self.titled);
        }
        Some(table)
    }
}

fn laid_out(typed: &TypedTable, landscape: bool) -> Table {
    let count = typed.width();
    let whole = |cells: &[String]| -> Vec<String> {
        let mut cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        cells.resize(count, String::new());
        cells
    };
    let heads = whole(&typed.columns);
    let mut rows: Vec<Vec<String>> = typed.rows.iter().map(|row| whole(row)).collect();
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    let asked: Vec<Asked> = (0..count).map(|at| Asked::by(&heads, &rows, at)).collect();
    let (size, turned) = fitting(&asked, landscape);
    let sheet = if landscape || turned { TURNED } else { UPRIGHT };
    let widths = shared_out(&asked, sheet, size);
    let columns = heads.into_iter().zip(&asked).zip(widths).map(|((title, asked), width)| Column {
        title,
        width,
        align: if asked.numbers { Align::Center } else { Align::Left },
        ..Column::default()
    });
    Table {
        columns: columns.collect(),
        rows,
        letters: (size < USUAL).then_some(size),
        turned,
        stays: true,
        ..Table::default()
    }
}

/// What a column asks for, in letters.
struct Asked {
    /// Its longest word, which should not be parted.
    word: usize,
    /// Its longest line.
    line: usize,
    /// Whether nothing but numbers stands in it.
    numbers: bool,
}

impl Asked {
    fn by(heads: &[String], rows: &[Vec<String>], at: usize) -> Self {
        let cells = || rows.iter().map(move |row| row[at].as_str());
        let all = || std::iter::once(heads[at].as_str()).chain(cells());
        let letters = |text: &str| text.chars().count();
        let words =
            all().flat_map(|cell| cell.split(|sign: char| sign.is_whitespace() || "-/".contains(sign)));
        // A heading may take several lines, what stands under it rather not.
        let lines = cells().flat_map(str::lines);
        let is_number = |cell: &str| !cell.contains(char::is_alphabetic);
        Self {
            word: words.map(letters).max().unwrap_or_default().clamp(2, LONGEST_WORD),
            line: lines.map(letters).max().unwrap_or_default().clamp(2, LONGEST_LINE),
            numbers: at > 0 && cells().any(|cell| !cell.is_empty()) && cells().all(is_number),
        }
    }

    /// The least width at a size of letters.
    fn least(&self, size: f64) -> f64 {
        wide(self.word) * size / USUAL + SIDES
    }
}

/// How many letters are small and few.
fn wide(letters: usize) -> f64 {
    f64::from(u32::try_from(letters).unwrap_or(u32::MAX)) * LETTER
}

/// The largest size of letters at which no word is parted, and whether the sheet is turned for it.
fn fitting(asked: &[Asked], landscape: bool) -> (f64, bool) {
    let fits = |size: f64, sheet: f64| asked.iter().map(|column| column.least(size)).sum::<f64>() <= sheet;
    let sizes = |smallest: f64| {
        std::iter::successors(Some(USUAL), |size| Some(size - 1.0)).take_while(move |size| *size >= smallest)
    };
    if landscape {
        return (sizes(SMALLEST).find(|size| fits(*size, TURNED)).unwrap_or(SMALLEST), false);
    }
    match sizes(SMALLEST_UPRIGHT).find(|size| fits(*size, UPRIGHT)) {
        Some(size) => (size, false),
        None => (sizes(SMALLEST).find(|size| fits(*size, TURNED)).unwrap_or(SMALLEST), true),
    }
}

/// The sheet, shared out: what each column needs at the least, and the rest by how much longer its lines are.
fn shared_out(asked: &[Asked], sheet: f64, size: f64) -> Vec<f64> {
    let least: Vec<f64> = asked.iter().map(|column| column.least(size)).collect();
    let more: Vec<f64> =
        asked.iter().map(|column| wide(column.line - column.word.min(column.line)) + LETTER).collect();
    let (needed, wanted) = (least.iter().sum::<f64>(), more.iter().sum::<f64>());
    let rest = (sheet - needed).max(0.0);
    least.iter().zip(&more).map(|(least, more)| least + rest * more / wanted.max(LETTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(title: &str, columns: &[&str], rows: &[&[&str]]) -> TypedTable {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        TypedTable {
            id: "01990000-0000-7000-8000-000000000001".parse().unwrap(),
            title: title.to_owned(),
            columns: owned(columns),
            rows: rows.iter().map(|row| owned(row)).collect(),
        }
    }

    fn upright(typed: TypedTable) -> Table {
        TypedTables::default().upright(&[typed]).remove(0)
    }

    #[test]
    fn only_tables_with_a_title_are_numbered_and_an_empty_one_leaves_no_trace() {
        let tables = [
            typed("Итоги ВПР", &["Школа"], &[&["№ 1"]]),
            typed("", &["Школа"], &[&["№ 2"]]),
            typed("Пустая", &["", ""], &[&["", " "]]),
            typed(" Итоги ОГЭ ", &["Школа"], &[&["№ 3"]]),
        ];
        let made = TypedTables::default().upright(&tables);
        let titles: Vec<&str> = made.iter().map(|table| table.title.as_str()).collect();
        assert_eq!(titles, ["Таблица 1. Итоги ВПР", "", "Таблица 2. Итоги ОГЭ"]);
    }

    #[test]
    fn a_table_fills_the_sheet_and_its_rows_have_a_cell_for_every_column() {
        let table =
            upright(typed("", &["Школа", "Качество, %"], &[&["Вакинская СШ"], &["", "41"], &["", ""]]));
        assert_eq!(table.rows, [["Вакинская СШ", ""], ["", "41"]]);
        let width: f64 = table.columns.iter().map(|column| column.width).sum();
        assert!((width - UPRIGHT).abs() < 0.01, "{width}");
        assert!(table.columns[0].width > table.columns[1].width);
        assert_eq!([table.columns[0].align, table.columns[1].align], [Align::Left, Align::Center]);
        assert_eq!((table.letters, table.turned), (None, false));
    }

    #[test]
    fn a_wide_table_gets_smaller_letters_then_a_sheet_of_its_own() {
        let of = |count: usize| {
            let row = vec!["значение"; count];
            upright(typed("", &row, &[&row]))
        };
        assert_eq!((of(8).letters, of(8).turned), (None, false));
        assert_eq!((of(9).letters, of(9).turned), (Some(11.0), false));
        assert!(of(12).turned && of(12).letters.is_none());
        let most = of(30);
        assert!(most.turned && most.letters == Some(SMALLEST));
    }
}
