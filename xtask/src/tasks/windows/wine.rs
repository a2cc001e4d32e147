//! Wine, with a disk of its own under `target/`: what programs of Windows do there is seen on Linux.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::files;
use crate::process::{Outcome, Problem, capture, command, on_path};
use crate::setup::WINE;

/// A library that wine 8 lacks and every program in Rust asks for.
const RANDOM: &str = "bcryptprimitives.dll";

/// Wine and its disk.
pub(crate) struct Wine {
    program: PathBuf,
    disk: PathBuf,
    /// Ends with this.
    _server: Option<Server>,
}

impl Wine {
    /// Makes the disk unless it is there.
    pub(crate) fn prepare(root: &Path, target: &Path) -> Outcome<Self> {
        let program = on_path("wine64").unwrap_or_else(|| WINE.into());
        let disk = target.join("wine");
        let libraries = disk.join("drive_c/windows/system32");
        let is_made = libraries.join("kernel32.dll").is_file();
        if !is_made {
            files::fresh_folder(&disk)?;
        }
        let server = Server::start(&program, &disk);
        let wine = Self { program, disk, _server: server };
        // The first program starts wine's own services, and they hold what it was given to write to for as long as the server
        // stands: whoever waited for the end of that would wait for ever.
        let mut first = wine.command(root, "wineboot");
        first.arg("--init").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let begun = first.status().map_err(|error| Problem::new(format!("wine does not start: {error}")))?;
        if !begun.success() || !libraries.join("kernel32.dll").is_file() {
            return Err(Problem::new(format!(
                "wine could not make its disk {}; with it as WINEPREFIX `wineboot --init` says why",
                wine.disk.display()
            )));
        }
        if !libraries.join(RANDOM).is_file() {
            let source = root.join("xtask/windows/bcryptprimitives.c");
            let mut build = command("x86_64-w64-mingw32-gcc", root);
            build.args(["-shared", "-O1", "-o"]).arg(libraries.join(RANDOM)).arg(source).arg("-ladvapi32");
            capture(&mut build)?;
        }
        Ok(wine)
    }

    /// Where wine itself is.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }

    /// The disk «C:» as Linux sees it.
    pub(crate) fn disk_c(&self) -> PathBuf {
        self.disk.join("drive_c")
    }

    /// The folder of the account, in which programs are installed and keep what they know.
    pub(crate) fn account(&self) -> Outcome<PathBuf> {
        let users = self.disk_c().join("users");
        let entries = std::fs::read_dir(&users)
            .map_err(|error| Problem::new(format!("wine has no accounts: {error}")))?;
        let mut accounts = entries.filter_map(Result::ok).map(|entry| entry.path());
        let own = accounts.find(|path| path.join("AppData").is_dir());
        own.ok_or_else(|| Problem::new(format!("no account of wine has its folders in {}", users.display())))
    }

    /// A program of Windows, started by wine in a folder.
    pub(crate) fn command(&self, folder: &Path, program: impl AsRef<Path>) -> Command {
        let mut started = command(&self.program, folder);
        self.tell(&mut started);
        started.arg(program.as_ref());
        started
    }

    /// Tells a command, and whatever it starts, which disk wine has; nothing is drawn and nothing but the program's own
    /// words is said.
    pub(crate) fn tell(&self, command: &mut Command) {
        command
            .env("WINEPREFIX", &self.disk)
            .env("WINEDEBUG", "-all")
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=");
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    }
}

/// What all programs under wine speak to. Left to itself it ends a little after the last of them, and one that begins at that
/// very moment loses it and has failed.
struct Server {
    program: PathBuf,
    disk: PathBuf,
    running: Child,
}

impl Server {
    /// Starts it, to stay; none where it is not found, and wine then starts its own.
    fn start(wine: &Path, disk: &Path) -> Option<Self> {
        let beside = ["wineserver64", "wineserver"].map(|name| wine.with_file_name(name));
        let program = beside.into_iter().find(|path| path.is_file()).or_else(|| on_path("wineserver"))?;
        let mut server = Command::new(&program);
        server.args(["--foreground", "--persistent"]).env("WINEPREFIX", disk);
        let running = server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
        Some(Self { program, disk: disk.to_owned(), running })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new(&self.program).arg("--kill").env("WINEPREFIX", &self.disk).status();
        let _ = self.running.wait();
    }
}
