//! Rows across a table: «1. Аналитическая деятельность», «Работа с одарёнными детьми», «Сентябрь», «26 августа 2025 г.».
//! They say something of the rows below them, and are no rows of the plan themselves.

use super::heads::is_row_number;
use super::{Heading, TableColumn, TableKind, is_numbering, read_direction};
use crate::calendar::{SchoolYear, Term, read_term};
use crate::records::Direction;

/// What a row is, before its cells are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing, or a row of numbers, or the headings once more.
    Repeated,
    /// A text across the table.
    Divider(Divider),
    /// Cells that belong to the row above: it has neither a number nor a text of its own.
    Continues,
    /// A row.
    Row,
}

/// What a text across the table says of the rows below.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Divider {
    /// The direction that it names.
    pub direction: Option<Direction>,
    /// The section of the plan that it begins, without its number.
    pub section: Option<String>,
    /// When.
    pub term: Option<Term>,
    /// Nothing is taken of it: a signature below the table, a remark.
    pub note: bool,
    /// It may as well be a row of the plan of which nothing more is known.
    pub perhaps_a_row: bool,
}

/// What each row is. `as_rows` are those that a person calls rows of the plan.
pub(super) fn shapes(
    rows: &[Vec<String>],
    columns: &[TableColumn],
    heading: Option<&Heading>,
    year: SchoolYear,
    as_rows: &[usize],
) -> Vec<Shape> {
    let table = Table { rows, columns, number: number_column(rows, columns) };
    let mut shapes: Vec<Shape> = Vec::with_capacity(rows.len());
    for (at, cells) in rows.iter().enumerate() {
        let again = heading.is_some_and(|heading| heading.stands_in(cells, TableKind::Activities));
        let empty = cells.iter().all(|cell| cell.trim().is_empty());
        shapes.push(if empty || is_numbering(cells) || again {
            Shape::Repeated
        } else if as_rows.contains(&at) {
            Shape::Row
        } else if let Some(text) = table.divider(at) {
            let mut divider = Divider::of(&text, year);
            divider.perhaps_a_row = table.only_in_text(at) && divider.section.is_some();
            Shape::Divider(divider)
        } else if table.continues(at) && matches!(shapes.last(), Some(Shape::Row | Shape::Continues)) {
            Shape::Continues
        } else {
            Shape::Row
        });
    }
    text_alone(&mut shapes, &table);
    notes_below(&mut shapes);
    own_sections(&mut shapes, rows, &table);
    shapes
}

struct Table<'a> {
    rows: &'a [Vec<String>],
    columns: &'a [TableColumn],
    /// The column of numbers, where rows have them.
    number: Option<usize>,
}

fn number_column(rows: &[Vec<String>], columns: &[TableColumn]) -> Option<usize> {
    let at = columns.iter().position(|column| *column == TableColumn::Number)?;
    let cells = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let several: Vec<&Vec<String>> = rows.iter().filter(|row| cells(row) >= 2).collect();
    let numbered = several.iter().filter(|row| row.get(at).is_some_and(|cell| is_row_number(cell))).count();
    (numbered > 0 && numbered * 2 >= several.len()).then_some(at)
}

