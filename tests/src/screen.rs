//! A screen of its own for each test and each measurement.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A virtual screen. It ends with the test.
pub struct Screen {
    server: Child,
    /// «:99»
    pub display: String,
}

impl Screen {
    /// A screen of the size in points.
    #[must_use]
    pub fn sized((width, height): (u32, u32)) -> Self {
        let mut server = Command::new("Xvfb")
            // The server chooses a free number itself and tells it when it is ready, so nothing is guessed.
            .args(["-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed (`cargo xtask test` installs it)");
        let mut number = String::new();
        let stdout = server.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb tells its number");
        Self { server, display: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
