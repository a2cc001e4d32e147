//! A copy that was opened with the program, by a double click: what it is, and what is inside. Taking it is a question of its
//! own (`backups::take_carried_copy`): nothing that is opened replaces anything by itself.

use std::path::{Path, PathBuf};

use pps_app::backups::{self, BackupContents};
use pps_app::password;
use serde::Serialize;
use ts_rs::TS;

use super::backups::{chosen, key_of};
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::AppState;

/// How the attached files of copies end; people take the larger file for the copy itself.
const FILES: &str = ".files.db";

/// A copy with which the program was opened.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct BroughtCopy {
    token: u32,
    /// To be read by a person.
    path: PathBuf,
    /// When it was made, or its name where that does not tell.
    at: String,
    /// Whether it asks for a password of its own.
    locked: bool,
    /// Whether there are records that it would replace.
    replaces: bool,
}

/// What came of looking into a copy: its contents, or why the password did not fit.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct LookedInto {
    contents: Option<BackupContents>,
    wrong: Option<String>,
}

/// The copy with which the program was opened; none where it was opened without one, or was told already.
#[tauri::command]
pub(crate) async fn brought_copy(state: StateRef<'_>) -> Answer<Option<BroughtCopy>> {
    run_blocking(&state, |state| state.take_brought().map_or(Ok(None), |file| told(state, file))).await
}

/// What is inside the copy with which the program was opened. Nothing is changed, neither here nor in the copy.
#[tauri::command]
pub(crate) async fn look_into_brought(
    state: StateRef<'_>,
    copy: u32,
    password: String,
) -> Answer<LookedInto> {
    run_blocking(&state, move |state| {
        let copy = chosen(state, copy)?;
        let key = match key_of(state, &copy, &password) {
            Ok(key) => key,
            Err(fault) => {
                let view = fault.view();
                return match view.code.as_str() {
                    "wrong_password" | "wait" => Ok(LookedInto { contents: None, wrong: Some(view.message) }),
                    _ => Err(view),
                };
            }
        };
        let today = state.clock().today();
        let contents = backups::look_into_file(&state.own(), &copy, &key, today).map_err(error_view)?;
        Ok(LookedInto { contents: Some(contents), wrong: None })
    })
    .await
}

fn told(state: &AppState, file: PathBuf) -> Answer<Option<BroughtCopy>> {
    let own = state.own();
    // The records themselves stand in the window already.
    if is_same(&file, &own) {
        return Ok(None);
    }
    if is_of_files(&file) {
        return Err(refusal(
            "files_of_copies",
            "Это сканы и фотографии, которые лежат при копиях. Сами записи — в файле рядом, его имя начинается с «year» \
             и дня; откройте тот файл."
                .to_owned(),
        ));
    }
    let sealed = password::is_locked(&file).map_err(error_view)?;
    let locked = sealed && !backups::opens(&file, &state.key());
    let at = backups::name_of_copy(&own, &file);
    Ok(Some(BroughtCopy {
        token: state.keep_place(file.clone()),
        path: file,
        at,
        locked,
        replaces: own.exists(),
    }))
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn is_of_files(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().ends_with(FILES))
}

#[cfg(test)]
mod tests {
    use super::{is_of_files, is_same};
    use std::path::Path;

    #[test]
    fn the_records_themselves_and_the_files_of_copies_are_known() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("year.db");
        assert!(!is_same(&own, &own), "what is not there is the same as nothing");
        std::fs::write(&own, b"").unwrap();
        assert!(is_same(&folder.path().join(".").join("year.db"), &own));
        assert!(is_of_files(Path::new("/флешка/Копии/year.files.db")));
        assert!(!is_of_files(Path::new("/флешка/Копии/year 2026-05-03 14-03-22 по кнопке.db")));
    }
}
