//! Handing over to РИМК: where to, what goes, how far, done.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::CommunityId;
use pps_app::handing_over::{Delivery, PackageForm, PackagePaper, Progress, Stage, Watch};
use pps_app::sticks::{free_space, on_stick, sticks};
use serde::{Deserialize, Serialize};
use tauri::ipc::Channel;

use super::papers::print;
use super::{Answer, DeskState, aside, refusal, told};
use crate::desk::Desk;

/// A folder or a stick to write to.
#[derive(Debug, Serialize)]
pub(crate) struct Place {
    token: u32,
    path: PathBuf,
    label: String,
    free: Option<u64>,
    removable: bool,
}

/// What of a year goes.
#[derive(Debug, Deserialize)]
pub(crate) struct DeliveryRequest {
    community: CommunityId,
    year: i32,
    on: NaiveDate,
    #[serde(default)]
    leave_out: Vec<String>,
}

impl From<DeliveryRequest> for Delivery {
    fn from(request: DeliveryRequest) -> Self {
        let DeliveryRequest { community, year, on, leave_out } = request;
        Self { community, year: SchoolYear(year), on, leave_out }
    }
}

/// What to write, and where.
#[derive(Debug, Deserialize)]
pub(crate) struct HandOverRequest {
    #[serde(flatten)]
    delivery: DeliveryRequest,
    place: u32,
    #[serde(default)]
    zip: bool,
}

/// What has been written.
#[derive(Debug, Serialize)]
pub(crate) struct WrittenView {
    /// For showing it in the file manager.
    token: u32,
    path: PathBuf,
    files: usize,
    bytes: u64,
    /// The previous package, where it could not be removed.
    leftover: Option<PathBuf>,
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
            free: free_space(&path),
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

/// What the package of the year can hold.
#[tauri::command]
pub(crate) async fn package_contents(
    desk: DeskState<'_>,
    community: CommunityId,
    year: i32,
    on: NaiveDate,
) -> Answer<Vec<PackagePaper>> {
    aside(&desk, move |desk| {
        desk.workplace()?.package_contents(community, SchoolYear(year), on).map_err(told)
    })
    .await
}

/// Writes the package, reads it back and answers with what it is.
#[tauri::command]
pub(crate) async fn hand_over(
    desk: DeskState<'_>,
    request: HandOverRequest,
    on_progress: Channel<ProgressView>,
) -> Answer<WrittenView> {
    aside(&desk, move |desk| {
        let place = known_place(desk, request.place)?;
        let stop = Arc::clone(&desk.stop);
        stop.store(false, Ordering::Relaxed);
        let form = if request.zip { PackageForm::Zip } else { PackageForm::Folder };
        let mut watch = Watch::new(|progress| {
            // A page that has gone needs no progress; the writing itself goes on.
            let _ = on_progress.send(view(progress));
        })
        .stopped_by(&stop);
        let delivery = request.delivery.into();
        let written = desk.workplace()?.hand_over(&delivery, &place, form, &mut watch).map_err(told)?;
        Ok(WrittenView {
            token: desk.keep_place(written.path.clone()),
            path: written.path,
            files: written.files,
            bytes: written.bytes,
            leftover: written.leftover,
        })
    })
    .await
}

/// Hands the delivery sheet of what was written to the system for printing.
#[tauri::command]
pub(crate) async fn print_delivery_sheet(desk: DeskState<'_>, request: DeliveryRequest) -> Answer<()> {
    aside(&desk, move |desk| {
        let sheet = desk.workplace()?.delivery_sheet(&request.into()).map_err(told)?;
        let name = pps_app::safe_name(&format!("{}.pdf", sheet.title()));
        print(desk, &name, &sheet.pdf().map_err(told)?)
    })
    .await
}

/// Stops the writing; what was on the stick before stays as it was.
#[tauri::command]
pub(crate) fn cancel_hand_over(desk: DeskState<'_>) {
    desk.stop.store(true, Ordering::Relaxed);
}

fn known_place(desk: &Desk, token: u32) -> Answer<PathBuf> {
    desk.place(token)
        .ok_or_else(|| refusal("no_place", "Папка не выбрана. Выберите, куда записать, ещё раз.".to_owned()))
}

fn view(progress: &Progress<'_>) -> ProgressView {
    let stage = match progress.stage {
        Stage::Writing => "writing",
        _ => "reading",
    };
    ProgressView { stage, file: progress.file.to_owned(), done: progress.done, total: progress.total }
}
