//! Tables that others made: ordinary ones, odd ones, and those that are meant to do harm.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod changed;
mod old_workbooks;
mod open_documents;
mod pages;
mod texts;
mod workbooks;

use std::io::{Cursor, Write};
use std::path::Path;
use std::time::Instant;

use pps_exchange::spreadsheets::{MOST_ROWS, Sheet, TableError, read_pasted, read_table_file};
use rstest::rstest;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

fn read_xlsx(bytes: Vec<u8>) -> Result<Vec<Sheet>, TableError> {
    read_table_file(Path::new("план.xlsx"), &bytes)
}

fn only(sheets: Result<Vec<Sheet>, TableError>) -> Vec<Vec<String>> {
    let mut sheets = sheets.unwrap();
    assert_eq!(sheets.len(), 1);
    sheets.remove(0).rows
}

/// A workbook whose first sheet has the given XML and nothing else worth reading.
fn crafted(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let parts: [(&str, &[u8]); 4] = [
        ("_rels/.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    for (name, content) in parts.iter().chain(more) {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet_xml(dimension: &str, rows: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>"#
    )
}

#[test]
fn a_merged_cell_speaks_for_each_of_its_rows_and_a_wide_one_stays_one() {
    let rows = only(read_xlsx(workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 2, "3.1.1 Аналитическое", &plain).unwrap();
        sheet.merge_range(1, 0, 3, 0, "сентябрь", &plain).unwrap();
        for (row, text) in [(1, "Анализ ВПР"), (2, "Анализ ОГЭ"), (3, "Диагностика")]
        {
            sheet.write_string(row, 1, text).unwrap();
        }
    })));
    assert_eq!(rows[0], ["3.1.1 Аналитическое"]);
    assert_eq!(
        rows[1..],
        [["сентябрь", "Анализ ВПР"], ["сентябрь", "Анализ ОГЭ"], ["сентябрь", "Диагностика"]]
    );
}

#[rstest]
#[case(MOST_ROWS, None)]
#[case(MOST_ROWS + 1, Some(TableError::TooManyRows))]
fn five_thousand_rows_are_read_and_not_one_more(#[case] count: usize, #[case] refusal: Option<TableError>) {
    let read = read_xlsx(workbook(|sheet| {
        for row in 0..count {
            sheet.write_string(row as u32, 0, format!("Мероприятие {row}")).unwrap();
        }
    }));
    assert_eq!(read.as_ref().err(), refusal.as_ref());
    assert_eq!(read.map_or(count, |sheets| sheets[0].rows.len()), count);
    let text: String = (0..count).map(|row| format!("Мероприятие {row};май\n")).collect();
    let read = read_table_file(Path::new("план.csv"), text.as_bytes());
    assert_eq!(read.as_ref().err(), refusal.as_ref());
}

#[test]
fn sixty_columns_are_read_and_not_one_more() {
    let wide = |width: u16| {
        read_xlsx(workbook(move |sheet| {
            for column in 0..width {
                sheet.write_string(0, column, "да").unwrap();
            }
        }))
    };
    assert_eq!(only(wide(60))[0].len(), 60);
    assert_eq!(wide(61), Err(TableError::TooManyColumns));
}

#[test]
fn many_sheets_of_nearly_empty_rows_are_not_kept() {
    let sheets = |count: u32| {
        let mut workbook = Workbook::new();
        for _ in 0..count {
            let sheet = workbook.add_worksheet();
            for row in 0..MOST_ROWS as u32 {
                sheet.write_string(row, 59, "да").unwrap();
            }
        }
        read_xlsx(workbook.save_to_buffer().unwrap())
    };
    assert_eq!(sheets(3).unwrap().len(), 3);
    // A million cells of all sheets together, empty ones among them.
    assert_eq!(sheets(4), Err(TableError::Bomb));
}

