//! Опись документов, передаваемых в РИМК.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::BodyWords;
use pps_domain::russian::plural;
use serde::{Deserialize, Serialize};

use super::Signature;
use super::people::{filled, leader_signature};
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Table};
use crate::{Paper, PaperError};

/// The delivery sheet: what is handed over, and room for the mark of the one who takes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Inventory {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// «2025/2026».
    pub school_year: String,
    /// To whom: «районный информационно-методический кабинет».
    pub to: String,
    /// The papers.
    pub rows: Vec<InventoryRow>,
    /// «6 документов на 24 листах».
    pub total: Option<String>,
    /// Who hands over.
    pub handed_by: Signature,
}

/// One paper of the delivery.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InventoryRow {
    /// What it is.
    pub title: String,
    /// «от 05.09.2025 № 1».
    pub reference: String,
    /// How many pages.
    pub pages: String,
    /// The file's name on the stick.
    pub file: String,
}

/// The delivery sheet of what the package holds.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let rows = ask.sources.package_rows(ask.year(), ask.on()).map_err(PaperError::Source)?;
    Ok(Paper::Document(Inventory::from_records(ask.records, ask.year(), rows, ask.on())?.into()))
}

impl Inventory {
    /// The sheet for papers that are already set: only then is the number of their pages known.
    /// The papers print on one side, so pages and sheets are the same.
    ///
    /// # Errors
    ///
    /// None now; the result keeps the builders of all papers alike.
    pub fn from_records(
        records: &CommunityRecords,
        year: SchoolYear,
        rows: Vec<InventoryRow>,
        on: NaiveDate,
    ) -> Result<Self, PaperError> {
        let sheets: usize = rows.iter().filter_map(|row| row.pages.parse::<usize>().ok()).sum();
        let total = format!(
            "{} {} на {sheets} {}",
            rows.len(),
            plural(rows.len(), "документ", "документа", "документов"),
            plural(sheets, "листе", "листах", "листах"),
        );
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            body: records.community.words(),
            school_year: year.to_string(),
            to: "районный информационно-методический кабинет".to_owned(),
            total: (!rows.is_empty()).then_some(total),
            rows,
            handed_by: leader_signature(records, on),
        })
    }
}

impl From<Inventory> for Document {
    fn from(view: Inventory) -> Self {
        let files = view.rows.iter().any(|row| !row.file.trim().is_empty());
        let widths = if files { [9.0, 64.0, 39.0, 19.0] } else { [9.0, 91.0, 52.0, 18.0] };
        let mut columns = vec![
            Column::numbers("№", widths[0]),
            Column::words("Документ", widths[1]),
            Column::words("Дата и номер", widths[2]),
            Column::numbers("Листов", widths[3]),
        ];
        columns.extend(files.then(|| Column::words("Имя файла", 39.0)));
        let rows = view.rows.into_iter().zip(1..).map(|(row, number): (InventoryRow, usize)| {
            let texts = [number.to_string(), row.title, row.reference, row.pages];
            texts.into_iter().chain(files.then_some(row.file)).collect()
        });
        let documents = filled(["документов".to_owned(), whose(&view.body, &view.community)]).join(" ");
        let year = &view.school_year;
        let about = [
            format!("{documents} за\u{a0}{year}\u{a0}учебный\u{a0}год,"),
            format!("передаваемых в\u{a0}{}", view.to),
        ];
        let total =
            view.total.filter(|total| !total.trim().is_empty()).map(|total| format!("Всего: {total}"));
        Self::of(&view.community, view.example, format!("Опись документов за {year} учебный год"))
            .heading("ОПИСЬ")
            .centred(in_lines(about), 1.0)
            .with(Table::new(columns, rows))
            .total(total.as_ref(), 0.8)
            .ending(Block::Acceptance { handed_by: view.handed_by })
    }
}
