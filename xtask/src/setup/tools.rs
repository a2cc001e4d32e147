//! Cargo tools that are not part of Rust: taken from PATH, or built once into `target/tools`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::process::{Outcome, cargo, command, on_path, run};

/// A program from crates.io at a version that was tried with this repository.
pub(crate) struct Tool {
    package: &'static str,
    version: &'static str,
    why: &'static str,
    features: &'static [&'static str],
}

/// Runs each test in its own process, in parallel across the whole workspace.
pub(crate) const NEXTEST: Tool = Tool {
    package: "cargo-nextest",
    version: "0.9.143",
    why: "it runs each test in a process of its own",
    // Updating itself from the network is nothing that this repository wants.
    features: &["--no-default-features", "--features", "default-no-update"],
};

/// Checks licences, sources and unwanted crates of the lock file.
pub(crate) const DENY: Tool = Tool {
    package: "cargo-deny",
    version: "0.20.2",
    why: "it checks the licences and sources of all crates",
    features: &[],
};

impl Tool {
    /// A command that runs the tool as a part of cargo, with the tool installed first if it has to be.
    pub(crate) fn command(&self, root: &Path) -> Outcome<Command> {
        let mut started = command(self.program(root)?, root);
        // Called straight, not through cargo, a part of cargo expects its own name first.
        started.arg(self.package.trim_start_matches("cargo-"));
        // The tool starts cargo in its turn; it must be the one that built everything so far.
        if let Some(cargo) = std::env::var_os("CARGO") {
            started.env("CARGO", cargo);
        }
        Ok(started)
    }

    fn program(&self, root: &Path) -> Outcome<PathBuf> {
        if let Some(path) = on_path(self.package) {
            return Ok(path);
        }
        let folder = root.join("target/tools");
        let program = folder.join("bin").join(format!("{}{}", self.package, std::env::consts::EXE_SUFFIX));
        if program.exists() && self.is_recorded(&folder) {
            return Ok(program);
        }
        println!(
            "{} {} is not on PATH: it is built into target/tools, because {}. This is done once.",
            self.package, self.version, self.why
        );
        let started = Instant::now();
        run(&mut self.install(root, &folder))?;
        println!("{} was built in {:.0} s.", self.package, started.elapsed().as_secs_f64());
        Ok(program)
    }

    /// An older version in `target/tools` is not the one that was tried.
    fn is_recorded(&self, folder: &Path) -> bool {
        std::fs::read_to_string(folder.join(".crates.toml"))
            .is_ok_and(|text| text.contains(&format!("\"{} {} ", self.package, self.version)))
    }

    fn install(&self, root: &Path, folder: &Path) -> Command {
        let mut install = cargo(root);
        install
            .args(["install", "--locked", self.package, "--version", self.version])
            .args(self.features)
            .arg("--root")
            .arg(folder)
            .arg("--target-dir")
            .arg(folder.join("build"))
            // The tool works for seconds while its optimised build takes minutes, so it is not optimised.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
        install
    }
}
