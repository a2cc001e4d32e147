//! The store on real files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod anonymise;
mod backup;
#[cfg(unix)]
mod crash;
mod dump;
mod formats;
mod history;
mod kinds;
mod links;
mod opening;
mod records;
mod rescue;
mod search;
mod signing;
mod support;
mod undoing;
