//! What section 11 says of consultations, the bank of practices and materials.

use pps_domain::figures::{Materials, Practices, consultations_in_words, consultations_of};
use pps_domain::russian::{counted, date_in_table};

use super::source::Source;
use crate::papers::{Block, Fact};

pub(super) fn materials(source: &Source<'_>) -> Option<Block> {
    let (records, year, on) = (source.records, source.year, source.on);
    let practices = Practices::of(records, year, on);
    let materials = Materials::of(records, year, on);
    let many = |count| counted(count, "практика", "практики", "практик");
    let mut items = Vec::new();
    let given = consultations_of(records, year, on).len();
    if given > 0 {
        items.push(fact("Проведено", consultations_in_words(given)));
    }
    if !practices.described.is_empty() {
        items.push(fact("Описано для банка практик", many(practices.described.len())));
    }
    if !practices.recommended.is_empty() {
        let meetings = practices.meetings.iter().filter_map(|id| records.meetings.get(id));
        let protocols = meetings.map(|meeting| match meeting.number() {
            Some(number) => format!("протокол №\u{a0}{number} от {}", date_in_table(meeting.date)),
            None => format!("заседание {}", date_in_table(meeting.date)),
        });
        let protocols = protocols.collect::<Vec<_>>().join(", ");
        let count = many(practices.recommended.len());
        items.push(fact("Рекомендовано к распространению", format!("{count} ({protocols})")));
    }
    if !materials.all.is_empty() {
        let all = counted(materials.all.len(), "материал", "материала", "материалов");
        let placed = materials.placed.len();
        let placed =
            if placed == 0 { String::new() } else { format!(", из них на сайте {placed}") };
        items.push(fact("Собрано и разработано", format!("{all}{placed}")));
    }
    (!items.is_empty()).then_some(Block::Facts { items })
}

fn fact(label: &str, value: String) -> Fact {
    Fact { label: label.to_owned(), value }
}
