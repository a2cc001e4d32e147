//! Copies of the records: made, looked into, taken back, carried to another computer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pps_app::backups::{self, BackupContents, BackupPlace, Backups, Restored, Why};
use pps_app::carried::carried_copy;
use pps_app::exports::ExportedTo;
use pps_app::password;
use pps_app::portable::word_of_place;
use pps_app::views::Opening;
use pps_app::{AppError, Key, Workplace};
use serde::Serialize;
use ts_rs::TS;

use super::package::Place;
use super::password::Unlocking;
use super::saved_files::SavedFile;
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::{AppState, is_portable};

/// That the records are those of a copy now.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct BackupRestored {
    opening: Opening,
    /// The copy of what the records were before; none where there was nothing.
    kept: Option<String>,
    /// Where a damaged file of before lies untouched.
    set_aside: Option<PathBuf>,
}

/// A copy that was carried here, before it is taken.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct CarriedCopy {
    token: u32,
    /// To be read by a person.
    path: PathBuf,
    /// Whether it has a password.
    locked: bool,
}

/// The copies of the leader's own records.
#[tauri::command]
pub(crate) async fn backups(state: StateRef<'_>) -> Answer<Backups> {
    run_blocking(&state, all).await
}

/// Makes a copy now.
#[tauri::command]
pub(crate) async fn back_up_now(state: StateRef<'_>) -> Answer<Backups> {
    run_blocking(&state, |state| {
        state.workplace()?.back_up(Why::Asked).map_err(error_view)?;
        all(state)
    })
    .await
}

/// Makes a copy where one is due, and once a month proves the newest by restoring it; answers whether one was made.
#[tauri::command]
pub(crate) async fn back_up_if_due(state: StateRef<'_>, closing: bool) -> Answer<bool> {
    run_blocking(&state, move |state| {
        let workplace = state.workplace()?;
        let why = if closing { Why::Closing } else { Why::Started };
        let made = workplace.back_up_if_due(why).map_err(error_view)?;
        if !closing {
            workplace.try_newest_copy().map_err(error_view)?;
        }
        Ok(made)
    })
    .await
}

/// What is inside a copy.
#[tauri::command]
pub(crate) async fn look_into_backup(
    state: StateRef<'_>,
    place: BackupPlace,
    name: String,
) -> Answer<BackupContents> {
    run_blocking(&state, move |state| {
        // An open file knows the keys that it had before, so a copy from before a change of the password is looked into too.
        let looked = match own_workplace(state) {
            Some(open) => open.look_into_backup(place, &name),
            None => backups::look_into(&state.own(), &state.key(), place, &name, state.clock().today()),
        };
        looked.map_err(error_view)
    })
    .await
}

/// Puts the records back as a copy holds them; what they are now is kept as a copy first.
#[tauri::command]
pub(crate) async fn restore_backup(
    state: StateRef<'_>,
    place: BackupPlace,
    name: String,
) -> Answer<BackupRestored> {
    run_blocking(&state, move |state| {
        let (Restored { kept, set_aside }, opening) = state.while_closed(|own, key, clock| {
            Ok((backups::restore(own, key, place, &name, clock)?, key.clone()))
        })?;
        Ok(BackupRestored { opening, kept, set_aside })
    })
    .await
}

/// Asks for the second place of the copies; none where the person changed his or her mind.
#[tauri::command]
pub(crate) async fn choose_second_place(state: StateRef<'_>) -> Answer<Option<Backups>> {
    run_blocking(&state, |state| {
        let Some(folder) = state.platform.choose_folder("Второе место для запасных копий")
        else {
            return Ok(None);
        };
        backups::set_second_place(&state.own(), Some(&folder)).map_err(error_view)?;
        all(state).map(Some)
    })
    .await
}

