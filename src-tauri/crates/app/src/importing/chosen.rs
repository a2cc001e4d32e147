//! Of all that a file holds, the table that is taken: its rows as mended, what its columns hold, and what is left out.

use std::ops::Range;

use pps_domain::calendar::SchoolYear;
use pps_domain::import::{Divider, Heading, TableColumn, TableKind, split_line, tables_of};
use pps_exchange::spreadsheets::{Sheet, StruckCell};

use super::{LeftOut, TableAsked, TableName};

/// One table of a draft, with its rows as mended.
pub(super) struct Chosen {
    pub(super) names: Vec<TableName>,
    pub(super) table: usize,
    /// The headings, where the table has any.
    pub(super) heading: Option<Heading>,
    pub(super) headings: Vec<String>,
    pub(super) columns: Vec<TableColumn>,
    pub(super) rows: Vec<Vec<String>>,
    /// The number of each row in its file.
    pub(super) numbers: Vec<usize>,
    pub(super) since_1904: bool,
    /// Whether nobody knows yet what the columns are.
    pub(super) unknown: bool,
    /// Whether it is a text without cells.
    pub(super) plain_text: bool,
    /// What stands beside the table and is not taken.
    pub(super) left_out: Vec<LeftOut>,
    /// Whether the file hides rows or columns of it.
    pub(super) hides: bool,
}

/// A table of a sheet.
struct Found<'a> {
    sheet: &'a Shown,
    heading: Option<Heading>,
    rows: Range<usize>,
    /// Whether no other table stands above it on the sheet.
    first: bool,
}

/// Tables that are read as one: a plan whose parts have a table each, or a sheet for each month.
struct Group<'a>(Vec<Found<'a>>);

/// What of a sheet is shown in its file.
struct Shown {
    sheet: Sheet,
    left_out: Vec<LeftOut>,
}

impl Shown {
    /// Hidden rows and struck out cells are not taken, unless the person wants them.
    fn of(sheet: &Sheet, with_hidden: bool) -> Self {
        let mut left_out = Vec::new();
        let mut shown = Sheet { rows: Vec::new(), row_numbers: Vec::new(), ..sheet.clone() };
        for (at, row) in sheet.rows.iter().enumerate() {
            let number = sheet.number_of(at);
            let mut row = row.clone();
            if sheet.hidden_rows.contains(&at) && !with_hidden {
                left_out.push(LeftOut::row(number, said(&row), "строка скрыта в таблице"));
                continue;
            }
            for StruckCell { column, text, whole, .. } in sheet.struck.iter().filter(|cell| cell.row == at) {
                if let Some(cell) = row.get_mut(*column).filter(|_| *whole) {
                    cell.clear();
                }
                left_out.push(LeftOut::row(number, text.clone(), "зачёркнуто в таблице"));
            }
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                shown.rows.push(row);
                shown.row_numbers.push(number);
            }
        }
        left_out.extend(sheet.left_out.iter().map(|text| LeftOut::beside(text.clone(), "не из таблицы")));
        Self { sheet: shown, left_out }
    }

    /// Whether it is a sheet of a workbook; a text of Word has tables without sheets.
    fn of_workbook(&self) -> bool {
        !self.sheet.name.is_empty() && self.sheet.above.is_empty()
    }
}

impl Chosen {
    /// The table that is asked for, or the one with the best headings; of equal ones the longest.
    pub(super) fn of(sheets: &[Sheet], asked: &TableAsked) -> Self {
        let year = SchoolYear(asked.year);
        let shown: Vec<Shown> = sheets.iter().map(|sheet| Shown::of(sheet, asked.hidden)).collect();
        let groups = groups(&shown, asked.kind, year);
        let names: Vec<TableName> =
            groups.iter().zip(1..).map(|(group, number)| group.name(number, &groups)).collect();
        let best = (0..groups.len()).max_by_key(|at| {
            let group = &groups[*at];
            (!group.is_hidden(), group.known(), group.rows(), std::cmp::Reverse(*at))
        });
        let table = asked.table.filter(|table| *table < groups.len()).or(best).unwrap_or_default();
        let mut left_out: Vec<LeftOut> = Vec::new();
        for (at, (group, name)) in groups.iter().zip(&names).enumerate() {
            if at != table {
                let why = if group.is_hidden() {
                    "лист скрыт, не взят"
                } else {
                    "другая таблица этого файла, не взята"
                };
                left_out.push(LeftOut::beside(format!("{}, строк: {}", name.title, name.rows), why));
            }
        }
        match groups.get(table) {
            Some(group) => group.chosen(names, table, asked, left_out),
            None => Self::nothing(names, left_out),
        }
    }

