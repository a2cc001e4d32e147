//! The journal of what was given out.

use pps_app::exports::ExportLine;

use super::{Answer, StateRef, error_view, run_blocking};

/// What was given out, the last first.
#[tauri::command]
pub(crate) async fn exports(state: StateRef<'_>) -> Answer<Vec<ExportLine>> {
    run_blocking(&state, |state| state.workplace()?.exports().map_err(error_view)).await
}
