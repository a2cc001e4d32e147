//! A person of the roster, and whether words of a cell are his or her name.

use super::cell::{Gap, Word};
use super::posts::is_post;
use crate::ids::PersonId;
use crate::import::folded;
use crate::records::Role;
use crate::russian::{FullName, NameGender, also_a_womans, in_other_cases};

/// How certainly words are a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// In another case, and another person's name as well: «Зотова И. Б.» beside Зотов И. Б.
    Likely,
    /// In another case: «Соколовой М. В.»
    AnotherCase,
    /// As it is.
    Exact,
}

/// Words that are a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// The word after the last one.
    pub end: usize,
    pub sureness: Sureness,
}

/// A person who may be named.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub id: PersonId,
    pub roles: Vec<Role>,
    /// «Соколова М. В.», for a question.
    pub shown: String,
    /// The surname word by word; a double or a former one also by its halves.
    surnames: Vec<Vec<NameWord>>,
    /// The words of the given name and of the patronymic.
    others: Vec<NameWord>,
    /// How many of these are the given name's.
    given: usize,
}

/// A word of a name.
#[derive(Debug, Clone)]
struct NameWord {
    letters: String,
    cases: Vec<String>,
}

impl NameWord {
    fn new(letters: &str, gender: NameGender) -> Self {
        Self { letters: letters.to_owned(), cases: in_other_cases(letters, gender) }
    }

    fn sureness(&self, letters: &str) -> Option<Sureness> {
        if self.letters == letters {
            Some(Sureness::Exact)
        } else if !self.cases.iter().any(|form| form == letters) {
            None
        } else if also_a_womans(letters, &self.letters) {
            Some(Sureness::Likely)
        } else {
            Some(Sureness::AnotherCase)
        }
    }

    /// Whether a word is this part of the name, whole or by its first letters.
    fn is_meant_by(&self, word: &Word) -> bool {
        let only_initial = self.letters.chars().count() == 1;
        let (whole, short) = (self.letters.as_str(), word.letters.as_str());
        match word.length {
            1 => word.capital && whole.starts_with(short),
            _ if only_initial => word.capital && short.starts_with(whole),
            _ => self.sureness(short).is_some() || (word.stopped && whole.starts_with(short)),
        }
    }
}

