//! Tables of Word and Excel that become rows of a plan or people of a roster. A table is read into a draft, looked at
//! as often as wanted, and added as one operation: all ticked rows or none.

mod activities;
mod answers;
mod chosen;
mod members;
mod preview;
pub mod protocol;
mod shown_plan;
mod typed_tables;

use std::path::Path;

use pps_domain::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::ids::{CommunityId, PersonId};
use pps_domain::import::{
    MemberRow, ReadMember, TableColumn, TableKind, TypedTableError, read_member_lines, read_members,
};
use pps_domain::records::Direction;
use pps_domain::russian::{counted, plural};
use pps_exchange::spreadsheets::{MOST_BYTES, Sheet, TableError};
use serde::Deserialize;
use thiserror::Error;
use ts_rs::TS;
use uuid::Uuid;

pub use answers::{AnswerFiles, TakenAnswers, TakenFile};
pub use pps_exchange::spreadsheets::{ReadingLimits, TableReader, read_as_child};
pub use preview::{
    AskedPerson, Candidate, ColumnTaken, LeftOut, RowState, ShownGuess, ShownNamesake, TableCell, TableName,
    TablePreview, TableRow,
};

pub use typed_tables::{PastedTables, TableToType};

use chosen::Chosen;

use crate::attaching::{AttachError, read_limited};
use crate::error::AppError;
use crate::views::Changes;
use crate::workplace::Workplace;

/// Why a table was not read or its rows were not added.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The table was not read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// It does not fit under a text.
    #[error(transparent)]
    Typed(#[from] TypedTableError),
    /// No row is ticked.
    #[error("Не отмечено ни одной строки; отметьте те, которые нужно добавить.")]
    NothingChosen,
    /// There is nothing new in the table.
    #[error(
        "Добавлять нечего: все строки таблицы уже есть или в них нет нужных сведений. Проверьте, тот ли это файл."
    )]
    NothingNew,
    /// A ticked row cannot be added.
    #[error("Ничего не добавлено из-за строки {row}: {why}")]
    Refused {
        /// Its number in the table, from one.
        row: usize,
        /// Why, and what to do.
        why: String,
    },
    /// The table is another one by now.
    #[error("Таблица изменилась: посмотрите строки ещё раз и отметьте нужные.")]
    Other,
}

/// How a table is looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TableAsked {
    /// Whose rows they become.
    pub community: CommunityId,
    /// Which rows.
    pub kind: TableKind,
    /// The school year by its beginning.
    pub year: i32,
    /// Which of several tables; otherwise the one with the best headings.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub table: Option<usize>,
    /// What each column holds, where the headings do not say it or say it wrongly.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub columns: Option<Vec<TableColumn>>,
    /// The direction of rows that name none; without it their direction is guessed.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub direction: Option<Direction>,
    /// Directions of single rows.
    #[serde(default)]
    #[ts(as = "Option<Vec<RowDirection>>", optional)]
    pub directions: Vec<RowDirection>,
    /// Cells that the person mended in the preview.
    #[serde(default)]
    #[ts(as = "Option<Vec<MendedCell>>", optional)]
    pub mended: Vec<MendedCell>,
    /// Whether rows and columns that the file hides are taken too.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub hidden: bool,
    /// Texts across the table that are rows of the plan all the same.
    #[serde(default)]
    #[ts(as = "Option<Vec<usize>>", optional)]
    pub as_rows: Vec<usize>,
    /// Who is meant by a name that several people bear.
    #[serde(default)]
    #[ts(as = "Option<Vec<ChosenPerson>>", optional)]
    pub people: Vec<ChosenPerson>,
    /// Whether people of one name are one person.
    #[serde(default)]
    #[ts(as = "Option<Vec<NamesakeAnswer>>", optional)]
    pub namesakes: Vec<NamesakeAnswer>,
}

impl TableAsked {
    /// A table as it is.
    #[must_use]
    pub fn new(community: CommunityId, kind: TableKind, SchoolYear(year): SchoolYear) -> Self {
        let (table, columns, direction) = (None, None, None);
        let (directions, mended, as_rows, people) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (hidden, namesakes) = (false, Vec::new());
        Self {
            community,
            kind,
            year,
            table,
            columns,
            direction,
            directions,
            mended,
            hidden,
            as_rows,
            people,
            namesakes,
        }
    }
}

/// A direction chosen for a row.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct RowDirection {
    /// The row of the preview.
    pub row: usize,
    /// Its direction.
    pub direction: Direction,
}

/// Whether a row names the person of the same name who is there already.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct NamesakeAnswer {
    /// The row of the preview.
    pub row: usize,
    /// One person; otherwise another of the same name.
    pub same: bool,
}

/// A cell mended in the preview.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct MendedCell {
    /// The row of the preview.
    pub row: usize,
    /// The column, from zero.
    pub column: usize,
    /// What it says now.
    pub text: String,
}

/// Who is meant by a name in a row.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct ChosenPerson {
    /// The row of the preview.
    pub row: usize,
    /// The name as the table has it.
    pub text: String,
    /// Who is meant.
    pub person: PersonId,
}

