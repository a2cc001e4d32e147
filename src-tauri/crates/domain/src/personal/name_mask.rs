//! Names in a text, found in any case and in any of the ways in which a person is called there.

use std::borrow::Cow;
use std::ops::Range;

use super::anonymised::number;
use super::declined::Declined;
use super::name_in_text::{Around, Line};
use crate::russian::{FullName, folded, words};

/// The names of people, to be found in texts and said otherwise: «Соколовой М. В.» as «участник 3».
///
/// A name is found by its surname, with initials or full names around it, or by a given name and a patronymic together.
#[derive(Debug, Clone, Default)]
pub struct NameMask {
    people: Vec<Known>,
}

/// A name that is looked for.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// What stands in its place.
    label: String,
    /// The parts of the surname, which may be double.
    pub(super) surname: Vec<Declined>,
    pub(super) given: Vec<Declined>,
    pub(super) patronymic: Vec<Declined>,
    /// «м», «в»: what initials would have to be. «Анна-Мария» has two, or one.
    pub(super) initials: [Vec<char>; 2],
}

/// A name that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found<'a> {
    place: Range<usize>,
    /// Its last word.
    last: usize,
    label: &'a str,
}

/// Who is meant where a name of somebody known stands with other initials.
const SOMEBODY: &str = "другое лицо";

impl NameMask {
    /// Adds a name and what is to stand in its place. A name without a surname is not looked for, nor is a label.
    pub fn add(&mut self, name: &FullName, label: &str) {
        if number(&name.surname).is_some() {
            return;
        }
        let parts = |text: &str| -> Vec<String> { words(text).map(|word| word.folded).collect() };
        let declined = |text: &str| -> Vec<Declined> {
            parts(text)
                .iter()
                .filter(|word| word.chars().nth(1).is_some())
                .map(|word| Declined::of(word))
                .collect()
        };
        let surname = declined(&name.surname);
        if surname.is_empty() {
            return;
        }
        let letters = |text: &str, most: usize| -> Vec<char> {
            parts(text).iter().filter_map(|part| part.chars().next()).take(most).collect()
        };
        let initials =
            [usize::MAX, 1].map(|most| [letters(&name.given, most), letters(&name.patronymic, 1)].concat());
        let known = Known {
            label: label.to_owned(),
            surname,
            given: declined(&name.given),
            patronymic: declined(&name.patronymic),
            initials,
        };
        if !self.people.iter().any(|other| other.is_as(&known)) {
            self.people.push(known);
        }
    }

    /// The same names with the same word for all of a sort: «участник» for «участник 3».
    #[must_use]
    pub fn without_numbers(mut self) -> Self {
        for known in &mut self.people {
            let bare = known.label.trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end().len();
            known.label.truncate(bare);
        }
        self
    }

    /// Whether no name is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Whether a text may hold one of the names: a quick look that never misses one.
    #[must_use]
    pub fn may_stand_in(&self, text: &str) -> bool {
        let text = folded(text);
        let has = |names: &[Declined]| names.iter().any(|name| name.stems().any(|stem| text.contains(stem)));
        self.people.iter().any(|known| has(&known.surname) || (has(&known.given) && has(&known.patronymic)))
    }

    /// Whether one of the names stands in a text, not that of a namesake with other initials.
    #[must_use]
    pub fn stands_in(&self, text: &str) -> bool {
        !self.found(text, false).is_empty()
    }

    /// The pieces of a text in which a name stands, with some words around it.
    #[must_use]
    pub fn passages(&self, text: &str) -> Vec<String> {
        self.found(text, false).iter().map(|found| passage(text, &found.place)).collect()
    }

