//! What happened to a record, and its earlier texts.

use pps_app::domain::records::Record;
use pps_app::editing::Revision;
use pps_app::page::{Changed, Edition};
use uuid::Uuid;

use super::{Answer, DeskState, aside, told};

/// The changes of a record, newest first.
#[tauri::command]
pub(crate) async fn history(desk: DeskState<'_>, id: Uuid) -> Answer<Vec<Edition>> {
    aside(&desk, move |desk| desk.workplace()?.history_of(id).map_err(told)).await
}

/// The record as an operation left it.
#[tauri::command]
pub(crate) async fn edition(desk: DeskState<'_>, id: Uuid, operation: Uuid) -> Answer<Record> {
    aside(&desk, move |desk| desk.workplace()?.edition(id, operation).map_err(told)).await
}

/// Saves that text anew.
#[tauri::command]
pub(crate) async fn bring_back(desk: DeskState<'_>, id: Uuid, operation: Uuid, seen: i64) -> Answer<Changed> {
    aside(&desk, move |desk| desk.workplace()?.bring_back(id, operation, Revision(seen)).map_err(told)).await
}