    fn nothing(names: Vec<TableName>, left_out: Vec<LeftOut>) -> Self {
        Self {
            names,
            table: 0,
            heading: None,
            headings: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            numbers: Vec::new(),
            since_1904: false,
            unknown: true,
            plain_text: false,
            left_out,
            hides: false,
        }
    }
}

/// All tables, those that are parts of one plan together.
fn groups(sheets: &[Shown], kind: TableKind, year: SchoolYear) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for sheet in sheets {
        for (place, (heading, rows)) in tables_of(&sheet.sheet.rows, kind).into_iter().enumerate() {
            let found = Found { sheet, heading, rows, first: place == 0 };
            match groups
                .iter_mut()
                .find(|group| kind == TableKind::Activities && group.goes_on_in(&found, year))
            {
                Some(group) => group.0.push(found),
                None => groups.push(Group(vec![found])),
            }
        }
    }
    groups
}

impl Found<'_> {
    /// What stands over the table and says of which part of the plan it is.
    fn part(&self, year: SchoolYear) -> Option<String> {
        let name = &self.sheet.sheet.name;
        if self.sheet.of_workbook() {
            let divider = Divider::of(name, year);
            return (divider.term.is_some() || divider.direction.is_some()).then(|| name.clone());
        }
        let last = self.sheet.sheet.above.iter().rev().find(|text| !text.trim().is_empty())?;
        let short = last.chars().count() <= 120;
        short.then(|| last.trim().to_owned())
    }
}

