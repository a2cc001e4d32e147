//! Pages for the site: what would stand on them, where to, writing.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::CommunityId;
use pps_app::exports::ExportedTo;
use pps_app::package::{OnLeftovers, Watch};
use pps_app::site::{SiteRequest, SiteView};
use serde::Deserialize;
use tauri::ipc::Channel;
use ts_rs::TS;

use super::package::{Place, ProgressView, WrittenView, known_place, progress_view};
use super::{Answer, StateRef, error_view, run_blocking};

/// Which pages.
#[derive(Debug, Deserialize, TS)]
#[ts(export, export_to = "commands/", rename = "SiteRequest")]
pub(crate) struct SiteAsked {
    community: CommunityId,
    year: i32,
    on: NaiveDate,
    /// The folder or stick, by its token; none while it is not chosen.
    place: Option<u32>,
}

/// What to write.
#[derive(Debug, Deserialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct WriteSiteRequest {
    site: SiteAsked,
    /// By what the pages were known when they were looked at.
    seen: String,
    /// The person has agreed that the remains of another writing go.
    remove_leftovers: bool,
}

impl SiteAsked {
    fn request(&self) -> SiteRequest {
        SiteRequest { community: self.community, year: SchoolYear(self.year), on: self.on }
    }
}

/// Asks for a folder for the pages.
#[tauri::command]
pub(crate) async fn choose_site_folder(state: StateRef<'_>) -> Answer<Option<Place>> {
    run_blocking(&state, |state| {
        let chosen = state.platform.choose_folder("Куда записать страницы для сайта");
        Ok(chosen.map(|path| Place::chosen(state, path)))
    })
    .await
}

/// What would stand on the pages for the site, who is named on them and what stays at home.
#[tauri::command]
pub(crate) async fn site_contents(state: StateRef<'_>, site: SiteAsked) -> Answer<SiteView> {
    run_blocking(&state, move |state| {
        let place = site.place.map(|place| known_place(state, place)).transpose()?;
        state.workplace()?.site_view(&site.request(), place.as_deref()).map_err(error_view)
    })
    .await
}

/// Writes the pages for the site, reads them back and answers with what they are.
#[tauri::command]
pub(crate) async fn write_site(
    state: StateRef<'_>,
    request: WriteSiteRequest,
    on_progress: Channel<ProgressView>,
) -> Answer<WrittenView> {
    run_blocking(&state, move |state| {
        let place = known_place(state, request.site.place.unwrap_or(u32::MAX))?;
        let stop = Arc::clone(&state.stop);
        stop.store(false, Ordering::Relaxed);
        let on_leftovers = if request.remove_leftovers { OnLeftovers::Remove } else { OnLeftovers::Ask };
        let mut watch = Watch::new(|progress| {
            // A page that has gone needs no progress; the writing itself goes on.
            let _ = on_progress.send(progress_view(progress));
        })
        .stopped_by(&stop);
        let workplace = state.workplace()?;
        let asked = request.site.request();
        let named = !workplace.site_view(&asked, None).map_err(error_view)?.named.is_empty();
        let written = workplace
            .write_site(&asked, Some(&request.seen), &place, on_leftovers, &mut watch)
            .map_err(error_view)?;
        workplace.note_export("страницы для сайта", ExportedTo::File(&written.path), named);
        Ok(WrittenView::of(state, written))
    })
    .await
}
