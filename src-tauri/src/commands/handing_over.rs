//! Handing over to РИМК: where to, how far, done.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::CommunityId;
use pps_app::handing_over::{PackageForm, Progress, Stage, Watch};
use pps_app::sticks::{on_stick, sticks};
use serde::{Deserialize, Serialize};
use tauri::ipc::Channel;

use super::{Answer, DeskState, aside, refusal, told};

/// A folder or a stick to write to.
#[derive(Debug, Serialize)]
pub(crate) struct Place {
    token: u32,
    path: PathBuf,
    label: String,
    free: Option<u64>,
    removable: bool,
}

/// What to write.
#[derive(Debug, Deserialize)]
pub(crate) struct HandOverRequest {
    community: CommunityId,
    year: i32,
    on: NaiveDate,
    place: u32,
    #[serde(default)]
    zip: bool,
}

/// How far the writing is.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProgressView {
    stage: &'static str,
    file: String,
    done: u64,
    total: u64,
}

/// Asks for a folder.
#[tauri::command]
pub(crate) async fn choose_folder(desk: DeskState<'_>) -> Answer<Option<Place>> {
    aside(&desk, |desk| {
        let chosen = desk.outside.choose_folder();
        Ok(chosen.map(|path| Place {
            token: desk.keep_place(path.clone()),
            label: path.display().to_string(),
            free: None,
            removable: on_stick(&path),
            path,
        }))
    })
    .await
}

/// The sticks that are in the computer now.
#[tauri::command]
pub(crate) async fn places(desk: DeskState<'_>) -> Answer<Vec<Place>> {
    aside(&desk, |desk| {
        let found = sticks().into_iter().map(|stick| Place {
            token: desk.keep_place(stick.path.clone()),
            path: stick.path,
            label: stick.label,
            free: stick.free,
            removable: true,
        });
        Ok(found.collect())
    })
    .await
}

/// Writes the package, reads it back and answers with its path.
#[tauri::command]
pub(crate) async fn hand_over(
    desk: DeskState<'_>,
    request: HandOverRequest,
    on_progress: Channel<ProgressView>,
) -> Answer<PathBuf> {
    aside(&desk, move |desk| {
        let place = desk.place(request.place).ok_or_else(|| {
            refusal("no_place", "Папка не выбрана. Выберите, куда записать, ещё раз.".to_owned())
        })?;
        let stop = Arc::clone(&desk.stop);
        stop.store(false, Ordering::Relaxed);
        let form = if request.zip { PackageForm::Zip } else { PackageForm::Folder };
        let mut watch = Watch::new(|progress| {
            // A page that has gone needs no progress; the writing itself goes on.
            let _ = on_progress.send(view(progress));
        })
        .stopped_by(&stop);
        let workplace = desk.workplace()?;
        let year = SchoolYear(request.year);
        workplace.hand_over(request.community, year, request.on, &place, form, &mut watch).map_err(told)
    })
    .await
}

/// Stops the writing; what was on the stick before stays as it was.
#[tauri::command]
pub(crate) fn cancel_hand_over(desk: DeskState<'_>) {
    desk.stop.store(true, Ordering::Relaxed);
}

fn view(progress: &Progress<'_>) -> ProgressView {
    let stage = match progress.stage {
        Stage::Writing => "writing",
        _ => "reading",
    };
    ProgressView { stage, file: progress.file.to_owned(), done: progress.done, total: progress.total }
}
