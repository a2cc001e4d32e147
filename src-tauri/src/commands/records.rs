//! Records: reading, saving, deleting, taking back; dates and terms as typed.

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::{DateAnswer, SchoolYear, TermAnswer, YearsAround, answer_date, answer_term};
use pps_app::domain::ids::{CommunityId, MembershipId};
use pps_app::domain::records::Record;
use pps_app::editing::{Kept, Revision};
use pps_app::views::{Binned, Changes, Saved, SeenRecord, Steps};
use uuid::Uuid;

use super::{Answer, StateRef, error_view, refusal, run_blocking};

/// Everything that a window shows of a community.
#[tauri::command]
pub(crate) async fn records(state: StateRef<'_>, community: CommunityId) -> Answer<Vec<SeenRecord>> {
    run_blocking(&state, move |state| state.workplace()?.seen(community).map_err(error_view)).await
}

/// New identifiers for records that are being made.
#[tauri::command]
pub(crate) async fn new_ids(state: StateRef<'_>, count: u16) -> Answer<Vec<Uuid>> {
    run_blocking(&state, move |state| Ok(state.workplace()?.new_ids(usize::from(count)))).await
}

/// Saves a record; the answer comes when it is on the disk.
#[tauri::command]
pub(crate) async fn save(state: StateRef<'_>, record: Record, seen: Option<i64>) -> Answer<Saved> {
    run_blocking(&state, move |state| {
        let workplace = state.workplace()?;
        let Kept { revision: Revision(revision), also_changed, cleaned } =
            workplace.save(record, seen.map(Revision)).map_err(error_view)?;
        Ok(Saved { revision, at: workplace.time(), also_changed, cleaned })
    })
    .await
}

/// Saves several records as one operation. Each stands with the revision that was seen, a new one with none.
#[tauri::command]
pub(crate) async fn save_all(state: StateRef<'_>, changes: Vec<(Record, Option<i64>)>) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        let changes = changes.into_iter().map(|(record, seen)| (record, seen.map(Revision)));
        state.workplace()?.save_all(changes.collect()).map_err(error_view)
    })
    .await
}

/// From which day a newcomer is a member where nobody says it.
#[tauri::command]
pub(crate) async fn usual_first_day(
    state: StateRef<'_>,
    community: CommunityId,
    year: i32,
) -> Answer<NaiveDate> {
    run_blocking(&state, move |state| state.workplace()?.usual_first_day(community, year).map_err(error_view))
        .await
}

/// Takes out of the roster who was added by mistake.
#[tauri::command]
pub(crate) async fn remove_member(state: StateRef<'_>, membership: MembershipId) -> Answer<Changes> {
    run_blocking(&state, move |state| state.workplace()?.remove_member(membership).map_err(error_view)).await
}

/// Deletes several records as one operation; they stay in the bin.
#[tauri::command]
pub(crate) async fn delete_all(state: StateRef<'_>, ids: Vec<Uuid>) -> Answer<Changes> {
    run_blocking(&state, move |state| state.workplace()?.delete_all(ids).map_err(error_view)).await
}

/// Brings several records back from the bin as one operation.
#[tauri::command]
pub(crate) async fn restore_all(state: StateRef<'_>, ids: Vec<Uuid>) -> Answer<Changes> {
    run_blocking(&state, move |state| state.workplace()?.restore_all(ids).map_err(error_view)).await
}

/// Deletes a record; it stays in the bin.
#[tauri::command]
pub(crate) async fn delete_record(state: StateRef<'_>, id: Uuid) -> Answer<Changes> {
    run_blocking(&state, move |state| state.workplace()?.delete(id).map_err(error_view)).await
}

/// Brings a record back from the bin.
#[tauri::command]
pub(crate) async fn restore_record(state: StateRef<'_>, id: Uuid) -> Answer<Changes> {
    run_blocking(&state, move |state| state.workplace()?.restore(id).map_err(error_view)).await
}

/// Deleted records.
#[tauri::command]
pub(crate) async fn bin(state: StateRef<'_>) -> Answer<Vec<Binned>> {
    run_blocking(&state, |state| state.workplace()?.bin().map_err(error_view)).await
}

/// Takes back the last act.
#[tauri::command]
pub(crate) async fn undo(state: StateRef<'_>) -> Answer<Option<Changes>> {
    run_blocking(&state, |state| state.workplace()?.undo().map_err(error_view)).await
}

/// Does again what was taken back last.
#[tauri::command]
pub(crate) async fn redo(state: StateRef<'_>) -> Answer<Option<Changes>> {
    run_blocking(&state, |state| state.workplace()?.redo().map_err(error_view)).await
}

/// What either of them would do now.
#[tauri::command]
pub(crate) async fn steps(state: StateRef<'_>) -> Answer<Steps> {
    run_blocking(&state, |state| state.workplace()?.steps().map_err(error_view)).await
}

/// A date as typed, and what makes it doubtful.
#[tauri::command]
pub(crate) fn read_date(
    typed: String,
    year: i32,
    today: NaiveDate,
    around: YearsAround,
) -> Answer<DateAnswer> {
    let answer = answer_date(&typed, SchoolYear(year), today, around);
    answer.map_err(|fault| refusal("not_a_date", fault.to_string()))
}

/// A term as typed, and what makes it doubtful.
#[tauri::command]
pub(crate) async fn read_term(
    state: StateRef<'_>,
    typed: String,
    year: i32,
    around: YearsAround,
) -> Answer<TermAnswer> {
    run_blocking(&state, move |state| {
        // A first start has no records yet, and no holidays.
        let holidays = match state.workplace() {
            Ok(workplace) => workplace.holidays().map_err(error_view)?,
            Err(_) => Vec::new(),
        };
        Ok(answer_term(&typed, SchoolYear(year), around, &holidays))
    })
    .await
}