    /// The text without the names; a namesake with other initials stays.
    #[must_use]
    pub fn masked<'t>(&self, text: &'t str) -> Cow<'t, str> {
        replaced(text, &self.found(text, false))
    }

    /// The text without the surnames, whoever is meant by them.
    #[must_use]
    pub fn masked_for_all<'t>(&self, text: &'t str) -> Cow<'t, str> {
        replaced(text, &self.found(text, true))
    }

    /// Where the names stand, in order; those of namesakes too, or not.
    fn found(&self, text: &str, namesakes: bool) -> Vec<Found<'_>> {
        let mut found = Vec::<Found<'_>>::new();
        if self.is_empty() || !self.may_stand_in(text) {
            return found;
        }
        let line = Line { text, words: words(text).collect() };
        let mut at = 0;
        while at < line.words.len() {
            let free = found.last().map_or(0, |last| last.last + 1);
            let name = self.by_surname(&line, at, free, namesakes).or_else(|| self.by_given_name(&line, at));
            at = name.as_ref().map_or(at, |name| name.last) + 1;
            found.extend(name);
        }
        found
    }

    /// The name around a surname; the words before `free` belong to the name before.
    fn by_surname(&self, line: &Line<'_>, at: usize, free: usize, namesakes: bool) -> Option<Found<'_>> {
        let has_surname = |known: &&Known| known.surname.iter().any(|part| line.is(at, part));
        let known: Vec<&Known> = self.people.iter().filter(has_surname).collect();
        if known.is_empty() {
            return None;
        }
        let mut around = Around::new(at);
        around.other_half(line, free, &known);
        around.names(line, free, &known);
        let meant = known.iter().find(|known| around.fits(known));
        let label = meant.map(|known| known.label.as_str()).or(namesakes.then_some(SOMEBODY))?;
        Some(Found { place: line.place(around.first, around.last), last: around.last, label })
    }

    /// «Марина Викторовна» without a surname.
    fn by_given_name(&self, line: &Line<'_>, at: usize) -> Option<Found<'_>> {
        if !line.is_capital(at) || !line.is_capital(at + 1) || !line.are_beside(at, at + 1) {
            return None;
        }
        let has = |names: &[Declined], at| names.iter().any(|name| line.is(at, name));
        let meant =
            self.people.iter().find(|known| has(&known.given, at) && has(&known.patronymic, at + 1))?;
        let surname = line.are_beside(at + 1, at + 2) && has(&meant.surname, at + 2);
        let last = if surname { line.whole_surname(at + 2) } else { at + 1 };
        Some(Found { place: line.place(at, last), last, label: &meant.label })
    }
}

impl Known {
    fn is_as(&self, other: &Self) -> bool {
        self.surname == other.surname
            && self.given == other.given
            && self.patronymic == other.patronymic
            && self.initials == other.initials
    }
}

fn replaced<'t>(text: &'t str, found: &[Found<'_>]) -> Cow<'t, str> {
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut all = String::with_capacity(text.len());
    let mut end = 0;
    for name in found {
        all.push_str(text.get(end..name.place.start).unwrap_or_default());
        all.push_str(name.label);
        end = name.place.end;
    }
    all.push_str(text.get(end..).unwrap_or_default());
    Cow::Owned(all)
}

/// How many signs of a text are shown on either side of a name.
const SHOWN: usize = 30;

fn passage(text: &str, place: &Range<usize>) -> String {
    let (before, rest) = text.split_at_checked(place.start).unwrap_or((text, ""));
    let name = rest.get(..place.len()).unwrap_or(rest);
    let after = rest.get(place.len()..).unwrap_or_default();
    let begin = before.char_indices().rev().nth(SHOWN - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(SHOWN).map_or(after.len(), |(at, _)| at);
    let before = before.get(begin..).unwrap_or_default();
    let before = if begin > 0 { before.split_once(' ').map_or(before, |(_, whole)| whole) } else { before };
    let cut = after.get(..end).unwrap_or_default();
    let cut = if end < after.len() { cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole) } else { cut };
    let dots = |shown: bool| if shown { "…" } else { "" };
    let shown = format!("{}{before}{name}{cut}{}", dots(begin > 0), dots(end < after.len()));
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn mask() -> NameMask {
        let mut mask = NameMask::default();
        mask.add(&FullName::parse("Соколова Марина Викторовна"), "участник 1");
        mask.add(&FullName::parse("Гришин Алексей Петрович"), "участник 2");
        mask.add(&FullName::parse("Щербакова-Дёмина Анна Львовна"), "участник 3");
        mask
    }

    #[rstest]
    #[case("Слушали Соколову М. В. об итогах.", "Слушали участник 1 об итогах.")]
    #[case("поручить Соколовой\u{a0}М.\u{a0}В., Гришину А.П.", "поручить участник 1, участник 2")]
    #[case("М. В. Соколова", "участник 1")]
    #[case("М.В.СОКОЛОВА", "участник 1")]
    #[case("Соколова Марина Викторовна", "участник 1")]
    #[case("С Мариной Викторовной Соколовой и Гришиным", "С участник 1 и участник 2")]
    #[case("от Анны Львовны Щербаковой-Дёминой", "от участник 3")]
    #[case("Марина Викторовна предложила", "участник 1 предложила")]
    #[case("Марина предложила", "Марина предложила")]
    #[case("Щербаковой-Дёминой А. Л.", "участник 3")]
    #[case("Демина А. Л. и Щербакова", "участник 3 и участник 3")]
    #[case("Соколова. М. В. Лебедев", "участник 1. М. В. Лебедев")]
    #[case("Соколовская школа, сокол", "Соколовская школа, сокол")]
    #[case("соколова сказала", "участник 1 сказала")]
    #[case("Соколова\nГришин", "участник 1\nучастник 2")]
    #[case("Опыт Соколовой", "Опыт участник 1")]
    fn a_name_is_found_however_it_is_written(#[case] text: &str, #[case] masked: &str) {
        assert_eq!(mask().masked(text), masked);
        assert_eq!(mask().masked_for_all(text), masked);
        assert_eq!(mask().stands_in(text), text != masked);
    }

    #[rstest]
    #[case("Соколов И. П. выступил", "другое лицо выступил")]
    #[case("Соколова Анна Петровна", "другое лицо")]
    #[case("А. И. Гришин", "другое лицо")]
    #[case("Соколова-Лебедева", "другое лицо")]
    fn a_namesake_stays_where_one_person_is_meant(#[case] text: &str, #[case] for_all: &str) {
        assert_eq!(mask().masked(text), text);
        assert_eq!(mask().masked_for_all(text), for_all);
    }

    #[test]
    fn the_one_with_the_initials_is_meant() {
        let mut mask = NameMask::default();
        mask.add(&FullName::parse("Иванова Анна Петровна"), "участник 1");
        mask.add(&FullName::parse("Иванов Борис Сергеевич"), "участник 2");
        assert_eq!(mask.masked("Иванову Б. С. и Иванову А. П."), "участник 2 и участник 1");
        assert_eq!(mask.masked("Иванова"), "участник 1");
    }

    #[test]
    fn a_passage_shows_the_words_around() {
        let text = "На первом заседании года было решено поручить Соколовой М. В. подготовку открытого урока и семинара";
        assert_eq!(
            mask().passages(text),
            ["…года было решено поручить Соколовой М. В. подготовку открытого урока и…"]
        );
    }

    #[test]
    fn a_name_without_a_surname_is_not_looked_for() {
        let mut mask = NameMask::default();
        mask.add(&FullName::parse(" "), "участник 1");
        assert!(mask.is_empty());
        assert_eq!(mask.masked("Соколова"), "Соколова");
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in proptest::prelude::any::<String>()) {
            let _ = mask().masked(&text);
            let _ = mask().passages(&text);
        }

        #[test]
        fn what_was_said_otherwise_is_found_no_more(text in "([А-Я]\\. ?|Соколов(а|ой|у|ым)?[ ,-]|Марин(а|ы) |Викторовн(а|ой) |[а-я]{1,4}[ ,.-])*") {
            let masked = mask().masked_for_all(&text).into_owned();
            proptest::prop_assert!(!masked.contains("Соколов"), "{}", masked);
        }
    }
}
