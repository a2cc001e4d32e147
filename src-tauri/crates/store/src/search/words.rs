//! Words as the search keeps them.

pub(crate) use pps_domain::russian::{Word, each_word, words, words_beginning};
use rust_stemmers::{Algorithm, Stemmer};

/// Finds stems.
pub(crate) struct Stems(Stemmer);

impl Stems {
    pub(crate) fn new() -> Self {
        Self(Stemmer::create(Algorithm::Russian))
    }

    /// The stem of a folded word.
    pub(crate) fn stem(&self, folded: &str) -> String {
        self.0.stem(folded).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("заседание", "заседаний")]
    #[case("заседание", "заседаниями")]
    #[case("затруднения", "затруднений")]
    #[case("учитель", "учителей")]
    #[case("оценивание", "оценивания")]
    fn forms_of_a_word_have_one_stem(#[case] one: &str, #[case] other: &str) {
        let stems = Stems::new();
        assert_eq!(stems.stem(one), stems.stem(other));
    }

    proptest! {
        #[test]
        fn a_stem_begins_its_word(word in "[а-я]{1,20}") {
            // Highlighting rests on this: only words that begin with the wanted stem are stemmed.
            prop_assert!(word.starts_with(&Stems::new().stem(&word)));
        }
    }
}
