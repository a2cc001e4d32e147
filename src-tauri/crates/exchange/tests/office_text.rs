//! Texts of Word: numbers that are counted while reading, tables with merged cells, what is left out and told, and files
//! that are meant to do harm.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Cursor, Write};
use std::path::Path;
use std::time::Instant;

use pps_exchange::office_text::{
    LeftOutKind, OfficeText, TextBlock, TextError, TextParagraph, read_office_text,
};
use pps_exchange::spreadsheets::{Sheet, TableError, read_table_file};
use rstest::rstest;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// A document whose text is not called as usual, and more parts of it: their kind and content.
fn document(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(r#"<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
    };
    let relations = |within: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{within}</Relationships>"#
        )
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, content: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    };
    part("_rels/.rels", &relations(&relation("officeDocument", "word/document2.xml")));
    part("word/document2.xml", &format!("<w:document {WORD}><w:body>{body}</w:body></w:document>"));
    let beside: String = more.iter().map(|(kind, _)| relation(kind, &format!("{kind}.xml"))).collect();
    part("word/_rels/document2.xml.rels", &relations(&beside));
    for (kind, content) in more {
        part(&format!("word/{kind}.xml"), &format!("<w:{kind} {WORD}>{content}</w:{kind}>"));
    }
    zip.finish().unwrap().into_inner()
}

fn read(body: &str, more: &[(&str, &str)]) -> OfficeText {
    read_office_text(&document(body, more)).unwrap()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn numbered(list: u32, level: u32, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

fn level(at: u32, form: &str, text: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", p(cell))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn shown(text: &OfficeText) -> Vec<String> {
    let paragraphs = text.blocks.iter().map(|block| match block {
        TextBlock::Paragraph(paragraph) => paragraph.shown(),
        TextBlock::Table(table) => {
            let rows = table.rows.iter();
            let rows =
                rows.map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | "));
            rows.collect::<Vec<_>>().join("\n")
        }
    });
    paragraphs.collect()
}

fn sheets(body: &str) -> Result<Vec<Sheet>, TableError> {
    read_table_file(Path::new("план.docx"), &document(body, &[]))
}

#[test]
fn numbers_stand_before_paragraphs_as_word_shows_them() {
    let lists = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}{}{}</w:abstractNum>
        <w:abstractNum w:abstractNumId="1">{}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>"#,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2."),
        level(2, "russianLower", "%3)"),
        level(0, "bullet", "\u{f0b7}"),
    );
    let body = [
        numbered(1, 0, "Слушали"),
        numbered(1, 1, "первое"),
        numbered(1, 1, "второе"),
        numbered(1, 2, "подпункт"),
        numbered(1, 2, "ещё подпункт"),
        p("без номера"),
        numbered(1, 0, "Решили"),
        numbered(1, 1, "начато снова"),
        numbered(2, 0, "метка"),
        // Another list of the same pattern goes on counting, one that is told to begins anew.
        numbered(4, 0, "продолжение"),
        numbered(3, 0, "снова с первого"),
        numbered(3, 0, "и дальше"),
        numbered(9, 0, "списка нет"),
        numbered(0, 0, "из списка взят"),
    ];
    let text = read(&body.concat(), &[("numbering", &lists)]);
    assert_eq!(
        shown(&text),
        [
            "1. Слушали",
            "1.1. первое",
            "1.2. второе",
            "а) подпункт",
            "б) ещё подпункт",
            "без номера",
            "2. Решили",
            "2.1. начато снова",
            "• метка",
            "3. продолжение",
            "1. снова с первого",
            "2. и дальше",
            "списка нет",
            "из списка взят",
        ]
    );
}

#[test]
fn a_style_gives_numbers_headings_and_bold_letters() {
    let styles = r#"
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="2"><w:name w:val="Свой"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="3"><w:name w:val="Круг"/><w:basedOn w:val="3"/></w:style>"#;
    let lists = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
        level(0, "upperRoman", "%1.")
    );
    let styled = |style: &str, run: &str, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        styled("1", "", "Раздел"),
        styled("2", r#"<w:b w:val="0"/>"#, "Тонко"),
        styled("3", "<w:b/>", "Жирно"),
        styled("a", "", "Обычно"),
    ];
    let text = read(&body.concat(), &[("styles", styles), ("numbering", &lists)]);
    let looks: Vec<(String, bool, bool, bool)> = text
        .blocks
        .into_iter()
        .map(|block| match block {
            TextBlock::Paragraph(one) => (one.shown(), one.heading, one.bold, one.centred),
            TextBlock::Table(_) => panic!("no table"),
        })
        .collect();
    let look = |text: &str, heading, bold, centred| (text.to_owned(), heading, bold, centred);
    assert_eq!(
        looks,
        [
            look("I. Раздел", true, true, true),
            look("II. Тонко", true, false, true),
            look("Жирно", false, true, false),
            look("Обычно", false, false, false),
        ]
    );
}

