//! `import`: a table of a file becomes rows of the plan or people of the roster.

use std::io::Write;
use std::path::Path;

use pps_app::Workplace;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::import::{TableKind, read_direction};
use pps_app::importing::{
    ImportError, RowState, TableAsked, TableDraft, TablePreview, TableReader, TableRow,
};

use crate::arguments::Imported;
use crate::commands::Refusal;

/// What was typed.
pub(crate) struct Import<'a> {
    pub(crate) what: Imported,
    pub(crate) file: &'a Path,
    pub(crate) year: i32,
    pub(crate) direction: Option<&'a str>,
    pub(crate) dry_run: bool,
}

impl Import<'_> {
    /// Says what was understood and adds it, all or nothing: a row that cannot be added holds the others back.
    pub(crate) fn run(
        &self,
        workplace: &Workplace,
        community: CommunityId,
        out: &mut impl Write,
    ) -> Result<(), Refusal> {
        let kind = match self.what {
            Imported::Activities => TableKind::Activities,
            Imported::Members => TableKind::Members,
        };
        let direction = match self.direction {
            Some(named) => {
                Some(read_direction(named).ok_or_else(|| Refusal::NoSuchDirection(named.to_owned()))?)
            }
            None => None,
        };
        let year = pps_app::domain::calendar::SchoolYear(self.year);
        let asked = TableAsked { direction, ..TableAsked::new(community, kind, year) };
        let draft = TableDraft::file(&TableReader::this_program_again(), self.file)?;
        let preview = workplace.look_at_table(&draft, &asked)?;
        print_preview(&preview, out)?;
        if self.dry_run {
            writeln!(out, "Ничего не добавлено: это проба.")?;
            return Ok(());
        }
        let rows = preview.of(&[RowState::Ready, RowState::Doubtful, RowState::Refused]);
        if rows.is_empty() {
            return Err(Refusal::Refused(ImportError::NothingNew.into()));
        }
        let changed = workplace.add_table_rows(&draft, &asked, &rows)?;
        writeln!(out, "{}.", changed.name)?;
        Ok(())
    }
}

fn print_preview(preview: &TablePreview, out: &mut impl Write) -> Result<(), Refusal> {
    if preview.tables.len() > 1 {
        let shown = preview.tables.get(preview.table).map_or("", |table| table.title.as_str());
        let others = preview.tables.iter().enumerate().filter(|(at, _)| *at != preview.table);
        let others: Vec<&str> = others.map(|(_, table)| table.title.as_str()).collect();
        writeln!(out, "Взята таблица: {shown}. Есть и другие: {}.", others.join(", "))?;
    }
    for remark in &preview.remarks {
        writeln!(out, "{remark}")?;
    }
    for row in &preview.rows {
        print_row(row, out)?;
    }
    Ok(())
}

fn print_row(row: &TableRow, out: &mut impl Write) -> Result<(), Refusal> {
    let state = match row.state {
        RowState::Ready => "понятна",
        RowState::Doubtful => "понятна не вся",
        RowState::Repeat => "уже есть, не добавляется",
        RowState::Refused => "не может быть добавлена",
        RowState::Heading => return Ok(()),
    };
    let texts = row.cells.iter().map(|cell| cell.read.as_deref().unwrap_or(&cell.text));
    let texts: Vec<String> =
        texts.filter(|text| !text.is_empty()).map(|text| text.replace(['\n', '\t'], " ")).collect();
    writeln!(out, "Строка {}, {state}: {}", row.row + 1, texts.join(" | "))?;
    if let (Some(direction), Some(guessed)) = (row.direction, &row.guessed) {
        let look = if guessed.sure { "" } else { "; проверьте" };
        writeln!(out, "    Направление {} {}{look}", direction.clause(), guessed.why)?;
    }
    for remark in row.all_remarks() {
        writeln!(out, "    {remark}")?;
    }
    Ok(())
}