#[test]
fn a_formula_gives_its_value_and_what_only_looks_like_one_stays_text() {
    let rows = only(read_xlsx(workbook(|sheet| {
        sheet.write_formula(0, 0, Formula::new("=\"ноя\"&\"брь\"").set_result("ноябрь")).unwrap();
        sheet.write_string(0, 1, "=HYPERLINK(\"http://x\")").unwrap();
        sheet.write_string(0, 2, "+7 уроков").unwrap();
        sheet.write_number(0, 3, 12).unwrap();
    })));
    assert_eq!(rows, [["ноябрь", "=HYPERLINK(\"http://x\")", "+7 уроков", "12"]]);
}

#[test]
fn dates_come_as_days_whether_text_or_number() {
    let rows = only(read_xlsx(workbook(|sheet| {
        let day = Format::new().set_num_format("dd.mm.yyyy");
        let date = ExcelDateTime::from_ymd(2025, 11, 14).unwrap();
        sheet.write_datetime_with_format(0, 0, &date, &day).unwrap();
        sheet.write_string(0, 1, "14.11.2025").unwrap();
        sheet.write_number(0, 2, 45975).unwrap();
    })));
    // A bare number is known for a day only where the column is one of terms.
    assert_eq!(rows, [["14.11.2025", "14.11.2025", "45975"]]);
}

#[test]
fn several_sheets_come_with_their_names_and_empty_ones_do_not() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Пусто").unwrap();
    for name in ["План", "Состав"] {
        workbook.add_worksheet().set_name(name).unwrap().write_string(3, 2, name).unwrap();
    }
    let sheets = read_xlsx(workbook.save_to_buffer().unwrap()).unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["План", "Состав"]);
    assert_eq!(sheets[0].rows, [["", "", "План"]]);
}

#[test]
fn a_sheet_that_claims_a_million_rows_is_read_for_what_it_has() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Мероприятие</t></is></c></row><row r="1048576"><c r="B1048576" t="inlineStr"><is><t>май</t></is></c></row>"#;
    let bytes = crafted(&sheet_xml("A1:XFD1048576", rows), &[]);
    assert!(bytes.len() < 2_000);
    let begun = Instant::now();
    let sheets = read_xlsx(bytes).unwrap();
    assert!(begun.elapsed().as_secs() < 5);
    assert_eq!(sheets[0].rows, [vec!["Мероприятие"], vec!["", "май"]]);
    assert!(sheets[0].since_1904);
}

