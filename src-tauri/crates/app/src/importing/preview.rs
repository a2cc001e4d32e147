use pps_domain::ids::PersonId;
use pps_domain::import::{Doubt, GuessedDirection, TableColumn, TableKind, is_numbering, is_row_number};
use pps_domain::records::Direction;
use serde::Serialize;
use ts_rs::TS;

use super::chosen::Chosen;

/// What a table means, row by row.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TablePreview {
    /// Names the table when it is looked at again or added; given by the window.
    pub token: u32,
    /// What the rows become.
    pub kind: TableKind,
    /// All tables that were found.
    pub tables: Vec<TableName>,
    /// Which of them is shown.
    pub table: usize,
    /// The headings as they stand; empty where the table has none.
    pub headings: Vec<String>,
    /// What each column holds.
    pub columns: Vec<TableColumn>,
    /// All rows below the headings.
    pub rows: Vec<TableRow>,
    /// What concerns the whole table, as sentences.
    pub remarks: Vec<String>,
    /// Everything of the file that does not come in, each with its reason.
    pub left_out: Vec<LeftOut>,
    /// Whether the file hides rows or columns of this table.
    pub hides: bool,
}

/// A table that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TableName {
    /// «Лист «План»»
    pub title: String,
    /// How many rows it has.
    pub rows: usize,
    /// Whether its headings were recognised.
    pub has_headings: bool,
}

/// A text of the file that does not come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct LeftOut {
    /// Its row in the file, where it stands in one.
    pub row: Option<usize>,
    /// As it stands.
    pub text: String,
    /// «столбец «Примечание» не взят»
    pub why: String,
}

/// What becomes of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnTaken {
    /// Its heading.
    pub heading: String,
    /// What it is taken as; nothing where it is not taken.
    pub taken_as: Option<TableColumn>,
}

/// A row of the preview.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TableRow {
    /// Its number from zero, by which it is ticked.
    pub row: usize,
    /// Its number in the file, from one.
    pub number: usize,
    /// What becomes of it.
    pub state: RowState,
    /// One for each column.
    pub cells: Vec<TableCell>,
    /// What it is called when it is added: the activity, the topic of the meeting, the person's name.
    pub title: String,
    /// Whether it is a meeting of the plan.
    pub meeting: bool,
    /// The direction in which it comes.
    pub direction: Option<Direction>,
    /// On what the direction rests, where the table does not name it.
    pub guessed: Option<ShownGuess>,
    /// What a text across the table was taken for: «раздел плана», «срок строк ниже».
    pub heads: Option<String>,
    /// Whether a text across the table may be a row of the plan as well.
    pub may_be_row: bool,
    /// Whether nothing is taken of it.
    #[serde(skip)]
    pub(super) is_note: bool,
    /// Names that fit several people.
    pub asked: Vec<AskedPerson>,
    /// The columns of which nothing comes in.
    pub left: Vec<usize>,
    /// Somebody of this name who may be another person.
    pub namesake: Option<ShownNamesake>,
    /// What belongs to no cell, as sentences.
    pub remarks: Vec<String>,
}

/// A name that fits several people.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct AskedPerson {
    /// As the table has it.
    pub text: String,
    /// Whom it may mean.
    pub candidates: Vec<Candidate>,
}

/// Somebody who may be meant.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct Candidate {
    /// Who.
    pub id: PersonId,
    /// «Кузнецова Ольга Ивановна, МБОУ «Вакинская СШ»»
    pub name: String,
}

/// What is asked where somebody has the same name and another school or post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct ShownNamesake {
    /// «В составе уже есть Кузнецова Анна Петровна, учитель химии. Это тот же человек?»
    pub question: String,
    /// What was answered.
    pub same: Option<bool>,
    /// Whether the same person joins with the card that is there; otherwise there is nothing to add.
    pub takes_card: bool,
}

/// Why a row is taken to belong to a direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct ShownGuess {
    /// «по слову «анализ»»
    pub why: String,
    /// Whether a person need not look.
    pub sure: bool,
}

impl ShownGuess {
    pub(super) fn of(guessed: &GuessedDirection) -> Self {
        Self { why: guessed.why.clone(), sure: guessed.sure }
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    /// All of it was understood, and every cell went somewhere.
    Ready,
    /// What is taken was understood, but some cells have no place here.
    Partly,
    /// It can be added, but something in it was not understood.
    Doubtful,
    /// It is there already.
    Repeat,
    /// Somebody of this name is there already, and a person has to say whether it is the same one.
    Asked,
    /// It cannot be added as it is.
    Refused,
    /// A heading; nothing to add.
    Heading,
}

/// A cell of the preview.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TableCell {
    /// As it stands in the table.
    pub text: String,
    /// How it was understood, where that reads otherwise.
    pub read: Option<String>,
    /// What was not understood and what becomes of it.
    pub remark: Option<String>,
}

impl LeftOut {
    pub(super) fn row(row: usize, text: String, why: &str) -> Self {
        Self { row: Some(row), text, why: why.to_owned() }
    }

    pub(super) fn beside(text: String, why: &str) -> Self {
        Self { row: None, text, why: why.to_owned() }
    }
}

impl TablePreview {
    pub(super) fn new(chosen: &Chosen, kind: TableKind, rows: Vec<TableRow>) -> Self {
        let Chosen { names, table, headings, columns, .. } = chosen;
        Self {
            token: 0,
            kind,
            tables: names.clone(),
            table: *table,
            headings: headings.clone(),
            columns: columns.clone(),
            rows,
            remarks: Vec::new(),
            left_out: Vec::new(),
            hides: false,
        }
    }

