//! Журнал консультаций за учебный год (п. 3.1.4).

use pps_domain::community_records::CommunityRecords;
use pps_domain::records::Consultation;
use pps_domain::russian::{counted, date_in_table};

use super::people::{filled, leader_signature, schools_of};
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Column, Document, Table};
use crate::{Paper, PaperError};

/// The consultations of the year that were given by the day, by date.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, year, on) = (ask.records, ask.year(), ask.on());
    let of_year = |given: &&Consultation| year.contains(given.date) && given.date <= on;
    let mut given: Vec<_> = records.consultations.values().filter(of_year).collect();
    given.sort_by_key(|consultation| (consultation.date, consultation.id));
    let columns = [
        Column::numbers("№", 9.0),
        Column::numbers("Дата", 24.0),
        Column::words("Тема", 60.0),
        Column::words("Кого консультировали", 50.0),
        Column::words("ОО", 42.0),
        Column::words("Кто консультировал", 38.0),
        Column::words("Итог", 44.0),
    ];
    let rows = given.into_iter().map(|consultation| row(records, consultation));
    let name = &records.community.name;
    let of = format!("за {year} учебный год");
    let paper = Document::new(records, format!("Журнал консультаций {of}"))
        .landscape()
        .heading("ЖУРНАЛ КОНСУЛЬТАЦИЙ")
        .centred(in_lines([whose(&records.community.words(), name), of]), 1.0)
        .with(Table::numbered(columns, rows))
        .signed(&leader_signature(records, on));
    Ok(Paper::Document(paper))
}

fn row(records: &CommunityRecords, consultation: &Consultation) -> [String; 6] {
    let Consultation { date, topic, people, others, count, organisations, consultant, result, .. } =
        consultation;
    let number = count.and_then(|count| usize::try_from(count).ok());
    let number = number.map(|count| counted(count, "человек", "человека", "человек"));
    let whom = filled([records.surnames_first(people, *date), others.clone(), number.unwrap_or_default()]);
    let schools = schools_of(records, people, organisations.iter().copied(), *date);
    let consultant = consultant.iter().map(|consultant| records.speaker(consultant, *date)).collect();
    [date_in_table(*date), topic.clone(), whom.join(", "), schools.join("\n"), consultant, result.clone()]
}
