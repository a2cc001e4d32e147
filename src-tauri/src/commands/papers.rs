//! Papers: shown beside the form, saved as PDF, handed to the printer.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use pps_app::domain::records::Record;
use pps_app::exports::ExportedTo;
use pps_app::papers::{ComposedView, PaperForm, PaperRequest};
use pps_app::write_whole;
use tauri::ipc::Response;

use super::saved_files::SavedFile;
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::AppState;

/// The file of a paper and the name under which to offer it.
fn file(state: &AppState, paper: &PaperRequest, form: PaperForm) -> Answer<(String, Vec<u8>)> {
    let (title, bytes) = state.workplace()?.paper_file(paper, form).map_err(error_view)?;
    Ok((pps_app::safe_name(&format!("{title}.{}", form.ending())), bytes))
}

/// Sets a paper and keeps it until another one is shown. `ahead` are records as they will be when what is being typed is
/// saved: the paper shows them already.
#[tauri::command]
pub(crate) async fn compose_paper(
    state: StateRef<'_>,
    paper: PaperRequest,
    ahead: Vec<Record>,
) -> Answer<ComposedView> {
    run_blocking(&state, move |state| {
        let composed = state.workplace()?.compose_ahead(&paper, ahead).map_err(error_view)?;
        let view = ComposedView::of(&composed);
        Ok(ComposedView { token: state.show(composed), ..view })
    })
    .await
}

/// One page of the paper that is shown, as PNG.
#[tauri::command]
pub(crate) async fn page_image(state: StateRef<'_>, token: u32, page: usize, scale: f32) -> Answer<Response> {
    run_blocking(&state, move |state| {
        let shown = state.shown(token).ok_or_else(|| {
            refusal("paper_gone", "Показан уже другой документ. Откройте этот ещё раз.".to_owned())
        })?;
        // A page larger than four screens would only hold memory.
        Ok(Response::new(shown.page_image(page, scale.clamp(0.2, 4.0)).map_err(error_view)?))
    })
    .await
}

/// Saves a paper where the person says; none where he or she changed his or her mind.
#[tauri::command]
pub(crate) async fn save_paper(
    state: StateRef<'_>,
    paper: PaperRequest,
    format: Option<PaperForm>,
) -> Answer<Option<SavedFile>> {
    run_blocking(&state, move |state| {
        let form = format.unwrap_or_default();
        let (name, bytes) = file(state, &paper, form)?;
        let chosen = match form {
            PaperForm::Pdf => state.platform.save_pdf(&name),
            PaperForm::Docx | PaperForm::Xlsx | PaperForm::Ics => state.platform.save_file(&name),
        };
        let Some(path) = chosen else { return Ok(None) };
        write_whole(&path, &bytes).map_err(error_view)?;
        let personal = !paper.without_personal_data;
        state.workplace()?.note_export(&name, ExportedTo::File(&path), personal);
        Ok(Some(SavedFile::new(state, path)))
    })
    .await
}

/// Hands a paper to the system for printing.
#[tauri::command]
pub(crate) async fn print_paper(state: StateRef<'_>, paper: PaperRequest) -> Answer<()> {
    run_blocking(&state, move |state| {
        let (name, pdf) = file(state, &paper, PaperForm::Pdf)?;
        print(state, &name, &pdf)?;
        let personal = !paper.without_personal_data;
        state.workplace()?.note_export(&name, ExportedTo::Printer, personal);
        Ok(())
    })
    .await
}

/// Hands a PDF to the system under the name that its window will show.
pub(super) fn print(state: &AppState, name: &str, pdf: &[u8]) -> Answer<()> {
    let folder = folder_to_print(&std::env::temp_dir().join("pps-print"));
    let path = folder.join(name);
    write_whole(&path, pdf).map_err(error_view)?;
    state.platform.print(&path).map_err(|why| {
        let message = format!(
            "Документ не передан на печать: {why}. Нажмите «Сохранить PDF…», откройте файл программой для PDF и \
             напечатайте из неё; если её нет, возьмите файл на флешку и напечатайте на другом компьютере."
        );
        refusal("not_printed", message)
    })
}

/// A folder of its own for each printing: a viewer that still holds the last file would refuse to let it be replaced. What
/// nobody holds any more of earlier ones goes. Where the folder cannot be made, writing into it is refused in words.
fn folder_to_print(all: &Path) -> PathBuf {
    let earlier = fs::read_dir(all).into_iter().flatten().flatten();
    for folder in earlier.filter(|folder| is_old(&folder.path())) {
        let _ = fs::remove_dir_all(folder.path());
    }
    let _ = fs::create_dir_all(all);
    let own = (1..=MOST_AT_ONCE).map(|number| all.join(number.to_string()));
    own.into_iter().find(|folder| fs::create_dir(folder).is_ok()).unwrap_or_else(|| all.to_path_buf())
}

/// More papers than these are not printed within an hour.
const MOST_AT_ONCE: u32 = 10_000;

/// A viewer has read the file by then, or keeps it open.
const READ_BY_THEN: Duration = Duration::from_secs(60 * 60);

fn is_old(folder: &Path) -> bool {
    let made = fs::metadata(folder).and_then(|folder| folder.modified());
    made.ok().and_then(|made| made.elapsed().ok()).is_some_and(|age| age > READ_BY_THEN)
}

#[cfg(test)]
mod tests {
    use super::folder_to_print;

    #[test]
    fn each_printing_has_a_folder_of_its_own() {
        let all = tempfile::tempdir().unwrap();
        let (one, other) = (folder_to_print(all.path()), folder_to_print(all.path()));
        assert!(one.is_dir() && other.is_dir() && one != other);
    }
}
