//! The signed scan of a protocol: chosen, put in order, attached.

use std::sync::Arc;

use pps_app::domain::ids::MeetingId;
use pps_app::signed_scans::{ScanPart, Shift};
use pps_app::views::Changes;
use serde::{Deserialize, Serialize};
use tauri::ipc::Response;
use ts_rs::TS;

use super::attachments::{StagingState, chosen};
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::platform::FileKind;

/// The longer side of a sheet as it is shown while it is put in order.
const LONGEST: u16 = 1200;

const KINDS: &[FileKind] =
    &[FileKind { name: "Снимки и PDF", endings: &["jpg", "jpeg", "png", "pdf"] }];

/// What became of the chosen files.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct AddedScans {
    parts: Vec<ScanPart>,
    refused: Vec<String>,
}

/// What is done with one sheet, or with all.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export, export_to = "commands/")]
#[serde(rename_all = "snake_case")]
pub(crate) enum ScanChange {
    Turn(u32),
    Earlier(u32),
    Later(u32),
    Remove(u32),
    RemoveAll,
}

/// Adds photographs or a PDF to the scan of a meeting. A file that cannot be read is named, the others stay.
#[tauri::command]
pub(crate) async fn add_scans(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    meeting: MeetingId,
    dropped: Option<u32>,
) -> Answer<AddedScans> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |state| {
        let paths = chosen(state, &staging, dropped, "Снимки или PDF подписанного протокола", KINDS)?;
        Ok(staging.scans(meeting, |draft| {
            let refused = draft.add_files(&paths).iter().map(ToString::to_string).collect();
            AddedScans { parts: draft.parts(), refused }
        }))
    })
    .await
}

/// The sheets of a meeting that wait to be attached.
#[tauri::command]
pub(crate) async fn scans(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    meeting: MeetingId,
) -> Answer<Vec<ScanPart>> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |_| Ok(staging.scans(meeting, |draft| draft.parts()))).await
}

/// Turns, moves or removes a sheet.
#[tauri::command]
pub(crate) async fn change_scans(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    meeting: MeetingId,
    change: ScanChange,
) -> Answer<Vec<ScanPart>> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |_| {
        if matches!(change, ScanChange::RemoveAll) {
            staging.forget_scans(meeting);
        }
        Ok(staging.scans(meeting, |draft| {
            match change {
                ScanChange::Turn(token) => draft.turn(token),
                ScanChange::Earlier(token) => draft.shift(token, Shift::Earlier),
                ScanChange::Later(token) => draft.shift(token, Shift::Later),
                ScanChange::Remove(token) => draft.remove(token),
                ScanChange::RemoveAll => {}
            }
            draft.parts()
        }))
    })
    .await
}

/// A sheet as it will lie in the file; of a PDF the asked page.
#[tauri::command]
pub(crate) async fn scan_image(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    meeting: MeetingId,
    token: u32,
    page: usize,
) -> Answer<Response> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |_| {
        let image = staging.scans(meeting, |draft| draft.image(token, page, LONGEST)).map_err(error_view)?;
        let gone = || refusal("sheet_gone", "Этот лист уже убран.".to_owned());
        Ok(Response::new(image.ok_or_else(gone)?))
    })
    .await
}

/// Binds the sheets and keeps them with the meeting.
#[tauri::command]
pub(crate) async fn attach_scans(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    meeting: MeetingId,
) -> Answer<Changes> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |state| {
        let workplace = state.workplace()?;
        let changes =
            staging.scans(meeting, |draft| workplace.attach_scans(meeting, draft)).map_err(error_view)?;
        staging.forget_scans(meeting);
        Ok(changes)
    })
    .await
}
