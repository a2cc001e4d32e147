//! The mark «Подписан», which freezes the text of a protocol.

use pps_app::domain::NaiveDate;
use pps_app::domain::ids::MeetingId;
use pps_app::editing::Revision;
use pps_app::views::Changes;

use super::{Answer, StateRef, error_view, run_blocking};

/// Marks a protocol as signed and keeps its text.
#[tauri::command]
pub(crate) async fn sign_protocol(
    state: StateRef<'_>,
    meeting: MeetingId,
    date: NaiveDate,
    seen: i64,
) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        state.workplace()?.sign_protocol(meeting, date, Revision(seen)).map_err(error_view)
    })
    .await
}

/// Takes the mark off.
#[tauri::command]
pub(crate) async fn unsign_protocol(state: StateRef<'_>, meeting: MeetingId, seen: i64) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        state.workplace()?.unsign_protocol(meeting, Revision(seen)).map_err(error_view)
    })
    .await
}
