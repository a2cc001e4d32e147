//! How many rounds are run, and what is told of them at the end.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Set to `long` for the long form.
const LENGTH: &str = "PPS_FAULTS";
/// Where `cargo xtask faults` collects the figures: a folder, with a file for each line of its table.
const FOLDER: &str = "PPS_FAULTS_FIGURES";

/// The number of rounds: a few with the other tests, many in the long form.
pub(crate) fn rounds(few: usize, many: usize) -> usize {
    if is_long() { many } else { few }
}

pub(crate) fn is_long() -> bool {
    std::env::var(LENGTH).is_ok_and(|length| length == "long")
}

/// What was seen of one fault. One wrong round does not hide the others.
pub(crate) struct Figures {
    fault: &'static str,
    rounds: usize,
    seen: BTreeMap<String, usize>,
    wrong: Vec<String>,
}

impl Figures {
    pub(crate) fn of(fault: &'static str) -> Self {
        Self { fault, rounds: 0, seen: BTreeMap::new(), wrong: Vec::new() }
    }

    /// Notes a round.
    pub(crate) fn round(&mut self) {
        self.rounds += 1;
    }

    /// Notes something that is worth a figure of its own.
    pub(crate) fn saw(&mut self, what: impl Into<String>) {
        *self.seen.entry(what.into()).or_default() += 1;
    }

    /// Notes a figure of which the largest is told.
    pub(crate) fn most(&mut self, what: &str, figure: u64) {
        let figure = usize::try_from(figure).unwrap();
        let most = self.seen.entry(what.to_owned()).or_default();
        *most = figure.max(*most);
    }

    /// How often something was noted.
    pub(crate) fn count(&self, what: &str) -> usize {
        self.seen.get(what).copied().unwrap_or_default()
    }

    /// Notes what must not be.
    pub(crate) fn wrong(&mut self, what: impl Into<String>) {
        self.wrong.push(what.into());
    }

    /// Notes what must not be, where there is something.
    pub(crate) fn check(&mut self, round: impl std::fmt::Display, outcome: Result<(), String>) {
        if let Err(what) = outcome {
            self.wrong(format!("{round}: {what}"));
        }
    }

    /// Tells the figures, and fails where anything was wrong.
    pub(crate) fn tell(self) {
        let mut line = format!("{}: {} rounds, {} wrong", self.fault, self.rounds, self.wrong.len());
        for (what, count) in &self.seen {
            write!(line, "; {what} {count}").unwrap();
        }
        println!("{line}");
        if let Some(folder) = std::env::var_os(FOLDER) {
            std::fs::write(PathBuf::from(folder).join(self.fault.replace(['/', ' '], "-")), &line).unwrap();
        }
        let shown: Vec<&str> = self.wrong.iter().take(12).map(String::as_str).collect();
        assert!(self.wrong.is_empty(), "{line}\n{}", shown.join("\n"));
        assert!(self.rounds > 0, "{} was never tried", self.fault);
    }

    /// Tells that the machine does not allow it.
    pub(crate) fn skipped(fault: &str, why: &str) {
        let line = format!("{fault}: not tried, since {why}");
        println!("{line}");
        if let Some(folder) = std::env::var_os(FOLDER) {
            std::fs::write(PathBuf::from(folder).join(fault.replace(['/', ' '], "-")), &line).unwrap();
        }
    }
}
