//! Files that somebody made to break the program, or that broke on their way: nothing aborts, nothing takes more memory
//! or time than an old PC has, nothing is taken in by half, and the person reads a sentence.

mod bombs;
mod measured;
mod open_data;
mod tables;
