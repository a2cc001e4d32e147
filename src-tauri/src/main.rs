//! The window's program. Without the attribute below Windows would open a console beside it.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    match pps_workplace::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A program without a window has nowhere else to speak; nothing can be done if even this fails.
            let _ = writeln!(std::io::stderr(), "{}", pps_workplace::refusal(&error));
            ExitCode::FAILURE
        }
    }
}