#[test]
fn a_million_merged_rows_fill_nothing() {
    let sheet = format!(
        "{}<mergeCells count=\"1\"><mergeCell ref=\"A1:A1048576\"/></mergeCells></worksheet>",
        sheet_xml("A1", r#"<row r="1"><c r="A1" t="inlineStr"><is><t>май</t></is></c></row>"#)
            .trim_end_matches("</worksheet>")
    );
    assert_eq!(only(read_xlsx(crafted(&sheet, &[]))), [["май"]]);
}

#[test]
fn a_bomb_is_refused_before_it_unfolds() {
    let strings = vec![b' '; 200 * 1024 * 1024];
    let bytes = crafted(&sheet_xml("A1", ""), &[("xl/sharedStrings.xml", &strings)]);
    drop(strings);
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(read_xlsx(bytes), Err(TableError::Bomb));
}

#[test]
fn millions_of_empty_texts_are_a_bomb_as_well() {
    let strings = format!("<sst>{}</sst>", "<si/>".repeat(7_000_000));
    let bytes = crafted(&sheet_xml("A1", ""), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    assert_eq!(read_xlsx(bytes), Err(TableError::Bomb));
}

#[test]
fn a_bomb_that_lies_about_its_size_is_refused_too() {
    let strings = vec![b' '; 200 * 1024 * 1024];
    let mut bytes = crafted(&sheet_xml("A1", ""), &[("xl/sharedStrings.xml", &strings)]);
    // The size stands in the local header and in the directory.
    let size = u32::try_from(strings.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let refused = read_xlsx(bytes).unwrap_err();
    assert!(matches!(refused, TableError::Bomb | TableError::Broken), "{refused:?}");
}

#[rstest]
#[case::utf8("Мероприятие;Срок\nСеминар;май".as_bytes().to_vec())]
#[case::utf8_marked([b"\xef\xbb\xbf", "Мероприятие;Срок\nСеминар;май".as_bytes()].concat())]
#[case::windows_1251(encoding_rs::WINDOWS_1251.encode("Мероприятие;Срок\r\nСеминар;май").0.into_owned())]
#[case::utf16([vec![0xff, 0xfe], "Мероприятие;Срок\nСеминар;май".encode_utf16().flat_map(u16::to_le_bytes).collect()].concat())]
#[case::utf16_unmarked("Мероприятие;Срок\nСеминар;май".encode_utf16().flat_map(u16::to_le_bytes).collect())]
#[case::tabs("Мероприятие\tСрок\nСеминар\tмай".as_bytes().to_vec())]
#[case::commas("Мероприятие,Срок\nСеминар,май".as_bytes().to_vec())]
#[case::named("sep=;\nМероприятие;Срок\nСеминар;май".as_bytes().to_vec())]
fn csv_in_every_coding_and_with_every_separator(#[case] bytes: Vec<u8>) {
    let rows = only(read_table_file(Path::new("план.csv"), &bytes));
    assert_eq!(rows, [["Мероприятие", "Срок"], ["Семинар", "май"]]);
}

#[test]
fn quoted_cells_hold_separators_and_line_breaks() {
    let text = "Мероприятие;Ответственный\n\"Семинар \"\"Пять приёмов\"\"; практикум\";\"Соколова М. В.,\nФомин Д. С.\"\n";
    let rows = only(read_table_file(Path::new("план.csv"), text.as_bytes()));
    assert_eq!(rows[1], ["Семинар \"Пять приёмов\"; практикум", "Соколова М. В.,\nФомин Д. С."]);
}

#[test]
fn commas_in_sentences_do_not_divide_where_semicolons_do() {
    let text =
        "Мероприятие;Срок\nСеминар, практикум, тренинг;май\nАнализ, справка, вывод;сентябрь, январь, май\n";
    let rows = only(read_table_file(Path::new("план.csv"), text.as_bytes()));
    assert_eq!(rows[2], ["Анализ, справка, вывод", "сентябрь, январь, май"]);
}

#[test]
fn a_table_of_word_is_read_from_the_clipboards_html() {
    let html = "<html><head><style>td {x: y}</style></head><body><!--StartFragment--><table><tr><th>Срок</th>\
        <th>Мероприятие</th><th>Ответственный</th></tr><tr><td colspan=3><b>3.1.1&nbsp;Аналитическое</b></td></tr>\
        <tr><td rowspan=\"2\">сентябрь</td><td><p>Анализ\n ВПР</p><p>и ОГЭ &laquo;вместе&raquo;</p></td><td>Соколова&#160;М. В.</td></tr>\
        <tr><td>Диагностика</td><td>Фомин Д. С.</td></tr></table></body></html>";
    let plain = "Срок\tМероприятие\nсентябрь\tАнализ ВПР\nи ОГЭ";
    let rows = only(read_pasted(plain, Some(html)));
    assert_eq!(rows[0], ["Срок", "Мероприятие", "Ответственный"]);
    assert_eq!(rows[1], ["3.1.1\u{a0}Аналитическое"]);
    assert_eq!(rows[2], ["сентябрь", "Анализ ВПР\nи ОГЭ «вместе»", "Соколова\u{a0}М. В."]);
    assert_eq!(rows[3], ["сентябрь", "Диагностика", "Фомин Д. С."]);
}

#[test]
fn html_without_a_table_leaves_the_plain_text() {
    let rows = only(read_pasted("Семинар\tмай", Some("<p>Семинар</p>")));
    assert_eq!(rows, [["Семинар", "май"]]);
}

#[rstest]
#[case::unclosed("<table><tr><td>а<td>б<tr><td>в")]
#[case::broken("<table><tr><td rowspan=99999999999 colspan='-1'>а</td></tr></table")]
#[case::nested("<table><tr><td><table><tr><td>а</td></tr></table></td></tr></table>")]
#[case::ampersands("<table><tr><td>&&&;&#xffffffff;&#0;а</td></tr></table>")]
fn odd_html_never_breaks_the_reader(#[case] html: &str) {
    let sheets = read_pasted("", Some(html)).unwrap();
    assert!(sheets[0].rows[0][0].contains('а'), "{sheets:?}");
}

#[test]
fn a_cell_with_a_whole_book_is_refused_with_its_place() {
    let text = format!("Мероприятие;Срок\nСеминар;{}", "а".repeat(32_001));
    let refused = read_table_file(Path::new("план.csv"), text.as_bytes()).unwrap_err();
    assert_eq!(refused, TableError::LongCell { place: "B строки 2".to_owned() });
}

#[rstest]
#[case::cut_old("план.xls", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], TableError::Broken)]
#[case::old_word("план.doc", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], TableError::Broken)]
#[case::rich_text("план.doc", b"{\\rtf1\\ansi", TableError::RichText)]
#[case::picture_of_it("план.jpg", b"\xff\xd8\xff", TableError::Picture)]
#[case::presentation("план.pptx", b"anything", TableError::OtherForm { ending: "pptx".to_owned() })]
#[case::no_zip("план.xlsx", b"Hello", TableError::Broken)]
#[case::cut("план.xlsx", b"PK\x03\x04 cut off", TableError::Broken)]
#[case::picture("план.csv", b"\x89PNG\r\n\0\0\0\rIHDR", TableError::NotText)]
#[case::empty("план.csv", b"", TableError::NoTable)]
#[case::blank("план.csv", b";;;\n;;\n", TableError::NoTable)]
#[case::pdf("план.pdf", b"%PDF-1.7", TableError::Pdf)]
fn what_cannot_be_read_is_refused_with_a_sentence(
    #[case] name: &str,
    #[case] bytes: &[u8],
    #[case] refusal: TableError,
) {
    let refused = read_table_file(Path::new(name), bytes).unwrap_err();
    assert_eq!(refused, refusal);
    assert!(refused.to_string().ends_with('.'));
}

#[test]
fn more_than_twenty_megabytes_are_not_read() {
    let bytes = vec![b'a'; 20 * 1024 * 1024 + 1];
    assert_eq!(read_table_file(Path::new("план.csv"), &bytes), Err(TableError::TooLarge));
}

#[test]
fn every_row_keeps_its_number_in_the_file() {
    let sheets = read_xlsx(workbook(|sheet| {
        sheet.write_string(2, 0, "Мероприятие").unwrap();
        sheet.write_string(6, 0, "Семинар").unwrap();
    }));
    let sheet = &sheets.unwrap()[0];
    assert_eq!(sheet.row_numbers, [3, 7]);
    assert_eq!((sheet.number_of(1), sheet.rows.len()), (7, 2));
    let sheets = read_table_file(Path::new("план.csv"), "Мероприятие;Срок\n;;\nСеминар;май\n".as_bytes());
    assert_eq!(sheets.unwrap()[0].row_numbers, [1, 3]);
}

#[test]
fn a_hidden_sheet_is_read_and_called_hidden() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("План").unwrap().write_string(0, 0, "Семинар").unwrap();
    let sheet = workbook.add_worksheet().set_name("Черновик").unwrap();
    sheet.set_hidden(true).write_string(0, 0, "Старое").unwrap();
    let sheet = workbook.add_worksheet().set_name("Совсем").unwrap();
    sheet.set_very_hidden(true).write_string(0, 0, "Старое").unwrap();
    let sheets = read_xlsx(workbook.save_to_buffer().unwrap()).unwrap();
    let hidden: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(hidden, [("План", false), ("Черновик", true), ("Совсем", true)]);
}