impl Group<'_> {
    fn first(&self) -> Option<&Found<'_>> {
        self.0.first()
    }

    fn is_hidden(&self) -> bool {
        self.first().is_some_and(|found| found.sheet.sheet.hidden)
    }

    /// How many columns are known by their headings.
    fn known(&self) -> usize {
        let columns = self.first().and_then(|found| found.heading.as_ref()).map(|heading| &heading.columns);
        let columns = columns.into_iter().flatten();
        columns.filter(|column| !matches!(column, TableColumn::Skip | TableColumn::Number)).count()
    }

    fn rows(&self) -> usize {
        self.0.iter().map(|found| found.rows.len()).sum()
    }

    /// Whether a table has the same headings and is another part of the same plan.
    fn goes_on_in(&self, other: &Found<'_>, year: SchoolYear) -> bool {
        let Some(first) = self.first() else { return false };
        let (Some(own), Some(heading)) = (&first.heading, &other.heading) else { return false };
        let same = own.columns == heading.columns && own.of_meetings() == heading.of_meetings();
        let hidden = first.sheet.sheet.hidden || other.sheet.sheet.hidden;
        let in_workbook = first.sheet.of_workbook() || other.sheet.of_workbook();
        let parts = !in_workbook || (first.part(year).is_some() && other.part(year).is_some());
        same && !hidden && parts && first.sheet.of_workbook() == other.sheet.of_workbook()
    }

    fn name(&self, number: usize, all: &[Self]) -> TableName {
        let has_headings = self.first().is_some_and(|found| found.heading.is_some());
        let sheets: Vec<&str> = self.0.iter().map(|found| found.sheet.sheet.name.as_str()).collect();
        let name = sheets.first().copied().unwrap_or_default();
        let several = all
            .iter()
            .filter(|group| group.first().is_some_and(|found| found.sheet.sheet.name == name))
            .count()
            > 1;
        let workbook = self.first().is_some_and(|found| found.sheet.of_workbook());
        let title = match (name, workbook, sheets.len()) {
            ("", _, 1) => format!("Таблица {number}"),
            (_, true, 1) if several => format!("Лист «{name}», таблица {number}"),
            (_, true, 1) => format!("Лист «{name}»"),
            (_, true, _) => {
                let quoted: Vec<String> = sheets.iter().map(|name| format!("«{name}»")).collect();
                format!("Листы {}", quoted.join(", "))
            }
            (_, false, 1) => format!("Таблица «{name}»"),
            (_, false, parts) => format!("Таблица из {parts} частей"),
        };
        TableName { title, rows: self.rows(), has_headings }
    }

    fn chosen(
        &self,
        names: Vec<TableName>,
        table: usize,
        asked: &TableAsked,
        mut left_out: Vec<LeftOut>,
    ) -> Chosen {
        let year = SchoolYear(asked.year);
        let (mut rows, mut numbers) = (Vec::new(), Vec::new());
        for (place, found) in self.0.iter().enumerate() {
            let sheet = &found.sheet.sheet;
            let begins = found.heading.as_ref().map_or(found.rows.start, |heading| heading.rows.start);
            let part = (self.0.len() > 1).then(|| found.part(year)).flatten();
            let part = part.filter(|part| place > 0 || !is_title(part));
            // A later table of the sheet begins where the one before ends.
            let above = if found.first { 0 } else { begins };
            for at in above..begins {
                left_out.push(LeftOut::row(sheet.number_of(at), said(&sheet.rows[at]), "над таблицей"));
            }
            for text in sheet.above.iter().filter(|text| !text.trim().is_empty()) {
                if part.as_deref() != Some(text.trim()) {
                    left_out.push(LeftOut::beside(text.trim().to_owned(), "над таблицей"));
                }
            }
            if let Some(part) = part {
                rows.push(vec![part]);
                numbers.push(sheet.number_of(begins));
            }
            for at in found.rows.clone() {
                rows.push(sheet.rows[at].clone());
                numbers.push(sheet.number_of(at));
            }
            left_out.extend(found.sheet.left_out.iter().cloned());
        }
        let first = self.first();
        let heading = first.and_then(|found| found.heading.clone());
        let sheet = first.map(|found| &found.sheet.sheet);
        let plain_text = sheet.is_some_and(|sheet| sheet.plain_text) && asked.kind == TableKind::Activities;
        let unknown = heading.is_none() && asked.columns.is_none();
        let mut columns = asked
            .columns
            .clone()
            .or_else(|| heading.as_ref().map(|heading| heading.columns.clone()))
            .unwrap_or_default();
        if plain_text && heading.is_none() {
            let parted: Vec<Vec<String>> = rows.iter().map(|row| split_line(&row.join(" "), year)).collect();
            if parted.iter().any(|cells| cells.len() > 1) {
                rows = parted;
                if unknown {
                    columns = vec![TableColumn::Text, TableColumn::Term, TableColumn::Responsible];
                }
            }
        }
        for mended in &asked.mended {
            if let Some(row) = rows.get_mut(mended.row).filter(|_| mended.column < 60) {
                row.resize(row.len().max(mended.column + 1), String::new());
                row[mended.column].clone_from(&mended.text);
            }
        }
        let headings = heading.as_ref().map(|heading| heading.texts.clone()).unwrap_or_default();
        let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(headings.len());
        if unknown && width == 1 {
            // A list without any heading is a list of activities or of names.
            columns = vec![TableColumn::main(asked.kind)];
        }
        columns.resize(width.max(columns.len()), TableColumn::Skip);
        if asked.columns.is_none() && !asked.hidden {
            for at in sheet.iter().flat_map(|sheet| &sheet.hidden_columns) {
                if let Some(column) = columns.get_mut(*at) {
                    *column = TableColumn::Skip;
                }
            }
        }
        let since_1904 = sheet.is_some_and(|sheet| sheet.since_1904);
        let hides = self.0.iter().any(|found| {
            let sheet = &found.sheet.sheet;
            !(sheet.hidden_rows.is_empty() && sheet.hidden_columns.is_empty())
        });
        Chosen {
            names,
            table,
            heading,
            headings,
            columns,
            rows,
            numbers,
            since_1904,
            unknown,
            plain_text,
            left_out,
            hides,
        }
    }
}

/// «План работы на 2025/2026 учебный год» is over all of the plan, not over a part.
fn is_title(text: &str) -> bool {
    let text = text.to_lowercase();
    ["план", "дорожная карта", "учебный год", "приложение"].iter().any(|word| text.contains(word))
}

fn said(row: &[String]) -> String {
    let cells = row.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
    cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ")
}
