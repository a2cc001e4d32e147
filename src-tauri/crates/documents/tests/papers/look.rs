//! Writes every paper to a folder, for looking: `PPS_LOOK=/tmp/look cargo nextest run look`.

use pps_documents::Paper;

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
