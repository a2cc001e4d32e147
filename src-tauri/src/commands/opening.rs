//! Opening files, the first start.

use pps_app::page::{FirstSteps, Opening};

use super::{Answer, DeskState, aside, told};

/// What the page shows first.
#[tauri::command]
pub(crate) async fn opening(desk: DeskState<'_>) -> Answer<Opening> {
    aside(&desk, |desk| Ok(desk.opening())).await
}

/// Opens the example year.
#[tauri::command]
pub(crate) async fn open_example(desk: DeskState<'_>) -> Answer<Opening> {
    aside(&desk, |desk| desk.open_example().map_err(told)).await
}

/// Goes back to the leader's own file.
#[tauri::command]
pub(crate) async fn open_own(desk: DeskState<'_>) -> Answer<Opening> {
    aside(&desk, |desk| Ok(desk.open_own())).await
}

/// Makes a community with what was typed at the first start.
#[tauri::command]
pub(crate) async fn create_community(desk: DeskState<'_>, first: FirstSteps) -> Answer<Opening> {
    aside(&desk, move |desk| desk.create_community(&first).map_err(told)).await
}