/// A table that was read and is not added yet.
#[derive(Debug, Clone)]
pub struct TableDraft {
    sheets: Vec<Sheet>,
}

impl TableDraft {
    /// Has read what was pasted: plain text, and the clipboard's HTML where there is one.
    ///
    /// # Errors
    /// It is too large or holds no table, or reading was stopped.
    pub fn pasted(reader: &TableReader, text: &str, html: Option<&str>) -> Result<Self, AppError> {
        let sheets = reader.pasted(text, html).map_err(ImportError::Table)?;
        Ok(Self { sheets })
    }

    /// Has a file read.
    ///
    /// # Errors
    /// It cannot be read, is too large, damaged, or holds no table, or reading was stopped.
    pub fn file(reader: &TableReader, path: &Path) -> Result<Self, AppError> {
        // What is said there of attaching a file fits no table.
        let bytes = read_limited(path, MOST_BYTES).map_err(|fault| match fault {
            AppError::Attach(AttachError::TooLarge { .. }) => ImportError::Table(TableError::TooLarge).into(),
            AppError::Attach(AttachError::Empty { .. }) => ImportError::Table(TableError::NoTable).into(),
            fault => fault,
        })?;
        let sheets = reader.file(path, bytes).map_err(ImportError::Table)?;
        Ok(Self { sheets })
    }

    /// The people of a list, where no community has them yet. Where no headings tell what the cells hold, those of a
    /// row are read as one line.
    pub(crate) fn people(&self, year: SchoolYear, today: NaiveDate) -> Vec<ReadMember> {
        let asked = TableAsked::new(CommunityId(Uuid::nil()), TableKind::Members, year);
        let chosen = self.chosen(&asked);
        if chosen.unknown {
            return read_member_lines(&chosen.rows, year, today);
        }
        let rows = read_members(&chosen.rows, &chosen.columns, year, today).into_iter();
        rows.filter_map(|row| match row {
            MemberRow::Read(read) => Some(*read),
            MemberRow::Heading => None,
        })
        .collect()
    }

    /// The table that is asked for, with its rows as mended.
    fn chosen(&self, asked: &TableAsked) -> Chosen {
        Chosen::of(&self.sheets, asked)
    }
}

impl Workplace {
    /// Shows what a table means, row by row. Nothing is changed.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn look_at_table(&self, draft: &TableDraft, asked: &TableAsked) -> Result<TablePreview, AppError> {
        let chosen = draft.chosen(asked);
        let mut preview = match asked.kind {
            TableKind::Activities => self.read_activities(&chosen, asked)?.preview,
            TableKind::Members => self.read_members(&chosen, asked)?.preview,
        };
        preview.account(&chosen);
        if chosen.unknown && !preview.columns.iter().any(|column| column.is_main(asked.kind)) {
            preview.remarks.insert(
                0,
                "В таблице не нашлось строки с заголовками; укажите над столбцами, что в каком из них."
                    .to_owned(),
            );
        }
        Ok(preview)
    }

    /// Adds the ticked rows as one operation, all of them or none.
    ///
    /// # Errors
    /// No row is ticked, one of them cannot be added, or the store refuses.
    pub fn add_table_rows(
        &self,
        draft: &TableDraft,
        asked: &TableAsked,
        rows: &[usize],
    ) -> Result<Changes, AppError> {
        if rows.is_empty() {
            return Err(ImportError::NothingChosen.into());
        }
        let mut rows = rows.to_vec();
        rows.sort_unstable();
        rows.dedup();
        let chosen = draft.chosen(asked);
        let (name, records) = match asked.kind {
            TableKind::Activities => {
                let read = self.read_activities(&chosen, asked)?;
                may_be_added(&read.preview, &rows)?;
                (read.named(&rows), read.records(self, &rows))
            }
            TableKind::Members => {
                let read = self.read_members(&chosen, asked)?;
                may_be_added(&read.preview, &rows)?;
                let counted = counted(rows.len(), "человек", "человека", "человек");
                let records = read.records(self, &rows).into_iter().map(|record| (record, None));
                let brought = plural(rows.len(), "Внесён", "Внесено", "Внесено");
                (format!("{brought} в состав {counted} из таблицы"), records.collect())
            }
        };
        self.take_in_changed(&name, records)
    }
}

fn may_be_added(preview: &TablePreview, rows: &[usize]) -> Result<(), ImportError> {
    for row in rows {
        let shown = preview.rows.get(*row).ok_or(ImportError::Other)?;
        match shown.state {
            RowState::Heading => return Err(ImportError::Other),
            RowState::Refused => {
                let why = shown.first_remark().unwrap_or_default().to_owned();
                return Err(ImportError::Refused { row: shown.number, why });
            }
            RowState::Asked => {
                let why = shown.namesake.as_ref().map(|namesake| namesake.question.clone());
                return Err(ImportError::Refused { row: shown.number, why: why.unwrap_or_default() });
            }
            RowState::Ready | RowState::Partly | RowState::Doubtful | RowState::Repeat => {}
        }
    }
    Ok(())
}
