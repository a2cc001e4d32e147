//! How many tests passed and failed, whoever ran them.

use std::fmt;

/// The two figures that matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// Both together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// Reads a line of cargo-nextest such as
    /// `     Summary [   0.011s] 8 tests run: 6 passed (1 slow), 1 failed, 1 timed out, 3 skipped`.
    pub(crate) fn of_nextest(line: &str) -> Option<Self> {
        let (_, counts) = line.trim_start().strip_prefix("Summary ")?.split_once("run: ")?;
        let mut tally = Self::default();
        // What stands in brackets says more of those that are counted before it: «7 passed (2 slow, 3 leaky)».
        let outside = counts.split('(').map(|piece| piece.split_once(')').map_or(piece, |(_, rest)| rest));
        for part in outside.collect::<String>().split(',') {
            let mut words = part.split_whitespace();
            let count: usize = words.next()?.parse().ok()?;
            match words.next()? {
                "passed" => tally.passed += count,
                "skipped" => {}
                // Failed, timed out, failed to start: whatever it is called, it did not pass.
                _ => tally.failed += count,
            }
        }
        Some(tally)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_summary_of_nextest_is_read_whole() {
        let read = |counts: &str| Tally::of_nextest(&format!("     Summary [   0.011s] {counts}"));
        assert_eq!(read("8 tests run: 8 passed, 0 skipped"), Some(Tally { passed: 8, failed: 0 }));
        assert_eq!(read("1 test run: 1 passed (1 slow), 2 skipped"), Some(Tally { passed: 1, failed: 0 }));
        let leaky =
            "7 tests run: 6 passed (2 slow, 3 leaky), 1 failed (1 due to being leaky, on 2 cores), 4 skipped";
        assert_eq!(read(leaky), Some(Tally { passed: 6, failed: 1 }));
        let mixed = "9 tests run: 6 passed (2 flaky), 1 failed, 1 exec failed, 1 timed out, 3 skipped";
        assert_eq!(read(mixed), Some(Tally { passed: 6, failed: 3 }));
        assert_eq!(read("3/9 tests run: 2 passed, 1 failed"), Some(Tally { passed: 2, failed: 1 }));
    }

    #[test]
    fn other_lines_are_not_taken_for_a_summary() {
        assert_eq!(Tally::of_nextest("        PASS [   0.004s] (1/8) xtask tally"), None);
        assert_eq!(Tally::of_nextest("no summary here"), None);
    }
}
