//! Records: reading, saving, deleting, taking back; dates and terms as typed.

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::{DateAnswer, SchoolYear, TermAnswer, YearsAround, answer_date, answer_term};
use pps_app::domain::ids::{CommunityId, MembershipId};
use pps_app::domain::records::Record;
use pps_app::editing::{Kept, Revision};
use pps_app::page::{Binned, Changed, Done, Saved, SeenRecord, Step, Stepped, Steps};
use pps_app::{AppError, Workplace};
use uuid::Uuid;

use super::{Answer, DeskState, aside, refusal, told};

/// Everything that a window shows of a community.
#[tauri::command]
pub(crate) async fn records(desk: DeskState<'_>, community: CommunityId) -> Answer<Vec<SeenRecord>> {
    aside(&desk, move |desk| desk.workplace()?.seen(community).map_err(told)).await
}

/// New identifiers for records that are being made.
#[tauri::command]
pub(crate) async fn new_ids(desk: DeskState<'_>, count: u16) -> Answer<Vec<Uuid>> {
    aside(&desk, move |desk| Ok(desk.workplace()?.new_ids(usize::from(count)))).await
}

/// Saves a record; the answer comes when it is on the disk.
#[tauri::command]
pub(crate) async fn save(desk: DeskState<'_>, record: Record, seen: Option<i64>) -> Answer<Saved> {
    aside(&desk, move |desk| {
        let workplace = desk.workplace()?;
        let Kept { revision: Revision(revision), besides, cleaned } =
            workplace.save(record, seen.map(Revision)).map_err(told)?;
        Ok(Saved { revision, at: workplace.time(), besides, cleaned })
    })
    .await
}

/// Saves several records as one operation. Each stands with the revision that was seen, a new one with none.
#[tauri::command]
pub(crate) async fn save_all(desk: DeskState<'_>, changes: Vec<(Record, Option<i64>)>) -> Answer<Changed> {
    aside(&desk, move |desk| {
        let changes = changes.into_iter().map(|(record, seen)| (record, seen.map(Revision)));
        desk.workplace()?.save_all(changes.collect()).map_err(told)
    })
    .await
}

/// From which day a newcomer is a member where nobody says it.
#[tauri::command]
pub(crate) async fn usual_first_day(
    desk: DeskState<'_>,
    community: CommunityId,
    year: i32,
) -> Answer<NaiveDate> {
    aside(&desk, move |desk| desk.workplace()?.usual_first_day(community, year).map_err(told)).await
}

/// Takes out of the roster who was added by mistake.
#[tauri::command]
pub(crate) async fn remove_member(desk: DeskState<'_>, membership: MembershipId) -> Answer<Changed> {
    aside(&desk, move |desk| desk.workplace()?.remove_member(membership).map_err(told)).await
}

/// Deletes several records as one operation; they stay in the bin.
#[tauri::command]
pub(crate) async fn delete_all(desk: DeskState<'_>, ids: Vec<Uuid>) -> Answer<Done> {
    aside(&desk, move |desk| {
        let workplace = desk.workplace()?;
        let name = workplace.delete_all(ids).map_err(told)?;
        Ok(Done { name, at: workplace.time() })
    })
    .await
}

/// Brings several records back from the bin as one operation.
#[tauri::command]
pub(crate) async fn restore_all(desk: DeskState<'_>, ids: Vec<Uuid>) -> Answer<Done> {
    aside(&desk, move |desk| {
        let workplace = desk.workplace()?;
        let name = workplace.restore_all(ids).map_err(told)?;
        Ok(Done { name, at: workplace.time() })
    })
    .await
}

/// Deletes a record; it stays in the bin.
#[tauri::command]
pub(crate) async fn delete_record(desk: DeskState<'_>, id: Uuid) -> Answer<Done> {
    aside(&desk, move |desk| {
        let workplace = desk.workplace()?;
        let name = workplace.delete(id).map_err(told)?;
        Ok(Done { name, at: workplace.time() })
    })
    .await
}

/// Brings a record back from the bin.
#[tauri::command]
pub(crate) async fn restore_record(desk: DeskState<'_>, id: Uuid) -> Answer<Done> {
    aside(&desk, move |desk| {
        let workplace = desk.workplace()?;
        let name = workplace.restore(id).map_err(told)?;
        Ok(Done { name, at: workplace.time() })
    })
    .await
}

/// Deleted records.
#[tauri::command]
pub(crate) async fn bin(desk: DeskState<'_>) -> Answer<Vec<Binned>> {
    aside(&desk, |desk| desk.workplace()?.bin().map_err(told)).await
}

/// Takes back the last act.
#[tauri::command]
pub(crate) async fn undo(desk: DeskState<'_>) -> Answer<Option<Stepped>> {
    aside(&desk, |desk| stepped(&*desk.workplace()?, Workplace::undo)).await
}

/// Does again what was taken back last.
#[tauri::command]
pub(crate) async fn redo(desk: DeskState<'_>) -> Answer<Option<Stepped>> {
    aside(&desk, |desk| stepped(&*desk.workplace()?, Workplace::redo)).await
}

/// What either of them would do now.
#[tauri::command]
pub(crate) async fn steps(desk: DeskState<'_>) -> Answer<Steps> {
    aside(&desk, |desk| desk.workplace()?.steps().map_err(told)).await
}

fn stepped(
    workplace: &Workplace,
    step: impl FnOnce(&Workplace) -> Result<Option<Step>, AppError>,
) -> Answer<Option<Stepped>> {
    let step = step(workplace).map_err(told)?;
    Ok(step.map(|step| Stepped { step, at: workplace.time() }))
}

/// A date as typed, and what makes it doubtful.
#[tauri::command]
pub(crate) fn read_date(typed: &str, year: i32, today: NaiveDate, around: YearsAround) -> Answer<DateAnswer> {
    let answer = answer_date(typed, SchoolYear(year), today, around);
    answer.map_err(|fault| refusal("not_a_date", fault.to_string()))
}

/// A term as typed, and what makes it doubtful.
#[tauri::command]
pub(crate) fn read_term(typed: &str, year: i32, around: YearsAround) -> TermAnswer {
    answer_term(typed, SchoolYear(year), around)
}
