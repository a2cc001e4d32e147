//! What a questionnaire says that a school has filled in as a workbook: a column for each respondent, a row for each
//! statement. Every filled cell becomes an answer or is named with the reason why it did not.

use std::collections::{BTreeMap, BTreeSet};

use super::{folded, one_line};
use crate::records::{Answer, Area, Questionnaire, SheetAnswers};
use crate::russian::shortened;

/// The heading of the numbers.
pub const NUMBER: &str = "№";
/// The heading of the statements.
pub const STATEMENT: &str = "Утверждение";
/// What stands before the cell for the school's name.
pub const SCHOOL: &str = "Школа (ОО)";
/// What stands before the names of respondents.
pub const NAME: &str = "Фамилия, имя, отчество";
/// What stands after the statements of an area.
pub const READY: &str = "Готов(а) поделиться опытом (да — 1, нет — 0)";

/// What was read of one table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadAnswers {
    /// The school as typed.
    pub school: String,
    /// The respondents, from left to right; columns without an answer are left out.
    pub columns: Vec<AnswerColumn>,
    /// Cells that did not go in.
    pub faults: Vec<CellFault>,
}

/// The column of a respondent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerColumn {
    /// Which column of the table, from 0.
    pub column: usize,
    /// Who answered, as typed; empty on a questionnaire without names.
    pub name: String,
    /// The answers.
    pub answers: SheetAnswers,
    /// The areas in which the respondent is ready to share experience.
    pub ready: Vec<u32>,
}

/// A cell that did not go in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    /// «D7»
    pub cell: String,
    /// The column, from 0.
    pub column: usize,
    /// What stands there and why it did not go in, as a sentence.
    pub sentence: String,
}

/// What a row of the table is about.
enum Row<'a> {
    Names,
    Area(&'a Area),
    Statement(u32),
    Ready(&'a Area),
    /// Nothing that goes in, and why.
    Other(String),
}

/// Reads a table; none where it has no heading «Утверждение», so that it is no such questionnaire. `numbers` are the
/// numbers of the rows in the file.
#[must_use]
pub fn read_answers(
    rows: &[Vec<String>],
    numbers: &[usize],
    questionnaire: &Questionnaire,
) -> Option<ReadAnswers> {
    let heading = folded(STATEMENT);
    let (head, at) = rows.iter().enumerate().find_map(|(row, cells)| {
        cells.iter().position(|cell| folded(cell) == heading).map(|column| (row, column))
    })?;
    let mut reading = Reading { numbers, at, read: ReadAnswers::default(), columns: BTreeMap::new() };
    for (row, cells) in rows.iter().enumerate().take(head) {
        reading.above(row, cells);
    }
    let mut current: Option<&Area> = None;
    let mut seen = BTreeSet::new();
    for (row, cells) in rows.iter().enumerate().skip(head + 1) {
        let meant = meaning(cells, at, questionnaire, current, &mut seen);
        match &meant {
            Row::Area(area) | Row::Ready(area) => current = Some(area),
            Row::Statement(number) => {
                let holds = |area: &&Area| area.statements.iter().any(|known| known.number == *number);
                current = questionnaire.areas.iter().find(holds);
            }
            Row::Names | Row::Other(_) => {}
        }
        reading.row(row, cells, &meant);
    }
    Some(reading.done())
}

/// What a row below the head is about.
fn meaning<'a>(
    cells: &[String],
    at: usize,
    questionnaire: &'a Questionnaire,
    current: Option<&'a Area>,
    seen: &mut BTreeSet<u32>,
) -> Row<'a> {
    let text = folded(cells.get(at).map_or("", String::as_str));
    let number = at.checked_sub(1).and_then(|column| cells.get(column)).map_or("", |cell| cell.trim());
    if number.is_empty() {
        if text == folded(NAME) {
            return Row::Names;
        }
        if text.starts_with("готов а поделиться") {
            return current.map_or_else(
                || Row::Other("не понять, к какой области это относится".to_owned()),
                Row::Ready,
            );
        }
        let titled = |area: &&Area| !text.is_empty() && folded(&area.title) == text;
        return match questionnaire.areas.iter().find(titled) {
            Some(area) => Row::Area(area),
            None => Row::Other("такой строки в анкете нет".to_owned()),
        };
    }
    let known = number.parse().ok().and_then(|number| questionnaire.statement(number));
    match known {
        None => Row::Other(format!("утверждения №\u{a0}{} в анкете нет", shortened(number, 20))),
        Some(statement) if folded(&statement.text) != text => Row::Other(format!(
            "у утверждения №\u{a0}{number} в анкете другой текст; возможно, это старая анкета"
        )),
        Some(_) if number.parse().is_ok_and(|number| !seen.insert(number)) => {
            Row::Other(format!("утверждение №\u{a0}{number} стоит в таблице дважды"))
        }
        Some(statement) => Row::Statement(statement.number),
    }
}

