//! Papers as a whole: every one has its pages, and none of them is nearly empty. With `PPS_LOOK=<folder>` they are written
//! to that folder besides, for looking.

use pps_documents::papers::{Plan, PlanOrder};
use pps_documents::{Paper, calendar, workbook};
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::Direction;

use crate::{docx, example, reader, records};

#[test]
fn every_paper_has_pages_and_they_can_be_looked_at() {
    let folder = std::env::var("PPS_LOOK").ok();
    let full = ("protocol_full", Paper::Protocol(docx::full()));
    for (name, paper) in example::papers().into_iter().chain(records::papers()).chain([full]) {
        let bytes = reader::pdf(&paper);
        assert!(!reader::pages(&bytes).is_empty(), "{name} has no page");
        let Some(folder) = &folder else { continue };
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(format!("{folder}/{name}.pdf"), bytes).unwrap();
        if let Ok(bytes) = paper.docx(reader::day()) {
            std::fs::write(format!("{folder}/{name}.docx"), bytes).unwrap();
        }
    }
}

/// The example's plan with so many rows: each row again, in another direction and with another number of words.
pub(crate) fn grown(rows: u128) -> CommunityRecords {
    let mut records = records::records();
    let plan = records.plan(records::YEAR).unwrap().id;
    let own: Vec<_> = records.activities_of(plan).into_iter().cloned().collect();
    for number in own.len() as u128..rows {
        let mut one = own[(number * 5 % own.len() as u128) as usize].clone();
        one.id = format!("01990000-0000-7000-8000-{:012x}", 0xF000_0000 + number).parse().unwrap();
        one.direction = Direction::ALL[(number * 3 % 7) as usize];
        one.place = number as i32;
        if number % 4 == 0 {
            one.text = format!("{} (повторно, для школ второй очереди: {})", one.text, one.expected);
        }
        if number % 7 == 0 {
            one.term = own[(number * 11 % own.len() as u128) as usize].term.clone();
        }
        records.activities.insert(one.id, one);
    }
    records
}

#[test]
fn a_plan_of_any_length_says_every_row_and_leaves_no_page_nearly_empty() {
    let folder = std::env::var("PPS_LOOK").ok();
    let on = reader::day();
    for rows in [17, 60, 150] {
        let records = grown(rows);
        let plan = records.plan(records::YEAR).unwrap().id;
        let activities = records.activities_of(plan);
        assert_eq!(activities.len() as u128, rows);
        for (name, order) in [("direction", PlanOrder::ByDirection), ("month", PlanOrder::ByMonth)] {
            let paper = Paper::Plan(Plan::from_records(&records, plan, order, on).unwrap());
            let pdf = paper.pdf(on).unwrap();
            let said = reader::squeezed(&pdf);
            for row in &activities {
                assert!(said.contains(&reader::squeeze(&row.text)), "{rows} by {name}: no «{}»", row.text);
            }
            for (number, page) in reader::pages(&pdf).iter().enumerate() {
                let words = page.split_whitespace().count();
                assert!(words >= 20, "{rows} by {name}: {words} words on page {}", number + 1);
            }
            let Some(folder) = &folder else { continue };
            let file = format!("{folder}/plan-{rows}-{name}");
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(format!("{file}.pdf"), pdf).unwrap();
            std::fs::write(format!("{file}.docx"), paper.docx(on).unwrap()).unwrap();
            std::fs::write(format!("{file}.xlsx"), workbook(&records, plan, order, on, false).unwrap())
                .unwrap();
            std::fs::write(format!("{folder}/plan-{rows}.ics"), calendar(&records, records::YEAR, on, false))
                .unwrap();
        }
    }
}
