//! The example year, which opens as a file of its own, on its own day.

use std::path::Path;
use std::sync::Arc;

use pps_domain::records::Record;

use crate::clock::Clock;
use crate::error::AppError;
use crate::workplace::Workplace;

/// The records of the example, in open form.
const RECORDS: &str = include_str!("../../../../assets/example/year-2025-2026.json");

/// The records of the example year.
///
/// # Errors
/// The file built into the program is damaged, which a test rules out.
pub fn records() -> Result<Vec<Record>, AppError> {
    serde_json::from_str(RECORDS).map_err(|fault| AppError::Example(fault.to_string()))
}

impl Workplace {
    /// Makes a new data file with the example year and opens it.
    ///
    /// # Errors
    /// There is such a file already, or the disk refuses; nothing is left then.
    pub fn create_example(path: &Path, clock: Arc<dyn Clock>) -> Result<Self, AppError> {
        let records = records()?;
        Self::create_with(path, clock, "Открыт учебный пример", records)
    }
}
