//! Tables of the leader's own in finished files: where they stand, their heads on every page, turned sheets.

use std::io::{Cursor, Read};

use pps_documents::papers::*;
use pps_documents::{Paper, PaperError};
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{ReportSection, TypedTable};
use zip::ZipArchive;

use crate::example::sheet;
use crate::{reader, records};

fn table(title: &str, columns: &[&str], rows: usize) -> TypedTable {
    let row = |row: usize| {
        let cells = 1..columns.len();
        std::iter::once(format!("школа{row}")).chain(cells.map(|cell| format!("{row}{cell}"))).collect()
    };
    TypedTable {
        id: "01990000-00a9-7000-8000-000000000001".parse().unwrap(),
        title: title.to_owned(),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        rows: (0..rows).map(row).collect(),
    }
}

/// The second meeting of the example with tables under its first question.
fn with_tables(tables: Vec<TypedTable>) -> CommunityRecords {
    let mut records = records::records();
    let meeting = records.meetings.values_mut().find(|meeting| meeting.number() == Some(2)).unwrap();
    let item = &mut meeting.protocol.as_mut().unwrap().items[0];
    item.heard = "о затруднениях по школам.".to_owned();
    item.tables = tables;
    records
}

fn protocol(tables: Vec<TypedTable>) -> Paper {
    Paper::Protocol(records::protocol(&with_tables(tables), 2))
}

fn document_xml(paper: &Paper) -> String {
    let bytes = paper.docx(reader::day()).unwrap();
    let mut files = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    files.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Whether each page lies on its side.
fn lying(paper: &Paper) -> Vec<bool> {
    let images = paper.page_images(reader::day(), 0.2).unwrap();
    let size = |image: &Vec<u8>| image::load_from_memory(image).unwrap();
    images.iter().map(size).map(|page| page.width() > page.height()).collect()
}

const HEADS: [&str; 3] = ["Школа", "Писали", "Качество"];

#[test]
fn a_table_stands_between_what_was_heard_and_what_was_decided_with_its_head_on_every_page() {
    let paper = protocol(vec![table("Итоги ВПР", &HEADS, 70), table("", &HEADS[..2], 2)]);
    let pdf = reader::pdf(&paper);
    reader::check(&pdf);
    let text = reader::squeezed(&pdf);
    let place = |words: &str| text.find(&reader::squeeze(words)).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(place("озатрудненияхпошколам") < place("Таблица1.ИтогиВПР"));
    assert!(place("Таблица1.ИтогиВПР") < place("школа69"));
    assert!(place("школа69") < place("РЕШИЛИ:"));
    assert!(!text.contains("Таблица2"), "a table without a title has no number");
    let pages = reader::pages(&pdf);
    let has_row = |page: &&String| (0..70).any(|row| page.contains(&format!("школа{row} ")));
    let with_rows: Vec<_> = pages.iter().filter(has_row).collect();
    assert!(with_rows.len() >= 2, "{}", with_rows.len());
    assert!(with_rows.iter().all(|page| page.contains("Писали")));
    assert!(lying(&paper).iter().all(|lies| !lies));
    assert!(reader::inside_margins(&pdf));

    let xml = document_xml(&paper);
    let place = |words: &str| xml.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(place("затруднениях по") < place("Итоги ВПР") && place("школа69") < place("РЕШИЛИ:"));
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(xml.matches("<w:sectPr>").count(), 1);
}

#[test]
fn a_wide_table_has_a_sheet_of_its_own_that_lies_on_its_side() {
    let heads: Vec<String> = (0..18).map(|column| format!("параметр{column}")).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let paper = protocol(vec![table("Все показатели", &heads, 5)]);
    let pdf = reader::pdf(&paper);
    let lying = lying(&paper);
    assert_eq!(lying.iter().filter(|lies| **lies).count(), 1, "{lying:?}");
    assert!(!lying[0] && !lying[lying.len() - 1], "{lying:?}");
    let turned = &reader::pages(&pdf)[lying.iter().position(|lies| *lies).unwrap()];
    assert!(turned.contains("Все показатели") && turned.contains("школа4"), "{turned}");
    assert!(reader::inside_margins(&pdf));

    let xml = document_xml(&paper);
    assert_eq!(xml.matches("w:orient=\"landscape\"").count(), 1);
    assert_eq!(xml.matches("<w:sectPr>").count(), 3);
    // Only the first sheet goes without a number.
    assert_eq!(xml.matches("<w:titlePg/>").count(), 1);
    assert!(xml.contains("<w:sz w:val=\""), "smaller letters");
}

#[test]
fn an_extract_a_report_and_a_plan_have_the_tables_too() -> Result<(), PaperError> {
    let mut records = with_tables(vec![table("Итоги ВПР", &HEADS, 2)]);
    let extract = sheet(records::extract(&records, 2, ExtractOf::Question(1))?);
    assert!(reader::text(&reader::pdf(&extract)).contains("Таблица 1. Итоги ВПР"));
    assert!(document_xml(&extract).contains("школа1"));

    let report = records.reports.values_mut().next().unwrap();
    report.tables.insert(ReportSection::Conclusions, vec![table("Рост качества", &HEADS, 2)]);
    let of_year = Report::from_records(&records, records::YEAR, ReportLength::AsChosen, reader::day())?;
    let report = sheet(of_year);
    let text = reader::text(&reader::pdf(&report));
    // The table of the example stands in a section that only the full report has.
    assert!(text.contains("Таблица 1. Рост качества") && !text.contains("Результаты ВПР"), "{text}");
    assert!(document_xml(&report).contains("Рост качества"));
    let full = Report::from_records(&records, records::YEAR, ReportLength::Full, reader::day())?;
    let text = reader::text(&reader::pdf(&sheet(full)));
    assert!(
        text.contains("Таблица 1. Результаты ВПР") && text.contains("Таблица 2. Рост качества"),
        "{text}"
    );

    let plan = records.plans.values_mut().next().unwrap();
    plan.tables = vec![table("График выездов", &HEADS, 2)];
    let id = plan.id;
    let view = Plan::from_records(&records, id, PlanOrder::ByDirection, reader::day())?;
    let pdf = reader::pdf(&Paper::Plan(view.clone()));
    let pages = reader::pages(&pdf);
    let last = pages.last().unwrap();
    assert!(last.contains("Приложение 2 к") && last.contains("График выездов"), "{last}");
    assert!(reader::text(&pdf).contains("таблица"));
    assert!(document_xml(&Paper::Plan(view)).contains("График выездов"));
    Ok(())
}

#[test]
fn a_table_may_be_the_last_thing_before_the_signatures() {
    let mut records = with_tables(Vec::new());
    let meeting = records.meetings.values_mut().find(|meeting| meeting.number() == Some(2)).unwrap();
    let item = meeting.protocol.as_mut().unwrap().items.last_mut().unwrap();
    item.decisions.clear();
    item.spoke.clear();
    item.vote = None;
    item.tables = vec![table("", &["", ""], 3)];
    let paper = Paper::Protocol(records::protocol(&records, 2));
    let text = reader::squeezed(&reader::pdf(&paper));
    assert!(text.find("школа2").unwrap() < text.rfind("Председатель").unwrap(), "{text}");
}
