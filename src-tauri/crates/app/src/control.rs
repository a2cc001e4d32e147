//! What is to be done by a term, wherever it was decided.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::control::{self, ControlLine};
use pps_domain::ids::CommunityId;

use crate::error::AppError;
use crate::workplace::Workplace;

impl Workplace {
    /// All that is watched in a school year on a day, what is late first.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn control(
        &self,
        community: CommunityId,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Vec<ControlLine>, AppError> {
        Ok(control::lines(&*self.community_records(community)?, year, on))
    }
}
