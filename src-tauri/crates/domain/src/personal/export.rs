//! What left the program: a paper that was saved or printed, a package, a copy of the data.

/// Something that was given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// «Протокол № 2 от 16.01.2026.pdf»
    pub what: String,
    /// «флешка KINGSTON», «папка «Документы»», «печать».
    pub place: String,
    /// Whether it names people.
    pub personal: bool,
}
