//! Papers of a professional pedagogical community.
//!
//! A paper is a pure function of its view model and of a day: records become a view model
//! ([`papers`]), the view model becomes pages through Typst ([`Paper`]), and the same view model on
//! the same day always gives the same bytes. Photographs of a signed protocol become one PDF in
//! [`scans`]. Nothing here reads the clock, a database or a file.

mod columns;
mod docx;
mod ics;
mod jpeg;
mod paper;
pub mod papers;
mod places;
pub mod printable;
pub mod scans;
pub mod typography;
mod world;
mod xlsx;

pub use ics::calendar;
pub use paper::{Composed, Paper, PaperError};
pub use places::PagePlace;
pub use world::LAYOUT_PROFILE;
pub use xlsx::workbook;
