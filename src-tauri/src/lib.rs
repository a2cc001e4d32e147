//! The window: wiring only. What a person does lives in `pps-app`; this crate shows it and passes it on.

use std::panic::catch_unwind;

/// Opens the window and returns when the person has closed it.
///
/// # Errors
///
/// When the window did not open, or the program broke while it was open: there is nothing left to show the
/// reason in, so it comes back as a Russian sentence for standard error.
pub fn run() -> Result<(), String> {
    // Without a display the window library does not return an error but panics.
    match catch_unwind(|| tauri::Builder::default().run(tauri::generate_context!())) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(refusal(&error.to_string())),
        Err(payload) => {
            let text = payload.downcast_ref::<String>().map(String::as_str);
            let reason = text.or_else(|| payload.downcast_ref::<&str>().copied());
            Err(refusal(reason.unwrap_or("причина не названа")))
        }
    }
}

/// What happened and what to do, with the technical reason for those who can use it.
fn refusal(reason: &str) -> String {
    format!(
        "Окно программы не открылось или закрылось из-за ошибки. Перезагрузите компьютер и откройте программу ещё \
         раз. Если не поможет, передайте эту строку тому, кто обслуживает компьютер: {reason}"
    )
}

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn a_refusal_says_what_to_do_and_keeps_the_reason() {
        let sentence = refusal("Failed to initialize GTK");
        assert!(sentence.contains("Перезагрузите компьютер"));
        assert!(sentence.ends_with("Failed to initialize GTK"));
    }
}
