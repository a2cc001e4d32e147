//! The plan as a workbook, read back by another library than the one that wrote it.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};
use chrono::NaiveDate;
use pps_documents::papers::PlanOrder;
use pps_documents::workbook;
use pps_domain::community_records::CommunityRecords;
use zip::ZipArchive;

use crate::{reader, records};

fn book(records: &CommunityRecords, order: PlanOrder) -> Vec<u8> {
    workbook(records, records.plan(records::YEAR).unwrap().id, order, reader::day(), false).unwrap()
}

fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    book.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut records = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    records.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn column(rows: &[Vec<Data>], title: &str) -> usize {
    rows[2].iter().position(|cell| *cell == Data::String(title.to_owned())).unwrap()
}

fn day(cell: &Data) -> Option<NaiveDate> {
    if !cell.is_datetime() {
        return None;
    }
    let (year, month, day, ..) = cell.get_datetime()?.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
}

#[test]
fn every_row_has_its_words_and_its_days_as_dates() {
    let records = records::records();
    let rows = rows(&book(&records, PlanOrder::ByDirection), "Мероприятия");
    let plan = records.plan(records::YEAR).unwrap();
    assert_eq!(rows.len() - 3, records.activities_of(plan.id).len());
    let (topic, start, end) =
        (column(&rows, "Мероприятие"), column(&rows, "Начало"), column(&rows, "Окончание"));
    for activity in records.activities_of(plan.id) {
        let row = rows.iter().find(|row| row[topic] == Data::String(activity.text.clone())).unwrap();
        let due = activity.term.as_ref().and_then(|term| term.end(records::YEAR));
        assert_eq!(day(&row[end]), due, "{}", activity.text);
        assert!(day(&row[start]).is_none_or(|start| Some(start) <= due));
    }
    assert!(rows[3..].iter().filter(|row| row[end].is_datetime()).count() > 10);
    assert_eq!(rows[3][0], Data::Float(1.0));
}

#[test]
fn the_task_stands_beside_a_row_where_some_row_names_one() {
    let mut records = records::records();
    for order in [PlanOrder::ByDirection, PlanOrder::ByMonth] {
        let rows = rows(&book(&records, order), "Мероприятия");
        let (topic, task) = (column(&rows, "Мероприятие"), column(&rows, "Задача"));
        let of = |text: &str| {
            let row = rows.iter().find(|row| row[topic].to_string().starts_with(text)).unwrap();
            row[task].to_string()
        };
        assert_eq!(of("Взаимное посещение"), "3. собрать банк из десяти практик");
        assert_eq!(of("Контроль исполнения"), "");
    }
    records.activities.values_mut().for_each(|row| row.task = None);
    let rows = rows(&book(&records, PlanOrder::ByMonth), "Мероприятия");
    assert!(!rows[2].contains(&Data::String("Задача".to_owned())), "{:?}", rows[2]);
}

#[test]
fn by_month_the_rows_follow_the_year() {
    let rows = rows(&book(&records::records(), PlanOrder::ByMonth), "Мероприятия");
    let month = column(&rows, "Месяц");
    let mut months: Vec<String> = rows[3..].iter().map(|row| row[month].to_string()).collect();
    months.dedup();
    let mut once = months.clone();
    once.sort();
    once.dedup();
    assert_eq!(months.len(), once.len(), "{months:?}");
    assert_eq!(months[0], "Сентябрь");
}

#[test]
fn the_head_filters_stays_and_repeats_on_a_landscape_sheet() {
    let bytes = book(&records::records(), PlanOrder::ByDirection);
    let count = rows(&bytes, "Мероприятия").len();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for said in [
        format!("<autoFilter ref=\"A3:L{count}\"/>"),
        "state=\"frozen\"".to_owned(),
        "ySplit=\"3\"".to_owned(),
        "orientation=\"landscape\"".to_owned(),
        "paperSize=\"9\"".to_owned(),
        "fitToHeight=\"0\"".to_owned(),
    ] {
        assert!(sheet.contains(&said), "{said}: {sheet}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("_xlnm.Print_Titles") && book.contains("Мероприятия!$3:$3"), "{book}");
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let mut records = records::records();
    let typed =
        ["=1+1", "+7 900 000-00-00", "-5", "@СУММ(A1)", "=HYPERLINK(\"http://x\")", "https://example.org"];
    for (activity, text) in records.activities.values_mut().zip(typed) {
        (activity.text, activity.expected) = (text.to_owned(), text.to_owned());
    }
    let bytes = book(&records, PlanOrder::ByDirection);
    let rows = rows(&bytes, "Мероприятия");
    let topic = column(&rows, "Мероприятие");
    for text in typed {
        assert!(rows.iter().any(|row| row[topic] == Data::String(text.to_owned())), "{text}");
    }
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"));
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn any_length_and_any_sign_is_written() {
    let mut records = records::records();
    let typed = format!("{}\u{FFFF}\u{1F44D}", "щ".repeat(40_000));
    records.activities.values_mut().next().unwrap().text = typed;
    let rows = rows(&book(&records, PlanOrder::ByDirection), "Мероприятия");
    let topic = column(&rows, "Мероприятие");
    assert!(rows.iter().any(|row| row[topic].to_string().ends_with("щ…")));
}

#[test]
fn the_same_day_gives_the_same_workbook() {
    let records = records::records();
    let one = book(&records, PlanOrder::ByDirection);
    assert_eq!(one, book(&records, PlanOrder::ByDirection));
    assert!(part(&one, "docProps/core.xml").contains("2026-08-20T00:00:00Z"));
    let mut entries = ZipArchive::new(Cursor::new(&one)).unwrap();
    for index in 0..entries.len() {
        // The moment of writing would be of another year.
        let entry = entries.by_index(index).unwrap();
        assert_eq!(entry.last_modified().map(|moment| moment.year()), Some(1980));
    }
}

#[test]
fn a_plan_without_rows_is_still_a_table() {
    let mut records = records::records();
    records.activities.clear();
    assert_eq!(rows(&book(&records, PlanOrder::ByMonth), "Мероприятия").len(), 3);
    assert_eq!(rows(&book(&records, PlanOrder::ByMonth), "Заседания").len(), 6);
}
