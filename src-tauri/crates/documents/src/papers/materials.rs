//! Реестр материалов за учебный год (п. 3.1.2).

use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::materials_of;
use pps_domain::records::{EducationLevel, Material};
use pps_domain::russian::date_in_table;

use super::people::{filled, leader_signature};
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Column, Document, Table};
use crate::{Paper, PaperError};

/// The materials of the year that were there by the day, by date.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, year, on) = (ask.records, ask.year(), ask.on());
    let columns = [
        Column::numbers("№", 9.0),
        Column::numbers("Дата", 25.0),
        Column::words("Название", 78.0),
        Column::words("Вид", 40.0),
        Column::numbers("Уровень", 30.0),
        Column::words("Источник или файл", 56.0),
        Column::numbers("Размещено на сайте", 29.0),
    ];
    let materials = materials_of(records, year, on);
    let rows = materials.into_iter().map(|material| {
        let placed = material.placed_on_site.filter(|placed| *placed <= on);
        [
            date_in_table(material.date),
            material.title.clone(),
            material.kind.clone(),
            EducationLevel::several(&material.levels),
            source(records, material),
            placed.map(date_in_table).unwrap_or_default(),
        ]
    });
    let of = format!("за {year} учебный год");
    let paper = Document::new(records, format!("Реестр материалов {of}"))
        .landscape()
        .heading("РЕЕСТР МАТЕРИАЛОВ")
        .centred(in_lines([whose(&records.community.words(), &records.community.name), of]), 1.0)
        .with(Table::numbered(columns, rows))
        .signed(&leader_signature(records, on));
    Ok(Paper::Document(paper))
}

/// Who made it, where it comes from, and the files that are kept here.
fn source(records: &CommunityRecords, material: &Material) -> String {
    let author = material.author.iter().map(|author| records.speaker(author, material.date)).collect();
    let files = records.attachments_of(material.id.0).into_iter().map(|file| file.name.clone());
    filled([author, material.source.clone()].into_iter().chain(files)).join("\n")
}
