use std::collections::BTreeSet;

use super::cells::Cells;
use super::dividers::{Divider, Shape, shapes};
use super::terms::{ReadTerm, TermCells, TermsOfYear};
use super::{
    AskedName, Doubt, EarlierDirections, GuessedDirection, Heading, People, ReadMeeting, ReadPeople,
    TableColumn, guess_direction, one_line, read_direction, read_done, read_mark, read_task,
};
use crate::calendar::{Holidays, Month, SchoolYear, Term};
use crate::ids::{PersonId, TaskId};
use crate::records::{ActivityForm, Direction, Mark, Move, Task};

/// How the rows of a plan are read.
#[derive(Debug, Clone, Copy)]
pub struct ActivityTable<'a> {
    /// The headings, where the table has any.
    pub heading: Option<&'a Heading>,
    /// What each column holds: as the headings say, or as a person does.
    pub columns: &'a [TableColumn],
    /// Whether the rows are meetings of the plan.
    pub meetings: bool,
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
    /// The days of the holidays, as far as they are known.
    pub holidays: &'a [Holidays],
    /// Rows that look like headings across the table, and that a person calls rows of the plan.
    pub as_rows: &'a [usize],
    /// Whom a name of a row means that several people bear.
    pub chosen: &'a [(usize, String, PersonId)],
}

/// A row of a table of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActivityRow {
    /// Not a row of the plan: headings once more, numbers of the columns.
    Repeated,
    /// A text across the table, and what it says of the rows below.
    Divider(Divider),
    /// Its cells went into the row above, whose number from zero this is.
    Continues(usize),
    /// A row of the plan.
    Activity(Box<ReadActivity>),
    /// A meeting of the plan.
    Meeting(Box<ReadMeeting>),
}

/// What a row of a plan says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadActivity {
    /// Its own direction, that of the heading above it, or a guess.
    pub direction: Option<Direction>,
    /// On what the direction rests where nobody has named it.
    pub guessed: Option<GuessedDirection>,
    /// The section of the plan, by its name.
    pub section: Option<String>,
    /// What is to be done.
    pub text: String,
    /// The task of the plan that it serves.
    pub task: Option<TaskId>,
    /// «семинар», «круглый стол» …
    pub form: String,
    /// When.
    pub term: Option<Term>,
    /// «14.00–14.10»
    pub time: String,
    /// Where.
    pub venue: String,
    /// What for.
    pub goal: String,
    /// Who takes part.
    pub participants: String,
    /// Who answers for it.
    pub responsible: Vec<PersonId>,
    /// Who else, in words.
    pub responsible_in_words: String,
    /// Names that fit several people.
    pub asked: Vec<AskedName>,
    /// What it should bring.
    pub expected: String,
    /// Transfers.
    pub moves: Vec<Move>,
    /// What came of it.
    pub mark: Option<Mark>,
    /// What was not understood.
    pub doubts: Vec<Doubt>,
    /// The filled columns of which nothing is taken, from zero.
    pub left: BTreeSet<usize>,
    /// Why it cannot be added as it is.
    pub refusal: Option<Doubt>,
}

/// What holds for the rows below a text across the table.
#[derive(Debug, Clone, Default)]
struct Above {
    direction: Option<Direction>,
    section: Option<String>,
    term: Option<Term>,
}

impl Above {
    fn enter(&mut self, divider: &Divider) {
        if divider.direction.is_some() || divider.section.is_some() {
            // A section that names no direction does not go on with the one before.
            self.direction = divider.direction;
            self.section.clone_from(&divider.section);
        }
        if divider.term.is_some() {
            self.term.clone_from(&divider.term);
        }
    }
}

