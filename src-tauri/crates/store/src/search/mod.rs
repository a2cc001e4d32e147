//! Full-text search in Russian.
//!
//! The text of a record is turned into words here, in Rust; SQLite keeps only which word stands in which
//! record. A word is found by its stem («заседание» finds «заседаний») or by its beginning («Щерб»).

mod cards;
mod index;
mod mark;
mod query;
mod words;

pub use mark::{Marked, marked};
pub use query::{Hit, Question};

pub(crate) use cards::CardCache;
pub(crate) use index::{forget, is_outdated, refresh, update};
