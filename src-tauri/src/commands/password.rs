//! The password of the records: set, changed, taken off; the lock.

use std::path::Path;

use pps_app::domain::password::advice;
use pps_app::password::{self, PasswordError, RecoveryKey};
use pps_app::views::Opening;
use pps_app::{AppError, Clock, Key};
use serde::Serialize;
use ts_rs::TS;

use super::papers::print;
use super::{Answer, StateRef, error_view, run_blocking};
use crate::app_state::AppState;

/// What became of a password that was typed at the lock: the records, or why not.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct Unlocking {
    /// What is open now; none where the password did not fit.
    opening: Option<Opening>,
    /// Why not.
    wrong: Option<String>,
    /// So many seconds nothing can be tried.
    wait: Option<u32>,
}

/// That a password was set.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct PasswordSet {
    opening: Opening,
    /// The recovery key, in groups as it stands on the paper.
    groups: Vec<String>,
    /// What is not under the new password yet, in a sentence; none where everything is.
    left: Option<String>,
}

/// That the password was taken off.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct PasswordRemoved {
    opening: Opening,
}

impl Unlocking {
    pub(super) fn opened(opening: Opening) -> Self {
        Self { opening: Some(opening), wrong: None, wait: None }
    }

    /// A wrong password is an answer and no fault: the lock says it and counts the seconds down.
    pub(super) fn refused(fault: AppError) -> Answer<Self> {
        let wait = match &fault {
            AppError::Password(PasswordError::Wait { seconds }) => u32::try_from(*seconds).ok(),
            _ => None,
        };
        let view = fault.view();
        match view.code.as_str() {
            "wrong_password" | "wrong_recovery_key" | "wait" => {
                Ok(Self { opening: None, wrong: Some(view.message), wait })
            }
            _ => Err(view),
        }
    }
}

/// Whether the leader's own records have a password.
#[tauri::command]
pub(crate) async fn has_password(state: StateRef<'_>) -> Answer<bool> {
    run_blocking(&state, |state| {
        let own = state.own();
        if own.exists() { password::is_locked(&own).map_err(error_view) } else { Ok(false) }
    })
    .await
}

/// Closes the records and forgets the password. Records without one stay open.
#[tauri::command]
pub(crate) async fn lock(state: StateRef<'_>) -> Answer<Opening> {
    run_blocking(&state, |state| {
        if password::is_locked(&state.own()).map_err(error_view)? {
            Ok(state.lock_records())
        } else {
            Ok(state.opening())
        }
    })
    .await
}

/// Opens the records by the password.
#[tauri::command]
pub(crate) async fn unlock(state: StateRef<'_>, password: String) -> Answer<Unlocking> {
    run_blocking(&state, move |state| unlocked(state, |own, clock| password::unlock(own, &password, clock)))
        .await
}

/// Opens the records by the key that was printed when the password was set.
#[tauri::command]
pub(crate) async fn unlock_with_recovery_key(state: StateRef<'_>, typed: String) -> Answer<Unlocking> {
    run_blocking(&state, move |state| {
        unlocked(state, |own, clock| password::unlock_with_recovery_key(own, &typed, clock))
    })
    .await
}

/// Sets a password, or another one; whoever does it has to know the old one.
#[tauri::command]
pub(crate) async fn set_password(state: StateRef<'_>, old: String, password: String) -> Answer<PasswordSet> {
    run_blocking(&state, move |state| {
        let (RecoveryKey { groups, left }, opening) = state.while_closed(|own, key, clock| {
            prove(own, &old, clock.as_ref())?;
            let (key, recovery) = password::set_password(own, key, &password, clock.as_ref())?;
            Ok((recovery, key))
        })?;
        Ok(PasswordSet { opening, groups, left })
    })
    .await
}

/// Takes the password off; whoever does it has to know it.
#[tauri::command]
pub(crate) async fn remove_password(state: StateRef<'_>, old: String) -> Answer<PasswordRemoved> {
    run_blocking(&state, move |state| {
        let ((), opening) = state.while_closed(|own, key, clock| {
            prove(own, &old, clock.as_ref())?;
            Ok(((), password::remove_password(own, key)?))
        })?;
        Ok(PasswordRemoved { opening })
    })
    .await
}

/// What can be said of a password before it is set; none where it is good.
#[tauri::command]
pub(crate) fn password_advice(password: String) -> Answer<Option<&'static str>> {
    Ok(advice(&password))
}

/// Hands the paper with the recovery key to the system for printing.
#[tauri::command]
pub(crate) async fn print_recovery_key(state: StateRef<'_>, groups: Vec<String>) -> Answer<()> {
    run_blocking(&state, move |state| {
        let workplace = state.workplace()?;
        let pdf = workplace.recovery_key_paper(&groups).map_err(error_view)?;
        print(state, "Ключ восстановления.pdf", &pdf)
    })
    .await
}

fn unlocked(
    state: &AppState,
    key: impl FnOnce(&Path, &dyn Clock) -> Result<Key, AppError>,
) -> Answer<Unlocking> {
    match key(&state.own(), state.clock()) {
        Ok(key) => Ok(Unlocking::opened(state.unlock(key))),
        Err(fault) => Unlocking::refused(fault),
    }
}

/// Nobody changes the password of records that were left open.
fn prove(own: &Path, old: &str, clock: &dyn Clock) -> Result<(), AppError> {
    if password::is_locked(own)? {
        password::unlock(own, old, clock)?;
    }
    Ok(())
}