impl ActivityTable<'_> {
    /// Reads the rows below the headings, in order: what a text across the table says holds until the next one.
    #[must_use]
    pub fn read(&self, rows: &[Vec<String>]) -> Vec<ActivityRow> {
        let shapes = shapes(rows, self.columns, self.heading, self.year, self.as_rows);
        let mut above = Above::default();
        let mut read = Vec::with_capacity(rows.len());
        let mut whole: Vec<String> = Vec::new();
        let mut begun = 0;
        let mut coarse = Coarse::default();
        for (at, shape) in shapes.iter().enumerate() {
            read.push(match shape {
                Shape::Repeated => ActivityRow::Repeated,
                Shape::Divider(divider) => {
                    above.enter(divider);
                    ActivityRow::Divider(divider.clone())
                }
                Shape::Continues => ActivityRow::Continues(begun),
                Shape::Row => {
                    begun = at;
                    whole.clone_from(&rows[at]);
                    let more =
                        shapes[at + 1..].iter().take_while(|shape| **shape == Shape::Continues).count();
                    for below in rows.iter().skip(at + 1).take(more) {
                        join(&mut whole, below);
                    }
                    coarse.fill(&mut whole, self.columns);
                    let cells = Cells::new(at, &whole, self.columns);
                    self.row(cells, &mut above, more)
                }
            });
        }
        augusts(&mut read, self.year);
        read
    }

    fn row(&self, cells: Cells<'_>, above: &mut Above, more: usize) -> ActivityRow {
        if self.meetings {
            let mut meeting = ReadMeeting::of(self, cells, above.term.as_ref());
            meeting.doubts.extend(went_on(more));
            return ActivityRow::Meeting(Box::new(meeting));
        }
        let mut activity = self.activity(cells, above);
        activity.doubts.extend(went_on(more));
        ActivityRow::Activity(Box::new(activity))
    }

    fn activity(&self, cells: Cells<'_>, above: &mut Above) -> ReadActivity {
        let text = [cells.text(TableColumn::Text), cells.text(TableColumn::Content)];
        let mut read = ReadActivity {
            text: text.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"),
            participants: cells.text(TableColumn::Participants),
            expected: cells.text(TableColumn::Expected),
            venue: cells.line(TableColumn::Venue),
            time: cells.line(TableColumn::Time),
            goal: cells.text(TableColumn::Goal),
            form: cells.line(TableColumn::Form),
            left: cells.left(),
            ..ReadActivity::default()
        };
        self.direction(cells, above, &mut read);
        if !self.tasks.is_empty() {
            match read_task(&cells.line(TableColumn::Task), self.tasks) {
                Ok(task) => read.task = task,
                Err(sentence) => read.lose(cells, TableColumn::Task, sentence),
            }
        } else if !cells.line(TableColumn::Task).is_empty() {
            // The whole table says why.
            read.left.extend(cells.places(TableColumn::Task));
        }
        self.term(cells, above, &mut read);
        self.people(cells, &mut read);
        if read.form.is_empty()
            && let Some(form) = ActivityForm::beginning(&read.text)
        {
            form.in_words().clone_into(&mut read.form);
        }
        if read.direction.is_none() {
            let by_section = || guess_direction(read.section.as_deref()?, "", self.earlier);
            read.guessed = guess_direction(&read.text, &read.form, self.earlier)
                .or_else(|| by_section().map(|guessed| GuessedDirection { sure: false, ..guessed }));
            read.direction = read.guessed.as_ref().map(|guessed| guessed.direction);
        }
        self.mark(cells, &mut read);
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

    fn direction(&self, cells: Cells<'_>, above: &mut Above, read: &mut ReadActivity) {
        // Two columns may name it: each cell says the same direction, or is told of.
        let mut named: Option<Direction> = None;
        for (at, cell) in cells.places(TableColumn::Direction).zip(cells.each(TableColumn::Direction)) {
            let cell = one_line(cell);
            let sentence = match (read_direction(&cell), named) {
                (Some(direction), None) => {
                    named = Some(direction);
                    continue;
                }
                (Some(direction), Some(before)) if direction == before => continue,
                (Some(_), Some(before)) => {
                    format!("«{cell}» — второе направление; взято первое, {}.", before.clause())
                }
                (None, _) => {
                    format!("«{cell}» — такого направления нет; выберите одно из семи, от 3.1.1 до 3.1.7.")
                }
            };
            read.left.insert(at);
            read.doubts.push(Doubt::new(TableColumn::Direction, sentence));
        }
        above.direction = named.or(above.direction);
        // Several columns of stages name one section together.
        let own = cells.each(TableColumn::Section).map(one_line).collect::<Vec<_>>().join(" — ");
        let own = super::dividers::without_number(&own);
        if own.is_empty() {
            read.section.clone_from(&above.section);
            read.direction = above.direction.or(self.direction);
        } else {
            read.direction = named.or_else(|| read_direction(&own)).or(self.direction);
            read.section = Some(own);
        }
    }

    fn term(&self, cells: Cells<'_>, above: &Above, read: &mut ReadActivity) {
        let said = read_term_cells(cells, above.term.as_ref(), self.terms());
        read.term = said.term;
        if read.time.is_empty() {
            read.time = said.time;
        }
        read.doubts.extend(said.doubts);
        read.left.extend(said.lost.into_iter().flat_map(|column| cells.places(column)));
        read.doubts.extend(term_doubt(read.term.as_ref(), self.year));
    }

    fn people(&self, cells: Cells<'_>, read: &mut ReadActivity) {
        let said = cells.joined(TableColumn::Responsible);
        let people = self.people_in(cells.row, &said);
        let numbers = |cell: &&str| !cell.chars().any(char::is_alphabetic);
        for (at, cell) in cells.places(TableColumn::Responsible).zip(cells.each(TableColumn::Responsible)) {
            if numbers(&cell) {
                read.left.insert(at);
                let sentence = format!("«{}» — здесь никто не назван; не войдёт.", one_line(cell));
                read.doubts.push(Doubt::new(TableColumn::Responsible, sentence));
            }
        }
        (read.responsible, read.responsible_in_words, read.asked) =
            (people.people, people.words, people.asked);
        read.doubts
            .extend(people.doubts.into_iter().map(|doubt| Doubt::new(TableColumn::Responsible, doubt)));
    }

    pub(super) fn terms(&self) -> TermsOfYear<'_> {
        TermsOfYear { year: self.year, since_1904: self.since_1904, holidays: self.holidays }
    }

    pub(super) fn people_in(&self, row: usize, text: &str) -> ReadPeople {
        let chosen = self.chosen.iter().filter(|(of, ..)| *of == row);
        let chosen: Vec<(String, PersonId)> =
            chosen.map(|(_, name, person)| (name.clone(), *person)).collect();
        self.people.read_chosen(text, &chosen)
    }

    fn mark(&self, cells: Cells<'_>, read: &mut ReadActivity) {
        let marks = cells.each(TableColumn::Mark).map(one_line).collect::<Vec<_>>().join("; ");
        let done = cells.line(TableColumn::Done);
        let said = [
            (TableColumn::Done, read_done(&done, self.year)),
            (TableColumn::Mark, read_mark(&marks, self.year)),
        ];
        for (column, said) in said {
            if !said.unread.is_empty() {
                read.left.extend(cells.places(column));
            }
            let untaken = said.mark.is_none() && said.moves.is_empty() && !said.doubts.is_empty();
            if untaken {
                read.left.extend(cells.places(column));
            }
            read.doubts.extend(said.doubts.into_iter().map(|doubt| Doubt::new(column, doubt)));
            read.moves.extend(said.moves);
            match (&mut read.mark, said.mark) {
                // The day of fact belongs to the mark beside it.
                (Some(before), Some(mark)) => {
                    let date = mark.date.or(before.date);
                    *before = Mark { date, ..mark };
                }
                (before @ None, mark) => *before = mark,
                (Some(_), None) => {}
            }
        }
    }
}

