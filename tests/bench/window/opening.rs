//! Opening windows in turn and watching them.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::SIZE;
use super::shown::{Eye, OURS, WHITE};
use super::text;
use super::tree::{MARK, Tree};
use pps_tests::Screen;

/// How often the screen is looked at.
const GLANCE: Duration = Duration::from_millis(2);
/// How long a window stands before it is weighed: what it does at the start is over by then.
const REST: Duration = Duration::from_millis(2_500);
/// How long anything may take before the measurement gives up.
const PATIENCE: Duration = Duration::from_secs(40);

/// Numbers the windows, so that the processes of each are known from those of all others.
static OPENED: AtomicU32 = AtomicU32::new(0);

/// One window to open: a program, its data and what is tried with it.
#[derive(Clone)]
pub(super) struct Kind {
    pub(super) name: String,
    program: PathBuf,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    /// The colours of its paper.
    paper: &'static [[u8; 3]],
}

impl Kind {
    /// A program as it is.
    pub(super) fn plain(name: &str, program: &Path, data: Option<&Path>) -> Self {
        let arguments = data.map(|data| vec!["--data".to_owned(), text(data).to_owned()]).unwrap_or_default();
        Self {
            name: name.to_owned(),
            program: program.to_owned(),
            arguments,
            environment: Vec::new(),
            paper: OURS,
        }
    }

    /// LibreOffice Writer with a document, and a profile of its own.
    pub(super) fn writer(program: &Path, document: &Path, profile: &Path) -> Self {
        let profile = format!("-env:UserInstallation=file://{}", text(profile));
        let words = ["--writer", "--norestore", "--nologo", "--nofirststartwizard", &profile, text(document)];
        Self {
            name: "LibreOffice Writer with a protocol".to_owned(),
            program: program.to_owned(),
            arguments: words.map(str::to_owned).into(),
            environment: Vec::new(),
            paper: WHITE,
        }
    }

    /// The same with something set in its environment.
    pub(super) fn with(&self, settings: &[(&str, &str)]) -> Self {
        let names: Vec<String> = settings.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let environment =
            settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { name: names.join(" "), environment, ..self.clone() }
    }

    /// The same with a word more on its command line.
    pub(super) fn asked(&self, name: &str, word: &str) -> Self {
        Self { name: name.to_owned(), arguments: vec![word.to_owned()], ..self.clone() }
    }
}

/// What was seen of a window.
pub(super) struct Window {
    /// Milliseconds from exec to the first frame with something to read in it.
    pub(super) first: f64,
    /// Milliseconds from exec to the last change of the screen.
    pub(super) whole: f64,
    /// Megabytes of all its processes at rest.
    pub(super) memory: f64,
}

/// Opens all windows one after another, again and again; the medians of each. The first round is not counted: it
/// brings the programs into memory and fills WebKit's folders.
pub(super) fn in_turn(kinds: &[Kind], rounds: usize) -> Vec<Window> {
    let screen = Screen::sized(SIZE);
    let eye = Eye::on(&screen.display);
    // Folders of their own, so that neither window finds more than it left there itself.
    let homes: Vec<TempDir> = kinds.iter().map(|_| tempfile::tempdir().unwrap()).collect();
    let mut seen: Vec<Vec<Window>> = kinds.iter().map(|_| Vec::new()).collect();
    for round in 0..=rounds {
        for (at, (kind, home)) in kinds.iter().zip(&homes).enumerate() {
            let window = open(kind, home.path(), &screen, &eye);
            if round > 0 {
                seen[at].push(window);
            }
        }
    }
    seen.iter().map(|windows| medians(windows)).collect()
}

fn medians(windows: &[Window]) -> Window {
    let median = |of: fn(&Window) -> f64| {
        let mut values: Vec<f64> = windows.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    Window {
        first: median(|window| window.first),
        whole: median(|window| window.whole),
        memory: median(|window| window.memory),
    }
}

/// A program that ends with the measurement of it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Opens one window, watches it come to rest, weighs and closes it.
fn open(kind: &Kind, home: &Path, screen: &Screen, eye: &Eye) -> Window {
    let mark = format!("{}-{}", std::process::id(), OPENED.fetch_add(1, Ordering::Relaxed));
    let tree = Tree::marked(&mark);
    let mut command = Command::new(&kind.program);
    command
        .args(&kind.arguments)
        .env("DISPLAY", &screen.display)
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY")
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env(MARK, &mark)
        .envs(kind.environment.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    let running = Running(command.spawn().unwrap_or_else(|error| panic!("{}: {error}", text(&kind.program))));

    let mut first: Option<Duration> = None;
    let mut changed = Duration::ZERO;
    let mut before = None;
    while first.is_none_or(|_| start.elapsed() - changed < REST) {
        assert!(start.elapsed() < PATIENCE, "«{}» does not come to rest on the screen", kind.name);
        let at = start.elapsed();
        if let Some(picture) = eye.look() {
            if first.is_none() && picture.has_text(kind.paper) {
                first = Some(at);
            }
            if before.as_ref().is_none_or(|before| picture.differs_from(before)) {
                changed = at;
                before = Some(picture);
            }
        }
        std::thread::sleep(GLANCE);
    }
    let memory = tree.memory();
    let names = tree.names();
    let webkit = names.iter().any(|name| name.starts_with("WebKitWebProces"));
    assert!(webkit || kind.paper == WHITE, "only {names:?} were found");
    drop(running);
    // What a program leaves behind would be on the screen of the next one.
    tree.ends();
    let patience = Instant::now() + PATIENCE;
    while !tree.is_gone() {
        assert!(Instant::now() < patience, "«{}» leaves {:?} behind", kind.name, tree.names());
        std::thread::sleep(Duration::from_millis(20));
    }
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    Window { first: first.map(ms).unwrap_or_default(), whole: ms(changed), memory }
}
