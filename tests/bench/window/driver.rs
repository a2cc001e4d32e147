//! The program with WebKit's driver at its keyboard.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::screen::Screen;
use super::{SIZE, text};

/// How long anything may take before the measurement gives up.
const PATIENCE: Duration = Duration::from_secs(40);

/// WebKitWebDriver, which starts the program. It ends with the measurement.
pub(super) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    pub(super) fn start(screen: &Screen) -> Self {
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
            .expect("WebKitWebDriver is installed (`cargo xtask bench window` installs it)");
        let driver = Self { process, port };
        let patience = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < patience, "the driver did not start");
            std::thread::sleep(Duration::from_millis(20));
        }
        driver
    }

    /// Opens the program on a data folder.
    pub(super) async fn open(&self, program: &Path, data: &Path) -> Client {
        let options = json!({
            "webkitgtk:browserOptions": {"binary": text(program), "args": ["--data", text(data)]}
        });
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

/// Opens the program once and waits for what it must show. The screen cannot tell the rooms from a page that says why
/// a file was not opened, and that page would be measured as well.
pub(super) fn must_show(program: &Path, data: &Path, path: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let screen = Screen::sized(SIZE);
        let driver = Driver::start(&screen);
        let page = driver.open(program, data).await;
        wait(&page, path).await;
        page.close().await.expect("the session closes");
    });
}

/// Waits until something is on the page.
pub(super) async fn wait(page: &Client, path: &str) -> Element {
    let waiting = page.wait().at_most(PATIENCE);
    if let Ok(found) = waiting.for_element(Locator::Css(path)).await {
        return found;
    }
    let body = page.find(Locator::Css("body")).await.expect("a page has a body");
    panic!("`{path}` is not on the page:\n{}", body.text().await.unwrap_or_default())
}
