//! Writes every paper to a folder, for looking: `PPS_LOOK=/tmp/look cargo nextest run look`.

use pps_documents::papers::{Plan, PlanOrder};
use pps_documents::{Paper, calendar, workbook};
use pps_domain::archive::Archive;
use pps_domain::records::Direction;

use crate::{docx, example, reader, records};

#[test]
fn papers_can_be_looked_at() {
    let Ok(folder) = std::env::var("PPS_LOOK") else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let full = ("protocol_full", Paper::Protocol(docx::full()));
    for (name, paper) in example::papers().into_iter().chain(records::papers()).chain([full]) {
        // Every paper twice: the second time shows what it costs once the process is warm.
        for _ in 0..2 {
            let begun = std::time::Instant::now();
            let bytes = reader::pdf(&paper);
            eprintln!("{name}: {} bytes in {:?}", bytes.len(), begun.elapsed());
            std::fs::write(format!("{folder}/{name}.pdf"), bytes).unwrap();
        }
        if let Ok(bytes) = paper.docx(reader::day()) {
            std::fs::write(format!("{folder}/{name}.docx"), bytes).unwrap();
        }
    }
}

/// The example's plan with so many rows: each row again, in another direction and with another number of words.
pub(crate) fn grown(rows: u128) -> Archive {
    let mut archive = records::archive();
    let plan = archive.plan(records::YEAR).unwrap().id;
    let own: Vec<_> = archive.activities_of(plan).into_iter().cloned().collect();
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
        archive.activities.insert(one.id, one);
    }
    archive
}

#[test]
fn plans_of_any_length_can_be_looked_at() {
    let Ok(folder) = std::env::var("PPS_LOOK") else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let on = reader::day();
    for rows in [17, 60, 150] {
        let archive = grown(rows);
        let plan = archive.plan(records::YEAR).unwrap().id;
        assert_eq!(archive.activities_of(plan).len() as u128, rows);
        for (name, order) in [("direction", PlanOrder::ByDirection), ("month", PlanOrder::ByMonth)] {
            let paper = Paper::Plan(Plan::from_archive(&archive, plan, order, on).unwrap());
            let file = format!("{folder}/plan-{rows}-{name}");
            std::fs::write(format!("{file}.pdf"), paper.pdf(on).unwrap()).unwrap();
            std::fs::write(format!("{file}.docx"), paper.docx(on).unwrap()).unwrap();
            std::fs::write(format!("{file}.xlsx"), workbook(&archive, plan, order, on).unwrap()).unwrap();
        }
        std::fs::write(format!("{folder}/plan-{rows}.ics"), calendar(&archive, records::YEAR, on)).unwrap();
    }
}
