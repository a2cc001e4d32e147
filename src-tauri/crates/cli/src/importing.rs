//! `import`: a table of a file becomes rows of the plan or people of the roster.

use std::io::Write;
use std::path::Path;

use pps_app::Workplace;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::import::{TableColumn, TableKind, read_direction};
use pps_app::domain::russian::counted;
use pps_app::importing::{
    ColumnTaken, ImportError, LeftOut, NamesakeAnswer, RowState, TableAsked, TableDraft, TablePreview,
    TableReader, TableRow,
};
use serde::Serialize;

use crate::arguments::{Imported, Namesakes};
use crate::commands::Refusal;
use crate::importing_protocol::import_protocol;

/// What was typed.
pub(crate) struct Import<'a> {
    pub(crate) what: Imported,
    pub(crate) file: &'a Path,
    pub(crate) year: i32,
    pub(crate) direction: Option<&'a str>,
    pub(crate) columns: &'a [String],
    pub(crate) table: Option<u16>,
    pub(crate) hidden: bool,
    pub(crate) namesakes: Option<Namesakes>,
    pub(crate) dry_run: bool,
    pub(crate) json: bool,
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
            Imported::Protocol => return import_protocol(self, workplace, community, out),
        };
        let direction = match self.direction {
            Some(named) => {
                Some(read_direction(named).ok_or_else(|| Refusal::NoSuchDirection(named.to_owned()))?)
            }
            None => None,
        };
        let year = pps_app::domain::calendar::SchoolYear(self.year);
        let table = self.table.map(|number| usize::from(number) - 1);
        let mut asked =
            TableAsked { direction, table, hidden: self.hidden, ..TableAsked::new(community, kind, year) };
        let draft = TableDraft::file(&TableReader::this_program_again(), self.file)?;
        let mut preview = workplace.look_at_table(&draft, &asked)?;
        if let Some(number) = self.table.filter(|number| usize::from(*number) > preview.tables.len()) {
            return Err(Refusal::NoSuchTable { number, of: preview.tables.len() });
        }
        if !self.columns.is_empty() {
            asked.columns = Some(columns_as_typed(self.columns, &preview)?);
            preview = workplace.look_at_table(&draft, &asked)?;
        }
        if let Some(namesakes) = self.namesakes {
            let same = namesakes == Namesakes::Skip;
            let answer = |row| NamesakeAnswer { row, same };
            asked.namesakes = preview.of(&[RowState::Asked]).into_iter().map(answer).collect();
            preview = workplace.look_at_table(&draft, &asked)?;
        }
        if self.json {
            serde_json::to_writer_pretty(&mut *out, &Trial::of(&preview))?;
            writeln!(out)?;
            return Ok(());
        }
        print_preview(&preview, out)?;
        if self.dry_run {
            writeln!(out, "Ничего не добавлено: это проба.")?;
            return Ok(());
        }
        let taken = [RowState::Ready, RowState::Partly, RowState::Doubtful, RowState::Refused];
        let rows = preview.of(&taken);
        if rows.is_empty() {
            return Err(Refusal::Refused(ImportError::NothingNew.into()));
        }
        let changed = workplace.add_table_rows(&draft, &asked, &rows)?;
        writeln!(out, "{}.", changed.name)?;
        let open = preview.of(&[RowState::Asked]).len();
        if open > 0 && self.namesakes.is_none() {
            let rows = counted(open, "строка", "строки", "строк");
            writeln!(
                out,
                "Не добавлено: {rows} с тёзками. Если это другие люди, повторите с --namesakes add, если те же — \
                 с --namesakes skip."
            )?;
        }
        Ok(())
    }
}

/// «Виды деятельности=text», «3=term»: by the heading, or by the number of the column from one.
fn columns_as_typed(typed: &[String], preview: &TablePreview) -> Result<Vec<TableColumn>, Refusal> {
    let mut columns = preview.columns.clone();
    for one in typed {
        let wrong = || Refusal::NoSuchColumn(one.clone());
        let (heading, meaning) = one.rsplit_once('=').ok_or_else(wrong)?;
        let meaning = serde_json::Value::String(meaning.trim().to_lowercase());
        let meaning: TableColumn = serde_json::from_value(meaning).map_err(|_| wrong())?;
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let by_heading = preview.headings.iter().position(|text| plain(text) == plain(heading));
        let by_number = || heading.trim().parse::<usize>().ok()?.checked_sub(1);
        let at = by_heading.or_else(by_number).filter(|at| *at < columns.len()).ok_or_else(wrong)?;
        for (place, column) in columns.iter_mut().enumerate() {
            if place == at {
                *column = meaning;
            } else if *column == meaning {
                // One meaning stands in one column only, as in the window.
                *column = TableColumn::Skip;
            }
        }
    }
    Ok(columns)
}

