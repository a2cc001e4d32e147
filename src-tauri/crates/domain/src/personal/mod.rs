//! People without their names: how a name is found in a text in any case, what is left of a person who asked to be
//! forgotten, and the records as they stand in an edition without personal data.

mod anonymised;
mod declined;
mod edition;
mod export;
mod name_in_text;
mod name_mask;
mod publication;

pub use anonymised::next_label;
pub use edition::Edition;
pub use export::Export;
pub use name_mask::NameMask;
pub use publication::Publication;
