//! What looks like the name of a person, whoever it is.

use super::cell::{Gap, Word};
use super::posts::is_post;

/// The word after a name of nobody in the roster that begins at a word.
pub(super) fn name_at(words: &[Word], at: usize) -> Option<usize> {
    surname_with_initials(words, at)
        .or_else(|| initials_with_surname(words, at))
        .or_else(|| in_full(words, at))
        .or_else(|| alone(words, at))
}

/// «Петрова А. А.», «Петрова А.», «Петрова АА»
fn surname_with_initials(words: &[Word], at: usize) -> Option<usize> {
    let word = words.get(at).filter(|word| may_be_surname(word))?;
    if word.gap > Gap::Close {
        return None;
    }
    let mut first = at + 1;
    // «Иванова-Петрова А. А.»
    if words.get(first).is_some_and(|half| may_be_surname(half) && half.gap == Gap::Close)
        && words.get(first + 1).is_some_and(Word::is_initial)
    {
        first += 1;
    }
    let glued = words.get(first).is_some_and(|next| next.capitals && next.length == 2);
    if glued && is_surname_like(&word.letters) {
        return Some(first + 1);
    }
    let initials = initials_from(words, first);
    (initials > first).then_some(initials)
}

/// «А. А. Петрова»
fn initials_with_surname(words: &[Word], at: usize) -> Option<usize> {
    let surname = initials_from(words, at);
    let together = surname > at && words[surname - 1].gap == Gap::Close;
    (together && words.get(surname).is_some_and(may_be_surname)).then_some(surname + 1)
}

fn initials_from(words: &[Word], at: usize) -> usize {
    let mut end = at;
    while end < at + 2
        && words
            .get(end)
            .is_some_and(|word| word.is_initial() && (word.stopped || end > at || word.letters != "и"))
        && (end == at || words[end - 1].gap == Gap::Close)
    {
        end += 1;
    }
    end
}

/// «Петрова Анна», «Петрова Анна Андреевна», «Анна Андреевна Петрова», «Анна Андреевна»
fn in_full(words: &[Word], at: usize) -> Option<usize> {
    let first = words.get(at).filter(|word| may_be_surname(word))?;
    let second = words.get(at + 1).filter(|word| may_be_surname(word) && first.gap == Gap::Close)?;
    let third = words.get(at + 2).filter(|word| word.capital && second.gap == Gap::Close);
    if third.is_some_and(|word| is_patronymic(&word.letters)) {
        let more = words.get(at + 3).filter(|word| matches!(word.letters.as_str(), "оглы" | "кызы"));
        return Some(at + 3 + usize::from(more.is_some()));
    }
    if is_patronymic(&second.letters) {
        let surname = third.filter(|word| may_be_surname(word)).is_some();
        return Some(at + 2 + usize::from(surname));
    }
    is_surname_like(&first.letters).then_some(at + 2)
}

/// «Петрова» by itself, or at the end of «методист Петрова».
fn alone(words: &[Word], at: usize) -> Option<usize> {
    let word = words.get(at).filter(|word| may_be_surname(word) && !word.quoted)?;
    let begins = at == 0 || words[at - 1].gap > Gap::Close;
    let ends = word.gap > Gap::Close || at + 1 == words.len();
    let after_post = at > 0 && is_post(&words[at - 1].letters);
    (ends && (begins || after_post) && is_surname_like(&word.letters)).then_some(at + 1)
}

fn may_be_surname(word: &Word) -> bool {
    let long_enough = word.length > if word.capitals { 4 } else { 1 };
    let letters = word.letters.chars().all(char::is_alphabetic);
    word.capital && long_enough && letters && !is_post(&word.letters)
}

/// Endings of most surnames.
fn is_surname_like(letters: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ов",
        "ев",
        "ин",
        "ын",
        "ова",
        "ева",
        "ина",
        "ына",
        "ский",
        "ская",
        "цкий",
        "цкая",
        "енко",
        "чук",
        "юк",
        "овой",
        "евой",
        "иной",
        "ову",
        "еву",
        "ину",
        "овым",
        "евым",
        "иным",
        "ых",
        "дзе",
        "швили",
        "ян",
        "ко",
    ];
    letters.chars().count() > 3 && ENDINGS.iter().any(|ending| letters.ends_with(ending))
}

/// Endings of patronymics, in any case.
pub(super) fn is_patronymic(letters: &str) -> bool {
    const STEMS: &[&str] = &["овн", "евн", "ичн", "инишн", "ович", "евич", "ьич"];
    const ENDINGS: &[&str] = &["а", "ы", "е", "у", "ой", "ою", "ем", "ем", ""];
    STEMS.iter().any(|stem| {
        ENDINGS.iter().any(|ending| {
            letters.strip_suffix(ending).is_some_and(|rest| rest.len() > stem.len() && rest.ends_with(stem))
        })
    })
}
