//! What a table means that somebody drew in Word or Excel: which column is what by its heading, and what the cells
//! say: terms, people, directions, marks. Nothing is guessed in silence: whatever was not understood comes back as a
//! sentence, and a guess with its reason.

mod activities;
pub mod answers;
mod cells;
mod columns;
mod directions;
mod dividers;
mod guess;
mod headings_of_plans;
mod headings_of_rosters;
mod heads;
mod letters;
mod lines;
mod marks;
mod meetings;
mod members;
mod organisations;
mod people;
pub mod protocol;
mod tasks;
mod terms;
mod typed_table;

pub use activities::{ActivityRow, ActivityTable, ReadActivity};
pub use answers::{AnswerColumn, CellFault, ReadAnswers, read_answers};
pub use columns::{TableColumn, TableKind, is_numbering};
pub use directions::read_direction;
pub use dividers::Divider;
pub use guess::{EarlierDirections, GuessedDirection, guess_direction};
pub use heads::{Heading, find_heading, is_row_number, tables_of};
pub use lines::split_line;
pub use marks::{ReadMark, read_done, read_mark};
pub use meetings::{ReadMeeting, ReadQuestion};
pub use members::{MemberRow, ReadCourse, ReadMember, read_member_lines, read_members, same_name};
pub use organisations::{
    almost_same_organisation, almost_same_organisation_name, fullest_name, same_organisation,
    same_organisation_name,
};
pub use people::{AskedName, People, ReadPeople};
pub use tasks::read_task;
pub use terms::read_table_term;
pub use typed_table::{Merged, PastedTable, TypedTableError, read_cells, read_typed_table};

/// What a cell said that was not understood, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// In which column.
    pub column: TableColumn,
    /// What was not understood and what becomes of it.
    pub sentence: String,
}

impl Doubt {
    pub(crate) fn new(column: TableColumn, sentence: impl Into<String>) -> Self {
        Self { column, sentence: sentence.into() }
    }
}

/// Lower-case words with single spaces; «ё» is «е», punctuation divides: how texts of two tables are compared.
pub(crate) fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('ё', "е");
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One line: line breaks within a cell of Word or Excel are spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
