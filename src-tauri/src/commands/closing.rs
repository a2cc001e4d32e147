//! What the page says about closing, and the drafts of what could not be saved.

use std::sync::Arc;

use pps_app::drafts::Draft;
use tauri::{AppHandle, State};

use super::{Answer, StateRef, error_view, run_blocking};
use crate::closing::{Closing, close_all};

/// The page stands and is to be asked before the window closes.
#[tauri::command]
pub(crate) fn listen_to_closing(closing: State<'_, Arc<Closing>>) -> Answer<()> {
    closing.page_listens();
    Ok(())
}

/// The page has heard that the window is to be closed.
#[tauri::command]
pub(crate) fn closing_heard(closing: State<'_, Arc<Closing>>, number: u32) -> Answer<()> {
    closing.page_heard(number);
    Ok(())
}

/// The page has nothing left to save.
#[tauri::command]
pub(crate) fn close_window(app: AppHandle) -> Answer<()> {
    close_all(&app);
    Ok(())
}

/// What could not be saved in the open file.
#[tauri::command]
pub(crate) async fn drafts(state: StateRef<'_>) -> Answer<Vec<Draft>> {
    run_blocking(&state, |state| state.workplace()?.drafts().map_err(error_view)).await
}

/// Keeps what could not be saved in the open file; the answer comes when it is on the disk.
#[tauri::command]
pub(crate) async fn keep_drafts(state: StateRef<'_>, drafts: Vec<Draft>) -> Answer<()> {
    run_blocking(&state, move |state| state.workplace()?.keep_drafts(&drafts).map_err(error_view)).await
}
