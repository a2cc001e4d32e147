//! Handing over to РИМК: where to, what goes, how far, done.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::CommunityId;
use pps_app::error::ErrorView;
use pps_app::exports::ExportedTo;
use pps_app::package::{
    Destination, Leftover, LeftoverState, OnLeftovers, PackageForm, PackagePaper, Progress, Stage, Watch,
    Written, leftovers, remove_leftovers as remove,
};
use pps_app::sticks::{free_space, is_read_only, on_stick, sticks};
use serde::{Deserialize, Serialize};
use tauri::ipc::Channel;
use ts_rs::TS;

use super::papers::print;
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::AppState;

/// A folder or a stick to write to.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct Place {
    token: u32,
    path: PathBuf,
    label: String,
    free: Option<u64>,
    removable: bool,
}

impl Place {
    /// A folder that the person has chosen.
    pub(super) fn chosen(state: &AppState, path: PathBuf) -> Self {
        Self {
            token: state.keep_place(path.clone()),
            label: path.display().to_string(),
            free: free_space(&path),
            removable: on_stick(&path),
            path,
        }
    }
}

/// The papers of a year's package, to be looked at.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct PackageList {
    /// Names the package when it is written.
    token: u32,
    papers: Vec<PackagePaper>,
}

/// What to write, and where.
#[derive(Debug, Deserialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct HandOverRequest {
    /// The package that was looked at.
    package: u32,
    /// Paths in the package of what stays at home.
    leave_out: Vec<String>,
    /// The folder or stick, by its token.
    place: u32,
    /// As one file for a letter.
    zip: bool,
    /// Closes that file.
    password: Option<String>,
    /// The person has agreed that the remains of another writing go.
    remove_leftovers: bool,
}

/// What lies in a place besides packages.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct PlaceState {
    /// Nothing can be written there.
    read_only: bool,
    leftovers: Vec<LeftoverView>,
}

/// What a writing that was cut off left.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/", rename = "Leftover")]
pub(crate) struct LeftoverView {
    name: String,
    /// Half a package; a whole one; one that may be another under a second name; one that the stick does not give back.
    #[ts(type = "\"broken\" | \"complete\" | \"linked\" | \"unreadable\"")]
    state: &'static str,
}

/// What has been written.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/", rename = "Written")]
pub(crate) struct WrittenView {
    /// For showing it in the file manager.
    token: u32,
    path: PathBuf,
    files: usize,
    bytes: u64,
    /// What earlier writings left and the program would not or could not remove.
    leftovers: Vec<PathBuf>,
    /// Why the package has another name than usual, as a sentence.
    remark: Option<String>,
}

impl WrittenView {
    pub(super) fn of(state: &AppState, written: Written) -> Self {
        Self {
            token: state.keep_place(written.path.clone()),
            remark: written.remark(),
            path: written.path,
            files: written.files,
            bytes: written.bytes,
            leftovers: written.leftovers,
        }
    }
}

/// How far the writing is.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "commands/", rename = "Progress")]
pub(crate) struct ProgressView {
    #[ts(type = "\"writing\" | \"reading\"")]
    stage: &'static str,
    file: String,
    done: u64,
    total: u64,
}

/// Asks for a folder.
#[tauri::command]
pub(crate) async fn choose_folder(state: StateRef<'_>) -> Answer<Option<Place>> {
    run_blocking(&state, |state| {
        let chosen = state.platform.choose_folder("Куда записать папку для РИМК");
        Ok(chosen.map(|path| Place::chosen(state, path)))
    })
    .await
}

/// The sticks that are in the computer now.
#[tauri::command]
pub(crate) async fn places(state: StateRef<'_>) -> Answer<Vec<Place>> {
    run_blocking(&state, |state| {
        let found = sticks().into_iter().map(|stick| Place {
            token: state.keep_place(stick.path.clone()),
            path: stick.path,
            label: stick.label,
            free: stick.free,
            removable: true,
        });
        Ok(found.collect())
    })
    .await
}

/// What a writing that was cut off left in a place.
#[tauri::command]
pub(crate) async fn look_at_place(state: StateRef<'_>, place: u32) -> Answer<PlaceState> {
    run_blocking(&state, move |state| {
        let place = known_place(state, place)?;
        Ok(place_state(&place, &leftovers(&place).map_err(error_view)?))
    })
    .await
}

