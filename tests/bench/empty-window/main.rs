//! An empty Tauri window: what the window of the program is measured against (`cargo xtask bench window`).
//!
//! Two words on its command line try what only a setting of WebKit can change: `never` asks for drawing without the
//! graphics card, `viewer` for the smallest caches.

#![allow(missing_docs, clippy::expect_used, clippy::print_stderr)]

fn main() {
    tauri::Builder::default()
        .setup(|app| {
            for word in std::env::args().skip(1) {
                lighten(app, &word)?;
            }
            Ok(())
        })
        .run(tauri::generate_context!("tests/bench/empty-window/tauri.conf.json"))
        .expect("the empty window opens");
}

#[cfg(target_os = "linux")]
fn lighten(app: &tauri::App, word: &str) -> tauri::Result<()> {
    use tauri::Manager;
    use webkit2gtk::{CacheModel, HardwareAccelerationPolicy, SettingsExt, WebContextExt, WebViewExt};

    let window = app.get_webview_window("main").expect("the window of tauri.conf.json");
    let word = word.to_owned();
    window.with_webview(move |webview| {
        let view = webview.inner();
        match word.as_str() {
            "never" => {
                let settings = view.settings().expect("a view has settings");
                settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
            }
            "viewer" => {
                let context = view.context().expect("a view has a context");
                context.set_cache_model(CacheModel::DocumentViewer);
            }
            other => eprintln!("there is no setting «{other}»"),
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn lighten(_app: &tauri::App, _word: &str) -> tauri::Result<()> {
    Ok(())
}
