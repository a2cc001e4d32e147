//! The text of a protocol line by line. What stands in tables becomes lines too: a row of people is a line with a name
//! and the rest, and a column with a heading says what its cells are («Ответственный: …»).

use super::labels::label_of;
use super::mentions::mentions;
use super::numbers::Number;
use super::result::ReadTable;
use super::tables::{line_of, results};
use crate::import::{folded, one_line};

/// A part of the text, as whoever read the file hands it over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProtocolBlock {
    /// A paragraph: its text, the number that stands before it (or nothing), and whether it is a heading or bold.
    Paragraph {
        /// Its text, with tabs and line breaks.
        text: String,
        /// «1.», «1.2.», «—»
        number: String,
        /// A heading, or bold.
        strong: bool,
    },
    /// A table: rows of cells, lines within a cell divided by line breaks.
    Table(Vec<Vec<String>>),
}

/// A line of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// As it is seen; empty for what only a heading of a table says.
    pub(super) shown: String,
    /// The number before it.
    pub(super) number: Option<Number>,
    /// The text after the number.
    pub(super) said: String,
    pub(super) strong: bool,
    /// Headings of a table: nothing but structure.
    pub(super) heads: bool,
    /// A table of results, and its rows as they stand in the file: outside a report they are lines as any other.
    pub(super) results: Option<Box<(ReadTable, Vec<Vec<String>>)>>,
}

impl Line {
    fn of(text: &str, strong: bool) -> Self {
        let text = text.trim();
        let (number, said) = Number::before(text);
        Self { number, said: joined_letters(said.trim()), shown: text.to_owned(), strong, ..Self::default() }
    }

    /// What a heading of a table says of its cells; nobody wrote it as a line.
    fn virtual_of(text: String) -> Self {
        Self { said: text, ..Self::default() }
    }
}

pub(super) fn lines_of(blocks: &[ProtocolBlock]) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            ProtocolBlock::Paragraph { text, number, strong } => {
                let text = if number.is_empty() { text.clone() } else { format!("{number} {text}") };
                lines.extend(text.lines().map(|line| Line::of(line, *strong)));
            }
            ProtocolBlock::Table(rows) => table(rows, &mut lines),
        }
    }
    lines.retain(|line| !line.said.is_empty() || line.number.is_some());
    lines
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Person,
    Presence,
    Question,
    Reporter,
    Heard,
    Spoke,
    Decided,
    Responsible,
    Term,
    Other,
}

/// What a heading says.
fn column(heading: &str) -> Option<Column> {
    let folded = folded(heading);
    let starts = |stems: &[&str]| stems.iter().any(|stem| folded.starts_with(stem));
    Some(
        if matches!(folded.as_str(), "" | "п п" | "n" | "no" | "номер" | "n п п")
            && !heading.trim().is_empty()
        {
            Column::Number
        } else if starts(&["фио", "ф и о", "фамилия", "участник", "присутствующ", "присутствовал", "член"])
        {
            Column::Person
        } else if starts(&["присутствие", "отметка о присутств", "явка"]) {
            Column::Presence
        } else if starts(&["вопрос", "повестка", "тема", "рассматриваем", "обсуждаем"])
        {
            Column::Question
        } else if starts(&["доклад", "содоклад", "выступающ"]) {
            Column::Reporter
        } else if starts(&["слушали", "краткое содержание", "содержание доклада"])
        {
            Column::Heard
        } else if starts(&["выступили", "обсуждение"]) {
            Column::Spoke
        } else if starts(&[
            "решени",
            "решили",
            "постанов",
            "принятые решения",
            "принятое решение",
            "поручение",
        ]) {
            Column::Decided
        } else if starts(&["ответственн", "исполнител"]) {
            Column::Responsible
        } else if starts(&["срок", "дата исполнения"]) {
            Column::Term
        } else if starts(&[
            "должность",
            "оу",
            "оо",
            "место работы",
            "школа",
            "организация",
            "учреждение",
            "подпись",
            "предмет",
            "наименование оо",
            "наименование оу",
            "примечани",
            "образовательная организация",
            "образовательное учреждение",
            "роспись",
            "категория",
        ]) {
            Column::Other
        } else {
            return None;
        },
    )
}

