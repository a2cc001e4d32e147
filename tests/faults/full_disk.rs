//! The disk fills up while a command writes. What says that it was done is whole; what was there before stays; nothing
//! half-made stays in the way.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::acts::{ACTS, Act, Known};
use crate::answer::{Answer, typed};
use crate::figures::{Figures, rounds};
use crate::year::Year;

const PAGE: u64 = 4096;

/// A small disk in memory.
struct SmallDisk {
    at: PathBuf,
    _folder: TempDir,
}

impl SmallDisk {
    /// None where nobody may mount one.
    fn mounted(bytes: u64) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("disk");
        fs::create_dir(&at).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={bytes}"), "tmpfs"]).arg(&at);
        let mounted = mount.stdout(Stdio::null()).stderr(Stdio::null()).status();
        mounted.is_ok_and(|status| status.success()).then_some(Self { at, _folder: folder })
    }

    /// Fills it until so many bytes are free, and gives the file that fills it.
    fn fill_up_to(&self, free: u64) -> PathBuf {
        let filler = self.at.join("filler");
        let mut bytes = self.free().saturating_sub(free) / PAGE * PAGE;
        // The file itself may take a page of the disk's own.
        while fs::write(&filler, vec![1; usize::try_from(bytes).unwrap()]).is_err() {
            bytes -= PAGE;
        }
        filler
    }

    fn free(&self) -> u64 {
        let out = Command::new("df").args(["--output=avail", "-B1"]).arg(&self.at).output().unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        text.lines().nth(1).unwrap().trim().parse().unwrap()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.at).status();
    }
}

/// What has to hold after a command had no room.
fn settle(figures: &mut Figures, known: &Known, folder: &Path, answer: Answer, round: String) {
    let said_done = match answer {
        Answer::Done(_) => {
            figures.saw("done");
            true
        }
        Answer::Refused(_) => {
            figures.saw("refused");
            false
        }
        Answer::Broken(told) => {
            figures.wrong(format!("{round}: {told}"));
            false
        }
    };
    if !said_done {
        let half = crate::year::files(folder).into_keys().find(|name| is_half_made(name));
        if let Some(half) = half {
            figures.wrong(format!("{round}: «{half}» stays"));
        }
    }
    figures.check(round, known.settled(folder, said_done));
}

fn is_half_made(name: &str) -> bool {
    name.ends_with(".part") || name.contains(".part/") || name.ends_with("-journal")
}

/// Room for a command, from nothing to more than it needs.
fn steps(act: Act, known: &Known) -> Vec<u64> {
    let most = (known.grows * 3).max(512 * 1024) / PAGE + 32;
    let step = most / rounds(5, 120) as u64;
    let first = if act.name == "init" { 1 } else { 0 };
    (0..most).step_by(usize::try_from(step.max(1)).unwrap()).map(|pages| (pages + first) * PAGE).collect()
}

#[test]
fn a_command_without_room_on_the_disk_refuses_and_spoils_nothing() {
    const FAULT: &str = "full disk";
    let Some(disk) = SmallDisk::mounted(48 << 20) else {
        return Figures::skipped(FAULT, "a disk may be mounted here by root alone");
    };
    let year = Year::new();
    let mut figures = Figures::of(FAULT);
    for act in ACTS {
        let known = act.known(&year);
        for free in steps(act, &known) {
            figures.round();
            let folder = disk.at.join("work");
            fs::create_dir(&folder).unwrap();
            known.prepare(&folder);
            let filler = disk.fill_up_to(free);
            let answer = Answer::of(typed(&folder, act.words).output().unwrap());
            fs::remove_file(filler).unwrap();
            settle(&mut figures, &known, &folder, answer, format!("{} with {free} bytes", act.name));
            fs::remove_dir_all(&folder).unwrap();
        }
    }
    figures.tell();
}

/// The same without root: no file may grow beyond a limit, and writing then fails as on a full disk.
#[test]
fn a_command_whose_files_may_not_grow_refuses_and_spoils_nothing() {
    let year = Year::new();
    let mut figures = Figures::of("files that may not grow");
    for act in ACTS {
        let known = act.known(&year);
        let largest = fs::metadata(year.path("year.db")).unwrap().len().max(known.grows) * 2;
        let step = largest / rounds(4, 100) as u64;
        for limit in (0..largest).step_by(usize::try_from(step.max(512)).unwrap()) {
            figures.round();
            let folder = known.prepared();
            // An ignored signal stays ignored by the program that follows, so it gets an error and lives.
            let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", limit / 512);
            let asked = typed(folder.path(), act.words);
            let mut shell = Command::new("sh");
            shell.args(["-c", &script, "sh"]).arg(asked.get_program()).args(asked.get_args());
            shell.envs(asked.get_envs().filter_map(|(name, value)| Some((name, value?))));
            shell.current_dir(folder.path()).stdin(Stdio::null());
            let answer = Answer::of(shell.output().unwrap());
            let round = format!("{} with files up to {limit} bytes", act.name);
            settle(&mut figures, &known, folder.path(), answer, round);
        }
    }
    figures.tell();
}
