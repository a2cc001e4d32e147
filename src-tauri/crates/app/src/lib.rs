//! Use cases: what a person does with the program, whether from the window or from the command line.
//!
//! This crate joins the others. It owns the clock and the identifiers, reads a view of the records on the
//! store's thread and does the rest (rules, papers, package) away from it. It never draws a window, never
//! writes SQL, and does not decide what the regulation demands: that is `pps-domain`.
//!
//! | module | what a person does |
//! |---|---|
//! | [`workplace`] | opens the data file, chooses the community |
//! | [`editing`] | saves, deletes, brings back, undoes |
//! | [`drafts`] | finds again what could not be saved |
//! | [`backups`] | has copies made, looks into them, puts one back |
//! | [`carried`] | comes with a copy from another computer |
//! | [`recovery`] | saves what a damaged file still holds |
//! | [`password`] | sets, types and takes away the password |
//! | [`history`] | sees what was changed when, brings an earlier text back |
//! | [`checks`] | asks what is due and what is wrong |
//! | [`papers`] | prints |
//! | [`reporting`] | sees the figures of the report, takes proposals |
//! | [`anonymising`] | forgets the name of a person |
//! | [`attaching`] | keeps files with a record |
//! | [`importing`] | takes over tables of Word and Excel |
//! | [`signed_scans`] | attaches photographs of a signed protocol |
//! | [`signing`] | marks a protocol as signed, which freezes its text |
//! | [`submission`] | marks what РИМК has taken, which freezes its text |
//! | [`package`] | puts the year on a stick, verifies a package |
//! | [`surveys`] | sees what questionnaires on difficulties show |
//! | [`site`] | shows and writes the pages for the district's site |
//! | [`steps`] | takes back and does again |
//! | [`portable`] | is told what a stick means for the records |
//! | [`sticks`] | sees which sticks are in the computer |
//! | [`open_data`] | takes everything out as open JSON, and back |
//! | [`search`] | searches |
//! | [`exports`] | sees what was given out, when and where to |
//! | [`first_start`] | begins: community, people, year |
//! | [`views`] | (what crosses to the page) |
//! | [`example`] | opens the example year |

pub mod anonymising;
pub mod attaching;
pub mod backups;
pub mod carried;
pub mod checks;
pub mod clock;
pub mod control;
mod data_file;
pub mod derived;
mod differences;
pub mod drafts;
pub mod editing;
pub mod error;
pub mod example;
pub mod exports;
mod files;
pub mod first_start;
pub mod history;
pub mod importing;
pub mod joining;
#[cfg(test)]
mod kinds_for_page;
pub mod named_record;
mod naming;
pub mod open_data;
pub mod package;
pub mod papers;
mod passages;
pub mod password;
pub mod portable;
pub mod recovery;
pub mod reporting;
pub mod search;
pub mod signed_scans;
pub mod signing;
pub mod site;
pub mod soundness;
mod steps;
pub mod sticks;
pub mod submission;
pub mod surveys;
pub mod views;
pub mod workplace;

pub use clock::{Clock, ClockOnDay, SystemClock};
pub use error::AppError;
pub use files::{FileTrouble, read_first_line, write_whole};
pub use pps_documents as documents;
pub use pps_domain as domain;
pub use pps_exchange::safe_name;
pub use pps_store::Key;
#[cfg(feature = "statements")]
pub use pps_store::meddle;
pub use workplace::Workplace;
