//! The delivery sheet for a set of papers.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::russian::plural;

use super::people::leader_signature;
use super::{Inventory, InventoryRow};
use crate::PaperError;

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
            school_year: year.to_string(),
            to: "районный информационно-методический кабинет".to_owned(),
            total: (!rows.is_empty()).then_some(total),
            rows,
            handed_by: leader_signature(records, on),
        })
    }
}
