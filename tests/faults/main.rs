//! What befalls a school PC: the program is killed, the disk fills up, the file is damaged, two copies start at once,
//! another file lies in the place of ours. All of it by `pps-cli`, as a person would meet it, so that nothing here knows
//! how the file is made inside.
//!
//! A few rounds of each run with the other tests; `cargo xtask faults` runs the same with as many as the figures in
//! docs/testing.md are of, and prints them together.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[cfg_attr(
    not(unix),
    allow(dead_code, reason = "a full disk, which asks for more of it, is made on Linux alone")
)]
mod acts;
mod answer;
mod damage;
#[cfg_attr(
    not(unix),
    allow(dead_code, reason = "a full disk, which asks for more of it, is made on Linux alone")
)]
mod figures;
#[cfg(unix)]
mod full_disk;
#[cfg(target_os = "linux")]
#[path = "../hostile/imports/mod.rs"]
mod imports;
mod kills;
mod older;
mod random;
mod saving;
mod strangers;
mod two_copies;
mod year;
