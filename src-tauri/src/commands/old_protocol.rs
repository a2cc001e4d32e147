//! An old protocol from Word: read, looked at, added.

use std::sync::Arc;

use pps_app::importing::TableReader;
use pps_app::importing::protocol::{ProtocolAsked, ProtocolDraft, ProtocolPreview};
use pps_app::views::Changes;

use super::attachments::{StagingState, chosen};
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::AppState;
use crate::platform::FileKind;

/// What can be read.
const KINDS: &[FileKind] = &[FileKind { name: "Документы Word", endings: &["docx", "docm"] }];

/// Reads a protocol from a file that was dropped or that the person chooses now; none where he or she chose none.
#[tauri::command]
pub(crate) async fn read_protocol_file(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    asked: ProtocolAsked,
    dropped: Option<u32>,
) -> Answer<Option<ProtocolPreview>> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |state| {
        let paths = chosen(state, &staging, dropped, "Из какого файла взять протокол", KINDS)?;
        let [path] = paths.as_slice() else {
            if paths.is_empty() {
                return Ok(None);
            }
            let message = "Выбрано несколько файлов, а протокол берётся из одного. Выберите один файл.";
            return Err(refusal("several_files", message.to_owned()));
        };
        // The window's own program reads it, as a child: what breaks there breaks no window.
        let reader = TableReader::this_program_again();
        let draft = Arc::new(ProtocolDraft::file(&reader, path).map_err(error_view)?);
        let mut preview = state.workplace()?.look_at_protocol(&draft, &asked).map_err(error_view)?;
        preview.token = state.keep_protocol(draft);
        Ok(Some(preview))
    })
    .await
}

/// Looks at the same protocol again: for another year, with another day or number.
#[tauri::command]
pub(crate) async fn look_at_protocol(
    state: StateRef<'_>,
    token: u32,
    asked: ProtocolAsked,
) -> Answer<ProtocolPreview> {
    run_blocking(&state, move |state| {
        let draft = draft(state, token)?;
        let mut preview = state.workplace()?.look_at_protocol(&draft, &asked).map_err(error_view)?;
        preview.token = token;
        Ok(preview)
    })
    .await
}

/// Adds the protocol as a meeting, with its file.
#[tauri::command]
pub(crate) async fn add_protocol(state: StateRef<'_>, token: u32, asked: ProtocolAsked) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        let draft = draft(state, token)?;
        let changed = state.workplace()?.add_protocol(&draft, &asked).map_err(error_view)?;
        state.forget_protocol(token);
        Ok(changed)
    })
    .await
}

/// Forgets a protocol that is not needed any more.
#[tauri::command]
pub(crate) async fn forget_protocol(state: StateRef<'_>, token: u32) -> Answer<()> {
    run_blocking(&state, move |state| {
        state.forget_protocol(token);
        Ok(())
    })
    .await
}

fn draft(state: &AppState, token: u32) -> Answer<Arc<ProtocolDraft>> {
    state.protocol(token).ok_or_else(|| {
        refusal("protocol_gone", "Этот протокол уже не под рукой. Выберите файл ещё раз.".to_owned())
    })
}
