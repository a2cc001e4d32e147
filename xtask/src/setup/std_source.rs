//! The standard library for Windows: the one that rustup has installed, or its source, from which cargo compiles it.
//!
//! A machine without rustup's servers has no finished one. Debian packs the source of several versions of Rust beside
//! each other; the one of this very compiler is unpacked into `target/tools`, and nothing is installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files;
use crate::process::{Outcome, Problem, capture, command, on_path, output};

/// The suite of Debian that has several versions of Rust beside each other.
const SUITE: &str = "trixie-backports";
const PACKAGE: &str = "rust-src";
/// What Debian signs its lists with.
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Where a standard library for another system comes from.
#[derive(Debug)]
pub(crate) enum ForeignStd {
    /// rustup has installed it.
    Installed,
    /// It is compiled from this source.
    Source(PathBuf),
}

impl ForeignStd {
    /// Finds the standard library for a target, fetching its source where that is needed.
    pub(crate) fn find(root: &Path, target: &str) -> Outcome<Self> {
        let finished = rustc(root, &["--print", "target-libdir", "--target", target])?;
        if Path::new(finished.trim()).is_dir() {
            return Ok(Self::Installed);
        }
        let release = release_in(&rustc(root, &["-vV"])?)
            .ok_or_else(|| Problem::new("`rustc -vV` does not name its release"))?;
        fetched(root, &release).map(Self::Source).map_err(|problem| {
            Problem::new(format!(
                "there is no standard library for {target}: {problem}\nWhere rustup reaches its servers, `rustup \
                 target add {target}` brings it"
            ))
        })
    }

    /// Tells cargo where the standard library comes from.
    pub(crate) fn tell(&self, cargo: &mut Command) {
        if let Self::Source(library) = self {
            // What cargo itself calls unstable, and the way in which its own tests name another source.
            cargo.env("RUSTC_BOOTSTRAP", "1").env("__CARGO_TESTS_ONLY_SRC_ROOT", library);
        }
    }

    /// The words for cargo's command line.
    pub(crate) fn words(&self) -> &'static [&'static str] {
        match self {
            Self::Installed => &[],
            Self::Source(_) => &["-Z", "build-std"],
        }
    }
}

fn rustc(root: &Path, words: &[&str]) -> Outcome<String> {
    capture(command("rustc", root).args(words))
}

fn release_in(verbose: &str) -> Option<String> {
    verbose.lines().find_map(|line| line.strip_prefix("release: ")).map(|release| release.trim().to_owned())
}

/// The folder `library` of the source of Rust, unpacked into `target/tools` once.
fn fetched(root: &Path, release: &str) -> Outcome<PathBuf> {
    let tools = root.join("target/tools/std");
    let unpacked = tools.join(release);
    let library = unpacked.join(format!("usr/src/rustc-{release}/library"));
    if library.join("std/Cargo.toml").is_file() {
        return Ok(library);
    }
    for program in ["apt-get", "apt-cache", "dpkg-deb"] {
        if on_path(program).is_none() {
            return Err(Problem::new(format!(
                "the source of Rust {release} is fetched by `{program}`, which is not on PATH"
            )));
        }
    }
    println!(
        "The source of Rust {release} is fetched from Debian's {SUITE} into target/tools. This is done once."
    );
    let apt = Apt::new(&tools.join("apt"))?;
    let version = apt.version_of(release)?;
    let package = apt.download(&version)?;
    // Under its final name only when it is whole.
    let part = tools.join("unpacking");
    files::fresh_folder(&part)?;
    capture(command("dpkg-deb", &tools).arg("-x").arg(&package).arg(&part))?;
    files::rename(&part, &unpacked)?;
    if library.join("std/Cargo.toml").is_file() {
        Ok(library)
    } else {
        Err(Problem::new(format!("`{PACKAGE}` {version} does not hold {}", library.display())))
    }
}

/// apt-get with lists of its own, so that the machine's are not touched.
struct Apt {
    folder: PathBuf,
}

