//! What a bare machine lacks: system packages, a new enough Node.js, two cargo tools.

mod node;
mod packages;
mod system;
mod tools;

pub(crate) use node::{Node, locked_tool, npm_ci};
pub(crate) use packages::{BUILD, PACKAGE, ROOTS, TEST};
pub(crate) use system::{prepare, user_is_root};
pub(crate) use tools::{DENY, NEXTEST};
