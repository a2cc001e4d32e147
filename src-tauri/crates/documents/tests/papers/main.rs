//! What the papers look like to a reader of the finished file.
#![allow(missing_docs)]

mod any_text;
mod content;
mod example;
mod look;
mod reader;
mod records;
mod scans;
mod standards;
