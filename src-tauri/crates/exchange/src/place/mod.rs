//! Putting a package in its place without a moment at which neither the previous one nor the new one is whole.
//!
//! A stick with FAT keeps a name and its bytes in different sectors, which reach it in any order. After a cut a renamed
//! thing may have both names, or none, and both names then share their bytes: removing one destroys the other. So nothing
//! is exchanged, nothing is renamed while it is the only whole package, and nothing is removed that may share its bytes
//! with something (docs/decisions/0020).

mod leftovers;
mod names;
mod owner;
mod replace;
mod wipe;

pub use leftovers::{Leftover, LeftoverState, OnLeftovers, leftovers, remove_leftovers};
pub use owner::name_in_place;
pub use replace::Form;
pub(crate) use replace::Placing;
