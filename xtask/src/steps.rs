//! A task of many steps: each is announced and timed, and one failure does not hide the others.

use std::time::{Duration, Instant};

use crate::process::{Outcome, Problem};

struct Step {
    name: &'static str,
    took: Duration,
    ended: Ended,
}

enum Ended {
    Well,
    Badly(String),
    Skipped,
}

/// The steps done so far.
pub(crate) struct Steps {
    started: Instant,
    done: Vec<Step>,
}

impl Steps {
    /// Nothing done yet; the clock runs from here.
    pub(crate) fn new() -> Self {
        Self { started: Instant::now(), done: Vec::new() }
    }

    /// Does one step and keeps its time. Says whether it went well, so that what builds on it can be skipped.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> Outcome) -> bool {
        println!("\n== {name}");
        let started = Instant::now();
        let ended = match work() {
            Ok(()) => Ended::Well,
            Err(problem) => {
                eprintln!("{name}: {problem}");
                Ended::Badly(problem.to_string())
            }
        };
        let well = matches!(ended, Ended::Well);
        self.done.push(Step { name, took: started.elapsed(), ended });
        well
    }

    /// Notes a step that cannot be done because an earlier one failed.
    pub(crate) fn skip(&mut self, name: &'static str) {
        self.done.push(Step { name, took: Duration::ZERO, ended: Ended::Skipped });
    }

    /// The table of times, and the names of the steps that did not end well.
    fn summary(&self) -> (String, Vec<&'static str>) {
        let mut table = String::new();
        let mut bad = Vec::new();
        for step in &self.done {
            let word = match &step.ended {
                Ended::Well => "ok".to_owned(),
                Ended::Badly(sentence) => format!("FAILED: {}", sentence.lines().next().unwrap_or_default()),
                Ended::Skipped => "skipped, because an earlier step failed".to_owned(),
            };
            if !matches!(step.ended, Ended::Well) {
                bad.push(step.name);
            }
            table.push_str(&format!("{:>7.1} s  {:<28} {word}\n", step.took.as_secs_f64(), step.name));
        }
        table.push_str(&format!("{:>7.1} s  in all\n", self.started.elapsed().as_secs_f64()));
        (table, bad)
    }

    /// Prints the table; fails when any step failed.
    pub(crate) fn finish(&self) -> Outcome {
        let (table, bad) = self.summary();
        println!("\n{table}");
        if bad.is_empty() { Ok(()) } else { Err(Problem::new(format!("not right: {}", bad.join(", ")))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failure_is_named_and_the_rest_still_runs() {
        let mut steps = Steps::new();
        assert!(!steps.step("first", || Err(Problem::new("broken\nin detail"))));
        assert!(steps.step("second", || Ok(())));
        steps.skip("third");
        let (table, bad) = steps.summary();
        assert_eq!(bad, ["first", "third"]);
        assert!(table.contains("FAILED: broken\n"), "{table}");
        assert!(steps.finish().is_err());
    }

    #[test]
    fn all_well_is_success() {
        let mut steps = Steps::new();
        steps.step("only", || Ok(()));
        assert!(steps.finish().is_ok());
    }
}
