//! What the papers look like to a reader of the finished file.
// Helpers outside `#[test]` functions are test code too, and may fail loudly.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod any_text;
mod calendar;
mod content;
mod docx;
mod edition;
mod errors;
mod example;
mod look;
mod places;
mod plan_as_written;
mod reader;
mod records;
mod scanned_pdf;
mod scans;
mod site;
mod staff;
mod standards;
mod table;
mod typed;
mod typed_tables;