impl ReadActivity {
    /// Nothing is taken of a column, and it is said why.
    fn lose(&mut self, cells: Cells<'_>, column: TableColumn, sentence: impl Into<String>) {
        self.left.extend(cells.places(column));
        self.doubts.push(Doubt::new(column, sentence));
    }
}

/// When a row is, from all cells that say something of it.
pub(super) fn read_term_cells(cells: Cells<'_>, above: Option<&Term>, by: TermsOfYear<'_>) -> TermOfRow {
    let [term, month, from, to] =
        [TableColumn::Term, TableColumn::Month, TableColumn::TermFrom, TableColumn::TermTo]
            .map(|column| cells.joined(column));
    let cells = TermCells { term: &term, month: &month, from: &from, to: &to };
    let ReadTerm { term, time, doubts, lost } = cells.read(above, by);
    let doubts = doubts.into_iter().map(|doubt| Doubt::new(TableColumn::Term, doubt));
    TermOfRow { term, time, doubts: doubts.collect(), lost }
}

/// When a row is.
pub(super) struct TermOfRow {
    pub(super) term: Option<Term>,
    pub(super) time: String,
    pub(super) doubts: Vec<Doubt>,
    /// The columns of which nothing is taken.
    pub(super) lost: Vec<TableColumn>,
}

