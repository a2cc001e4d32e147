use std::ops::Range;

use super::{
    Doubt, EarlierDirections, GuessedDirection, Heading, People, TableColumn, TableKind, guess_direction,
    is_numbering, one_line, read_direction, read_mark, read_table_term, read_task,
};
use crate::calendar::{SchoolYear, Term};
use crate::ids::{PersonId, TaskId};
use crate::records::{ActivityForm, Direction, Mark, Move, Task};

/// How the rows of a plan are read.
#[derive(Debug, Clone, Copy)]
pub struct ActivityTable<'a> {
    /// What each column holds.
    pub columns: &'a [TableColumn],
    /// Of which year the plan is.
    pub year: SchoolYear,
    /// Who may be named.
    pub people: &'a People,
    /// The tasks of the plan. Where it has none, a column of tasks is passed over.
    pub tasks: &'a [Task],
    /// The direction of rows that name none. Without it their direction is guessed.
    pub direction: Option<Direction>,
    /// The directions of earlier rows, for a guess.
    pub earlier: &'a EarlierDirections,
    /// Whether bare numbers of days count from 1904.
    pub since_1904: bool,
}

/// A row of a table of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActivityRow {
    /// Not a row of the plan: the name of a direction, headings once more, a line across the table.
    Heading,
    /// A row of the plan.
    Read(Box<ReadActivity>),
}

/// What a row of a plan says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadActivity {
    /// Its own direction, that of the heading above it, or a guess.
    pub direction: Option<Direction>,
    /// On what the direction rests where nobody has named it.
    pub guessed: Option<GuessedDirection>,
    /// What is to be done.
    pub text: String,
    /// The task of the plan that it serves.
    pub task: Option<TaskId>,
    /// Its form as written, or the one with which its text begins.
    pub form: String,
    /// When.
    pub term: Option<Term>,
    /// Who takes part.
    pub participants: String,
    /// Who answers for it.
    pub responsible: Vec<PersonId>,
    /// What it should bring.
    pub expected: String,
    /// Transfers.
    pub moves: Vec<Move>,
    /// What came of it.
    pub mark: Option<Mark>,
    /// What was not understood.
    pub doubts: Vec<Doubt>,
    /// Why it cannot be added as it is.
    pub refusal: Option<Doubt>,
}

