//! Questionnaires that come with the program. A leader copies one into a record of the community and may change the copy;
//! what stands here is never changed by anybody's answers.

use super::{assessment, digital, low_results, standard};
use crate::ids::{CommunityId, QuestionnaireId};
use crate::records::{Area, Questionnaire, Statement};

/// A questionnaire (анкета) that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supplied {
    /// The word by which programs and people who type know it.
    pub word: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it is good for, in a sentence.
    pub about: &'static str,
    /// Its areas, each with its statements.
    pub areas: &'static [SuppliedArea],
}

/// An area with its statements.
pub type SuppliedArea = (&'static str, &'static [&'static str]);

/// All of them.
pub const QUESTIONNAIRES: [Supplied; 4] =
    [standard::STANDARD, assessment::ASSESSMENT, digital::DIGITAL, low_results::LOW_RESULTS];

/// What stands above the table of every one of them.
const NOTE: &str = "Анкета помогает увидеть, в чём педагогам района нужна поддержка; оценок за неё нет. \
    Отметьте у каждой строки, испытываете ли Вы здесь затруднения.";

impl Supplied {
    /// The one that a word names.
    #[must_use]
    pub fn by_word(word: &str) -> Option<&'static Self> {
        QUESTIONNAIRES.iter().find(|supplied| supplied.word == word)
    }

    /// A copy that belongs to a community. Statements are numbered through; the areas take the numbers after them.
    #[must_use]
    pub fn copied(&self, id: QuestionnaireId, community: CommunityId) -> Questionnaire {
        let mut number = 0;
        let mut next = || {
            number += 1;
            number
        };
        let mut areas: Vec<Area> = Vec::new();
        for (title, statements) in self.areas {
            let statements =
                statements.iter().map(|text| Statement { number: next(), text: (*text).to_owned() });
            areas.push(Area { number: 0, title: (*title).to_owned(), statements: statements.collect() });
        }
        areas.iter_mut().for_each(|area| area.number = next());
        Questionnaire {
            id,
            community,
            title: self.title.to_owned(),
            note: NOTE.to_owned(),
            areas,
            share_asked: true,
            issued: number,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use uuid::Uuid;

    #[test]
    fn every_supplied_questionnaire_is_whole() {
        for supplied in &QUESTIONNAIRES {
            assert!((5..=6).contains(&supplied.areas.len()), "{}", supplied.word);
            let texts: Vec<&str> =
                supplied.areas.iter().flat_map(|(_, texts)| texts.iter().copied()).collect();
            assert!((24..=30).contains(&texts.len()), "{}: {}", supplied.word, texts.len());
            assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), texts.len(), "{}", supplied.word);
            for text in texts {
                assert!(text.chars().next().is_some_and(char::is_uppercase), "{text}");
                assert!(!text.ends_with('.') && text.trim() == text, "{text}");
            }
        }
    }

    #[test]
    fn a_copy_numbers_statements_and_areas_apart() {
        let copy = QUESTIONNAIRES[0].copied(Uuid::nil().into(), Uuid::nil().into());
        let statements: Vec<u32> = copy.statements().map(|statement| statement.number).collect();
        let count = u32::try_from(statements.len()).expect("few");
        assert_eq!(statements, (1..=count).collect::<Vec<_>>());
        assert_eq!(copy.areas.first().map(|area| area.number), Some(count + 1));
        assert_eq!(copy.issued, count + u32::try_from(copy.areas.len()).expect("few"));
    }
}
