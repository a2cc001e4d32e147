//! Papers of a professional pedagogical community.
//!
//! A paper is a pure function of its view model and of a day: records become a view model
//! ([`papers`]), the view model becomes pages through Typst ([`Paper`]), and the same view model on
//! the same day always gives the same bytes. Photographs of a signed protocol become one PDF in
//! [`scans`]. Nothing here reads the clock, a database or a file.

mod annexes;
mod ask;
mod catalogue;
mod columns;
mod edition;
mod error;
mod jpeg;
mod model;
mod paper;
pub mod papers;
pub mod printable;
mod printed;
mod render;
mod request;
pub mod scans;
pub mod site;
pub mod typography;

pub use ask::{Ask, SourceError, Sources, meeting_of_protocol};
pub use catalogue::{PaperForm, PaperKind, Parameter};
pub use error::PaperError;
pub use model::{Align, Blank, Block, Column, Document, Fact, Group, Table, TitlePage};
pub use paper::Paper;
pub use render::ics::calendar;
pub use render::typst::{Composed, LAYOUT_PROFILE, PagePlace};
pub use render::xlsx::workbook;
pub use request::{PaperRequest, WhichMeeting};
