//! «Обезличить»: what it would come to, and doing it.

use pps_app::anonymising::{Forgetting, Forgotten, ToForget};
use pps_app::domain::ids::PersonId;

use super::{Answer, StateRef, error_view, run_blocking};

/// Where a person is named, before the name is forgotten.
#[tauri::command]
pub(crate) async fn to_forget(state: StateRef<'_>, person: PersonId) -> Answer<ToForget> {
    run_blocking(&state, move |state| state.workplace()?.to_forget(person).map_err(error_view)).await
}

/// Forgets the name of a person for good. Records of any kind may have changed.
#[tauri::command]
pub(crate) async fn forget(state: StateRef<'_>, forgetting: Forgetting) -> Answer<Forgotten> {
    run_blocking(&state, move |state| state.workplace()?.forget(&forgetting).map_err(error_view)).await
}
