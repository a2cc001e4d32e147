//! What is done with the package in a root, step by step. A step that fails does not keep the next ones from being tried.

use std::path::{Path, PathBuf};

use super::root::{HOME, Root};
use super::screen::Screen;
use crate::files;
use crate::process::{Outcome, Problem};

/// Where the records of the person lie.
const DATA: &str = "/home/teacher/.local/share/ru.pps.workplace";
const PACKAGE: &str = "pps-workplace";
const KIND: &str = "application/x-pps-workplace";

/// One step and what came of it.
pub(super) struct Step {
    what: &'static str,
    outcome: Result<String, String>,
    tried: bool,
}

impl Step {
    pub(super) fn done(what: &'static str, outcome: Result<String, String>) -> Self {
        Self { what, outcome, tried: true }
    }

    pub(super) fn not_tried(why: String) -> Self {
        Self { what: "root", outcome: Err(why), tried: false }
    }

    pub(super) fn failed(&self) -> bool {
        self.tried && self.outcome.is_err()
    }

    /// A line of the table.
    pub(super) fn row(&self) -> String {
        let told = match (&self.outcome, self.tried) {
            (Ok(note), _) => note.clone(),
            (Err(why), true) => format!("FAILED: {why}"),
            (Err(why), false) => format!("not tried: {why}"),
        };
        format!("{:<28} {told}", self.what)
    }
}

/// Tells the whole story in a root.
pub(super) fn tell(root: &mut Root, older: &Path, package: &Path) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut step = |what: &'static str, act: &mut dyn FnMut() -> Result<String, String>| {
        let done = Step::done(what, act());
        println!("    {}", done.row());
        steps.push(done);
    };
    let screen = Screen::start();
    let shows = |words: &[&str], picture: &str| match &screen {
        Ok(screen) => screen.shows(root, words, picture),
        Err(why) => Err(why.clone()),
    };
    let mut before = None;
    step("older version installed", &mut || said(install(root, older)));
    step("story on the command line", &mut || said(begins_a_year(root)));
    step("window", &mut || shows(&[PACKAGE], "window.png"));
    step("copy by a double click", &mut || {
        said(knows_the_copy(root))?;
        let copy = said(copy(root))?;
        shows(&[PACKAGE, &copy], "copy.png")
    });
    step("paper without a PDF viewer", &mut || said(no_viewer(root)));
    step("what is recommended", &mut || said(recommended(root)));
    step("upgraded over the data", &mut || {
        let dump = said(dump(root))?;
        let note = said(install(root, package))?;
        if said(self::dump(root))? != dump {
            return Err("the records are others after the upgrade".into());
        }
        Ok(note)
    });
    step("window after the upgrade", &mut || shows(&[PACKAGE], "upgraded.png"));
    step("removed", &mut || {
        before = Some(said(data(root))?);
        said(remove(root))
    });
    step("data after the removal", &mut || {
        let after = said(data(root))?;
        if before.as_ref() == Some(&after) && !after.is_empty() {
            Ok(format!("{} files, byte by byte", after.len()))
        } else {
            Err("the data are not what they were".into())
        }
    });
    steps
}

fn said<T>(outcome: Outcome<T>) -> Result<T, String> {
    outcome.map_err(|problem| problem.to_string())
}

/// Installs with what the root's own apt finds, and with nothing that is only recommended.
fn install(root: &Root, package: &Path) -> Outcome<String> {
    let inside = "/tmp/pps-workplace.deb";
    files::write(&root.at(inside), &files::read_bytes(package)?)?;
    root.as_root(&["apt-get", "update", "-q"])?;
    root.as_root(&["apt-get", "install", "-y", "-q", "--no-install-recommends", inside])?;
    let version = root.as_root(&["dpkg-query", "-W", "-f", "${Version}", PACKAGE])?;
    let webkit = root.as_root(&["dpkg-query", "-W", "-f", "${Version}", "libwebkit2gtk-4.1-0"])?;
    let unmet = root.as_root(&["apt-get", "check", "-q"]);
    unmet.map(|_| format!("{version}, with WebKitGTK {webkit}"))
}

