//! Ruled tables as the templates set them: heads that repeat, headings between rows, a line of totals.

use super::measure::{loosened, words_fit};
use super::paragraph::Paragraph;
use super::styles::Style;
use super::table::{Room, SIDE, cell, open, row};
use super::text::has;
use super::units::twips;

/// Heads are centred and need less room at their sides.
const HEAD_SIDE: f64 = 0.7;

/// The size of a table's letters, in points.
const USUAL: f64 = 12.0;

/// A column of a ruled table.
#[derive(Debug, Clone)]
pub(super) struct Column<'a> {
    pub(super) title: &'a str,
    /// A heading above this one, shared with the neighbours that name the same.
    pub(super) over: &'a str,
    /// Its share of the sheet, relative to the others.
    pub(super) share: f64,
    pub(super) centred: bool,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub(super) fn words(title: &'a str, share: f64) -> Self {
        Self { title, over: "", share, centred: false }
    }

    /// A column of numbers.
    pub(super) fn numbers(title: &'a str, share: f64) -> Self {
        Self { centred: true, ..Self::words(title, share) }
    }
}

/// What stands under the head.
#[derive(Debug)]
pub(super) enum Line {
    /// A heading over the whole width.
    Group(String),
    Row(Vec<String>),
    Total(Vec<String>),
}

/// What stands out in a table, and how high its rows are.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Cells in bold: the row, groups and totals not counted, and the column.
    pub(super) loud: Vec<(usize, usize)>,
    /// Each row leaves room for a hand.
    pub(super) to_sign: bool,
    /// The size of the letters in points, where it is smaller than the usual.
    pub(super) letters: Option<f64>,
}