struct Reading<'a> {
    numbers: &'a [usize],
    /// The column of the statements.
    at: usize,
    read: ReadAnswers,
    columns: BTreeMap<usize, AnswerColumn>,
}

impl Reading<'_> {
    /// A row above the head: the school, the title, how to answer.
    fn above(&mut self, row: usize, cells: &[String]) {
        let is_school = |cell: &String| folded(cell).trim_end_matches(' ') == folded(SCHOOL);
        let label = cells.iter().position(is_school);
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            let ours = ["анкета", "впишите название"].iter().any(|words| folded(cell).starts_with(words));
            if label == Some(column) || (ours && label.is_none()) {
                continue;
            }
            if label.is_some_and(|label| label < column) && self.read.school.is_empty() {
                self.read.school = one_line(cell);
            } else {
                self.fault(row, column, cell, "над таблицей ничего, кроме названия школы, не берётся");
            }
        }
    }

    fn row(&mut self, row: usize, cells: &[String], meant: &Row<'_>) {
        if let Row::Other(why) = meant {
            let filled = cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
            filled.for_each(|(column, cell)| self.fault(row, column, cell, why));
            return;
        }
        for (column, cell) in cells.iter().enumerate().skip(self.at + 1) {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let of = self.columns.entry(column).or_default();
            let taken = match meant {
                Row::Names => {
                    of.name = one_line(cell);
                    Ok(())
                }
                Row::Area(_) => Err("в строке с названием области отметок не бывает"),
                Row::Statement(number) => read_mark(cell)
                    .map(|answer| of.answers.set(*number, answer))
                    .ok_or("отметка бывает от 0 до 3"),
                Row::Ready(area) => match read_ready(cell) {
                    Some(ready) => {
                        of.ready.extend(ready.then_some(area.number));
                        Ok(())
                    }
                    None => Err("здесь бывает 1 (готовы поделиться опытом) или 0"),
                },
                Row::Other(_) => Ok(()),
            };
            if let Err(why) = taken {
                self.fault(row, column, cell, why);
            }
        }
    }

    fn fault(&mut self, row: usize, column: usize, cell: &str, why: &str) {
        let number = self.numbers.get(row).copied().unwrap_or(row + 1);
        let text = shortened(&one_line(cell), 60);
        let cell = format!("{}{number}", letters(column));
        self.read
            .faults
            .push(CellFault { cell, column, sentence: format!("«{text}» не вошло: {why}.") });
    }

    fn done(mut self) -> ReadAnswers {
        for (column, of) in self.columns {
            if !of.answers.is_empty() || !of.ready.is_empty() {
                self.read.columns.push(AnswerColumn { column, ..of });
            } else if !of.name.is_empty() {
                let sentence =
                    format!("«{}» не вошло: в этом столбце нет ни одной отметки.", shortened(&of.name, 60));
                self.read.faults.push(CellFault { cell: letters(column), column, sentence });
            }
        }
        self.read
    }
}

/// A mark as a person or a table writes it: «2», «2,0», «испытываю».
fn read_mark(cell: &str) -> Option<Answer> {
    let digits = cell.strip_suffix(",0").or_else(|| cell.strip_suffix(".0")).unwrap_or(cell);
    let by_digit = digits.parse().ok().and_then(Answer::of_mark);
    by_digit.or_else(|| Answer::ALL.into_iter().find(|answer| folded(answer.in_words()) == folded(cell)))
}

