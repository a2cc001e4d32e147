//! The program with WebKit's driver at its keyboard, for tests and measurements alike.

use std::ffi::OsString;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::Screen;

/// How long the driver itself may take to start.
const PATIENCE: Duration = Duration::from_secs(40);

/// WebKitWebDriver, which starts a program and drives its page. It ends with what it was started for.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver on a screen; the program will find `world` in its environment.
    #[must_use]
    pub fn start(screen: &Screen, world: &[(&str, OsString)]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("WebKitWebDriver")
            .env("DISPLAY", &screen.display)
            .env("GDK_BACKEND", "x11")
            // Without it the session hangs.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(world.iter().map(|(name, value)| (*name, value)))
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

    /// Opens a program on a data folder.
    pub async fn open(&self, program: &Path, data: &Path) -> Client {
        self.open_with(program, data, None).await
    }

    /// Opens a program on a data folder, with a file where one is named.
    pub async fn open_with(&self, program: &Path, data: &Path, file: Option<&Path>) -> Client {
        let args: Vec<&Path> = [Path::new("--data"), data].into_iter().chain(file).collect();
        let options = json!({"webkitgtk:browserOptions": {"binary": program, "args": args}});
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