impl ActivityTable<'_> {
    /// Reads the rows below the headings, in order: a direction holds until the next one is named.
    #[must_use]
    pub fn read(&self, rows: &[Vec<String>]) -> Vec<ActivityRow> {
        let mut above = None;
        rows.iter().map(|cells| self.row(cells, &mut above)).collect()
    }

    fn row(&self, cells: &[String], above: &mut Option<Direction>) -> ActivityRow {
        if is_numbering(cells) || repeats_headings(cells, self.columns) {
            return ActivityRow::Heading;
        }
        let words: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !is_number(cell)).collect();
        if let [only] = words.as_slice() {
            let all = one_line(&cells.join(" "));
            if let Some(direction) = read_direction(&all).or_else(|| read_direction(only)) {
                *above = Some(direction);
                return ActivityRow::Heading;
            }
        }
        let text = cell(cells, self.columns, TableColumn::Text);
        if words.len() <= 1 && text.is_empty() {
            return ActivityRow::Heading;
        }
        ActivityRow::Read(Box::new(self.activity(cells, text, above)))
    }

    fn activity(&self, cells: &[String], text: &str, above: &mut Option<Direction>) -> ReadActivity {
        let of = |column| cell(cells, self.columns, column);
        let mut read = ReadActivity {
            text: one_line(text),
            participants: one_line(of(TableColumn::Participants)),
            expected: one_line(of(TableColumn::Expected)),
            ..ReadActivity::default()
        };
        let named = of(TableColumn::Direction);
        match read_direction(named) {
            Some(direction) => *above = Some(direction),
            None if !named.is_empty() => read.doubts.push(Doubt::new(
                TableColumn::Direction,
                format!(
                    "«{}» — такого направления нет; выберите одно из семи, от 3.1.1 до 3.1.7.",
                    one_line(named)
                ),
            )),
            None => {}
        }
        read.direction = above.or(self.direction);
        if !self.tasks.is_empty() {
            match read_task(of(TableColumn::Task), self.tasks) {
                Ok(task) => read.task = task,
                Err(sentence) => read.doubts.push(Doubt::new(TableColumn::Task, sentence)),
            }
        }
        self.term_and_people(cells, &mut read);
        read.form = one_line(of(TableColumn::Form));
        if read.form.is_empty() {
            let begins = ActivityForm::beginning(&read.text);
            read.form = begins.map(ActivityForm::in_words).unwrap_or_default().to_owned();
        }
        if read.direction.is_none() {
            read.guessed = guess_direction(&read.text, &read.form, self.earlier);
            read.direction = read.guessed.as_ref().map(|guessed| guessed.direction);
        }
        let mark = read_mark(of(TableColumn::Mark), self.year);
        (read.mark, read.moves) = (mark.mark, mark.moves);
        read.doubts.extend(mark.doubt.map(|doubt| Doubt::new(TableColumn::Mark, doubt)));
        read.refusal = if read.text.is_empty() {
            Some(Doubt::new(
                TableColumn::Text,
                "Не указано мероприятие; впишите его или снимите отметку со строки.",
            ))
        } else if read.direction.is_none() {
            Some(Doubt::new(TableColumn::Direction, "Не ясно направление: выберите его."))
        } else {
            None
        };
        read
    }

    fn term_and_people(&self, cells: &[String], read: &mut ReadActivity) {
        let typed = cell(cells, self.columns, TableColumn::Term);
        read.term = read_table_term(typed, self.year, self.since_1904);
        let doubt = match &read.term {
            Some(Term::Words { text }) => {
                Some(format!("«{text}» останется словами: день не ясен, напоминать будет не о чем."))
            }
            // A table of last year, or a slip in the year.
            Some(term) if !term.lies_within(self.year) => {
                let said = match term {
                    Term::Day { date } | Term::Until { date } => crate::russian::date_in_table(*date),
                    _ => format!("Срок «{}»", term.in_table()),
                };
                Some(format!("{said} лежит вне {} учебного года; проверьте год в сроке.", self.year))
            }
            _ => None,
        };
        read.doubts.extend(doubt.map(|doubt| Doubt::new(TableColumn::Term, doubt)));
        let people = self.people.read(cell(cells, self.columns, TableColumn::Responsible));
        read.responsible = people.people;
        read.doubts
            .extend(people.doubts.into_iter().map(|doubt| Doubt::new(TableColumn::Responsible, doubt)));
    }
}

/// The cell of a column; empty where the table has no such column or the row is short.
pub(super) fn cell<'a>(cells: &'a [String], columns: &[TableColumn], wanted: TableColumn) -> &'a str {
    let at = columns.iter().position(|column| *column == wanted);
    let text = at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
    // A dash says «nothing», as tables on paper have it.
    if text.chars().all(|c| matches!(c, '-' | '—' | '–')) { "" } else { text }
}

fn is_number(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '))
}

/// The headings once more, as they stand at the top of each page.
fn repeats_headings(cells: &[String], columns: &[TableColumn]) -> bool {
    let mut known = 0;
    for (cell, column) in cells.iter().zip(columns).filter(|(_, column)| **column != TableColumn::Skip) {
        let said =
            [TableKind::Activities, TableKind::Members].map(|kind| TableColumn::of_heading(cell, kind));
        if !said.contains(&Some(*column)) || cell.chars().count() > 40 {
            return false;
        }
        known += 1;
    }
    known >= 2
}

/// The tables of one sheet: a second heading with other columns begins another table. Rows are counted from zero.
#[must_use]
pub fn tables_of(rows: &[Vec<String>], kind: TableKind) -> Vec<(Option<Heading>, Range<usize>)> {
    let Some(first) = super::find_heading(rows, kind) else { return vec![(None, 0..rows.len())] };
    let mut tables = Vec::new();
    let mut current = first;
    for (at, cells) in rows.iter().enumerate().skip(current.row + 1) {
        let Some(next) = super::columns::strict_heading(cells, kind) else { continue };
        if next == current.columns {
            continue;
        }
        let from = current.row + 1;
        tables.push((Some(std::mem::replace(&mut current, Heading { row: at, columns: next })), from..at));
    }
    let from = current.row + 1;
    tables.push((Some(current), from..rows.len()));
    tables
}
