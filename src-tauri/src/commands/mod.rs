//! What the page may ask for, one file per theme. Each command reads its request, asks `pps-app` away from the
//! window's thread and maps the refusal; it decides nothing itself.

pub(crate) mod anonymising;
pub(crate) mod attachments;
pub(crate) mod backups;
pub(crate) mod brought;
pub(crate) mod closing;
pub(crate) mod control;
pub(crate) mod exports;
pub(crate) mod history;
pub(crate) mod importing;
pub(crate) mod letters;
pub(crate) mod log;
pub(crate) mod old_protocol;
pub(crate) mod opening;
pub(crate) mod overview;
pub(crate) mod package;
pub(crate) mod page_notes;
pub(crate) mod papers;
pub(crate) mod password;
pub(crate) mod records;
pub(crate) mod recovery;
pub(crate) mod reporting;
pub(crate) mod saved_files;
pub(crate) mod scans;
pub(crate) mod signing;
pub(crate) mod site;
pub(crate) mod spelling;
pub(crate) mod submission;
mod surveys;

#[macro_use]
mod table;
#[cfg(test)]
mod signatures;

use std::sync::Arc;

use pps_app::AppError;
use pps_app::error::ErrorView;
use tauri::{State, Wry};

use crate::app_state::AppState;

/// The state as commands get it.
pub(crate) type StateRef<'a> = State<'a, Arc<AppState>>;

/// What a command answers.
pub(crate) type Answer<T> = Result<T, ErrorView>;

macro_rules! handler {
    ($($module:ident: $($command:ident),+;)+) => { tauri::generate_handler![$($($module::$command),+),+] };
}

/// Answers every command of the table.
pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke<Wry>) -> bool + Send + Sync + 'static {
    with_commands!(handler)
}

/// Works away from the window's thread, which therefore never waits. A panic becomes a refusal, and the window
/// lives.
pub(crate) async fn run_blocking<T: Send + 'static>(
    state: &StateRef<'_>,
    work: impl FnOnce(&AppState) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let state = Arc::clone(state.inner());
    let answer = tokio::task::spawn_blocking(move || work(&state)).await;
    let answer = answer.unwrap_or_else(|fault| {
        Err(refusal(
            "panicked",
            format!(
                "Действие не выполнено из-за ошибки в программе; сохранённое не пострадало. Повторите, а если не \
                 поможет, передайте эту строку разработчику: {fault}."
            ),
        ))
    });
    if let Err(refused) = &answer {
        tracing::warn!(code = refused.code.as_str(), "a command was refused");
    }
    answer
}

/// A refusal of the window itself.
pub(crate) fn refusal(code: &str, message: String) -> ErrorView {
    ErrorView { code: code.to_owned(), message, fields: Vec::new() }
}

/// For `map_err`.
pub(crate) fn error_view(fault: impl Into<AppError>) -> ErrorView {
    fault.into().view()
}
