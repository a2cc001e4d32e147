//! The log, to be sent to whoever mends the program.

use pps_app::write_whole;

use super::saved_files::SavedFile;
use super::{Answer, StateRef, error_view, run_blocking};

/// Saves the log where the person says; none where he or she changed his or her mind.
#[tauri::command]
pub(crate) async fn save_log(state: StateRef<'_>) -> Answer<Option<SavedFile>> {
    run_blocking(&state, |state| {
        let Some(path) = state.platform.save_file("Журнал программы.txt") else {
            return Ok(None);
        };
        let told = crate::log::text(state.folder());
        let head = format!("ППС: рабочее место руководителя, {}\n", env!("CARGO_PKG_VERSION"));
        let told = if told.is_empty() { "Ошибок не записано.\n".to_owned() } else { told };
        write_whole(&path, (head + &told).as_bytes()).map_err(error_view)?;
        Ok(Some(SavedFile::new(state, path)))
    })
    .await
}