fn table(rows: &[Vec<String>], lines: &mut Vec<Line>) {
    let heads =
        rows.first().map(|row| row.iter().map(|cell| column(cell)).collect::<Vec<_>>()).unwrap_or_default();
    let named = heads.iter().flatten().filter(|column| **column != Column::Number).count();
    let filled = rows.first().map_or(0, |row| row.iter().filter(|cell| !cell.trim().is_empty()).count());
    // «ФИО | Должность | Школа»: what stands below is of these kinds.
    let known = named >= 2 || (named == 1 && heads.contains(&Some(Column::Number)));
    let without_text = rows.first().is_none_or(|row| row.iter().all(|cell| mentions(cell).is_empty()));
    if known && filled >= 2 && without_text {
        headed(&heads, rows, lines);
    } else if let Some(table) = results(rows) {
        lines.push(line_of(table, rows));
    } else {
        bare_rows(rows, lines);
    }
}

/// The rows of a table that says nothing of its columns.
pub(super) fn bare_rows(rows: &[Vec<String>], lines: &mut Vec<Line>) {
    rows.iter().for_each(|row| bare(row, lines));
}

fn headed(heads: &[Option<Column>], rows: &[Vec<String>], lines: &mut Vec<Line>) {
    let has = |wanted: Column| heads.contains(&Some(wanted));
    let whole = has(Column::Question) && (has(Column::Heard) || has(Column::Decided) || has(Column::Spoke));
    let mut shown_heads = Line::of(&joined(rows.first().map(Vec::as_slice).unwrap_or_default()), false);
    shown_heads.heads = true;
    lines.push(shown_heads);
    if !whole {
        if has(Column::Decided) {
            lines.push(Line::virtual_of("РЕШИЛИ:".to_owned()));
        } else if has(Column::Question) {
            lines.push(Line::virtual_of("Повестка дня:".to_owned()));
        }
    }
    let mut present = true;
    for (row, number) in rows.iter().skip(1).zip(1..) {
        let cell = |wanted: Column| {
            let at = heads.iter().position(|head| *head == Some(wanted))?;
            row.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
        };
        let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        if filled == 0 {
            continue;
        }
        // A heading across the table.
        if filled == 1
            && row.first().is_some_and(|cell| !cell.trim().is_empty())
            && !heads.is_empty()
            && heads.len() > 1
        {
            bare(row, lines);
            continue;
        }
        if has(Column::Person) && !has(Column::Decided) && !has(Column::Question) {
            let here = cell(Column::Presence).is_none_or(is_present);
            if here != present {
                lines.push(Line::virtual_of(
                    if here { "Присутствовали:" } else { "Отсутствовали:" }.to_owned(),
                ));
                present = here;
            }
            let others = row.iter().zip(heads).filter(|(_, head)| {
                !matches!(head, Some(Column::Number | Column::Person | Column::Presence))
            });
            let others = others.map(|(cell, _)| one_line(cell)).filter(|cell| !cell.is_empty());
            let name = one_line(cell(Column::Person).unwrap_or_default());
            let mut others = others.collect::<Vec<_>>().join(", ");
            if let Some(said) = cell(Column::Presence).filter(|said| !is_mark(said)) {
                others.push_str(&format!(" ({})", one_line(said)));
            }
            lines.push(Line::of(&format!("{name}\t{others}"), false));
            continue;
        }
        let main = if has(Column::Question) { Column::Question } else { Column::Decided };
        let said = cell(main).unwrap_or_default();
        let label = if whole { format!("Вопрос {number}. ") } else { format!("{number}. ") };
        let mut parts = said.lines().map(str::trim).filter(|line| !line.is_empty());
        if let Some(first) = parts.next() {
            let (own, rest) = Number::before(first);
            let text = if own.is_some() && !whole { first.to_owned() } else { format!("{label}{rest}") };
            lines.push(Line::of(&text, false));
        }
        lines.extend(parts.map(|line| Line::of(line, false)));
        let columns = [
            (Column::Reporter, "Докладчик"),
            (Column::Heard, "СЛУШАЛИ"),
            (Column::Spoke, "ВЫСТУПИЛИ"),
            (Column::Decided, "РЕШИЛИ"),
            (Column::Responsible, "Ответственный"),
            (Column::Term, "Срок"),
        ];
        for (column, label) in columns.into_iter().filter(|(column, _)| *column != main) {
            let Some(text) = cell(column) else { continue };
            if matches!(column, Column::Reporter | Column::Responsible | Column::Term) {
                lines.push(Line::of(&format!("{label}: {}", text.replace('\n', ", ")), false));
            } else {
                lines.push(Line::virtual_of(format!("{label}:")));
                lines.extend(text.lines().map(|line| Line::of(line, false)));
            }
        }
        let others = row
            .iter()
            .zip(heads)
            .filter(|(_, head)| matches!(head, None | Some(Column::Other | Column::Person)));
        lines.extend(others.flat_map(|(cell, _)| cell.lines()).map(|line| Line::of(line, false)));
    }
}

