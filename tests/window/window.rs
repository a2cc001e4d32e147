//! The program in a window, and what a person can do with it.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::screen::Screen;

/// How long anything may take before the test gives up; on an idle machine everything takes a fraction of it.
const PATIENCE: Duration = Duration::from_secs(40);

/// A folder with the program's data, which outlives the windows opened on it.
pub(crate) struct Data {
    folder: TempDir,
}

impl Data {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Opens the program on the folder and does something with its window; closes the window whatever happens.
    pub(crate) fn in_window<F: Future<Output = ()>>(&self, act: impl FnOnce(Window) -> F) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let screen = Screen::start();
            let driver = Driver::start(&screen);
            let page = driver.open(&self.folder).await;
            // A failed assertion inside unwinds through here, and the guards then end the driver and the screen.
            let acted =
                tokio::time::timeout(Duration::from_secs(120), act(Window { page: page.clone() })).await;
            page.close().await.expect("the session closes");
            acted.expect("the story ends in time");
        });
    }
}

/// WebKitWebDriver, which starts the program and drives its page.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start(screen: &Screen) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("WebKitWebDriver")
            .env("DISPLAY", &screen.display)
            .env("GDK_BACKEND", "x11")
            // Without it the session hangs.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed (`cargo xtask test` installs it)");
        let driver = Self { process, port };
        let patience = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < patience, "the driver did not start");
            std::thread::sleep(Duration::from_millis(20));
        }
        driver
    }

    async fn open(&self, data: &TempDir) -> Client {
        let program = env!("CARGO_BIN_EXE_pps-workplace");
        let data = data.path().to_str().unwrap();
        let options = json!({"webkitgtk:browserOptions": {"binary": program, "args": ["--data", data]}});
        ClientBuilder::new(HttpConnector::new())
            .capabilities(options.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("the program opens its window")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An open window.
pub(crate) struct Window {
    page: Client,
}

impl Window {
    /// Waits until something with the text stands on the page.
    pub(crate) async fn sees(&self, text: &str) {
        let path = format!("//*[{}]", holds(text));
        let waiting = self.page.wait().at_most(PATIENCE);
        if waiting.for_element(Locator::XPath(&path)).await.is_err() {
            let shown = self.page.find(Locator::Css("body")).await.unwrap().text().await.unwrap();
            panic!("«{text}» is not on the page:\n{shown}");
        }
    }

    /// Presses the button or link with the text.
    pub(crate) async fn presses(&self, text: &str) {
        let path = format!("//*[self::button or self::a][{}]", holds(text));
        let found = self.page.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await;
        found.unwrap_or_else(|_| panic!("no button «{text}»")).click().await.unwrap();
    }

    /// Runs a piece of script in the page and answers with what it returns.
    pub(crate) async fn asks(&self, script: &str) -> Value {
        self.page.execute(script, Vec::new()).await.unwrap()
    }
}

/// The condition that an element holds a text; spaces that do not break are spaces to a reader. No text of ours
/// holds an apostrophe.
fn holds(text: &str) -> String {
    format!("contains(normalize-space(translate(., '\u{a0}', ' ')), '{text}')")
}
