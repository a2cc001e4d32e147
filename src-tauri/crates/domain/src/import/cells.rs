//! The cells of one row by what their columns hold.

use std::collections::BTreeSet;

use super::heads::is_row_number;
use super::{TableColumn, one_line};

/// A row, and what its columns hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells<'a> {
    cells: &'a [String],
    columns: &'a [TableColumn],
    /// Which row it is, from zero.
    pub(super) row: usize,
}

impl<'a> Cells<'a> {
    pub(super) fn new(row: usize, cells: &'a [String], columns: &'a [TableColumn]) -> Self {
        Self { cells, columns, row }
    }

    /// The places of the filled cells of a column: two columns may hold the same.
    pub(super) fn places(self, wanted: TableColumn) -> impl Iterator<Item = usize> + 'a {
        let places = self.columns.iter().enumerate().filter(move |(_, column)| **column == wanted);
        places.map(|(at, _)| at).filter(move |at| self.cells.get(*at).is_some_and(|cell| !is_empty(cell)))
    }

    /// Their texts.
    pub(super) fn each(self, wanted: TableColumn) -> impl Iterator<Item = &'a str> {
        self.places(wanted).filter_map(move |at| self.cells.get(at)).map(|cell| cell.trim())
    }

    /// Their texts with the lines as they stand.
    pub(super) fn joined(self, wanted: TableColumn) -> String {
        self.each(wanted).collect::<Vec<_>>().join("\n")
    }

    /// Their texts as one line.
    pub(super) fn line(self, wanted: TableColumn) -> String {
        self.each(wanted).map(one_line).collect::<Vec<_>>().join(", ")
    }

    /// Their texts, with the lines of lists.
    pub(super) fn text(self, wanted: TableColumn) -> String {
        self.each(wanted).map(kept_lines).collect::<Vec<_>>().join("\n")
    }

    /// The filled cells that no record has a place for.
    pub(super) fn left(self) -> BTreeSet<usize> {
        let beyond = self.columns.len()..self.cells.len();
        let beyond = beyond.filter(|at| !is_empty(&self.cells[*at]));
        // Words in the column of numbers are no number.
        let words = self.places(TableColumn::Number).filter(|at| !is_row_number(&self.cells[*at]));
        self.places(TableColumn::Skip).chain(words).chain(beyond).collect()
    }
}

/// The cell of a column; empty where the table has no such column or the row is short.
pub(super) fn cell<'a>(cells: &'a [String], columns: &[TableColumn], wanted: TableColumn) -> &'a str {
    let at = columns.iter().position(|column| *column == wanted);
    let text = at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
    if is_empty(text) { "" } else { text }
}

/// A dash says «nothing», as tables on paper have it.
fn is_empty(cell: &str) -> bool {
    cell.trim().chars().all(|c| matches!(c, '-' | '—' | '–'))
}

/// The lines of a list stay; lines that only broke at the edge of a cell are one.
pub(super) fn kept_lines(cell: &str) -> String {
    let lines: Vec<String> = cell.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    let begins = |line: &&String| {
        let number = line.split([' ', '\u{a0}']).next().unwrap_or_default();
        let bare = number.trim_end_matches(['.', ')']);
        let numbered = number.ends_with(['.', ')'])
            && !bare.is_empty()
            && bare.split('.').all(|part| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
        let lettered = number.ends_with(')') && bare.chars().count() == 1;
        numbered
            || lettered
            || matches!(number, "-" | "—" | "–" | "•" | "·" | "*" | "✓" | "o")
            || line.starts_with(['•', '·', '–', '—', '-'])
    };
    let items = lines.iter().filter(begins).count();
    let listed = items >= 2 || lines.iter().filter(|line| line.ends_with(';')).count() >= 2;
    if !listed {
        return lines.join(" ");
    }
    let mut kept: Vec<String> = Vec::new();
    let bulleted = items >= 2;
    for (at, line) in lines.iter().enumerate() {
        let goes_on = at > 0
            && !begins(&line)
            && kept.last().is_some_and(|before| {
                if bulleted { at > 1 || begins(&before) } else { !before.ends_with(';') && at > 1 }
            });
        match kept.last_mut().filter(|_| goes_on) {
            Some(before) => {
                before.push(' ');
                before.push_str(line);
            }
            None => kept.push(line.clone()),
        }
    }
    kept.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Подведение итогов.\nПостановка задач", "Подведение итогов. Постановка задач")]
    #[case("1. Анализ работы.\n2. Выборы\nсекретаря.", "1. Анализ работы.\n2. Выборы секретаря.")]
    #[case("Семинар:\n— приёмы;\n— опыт", "Семинар:\n— приёмы;\n— опыт")]
    #[case("сбор заявок;\nсводка;\nотчёт", "сбор заявок;\nсводка;\nотчёт")]
    #[case("14.11.2025\nСеминар", "14.11.2025 Семинар")]
    #[case("", "")]
    fn lists_keep_their_lines(#[case] cell: &str, #[case] kept: &str) {
        assert_eq!(kept_lines(cell), kept);
    }
}