impl Apt {
    /// Reads the suite's list from the first of the machine's own mirrors that has it.
    fn new(folder: &Path) -> Outcome<Self> {
        files::fresh_folder(folder)?;
        for inside in ["lists/partial", "cache/archives/partial", "parts"] {
            files::fresh_folder(&folder.join(inside))?;
        }
        files::write(&folder.join("status"), b"")?;
        let apt = Self { folder: folder.to_path_buf() };
        let listed = capture(command("apt-get", folder).args(["indextargets", "--format", "$(REPO_URI)"]))?;
        for mirror in mirrors(&listed) {
            let line = format!("deb [signed-by={KEYRING}] {mirror} {SUITE} main\n");
            files::write(&folder.join("sources.list"), line.as_bytes())?;
            let (well, _) = output(apt.command("apt-get").args(["-q", "update"]))?;
            if well && apt.versions()?.contains(PACKAGE) {
                return Ok(apt);
            }
        }
        Err(Problem::new(format!(
            "none of the places in this machine's list of package sources has Debian's {SUITE} with `{PACKAGE}`"
        )))
    }

    fn command(&self, program: &str) -> Command {
        let mut apt = command(program, &self.folder);
        for (option, inside) in [
            ("Dir::Etc::sourcelist", "sources.list"),
            ("Dir::Etc::sourceparts", "parts"),
            ("Dir::State", "."),
            ("Dir::State::lists", "lists"),
            ("Dir::State::status", "status"),
            ("Dir::Cache", "cache"),
        ] {
            apt.arg("-o").arg(format!("{option}={}", self.folder.join(inside).display()));
        }
        // The folder belongs to whoever runs this; apt's own user could not write there.
        apt.args(["-o", "APT::Sandbox::User=root"]);
        apt
    }

    fn versions(&self) -> Outcome<String> {
        capture(self.command("apt-cache").args(["madison", PACKAGE]))
    }

    fn version_of(&self, release: &str) -> Outcome<String> {
        let all = versions_in(&self.versions()?);
        let found = all.iter().find(|version| belongs(version, release));
        found.cloned().ok_or_else(|| {
            Problem::new(format!(
                "Debian's {SUITE} has `{PACKAGE}` {}, and this compiler is {release}",
                all.join(", ")
            ))
        })
    }

    fn download(&self, version: &str) -> Outcome<PathBuf> {
        capture(self.command("apt-get").args(["-q", "download", &format!("{PACKAGE}={version}")]))?;
        let names = files::names_in(&self.folder)?;
        let name = names.iter().find(|name| name.starts_with(PACKAGE) && name.ends_with(".deb"));
        name.map(|name| self.folder.join(name))
            .ok_or_else(|| Problem::new(format!("apt-get did not leave `{PACKAGE}` {version} behind")))
    }
}

/// Where the machine has its packages from, each once.
fn mirrors(listed: &str) -> Vec<&str> {
    let mut mirrors: Vec<&str> = Vec::new();
    for line in listed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !mirrors.contains(&line) {
            mirrors.push(line);
        }
    }
    mirrors
}

/// The versions in the answer of `apt-cache madison`: «rust-src | 1.95.0+dfsg1-2~bpo13+1 | …».
fn versions_in(madison: &str) -> Vec<String> {
    madison.lines().filter_map(|line| Some(line.split('|').nth(1)?.trim().to_owned())).collect()
}

/// Whether a version of Debian packs a release of Rust.
fn belongs(version: &str, release: &str) -> bool {
    version.strip_prefix(release).is_some_and(|rest| rest.starts_with(['+', '-', '~']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_release_of_the_compiler_is_read() {
        let verbose = "rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\nhost: x\nrelease: 1.95.0\n";
        assert_eq!(release_in(verbose).as_deref(), Some("1.95.0"));
        assert_eq!(release_in("rustc 1.95.0"), None);
    }

    #[test]
    fn only_the_very_same_release_belongs_to_a_compiler() {
        let madison = " rust-src | 1.97.1+dfsg1-1~bpo13+1 | x suite/main amd64 Packages\n rust-src | \
                       1.95.0+dfsg1-2~bpo13+1 | x suite/main amd64 Packages\n";
        let versions = versions_in(madison);
        assert_eq!(versions, ["1.97.1+dfsg1-1~bpo13+1", "1.95.0+dfsg1-2~bpo13+1"]);
        assert!(belongs(&versions[1], "1.95.0"));
        assert!(!belongs(&versions[0], "1.95.0") && !belongs("1.95.01-1", "1.95.0"));
    }

    #[test]
    fn each_mirror_is_asked_once() {
        assert_eq!(mirrors("a\nb\n\na\nb\n"), ["a", "b"]);
    }
}
