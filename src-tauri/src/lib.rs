//! The window: wiring only. What a person does lives in `pps-app`; this crate shows it and passes it on.

mod commands;
mod desk;
mod outside;
mod staging;

use std::panic::catch_unwind;
use std::sync::Arc;

use pps_app::SystemClock;
use tauri::Manager;

use commands::{attachments, handing_over, opening, overview, papers, records, scans};
use desk::{Desk, data_folder};
use outside::System;
use staging::Staging;

/// Opens the window and returns when the person has closed it.
///
/// # Errors
///
/// When the window did not open, or the program broke while it was open: there is nothing left to show the
/// reason in, so it comes back as a Russian sentence for standard error.
pub fn run() -> Result<(), String> {
    // Without a display the window library does not return an error but panics.
    match catch_unwind(|| builder().run(tauri::generate_context!())) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(refusal(&error.to_string())),
        Err(payload) => {
            let text = payload.downcast_ref::<String>().map(String::as_str);
            let reason = text.or_else(|| payload.downcast_ref::<&str>().copied());
            Err(refusal(reason.unwrap_or("причина не названа")))
        }
    }
}

fn builder() -> tauri::Builder<tauri::Wry> {
    let builder = tauri::Builder::default().setup(|app| {
        let arguments: Vec<String> = std::env::args().collect();
        let program = std::env::current_exe().ok();
        let folder = data_folder(&arguments, program.as_deref(), app.path().app_local_data_dir()?);
        std::fs::create_dir_all(&folder)?;
        let outside = Box::new(System::new(app.handle().clone()));
        app.manage(Arc::new(Desk::new(folder, Arc::new(SystemClock), outside)));
        Ok(())
    });
    let builder = builder.manage(Arc::new(Staging::default())).on_window_event(Staging::watch);
    builder.invoke_handler(tauri::generate_handler![
        opening::opening,
        opening::open_example,
        opening::open_own,
        opening::create_community,
        records::records,
        records::new_ids,
        records::save,
        records::delete_record,
        records::restore_record,
        records::bin,
        records::undo,
        records::redo,
        records::read_date,
        records::read_term,
        overview::overview,
        overview::search,
        papers::compose_paper,
        papers::page_image,
        papers::save_paper,
        papers::print_paper,
        attachments::attach_files,
        attachments::open_attachment,
        attachments::save_attachment,
        attachments::look_at_attachment,
        attachments::attachment_page,
        scans::add_scans,
        scans::scans,
        scans::change_scans,
        scans::scan_image,
        scans::attach_scans,
        handing_over::choose_folder,
        handing_over::places,
        handing_over::package_contents,
        handing_over::hand_over,
        handing_over::cancel_hand_over,
        handing_over::print_delivery_sheet,
        handing_over::reveal_package,
    ])
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
