//! The window under a real mouse, wheel and keyboard, started as a person starts it: no browser's driver, the Russian
//! layout on, a window manager around it. What the page shows is asked through a socket that only tests have
//! (`src-tauri/src/rehearsal.rs`); what is on the disk is read when the window has gone.

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod started;

mod closing;
mod order;
mod scrolling;
