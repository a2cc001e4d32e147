//! Tables that were pasted into a text: their cells come parted by tabs, a row on each line. A tab is no more than a
//! space on paper, so such a text would be printed as one heap of words and numbers.

use super::{Align, Block, Column, Table};

/// More columns than this do not fit an upright sheet.
const MOST_COLUMNS: usize = 8;

/// A text cut into what is prose and what is a table.
enum Piece {
    Prose(String),
    Table(Vec<Vec<String>>),
}

/// The prose of a report: a pasted table becomes a table.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let block = |piece| match piece {
        Piece::Prose(text) => Block::Text { text },
        Piece::Table(rows) if rows[0].len() > MOST_COLUMNS => Block::Text { text: said(&rows) },
        Piece::Table(rows) => table(&rows),
    };
    pieces(text).into_iter().map(block).collect()
}

/// A text of a protocol, which has no tables of its own: each row of a pasted one is said in a line, «Школа СШ № 1:
/// всего учеников — 54, низкий уровень — 12;».
pub(super) fn in_lines(text: &str) -> String {
    if !text.contains('\t') {
        return text.to_owned();
    }
    let line = |piece| match piece {
        Piece::Prose(text) => text,
        Piece::Table(rows) => said(&rows),
    };
    pieces(text).into_iter().map(line).collect::<Vec<_>>().join("\n")
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut lines = text.lines().peekable();
    let mut prose = Vec::new();
    while let Some(line) = lines.next() {
        let Some(row) = cells(line) else {
            prose.push(line);
            continue;
        };
        let mut rows = vec![row];
        while let Some(row) = lines.peek().and_then(|line| cells(line)) {
            rows.push(row);
            lines.next();
        }
        if rows.len() == 1 {
            prose.push(line);
            continue;
        }
        if !prose.is_empty() {
            found.push(Piece::Prose(prose.join("\n")));
            prose.clear();
        }
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        rows.iter_mut().for_each(|row| row.resize(columns, String::new()));
        found.push(Piece::Table(rows));
    }
    if !prose.is_empty() {
        found.push(Piece::Prose(prose.join("\n")));
    }
    found
}

/// The cells of a line; none where it is no row of a table. «1.⇥Изучить» is a line of a list out of Word.
fn cells(line: &str) -> Option<Vec<String>> {
    let cells: Vec<String> = line.split('\t').map(|cell| cell.trim().to_owned()).collect();
    let first = cells.first().map(String::as_str).unwrap_or_default();
    let number = first.trim_end_matches(['.', ')']);
    let bullet = !first.is_empty() && first.chars().all(|sign| "•·–—-".contains(sign));
    let numbered = bullet || number.len() < first.len() && number.chars().all(|sign| sign.is_ascii_digit());
    (cells.len() > 1 && !(cells.len() == 2 && numbered)).then_some(cells)
}

/// The rows in words: the first one names what the cells of the others are.
fn said(rows: &[Vec<String>]) -> String {
    let Some((heads, rows)) = rows.split_first() else { return String::new() };
    let line = |row: &Vec<String>| {
        let first = [heads[0].as_str(), row[0].as_str()].join(" ").trim().to_owned();
        let rest = heads.iter().zip(row).skip(1).filter(|(head, cell)| !(head.is_empty() && cell.is_empty()));
        let rest: Vec<String> = rest
            .map(|(head, cell)| match (head.is_empty(), cell.is_empty()) {
                (true, _) => cell.clone(),
                (false, true) => format!("{} —", lowered(head)),
                (false, false) => format!("{} — {cell}", lowered(head)),
            })
            .collect();
        if rest.is_empty() { first } else { format!("{first}: {}", rest.join(", ")) }
    };
    format!("{}.", rows.iter().map(line).collect::<Vec<_>>().join(";\n"))
}

/// «Всего учеников» → «всего учеников»; «ОГЭ» stays.
fn lowered(head: &str) -> String {
    let mut letters = head.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => head.to_owned(),
    }
}

/// A table with the first row as its head, each column as wide as its words ask for.
fn table(rows: &[Vec<String>]) -> Block {
    let Some((heads, rest)) = rows.split_first() else { return Block::Text { text: String::new() } };
    let letters = |text: &String| text.chars().count();
    let column = |(at, title): (usize, &String)| {
        let longest = rows.iter().map(|row| letters(&row[at])).max().unwrap_or_default();
        let is_number = |cell: &str| !cell.contains(|sign: char| sign.is_alphabetic());
        let numbers = rest.iter().all(|row| is_number(&row[at]));
        Column {
            title: title.clone(),
            width: f64::from(u32::try_from(longest.clamp(5, 36)).unwrap_or(36)),
            align: if numbers && at > 0 { Align::Center } else { Align::Left },
            ..Column::default()
        }
    };
    Block::Table(Table {
        title: String::new(),
        columns: heads.iter().enumerate().map(column).collect(),
        rows: rest.to_vec(),
        total: None,
        ..Table::default()
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::no_table("Прошли работы.\nИтоги ниже.", "Прошли работы.\nИтоги ниже.")]
    #[case::table(
        "Итоги:\nШкола\tВсего уч-ся\tНизкий\nСШ № 1\t54\t12\nСШ № 3\t40\t7\nПринять.",
        "Итоги:\nШкола СШ № 1: всего уч-ся — 54, низкий — 12;\nШкола СШ № 3: всего уч-ся — 40, низкий — 7.\nПринять."
    )]
    #[case::abbreviation("№\tОГЭ\n1\t3,8", "№ 1: ОГЭ — 3,8.")]
    #[case::short_row("Школа\tВсего\nСШ № 1", "Школа\tВсего\nСШ № 1")]
    #[case::empty_cell(
        "Школа\tВсего\nСШ № 1\t\nСШ № 3\t4",
        "Школа СШ № 1: всего —;\nШкола СШ № 3: всего — 4."
    )]
    #[case::list("1.\tИзучить\n2.\tОбсудить", "1.\tИзучить\n2.\tОбсудить")]
    #[case::bullets("•\tИзучить\n•\tОбсудить", "•\tИзучить\n•\tОбсудить")]
    #[case::one_line("а\tб", "а\tб")]
    fn a_pasted_table_is_said_in_lines(#[case] typed: &str, #[case] printed: &str) {
        assert_eq!(in_lines(typed), printed);
    }

    #[test]
    fn a_pasted_table_is_a_table_of_the_report() {
        let made = blocks("Итоги:\nШкола\tВсего\nСШ № 1\t54\nСШ № 3\t40");
        let [Block::Text { text }, Block::Table(Table { columns, rows, .. })] = made.as_slice() else {
            panic!("{made:?}")
        };
        assert_eq!(text, "Итоги:");
        assert_eq!(
            columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>(),
            ["Школа", "Всего"]
        );
        assert_eq!(columns[1].align, Align::Center);
        assert_eq!(rows, &[["СШ № 1", "54"], ["СШ № 3", "40"]]);
    }
}