/// A row of a table that says nothing of its columns.
fn bare(row: &[String], lines: &mut Vec<Line>) {
    let cells: Vec<&str> = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let Some((first, rest)) = cells.split_first() else { return };
    let is_number =
        Number::before(&format!("{first} x")).0.is_some() || first.chars().all(|sign| sign.is_ascii_digit());
    let named = label_of(first, false).is_some() || label_of(&format!("{first}:"), false).is_some();
    if !first.contains('\n') && !rest.is_empty() && (is_number || named) {
        let mut below =
            rest.iter().flat_map(|cell| cell.lines()).map(str::trim).filter(|line| !line.is_empty());
        let between = if is_number && !first.ends_with(['.', ')']) {
            ". "
        } else if is_number || first.ends_with([':', '-', '—', '–']) {
            " "
        } else {
            ": "
        };
        // A name beside a topic, or beside a line to sign on, is one line with it.
        if rest.iter().all(|cell| !cell.contains('\n')) {
            lines.push(Line::of(&format!("{first}{between}{}", rest.join("\t")), false));
            return;
        }
        lines.push(Line::of(&format!("{first}{between}{}", below.next().unwrap_or_default()), false));
        lines.extend(below.map(|line| Line::of(line, false)));
        return;
    }
    let with_names = cells.iter().filter(|cell| !mentions(cell).is_empty()).count();
    if with_names == 1 && cells.iter().all(|cell| !cell.contains('\n')) {
        lines.push(Line::of(&cells.join("\t"), false));
    } else {
        lines.extend(cells.iter().flat_map(|cell| cell.lines()).map(|line| Line::of(line, false)));
    }
}

fn joined(row: &[String]) -> String {
    row.iter().map(|cell| one_line(cell)).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ")
}

fn is_present(cell: &str) -> bool {
    let folded = folded(cell);
    let absent = ["отсут", "не был", "нет", "болез", "больн", "отпуск", "курсы", "н"].iter();
    !(absent.clone().any(|word| folded == *word || (word.len() > 2 && folded.starts_with(word)))
        || cell.trim() == "-")
}

/// A mark of presence or absence that gives no reason.
fn is_mark(cell: &str) -> bool {
    const MARKS: &[&str] = &[
        "",
        "да",
        "нет",
        "н",
        "v",
        "присутствовал",
        "присутствовала",
        "присутствует",
        "отсутствовал",
        "отсутствовала",
        "отсутствует",
        "был",
        "была",
        "не был",
        "не была",
    ];
    MARKS.contains(&folded(cell).as_str())
}

/// «С Л У Ш А Л И:» is a word.
fn joined_letters(text: &str) -> String {
    let pieces: Vec<&str> = text.split(' ').collect();
    let single = |piece: &&str| {
        let mut letters = piece.trim_end_matches([':', '.']).chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    let count = pieces.iter().take_while(|piece| single(piece)).count();
    if count < 4 {
        return text.to_owned();
    }
    let word = pieces[..count].concat();
    let rest = pieces[count..].join(" ");
    if rest.is_empty() { word } else { format!("{word} {rest}") }
}
