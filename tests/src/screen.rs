//! A screen of its own for each test and each measurement.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat};
use x11rb::rust_connection::RustConnection;

/// What stands on a screen.
pub struct Picture {
    /// In points.
    pub width: u32,
    /// In points.
    pub height: u32,
    /// Red, green and blue of every point, line by line.
    pub dots: Vec<u8>,
}

impl Picture {
    /// A picture of the whole screen, taken from outside: a browser's driver draws the page anew for one.
    ///
    /// # Panics
    /// There is no such screen.
    #[must_use]
    pub fn of(display: &str) -> Self {
        let (connection, number) = RustConnection::connect(Some(display)).expect("the screen answers");
        let screen = &connection.setup().roots[number];
        let (width, height) = (screen.width_in_pixels, screen.height_in_pixels);
        let asked = connection.get_image(ImageFormat::Z_PIXMAP, screen.root, 0, 0, width, height, !0);
        let bytes = asked.expect("the screen is asked").reply().expect("the screen is seen").data;
        let dots = bytes.chunks_exact(4).flat_map(|dot| [dot[2], dot[1], dot[0]]).collect();
        Self { width: width.into(), height: height.into(), dots }
    }
}

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