#[test]
fn what_is_struck_out_hidden_or_deleted_is_told_and_insertions_are_taken() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">Срок: </w:t></w:r>
        <w:r><w:rPr><w:strike/></w:rPr><w:t>1 мая</w:t></w:r>
        <w:del><w:r><w:delText>2 мая</w:delText></w:r></w:del>
        <w:ins><w:r><w:t>3 мая</w:t></w:r></w:ins>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>черновик</w:t></w:r>
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>не видно</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>, стр. 7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
        <w:p><w:r><w:t>один</w:t><w:tab/><w:t>два</w:t><w:br/><w:t>три</w:t><w:noBreakHyphen/><w:t>четыре</w:t></w:r></w:p>"#;
    let notes = format!(
        r#"<w:footnote w:type="separator">{0}</w:footnote><w:footnote>{0}</w:footnote>"#,
        p("сноска")
    );
    let more = [("footnotes", notes.as_str()), ("header", &p("Школа № 3")), ("footer", &p("2"))];
    let text = read(body, &more);
    assert_eq!(shown(&text), ["Срок: 3 мая, стр. 7", "один\tдва\nтри-четыре"]);
    let told: Vec<String> = text.left_out.iter().map(pps_exchange::office_text::LeftOut::sentence).collect();
    assert_eq!(
        told,
        [
            "Зачёркнутый текст не взят: «1 мая».",
            "Удалённый правкой текст не взят: «2 мая».",
            "Скрытый текст не взят: «черновик».",
            "Текст верхнего или нижнего поля листа не взят: «Школа № 3».",
            "Сноска не взята: «сноска».",
        ]
    );
}

#[test]
fn the_text_of_a_box_stands_after_its_paragraph_and_once() {
    let within = p("в рамке");
    let body = format!(
        r#"<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing><w:txbxContent>{within}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{within}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>снаружи</w:t></w:r></w:p>"#
    );
    assert_eq!(shown(&read(&body, &[])), ["снаружи", "в рамке"]);
}

#[test]
fn each_table_is_a_sheet_with_what_stands_above_it() {
    let wide = format!(
        r#"<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{}</w:tc></w:tr>"#,
        p("I. Разбор итогов")
    );
    let merged = |first: &str, text: &str| {
        format!(
            "<w:tr><w:tc><w:tcPr>{first}</w:tcPr>{}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>",
            p("сентябрь"),
            p(text),
            p("Ким")
        )
    };
    let lower = |text: &str| {
        format!(
            r#"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{}</w:tc><w:tc><w:p/></w:tc></w:tr>"#,
            p(text)
        )
    };
    let bold = r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>План работы</w:t></w:r></w:p>"#;
    let body = [
        bold.to_owned(),
        p("на 2025-2026 учебный год"),
        "<w:tbl>".to_owned(),
        row(&["Срок", "Тема", "Кто"]),
        wide,
        merged(r#"<w:vMerge w:val="restart"/>"#, "Анализ ВПР"),
        lower("Анализ ОГЭ"),
        lower(""),
        "</w:tbl><w:p/><w:tbl>".to_owned(),
        row(&["Срок", "Тема", "Кто"]),
        row(&["май", "Итоги", "Ким"]),
        "</w:tbl>".to_owned(),
        p("Состав"),
        format!("<w:tbl>{}</w:tbl>", row(&["Ким Юлия", "учитель"])),
        p("Руководитель Ким Ю. А."),
    ];
    let sheets = sheets(&body.concat()).unwrap();
    assert_eq!(sheets.len(), 2);
    assert_eq!(sheets[0].name, "План работы");
    assert_eq!(sheets[0].above, ["План работы", "на 2025-2026 учебный год"]);
    assert_eq!(
        sheets[0].rows,
        [
            vec!["Срок", "Тема", "Кто"],
            vec!["I. Разбор итогов"],
            vec!["сентябрь", "Анализ ВПР", "Ким"],
            vec!["сентябрь", "Анализ ОГЭ"],
            vec!["май", "Итоги", "Ким"],
        ]
    );
    assert_eq!(sheets[1].above, ["Состав"]);
    assert_eq!(sheets[1].left_out, ["Текст под таблицей не взят: «Руководитель Ким Ю. А.»."]);
    assert!(!sheets[0].plain_text);
}

#[test]
fn lines_numbers_and_tables_within_a_cell_are_its_text() {
    let lists = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
        level(0, "decimal", "%1.")
    );
    let inner = format!("<w:tbl>{}</w:tbl>", row(&["а", "б"]));
    let body = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}{inner}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        numbered(1, 0, ""),
        p("первая строка"),
        p("вторая"),
        numbered(1, 0, ""),
        p("дальше"),
    );
    let text = read(&body, &[("numbering", &lists)]);
    assert_eq!(shown(&text), ["1. | первая строка\nвторая\nа б\n2. | дальше"]);
}

