//! The bare root of a system: made once, copied for each trial, entered without anything staying mounted.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files;
use crate::process::{Outcome, Problem, command, output, run};

/// A system whose packages debootstrap can fetch.
#[derive(Debug)]
pub(super) struct System {
    pub(super) name: &'static str,
    /// Its folder, and how it is named on the command line.
    pub(super) folder: &'static str,
    suite: &'static str,
    /// debootstrap's script, where that is not called like the suite.
    script: Option<&'static str>,
    /// What its packages are signed with.
    key: &'static str,
}

pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "Debian 12",
        folder: "debian-12",
        suite: "bookworm",
        script: None,
        key: "/usr/share/keyrings/debian-archive-keyring.gpg",
    },
    System {
        name: "Debian 13",
        folder: "debian-13",
        suite: "trixie",
        script: None,
        key: "/usr/share/keyrings/debian-archive-keyring.gpg",
    },
    System {
        name: "Ubuntu 24.04",
        folder: "ubuntu-24.04",
        suite: "noble",
        script: Some("jammy"),
        key: "/usr/share/keyrings/ubuntu-archive-keyring.gpg",
    },
];

/// Who works in the root, as on a school's PC: nobody special.
pub(super) const PERSON: &str = "teacher";
pub(super) const HOME: &str = "/home/teacher";
/// Written when a root is whole, so that one that was cut off is made anew.
const WHOLE: &str = "whole";

/// What is mounted is private to the command and goes with it.
const ENTER: &str = "root=$1; shift; \
    mount -t proc proc \"$root/proc\" && mount --rbind /dev \"$root/dev\" && mkdir -p \"$root/tmp/.X11-unix\" && \
    mount --bind /tmp/.X11-unix \"$root/tmp/.X11-unix\" && exec chroot \"$root\" \"$@\"";

/// A root in which a trial takes place.
pub(super) struct Root {
    path: PathBuf,
    /// Where pictures are put.
    pub(super) pictures: PathBuf,
}

impl Root {
    /// A root as if the system had just been installed: the first time it is fetched, then copied.
    pub(super) fn fresh(system: &System, folder: &Path) -> Outcome<Self> {
        let base = folder.join(system.folder);
        if !base.join(WHOLE).exists() {
            if !Path::new(system.key).exists() {
                return Err(Problem::new(format!(
                    "{} is not on this machine, so its packages cannot be proved",
                    system.key
                )));
            }
            println!("Its root is fetched; this is done once.");
            files::fresh_folder(&base)?;
            let mut make = command("debootstrap", folder);
            make.arg("--variant=minbase").arg(format!("--keyring={}", system.key));
            make.arg(system.suite).arg(base.join("root"));
            if let Some(script) = system.script {
                // An empty word leaves the mirror to the script.
                make.arg("").arg(script);
            }
            let (made, said) = output(&mut make)?;
            if !made {
                let last = said.lines().last().unwrap_or_default().to_owned();
                return Err(Problem::new(format!("its root could not be fetched ({last})")));
            }
            files::write(&base.join(WHOLE), b"")?;
        }
        let path = folder.join("trial");
        files::fresh_folder(&path)?;
        run(command("cp", folder).arg("-a").arg(base.join("root/.")).arg(&path))?;
        let root = Self { path, pictures: folder.join("pictures").join(system.folder) };
        files::fresh_folder(&root.pictures)?;
        root.as_root(&["useradd", "--create-home", PERSON])?;
        Ok(root)
    }

    /// A command inside, as root.
    pub(super) fn enter(&self, words: &[&str]) -> Command {
        let mut enter = command("unshare", Path::new("/"));
        enter.args(["--mount", "--propagation", "private", "sh", "-c", ENTER, "sh"]).arg(&self.path);
        enter.args(["env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]);
        enter.args(["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]);
        enter.args(words);
        enter
    }

    /// A command inside, as the person who works there. What is started is the process itself, so that it can be sent a signal.
    pub(super) fn person(&self, display: &str, words: &[&str]) -> Command {
        let display = format!("DISPLAY={display}");
        let home = format!("HOME={HOME}");
        let mut all = vec!["setpriv", "--reuid", PERSON, "--regid", PERSON, "--init-groups"];
        all.extend(["env", "LC_ALL=C.UTF-8", &home, &display]);
        all.extend(words);
        self.enter(&all)
    }

    /// Runs a command inside as root and answers what it says.
    pub(super) fn as_root(&self, words: &[&str]) -> Outcome<String> {
        said(words, output(&mut self.enter(words))?)
    }

    /// Runs a command inside as the person and answers what it says.
    pub(super) fn as_person(&self, words: &[&str]) -> Outcome<String> {
        said(words, output(&mut self.person("", words))?)
    }

    /// A path inside, seen from outside.
    pub(super) fn at(&self, inside: &str) -> PathBuf {
        self.path.join(inside.trim_start_matches('/'))
    }
}

fn said(words: &[&str], (well, text): (bool, String)) -> Outcome<String> {
    if well {
        return Ok(text);
    }
    let end: Vec<&str> = text.lines().rev().take(3).collect();
    let end: Vec<&str> = end.into_iter().rev().collect();
    Err(Problem::new(format!("`{}`: {}", words.join(" "), end.join(" / "))))
}
