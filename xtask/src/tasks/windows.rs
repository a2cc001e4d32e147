//! `cargo xtask windows`: the programs are compiled for Windows on Linux, their tests run under wine, and what `pps-cli.exe`
//! writes is compared with what `pps-cli` writes. What a real Windows alone can show is named in docs/testing.md.

mod compare;
pub(crate) mod cross;
pub(crate) mod wine;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use super::bindings;
use super::test::REHEARSAL;
use crate::page::Page;
use crate::process::{self, IS_WINDOWS, Outcome, Problem, capture, target_folder};
use crate::setup::{BUILD, NEXTEST, WINDOWS, prepare};
use crate::steps::Steps;
use crate::tally::Tally;
use cross::Cross;
use wine::Wine;

/// The crates whose tests run under wine. The window's need WebView2, and those of the other programs the Linux tools; the tests of
/// faults start `pps-cli` some thousand times, which is slow under wine.
const CRATES: [&str; 6] = ["pps-domain", "pps-store", "pps-documents", "pps-exchange", "pps-app", "pps-cli"];

/// Checks everything for Windows that can be checked on Linux.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    if !words.is_empty() {
        return Err(Problem::new("it takes no options"));
    }
    if IS_WINDOWS {
        return Err(Problem::new("it looks at Windows from Linux; here `cargo xtask test` is what there is"));
    }
    let mut steps = Steps::new();
    let mut made = None;
    steps.step("set-up", || {
        prepare(&[BUILD, WINDOWS])?;
        let cross = Cross::prepare(root)?;
        let wine = Wine::prepare(root, cross.folder())?;
        Page::prepare(root)?.build()?;
        made = Some((cross, wine));
        Ok(())
    });
    let Some((cross, wine)) = made else { return steps.finish() };
    let mut counted = Counted::default();
    let mut warnings = 0;
    if steps.step("build for Windows", || build(root, &cross, &wine, &mut warnings)) {
        steps.step("clippy for Windows", || match warnings {
            0 => Ok(()),
            some => Err(Problem::new(format!("clippy warns of {some} crates, above"))),
        });
        steps.step("tests under wine", || test(root, &cross, &wine, &mut counted.ran));
    } else {
        steps.skip("tests under wine");
    }
    steps.step("tests of Linux alone", || {
        counted.linux_alone = Some(of_linux_alone(root, &cross, &wine)?);
        Ok(())
    });
    steps.step("pps-cli.exe against pps-cli", || {
        compare::run(
            &target_folder(root).join("debug/pps-cli"),
            &cross.program("debug", "pps-cli"),
            &wine,
            root,
        )
    });
    let finished = steps.finish();
    println!("{}", counted.sentence());
    finished
}

/// What was counted; nothing where it did not come to that.
#[derive(Default)]
struct Counted {
    ran: Option<Tally>,
    linux_alone: Option<usize>,
}

impl Counted {
    fn sentence(&self) -> String {
        let ran = self.ran.map_or_else(|| "the tests did not run".to_owned(), |tally| tally.to_string());
        match self.linux_alone {
            Some(count) => {
                format!("under wine: {ran}; left out, because they ask Linux or its tools: {count}")
            }
            None => format!("under wine: {ran}"),
        }
    }
}

/// Everything that is compiled, tests and the window in it, once: clippy is the compiler here. Its warnings are counted, and the tests
/// run all the same.
fn build(root: &Path, cross: &Cross, wine: &Wine, warnings: &mut usize) -> Outcome {
    let mut build = NEXTEST.command(root)?;
    build.args(["run", "--no-run", "--workspace", "--color", "never"]).args(REHEARSAL);
    // Nextest asks each test program for its list when it is built, which takes wine; those that are not run are not asked.
    build.arg("-E").arg(filter());
    cross.tell(&mut build);
    wine.tell(&mut build);
    under_wine(&mut build, root, wine);
    let mut warned = Vec::new();
    process::watch(&mut build, |line| warned.extend(warned_crate(line)))?;
    *warnings = warned.len();
    Ok(())
}

