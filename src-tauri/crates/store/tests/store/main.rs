//! The store on real files.

mod records;
mod support;
