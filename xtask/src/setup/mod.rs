//! What a bare machine lacks: system packages, a new enough Node.js, two cargo tools.

mod node;
mod packages;
mod system;
mod tools;

pub(crate) use node::{Node, locked_tool, npm_ci};
pub(crate) use packages::{BUILD, TEST};
pub(crate) use system::prepare;
pub(crate) use tools::{DENY, NEXTEST};