impl Table<'_> {
    fn cell(&self, row: usize, at: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(at)).map_or("", |cell| cell.trim())
    }

    fn is_number_cell(&self, at: usize) -> bool {
        self.columns.get(at) == Some(&TableColumn::Number)
    }

    /// The filled cells without the number of the row; the same text in several cells was one wide cell.
    fn said(&self, row: usize) -> Vec<(usize, &str)> {
        let mut said: Vec<(usize, &str)> = Vec::new();
        for at in 0..self.rows.get(row).map_or(0, Vec::len) {
            let cell = self.cell(row, at);
            let number = self.is_number_cell(at) && is_row_number(cell);
            let wide = said.last().is_some_and(|(_, before)| *before == cell);
            let known = matches!(self.columns.get(at), Some(TableColumn::Direction | TableColumn::Section));
            if !(cell.is_empty() || number || is_dash(cell) || wide) || (known && !cell.is_empty() && !wide) {
                said.push((at, cell));
            }
        }
        said
    }

    /// The text of a row across the table; with its number, which may stand in a cell of its own.
    fn divider(&self, row: usize) -> Option<String> {
        let said = self.said(row);
        let [(at, only)] = said.as_slice() else { return None };
        let column = self.columns.get(*at).copied().unwrap_or(TableColumn::Skip);
        let numbers = self.columns.iter().position(|column| *column == TableColumn::Number);
        let number =
            numbers.map(|at| self.cell(row, at)).filter(|cell| is_row_number(cell)).unwrap_or_default();
        match column {
            TableColumn::Number => Some((*only).to_owned()),
            // Its number says whether rows stand under it: «2» among «1» and «3» is a row, «2» above «2.1» is not.
            TableColumn::Text if !number.is_empty() && self.number.is_some() => {
                let heads = self.heads_others(row, number) || self.is_of_another_kind(number);
                heads.then(|| (*only).to_owned())
            }
            TableColumn::Text => Some((*only).to_owned()),
            // A month or a section that stands alone in its column holds for the rows below.
            TableColumn::Section | TableColumn::Direction => Some((*only).to_owned()),
            TableColumn::Term | TableColumn::Month if *at == 0 || self.stands_before_text(*at) => {
                Some((*only).to_owned())
            }
            _ if *at == 0 || self.stands_before_text(*at) => Some((*only).to_owned()),
            _ => None,
        }
    }

    fn stands_before_text(&self, at: usize) -> bool {
        let text = self.columns.iter().position(|column| *column == TableColumn::Text);
        text.is_some_and(|text| at < text)
    }

    fn only_in_text(&self, row: usize) -> bool {
        let said = self.said(row);
        matches!(said.as_slice(), [(at, _)] if self.columns.get(*at) == Some(&TableColumn::Text))
    }

    /// Whether the rows below go on with its number: «2.1» under «2.»
    fn heads_others(&self, row: usize, number: &str) -> bool {
        let Some(at) = self.number else { return false };
        let own = number.trim_end_matches(['.', ')', ' ']);
        let next = (row + 1..self.rows.len()).map(|row| self.cell(row, at)).find(|cell| !cell.is_empty());
        next.and_then(|next| next.strip_prefix(own)).is_some_and(|rest| {
            let rest = rest.strip_prefix('.').unwrap_or_default();
            rest.starts_with(|c: char| c.is_ascii_digit())
        })
    }

    /// Whether it is a Roman number among Arabic ones.
    fn is_of_another_kind(&self, number: &str) -> bool {
        let arabic = |cell: &str| cell.starts_with(|c: char| c.is_ascii_digit());
        let Some(at) = self.number else { return false };
        let others = (0..self.rows.len()).map(|row| self.cell(row, at)).filter(|cell| is_row_number(cell));
        let (arabic_ones, roman_ones): (Vec<&str>, Vec<&str>) = others.partition(|cell| arabic(cell));
        !arabic(number) && arabic_ones.len() > roman_ones.len()
    }

    /// Whether a row only goes on with the one above: neither a number nor a text, and something else.
    fn continues(&self, row: usize) -> bool {
        let text = self.columns.iter().position(|column| *column == TableColumn::Text);
        let numbers = self.columns.iter().position(|column| *column == TableColumn::Number);
        let empty = |at: Option<usize>| at.is_none_or(|at| self.cell(row, at).is_empty());
        let merged = |at: usize| row > 0 && self.cell(row, at) == self.cell(row - 1, at);
        // What a merged cell says on each of its rows is nothing new.
        let said = self.said(row);
        text.is_some() && empty(text) && (empty(numbers) || numbers.is_some_and(merged)) && !said.is_empty()
    }
}

/// In a table whose rows have no numbers, a text alone may be a section or a row of which nothing else is known. It is a
/// section where a fuller row follows it; two such texts in a row are rows of the plan.
fn text_alone(shapes: &mut [Shape], table: &Table<'_>) {
    if table.number.is_some() {
        return;
    }
    let alone: Vec<usize> = (0..shapes.len())
        .filter(|at| matches!(&shapes[*at], Shape::Divider(divider) if divider.perhaps_a_row))
        .collect();
    let full = shapes.iter().filter(|shape| matches!(shape, Shape::Row)).count();
    let said: Vec<usize> = (0..shapes.len()).filter(|at| shapes[*at] != Shape::Repeated).collect();
    for at in &alone {
        let place = said.iter().position(|said| said == at).unwrap_or_default();
        let next = said.get(place + 1);
        let after_another = place.checked_sub(1).is_some_and(|before| alone.contains(&said[before]));
        let before_a_row =
            next.is_none_or(|next| matches!(shapes[*next], Shape::Row) && !alone.contains(next));
        if after_another || !before_a_row || alone.len() > full {
            shapes[*at] = Shape::Row;
        }
    }
}

