//! What comes with the program, to begin with: questionnaires and lists that a person changes as he or she likes.

mod assessment;
pub mod criteria;
mod digital;
mod lesson;
mod low_results;
mod questionnaires;
mod standard;

pub use lesson::LESSON_ASPECTS;
pub use questionnaires::{QUESTIONNAIRES, Supplied, SuppliedArea};
