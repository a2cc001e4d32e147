//! What the papers look like to a reader of the finished file.
// Helpers outside `#[test]` functions are test code too, and may fail loudly.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod again;
mod calendar;
mod errors;
mod example;
#[cfg_attr(not(unix), allow(dead_code, reason = "most of what it reads is read on Linux alone"))]
mod reader;
mod records;
mod site;
mod staff;
mod table;
mod typed;

// These look at the finished file with the tools of a reviewer (poppler, qpdf, LibreOffice), which Windows has not. That Windows makes
// the same bytes, `cargo xtask windows` shows by comparing them.
#[cfg(unix)]
mod any_text;
#[cfg(unix)]
mod content;
#[cfg(unix)]
mod docx;
#[cfg(unix)]
mod edition;
#[cfg(unix)]
mod look;
#[cfg(unix)]
mod places;
#[cfg(unix)]
mod plan_as_written;
#[cfg(unix)]
mod scanned_pdf;
#[cfg(unix)]
mod scans;
#[cfg(unix)]
mod standards;
#[cfg(unix)]
mod typed_tables;