/// What stands across the table below its last row is a signature or a remark.
fn notes_below(shapes: &mut [Shape]) {
    for shape in shapes.iter_mut().rev() {
        match shape {
            Shape::Divider(divider) => *divider = Divider { note: true, ..Divider::default() },
            Shape::Repeated => {}
            Shape::Row | Shape::Continues => break,
        }
    }
}

/// Where the plan has sections of its own, those that name a direction are sections too: they stand in one row with them.
/// A section that another follows at once is its beginning.
fn own_sections(shapes: &mut [Shape], rows: &[Vec<String>], table: &Table<'_>) {
    let own = |shape: &Shape| matches!(shape, Shape::Divider(divider) if divider.section.is_some());
    let directed = |shape: &Shape| matches!(shape, Shape::Divider(divider) if divider.direction.is_some());
    if !shapes.iter().any(own) {
        return;
    }
    if shapes.iter().any(directed) {
        for at in 0..rows.len() {
            let text = table.divider(at).unwrap_or_default();
            if let Some(Shape::Divider(divider)) = shapes.get_mut(at)
                && divider.direction.is_some()
            {
                divider.section = Some(without_number(&text));
            }
        }
    }
    let mut before: Option<String> = None;
    for shape in shapes.iter_mut() {
        match shape {
            Shape::Divider(Divider { section: Some(section), .. }) => {
                if let Some(above) = before.take() {
                    *section = format!("{above} — {section}");
                }
                before = Some(section.clone());
            }
            Shape::Repeated | Shape::Divider(_) => {}
            Shape::Row | Shape::Continues => before = None,
        }
    }
}

impl Divider {
    /// Reads a text across the table. A term may stand above the name of a section: «26 августа 2025 г.», then «Работа по
    /// секциям».
    #[must_use]
    pub fn of(text: &str, year: SchoolYear) -> Self {
        let text = text.trim();
        if let Some(direction) = read_direction(text) {
            return Self { direction: Some(direction), ..Self::default() };
        }
        if let Some(term) = known_term(text, year) {
            return Self { term: Some(term), ..Self::default() };
        }
        let parted =
            text.split_once('\n').or_else(|| text.split_once(". ")).or_else(|| text.split_once(": "));
        if let Some((first, rest)) = parted
            && let Some(term) = known_term(first, year)
        {
            let rest = without_number(rest);
            return Self { term: Some(term), section: (!rest.is_empty()).then_some(rest), ..Self::default() };
        }
        Self { section: Some(without_number(text)), ..Self::default() }
    }
}

/// A term that names months or days.
fn known_term(text: &str, year: SchoolYear) -> Option<Term> {
    // «1» and «3.1» are numbers of rows.
    let spelled = text.chars().any(char::is_alphabetic) || text.matches('.').count() >= 2;
    let plain = text.trim().trim_end_matches([':', '.']);
    read_term(plain, year).filter(|term| spelled && !matches!(term, Term::Words { .. }))
}

/// «I. Разбор итогов», «2.1) Работа …», «Раздел 3. …» without the number.
pub(super) fn without_number(text: &str) -> String {
    let line = super::one_line(text);
    let bare = line.strip_prefix("Раздел ").or_else(|| line.strip_prefix("РАЗДЕЛ ")).unwrap_or(&line);
    match bare.split_once(' ') {
        Some((number, rest))
            if is_row_number(number) && number.ends_with(['.', ')', ':']) && !rest.trim().is_empty() =>
        {
            rest.trim().to_owned()
        }
        _ => line,
    }
}

fn is_dash(cell: &str) -> bool {
    cell.chars().all(|c| matches!(c, '-' | '—' | '–'))
}
