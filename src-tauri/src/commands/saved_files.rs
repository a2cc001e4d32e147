//! What was saved platform the program, and where the records lie: shown in the file manager, opened.

use std::path::{Path, PathBuf};

use pps_app::attaching::may_be_opened;
use serde::Serialize;
use ts_rs::TS;

use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::AppState;
use crate::opener::NotOpened;

/// A file that was saved where the person said.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct SavedFile {
    /// For showing and opening it.
    token: u32,
    /// To be read by a person.
    path: PathBuf,
}

impl SavedFile {
    pub(super) fn new(state: &AppState, path: PathBuf) -> Self {
        Self { token: state.keep_place(path.clone()), path }
    }
}

/// Shows what was saved in the system's file manager.
#[tauri::command]
pub(crate) async fn reveal_file(state: StateRef<'_>, token: u32) -> Answer<()> {
    run_blocking(&state, move |state| reveal(state, &saved(state, token)?)).await
}

/// Opens what was saved with the program that the system knows for it.
#[tauri::command]
pub(crate) async fn open_file(state: StateRef<'_>, token: u32) -> Answer<()> {
    run_blocking(&state, move |state| {
        let path = saved(state, token)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        may_be_opened(&name).map_err(error_view)?;
        state.platform.open(&path).map_err(|why| {
            refusal(
                "not_opened",
                format!("Файл «{name}» не открылся: {why}. Он сохранён: {}.", path.display()),
            )
        })
    })
    .await
}

/// Shows the folder with the records in the system's file manager.
#[tauri::command]
pub(crate) async fn reveal_data(state: StateRef<'_>) -> Answer<()> {
    run_blocking(&state, |state| reveal(state, state.folder())).await
}

fn reveal(state: &AppState, path: &Path) -> Answer<()> {
    state.platform.reveal(path).map_err(|why| {
        let then = match why {
            NotOpened::Gone => "Если он на флешке, вставьте её и повторите.",
            _ => "Откройте папку сами.",
        };
        refusal("not_revealed", format!("Не получилось показать «{}»: {why}. {then}", path.display()))
    })
}

fn saved(state: &AppState, token: u32) -> Answer<PathBuf> {
    state
        .place(token)
        .ok_or_else(|| refusal("no_place", "Неизвестно, где этот файл. Сохраните его ещё раз.".to_owned()))
}
