//! A damaged file: the newest good copy of it, and what can be saved.

use pps_app::backups::{Backup, BackupState, backups};
use pps_app::recovery::{Recovered, recover as recover_file};
use pps_app::views::Opening;
use serde::Serialize;
use ts_rs::TS;

use super::{Answer, StateRef, error_view, run_blocking};

/// What was saved, and what is open now.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct Recovery {
    recovered: Recovered,
    opening: Opening,
}

/// The newest whole copy; none where there is none.
#[tauri::command]
pub(crate) async fn recovery_copy(state: StateRef<'_>) -> Answer<Option<Backup>> {
    run_blocking(&state, |state| {
        let all = backups(&state.own(), &state.key()).map_err(error_view)?;
        Ok(all.list.into_iter().find(|backup| matches!(backup.state, BackupState::Whole)))
    })
    .await
}

/// Puts together what can be read of the damaged file and what a copy holds. The damaged file is set aside as it is.
#[tauri::command]
pub(crate) async fn recover(state: StateRef<'_>) -> Answer<Recovery> {
    run_blocking(&state, |state| {
        let (recovered, opening) = state
            .while_closed(|own, key, clock| Ok((recover_file(own, key, clock.as_ref())?, key.clone())))?;
        Ok(Recovery { recovered, opening })
    })
    .await
}