/// What `--dry-run --json` prints.
#[derive(Serialize)]
struct Trial<'a> {
    tables: Vec<TrialTable<'a>>,
    columns: Vec<ColumnTaken>,
    rows: Vec<TrialRow<'a>>,
    /// Texts across the table, and what each was taken for.
    headings: Vec<TrialHeading<'a>>,
    left_out: &'a [LeftOut],
    remarks: &'a [String],
}

#[derive(Serialize)]
struct TrialTable<'a> {
    title: &'a str,
    rows: usize,
    taken: bool,
}

#[derive(Serialize)]
struct TrialRow<'a> {
    row: usize,
    state: &'static str,
    text: &'a str,
    remarks: Vec<&'a str>,
}

#[derive(Serialize)]
struct TrialHeading<'a> {
    row: usize,
    text: String,
    taken_as: Option<&'a str>,
}

impl<'a> Trial<'a> {
    fn of(preview: &'a TablePreview) -> Self {
        let tables = preview.tables.iter().enumerate();
        let tables = tables.map(|(at, table)| TrialTable {
            title: &table.title,
            rows: table.rows,
            taken: at == preview.table,
        });
        let rows = preview.rows.iter().filter_map(|row| {
            let state = match row.state {
                RowState::Ready => "clear",
                RowState::Partly | RowState::Doubtful => "doubtful",
                RowState::Repeat | RowState::Asked | RowState::Refused => "refused",
                RowState::Heading => return None,
            };
            Some(TrialRow { row: row.number, state, text: &row.title, remarks: row.all_remarks().collect() })
        });
        let headings = preview.rows.iter().filter(|row| row.state == RowState::Heading);
        let headings = headings.map(|row| TrialHeading {
            row: row.number,
            text: texts(row),
            taken_as: row.heads.as_deref(),
        });
        Self {
            tables: tables.collect(),
            columns: preview.columns_taken(),
            rows: rows.collect(),
            headings: headings.collect(),
            left_out: &preview.left_out,
            remarks: &preview.remarks,
        }
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
    let untaken: Vec<String> = preview
        .columns_taken()
        .iter()
        .filter(|column| column.taken_as.is_none() && !column.heading.is_empty())
        .map(|column| format!("«{}»", column.heading))
        .collect();
    if !untaken.is_empty() {
        writeln!(out, "Не взяты столбцы: {}.", untaken.join(", "))?;
    }
    for row in &preview.rows {
        print_row(row, out)?;
    }
    if !preview.left_out.is_empty() {
        writeln!(out, "Не вошло:")?;
        for left in &preview.left_out {
            let row = left.row.map(|row| format!("строка {row}: ")).unwrap_or_default();
            writeln!(out, "    {row}«{}» — {}", one_line(&left.text), left.why.trim_end_matches('.'))?;
        }
    }
    Ok(())
}

fn print_row(row: &TableRow, out: &mut impl Write) -> Result<(), Refusal> {
    let state = match row.state {
        RowState::Ready => "понятна",
        RowState::Partly => "понятна, но войдёт не вся",
        RowState::Doubtful => "понятна не вся",
        RowState::Repeat => "уже есть, не добавляется",
        RowState::Asked => "тёзка, не добавляется",
        RowState::Refused => "не может быть добавлена",
        RowState::Heading => {
            if let Some(heads) = &row.heads {
                writeln!(out, "Строка {}, {heads}: {}", row.number, texts(row))?;
            }
            return Ok(());
        }
    };
    writeln!(out, "Строка {}, {state}: {}", row.number, texts(row))?;
    if let (Some(direction), Some(guessed)) = (row.direction, &row.guessed) {
        let look = if guessed.sure { "" } else { "; проверьте" };
        writeln!(out, "    Направление {} {}{look}", direction.clause(), guessed.why)?;
    }
    for remark in row.all_remarks() {
        writeln!(out, "    {remark}")?;
    }
    Ok(())
}

fn texts(row: &TableRow) -> String {
    let texts = row.cells.iter().map(|cell| cell.read.as_deref().unwrap_or(&cell.text));
    let texts: Vec<String> = texts.filter(|text| !text.trim().is_empty()).map(one_line).collect();
    texts.join(" | ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
