//! What a bare machine lacks: system packages, a new enough Node.js, two cargo tools, a standard library for Windows.

mod node;
mod packages;
mod std_source;
mod system;
mod tools;

pub(crate) use node::{Node, locked_tool, npm_ci};
pub(crate) use packages::{BUILD, PACKAGE, ROOTS, TEST, WINDOWS, WINDOWS_PACKAGES, WINE};
pub(crate) use std_source::ForeignStd;
pub(crate) use system::{prepare, user_is_root};
pub(crate) use tools::{DENY, NEXTEST};