/// The crate, in what cargo says at its end: «warning: `pps-store` (lib) generated 1 warning».
fn warned_crate(line: &str) -> Option<String> {
    let (name, rest) = line.trim().strip_prefix("warning: `")?.split_once('`')?;
    rest.contains(" generated ").then(|| name.to_owned())
}

fn test(root: &Path, cross: &Cross, wine: &Wine, counted: &mut Option<Tally>) -> Outcome {
    let mut nextest = NEXTEST.command(root)?;
    nextest.args(["run", "--workspace", "--no-fail-fast", "--color", "never", "--status-level", "fail"]);
    nextest.args(REHEARSAL).args(["--final-status-level", "slow", "-E"]).arg(filter());
    nextest.arg("--config-file").arg(root.join("xtask/windows/nextest.toml"));
    cross.tell(&mut nextest);
    wine.tell(&mut nextest);
    under_wine(&mut nextest, root, wine);
    let outcome = process::watch(&mut nextest, |line| *counted = Tally::of_nextest(line).or(*counted));
    match *counted {
        Some(tally) if tally.failed > 0 => Err(Problem::new(format!("{tally}"))),
        Some(_) => outcome,
        None => outcome.and(Err(Problem::new("cargo-nextest did not say how many tests passed"))),
    }
}

fn filter() -> String {
    let crates = CRATES.map(|name| format!("package({name})")).join(" or ");
    format!("({crates}) and not binary(faults) and not test(/{}/)", bindings::GENERATED_TESTS)
}

fn under_wine(nextest: &mut Command, root: &Path, wine: &Wine) {
    nextest.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", wine.program());
    // Snapshots are found by asking cargo, which under wine is not there.
    nextest.env("INSTA_WORKSPACE_ROOT", root).env("INSTA_UPDATE", "no");
}

/// How many tests of the same crates Linux has and Windows has not.
fn of_linux_alone(root: &Path, cross: &Cross, wine: &Wine) -> Outcome<usize> {
    let list = || -> Outcome<Command> {
        let mut list = NEXTEST.command(root)?;
        list.args(["list", "--workspace", "--color", "never", "--message-format", "oneline"]);
        list.args(REHEARSAL).arg("-E").arg(filter());
        Ok(list)
    };
    let linux = names(&capture(&mut list()?)?);
    let mut there = list()?;
    cross.tell(&mut there);
    wine.tell(&mut there);
    under_wine(&mut there, root, wine);
    let windows = names(&capture(&mut there)?);
    let alone: Vec<&String> = linux.difference(&windows).collect();
    let mut programs: Vec<&str> = alone.iter().filter_map(|name| name.split(' ').next()).collect();
    programs.dedup();
    println!("{} tests are of Linux alone, in {}.", alone.len(), programs.join(", "));
    let added: Vec<&str> = windows.difference(&linux).map(String::as_str).collect();
    println!("{} tests are of Windows alone. {}", added.len(), added.join(", "));
    Ok(alone.len())
}

fn names(listed: &str) -> BTreeSet<String> {
    listed.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_did_not_run_is_not_passed_over_in_silence() {
        let ran = Some(Tally { passed: 7, failed: 1 });
        let all = Counted { ran, linux_alone: Some(3) }.sentence();
        assert_eq!(all, "under wine: 7 passed, 1 failed; left out, because they ask Linux or its tools: 3");
        assert_eq!(Counted::default().sentence(), "under wine: the tests did not run");
    }

    #[test]
    fn crates_with_warnings_are_counted_and_what_cargo_says_of_other_things_is_not() {
        let line = "warning: `pps-store` (lib) generated 1 warning (1 duplicate)";
        assert_eq!(warned_crate(line).as_deref(), Some("pps-store"));
        assert_eq!(warned_crate("warning: warning: saw package ID `std`"), None);
        assert_eq!(warned_crate("warning: unused variable: `x`"), None);
    }

    #[test]
    fn tests_are_told_apart_by_program_and_name() {
        let listed = "pps-domain::years a::b\npps-domain a::b\n\n";
        assert_eq!(names(listed).len(), 2);
        assert!(filter().contains("package(pps-exchange)"));
    }
}
