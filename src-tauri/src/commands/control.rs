//! What is to be done by a term, and the measures by which works are judged.

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::control::ControlLine;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::supplied::criteria::{CRITERIA_SETS, CriteriaSet};

use super::{Answer, StateRef, error_view, run_blocking};

/// All that is watched in a school year on a day, what is late first.
#[tauri::command]
pub(crate) async fn control(
    state: StateRef<'_>,
    community: CommunityId,
    year: SchoolYear,
    on: NaiveDate,
) -> Answer<Vec<ControlLine>> {
    run_blocking(&state, move |state| state.workplace()?.control(community, year, on).map_err(error_view))
        .await
}

/// The sets of measures that the program brings along.
#[tauri::command]
pub(crate) async fn criteria_sets(state: StateRef<'_>) -> Answer<Vec<CriteriaSet>> {
    run_blocking(&state, move |_| Ok(CRITERIA_SETS.to_vec())).await
}
