//! Whole stories through `pps-app`, on a real file, with the example year: every line of what must come out of
//! a community's year.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod ahead;
mod assignments;
mod checks;
mod growth;
mod look;
mod memory;
mod named_parts;
mod open_data;
mod package;
mod papers;
mod plan_comes_back;
mod reporting;
mod search;
mod site;
mod surveys;
