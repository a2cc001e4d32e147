//! The window beside an empty one: how soon it stands, what it weighs, how it answers the keyboard.
//!
//! Only ratios of one run mean something: the windows are opened in turn, so that whatever else the machine does
//! falls on all of them alike. Nothing is asked of the programs themselves; their first frame is seen on the screen.

mod data;
mod driver;
mod opening;
mod rooms;
mod shown;
mod soak;
mod tree;
mod typing;

use std::path::{Path, PathBuf};
use std::time::Duration;

use data::Data;
use opening::{Kind, Window};

use crate::budget;

/// The commonest screen in schools.
const SIZE: (u32, u32) = (1366, 768);
/// How often each window is opened.
const ROUNDS: usize = 9;
/// What the page has before there is a file, and once one is open.
const FIRST_START: &str = ".stepl";
const ROOMS: &str = ".app:not([data-shell]) nav.rail";
/// What the program may take of what an empty window takes.
const BUDGET: f64 = 1.1;

/// The programs to measure, as `cargo xtask bench` built them.
struct Programs {
    ours: PathBuf,
    empty: PathBuf,
}

impl Programs {
    fn built() -> Self {
        let at = |name: &str| {
            let path = std::env::var_os(name);
            PathBuf::from(path.unwrap_or_else(|| panic!("{name} is not set: run `cargo xtask bench window`")))
        };
        Self { ours: at("PPS_WINDOW"), empty: at("PPS_EMPTY_WINDOW") }
    }
}

/// First frame and memory of our window with three data folders against an empty window; then typing.
pub(crate) fn measure() {
    let programs = Programs::built();
    let (nothing, example, ten) = (Data::nothing(), Data::example(), Data::ten_years());
    driver::must_show(&programs.ours, nothing.folder(), FIRST_START);
    driver::must_show(&programs.ours, example.folder(), ROOMS);
    driver::must_show(&programs.ours, ten.folder(), ROOMS);
    let mut kinds = vec![
        Kind::plain("an empty Tauri window", &programs.empty, None),
        Kind::plain("an empty data folder", &programs.ours, Some(nothing.folder())),
        Kind::plain("the example", &programs.ours, Some(example.folder())),
        Kind::plain("ten years", &programs.ours, Some(ten.folder())),
    ];
    let beside = writer().map(|program| {
        let profile = tempfile::tempdir().unwrap();
        kinds.push(Kind::writer(&program, &example.document(), profile.path()));
        profile
    });
    let (peer, mut ours) = against_the_first(&kinds);
    let writer = beside.is_some().then(|| ours.pop()).flatten();
    budget::peer_heading("an empty Tauri window");
    for (kind, window) in &ours {
        budget::against(&format!("exec to first frame, {kind}"), (window.first, peer.first), BUDGET, "ms");
    }
    for (kind, window) in &ours {
        budget::against(&format!("memory of all processes, {kind}"), (window.memory, peer.memory), 1.0, "MB");
    }
    match &writer {
        Some((peer, writer)) => {
            budget::peer_heading(peer);
            for (kind, window) in &ours {
                let what = format!("exec to the whole first screen, {kind}");
                budget::against(&what, (window.whole, writer.first), 1.0, "ms");
                budget::against(&format!("memory, {kind}"), (window.memory, writer.memory), 1.0, "MB");
            }
        }
        None => {
            println!("\nNo LibreOffice with a window is installed, so ours was not compared with Writer.")
        }
    }
    println!();
    budget::heading();
    for (kind, window) in &ours {
        let whole = Duration::from_secs_f64(window.whole / 1000.0);
        budget::plain(&format!("exec to the last change of the screen, {kind}"), whole);
    }
    rooms::measure(&programs.ours);
    typing::measure(&programs.ours);
}

/// LibreOffice where it is on PATH and can open a window: the tests need only the one without.
fn writer() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let soffice = std::env::split_paths(&folders).map(|folder| folder.join("soffice"));
    let program = soffice.into_iter().find_map(|program| program.canonicalize().ok())?;
    let beside = std::fs::read_dir(program.parent()?).ok()?;
    // Each way to a screen is a library of its own beside the program.
    let shows = beside.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libvclplug_"));
    shows.then_some(program)
}

/// An hour of work in one window, shortened: nothing may grow by it.
pub(crate) fn measure_soak() {
    soak::measure(&Programs::built().ours);
}

/// What makes WebKit lighter, each tried in turn with the window as it is.
pub(crate) fn measure_lighter() {
    let programs = Programs::built();
    let ten = Data::ten_years();
    driver::must_show(&programs.ours, ten.folder(), ROOMS);
    let plain = Kind::plain("ten years", &programs.ours, Some(ten.folder()));
    let mut kinds = vec![plain.clone()];
    for settings in [
        &[("WEBKIT_DISABLE_DMABUF_RENDERER", "1")][..],
        &[("WEBKIT_DISABLE_COMPOSITING_MODE", "1")],
        &[("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")],
        &[("JSC_useFTLJIT", "0")],
        &[("JSC_useDFGJIT", "0")],
        &[("JSC_useJIT", "0")],
        &[("MALLOC_ARENA_MAX", "1")],
        &[("WEBKIT_DISABLE_DMABUF_RENDERER", "1"), ("JSC_useDFGJIT", "0")],
    ] {
        kinds.push(plain.with(settings));
    }
    say_lighter("ten years as it is", &kinds);

    let plain = Kind::plain("an empty window", &programs.empty, None);
    let mut kinds = vec![plain.clone()];
    kinds.push(plain.with(&[("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]));
    for (name, word) in [("hardware acceleration never", "never"), ("document viewer's caches", "viewer")] {
        kinds.push(plain.asked(name, word));
    }
    say_lighter("an empty window as it is", &kinds);
}

fn say_lighter(plain: &str, kinds: &[Kind]) {
    let (peer, lighter) = against_the_first(kinds);
    budget::peer_heading(plain);
    for (kind, window) in &lighter {
        budget::against(&format!("first frame, {kind}"), (window.first, peer.first), 1.0, "ms");
    }
    for (kind, window) in &lighter {
        budget::against(&format!("memory, {kind}"), (window.memory, peer.memory), 1.0, "MB");
    }
    println!();
}

/// Opens all windows in turn; the medians of the first, and of the others with their names.
fn against_the_first(kinds: &[Kind]) -> (Window, Vec<(&str, Window)>) {
    let mut medians = opening::in_turn(kinds, ROUNDS).into_iter();
    let first = medians.next().expect("a window to compare with");
    (first, kinds.iter().skip(1).map(|kind| kind.name.as_str()).zip(medians).collect())
}

/// A path as the command line wants it.
fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}
