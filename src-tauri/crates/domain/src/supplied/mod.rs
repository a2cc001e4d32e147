//! What comes with the program, to begin with: lists that a person changes as he or she likes.

mod lesson;

pub use lesson::LESSON_ASPECTS;
