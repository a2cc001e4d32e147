//! All processes of one program: WebKit works in processes of its own.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The word in the environment by which the processes of one run are known. Children inherit it, and it stays with
/// those whose parent has ended.
pub(super) const MARK: &str = "PPS_MEASURED";

/// The processes of one run, found anew with each question.
pub(super) struct Tree {
    mark: String,
}

impl Tree {
    /// The tree whose processes carry the value of [`MARK`].
    pub(super) fn marked(value: &str) -> Self {
        Self { mark: format!("{MARK}={value}") }
    }

    /// The proportional set sizes together, in megabytes of 1024 × 1024 bytes: a page that several processes share is
    /// counted once, in parts.
    pub(super) fn memory(&self) -> f64 {
        let kilobytes: u64 = self.processes().iter().filter_map(|pid| proportional(*pid)).sum();
        kilobytes as f64 / 1024.0
    }

    /// The names of the processes, so that a missing one is noticed.
    pub(super) fn names(&self) -> Vec<String> {
        let name = |pid: &u32| fs::read_to_string(format!("/proc/{pid}/comm")).ok();
        let mut names: Vec<String> =
            self.processes().iter().filter_map(name).map(|name| name.trim().to_owned()).collect();
        names.sort();
        names
    }

    /// Ends what is left of the run: LibreOffice works in a child of the program that was started.
    pub(super) fn ends(&self) {
        for pid in self.processes() {
            let _ = Command::new("kill").arg(pid.to_string()).status();
        }
    }

    /// Whether any process of the run is left.
    pub(super) fn is_gone(&self) -> bool {
        self.processes().is_empty()
    }

    /// Every process that carries the mark.
    fn processes(&self) -> Vec<u32> {
        let entries = fs::read_dir("/proc").expect("/proc").flatten();
        entries
            .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
            .filter(|pid| {
                let environment = fs::read(Path::new("/proc").join(pid.to_string()).join("environ"));
                let mark = self.mark.as_bytes();
                environment.is_ok_and(|text| text.split(|byte| *byte == 0).any(|entry| entry == mark))
            })
            .collect()
    }
}

/// The proportional set size of a process in kilobytes; none for one that has just ended.
fn proportional(pid: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}