#[test]
fn struck_out_text_of_a_cell_is_told_at_the_cell() {
    let struck = |text: &str| format!("<w:r><w:rPr><w:strike/></w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:tbl>{}<w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}<w:r><w:t>15 мая</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        row(&["Тема", "Срок"]),
        struck("Семинар"),
        struck("1 мая"),
    );
    let sheet = sheets(&body).unwrap().remove(0);
    assert_eq!(sheet.rows[1], ["Семинар", "15 мая"]);
    let cells: Vec<(usize, usize, &str, bool)> =
        sheet.struck.iter().map(|cell| (cell.row, cell.column, cell.text.as_str(), cell.whole)).collect();
    assert_eq!(cells, [(1, 0, "Семинар", true), (1, 1, "1 мая", false)]);
    assert_eq!(sheet.left_out, [""; 0]);
}

#[test]
fn a_text_without_a_table_is_told_to_be_one() {
    let sheets = sheets(&[p("1. Провести семинар"), p("2. Подвести итоги")].concat()).unwrap();
    assert!(sheets[0].plain_text);
    assert_eq!(sheets[0].rows, [["1. Провести семинар"], ["2. Подвести итоги"]]);
}

#[rstest]
#[case::nothing(document("<w:p/>", &[]), TextError::Empty)]
#[case::not_a_document(b"PK\x03\x04 and nothing more".to_vec(), TextError::Broken)]
#[case::no_xml(document("<w:p>", &[]), TextError::Broken)]
#[case::old(vec![0xd0, 0xcf, 0x11, 0xe0, 0, 0], TextError::OldForm)]
#[case::a_scan(document(r#"<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>"#, &[]), TextError::OnlyPictures)]
#[case::too_much(document(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(50 << 20)), &[]), TextError::Bomb)]
#[case::too_many(document(&"<w:p/>".repeat(1_600_000), &[]), TextError::Bomb)]
#[case::too_deep(document(&format!("{}{}", "<w:sdt><w:sdtContent>".repeat(100), "</w:sdtContent></w:sdt>".repeat(100)), &[]), TextError::Bomb)]
#[case::entities(document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", &[("styles", "&b;")]), TextError::Broken)]
fn what_cannot_be_read_says_why(#[case] bytes: Vec<u8>, #[case] why: TextError) {
    assert_eq!(read_office_text(&bytes), Err(why));
}

#[test]
fn rows_that_claim_thousands_of_cells_cost_nothing() {
    let wide = r#"<w:tr><w:trPr><w:gridBefore w:val="4000000000"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr><w:p/></w:tc></w:tr>"#;
    let begun = Instant::now();
    let read = read_office_text(&document(&format!("<w:tbl>{}</w:tbl>", wide.repeat(9_000)), &[]));
    assert_eq!(read, Err(TextError::Bomb));
    assert!(begun.elapsed().as_secs() < 20);
}

#[test]
fn pictures_are_counted_beside_text() {
    let body = format!("{}<w:p><w:r><w:drawing><a:blip xmlns:a=\"a\"/></w:drawing></w:r></w:p>", p("текст"));
    let text = read(&body, &[]);
    let kinds: Vec<LeftOutKind> = text.left_out.iter().map(|left| left.what).collect();
    assert_eq!(kinds, [LeftOutKind::Picture]);
    assert_eq!(
        text.blocks,
        [TextBlock::Paragraph(TextParagraph { text: "текст".to_owned(), ..Default::default() })]
    );
}