impl Known {
    pub(super) fn new(id: PersonId, name: &FullName, roles: Vec<Role>) -> Self {
        let words = |text: &str| -> Vec<String> {
            folded(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let (given, patronymic) = (words(&name.given), words(&name.patronymic));
        let gender = NameGender::of(&folded(&name.surname), &folded(&name.patronymic));
        let parts = words(&name.surname);
        let mut surnames = vec![parts.clone()];
        if parts.len() > 1 {
            surnames.extend(parts.into_iter().map(|part| vec![part]));
        }
        let surnames = surnames
            .into_iter()
            .filter(|parts| !parts.is_empty())
            .map(|parts| parts.iter().map(|part| NameWord::new(part, gender)).collect());
        let others = given.iter().chain(&patronymic).map(|word| NameWord::new(word, gender));
        Self {
            id,
            roles,
            shown: name.surname_first(),
            surnames: surnames.collect(),
            others: others.collect(),
            given: given.len(),
        }
    }

    /// Whether a word may be the surname, so that it is no part of another person's name.
    pub(super) fn may_begin_with(&self, word: &Word) -> bool {
        self.surnames
            .iter()
            .filter_map(|parts| parts.first())
            .any(|part| part.sureness(&word.letters).is_some())
    }

    /// The name as it begins at a word, in any of the orders in which people write it.
    pub(super) fn named_at(&self, words: &[Word], at: usize, others: &[Self]) -> Option<Mention> {
        self.surname_first(words, at, others)
            .or_else(|| self.surname_last(words, at))
            .or_else(|| self.without_surname(words, at))
    }

    /// «Соколова М. В.», «Соколовой Марине Викторовне», «Соколова», «Соколова МВ», «Соколова (Дёмина) М. В.»
    fn surname_first(&self, words: &[Word], at: usize, others: &[Self]) -> Option<Mention> {
        let found = self.surnames.iter().enumerate().filter_map(|(variant, parts)| {
            let sureness = surname_at(parts, words, at)?;
            let after = at + parts.len();
            let mention = self.given_after(words, at, after, sureness, others)?;
            // A half of a double surname names nobody by itself.
            let half = variant > 0 && mention.end == after;
            (!half).then_some(mention)
        });
        found.max_by_key(|mention| (mention.end, mention.sureness))
    }

    fn given_after(
        &self,
        words: &[Word],
        at: usize,
        after: usize,
        sureness: Sureness,
        others: &[Self],
    ) -> Option<Mention> {
        let mut end = after;
        // «Соколова (Дёмина) М. В.»: a former surname between.
        if let Some(former) = words.get(end)
            && words[end - 1].gap == Gap::Apart
            && former.capital
            && former.length > 2
            && words.get(end + 1).is_some_and(|next| next.is_initial() || self.is_given(next))
            && self.others.first().zip(words.get(end + 1)).is_some_and(|(own, next)| own.is_meant_by(next))
            && in_brackets(words, end)
        {
            end += 1;
            return Some(self.given_from(words, end, sureness));
        }
        if words[end - 1].gap <= Gap::Line
            && let Some(next) = words.get(end)
        {
            let mention = self.given_from(words, end, sureness);
            // A line that begins with initials of the next person: «Кошелева\nН. В. Петрова».
            let of_next = words[end - 1].gap == Gap::Line && surname_follows(words, mention.end);
            if mention.end > end && !of_next {
                return self.agreed(words, mention);
            }
            if words[end - 1].gap == Gap::Close && self.belies(next, words.get(end + 1), others) {
                return None;
            }
        }
        // A surname alone is told by its capital, or by standing alone.
        let alone = (at == 0 || words[at - 1].gap > Gap::Close) && words[end - 1].gap > Gap::Close
            || (at == 0 && end == words.len());
        let quoted = words[at].quoted && !alone;
        ((words[at].capital && !quoted) || alone || end == words.len() && at == 0)
            .then_some(Mention { end, sureness })
    }

    fn is_given(&self, word: &Word) -> bool {
        self.others.first().is_some_and(|own| own.is_meant_by(word))
    }

    /// Takes as many words as agree with the given name and the patronymic.
    fn given_from(&self, words: &[Word], from: usize, sureness: Sureness) -> Mention {
        let initials: String = self.others.iter().filter_map(|own| own.letters.chars().next()).collect();
        if let Some(glued) = words.get(from)
            && glued.capitals
            && (2..=3).contains(&glued.length)
            && initials.starts_with(&glued.letters)
        {
            return Mention { end: from + 1, sureness };
        }
        let mut end = from;
        for own in &self.others {
            let close = end == from || words[end - 1].gap <= Gap::Line;
            match words.get(end) {
                Some(word) if close && own.is_meant_by(word) => end += 1,
                _ => break,
            }
        }
        // Nobody knows the patronymic of whoever has none here: «Ким Ю. А.»
        let whole = end > from && end - from == self.others.len() && self.others.len() == self.given;
        if (whole || self.others.is_empty())
            && words.get(end).is_some_and(|word| word.is_initial() && word.stopped)
            && (end == 0 || words[end - 1].gap == Gap::Close)
            && !surname_follows(words, end + 1)
        {
            end += 1;
        }
        // «Зотова Игоря Борисовича» is sure, «Зотова И. Б.» may be a woman.
        let in_full = words.get(from..end).is_some_and(|said| said.iter().any(|word| word.length > 1));
        let sureness = if in_full { sureness.max(Sureness::AnotherCase) } else { sureness };
        Mention { end, sureness }
    }

    /// Initials that go on otherwise are another person's: «Соколова М. П.».
    fn agreed(&self, words: &[Word], mention: Mention) -> Option<Mention> {
        let last = &words[mention.end - 1];
        let next = words.get(mention.end).filter(|_| last.gap == Gap::Close);
        let more = next.is_some_and(|word| word.is_initial() && word.stopped);
        let foreign = more && !surname_follows(words, mention.end + 1) && last.length == 1;
        (!foreign).then_some(mention)
    }

    /// Whether the word after a surname says that somebody else is meant: «Соколова А.», «Соколова Анна».
    fn belies(&self, next: &Word, after: Option<&Word>, others: &[Self]) -> bool {
        if next.is_initial() {
            // «ВЕТРОВА И ЛАПШИН»
            let joins = next.letters == "и" && !next.stopped;
            return !joins;
        }
        let is_name = next.capital && next.length > 2 && !next.capitals && !is_post(&next.letters);
        let patronymic = after.is_some_and(|word| super::unknown::is_patronymic(&word.letters));
        is_name && (patronymic || !others.iter().any(|other| other.may_begin_with(next)))
    }

    /// «М. В. Соколова», «Марина Викторовна Соколова», «МВ Соколова»
    fn surname_last(&self, words: &[Word], at: usize) -> Option<Mention> {
        let given = self.given_from(words, at, Sureness::Exact);
        if given.end == at || words[given.end - 1].gap == Gap::Apart {
            return None;
        }
        let found = self.surnames.iter().filter_map(|parts| {
            let sureness = surname_at(parts, words, given.end)?;
            let in_full = words[at..given.end].iter().any(|word| word.length > 2);
            let sureness = if in_full { sureness.max(Sureness::AnotherCase) } else { sureness };
            Some(Mention { end: given.end + parts.len(), sureness })
        });
        found.max_by_key(|mention| (mention.end, mention.sureness))
    }

    /// «Марина Викторовна»
    fn without_surname(&self, words: &[Word], at: usize) -> Option<Mention> {
        let whole = self.others.iter().all(|own| own.letters.chars().count() > 1);
        if self.others.len() <= self.given || self.given == 0 || !whole {
            return None;
        }
        let end = at + self.others.len();
        let said = words.get(at..end)?;
        let same = said.iter().zip(&self.others).all(|(word, own)| {
            word.length > 1 && own.sureness(&word.letters).is_some_and(|sure| sure > Sureness::Likely)
        });
        let together = said.iter().take(said.len() - 1).all(|word| word.gap == Gap::Close);
        // A surname beside it is another person's.
        let foreign = |word: Option<&Word>| {
            word.is_some_and(|word| {
                word.capital && word.length > 2 && !word.capitals && !is_post(&word.letters)
            })
        };
        let before =
            at.checked_sub(1).and_then(|before| words.get(before)).filter(|word| word.gap == Gap::Close);
        let after = words.get(end).filter(|_| said.last().is_some_and(|word| word.gap == Gap::Close));
        (same && together && !foreign(before) && !foreign(after))
            .then_some(Mention { end, sureness: Sureness::AnotherCase })
    }
}

fn surname_at(parts: &[NameWord], words: &[Word], at: usize) -> Option<Sureness> {
    let here = words.get(at..at + parts.len())?;
    let close = here.iter().take(parts.len() - 1).all(|word| word.gap == Gap::Close);
    let sure = here.iter().zip(parts).map(|(word, part)| part.sureness(&word.letters));
    let sure = sure.collect::<Option<Vec<_>>>()?;
    sure.into_iter().min().filter(|_| close)
}

/// Whether a capitalised word goes on at once, as a surname after initials does.
fn surname_follows(words: &[Word], at: usize) -> bool {
    let close = at > 0 && words.get(at - 1).is_some_and(|word| word.gap == Gap::Close);
    close
        && words
            .get(at)
            .is_some_and(|word| word.capital && word.length > 2 && !word.capitals && !is_post(&word.letters))
}

/// Whether a word stands in brackets by itself.
fn in_brackets(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.gap == Gap::Apart)
}
