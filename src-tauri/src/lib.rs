//! The window: wiring only. What a person does lives in `pps-app`; this crate shows it and passes it on.

/// Opens the window and returns when the person has closed it.
///
/// # Errors
///
/// When the window system is absent or refuses: then there is nothing to show the reason in, and the caller
/// writes [`refusal`] to standard error.
pub fn run() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}

/// What a person reads when the window did not open: what happened and what to do.
#[must_use]
pub fn refusal(error: &tauri::Error) -> String {
    format!(
        "Окно программы не открылось. Перезагрузите компьютер и попробуйте ещё раз; если не поможет, передайте \
         эту строку тому, кто обслуживает компьютер: {error}"
    )
}
