//! The forms of a paper's file.

pub(crate) mod docx;
pub(crate) mod ics;
pub(crate) mod typst;
pub(crate) mod xlsx;