/// The example becomes the person's own year, and a protocol is printed.
fn begins_a_year(root: &Root) -> Outcome<String> {
    let (year, paper) = (format!("{DATA}/year.db"), format!("{HOME}/Протокол.pdf"));
    root.as_person(&["mkdir", "-p", DATA])?;
    root.as_person(&["pps-cli", "--db", &year, "example"])?;
    root.as_person(&[
        "pps-cli", "--db", &year, "paper", "protocol", "--year", "2025", "--number", "1", "--out", &paper,
    ])?;
    let bytes = files::read_bytes(&root.at(&paper))?;
    if !bytes.starts_with(b"%PDF") {
        return Err(Problem::new("the protocol is no PDF"));
    }
    root.as_person(&["pps-cli", "--db", &year, "backup"])?;
    Ok(format!("protocol of {} kB, a copy made", bytes.len() / 1000))
}

/// The path of the copy that the command line has made.
fn copy(root: &Root) -> Outcome<String> {
    let folder = format!("{DATA}/Копии");
    let names = files::names_in(&root.at(&folder))?;
    let name = names.into_iter().find(|name| name.starts_with("year 2") && name.ends_with(".db"));
    name.map(|name| format!("{folder}/{name}")).ok_or_else(|| Problem::new("there is no copy"))
}

/// Whether a desktop would know the copy and open it with the program: by its name, and by its bytes under another one.
fn knows_the_copy(root: &Root) -> Outcome<()> {
    // Every desktop has both; a bare root has neither.
    let tools = ["libglib2.0-bin", "desktop-file-utils"];
    root.as_root(&[&["apt-get", "install", "-y", "-q", "--no-install-recommends"], &tools[..]].concat())?;
    let (copy, other) = (copy(root)?, format!("{HOME}/записи.bin"));
    root.as_person(&["cp", &copy, &other])?;
    for file in [copy, other] {
        let told = root.as_person(&["gio", "info", "-a", "standard::content-type", &file])?;
        if !told.contains(KIND) {
            return Err(Problem::new(format!("«{file}» is taken for something else: {}", told.trim())));
        }
    }
    let handler = root.as_person(&["gio", "mime", KIND])?;
    if handler.contains("pps-workplace.desktop") { Ok(()) } else { Err(Problem::new("nothing opens it")) }
}

/// What the program is told by the system when it prints and there is nothing that shows a PDF: it says so in its own words
/// then (src-tauri/src/opener.rs).
fn no_viewer(root: &Root) -> Outcome<String> {
    let asked = format!("xdg-open '{HOME}/Протокол.pdf' >/dev/null 2>&1; echo $?");
    match root.as_person(&["sh", "-c", &asked])?.trim() {
        "3" => Ok("refused in words (xdg-open answers 3)".into()),
        code => Err(Problem::new(format!("xdg-open answers {code}"))),
    }
}

/// Whether what is recommended can be had from the root's own packages.
fn recommended(root: &Root) -> Outcome<String> {
    let told =
        root.as_root(&["apt-get", "install", "-s", "-q", "hunspell-ru", "evince", "fonts-liberation"])?;
    let found = ["hunspell-ru", "evince", "fonts-liberation"].into_iter().filter(|name| {
        told.contains(&format!("Inst {name} ")) || told.contains(&format!("{name} is already"))
    });
    let found: Vec<&str> = found.collect();
    if found.len() == 3 { Ok(found.join(", ")) } else { Err(Problem::new(format!("only {found:?}"))) }
}

fn dump(root: &Root) -> Outcome<Vec<u8>> {
    let out = format!("{HOME}/dump.json");
    root.as_person(&["rm", "-rf", &out])?;
    root.as_person(&["pps-cli", "--db", &format!("{DATA}/year.db"), "dump", "--out", &out])?;
    files::read_bytes(&root.at(&out))
}

fn remove(root: &Root) -> Outcome<String> {
    root.as_root(&["apt-get", "purge", "-y", "-q", PACKAGE])?;
    let left = root.as_root(&["find", "/usr", "-xdev", "-name", "pps-*", "-o", "-name", "ru.pps*"])?;
    if left.trim().is_empty() {
        Ok("nothing of the program is left in /usr".into())
    } else {
        Err(Problem::new(format!("left in /usr: {}", left.trim().replace('\n', ", "))))
    }
}

/// Every file of the person's data with its bytes.
fn data(root: &Root) -> Outcome<Vec<(PathBuf, Vec<u8>)>> {
    let folder = root.at(DATA);
    let names = files::under(&folder)?.into_iter().filter(|name| !name.starts_with("page"));
    names.map(|name| Ok((name.clone(), files::read_bytes(&folder.join(&name))?))).collect()
}
