//! What stands around a surname in a text: initials, full names, the other half of the surname.

use std::ops::Range;

use super::declined::Declined;
use super::name_mask::Known;
use crate::russian::Word;

/// A text with its words.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
}

impl Line<'_> {
    fn word(&self, at: usize) -> Option<(&str, &Word)> {
        let word = self.words.get(at)?;
        Some((self.text.get(word.place.clone())?, word))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|(text, _)| text.starts_with(char::is_uppercase))
    }

    /// Whether a word is a form of the name.
    pub(super) fn is(&self, at: usize, name: &Declined) -> bool {
        self.word(at).is_some_and(|(_, word)| name.is(&word.folded, self.is_capital(at)))
    }

    /// What parts a word from the next one.
    fn between(&self, at: usize) -> &str {
        let (Some(one), Some(next)) = (self.words.get(at), self.words.get(at + 1)) else { return "" };
        self.text.get(one.place.end..next.place.start).unwrap_or_default()
    }

    /// The last word of the surname that begins at a word.
    pub(super) fn whole_surname(&self, at: usize) -> usize {
        if self.between(at) == "-" && self.is_capital(at + 1) { at + 1 } else { at }
    }

    /// Whether two words, one after the other, are parted by spaces alone.
    pub(super) fn are_beside(&self, one: usize, next: usize) -> bool {
        next == one + 1 && next < self.words.len() && is_space(self.between(one))
    }

    /// «М.» as «м»: a capital alone with its full stop.
    fn initial(&self, at: usize) -> Option<&str> {
        let (text, word) = self.word(at)?;
        let alone = text.chars().count() == 1 && self.is_capital(at);
        let stopped = self.text.get(word.place.end..).is_some_and(|rest| rest.starts_with('.'));
        (alone && stopped).then_some(word.folded.as_str())
    }

    /// From one word to another, with the full stop of an initial.
    pub(super) fn place(&self, first: usize, last: usize) -> Range<usize> {
        let at = |at: usize| self.words.get(at).map_or(0..0, |word| word.place.clone());
        let stop = usize::from(self.initial(last).is_some());
        at(first).start..at(last).end + stop
    }

    /// «Викторовна», «Петровичу»: what ends so is a patronymic.
    fn is_patronymic(&self, at: usize) -> bool {
        const SIGNS: &[&str] = &["вн", "ичн", "вич", "ьич"];
        self.word(at).is_some_and(|(_, word)| {
            let bare = word.folded.trim_end_matches(['а', 'ы', 'е', 'у', 'о', 'й', 'м', 'ю']);
            self.is_capital(at)
                && word.folded.chars().nth(4).is_some()
                && SIGNS.iter().any(|sign| bare.ends_with(sign))
        })
    }
}

/// Spaces, of which none begins a new line.
fn is_space(between: &str) -> bool {
    !between.is_empty() && between.chars().all(|sign| sign.is_whitespace() && sign != '\n')
}

/// «.», «. », «.-»: what stands after an initial.
fn is_after_initial(between: &str) -> bool {
    between.strip_prefix('.').is_some_and(|rest| rest.is_empty() || rest == "-" || is_space(rest))
}

/// A surname with what belongs to it.
pub(super) struct Around<'a> {
    /// Its first word.
    pub(super) first: usize,
    /// Its last word.
    pub(super) last: usize,
    surname: usize,
    initials: Vec<&'a str>,
    /// Whether full names stand beside it: the given name and the patronymic, by their words.
    full: Vec<usize>,
    /// Whether it is half of a surname that nobody has.
    other_surname: bool,
    line: Option<&'a Line<'a>>,
}

/// More initials than this belong to nobody: «А.-М. И.».
const MOST_INITIALS: usize = 3;

impl<'a> Around<'a> {
    pub(super) fn new(at: usize) -> Self {
        Self {
            first: at,
            last: at,
            surname: at,
            initials: Vec::new(),
            full: Vec::new(),
            other_surname: false,
            line: None,
        }
    }

    /// Takes the other half of a double surname.
    pub(super) fn other_half(&mut self, line: &'a Line<'a>, free: usize, known: &[&Known]) {
        self.line = Some(line);
        let is_half =
            |at: usize| known.iter().any(|known| known.surname.iter().any(|part| line.is(at, part)));
        if line.between(self.last) == "-" && line.is_capital(self.last + 1) {
            self.other_surname |= !is_half(self.last + 1);
            self.last += 1;
        }
        if let Some(before) = self.first.checked_sub(1).filter(|before| *before >= free)
            && line.between(before) == "-"
            && line.is_capital(before)
            && line.initial(before).is_none()
        {
            self.other_surname |= !is_half(before);
            self.first = before;
        }
    }

    /// Takes the initials or the full names that stand after it, or else before it.
    pub(super) fn names(&mut self, line: &'a Line<'a>, free: usize, known: &[&Known]) {
        let after = self.last;
        while self.initials.len() < MOST_INITIALS
            && let Some(initial) = line.initial(self.last + 1)
        {
            let between = line.between(self.last);
            let joins = if self.last == after { is_space(between) } else { is_after_initial(between) };
            if !joins {
                break;
            }
            self.initials.push(initial);
            self.last += 1;
        }
        if !self.initials.is_empty() {
            return;
        }
        let is_name = |at: usize, of: fn(&Known) -> &[Declined]| {
            line.is_capital(at) && known.iter().any(|known| of(known).iter().any(|name| line.is(at, name)))
        };
        let (given, patronymic) = (
            |at: usize| is_name(at, |known| known.given.as_slice()),
            |at: usize| is_name(at, |known| known.patronymic.as_slice()) || line.is_patronymic(at),
        );
        let beside = |at: usize| line.are_beside(at, at + 1);
        if beside(self.last) && line.is_capital(self.last + 1) {
            let name = self.last + 1;
            if beside(name) && patronymic(name + 1) {
                self.full = vec![name, name + 1];
                self.last = name + 1;
                return;
            }
            if given(name) {
                self.full = vec![name];
                self.last = name;
                return;
            }
        }
        while self.initials.len() < MOST_INITIALS
            && let Some(before) = self.first.checked_sub(1).filter(|before| *before >= free)
            && let Some(initial) = line.initial(before)
            && is_after_initial(line.between(before))
        {
            self.initials.insert(0, initial);
            self.first = before;
        }
        if !self.initials.is_empty() {
            return;
        }
        let Some(name) = self.first.checked_sub(1).filter(|name| *name >= free && beside(*name)) else {
            return;
        };
        if patronymic(name)
            && let Some(first) = name.checked_sub(1).filter(|first| *first >= free && beside(*first))
            && line.is_capital(first)
        {
            self.full = vec![first, name];
            self.first = first;
        } else if given(name) {
            self.full = vec![name];
            self.first = name;
        }
    }

    /// Whether all this may be said of the person.
    pub(super) fn fits(&self, known: &Known) -> bool {
        let Some(line) = self.line else { return false };
        let names = [&known.given, &known.patronymic];
        let full = self
            .full
            .iter()
            .zip(names)
            .all(|(at, name)| name.is_empty() || name.iter().any(|part| line.is(*at, part)));
        let initials = known
            .initials
            .iter()
            .any(|letters| self.initials.iter().zip(letters).all(|(stands, is)| stands.starts_with(*is)));
        let surname = known.surname.iter().any(|part| line.is(self.surname, part));
        surname && full && initials && !self.other_surname
    }
}
