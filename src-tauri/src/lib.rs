//! The window: wiring only. What a person does lives in `pps-app`; this crate shows it and passes it on.

mod app_state;
mod closing;
mod commands;
#[cfg(feature = "rehearsal")]
mod fake_platform;
mod log;
mod not_started;
mod opener;
mod platform;
mod single_window;
mod staging;
#[cfg(target_os = "linux")]
mod webkit;

use std::ffi::OsString;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tauri::{AppHandle, Emitter, Manager, WebviewWindowBuilder};

use app_state::{AppState, FirstScreen, data_folder, file_to_open};
use closing::Closing;
pub use not_started::tell;
use platform::{NativePlatform, Platform};
use single_window::Start;
use staging::Staging;

/// The page's own folder: on Linux beside the data, elsewhere under this name with the program's before it.
const PAGE_FOLDER: &str = "page";

/// Opens the window and returns when the person has closed it.
///
/// # Errors
///
/// When the window did not open, or the program broke while it was open: there is nothing left to show the
/// reason in, so it comes back as a Russian sentence for standard error.
pub fn run() -> Result<(), String> {
    #[cfg(target_os = "linux")]
    webkit::draw_without_the_graphics_card();
    if let Some(missing) = not_started::missing_runtime(tauri::webview_version()) {
        return Err(missing);
    }
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
        let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
        let program = std::env::current_exe().ok();
        let folder = data_folder(&arguments, program.as_deref(), app.path().app_local_data_dir()?);
        std::fs::create_dir_all(&folder)?;
        let file = file_to_open(&arguments);
        match single_window::claim(&folder, file.as_deref()) {
            Start::Second => app.handle().exit(0),
            Start::First(later) => {
                log::begin(&folder);
                open_window(app, folder, file)?;
                closing::follow_signals(app.handle());
                let handle = app.handle().clone();
                if let Some(later) = later {
                    single_window::answer(later, move |file| bring_to_front(&handle, file));
                }
            }
        }
        Ok(())
    });
    let builder = builder.manage(Arc::new(Staging::default())).on_window_event(Staging::watch);
    let builder = builder.manage(Arc::new(Closing::default())).on_window_event(Closing::watch);
    builder.invoke_handler(commands::handler())
}

/// The window is made here and not by Tauri itself, so that a second start shows none of its own.
fn open_window(app: &tauri::App, folder: PathBuf, file: Option<PathBuf>) -> tauri::Result<()> {
    let system = NativePlatform::new(app.handle().clone());
    #[cfg(feature = "rehearsal")]
    let (clock, platform) =
        (fake_platform::clock(), Box::new(fake_platform::FakePlatform::of(system)) as Box<dyn Platform>);
    #[cfg(not(feature = "rehearsal"))]
    let (clock, platform) = (Arc::new(pps_app::SystemClock), Box::new(system) as Box<dyn Platform>);
    let state = Arc::new(AppState::new(folder.clone(), clock, platform));
    let first_screen = state.first_screen();
    state.bring(file);
    app.manage(Arc::clone(&state));
    for window in &app.config().app.windows {
        let mut own = page_folder(app, &folder)?;
        if std::fs::create_dir_all(&own).is_err() {
            // Records that can only be read are shown all the same; the habits of that session are forgotten.
            own = app.path().temp_dir()?.join("ru.pps.workplace");
        }
        let builder = WebviewWindowBuilder::from_config(app.handle(), window)?.data_directory(own);
        #[cfg(target_os = "linux")]
        let builder = webkit::check_spelling_later(builder);
        let builder = match first_screen {
            Some(screen) => builder.initialization_script(says_first(screen)),
            None => builder,
        };
        #[cfg_attr(
            not(target_os = "linux"),
            allow(unused_variables, reason = "nothing more is asked of it there")
        )]
        let window = builder.build()?;
        #[cfg(target_os = "linux")]
        webkit::set_up(&window)?;
        #[cfg(all(feature = "rehearsal", unix))]
        fake_platform::be_seen(window);
    }
    if first_screen == Some(FirstScreen::Rooms) {
        // The file is read while the web view starts; the page, which asks for it then, waits for no more than the rest.
        thread::spawn(move || drop(state.opening()));
    }
    Ok(())
}

/// Says to the page what will come, before it has asked anything: it shows that with its first picture
/// (`ui/src/frame/shell.js`).
fn says_first(screen: FirstScreen) -> String {
    let name = match screen {
        FirstScreen::Rooms => "rooms",
        FirstScreen::FirstStart => "first-start",
    };
    format!("Object.defineProperty(globalThis, 'firstScreen', {{ value: '{name}' }});")
}

/// What the page listens to: a file waits to be looked at.
const FILE_BROUGHT: &str = "file-brought";

/// Where the page keeps what is its own (size of letters, a first start that was left half-way). On Linux that is little and
/// lies with the data: a copy on a stick takes it along. WebView2 keeps a browser's profile of a hundred megabytes there, which
/// nobody should carry about with the records, so it stays on the computer. Two folders of data do not meet in it.
fn page_folder(app: &tauri::App, folder: &Path) -> tauri::Result<PathBuf> {
    if cfg!(target_os = "linux") {
        return Ok(folder.join(PAGE_FOLDER));
    }
    let own = format!("{}.{PAGE_FOLDER}", app.config().identifier);
    let digits = single_window::digits_of(folder).unwrap_or_default();
    Ok(app.path().local_data_dir()?.join(own).join(digits.get(..16).unwrap_or("0")))
}

/// Nothing can be done, and nothing is lost, where the desktop refuses one of these.
fn bring_to_front(app: &AppHandle, file: Option<PathBuf>) {
    if file.is_some() {
        app.state::<Arc<AppState>>().bring(file);
        // A page that does not stand yet asks by itself.
        let _ = app.emit(FILE_BROUGHT, ());
    }
    for window in app.webview_windows().values() {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
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
