//! The store on real files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod records;
mod search;
mod support;
