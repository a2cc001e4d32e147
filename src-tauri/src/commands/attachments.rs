//! Attached files: chosen or dropped, opened, saved elsewhere, looked at.

use std::fs::{self, DirBuilder};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pps_app::attaching::may_be_opened;
use pps_app::domain::ids::AttachmentId;
use pps_app::domain::records::AttachmentRole;
use pps_app::views::Changes;
use pps_app::{safe_name, write_whole};
use serde::Serialize;
use tauri::State;
use tauri::ipc::Response;
use ts_rs::TS;
use uuid::Uuid;

use super::saved_files::SavedFile;
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::AppState;
use crate::opener::NotOpened;
use crate::platform::FileKind;
use crate::staging::Staging;

/// Files on their way, as commands get them.
pub(crate) type StagingState<'a> = State<'a, Arc<Staging>>;

/// A page of A4 is so high in points.
const HIGH: f32 = 842.0;

/// An attached file that is looked at.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct LookedAt {
    token: u32,
    title: String,
    pages: usize,
}

/// The files that were dropped, or those that the person chooses now; none where he or she chose none.
pub(super) fn chosen(
    state: &AppState,
    staging: &Staging,
    dropped: Option<u32>,
    title: &str,
    kinds: &[FileKind],
) -> Answer<Vec<PathBuf>> {
    match dropped {
        Some(token) => staging.take_dropped(token).ok_or_else(|| {
            refusal("drop_gone", "Эти файлы уже не под рукой. Перетащите их ещё раз.".to_owned())
        }),
        None => Ok(state.platform.choose_files(title, kinds)),
    }
}

/// Keeps files with a record; none where the person changed his or her mind.
#[tauri::command]
pub(crate) async fn attach_files(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    belongs_to: Uuid,
    role: AttachmentRole,
    dropped: Option<u32>,
    called: Option<String>,
) -> Answer<Option<Changes>> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |state| {
        let paths = chosen(state, &staging, dropped, "Какие файлы приложить", &[])?;
        if paths.is_empty() {
            return Ok(None);
        }
        let workplace = state.workplace()?;
        let attached = workplace.attach_files_called(belongs_to, role, &paths, called.as_deref());
        attached.map(Some).map_err(error_view)
    })
    .await
}

/// Hands a copy of an attached file to the system, which shows it with the program that it knows for it.
#[tauri::command]
pub(crate) async fn open_attachment(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    id: AttachmentId,
) -> Answer<()> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |state| {
        let workplace = state.workplace()?;
        let (attachment, bytes) = workplace.attached_file(id).map_err(error_view)?;
        let name = safe_name(&attachment.name);
        may_be_opened(&name).map_err(error_view)?;
        let refused = |why: NotOpened| {
            let message = format!(
                "Файл «{name}» не открылся: {why}. Сохраните его в папку («Сохранить как…») и откройте оттуда."
            );
            refusal("not_opened", message)
        };
        let folder = own_folder(workplace.new_ids(1).first().copied().unwrap_or_default());
        let folder = folder.map_err(|fault| refused(fault.into()))?;
        staging.keep_copy(folder.clone());
        let path = folder.join(&name);
        write_whole(&path, &bytes).map_err(error_view)?;
        // What is changed in the copy would be lost; a program that shows it as read-only says so by itself.
        make_read_only(&path).map_err(|fault| refused(fault.into()))?;
        state.platform.open(&path).map_err(refused)
    })
    .await
}

/// Saves an attached file where the person says; none where he or she changed his or her mind.
#[tauri::command]
pub(crate) async fn save_attachment(state: StateRef<'_>, id: AttachmentId) -> Answer<Option<SavedFile>> {
    run_blocking(&state, move |state| {
        let (attachment, bytes) = state.workplace()?.attached_file(id).map_err(error_view)?;
        let Some(path) = state.platform.save_file(&safe_name(&attachment.name)) else { return Ok(None) };
        write_whole(&path, &bytes).map_err(error_view)?;
        Ok(Some(SavedFile::new(state, path)))
    })
    .await
}

/// Opens an attached PDF or picture within the program.
#[tauri::command]
pub(crate) async fn look_at_attachment(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    id: AttachmentId,
) -> Answer<LookedAt> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |state| {
        let file = state.workplace()?.look_at(id).map_err(error_view)?;
        let title = file.parts().into_iter().map(|part| part.name).next().unwrap_or_default();
        let pages = file.pages();
        Ok(LookedAt { token: staging.look_at(file), title, pages })
    })
    .await
}

/// One page of the file that is looked at, as a picture.
#[tauri::command]
pub(crate) async fn attachment_page(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    token: u32,
    page: usize,
    scale: f32,
) -> Answer<Response> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |_| {
        let gone = || refusal("file_gone", "Показан уже другой файл. Откройте этот ещё раз.".to_owned());
        let file = staging.looked_at(token).ok_or_else(gone)?;
        let part = file.parts().first().map_or(0, |part| part.token);
        // Its longer side; between a stamp and three screens.
        let longest = (HIGH * scale.clamp(0.1, 3.5)) as u16;
        Ok(Response::new(file.image(part, page, longest).map_err(error_view)?.ok_or_else(gone)?))
    })
    .await
}

/// A folder that nobody else can enter, since several people share the computer.
fn own_folder(id: Uuid) -> std::io::Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("pps-{id}"));
    closed_to_others(DirBuilder::new()).create(&folder)?;
    Ok(folder)
}

#[cfg(unix)]
fn closed_to_others(mut builder: DirBuilder) -> DirBuilder {
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Temporary folders of Windows belong to one person anyway.
#[cfg(not(unix))]
fn closed_to_others(builder: DirBuilder) -> DirBuilder {
    builder
}

fn make_read_only(path: &Path) -> std::io::Result<()> {
    let mut rights = fs::metadata(path)?.permissions();
    rights.set_readonly(true);
    fs::set_permissions(path, rights)
}