/// A table as wide as the sheet. What is `bound` stays with what follows it.
pub(super) fn ruled(
    columns: &[Column<'_>],
    lines: &[Line],
    marks: &Marks,
    sheet: u32,
    bound: bool,
) -> String {
    let widths = in_millimetres(columns, sheet);
    let mut xml = open("TableGrid", &widths, &Room(0.78, SIDE));
    // A head without a word is none.
    if columns.iter().any(|column| has(column.title) || has(column.over)) {
        xml.push_str(&heads(columns, &widths, sheet, marks.letters));
    }
    let small = is_small(lines);
    let height = if marks.to_sign { "<w:trHeight w:val=\"652\" w:hRule=\"atLeast\"/>" } else { "" };
    let mut place = 0;
    for (index, line) in lines.iter().enumerate() {
        let last = index + 1 == lines.len();
        let before_total = matches!(lines.get(index + 1), Some(Line::Total(_)));
        let kept = if last { bound } else { small || before_total };
        let keep = |paragraph: Paragraph| {
            let paragraph = paragraph.sized(marks.letters);
            if kept { paragraph.kept() } else { paragraph }
        };
        let cells = match line {
            Line::Group(title) => {
                let span = format!("<w:gridSpan w:val=\"{}\"/>", widths.len());
                cell(sheet, &span, &Paragraph::new(Style::CellGroup, title).kept())
            }
            Line::Row(texts) => {
                let loud = marks.loud.iter().find(|(row, _)| *row == place).map(|(_, column)| *column);
                place += 1;
                let size = marks.letters.unwrap_or(USUAL);
                written(columns, &widths, texts, loud, (Style::Cell, Style::CellNumber), size, keep)
            }
            Line::Total(texts) => {
                let size = marks.letters.unwrap_or(USUAL);
                written(columns, &widths, texts, None, (Style::CellTotal, Style::CellGroup), size, keep)
            }
        };
        let height = if matches!(line, Line::Row(_)) { height } else { "" };
        xml.push_str(&row(height, &cells));
    }
    xml + "</w:tbl>"
}

/// A small table is read at a glance, so it goes overleaf rather than falling in two.
fn is_small(lines: &[Line]) -> bool {
    let letters = |line: &Line| match line {
        Line::Group(title) => title.chars().count(),
        Line::Row(texts) | Line::Total(texts) => texts.iter().map(|text| text.chars().count()).sum(),
    };
    lines.len() <= 13 && lines.iter().map(letters).sum::<usize>() < 900
}

fn written(
    columns: &[Column<'_>],
    widths: &[u32],
    texts: &[String],
    loud: Option<usize>,
    (words, numbers): (Style, Style),
    size: f64,
    keep: impl Fn(Paragraph) -> Paragraph,
) -> String {
    let texts = texts.iter().map(String::as_str).chain(std::iter::repeat(""));
    let cells = columns.iter().zip(widths).zip(texts).enumerate().map(|(place, ((column, width), text))| {
        let room = f64::from(*width) - 2.0 * SIDE;
        let text = loosened(text, room);
        let parted = !words_fit(&text, room, size);
        let style = match (column.centred, loud == Some(place)) {
            (false, false) => words,
            (true, false) => numbers,
            (false, true) => Style::CellTotal,
            (true, true) => Style::CellGroup,
        };
        cell(*width, "", &keep(Paragraph::new(style, &text).parted(parted)))
    });
    cells.collect()
}

/// The head: one row, or two where neighbours share a heading.
fn heads(columns: &[Column<'_>], widths: &[u32], sheet: u32, letters: Option<f64>) -> String {
    let side = twips(HEAD_SIDE);
    let margins = format!(
        "<w:tcMar><w:left w:w=\"{side}\" w:type=\"dxa\"/><w:right w:w=\"{side}\" w:type=\"dxa\"/></w:tcMar>\
         <w:vAlign w:val=\"center\"/>"
    );
    let (style, usual) = if columns.len() > 8 || (columns.len() > 6 && sheet < 200) {
        (Style::SmallHead, 10.0)
    } else {
        (Style::CellHead, USUAL)
    };
    let smaller = letters.filter(|size| *size < usual);
    let size = smaller.unwrap_or(usual);
    let head = |width: u32, before: &str, title: &str| {
        let parted = !words_fit(title, f64::from(width) - 2.0 * HEAD_SIDE, size);
        let content = Paragraph::new(style, title).parted(parted).sized(smaller).kept();
        cell(width, &format!("{before}{margins}"), &content)
    };
    let repeated = |cells: &str| row("<w:tblHeader/>", cells);
    if columns.iter().all(|column| !has(column.over)) {
        let all: String =
            columns.iter().zip(widths).map(|(column, width)| head(*width, "", column.title)).collect();
        return repeated(&all);
    }
    let (mut upper, mut lower, mut place) = (String::new(), String::new(), 0);
    while let Some(column) = columns.get(place) {
        let span = if has(column.over) {
            columns.iter().skip(place).take_while(|other| other.over == column.over).count()
        } else {
            1
        };
        let under = columns.iter().zip(widths).skip(place).take(span);
        if has(column.over) {
            let width = under.clone().map(|(_, width)| width).sum();
            upper.push_str(&head(width, &format!("<w:gridSpan w:val=\"{span}\"/>"), column.over));
            lower.extend(under.map(|(column, width)| head(*width, "", column.title)));
        } else {
            let width = widths.get(place).copied().unwrap_or_default();
            upper.push_str(&head(width, "<w:vMerge w:val=\"restart\"/>", column.title));
            lower.push_str(&head(width, "<w:vMerge/>", ""));
        }
        place += span;
    }
    repeated(&upper) + &repeated(&lower)
}

/// The widths in whole millimetres, which together are the sheet.
fn in_millimetres(columns: &[Column<'_>], sheet: u32) -> Vec<u32> {
    let all: f64 = columns.iter().map(|column| column.share).sum();
    let (mut reached, mut before) = (0.0, 0);
    let width = |column: &Column<'_>| {
        reached += column.share / all * f64::from(sheet);
        // Sizes on a sheet are small and positive.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let edge = reached.round() as u32;
        let width = edge.saturating_sub(before);
        before = edge;
        width
    };
    columns.iter().map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_fill_the_sheet() {
        let columns: Vec<Column<'_>> = [9.0, 24.0, 40.5, 22.3].map(|share| Column::words("", share)).into();
        assert_eq!(in_millimetres(&columns, 170).iter().sum::<u32>(), 170);
    }
}
