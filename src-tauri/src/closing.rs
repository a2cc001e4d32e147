//! Closing without losing a word. The window does not go when it is told to: it asks the page, which first saves what
//! stands in its fields and then lets the window go. Whatever the page does, the window can be closed: a page that does
//! not even say that it has heard is not waited for.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager, Window, WindowEvent};
use ts_rs::TS;

/// What the page listens to.
const EVENT: &str = "closing";
/// How long a page that lives may need to say that it has heard. A slow PC may be drawing a long room meanwhile.
const TO_HEAR: Duration = Duration::from_secs(5);
/// How long the system waits, at the least that was seen, before it ends a program that it has told to go.
const TO_GO: Duration = Duration::from_secs(8);

/// What the window and the page have said to each other about closing.
#[derive(Default)]
pub(crate) struct Closing {
    /// Whether the page stands and can be asked.
    listens: AtomicBool,
    /// The number of the last question.
    asked: AtomicU32,
    /// The number of the last question that the page has heard.
    heard: AtomicU32,
}

/// The question to the page.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "commands/", rename = "ClosingQuestion")]
struct Question {
    /// To be said back at once.
    number: u32,
    /// Whether the person may be asked about what cannot be saved. The system that shuts down does not wait.
    may_ask: bool,
}

impl Closing {
    /// Keeps the window open until the page has answered.
    pub(crate) fn watch(window: &Window, event: &WindowEvent) {
        let WindowEvent::CloseRequested { api, .. } = event else { return };
        let closing = Arc::clone(window.state::<Arc<Self>>().inner());
        if closing.listens.load(Ordering::Relaxed) {
            api.prevent_close();
            closing.ask(window.app_handle(), true);
        }
    }

    /// The system wants the program to go (the person logs off, the PC is shut down).
    #[cfg_attr(not(unix), allow(dead_code, reason = "Windows sends no such signal"))]
    pub(crate) fn told_to_go(&self, app: &AppHandle) {
        if !self.listens.load(Ordering::Relaxed) {
            return close_all(app);
        }
        self.ask(app, false);
        let app = app.clone();
        thread::spawn(move || {
            thread::sleep(TO_GO);
            close_all(&app);
        });
    }

    fn ask(&self, app: &AppHandle, may_ask: bool) {
        let number = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
        // A page that is not reached does not say that it has heard.
        let _ = app.emit(EVENT, Question { number, may_ask });
        let app = app.clone();
        thread::spawn(move || {
            thread::sleep(TO_HEAR);
            if app.state::<Arc<Self>>().heard.load(Ordering::Relaxed) < number {
                close_all(&app);
            }
        });
    }

    /// The page stands and will answer from now on.
    pub(crate) fn page_listens(&self) {
        self.listens.store(true, Ordering::Relaxed);
    }

    /// The page has gone and cannot be asked.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only WebKit tells of it"))]
    pub(crate) fn page_has_gone(&self) {
        self.listens.store(false, Ordering::Relaxed);
    }

    /// The page has heard the question and is busy with it.
    pub(crate) fn page_heard(&self, number: u32) {
        self.heard.fetch_max(number, Ordering::Relaxed);
    }
}

/// Lets the windows go without asking again. Nothing is left to do where one has gone already.
pub(crate) fn close_all(app: &AppHandle) {
    for window in app.webview_windows().values() {
        let _ = window.destroy();
    }
}

/// Follows the signals by which a system ends programs.
#[cfg(target_os = "linux")]
pub(crate) fn follow_signals(app: &AppHandle) {
    use webkit2gtk::glib::{ControlFlow, unix_signal_add};

    /// SIGHUP, SIGINT, SIGTERM.
    const SIGNALS: [i32; 3] = [1, 2, 15];
    for signal in SIGNALS {
        let app = app.clone();
        unix_signal_add(signal, move || {
            app.state::<Arc<Closing>>().told_to_go(&app);
            ControlFlow::Continue
        });
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn follow_signals(_app: &AppHandle) {}

#[cfg(test)]
mod tests {
    use super::Closing;
    use std::sync::atomic::Ordering;

    #[test]
    fn an_older_answer_does_not_stand_for_a_newer_question() {
        let closing = Closing::default();
        closing.page_heard(2);
        closing.page_heard(1);
        assert_eq!(closing.heard.load(Ordering::Relaxed), 2);
    }
}
