//! Records of a professional pedagogical community (ППС) and the rules of its regulation (Положение).
//!
//! Everything here is a pure function of records and a date: no files, no SQL, no clock, no randomness.
//! Today is always an argument; identifiers are given by the caller. A rule never changes a record, and a
//! record dated after the given day has not happened yet.
//!
//! | module | holds |
//! |---|---|
//! | [`records`] | what a leader enters: people, plan, meetings, protocols, decisions … |
//! | [`archive`] | all records of one community in memory, and the questions asked of them |
//! | [`assignments`] | what is open and who is to do it |
//! | [`course_schedule`] | courses of the members by years, and who is due for one |
//! | [`derived`] | what follows from each record on a day: state, term in force, voters, number |
//! | [`rules`] | findings: what the regulation, office practice or good sense asks for |
//! | [`figures`] | what the report derives, each figure with the records behind it |
//! | [`control`] | what is to be done by a term, wherever it was decided |
//! | [`personal`] | papers and records without the names of people |
//! | [`proposals`] | words for the report and rows for the next plan, to be taken or left |
//! | [`password`] | what can be said of a password before it is set |
//! | [`calendar`] | school years, half-years, partly known dates, terms |
//! | [`russian`] | dates, names and numbers in Russian words |
//! | [`supplied`] | questionnaires and lists that come with the program |
//! | [`tables`] | what tables of Word and Excel mean: columns, terms, people, marks |
//! | [`text`] | which text may be stored |

pub mod assignments;
pub mod calendar;
pub mod community_records;
pub mod control;
pub mod course_schedule;
pub mod derived;
pub mod figures;
pub mod ids;
pub mod import;
pub mod password;
pub mod personal;
pub mod proposals;
pub mod records;
pub mod rules;
pub mod russian;
pub mod supplied;
pub mod text;

pub use chrono::NaiveDate;
