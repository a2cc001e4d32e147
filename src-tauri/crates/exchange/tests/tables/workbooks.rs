//! Workbooks of Excel since 2007: what their cells show, hide and strike out.

use std::path::Path;

use pps_exchange::spreadsheets::{Sheet, StruckCell, read_table_file};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::{crafted, only, read_xlsx, sheet_xml, workbook};

fn shown(value: f64, code: &str) -> String {
    let rows = only(read_xlsx(workbook(|sheet| {
        sheet.write_number_with_format(0, 0, value, &Format::new().set_num_format(code)).unwrap();
    })));
    rows[0][0].clone()
}

#[test]
fn a_cell_is_read_as_it_is_shown_not_as_it_is_held() {
    // 1 September and 15 October 2025.
    for (value, code, text) in [
        (45901.0, "mmm\\.yy", "сентябрь 2025"),
        (46023.0, "mmmm\\ yyyy", "январь 2026"),
        (46082.0, "[$-419]mmmm;@", "март"),
        (45945.0, "DD.MMM", "15\u{a0}октября"),
        (45945.0, "dd.mm.yyyy", "15.10.2025"),
        (45_945.604_166_667, "dd.mm.yy h:mm", "15.10.2025 14:30"),
        (0.604_166_667, "h:mm", "14:30"),
        (0.8, "0%", "80\u{a0}%"),
        (0.125, "0.0%", "12,5\u{a0}%"),
        (25.0, "0\" человек\"", "25 человек"),
        (7.0, "\"№ \"0", "№ 7"),
        (1500.5, "#,##0.00\" руб.\"", "1\u{a0}500,50 руб."),
        (3.0, "General", "3"),
    ] {
        assert_eq!(shown(value, code), text, "{value} as {code}");
    }
}

#[test]
fn text_is_kept_as_text_whatever_its_format() {
    let rows = only(read_xlsx(workbook(|sheet| {
        let month = Format::new().set_num_format("mmm\\.yy");
        sheet.write_string_with_format(0, 0, "к 1 декабря", &month).unwrap();
        sheet.write_string_with_format(0, 1, "0012", &Format::new().set_num_format("@")).unwrap();
        sheet.write_boolean(0, 2, true).unwrap();
        let day = ExcelDateTime::from_ymd(2026, 5, 9).unwrap();
        sheet.write_datetime_with_format(0, 3, &day, &Format::new().set_num_format_index(14)).unwrap();
    })));
    assert_eq!(rows, [["к 1 декабря", "0012", "да", "09.05.2026"]]);
}

fn only_sheet(bytes: Vec<u8>) -> Sheet {
    read_xlsx(bytes).unwrap().remove(0)
}

#[test]
fn hidden_and_filtered_rows_and_hidden_columns_are_read_and_told() {
    let sheet = only_sheet(workbook(|sheet| {
        for row in 0..6 {
            for column in 0..4 {
                sheet.write_string(row, column, format!("{row}-{column}")).unwrap();
            }
        }
        sheet.set_row_hidden(2).unwrap();
        sheet.set_row_height(4, 0).unwrap();
        sheet.set_column_hidden(1).unwrap();
        sheet.set_column_hidden(3).unwrap();
    }));
    assert_eq!(sheet.rows.len(), 6);
    assert_eq!(sheet.hidden_rows, [2, 4]);
    assert_eq!(sheet.hidden_columns, [1, 3]);
    assert_eq!(sheet.rows[2][1], "2-1");

    let filtered = only_sheet(workbook(|sheet| {
        for (row, month) in ["Срок", "октябрь", "ноябрь", "октябрь"].into_iter().enumerate()
        {
            sheet.write_string(row as u32 + 3, 0, month).unwrap();
        }
        sheet.autofilter(3, 0, 6, 0).unwrap();
        let october = rust_xlsxwriter::FilterCondition::new().add_list_filter("октябрь");
        sheet.filter_column(0, &october).unwrap();
        sheet.filter_automatic_off();
        sheet.set_row_hidden(5).unwrap();
    }));
    // The places among the rows, not the numbers in the file.
    assert_eq!(filtered.hidden_rows, [2]);
    assert_eq!(filtered.row_numbers, [4, 5, 6, 7]);
}

#[test]
fn struck_out_text_is_told_and_leaves_the_cell_unless_it_is_all_there_is() {
    let sheet = only_sheet(workbook(|sheet| {
        let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
        sheet.write_string(0, 0, "Семинар").unwrap();
        sheet.write_string_with_format(0, 1, "Отменённый смотр", &struck).unwrap();
        let parts = [(&plain, "Ветрова Г. Н., "), (&struck, "Фомин Д. С."), (&plain, " и Ким Л.")];
        sheet.write_rich_string(1, 0, &parts).unwrap();
        sheet.write_number_with_format(1, 1, 7, &struck).unwrap();
    }));
    assert_eq!(sheet.rows, [["Семинар", "Отменённый смотр"], ["Ветрова Г. Н.,  и Ким Л.", "7"]]);
    let struck = |row, column, text: &str, whole| StruckCell { row, column, text: text.to_owned(), whole };
    assert_eq!(
        sheet.struck,
        [struck(0, 1, "Отменённый смотр", true), struck(1, 0, "Фомин Д. С.", false), struck(1, 1, "7", true)]
    );
}

#[test]
fn a_text_within_its_cell_may_be_struck_out_in_part() {
    let row = r#"<row r="2"><c r="B2" t="inlineStr"><is><r><rPr><strike/></rPr><t>октябрь</t></r><r><rPr><strike val="0"/></rPr><t> но&#1103;брь</t></r></is></c></row>"#;
    let sheet = only_sheet(crafted(&sheet_xml("B2", row), &[]));
    assert_eq!(sheet.rows, [["", "ноябрь"]]);
    assert_eq!(sheet.struck, [StruckCell { row: 0, column: 1, text: "октябрь".to_owned(), whole: false }]);
}

#[test]
fn a_workbook_with_macros_or_under_another_name_is_read_by_what_it_holds() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "Семинар").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    for name in ["план.xlsm", "план.xls", "план.xltx", "план"] {
        assert_eq!(only(read_table_file(Path::new(name), &bytes)), [["Семинар"]], "{name}");
    }
}
