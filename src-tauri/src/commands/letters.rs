//! The size of letters in what the system draws for the page.

use pps_app::error::ErrorView;
use tauri::AppHandle;

/// Letters of the page at 100 %, in typographic points: 18 px.
#[cfg(target_os = "linux")]
const POINTS: f64 = 13.5;

/// Makes lists of choices, menus and dialogs of the system as large as the page. On Linux these are GTK's own and know
/// nothing of the page; elsewhere the page's letters reach them.
#[tauri::command]
pub(crate) async fn letter_size(app: AppHandle, percent: u16) -> Result<(), ErrorView> {
    #[cfg(target_os = "linux")]
    {
        // Nothing is lost where the window has gone meanwhile.
        let _ = app.run_on_main_thread(move || {
            use gtk::prelude::GtkSettingsExt;

            if let Some(settings) = gtk::Settings::default() {
                let points = POINTS * f64::from(percent.clamp(100, 200)) / 100.0;
                settings.set_gtk_font_name(Some(&format!("Sans {points}")));
            }
        });
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (app, percent);
    Ok(())
}
