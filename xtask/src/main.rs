//! The project's own tasks, so that one command runs, tests or measures it on a bare machine.
//!
//! Only the standard library and `serde_json` are used: this program is compiled before anything else, and
//! must not keep a person waiting.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks to a terminal")]

mod files;
mod page;
mod process;
mod setup;
mod steps;
mod tally;
mod tasks;
mod tidy;

use std::path::Path;
use std::process::ExitCode;

use process::Outcome;

/// What a task is called, what it is for, and what it does with the rest of the command line.
struct Task {
    name: &'static str,
    help: &'static str,
    run: fn(&Path, &[String]) -> Outcome,
}

const TASKS: &[Task] = &[
    Task {
        name: "run",
        help: "install what is missing, build, make the example year's papers and package",
        run: tasks::run::run,
    },
    Task {
        name: "test",
        help: "install what is missing and check everything that CI checks",
        run: tasks::test::run,
    },
    Task {
        name: "package",
        help: "make the installers: .deb and .rpm on Linux, NSIS on Windows; with `windows`, on Linux, those for Windows",
        run: tasks::package::run,
    },
    Task {
        name: "distributions",
        help: "install, use, upgrade and remove the .deb in bare roots of Debian and Ubuntu (needs root)",
        run: tasks::distributions::run,
    },
    Task {
        name: "windows",
        help: "compile for Windows on Linux, run the tests under wine, compare the programs",
        run: tasks::windows::run,
    },
    Task { name: "bench", help: "measure and print the figures beside the budgets", run: tasks::bench::run },
    Task {
        name: "faults",
        help: "kill, cut, flip and fill: the long form of the tests of faults, with a table of figures",
        run: tasks::faults::run,
    },
    Task {
        name: "fuzz",
        help: "give whatever reads input from outside a minute of random changes each",
        run: tasks::fuzz::run,
    },
    Task {
        name: "bindings",
        help: "write the page's types from Rust; with --check only say whether they are stale",
        run: tasks::bindings::run,
    },
    Task {
        name: "tidy",
        help: "check the rules of docs/architecture.md that the compiler cannot see",
        run: tidy::run,
    },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();

    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        if !matches!(name.as_str(), "" | "help" | "--help" | "-h") {
            eprintln!("There is no task `{name}`.\n");
        }
        println!("cargo xtask TASK\n");
        for task in TASKS {
            println!("    {:<13} {}", task.name, task.help);
        }
        return ExitCode::from(2);
    };

    match process::repository().and_then(|root| (task.run)(&root, &rest)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\ncargo xtask {name}: {problem}");
            ExitCode::FAILURE
        }
    }
}
