//! Papers of a professional pedagogical community.
//!
//! A paper is a pure function of its view model and of a day: records become a view model
//! ([`papers`]), the view model becomes pages through Typst ([`Paper`]), and the same view model on
//! the same day always gives the same bytes. Photographs of a signed protocol become one PDF in
//! [`scans`]. Nothing here reads the clock, a database or a file.

mod ask;
mod catalogue;
mod columns;
mod docx;
mod error;
mod ics;
mod jpeg;
mod paper;
pub mod papers;
mod places;
pub mod printable;
mod request;
pub mod scans;
pub mod typography;
mod world;
mod xlsx;

pub use ask::{Ask, SourceError, Sources, meeting_of_protocol};
pub use catalogue::{PaperForm, PaperKind, Parameter};
pub use error::PaperError;
pub use ics::calendar;
pub use paper::{Composed, Paper};
pub use places::PagePlace;
pub use request::{PaperRequest, WhichMeeting};
pub use world::LAYOUT_PROFILE;
pub use xlsx::workbook;