/// A term in words, or one of another year.
pub(super) fn term_doubt(term: Option<&Term>, year: SchoolYear) -> Option<Doubt> {
    let sentence = match term? {
        Term::Words { text } => {
            format!("«{text}» останется словами: день не ясен, напоминать будет не о чем.")
        }
        // A table of last year, or a slip in the year.
        term if !term.lies_within(year) => {
            let said = match term {
                Term::Day { date } | Term::Until { date } => crate::russian::date_in_table(*date),
                _ => format!("Срок «{}»", term.in_table()),
            };
            format!("{said} лежит вне {year} учебного года; проверьте год в сроке.")
        }
        _ => return None,
    };
    Some(Doubt::new(TableColumn::Term, sentence))
}

fn went_on(more: usize) -> Option<Doubt> {
    let said = if more == 1 {
        "строка ниже без номера и названия"
    } else {
        "строки ниже без номера и названия"
    };
    (more > 0).then(|| {
        Doubt::new(
            TableColumn::Text,
            format!("Сюда вошла и {said}; проверьте.").replace("вошла и строки", "вошли и строки"),
        )
    })
}

/// Puts the cells of a row that goes on below those of the row above.
fn join(whole: &mut Vec<String>, below: &[String]) {
    whole.resize(whole.len().max(below.len()), String::new());
    for (cell, more) in whole.iter_mut().zip(below) {
        let more = more.trim();
        if more.is_empty() || cell.trim() == more {
            continue;
        }
        if !cell.is_empty() {
            cell.push('\n');
        }
        cell.push_str(more);
    }
}

/// Where a stage was merged over several rows and the file has kept it in the first one only.
#[derive(Debug, Default)]
struct Coarse {
    stages: Vec<(usize, String)>,
}

impl Coarse {
    fn fill(&mut self, cells: &mut Vec<String>, columns: &[TableColumn]) {
        let places: Vec<usize> =
            (0..columns.len()).filter(|at| columns[*at] == TableColumn::Section).collect();
        // A new stage on the left ends those on its right.
        let filled = |cells: &[String], at: usize| cells.get(at).is_some_and(|cell| !cell.trim().is_empty());
        for at in places {
            if filled(cells, at) {
                let text = cells[at].clone();
                if self.stages.iter().any(|(known, before)| *known == at && *before == text) {
                    continue;
                }
                self.stages.retain(|(known, _)| *known < at);
                self.stages.push((at, text));
            } else if let Some((_, text)) = self.stages.iter().find(|(known, _)| *known == at) {
                cells.resize(cells.len().max(at + 1), String::new());
                cells[at].clone_from(text);
            }
        }
    }
}

/// «Август» without a year is the one before the school year in the first rows of a plan and the one at its end in the
/// last rows. Where the rows around it do not say which, it is said how it was taken.
fn augusts(rows: &mut [ActivityRow], year: SchoolYear) {
    let starts: Vec<_> = rows
        .iter()
        .map(|row| {
            let term = match row {
                ActivityRow::Activity(read) => read.term.as_ref(),
                ActivityRow::Meeting(read) => read.term.as_ref(),
                _ => None,
            };
            term.filter(|term| !term.lasts_the_year())?.start(year)
        })
        .collect();
    for at in 0..rows.len() {
        let (term, doubts) = match &mut rows[at] {
            ActivityRow::Activity(read) => (&mut read.term, &mut read.doubts),
            ActivityRow::Meeting(read) => (&mut read.term, &mut read.doubts),
            _ => continue,
        };
        let Some(moved) = term.as_ref().and_then(|term| next_august(term, year)) else { continue };
        let before = starts[..at].iter().rev().flatten().next();
        let after = starts.get(at + 1..).and_then(|rest| rest.iter().flatten().next());
        let spring = year.day(3, 1);
        match (before, after) {
            (Some(before), _) if *before >= spring => *term = Some(moved),
            (_, Some(after)) if *after < spring => {}
            (Some(before), None) if *before < spring && *before >= year.start() => *term = Some(moved),
            _ => doubts.push(Doubt::new(
                TableColumn::Term,
                format!(
                    "«август» понят как август {} г.; если это август {} г., допишите год.",
                    year.eve().format("%Y"),
                    year.end().format("%Y")
                ),
            )),
        }
    }
}

/// The same term in the August at the end of the year, where it is that before the year and its year was not written.
fn next_august(term: &Term, year: SchoolYear) -> Option<Term> {
    let Term::Months { months, words: Some(words) } = term else { return None };
    let eve = Month::of(year.eve());
    let bare = months.as_slice() == [eve] && !words.chars().any(|c| c.is_ascii_digit());
    bare.then(|| Term::Months { months: vec![Month::of(year.end())], words: None })
}

#[cfg(test)]
#[path = "activities_tests.rs"]
mod tests;
