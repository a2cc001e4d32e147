//! Inputs that nobody thought of: what is kept in `corpus/` is changed at random and given to whatever reads input from
//! outside. A fault is a panic, an abort, a hang, or a promise of the reader that is broken; the input that showed it is
//! kept as a file of the corpus.
//!
//! Every test runs its whole corpus and a few hundred changes of it, the same each time; `cargo xtask fuzz` gives each
//! target a minute and other changes every time (docs/decisions/0021).

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod mutation;
mod runs;
mod targets;
