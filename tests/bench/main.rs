//! What the program takes, beside its budgets. Run by `cargo xtask bench`; never a test, since a busy machine
//! would fail it for nothing. Times are medians of one run, so compare the ratios, not the milliseconds.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod budget;
mod by_hand;
mod papers;
mod saving;
mod search;
mod surveys;
#[cfg(target_os = "linux")]
mod window;
mod years;

fn main() {
    // `cargo bench` passes its own flags; the only word understood is a part of a name.
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let wanted = |name: &str| only.as_deref().is_none_or(|only| name.contains(only));
    if only.as_deref() == Some(papers::FIRST_REPORT) {
        return papers::tell_first_report();
    }
    budget::machine();
    // The window takes minutes and needs a screen, so it is measured when it is asked for by its whole name.
    #[cfg(target_os = "linux")]
    match only.as_deref() {
        Some("window") => return window::measure(),
        Some("soak") => return window::measure_soak(),
        Some("lighter") => return window::measure_lighter(),
        _ => {}
    }
    budget::heading();
    if wanted("papers") {
        papers::measure();
    }
    if wanted("saving") {
        saving::measure();
    }
    if wanted("search") {
        search::measure();
    }
    if wanted("surveys") {
        surveys::measure();
    }
}
