//! What is asked of any record, whatever its kind. The kinds themselves are declared in [`super`], a line each.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use uuid::Uuid;

use super::entity::{Entity, Field, Find, Form, Gender, Link, Links, Part, Texts};
use super::{Kind, PartKind, PartLink, Record};
use crate::calendar::SchoolYear;
use crate::ids::{ActivityId, CommunityId};
use crate::russian::{document_number, uncapitalised};

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Kind {
    /// «нужна организация»
    #[must_use]
    pub fn needed(self) -> String {
        let needed = match self.words().gender {
            Gender::Masculine => "нужен",
            Gender::Feminine => "нужна",
            Gender::Neuter => "нужно",
        };
        format!("{needed} {}", self.words().one)
    }

    /// What a field is called within a sentence: «приказ о включении». The field may stand in an entry of a list; the
    /// first of that name counts.
    #[must_use]
    pub fn field_in_words(self, key: &str) -> String {
        match key {
            "community" => Self::Community.words().one.to_owned(),
            key => find_field(self.fields(), key)
                .map_or_else(|| key.to_owned(), |field| uncapitalised(field.label)),
        }
    }
}

/// The field of that name, on its own or within others; those that tell a person nothing are not looked at.
fn find_field(fields: &'static [Field], key: &str) -> Option<&'static Field> {
    let own = fields.iter().find(|field| field.key == key && field.form != Form::Hidden);
    own.or_else(|| {
        fields.iter().find_map(|field| match field.form {
            Form::Group(inner) | Form::Section(inner) | Form::List(inner) => find_field(inner, key),
            _ => None,
        })
    })
}

impl Record {
    /// What it is called in lists, messages and search, in one line: «Протокол № 2 от 16.01.2026».
    #[must_use]
    pub fn title(&self, find: &mut Find<'_>) -> String {
        let title = one_line(&self.own_title(find));
        if title.is_empty() { self.kind().words().unnamed.to_owned() } else { title }
    }

    /// What a part of it is called, in one line; none where it does not hold the part or the part says nothing.
    #[must_use]
    pub fn part_title(&self, part: Uuid) -> Option<String> {
        let title = self.own_part_title(part)?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then_some(title)
    }

    /// Identifiers of its parts (questions, decisions, tasks …), which other records may name and which
    /// therefore must not repeat.
    #[must_use]
    pub fn part_ids(&self) -> Vec<Uuid> {
        self.parts().into_iter().map(|part| part.id).collect()
    }

    /// Those of its parts that other records may name.
    #[must_use]
    pub fn nameable_parts(&self) -> BTreeSet<(PartKind, Uuid)> {
        self.parts().into_iter().filter_map(|part| Some((part.kind?, part.id))).collect()
    }

    /// What it names. All of it must exist, be of the kind, and, where it has a community, be of the same one.
    #[must_use]
    pub fn links(&self) -> BTreeSet<Link> {
        let mut links = Links::default();
        if let Some(community) = self.community().filter(|_| self.kind() != Kind::Community) {
            links.add("community", Kind::Community, [community]);
        }
        self.own_links(&mut links);
        links.0
    }

    /// All that a person has typed into it, in the order in which it is read on paper; empty texts are left out.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let mut texts = Texts::default();
        self.own_texts(&mut texts);
        texts.0
    }

    /// The names under which others know a person or an organisation, each once.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names = Texts::default();
        self.own_names(&mut names);
        names.0.sort();
        names.0.dedup();
        names.0
    }

    /// With the numbers of papers without «№» and «вх.»: whoever prints or shows them sets the sign.
    #[must_use]
    pub fn with_bare_numbers(mut self) -> Self {
        self.paper_numbers().into_iter().for_each(|number| *number = document_number(number));
        self
    }
}

/// A title is one line, whatever was pasted into the field; initials stay together in it.
fn one_line(title: &str) -> String {
    let words = title.split(|sign: char| sign.is_whitespace() && sign != '\u{a0}');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

ask! {
    /// The community it belongs to; people and organisations are common to all.
    pub fn community => community() -> Option<CommunityId>;
    /// The school year it carries itself.
    pub fn school_year => school_year() -> Option<SchoolYear>;
    /// The day under which it is listed and found; none for what has no day of its own.
    pub fn date => date() -> Option<NaiveDate>;
    /// The day on which what it tells of has happened, where a person says so; none for what is only foreseen.
    pub fn happened => happened() -> Option<NaiveDate>;
    /// What it is called in two or three words, to stand after the name of a field: «протокол № 2», «Ларина С. Ю.».
    pub fn short_title => short_title(find: &mut Find<'_>) -> String;
    /// What has an identifier of its own within it: questions, decisions, tasks.
    pub fn parts => parts() -> Vec<Part>;
    /// The parts of other records that it names. Each must be held by a record of the same community.
    pub fn part_links => part_links() -> Vec<PartLink>;
    /// The row of the plan that it answers.
    pub fn serves => serves() -> Option<ActivityId>;
    /// What came of it, as it would stand in the mark of that row: «23 участника».
    pub fn outcome => outcome() -> String;
    /// A part that it names by an identifier and should hold itself but does not, with the field that names it.
    pub fn lost_part => lost_part() -> Option<(&'static str, Uuid)>;
    fn own_title => title(find: &mut Find<'_>) -> String;
    fn own_part_title => part_title(part: Uuid) -> Option<String>;
    fn own_links => links(links: &mut Links);
    fn own_texts => texts(texts: &mut Texts);
    fn own_names => names(names: &mut Texts);
}
