//! What the page may ask for, one file per theme. Each command reads its request, asks `pps-app` away from the
//! window's thread and maps the refusal; it decides nothing itself.

pub(crate) mod attachments;
pub(crate) mod closing;
pub(crate) mod handing_over;
pub(crate) mod history;
pub(crate) mod importing;
pub(crate) mod letters;
pub(crate) mod opening;
pub(crate) mod overview;
pub(crate) mod papers;
pub(crate) mod records;
pub(crate) mod reporting;
pub(crate) mod saved_files;
pub(crate) mod scans;
pub(crate) mod signing;
pub(crate) mod submitting;

use std::sync::Arc;

use pps_app::AppError;
use pps_app::error::ToldError;
use tauri::State;

use crate::desk::Desk;

/// The desk as commands get it.
pub(crate) type DeskState<'a> = State<'a, Arc<Desk>>;

/// What a command answers.
pub(crate) type Answer<T> = Result<T, ToldError>;

/// Works away from the window's thread, which therefore never waits. A panic becomes a refusal, and the window
/// lives.
pub(crate) async fn aside<T: Send + 'static>(
    desk: &DeskState<'_>,
    work: impl FnOnce(&Desk) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let desk = Arc::clone(desk.inner());
    let answer = tokio::task::spawn_blocking(move || work(&desk)).await;
    answer.unwrap_or_else(|fault| {
        Err(refusal(
            "panicked",
            format!(
                "Действие не выполнено из-за ошибки в программе; сохранённое не пострадало. Повторите, а если не \
                 поможет, передайте эту строку разработчику: {fault}."
            ),
        ))
    })
}

/// A refusal of the window itself.
pub(crate) fn refusal(code: &str, message: String) -> ToldError {
    ToldError { code: code.to_owned(), message, fields: Vec::new(), hint: None }
}

/// For `map_err`.
pub(crate) fn told(fault: impl Into<AppError>) -> ToldError {
    fault.into().told()
}
