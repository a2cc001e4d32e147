//! The window's program. Without the attribute below Windows would open a console beside it.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::io::Write;
use std::process::ExitCode;

use pps_app::importing::read_as_child;

fn main() -> ExitCode {
    // A table is read by this program again, as a child without a window.
    if let Some(code) = read_as_child() {
        return code;
    }
    // One line in place of a page of addresses: the sentence after it is what a person should read.
    std::panic::set_hook(Box::new(|panic| say(&panic.to_string().replace('\n', " "))));
    match pps_workplace::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            say(&sentence);
            pps_workplace::tell(&sentence);
            ExitCode::FAILURE
        }
    }
}

/// A program without a window has nowhere else to speak; nothing can be done if even this fails.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
