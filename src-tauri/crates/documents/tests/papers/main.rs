//! What the papers look like to a reader of the finished file.
#![allow(missing_docs)]

mod example;
mod look;
mod reader;