/// Copies go to the second place no more; those that lie there stay.
#[tauri::command]
pub(crate) async fn forget_second_place(state: StateRef<'_>) -> Answer<Backups> {
    run_blocking(&state, |state| {
        backups::set_second_place(&state.own(), None).map_err(error_view)?;
        all(state)
    })
    .await
}

/// Asks where to write a copy that is carried away.
#[tauri::command]
pub(crate) async fn choose_copy_folder(state: StateRef<'_>) -> Answer<Option<Place>> {
    run_blocking(&state, |state| {
        let chosen = state.platform.choose_folder("Куда записать копию");
        Ok(chosen.map(|path| Place::chosen(state, path)))
    })
    .await
}

/// Writes a whole copy into a folder of a stick, to be carried to another computer.
#[tauri::command]
pub(crate) async fn back_up_into(state: StateRef<'_>, place: u32) -> Answer<SavedFile> {
    run_blocking(&state, move |state| {
        let folder = chosen(state, place)?;
        let workplace = state.workplace()?;
        let written = backups::back_up_to(workplace.as_ref(), &folder).map_err(error_view)?;
        workplace.note_export("запасная копия всех записей", ExportedTo::File(&written), true);
        Ok(SavedFile::new(state, written))
    })
    .await
}

/// Asks for a folder with a copy that was carried here; none where the person changed his or her mind.
#[tauri::command]
pub(crate) async fn choose_carried_copy(state: StateRef<'_>) -> Answer<Option<CarriedCopy>> {
    run_blocking(&state, |state| {
        let Some(folder) = state.platform.choose_folder("Папка с запасной копией") else {
            return Ok(None);
        };
        let copy = carried_copy(&folder).map_err(error_view)?;
        let locked = password::is_locked(&copy).map_err(error_view)?;
        Ok(Some(CarriedCopy { token: state.keep_place(copy.clone()), path: copy, locked }))
    })
    .await
}

/// Takes the records of a copy that was carried here. Where there are records already, they are kept as a copy first.
#[tauri::command]
pub(crate) async fn take_carried_copy(state: StateRef<'_>, copy: u32, password: String) -> Answer<Unlocking> {
    run_blocking(&state, move |state| {
        let copy = chosen(state, copy)?;
        let key = match key_of(state, &copy, &password) {
            Ok(key) => key,
            Err(fault) => return Unlocking::refused(fault),
        };
        let (_, opening) = state.while_closed(|own, present, clock| {
            let restored = backups::restore_file(own, present, &copy, &key, clock)?;
            Ok((restored, key.clone()))
        })?;
        Ok(Unlocking::opened(opening))
    })
    .await
}

/// What is to be known of the place where the records lie; empty on an ordinary disk.
#[tauri::command]
pub(crate) async fn place_of_data(state: StateRef<'_>) -> Answer<String> {
    run_blocking(&state, |state| {
        let folder = state.folder();
        Ok(word_of_place(folder, is_portable(folder)).unwrap_or_default())
    })
    .await
}

fn all(state: &AppState) -> Answer<Backups> {
    let listed = match own_workplace(state) {
        Some(open) => open.backups(),
        None => backups::backups(&state.own(), &state.key()),
    };
    listed.map_err(error_view)
}

/// The leader's own file, where it is the one that is open.
fn own_workplace(state: &AppState) -> Option<Arc<Workplace>> {
    state.workplace().ok().filter(|open| open.path() == state.own())
}

/// The key of a copy that lies anywhere: the one in use where it fits, else that of the password which was typed for it.
pub(super) fn key_of(state: &AppState, copy: &Path, password: &str) -> Result<Key, AppError> {
    let own = state.key();
    if backups::opens(copy, &own) { Ok(own) } else { password::unlock(copy, password, state.clock()) }
}

pub(super) fn chosen(state: &AppState, token: u32) -> Answer<PathBuf> {
    state
        .place(token)
        .ok_or_else(|| refusal("no_place", "Неизвестно, какая это папка. Выберите её ещё раз.".to_owned()))
}
