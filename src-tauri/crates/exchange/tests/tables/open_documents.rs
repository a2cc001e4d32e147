//! Tables of LibreOffice.

use std::io::{Cursor, Write};
use std::path::Path;

use pps_exchange::spreadsheets::{Sheet, StruckCell, TableError, read_table_file};
use rstest::rstest;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const STYLES: &str = r#"
<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
<number:date-style style:name="N1"><number:month number:textual="true"/><number:text> </number:text><number:year/></number:date-style>
<number:date-style style:name="N2"><number:day/><number:text>.</number:text><number:month/></number:date-style>
<style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="child" style:family="table-cell" style:parent-style-name="month"/>
<style:style style:name="gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>"#;

pub(super) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n"><office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[("content.xml", &content), ("META-INF/manifest.xml", "<manifest/>")])
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("mimetype", options).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read_ods(tables: &str) -> Result<Vec<Sheet>, TableError> {
    read_table_file(Path::new("план.ods"), &ods(tables))
}

fn text(cell: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#)
}

/// A sheet with a cell of every kind, and a hidden one.
pub(super) fn rows_of_everything() -> String {
    format!(
        r#"<table:table table:name="План" table:style-name="ta1">
        <table:table-column table:number-columns-repeated="2" table:default-cell-style-name="Default"/>
        <table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="1021"/>
        <table:table-header-rows><table:table-row>{}{}{}</table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row>{}<table:table-cell table:style-name="month" office:value-type="date" office:date-value="2025-09-01"><text:p>сен 25</text:p></table:table-cell>
          <table:table-cell office:value-type="percentage" office:value="0.8"><text:p>80 %</text:p></table:table-cell></table:table-row>
        <table:table-row table:visibility="filter">{}<table:table-cell table:style-name="day" office:value-type="date" office:date-value="2025-10-15"><text:p>15.10</text:p></table:table-cell></table:table-row>
        <table:table-row table:visibility="collapse">{}<table:table-cell table:style-name="child" office:value-type="date" office:date-value="2026-01-01T00:00:00"><text:p>01.26</text:p></table:table-cell></table:table-row>
        <table:table-row-group table:display="false"><table:table-row>{}<table:table-cell office:value-type="date" office:date-value="2026-05-09"><text:p>09.05.26</text:p></table:table-cell></table:table-row></table:table-row-group>
        <table:table-row>{}<table:table-cell office:value-type="float" office:value="12"><office:annotation><text:p>Заметка</text:p></office:annotation><text:p>12</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        </table:table><table:table table:name="Черновик" table:style-name="ta2"><table:table-row>{}</table:table-row></table:table>"#,
        text("Мероприятие"),
        text("Срок"),
        text("Охват"),
        text("Семинар<text:s text:c=\"2\"/>&amp;&#160;«Рост»"),
        text("Диагностика"),
        text("Смотр"),
        text("Сбор"),
        text("Первая</text:p><text:p>вторая<text:line-break/>третья"),
        text("Старое"),
    )
}

#[test]
fn a_table_of_libre_office_is_read_as_it_is_shown() {
    let sheets = read_ods(&rows_of_everything()).unwrap();
    let [plan, old] = &sheets[..] else { panic!("{sheets:?}") };
    assert_eq!(
        (plan.name.as_str(), plan.hidden, old.name.as_str(), old.hidden),
        ("План", false, "Черновик", true)
    );
    assert_eq!(
        plan.rows,
        [
            vec!["Мероприятие", "Срок", "Охват"],
            vec!["Семинар  &\u{a0}«Рост»", "сентябрь 2025", "80 %"],
            vec!["Диагностика", "15\u{a0}октября"],
            vec!["Смотр", "январь 2026"],
            vec!["Сбор", "09.05.2026"],
            vec!["Первая\nвторая\nтретья", "12"],
        ]
    );
    assert_eq!(plan.row_numbers, [1, 4, 5, 6, 7, 8]);
    assert_eq!((&plan.hidden_rows[..], &plan.hidden_columns[..]), (&[2, 3, 4][..], &[2][..]));
}

#[test]
fn merged_repeated_and_struck_cells_are_read_as_meant() {
    let table = format!(
        r#"<table:table table:name="А"><table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>май</text:p></table:table-cell>{}</table:table-row>
        <table:table-row><table:covered-table-cell/>{}</table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>да</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:style-name="gone" office:value-type="string"><text:p>Отменено</text:p></table:table-cell>{}</table:table-row></table:table>"#,
        text("Смотр"),
        text("Сбор"),
        text("Ветрова, <text:span text:style-name=\"T1\">Фомин</text:span> и Ким"),
    );
    let sheet = read_ods(&table).unwrap().remove(0);
    assert_eq!(
        sheet.rows,
        [["май", "Смотр"], ["май", "Сбор"], ["да", "да"], ["да", "да"], ["Отменено", "Ветрова,  и Ким"]]
    );
    let struck = |column, text: &str, whole| StruckCell { row: 4, column, text: text.to_owned(), whole };
    assert_eq!(sheet.struck, [struck(0, "Отменено", true), struck(1, "Фомин", false)]);
}

#[rstest]
#[case::rows(r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string"><text:p>да</text:p></table:table-cell></table:table-row>"#, TableError::TooManyRows)]
#[case::columns(r#"<table:table-row><table:table-cell table:number-columns-repeated="1000000" office:value-type="string"><text:p>да</text:p></table:table-cell></table:table-row>"#, TableError::TooManyColumns)]
#[case::far(r#"<table:table-row><table:table-cell table:number-columns-repeated="99999999999"/><table:table-cell office:value-type="string"><text:p>да</text:p></table:table-cell></table:table-row>"#, TableError::TooManyColumns)]
#[case::spaces(r#"<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>"#, TableError::NoTable)]
fn what_is_repeated_without_end_is_refused(#[case] rows: &str, #[case] refusal: TableError) {
    assert_eq!(read_ods(&format!(r#"<table:table table:name="А">{rows}</table:table>"#)), Err(refusal));
}

#[test]
fn a_large_cell_repeated_over_many_rows_is_a_bomb() {
    let cell = format!(
        r#"<table:table-row table:number-rows-repeated="4000"><table:table-cell table:number-columns-repeated="50" office:value-type="string"><text:p>{}</text:p></table:table-cell></table:table-row>"#,
        "ж".repeat(30_000)
    );
    assert_eq!(
        read_ods(&format!(r#"<table:table table:name="А">{cell}</table:table>"#)),
        Err(TableError::Bomb)
    );
}

#[test]
fn a_locked_or_broken_one_is_refused_and_a_text_is_named() {
    let locked = zipped(&[
        ("content.xml", "xxxx"),
        ("META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"),
    ]);
    assert_eq!(read_table_file(Path::new("план.ods"), &locked), Err(TableError::Protected));
    assert_eq!(read_table_file(Path::new("план.ods"), &zipped(&[])), Err(TableError::Broken));
    let whole = ods("<table:table/>");
    assert_eq!(read_table_file(Path::new("план.ods"), &whole[..whole.len() / 2]), Err(TableError::Broken));
}