/// Removes what a writing that was cut off left in a place, and answers with what stays.
#[tauri::command]
pub(crate) async fn remove_leftovers(state: StateRef<'_>, place: u32) -> Answer<PlaceState> {
    run_blocking(&state, move |state| {
        let place = known_place(state, place)?;
        Ok(place_state(&place, &remove(&place).map_err(error_view)?))
    })
    .await
}

/// A password for a letter: digits that are dictated by telephone without a mistake.
#[tauri::command]
pub(crate) async fn propose_password(state: StateRef<'_>) -> Answer<String> {
    run_blocking(&state, |state| Ok(state.workplace()?.proposed_password())).await
}

/// Puts the package of the year together, to be looked at. It stands as it is until the next one is asked for.
#[tauri::command]
pub(crate) async fn package_contents(
    state: StateRef<'_>,
    community: CommunityId,
    year: i32,
    on: NaiveDate,
) -> Answer<PackageList> {
    run_blocking(&state, move |state| {
        let draft = state.workplace()?.package_draft(community, SchoolYear(year), on).map_err(error_view)?;
        let papers = draft.papers();
        Ok(PackageList { token: state.keep_package(draft), papers })
    })
    .await
}

/// Writes the package, reads it back and answers with what it is.
#[tauri::command]
pub(crate) async fn hand_over(
    state: StateRef<'_>,
    request: HandOverRequest,
    on_progress: Channel<ProgressView>,
) -> Answer<WrittenView> {
    run_blocking(&state, move |state| {
        let place = known_place(state, request.place)?;
        let package = state.package(request.package).ok_or_else(package_gone)?;
        let stop = Arc::clone(&state.stop);
        stop.store(false, Ordering::Relaxed);
        let form = if request.zip {
            PackageForm::Zip { password: request.password.clone() }
        } else {
            PackageForm::Folder
        };
        let on_leftovers = if request.remove_leftovers { OnLeftovers::Remove } else { OnLeftovers::Ask };
        let to = Destination { place, form, on_leftovers };
        let mut watch = Watch::new(|progress| {
            // A page that has gone needs no progress; the writing itself goes on.
            let _ = on_progress.send(progress_view(progress));
        })
        .stopped_by(&stop);
        let leave_out = &request.leave_out;
        let workplace = state.workplace()?;
        let written = workplace.write_package(&package, leave_out, &to, &mut watch).map_err(error_view)?;
        workplace.note_export("пакет для РИМК", ExportedTo::File(&written.path), true);
        let sheet = package.sheet(leave_out).map_err(error_view)?;
        state.keep_sheet(request.package, sheet);
        Ok(WrittenView::of(state, written))
    })
    .await
}

/// Hands the delivery sheet of the package that was written to the system for printing.
#[tauri::command]
pub(crate) async fn print_delivery_sheet(state: StateRef<'_>, package: u32) -> Answer<()> {
    run_blocking(&state, move |state| {
        let sheet = state.sheet(package).ok_or_else(package_gone)?;
        let name = pps_app::safe_name(&format!("{}.pdf", sheet.title()));
        print(state, &name, &sheet.pdf().map_err(error_view)?)
    })
    .await
}

/// Stops the writing; what was on the stick before stays as it was.
#[tauri::command]
pub(crate) fn cancel_hand_over(state: StateRef<'_>) -> Answer<()> {
    state.stop.store(true, Ordering::Relaxed);
    Ok(())
}

pub(super) fn known_place(state: &AppState, token: u32) -> Answer<PathBuf> {
    state
        .place(token)
        .ok_or_else(|| refusal("no_place", "Папка не выбрана. Выберите, куда записать, ещё раз.".to_owned()))
}

fn place_state(place: &Path, leftovers: &[Leftover]) -> PlaceState {
    let view = |leftover: &Leftover| LeftoverView {
        name: leftover.name.clone(),
        state: match leftover.state {
            LeftoverState::Broken => "broken",
            LeftoverState::Complete => "complete",
            LeftoverState::Linked => "linked",
            LeftoverState::Unreadable(_) => "unreadable",
        },
    };
    PlaceState { read_only: is_read_only(place), leftovers: leftovers.iter().map(view).collect() }
}

fn package_gone() -> ErrorView {
    let gone = "Эти бумаги уже не под рукой. Откройте «Передачу» ещё раз и посмотрите список.";
    refusal("package_gone", gone.to_owned())
}

pub(super) fn progress_view(progress: &Progress<'_>) -> ProgressView {
    let stage = match progress.stage {
        Stage::Writing => "writing",
        _ => "reading",
    };
    ProgressView { stage, file: progress.file.to_owned(), done: progress.done, total: progress.total }
}
