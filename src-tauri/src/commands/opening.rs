//! Opening files, the first start.

use pps_app::importing::{TableDraft, TableReader};
use pps_app::joining;
use pps_app::views::{FirstPerson, FirstSteps, Opening};

use super::{Answer, StateRef, error_view, run_blocking};

/// What the page shows first.
#[tauri::command]
pub(crate) async fn opening(state: StateRef<'_>) -> Answer<Opening> {
    run_blocking(&state, |state| Ok(state.opening())).await
}

/// Opens the example year.
#[tauri::command]
pub(crate) async fn open_example(state: StateRef<'_>) -> Answer<Opening> {
    run_blocking(&state, |state| state.open_example().map_err(error_view)).await
}

/// Goes back to the leader's own file.
#[tauri::command]
pub(crate) async fn open_own(state: StateRef<'_>) -> Answer<Opening> {
    run_blocking(&state, |state| Ok(state.open_own())).await
}

/// Makes a community with what was typed at the first start.
#[tauri::command]
pub(crate) async fn create_community(state: StateRef<'_>, first: FirstSteps) -> Answer<Opening> {
    run_blocking(&state, move |state| state.create_community(&first).map_err(error_view)).await
}

/// The people of a list that was pasted at the first start.
#[tauri::command]
pub(crate) async fn people_in_list(
    state: StateRef<'_>,
    text: String,
    html: Option<String>,
    year: i32,
) -> Answer<Vec<FirstPerson>> {
    run_blocking(&state, move |state| {
        let draft = TableDraft::pasted(&TableReader::this_program_again(), &text, html.as_deref());
        Ok(joining::people_in_list(&draft.map_err(error_view)?, year, state.clock().today()))
    })
    .await
}