fn read_ready(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "1" | "1,0" | "1.0" | "да" | "+" => Some(true),
        "0" | "0,0" | "0.0" | "нет" | "-" | "—" | "–" => Some(false),
        _ => None,
    }
}

/// «A», «Z», «AA»: a column as the person sees it.
fn letters(column: usize) -> String {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    match column.checked_sub(26) {
        None => letter(column).to_string(),
        Some(rest) => format!("{}{}", letter(rest / 26), letter(rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn questionnaire() -> Questionnaire {
        crate::supplied::QUESTIONNAIRES[0].copied(uuid::Uuid::nil().into(), uuid::Uuid::nil().into())
    }

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    fn read(cells: &[&[&str]]) -> ReadAnswers {
        read_answers(&rows(cells), &[], &questionnaire()).expect("a questionnaire")
    }

    const FIRST: &str = "Составление рабочей программы на основе федеральной";
    const SECOND: &str = "Тематическое планирование с учётом особенностей класса";

    #[test]
    fn each_column_is_a_respondent() {
        let found = read(&[
            &["Анкета «Затруднения»"],
            &["", "Впишите название школы в жёлтую ячейку"],
            &["Школа (ОО)", "Ходынинская СШ"],
            &["№", "Утверждение", "1", "2", "3"],
            &["", "Планирование и рабочая программа"],
            &["1", FIRST, "2", "", "0"],
            &["2", SECOND, "3", "", "1,0"],
            &["", READY, "1", "", "0"],
        ]);
        assert_eq!(found.school, "Ходынинская СШ");
        assert_eq!(found.faults, []);
        let told: Vec<_> =
            found.columns.iter().map(|one| (one.column, one.answers.to_string(), one.ready.len())).collect();
        assert_eq!(told, [(2, "1:2 2:3".to_owned(), 1), (4, "1:0 2:1".to_owned(), 0)]);
    }

    #[rstest]
    #[case(&["1", FIRST, "5"], "C2", "«5» не вошло: отметка бывает от 0 до 3.")]
    #[case(&["1", FIRST, "да"], "C2", "«да» не вошло: отметка бывает от 0 до 3.")]
    #[case(&["99", "Чужое", "1"], "C2", "«1» не вошло: утверждения №\u{a0}99 в анкете нет.")]
    #[case(&["", READY, "1"], "C2", "«1» не вошло: не понять, к какой области это относится.")]
    #[case(&["", "Заметка", ""], "B2", "«Заметка» не вошло: такой строки в анкете нет.")]
    #[case(
        &["2", FIRST, "1"], "C2",
        "«1» не вошло: у утверждения №\u{a0}2 в анкете другой текст; возможно, это старая анкета."
    )]
    fn what_does_not_go_in_is_named_with_its_cell(
        #[case] row: &[&str],
        #[case] cell: &str,
        #[case] sentence: &str,
    ) {
        let found = read(&[&["№", "Утверждение", "1"], row]);
        assert!(found.columns.is_empty(), "{found:?}");
        let told = found.faults.iter().find(|fault| fault.cell == cell).map(|fault| fault.sentence.as_str());
        assert_eq!(told, Some(sentence));
    }

    #[test]
    fn a_statement_that_stands_twice_is_taken_once() {
        let found = read(&[&["№", "Утверждение", "1"], &["1", FIRST, "2"], &["1", FIRST, "3"]]);
        assert_eq!(found.columns[0].answers.to_string(), "1:2");
        assert_eq!(found.faults.len(), 3);
    }

    #[test]
    fn another_table_is_no_questionnaire() {
        assert_eq!(
            read_answers(&rows(&[&["№", "Мероприятие"], &["1", "Семинар"]]), &[], &questionnaire()),
            None
        );
    }

    #[rstest]
    #[case(0, "A")]
    #[case(25, "Z")]
    #[case(26, "AA")]
    #[case(59, "BH")]
    fn columns_are_told_by_letters(#[case] column: usize, #[case] told: &str) {
        assert_eq!(letters(column), told);
    }
}
