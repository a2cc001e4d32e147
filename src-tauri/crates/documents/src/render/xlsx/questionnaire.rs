//! A questionnaire as a workbook that a school fills in: a column for each respondent, a row for each statement. Only the
//! cells to be filled in can be changed, and they take nothing but the marks. `pps_domain::import::read_answers` reads it.

use chrono::NaiveDate;
use pps_domain::import::answers::{NAME, NUMBER, READY, SCHOOL, STATEMENT};
use pps_domain::records::{Answer, Questionnaire};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, Format, FormatAlign,
    FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::sheet::{bearable, date, shortened};

/// How many people of a school one workbook has room for.
const PEOPLE: u16 = 40;
/// The first column of answers, after the number and the statement.
const FIRST: u16 = 2;
/// The rows above the table.
const TITLE: u32 = 0;
const HOW: u32 = 1;
const SCHOOL_ROW: u32 = 2;
/// Says that names were taken out, where they were; empty otherwise.
const MARK_ROW: u32 = 3;
const HEAD: u32 = 4;
const FACE: &str = "Arial";

struct Look {
    title: Format,
    how: Format,
    label: Format,
    head: Format,
    area: Format,
    text: Format,
    number: Format,
    /// To be filled in: the only cells that are not locked.
    words: Format,
    mark: Format,
}

impl Look {
    fn new() -> Self {
        let plain = Format::new().set_font_name(FACE).set_font_size(11);
        let ruled = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let shaded = Color::RGB(0x00E8_ECEF);
        let open = ruled.clone().set_background_color(Color::RGB(0x00FF_FBE6)).set_unlocked();
        Self {
            title: plain.clone().set_font_size(14).set_bold(),
            how: plain.clone().set_text_wrap().set_align(FormatAlign::Top),
            label: ruled.clone().set_bold(),
            head: ruled.clone().set_bold().set_align(FormatAlign::Center).set_background_color(shaded),
            area: ruled.clone().set_bold().set_text_wrap().set_background_color(shaded),
            text: ruled.clone().set_text_wrap(),
            number: ruled.set_align(FormatAlign::Center),
            words: open.clone().set_text_wrap(),
            mark: open.set_align(FormatAlign::Center),
        }
    }
}

/// The workbook. The same questionnaire and day give the same bytes.
pub(crate) fn questionnaire(
    asked: &Questionnaire,
    named: bool,
    community: &str,
    title: &str,
    mark: &str,
    on: NaiveDate,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut properties = DocProperties::new().set_title(title).set_author(shortened(community));
    // Without a day of its own the file would carry the moment of writing.
    if let Some(day) = date(on) {
        properties = properties.set_creation_datetime(&day);
    }
    book.set_properties(&properties);
    let (look, sheet) = (Look::new(), book.add_worksheet());
    sheet.set_name("Анкета")?;
    above(sheet, &look, named, title, mark)?;
    let last = table(sheet, &look, asked, named)?;
    sheet.set_freeze_panes(HEAD + 1, FIRST)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD, HEAD)?;
    sheet.set_print_area(0, 0, last, FIRST + PEOPLE - 1)?;
    sheet.protect();
    book.save_to_buffer()
}

fn above(sheet: &mut Worksheet, look: &Look, named: bool, title: &str, mark: &str) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 13)?.set_column_width(1, 58)?;
    let width = if named { 14.0 } else { 5.5 };
    for column in FIRST..FIRST + PEOPLE {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(TITLE, 0, shortened(title), &look.title)?;
    sheet.write_string_with_format(HOW, 1, how(named), &look.how)?;
    sheet.set_row_height(HOW, if named { 108.0 } else { 94.0 })?;
    sheet.write_string_with_format(SCHOOL_ROW, 0, SCHOOL, &look.label)?;
    sheet.write_blank(SCHOOL_ROW, 1, &look.words)?;
    if !mark.is_empty() {
        sheet.write_string_with_format(MARK_ROW, 1, mark, &look.how)?;
    }
    Ok(())
}

fn how(named: bool) -> String {
    let marks: Vec<String> =
        Answer::ALL.iter().map(|answer| format!("{} — {}", answer.mark(), answer.in_words())).collect();
    let sign = if named {
        "Над своим столбцом каждый вписывает фамилию, имя и отчество."
    } else {
        "Анкета анонимная: фамилий не пишите."
    };
    format!(
        "Впишите название школы в жёлтую ячейку ниже. Каждый отвечает в своём столбце: 1, 2, 3 и так далее. {sign} \
         Отметки: {}. Кому ответить трудно, оставьте ячейку пустой. Заполненный файл сохраните и верните \
         руководителю сообщества.",
        marks.join(", ")
    )
}

/// The table with room for the answers; the number of its last row.
fn table(sheet: &mut Worksheet, look: &Look, asked: &Questionnaire, named: bool) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(HEAD, 0, NUMBER, &look.head)?;
    sheet.write_string_with_format(HEAD, 1, STATEMENT, &look.head)?;
    for (column, number) in (FIRST..FIRST + PEOPLE).zip(1_u32..) {
        sheet.write_number_with_format(HEAD, column, number, &look.head)?;
    }
    let mut row = HEAD;
    if named {
        row += 1;
        sheet.write_blank(row, 0, &look.number)?;
        sheet.write_string_with_format(row, 1, NAME, &look.text)?;
        room(sheet, row, &look.words)?;
        sheet.set_row_height(row, 32)?;
    }
    for area in &asked.areas {
        row += 1;
        sheet.write_blank(row, 0, &look.area)?;
        sheet.write_string_with_format(row, 1, bearable(area.title.trim()), &look.area)?;
        for statement in area.statements.iter().filter(|statement| !statement.text.trim().is_empty()) {
            row += 1;
            sheet.write_number_with_format(row, 0, statement.number, &look.number)?;
            sheet.write_string_with_format(row, 1, bearable(statement.text.trim()), &look.text)?;
            room(sheet, row, &look.mark)?;
            only(sheet, row, 3, "Отметка — от 0 до 3: 0 нет, 1 частично, 2 испытываю, 3 нужна помощь.")?;
        }
        if asked.share_asked {
            row += 1;
            sheet.write_blank(row, 0, &look.number)?;
            sheet.write_string_with_format(row, 1, READY, &look.text)?;
            room(sheet, row, &look.mark)?;
            only(sheet, row, 1, "Здесь 1, если готовы поделиться опытом, или 0.")?;
        }
    }
    Ok(row)
}

/// Cells to be filled in, one for each respondent.
fn room(sheet: &mut Worksheet, row: u32, format: &Format) -> Result<(), XlsxError> {
    for column in FIRST..FIRST + PEOPLE {
        sheet.write_blank(row, column, format)?;
    }
    Ok(())
}

/// Takes nothing but whole numbers up to this one.
fn only(sheet: &mut Worksheet, row: u32, most: i32, said: &str) -> Result<(), XlsxError> {
    let rule = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, most))
        .set_error_title("Такой отметки нет")?
        .set_error_message(said)?
        .set_error_style(DataValidationErrorStyle::Stop);
    sheet.add_data_validation(row, FIRST, row, FIRST + PEOPLE - 1, &rule)?;
    Ok(())
}
