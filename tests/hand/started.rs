//! The program as a person has it before him.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use pps_app::Workplace;
use pps_app::domain::community_records::CommunityRecords;
use pps_tests::{Hand, Picture, Screen, StandingClock};
use serde_json::Value;
use tempfile::TempDir;

/// How long anything may take before the test gives up; on an idle machine everything takes a fraction of it.
const PATIENCE: Duration = Duration::from_secs(60);
/// The day on which the example stands.
pub(crate) const DAY: &str = "2026-08-20";

/// A data folder that outlives the windows opened on it.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// With the example year in place of the leader's own, so that every room has something in it.
    pub(crate) fn with_a_full_year() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("year.db");
        Workplace::create_example(&file, StandingClock::on(DAY))
            .expect("the example is made")
            .close()
            .unwrap();
        Self(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// All records, read from the disk; the window must be closed.
    pub(crate) fn records(&self) -> CommunityRecords {
        let file = self.path().join("year.db");
        let workplace = Workplace::open(&file, StandingClock::on(DAY)).expect("the file opens");
        let community = workplace.community(None).expect("one community");
        let records = workplace.community_records(community).expect("its records");
        workplace.close().unwrap();
        CommunityRecords::clone(&records)
    }
}

/// The open program on a screen of its own, under a window manager.
pub(crate) struct Started {
    program: Child,
    _manager: Killed,
    screen: Screen,
    socket: PathBuf,
    /// Where the page begins on the screen.
    page: (i16, i16),
    /// Where the title bar has its cross.
    cross: (i16, i16),
    pub(crate) hand: Hand,
}

