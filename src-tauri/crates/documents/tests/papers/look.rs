//! Writes every paper to a folder, for looking: `PPS_LOOK=/tmp/look cargo nextest run look`.

use crate::{example, reader};

#[test]
fn papers_can_be_looked_at() {
    let Ok(folder) = std::env::var("PPS_LOOK") else { return };
    std::fs::create_dir_all(&folder).unwrap();
    for (name, paper) in example::papers() {
        std::fs::write(format!("{folder}/{name}.pdf"), reader::pdf(&paper)).unwrap();
    }
}

#[test]
fn long_words_can_be_looked_at() {
    let Ok(folder) = std::env::var("PPS_LOOK") else { return };
    let mut plan = example::plan();
    plan.signature.name = "Щ".repeat(300);
    plan.groups[0].rows[0].responsible = "ж".repeat(300);
    plan.groups[0].rows[0].result = "w".repeat(300);
    std::fs::write(format!("{folder}/xlong.pdf"), reader::pdf(&pps_documents::Paper::Plan(plan))).unwrap();
}
