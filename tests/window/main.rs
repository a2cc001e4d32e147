//! The real program in a real window, driven as a person drives it.

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen;
mod window;

mod opening;