/// A process that ends with the test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Started {
    /// Starts the program and waits until its first room stands.
    pub(crate) fn on(folder: &Folder) -> Self {
        Self::sized(folder, (1366, 768))
    }

    pub(crate) fn sized(folder: &Folder, size: (u32, u32)) -> Self {
        let screen = Screen::sized(size);
        let hand = Hand::on(&screen.display);
        let manager = command("openbox", &screen).spawn().expect("openbox is installed");
        let socket = folder.path().join("eyes");
        let _ = std::fs::remove_file(&socket);
        let program = command(env!("CARGO_BIN_EXE_pps-workplace"), &screen)
            .args([Path::new("--data"), folder.path()])
            .env("PPS_REHEARSAL_TODAY", DAY)
            .env("PPS_REHEARSAL_EYES", &socket)
            .spawn()
            .expect("the program starts");
        let mut started =
            Self { program, _manager: Killed(manager), screen, socket, hand, page: (0, 0), cross: (0, 0) };
        started.until("the window stands", || UnixStream::connect(&started.socket).is_ok());
        // The frame that stands before the rooms are there is not the page yet.
        started.sees("!!document.querySelector('.app:not([data-shell]) .room__inside h1, #page > :not([data-shell]) h1')");
        started.takes_the_screen(size);
        started
    }

    /// The window stands maximised under its title bar and has the keyboard.
    fn takes_the_screen(&mut self, (width, height): (u32, u32)) {
        self.until("the window is there", || self.found().is_some());
        let id = self.found().unwrap();
        self.xdotool(&["windowactivate", "--sync", &id]);
        self.sees(&format!("document.hasFocus() && innerWidth === {width}"));
        let place = self.xdotool(&["getwindowgeometry", "--shell", &id]).expect("the window has a place");
        let of = |name: &str| {
            let line = place.lines().find_map(|line| line.strip_prefix(name)).expect("xdotool tells it");
            line.parse::<i16>().expect("a number")
        };
        // Maximised, it ends with the screen; what is left above is the title bar.
        self.page = (0, i16::try_from(height).unwrap() - of("HEIGHT="));
        self.cross = (i16::try_from(width).unwrap() - 10, self.page.1 / 2);
    }

    fn found(&self) -> Option<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", "рабочее место"])?;
        found.lines().next().map(str::to_owned)
    }

    /// What a line of JavaScript comes to in the page.
    pub(crate) fn asks(&self, script: &str) -> Value {
        let line = script.replace('\n', " ");
        let mut stream = UnixStream::connect(&self.socket).expect("the program answers");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        writeln!(stream, "{line}").unwrap();
        let mut seen = String::new();
        BufReader::new(stream).read_line(&mut seen).expect("the page answers in time");
        // What has no value comes as nothing.
        serde_json::from_str(seen.trim()).unwrap_or(Value::Null)
    }

    /// Waits until an expression holds in the page.
    pub(crate) fn sees(&self, expression: &str) {
        let patience = Instant::now() + PATIENCE;
        while self.asks(expression) != Value::Bool(true) {
            if Instant::now() > patience {
                let left = "[...document.querySelectorAll('[data-unsaved]')].map(one => [one.id, one.value, one.labels[0]?.innerText])";
                panic!(
                    "not seen: {expression}\nnot left: {}\n{}",
                    self.asks(left),
                    self.asks("document.body.innerText")
                );
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    pub(crate) fn until(&self, what: &str, holds: impl Fn() -> bool) {
        let patience = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < patience, "{what}: not within {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// The middle of what an expression finds, brought into sight, in points of the screen. It is asked again until it
    /// stands still, as the eye does.
    pub(crate) fn place_of(&self, element: &str) -> (i16, i16) {
        let script = format!(
            "(() => {{ const found = {element}; \
             if (!found || document.querySelector('[data-returning]')) return null; \
             const seen = found.getBoundingClientRect(); \
             if (seen.top < 60 || seen.bottom > innerHeight - 40) \
             found.scrollIntoView({{block: 'center', behavior: 'instant'}}); \
             const now = found.getBoundingClientRect(); \
             return [now.left + now.width / 2, now.top + now.height / 2]; }})()"
        );
        let patience = Instant::now() + PATIENCE;
        let mut before = Value::Null;
        loop {
            let now = self.asks(&script);
            if !now.is_null() && now == before {
                let at = |index: usize| now[index].as_f64().unwrap() as i16;
                return self.on_screen((at(0), at(1)));
            }
            before = now;
            assert!(Instant::now() < patience, "not on the page: {element}");
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    /// The middle of what is seen of an element, wherever it is scrolled.
    pub(crate) fn middle_of(&self, element: &str) -> (i16, i16) {
        let seen = self.asks(&format!(
            "(() => {{ const seen = ({element}).getBoundingClientRect(); \
             return [seen.left + seen.width / 2, (Math.max(seen.top, 0) + Math.min(seen.bottom, innerHeight)) / 2]; }})()"
        ));
        let at = |index: usize| seen[index].as_f64().expect("it is there") as i16;
        self.on_screen((at(0), at(1)))
    }

    /// A point of the page as one of the screen.
    pub(crate) fn on_screen(&self, (x, y): (i16, i16)) -> (i16, i16) {
        (x + self.page.0, y + self.page.1)
    }

    /// Clicks what an expression finds.
    pub(crate) fn clicks(&self, element: &str) {
        self.hand.clicks(self.place_of(element));
    }

    /// Goes to a room by its entry in the rail.
    pub(crate) fn goes_to(&self, room: &str) {
        let entry =
            format!("[...document.querySelectorAll('.rail a')].find(a => a.innerText.includes('{room}'))");
        self.clicks(&entry);
        self.sees(&format!("{entry}.getAttribute('aria-current') === 'page'"));
        self.sees("!document.querySelector('#room[aria-busy]')");
    }

    /// Pastes a text that was copied in another program.
    pub(crate) fn pastes(&self, text: &str) {
        let mut copier = command("xclip", &self.screen)
            .args(["-selection", "clipboard", "-in"])
            .stdin(Stdio::piped())
            .spawn()
            .expect("xclip is installed (`cargo xtask test` installs it)");
        copier.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        // It holds the text from the moment when it leaves the foreground.
        copier.wait().unwrap();
        self.hand.presses("ctrl+v");
    }

    /// What stands on the screen.
    pub(crate) fn picture(&self) -> Picture {
        Picture::of(&self.screen.display)
    }

    pub(crate) fn xdotool(&self, words: &[&str]) -> Option<String> {
        let output = Command::new("xdotool").env("DISPLAY", &self.screen.display).args(words).output();
        let output = output.expect("xdotool is installed (`cargo xtask test` installs it)");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Presses the cross of the title bar.
    pub(crate) fn clicks_the_cross(&self) {
        self.hand.clicks(self.cross);
    }

    /// Sends the program a signal.
    pub(crate) fn signals(&self, signal: &str) {
        let sent = Command::new("kill").args([signal, &self.program.id().to_string()]).status();
        assert!(sent.expect("kill").success());
    }

    /// Waits until the program has ended.
    pub(crate) fn ends(mut self) {
        let patience = Instant::now() + PATIENCE;
        while self.program.try_wait().expect("the program is asked").is_none() {
            if Instant::now() > patience {
                panic!("the window does not close:\n{}", self.asks("document.body.innerText"));
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn command(program: &str, screen: &Screen) -> Command {
    let mut command = Command::new(program);
    command.env("DISPLAY", &screen.display).env("GDK_BACKEND", "x11").env("LC_ALL", "C.UTF-8");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}
