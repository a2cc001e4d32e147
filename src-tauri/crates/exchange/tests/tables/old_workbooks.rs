//! Workbooks of Excel 97–2003.

use std::io::{Cursor, Write};
use std::path::Path;

use pps_exchange::spreadsheets::{Sheet, StruckCell, TableError, read_table_file};

fn read_xls(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    read_table_file(Path::new("план.xls"), bytes)
}

#[test]
fn an_old_workbook_is_read_as_it_is_shown() {
    let sheets = read_xls(include_bytes!("../fixtures/plan.xls")).unwrap();
    let [plan, old] = &sheets[..] else { panic!("{sheets:?}") };
    assert_eq!(
        (plan.name.as_str(), plan.hidden, old.name.as_str(), old.hidden),
        ("План", false, "Архив", true)
    );
    assert_eq!(
        plan.rows[..6],
        [
            ["№", "Мероприятие", "Срок", "Охват", "Ответственный", "Примечание"],
            ["1", "Семинар «Точка роста»", "сентябрь 2025", "80\u{a0}%", "Соколова М. В.", "а"],
            ["2", "Входная диагностика", "15\u{a0}октября", "12,5\u{a0}%", "Фомин Д. С.", "б"],
            ["3", "Отменённый смотр", "14.11.2025", "25 человек", "Фомин Д. С.", "в"],
            ["4", "Скрытая строка", "январь 2026", "14:30", "Фомин Д. С.", "г"],
            ["5", "Педсовет", "к 1 декабря", "1\u{a0}500,50 руб.", "", "да"],
        ]
    );
    // A merged cell speaks for each of its rows.
    assert_eq!(plan.rows[6..], [["", "Строка 6", "май"], ["", "Строка 7", "май"], ["8", "Строка 8", "май"]]);
    assert_eq!((&plan.hidden_rows[..], &plan.hidden_columns[..]), (&[4][..], &[5][..]));
    let struck =
        StruckCell { row: 3, column: 1, text: "Отменённый смотр".to_owned(), whole: true };
    assert_eq!(plan.struck, [struck]);
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn shorts(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// An old workbook with these records in its head and in its only sheet.
fn crafted(head: &[u8], sheet: &[u8]) -> Vec<u8> {
    let beginning = |kind| record(0x0809, &[&shorts(&[0x0600, kind, 0, 0])[..], &[0; 8]].concat());
    let name = [&[0, 0, 1, 0][..], b"A"].concat();
    let mut stream = [beginning(5), head.to_vec()].concat();
    let place = stream.len() + 4 + 4 + name.len() + 4;
    stream.extend(record(0x0085, &[&u32::try_from(place).unwrap().to_le_bytes()[..], &name].concat()));
    stream.extend(record(0x000a, &[]));
    stream.extend([beginning(0x10), sheet.to_vec(), record(0x000a, &[])].concat());
    compound("Workbook", &stream)
}

fn compound(name: &str, content: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(name).unwrap().write_all(content).unwrap();
    file.into_inner().into_inner()
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let head = shorts(&[row, column, 0, u16::try_from(units.len()).unwrap()]);
    record(0x0204, &[&head[..], &[1], &shorts(&units)].concat())
}

#[test]
fn a_crafted_workbook_is_read() {
    let sheets = read_xls(&crafted(&[], &[label(0, 0, "Семинар"), label(3, 1, "май")].concat())).unwrap();
    assert_eq!(sheets[0].rows, [vec!["Семинар"], vec!["", "май"]]);
    assert_eq!(sheets[0].row_numbers, [1, 4]);
}

#[test]
fn what_an_old_workbook_claims_is_not_believed() {
    let far = [label(0, 0, "а"), label(65_535, 255, "я")].concat();
    assert_eq!(read_xls(&crafted(&[], &far)), Err(TableError::Bomb));
    let whole =
        record(0x0200, &[&0_u32.to_le_bytes()[..], &u32::MAX.to_le_bytes(), &shorts(&[0, 256, 0])].concat());
    assert_eq!(read_xls(&crafted(&[], &[whole, label(0, 0, "а")].concat())), Err(TableError::Bomb));
    let turned =
        record(0x0200, &[&9_u32.to_le_bytes()[..], &1_u32.to_le_bytes(), &shorts(&[0, 1, 0])].concat());
    assert_eq!(read_xls(&crafted(&[], &[turned, label(0, 0, "а")].concat())), Err(TableError::Broken));
    let shared = record(0x00fc, &[0xff; 8]);
    assert_eq!(read_xls(&crafted(&shared, &label(0, 0, "а"))), Err(TableError::Broken));
    let wide: Vec<u8> = (0..61).flat_map(|column| label(0, column, "да")).collect();
    assert_eq!(read_xls(&crafted(&[], &wide)), Err(TableError::TooManyColumns));
}

#[test]
fn an_old_workbook_cut_off_anywhere_is_a_broken_file_or_a_shorter_table() {
    let whole = include_bytes!("../fixtures/plan.xls");
    for end in (8..whole.len()).step_by(61) {
        if let Err(fault) = read_xls(&whole[..end]) {
            assert!(
                matches!(fault, TableError::Broken | TableError::Bomb | TableError::NoTable),
                "{end}: {fault:?}"
            );
        }
    }
    for at in (512..whole.len()).step_by(37) {
        let mut bytes = whole.to_vec();
        bytes[at] = !bytes[at];
        let _ = read_xls(&bytes);
    }
}

#[test]
fn what_lies_in_an_old_file_is_told_by_what_it_is() {
    assert_eq!(read_xls(&compound("EncryptedPackage", b"x")), Err(TableError::Protected));
    assert_eq!(
        read_table_file(Path::new("план.xlsx"), &compound("EncryptedPackage", b"x")),
        Err(TableError::Protected)
    );
    let word = read_table_file(Path::new("план.doc"), &compound("WordDocument", b"x")).unwrap_err();
    assert!(word.to_string().contains(".docx"), "{word}");
    assert_eq!(read_xls(&compound("Other", b"x")), Err(TableError::Broken));
    let locked = record(0x002f, &shorts(&[1, 0, 0]));
    assert_eq!(read_xls(&crafted(&locked, &label(0, 0, "а"))), Err(TableError::Protected));
}

#[test]
fn tables_that_a_site_calls_xls_are_read_as_what_they_are() {
    let page = "<html><body><table><tr><td>Срок</td><td>Мероприятие</td></tr><tr><td>май</td><td>Смотр</td></tr></table>";
    assert_eq!(read_xls(page.as_bytes()).unwrap()[0].rows, [["Срок", "Мероприятие"], ["май", "Смотр"]]);
    let text = encoding_rs::WINDOWS_1251.encode("Срок\tМероприятие\r\nмай\tСмотр\r\n").0;
    assert_eq!(read_xls(&text).unwrap()[0].rows, [["Срок", "Мероприятие"], ["май", "Смотр"]]);
}

/// As Excel 2003 knew it.
pub(super) const ONE_FILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="m"><NumberFormat ss:Format="mmm\.yy"/></Style><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="t"><NumberFormat ss:Format="Short Time"/></Style><Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style></Styles>
<Worksheet ss:Name="План"><Table><Column ss:Index="4" ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Мероприятие &amp; срок</Data></Cell><Cell><Data ss:Type="String">Охват</Data></Cell></Row>
<Row ss:Index="4"><Cell ss:StyleID="s"><Data ss:Type="String">Смотр</Data></Cell><Cell ss:StyleID="m" ss:MergeDown="1"><Data ss:Type="DateTime">2025-09-01T00:00:00.000</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.8</Data></Cell><Cell><Data ss:Type="String">код</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><ss:Data ss:Type="String">Сбор <html:S>сведений</html:S></ss:Data></Cell><Cell ss:Index="3" ss:StyleID="t"><Data ss:Type="DateTime">1899-12-31T14:30:00.000</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="Архив"><Table><Row><Cell><Data ss:Type="Number">7</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"#;

#[test]
fn a_workbook_as_one_xml_file_is_read_as_it_is_shown() {
    for name in ["план.xls", "план.xml"] {
        let sheets = read_table_file(Path::new(name), ONE_FILE.as_bytes()).unwrap();
        let [plan, old] = &sheets[..] else { panic!("{sheets:?}") };
        assert_eq!(
            (plan.name.as_str(), plan.hidden, old.name.as_str(), old.hidden),
            ("План", false, "Архив", true)
        );
        assert_eq!(
            plan.rows,
            [
                vec!["Мероприятие & срок", "", "Охват"],
                vec!["Смотр", "сентябрь 2025", "80\u{a0}%", "код"],
                vec!["Сбор", "сентябрь 2025", "14:30"],
            ]
        );
        assert_eq!((&plan.row_numbers[..], &plan.hidden_rows[..]), (&[1, 4, 5][..], &[2][..]));
        assert_eq!(plan.hidden_columns, [3]);
        let struck = |row, text: &str, whole| StruckCell { row, column: 0, text: text.to_owned(), whole };
        assert_eq!(plan.struck, [struck(1, "Смотр", true), struck(2, "сведений", false)]);
    }
    let other = read_xls(b"<?xml version=\"1.0\"?><plan/>").unwrap_err();
    assert_eq!(other, TableError::OtherForm { ending: "xml".to_owned() });
}