    /// The rows of a state.
    #[must_use]
    pub fn of(&self, states: &[RowState]) -> Vec<usize> {
        self.rows.iter().filter(|row| states.contains(&row.state)).map(|row| row.row).collect()
    }

    /// Every column with what it is taken as.
    #[must_use]
    pub fn columns_taken(&self) -> Vec<ColumnTaken> {
        let heading = |at: usize| {
            self.headings.get(at).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let taken = |column: TableColumn| (column != TableColumn::Skip).then_some(column);
        let columns = self.columns.iter().enumerate();
        let columns = columns.map(|(at, column)| ColumnTaken {
            heading: heading(at).unwrap_or_default(),
            taken_as: taken(*column),
        });
        columns.collect()
    }

    /// Accounts for all cells: what goes nowhere is named, and a row with such a cell is not called understood.
    pub(super) fn account(&mut self, chosen: &Chosen) {
        self.left_out.clone_from(&chosen.left_out);
        self.hides = chosen.hides;
        let main = self.columns.iter().position(|column| column.is_main(self.kind));
        for row in &mut self.rows {
            row.number = chosen.numbers.get(row.row).copied().unwrap_or(row.row + 1);
            if row.title.is_empty() {
                let cell = main.and_then(|at| row.cells.get(at));
                row.title = cell
                    .map(|cell| cell.text.split_whitespace().collect::<Vec<_>>().join(" "))
                    .unwrap_or_default();
            }
            if row.state == RowState::Heading {
                self.left_out.extend(row.said_nothing(chosen, self.kind));
                continue;
            }
            for at in 0..row.cells.len() {
                let text = &row.cells[at].text;
                let skipped = match self.columns.get(at) {
                    Some(TableColumn::Skip) => true,
                    Some(TableColumn::Number) => !is_row_number(text),
                    _ => false,
                };
                if skipped && !is_empty(text) && !row.left.contains(&at) {
                    row.left.push(at);
                }
            }
            row.left.sort_unstable();
            if row.state == RowState::Ready && !row.left.is_empty() {
                row.state = RowState::Partly;
            }
            for at in &row.left {
                let Some(cell) = row.cells.get(*at) else { continue };
                let heading =
                    self.headings.get(*at).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
                let heading = heading
                    .filter(|text| !text.is_empty())
                    .map_or_else(|| format!("столбец {}", at + 1), |text| format!("столбец «{text}»"));
                let why = match &cell.remark {
                    Some(remark) => remark.clone(),
                    None => format!("{heading} не взят"),
                };
                self.left_out.push(LeftOut { row: Some(row.number), text: cell.text.clone(), why });
            }
        }
    }
}

impl TableRow {
    pub(super) fn new(row: usize, cells: &[String], columns: &[TableColumn], state: RowState) -> Self {
        let text = |at| cells.get(at).cloned().unwrap_or_default();
        let width = columns.len().max(cells.len());
        let cells = (0..width).map(|at| TableCell { text: text(at), read: None, remark: None });
        Self {
            row,
            number: row + 1,
            state,
            cells: cells.collect(),
            title: String::new(),
            meeting: false,
            direction: None,
            guessed: None,
            heads: None,
            may_be_row: false,
            is_note: false,
            asked: Vec::new(),
            left: Vec::new(),
            namesake: None,
            remarks: Vec::new(),
        }
    }

    /// A line across the table of which nothing is taken: a signature, a remark. Headings once more and the numbers of the
    /// columns say nothing.
    fn said_nothing(&self, chosen: &Chosen, kind: TableKind) -> Option<LeftOut> {
        let cells: Vec<String> = self.cells.iter().map(|cell| cell.text.clone()).collect();
        let again = chosen.heading.as_ref().is_some_and(|heading| heading.stands_in(&cells, kind));
        if is_numbering(&cells) || again || (self.heads.is_some() && !self.is_note) {
            return None;
        }
        let words = cells.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
        let text = words.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ");
        let why = if self.is_note {
            "под таблицей"
        } else {
            "строка поперёк таблицы"
        };
        (!text.is_empty()).then(|| LeftOut::row(self.number, text, why))
    }

    /// Says how a cell was understood, unless it says the same by itself.
    pub(super) fn read_as(&mut self, columns: &[TableColumn], column: TableColumn, read: String) {
        let at = columns.iter().position(|one| *one == column);
        let plain = |text: &str| {
            text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
        };
        if let Some(cell) = at.and_then(|at| self.cells.get_mut(at))
            && !read.is_empty()
            && plain(&cell.text) != plain(&read)
        {
            cell.read = Some(read);
        }
    }

    /// Puts a sentence beside its cell, or beside the row where the table has no such column.
    pub(super) fn remark(&mut self, columns: &[TableColumn], doubt: Doubt) {
        let at = columns.iter().position(|column| *column == doubt.column);
        match at.and_then(|at| self.cells.get_mut(at)) {
            Some(cell) => {
                let said = cell.remark.take();
                cell.remark =
                    Some(said.map_or(doubt.sentence.clone(), |said| format!("{said} {}", doubt.sentence)));
            }
            None => self.remarks.push(doubt.sentence),
        }
    }

    pub(super) fn first_remark(&self) -> Option<&str> {
        self.all_remarks().next()
    }

    /// All that was remarked about the row.
    pub fn all_remarks(&self) -> impl Iterator<Item = &str> {
        let of_cells = self.cells.iter().filter_map(|cell| cell.remark.as_deref());
        let question = self.namesake.iter().map(|namesake| namesake.question.as_str());
        question.chain(self.remarks.iter().map(String::as_str)).chain(of_cells)
    }
}

/// A dash says «nothing», as tables on paper have it.
fn is_empty(cell: &str) -> bool {
    cell.trim().chars().all(|c| matches!(c, '-' | '—' | '–'))
}
