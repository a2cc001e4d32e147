//! One sheet: a title, a head with filters that repeats on each page, rows of cells.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// A cell cannot hold more.
const LONGEST: usize = 32_767;
/// Properties of the file are one short line.
const LONGEST_PROPERTY: usize = 250;
const FACE: &str = "Arial";
/// The row of the head, under the title and the community.
const HEAD: u32 = 2;
/// Excel's number of A4.
const A4: u8 = 9;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Typed text; never a formula, whatever it begins with.
    Text(String),
    Number(u32),
    Day(NaiveDate),
    Empty,
}

impl Cell {
    /// A typed text without its blank edges.
    pub(super) fn text(text: &str) -> Self {
        let text = bearable(text.trim());
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number where it is one.
    pub(super) fn number(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::text(text), Self::Number)
    }
}

/// A column: its heading, and its width in letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) title: &'static str,
    pub(super) width: f64,
}

/// How the cells look.
pub(super) struct Look {
    title: Format,
    line: Format,
    head: Format,
    text: Format,
    /// Stays text when a person steps into the cell and out again, which makes Excel read it anew.
    guarded: Format,
    number: Format,
    day: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let plain = Format::new().set_font_name(FACE).set_font_size(11);
        let ruled = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let text = ruled.clone().set_text_wrap();
        Self {
            title: Format::new().set_font_name(FACE).set_font_size(14).set_bold(),
            line: plain,
            head: text
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00E8_ECEF)),
            guarded: text.clone().set_quote_prefix(),
            number: ruled.clone().set_align(FormatAlign::Center),
            day: ruled.set_align(FormatAlign::Center).set_num_format("dd.mm.yyyy"),
            text,
        }
    }
}

/// What a sheet is called and says above its table.
pub(super) struct Sheet {
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) community: String,
    /// What stands at the foot of each sheet.
    pub(super) mark: String,
}

impl Sheet {
    /// Adds the sheet to a workbook.
    pub(super) fn write(
        &self,
        book: &mut Workbook,
        look: &Look,
        columns: &[Column],
        rows: &[Vec<Cell>],
    ) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(self.name)?;
        sheet.write_string_with_format(
            0,
            0,
            format!("{}: {}", self.title, lowered(self.name)),
            &look.title,
        )?;
        sheet.write_string_with_format(1, 0, shortened(&self.community), &look.line)?;
        for (column, place) in columns.iter().zip(0..) {
            sheet.set_column_width(place, column.width)?;
            sheet.write_string_with_format(HEAD, place, column.title, &look.head)?;
        }
        // Room for two lines and the arrow of the filter.
        sheet.set_row_height(HEAD, 32)?;
        let mut last = HEAD;
        for cells in rows {
            last += 1;
            // LibreOffice gives no room of its own to a text of several lines.
            sheet.set_row_height(last, height(cells, columns))?;
            for (cell, place) in cells.iter().zip(0..) {
                put(sheet, last, place, cell, look)?;
            }
        }
        let right = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
        sheet.autofilter(HEAD, 0, last, right)?;
        sheet.set_freeze_panes(HEAD + 1, 0)?;
        self.for_printing(sheet)
    }

    /// Landscape A4 as wide as the page, the head on each page, a number at its foot.
    fn for_printing(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(HEAD, HEAD)?;
        // Inches: 20 mm to bind, 10 mm at the right, 15 mm above and below.
        sheet.set_margins(0.79, 0.39, 0.59, 0.59, 0.3, 0.3);
        let mark = if self.mark.is_empty() { String::new() } else { format!("&L{}", self.mark) };
        sheet.set_footer(format!("{mark}&C&P из &N"));
        Ok(())
    }
}

/// Room for the tallest cell of a row, in points.
fn height(cells: &[Cell], columns: &[Column]) -> f64 {
    const LINE: f64 = 14.25;
    const TALLEST: f64 = 409.0;
    let lines = |(cell, column): (&Cell, &Column)| match cell {
        Cell::Text(text) => text.split('\n').map(|line| lines_of(line, column.width)).sum(),
        Cell::Number(_) | Cell::Day(_) | Cell::Empty => 1.0,
    };
    let most = cells.iter().zip(columns).map(lines).fold(1.0, f64::max);
    (most * LINE + 2.0).min(TALLEST)
}

/// How many lines a text takes between the edges of a column that is so many digits wide.
fn lines_of(text: &str, width: f64) -> f64 {
    // Russian letters are on the average a little narrower than digits; the rules take some room.
    let room = (width - 1.0) / 0.95;
    let (mut lines, mut used) = (1.0, 0.0);
    for word in text.split(' ') {
        let letters = word.chars().fold(0.0, |sum, _| sum + 1.0);
        if used > 0.0 && used + 1.0 + letters > room {
            lines += 1.0;
            used = 0.0;
        } else if used > 0.0 {
            used += 1.0;
        }
        used += letters;
        while used > room {
            lines += 1.0;
            used -= room;
        }
    }
    lines
}

fn put(sheet: &mut Worksheet, row: u32, place: u16, cell: &Cell, look: &Look) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => {
            let format = if like_a_formula(text) { &look.guarded } else { &look.text };
            sheet.write_string_with_format(row, place, text, format)?;
        }
        Cell::Number(number) => {
            sheet.write_number_with_format(row, place, *number, &look.number)?;
        }
        Cell::Day(day) => match date(*day) {
            Some(date) => {
                sheet.write_datetime_with_format(row, place, &date, &look.day)?;
            }
            None => {
                sheet.write_string_with_format(row, place, day.format("%d.%m.%Y").to_string(), &look.day)?;
            }
        },
        Cell::Empty => {
            sheet.write_blank(row, place, &look.text)?;
        }
    }
    Ok(())
}

/// What Excel would take for a formula.
fn like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// A day as Excel counts it, which begins in 1900.
pub(super) fn date(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

/// One line that is short enough for a property of the file.
pub(super) fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    bearable(&line).chars().take(LONGEST_PROPERTY).collect()
}

/// The text without what XML does not bear, and not longer than a cell holds.
pub(super) fn bearable(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|letter| {
            matches!(letter, '\n' | '\t' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..) && *letter != '\u{7F}'
        })
        .collect();
    // Excel counts in halves of such letters as emoji.
    if kept.encode_utf16().count() <= LONGEST {
        return kept;
    }
    let mut room = LONGEST - 1;
    let mut cut: String = kept
        .chars()
        .take_while(|letter| {
            let fits = letter.len_utf16() <= room;
            room = room.saturating_sub(letter.len_utf16());
            fits
        })
        .collect();
    cut.push('…');
    cut
}

fn lowered(name: &str) -> String {
    name.to_lowercase()
}
