//! How cargo is told to compile for Windows on Linux.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Outcome, Problem, capture, command};
use crate::setup::ForeignStd;

/// The Windows that GNU's tools link for. What is shipped to a public forge is built with Microsoft's.
pub(crate) const TARGET: &str = "x86_64-pc-windows-gnu";

/// The tools, and where what they build lies.
pub(crate) struct Cross {
    std: ForeignStd,
    folder: PathBuf,
    clippy: PathBuf,
}

impl Cross {
    /// Finds or fetches a standard library for Windows.
    pub(crate) fn prepare(root: &Path) -> Outcome<Self> {
        let std = ForeignStd::find(root, TARGET)?;
        let sysroot = capture(command("rustc", root).args(["--print", "sysroot"]))?;
        let clippy = Path::new(sysroot.trim()).join("bin/clippy-driver");
        if !clippy.is_file() {
            return Err(Problem::new("clippy is not installed beside rustc: `rustup component add clippy`"));
        }
        Ok(Self { std, folder: root.join("target/windows"), clippy })
    }

    /// Where all that is built for Windows lies, apart from what is built for this machine.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A finished program.
    pub(crate) fn program(&self, profile: &str, name: &str) -> PathBuf {
        self.folder.join(TARGET).join(profile).join(format!("{name}.exe"))
    }

    /// Makes a command of cargo, or of one of its parts, build for Windows, with clippy as the compiler of our own crates: one
    /// compilation gives both the warnings and the programs.
    pub(crate) fn tell(&self, cargo: &mut Command) {
        self.tell_plainly(cargo);
        cargo.env("RUSTC_WORKSPACE_WRAPPER", &self.clippy);
        // The words that `cargo clippy` would hand to the driver. A warning must not keep the tests from running, so none is made an
        // error; and this lint misreads the library for Windows, where a constant initialiser is a function as well.
        cargo.env("CLIPPY_ARGS", "-Aclippy::missing_const_for_thread_local__CLIPPY_HACKERY__");
    }

    /// The same with the compiler itself.
    pub(crate) fn tell_plainly(&self, cargo: &mut Command) {
        self.std.tell(cargo);
        cargo.args(self.std.words()).args(["--target", TARGET]);
        cargo.env("CARGO_TARGET_DIR", &self.folder).env("CARGO_INCREMENTAL", "0");
        // printpdf is a library for other languages too, and a DLL cannot offer more than 65 535 names.
        let linked = "-Clink-arg=-Wl,--exclude-all-symbols";
        cargo.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS", linked);
    }
}
