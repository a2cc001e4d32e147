//! A screen on which the window of a root is seen from outside.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::root::Root;
use crate::process::{command, output, succeeds};

/// A part of the window's title.
const TITLE: &str = "рабочее место";
/// A bare system starts slowly the first time, and other work may run beside.
const PATIENCE: Duration = Duration::from_secs(90);
/// A page with text in it has more colours than these; an empty window has one or two.
const COLOURS: u32 = 60;

/// Xvfb on a number that it has found itself.
pub(super) struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// Starts it as large as the screen of an old PC.
    pub(super) fn start() -> Result<Self, String> {
        let mut server = command("Xvfb", Path::new("/"))
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-noreset", "-ac", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|fault| format!("Xvfb did not start: {fault}"))?;
        let mut number = String::new();
        if let Some(said) = server.stdout.take() {
            let _ = BufReader::new(said).read_line(&mut number);
        }
        let display = format!(":{}", number.trim());
        let screen = Self { server, display };
        if number.trim().is_empty() { Err("Xvfb named no screen".into()) } else { Ok(screen) }
    }

    /// Starts the program with these words, waits until there is something to read in its window, takes a picture, and ends it
    /// as the system does when it shuts down. Tells how long the start took.
    pub(super) fn shows(&self, root: &Root, words: &[&str], picture: &str) -> Result<String, String> {
        let begun = Instant::now();
        let mut program = root.person(&self.display, words);
        let mut program = program
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|fault| format!("the program did not start: {fault}"))?;
        let picture = root.pictures.join(picture);
        let seen = loop {
            if let Ok(Some(status)) = program.try_wait() {
                break Err(format!("the program ended by itself ({status})"));
            }
            if self.has_window() && self.colours(&picture) > COLOURS {
                // What follows the first frame stands then, too.
                let taken = begun.elapsed();
                sleep(Duration::from_secs(3));
                self.colours(&picture);
                break Ok(format!("{:.1} s", taken.as_secs_f64()));
            }
            if begun.elapsed() > PATIENCE {
                break Err(format!("no window with text in {} s", PATIENCE.as_secs()));
            }
            sleep(Duration::from_millis(200));
        };
        end(program).and(seen)
    }

    fn has_window(&self) -> bool {
        let mut find = command("xdotool", Path::new("/"));
        find.env("DISPLAY", &self.display);
        succeeds(find.args(["search", "--onlyvisible", "--name", TITLE]))
    }

    fn colours(&self, picture: &Path) -> u32 {
        let mut take = command("import", Path::new("/"));
        take.args(["-display", &self.display, "-window", "root"]);
        if !succeeds(take.arg(picture)) {
            return 0;
        }
        let mut count = command("identify", Path::new("/"));
        let said = output(count.args(["-format", "%k"]).arg(picture));
        said.ok().and_then(|(_, said)| said.trim().parse().ok()).unwrap_or_default()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Tells the program to go and waits; one that stays is a fault.
fn end(mut program: Child) -> Result<(), String> {
    let begun = Instant::now();
    let id = program.id().to_string();
    while begun.elapsed() < Duration::from_secs(20) {
        if matches!(program.try_wait(), Ok(Some(_))) {
            return Ok(());
        }
        if begun.elapsed() < Duration::from_secs(1) {
            succeeds(command("kill", Path::new("/")).args(["-TERM", &id]));
        }
        sleep(Duration::from_millis(200));
    }
    let _ = program.kill();
    let _ = program.wait();
    Err("the program did not end when it was told to".into())
}
