//! Opening files, the first start.

use pps_app::domain::records::{BodyKind, BodyWords};
use pps_app::importing::{TableDraft, TableReader};
use pps_app::joining;
use pps_app::views::{FirstPerson, FirstSteps, Opening};
use serde::Serialize;
use ts_rs::TS;

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

/// What kind of body a name that is being typed speaks of, and what it will be called.
#[tauri::command]
pub(crate) fn proposed_body(name: String, chosen: Option<BodyKind>) -> Answer<ProposedBody> {
    let kind = chosen.unwrap_or_else(|| BodyKind::of_name(&name));
    Ok(ProposedBody { kind, words: kind.words().unwrap_or_default() })
}

/// What a body is, as it is proposed while its name is typed.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct ProposedBody {
    /// What was chosen, or what the name begins with.
    kind: BodyKind,
    /// Its words.
    words: BodyWords,
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
