//! Opening files, the first start.

use pps_app::importing::{TableDraft, TableReader};
use pps_app::joining;
use pps_app::page::{FirstPerson, FirstSteps, Opening};

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

/// The people of a list that was pasted at the first start.
#[tauri::command]
pub(crate) async fn people_in_list(
    desk: DeskState<'_>,
    text: String,
    html: Option<String>,
    year: i32,
) -> Answer<Vec<FirstPerson>> {
    aside(&desk, move |_| {
        let draft = TableDraft::pasted(&TableReader::this_program_again(), &text, html.as_deref());
        Ok(joining::people_in_list(&draft.map_err(told)?, year))
    })
    .await
}
