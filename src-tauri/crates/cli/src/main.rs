//! `pps-cli`: the use cases without a window.
//!
//! Exit 0: done; 1: refused, with one Russian sentence on standard error that says what happened and what to do;
//! 2: wrong usage.

mod anonymising;
mod answers;
mod arguments;
mod commands;
mod help;
mod importing;
mod importing_protocol;
mod keeping;
mod package;
mod paper;
mod site;
mod usage;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;
use pps_app::importing::read_as_child;

use arguments::Arguments;

fn main() -> ExitCode {
    // A table is read by this program again, as a child that must know nothing else.
    if let Some(code) = read_as_child() {
        return code;
    }
    let typed = help::command().try_get_matches().and_then(|typed| Arguments::from_arg_matches(&typed));
    let arguments = match typed {
        Ok(arguments) => arguments,
        Err(fault) if matches!(fault.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return told(io::stdout(), &fault.to_string(), ExitCode::SUCCESS);
        }
        Err(fault) => return told(io::stderr(), &usage::in_russian(&fault), ExitCode::from(2)),
    };
    let mut out = io::stdout().lock();
    match commands::run(arguments, &mut out).and_then(|code| {
        out.flush()?;
        Ok(code)
    }) {
        Ok(code) => code,
        Err(refusal) => told(io::stderr(), &refusal.to_string(), ExitCode::from(refusal.exit())),
    }
}

/// Prints a line and ends with the code. Where nobody can read the line, the code still tells.
fn told(mut to: impl Write, line: &str, code: ExitCode) -> ExitCode {
    let _ = writeln!(to, "{}", line.trim_end());
    code
}
