//! People of one name: a repeat where nothing speaks against it, and a question where the school or the post is another.

use std::collections::BTreeMap;

use pps_domain::ids::PersonId;
use pps_domain::import::{ReadMember, same_name, same_organisation_name};
use pps_domain::russian::FullName;

/// Somebody whose name a row may repeat.
#[derive(Debug, Clone)]
pub(super) struct Bearer {
    pub(super) name: FullName,
    pub(super) post: String,
    /// Names of the organisation; none where it is not known.
    pub(super) organisation: Vec<String>,
    pub(super) whence: Whence,
}

/// Where somebody of this name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whence {
    /// A member of the community.
    Member,
    /// In a row above.
    Above,
    /// In the program, and no member.
    Card(PersonId),
}

/// What a row is to whoever has its name already.
#[derive(Debug, Clone, Copy)]
pub(super) enum Likeness<'a> {
    /// Nothing speaks against one person.
    Same(&'a Bearer),
    /// The school or the post is another: it may be somebody else.
    Asked(&'a Bearer),
}

/// All who may be repeated, by surname, so that five thousand people are not all compared with each other.
#[derive(Debug, Default)]
pub(super) struct Bearers(BTreeMap<String, Vec<Bearer>>);

impl Bearers {
    pub(super) fn add(&mut self, bearer: Bearer) {
        self.0.entry(surname(&bearer.name)).or_default().push(bearer);
    }

    /// Whoever has the name of a row: the same person before a namesake, members before others.
    pub(super) fn of(&self, read: &ReadMember) -> Option<Likeness<'_>> {
        let named = self.0.get(&surname(&read.name))?;
        let mut asked = None;
        for bearer in named.iter().filter(|bearer| same_name(&bearer.name, &read.name)) {
            if !is_other(bearer, read) {
                return Some(Likeness::Same(bearer));
            }
            asked = asked.or(Some(Likeness::Asked(bearer)));
        }
        asked
    }
}

fn surname(name: &FullName) -> String {
    name.surname.to_lowercase().replace('ё', "е")
}

/// Whether the school, or the post where no school tells, is another one.
fn is_other(bearer: &Bearer, read: &ReadMember) -> bool {
    let known = bearer.organisation.iter().any(|name| !name.is_empty()) && !read.organisation.is_empty();
    if known && !bearer.organisation.iter().any(|name| same_organisation_name(name, &read.organisation)) {
        return true;
    }
    !(known || bearer.post.is_empty() || read.post.is_empty() || same_post(&bearer.post, &read.post))
}

/// «учитель» and «учитель математики» are one post, «учитель химии» and «учитель математики» two.
fn same_post(one: &str, other: &str) -> bool {
    let words = |post: &str| -> Vec<String> {
        let lower = post.to_lowercase().replace('ё', "е");
        let words = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() > 2);
        words.map(|word| word.chars().take(5).collect()).collect()
    };
    let (one, other) = (words(one), words(other));
    one.iter().all(|word| other.contains(word)) || other.iter().all(|word| one.contains(word))
}

impl Bearer {
    /// «Кузнецова Анна Петровна, учитель химии, Рыбновская СШ № 1»
    fn in_words(&self) -> String {
        let name = self.name.full();
        let organisation = self.organisation.first().map(String::as_str).unwrap_or_default();
        let said = [name.as_str(), self.post.as_str(), organisation];
        said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// What is asked of a row that has the same name.
    pub(super) fn question(&self) -> String {
        let there = match self.whence {
            Whence::Member => "В составе уже есть",
            Whence::Above => "В таблице выше стоит",
            Whence::Card(_) => "В программе уже записан человек с этим именем:",
        };
        format!("{there} {}. Это тот же человек?", self.in_words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bearer(post: &str, organisation: &str) -> Bearer {
        Bearer {
            name: FullName::parse("Кузнецова Анна Петровна"),
            post: post.to_owned(),
            organisation: vec![organisation.to_owned()],
            whence: Whence::Member,
        }
    }

    fn asked(there: Bearer, post: &str, organisation: &str) -> bool {
        let mut bearers = Bearers::default();
        let name = there.name.clone();
        bearers.add(there);
        let (post, organisation) = (post.to_owned(), organisation.to_owned());
        let read = ReadMember { name, post, organisation, ..ReadMember::default() };
        matches!(bearers.of(&read), Some(Likeness::Asked(_)))
    }

    #[test]
    fn another_school_or_another_subject_makes_a_question() {
        assert!(asked(bearer("учитель", "МБОУ «СШ № 1»"), "учитель", "МБОУ «СШ № 2»"));
        assert!(!asked(bearer("учитель", "МБОУ «СШ № 1»"), "завуч", "СШ №1"));
        assert!(asked(bearer("учитель химии", ""), "учитель математики", ""));
        assert!(!asked(bearer("учитель", ""), "учитель математики", "СШ № 1"));
        assert!(!asked(bearer("", ""), "", ""));
    }
}
