//! The mark «Подписан», which freezes the text of a protocol.

use pps_app::domain::NaiveDate;
use pps_app::domain::ids::MeetingId;
use pps_app::editing::Revision;
use pps_app::page::Changed;

use super::{Answer, DeskState, aside, told};

/// Marks a protocol as signed and keeps its text.
#[tauri::command]
pub(crate) async fn sign_protocol(
    desk: DeskState<'_>,
    meeting: MeetingId,
    date: NaiveDate,
    seen: i64,
) -> Answer<Changed> {
    aside(&desk, move |desk| desk.workplace()?.sign_protocol(meeting, date, Revision(seen)).map_err(told))
        .await
}

/// Takes the mark off.
#[tauri::command]
pub(crate) async fn unsign_protocol(desk: DeskState<'_>, meeting: MeetingId, seen: i64) -> Answer<Changed> {
    aside(&desk, move |desk| desk.workplace()?.unsign_protocol(meeting, Revision(seen)).map_err(told)).await
}
