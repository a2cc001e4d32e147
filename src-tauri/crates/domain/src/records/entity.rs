//! What each kind of record declares of itself, in its own file: what it is called, its fields, what it names, what is
//! found in it. Lists, history, search, links, the open JSON and the page take it from here.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::{Kind, Mark, Move, PartKind, PartLink, Record, Speaker};
use crate::calendar::{SchoolYear, Term};
use crate::ids::{ActivityId, CommunityId, PersonId};
use crate::russian::{FullName, cited, shortened, uncapitalised};

/// A kind of record. Whoever adds a kind answers every question here; what has an answer of its own below is what a
/// record without parts and without numbers of papers needs no word about, and the store's tests of fixtures find a
/// part or a link that was forgotten.
pub trait Entity {
    /// What the kind is called and where it is seen.
    const WORDS: Words;
    /// Its fields, in the order of the form.
    const FIELDS: &'static [Field];
    /// The number of the format in which it is written. Whoever changes the shape of a record raises it, and adds a
    /// step to the store's upgrades where an older text has to be changed.
    const FORMAT: u32;

    /// The community it belongs to; people and organisations are common to all.
    fn community(&self) -> Option<CommunityId>;

    /// The school year it carries itself.
    fn school_year(&self) -> Option<SchoolYear>;

    /// The day under which it is listed and found; none for what has no day of its own.
    fn date(&self) -> Option<NaiveDate>;

    /// The day on which what it tells of has happened, where a person says so: a clock that shows an earlier day is
    /// wrong. None for what is only foreseen.
    fn happened(&self) -> Option<NaiveDate>;

    /// «Протокол № 2 от 16.01.2026»; empty where it has no words of its own yet. `find` looks up what it names.
    fn title(&self, find: &mut Find<'_>) -> String;

    /// The same in two or three words, to stand after the name of a field: «протокол № 2», «Ларина С. Ю.».
    fn short_title(&self, find: &mut Find<'_>) -> String;

    /// All that a person has typed into it, in the order in which it is read on paper.
    fn texts(&self, texts: &mut Texts);

    /// What it names. All of it must exist, be of the kind, and, where it has a community, be of the same one.
    fn links(&self, links: &mut Links);

    /// The names under which others know it, of a kind that [`Words::card`] says others are found by. Old names count
    /// too: a paper of last year is looked for by the name of last year.
    fn names(&self, _names: &mut Texts) {}

    /// What has an identifier of its own within it: questions, decisions, tasks.
    fn parts(&self) -> Vec<Part> {
        Vec::new()
    }

    /// The parts of other records that it names. Each must be held by a record of the same community.
    fn part_links(&self) -> Vec<PartLink> {
        Vec::new()
    }

    /// The row of the plan that it answers: what happened here is work done for that row.
    fn serves(&self) -> Option<ActivityId> {
        None
    }

    /// What came of it, as it would stand in the mark of that row: «23 участника».
    fn outcome(&self) -> String {
        String::new()
    }

    /// A part that it names by an identifier and should hold itself but does not, with the field that names it.
    fn lost_part(&self) -> Option<(&'static str, Uuid)> {
        None
    }

    /// What a part of it is called, in one line.
    fn part_title(&self, _part: Uuid) -> Option<String> {
        None
    }

    /// No longer names parts that are gone, nor, where only a reference is lost by that, records that are.
    fn unlink(&mut self, _gone: &BTreeSet<Uuid>) {}

    /// The numbers of papers that stand in it, to be kept without «№» and «вх.»: whoever prints or shows them sets
    /// the sign.
    fn paper_numbers(&mut self) -> Vec<&mut String> {
        Vec::new()
    }
}

/// Looks up a record that another one names.
pub type Find<'a> = dyn FnMut(Uuid) -> Option<Record> + 'a;

/// What a kind of record is called and where it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
pub struct Words {
    /// «организация»
    pub one: &'static str,
    /// Of that word.
    pub gender: Gender,
    /// «1 организация, 2 организации, 5 организаций»
    pub counted: [&'static str; 3],
    /// What stands where a record has no words of its own yet: «Организация без названия».
    pub unnamed: &'static str,
    /// How an act names a record of the kind.
    pub act: ActName,
    /// The room of the window where it is seen and changed.
    pub room: &'static str,
    /// What is opened there, in the accusative: «Открыть приказ».
    pub opens: &'static str,
    /// Whether other records are found by its names: people and organisations.
    pub card: bool,
    /// Whether it is seen as a part of what it belongs to, and not in a place of its own.
    pub within: bool,
}

/// The gender of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// «приказ»
    Masculine,
    /// «организация»
    Feminine,
    /// «заседание»
    Neuter,
}

/// How the name of an act («Изменён приказ № 5») names a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ActName {
    /// By its title, which begins with a word for the kind: «приказ № 5». A title that begins otherwise than with the
    /// kind's own word may have another gender: «заседание 16.01.2026» and «протокол № 2».
    Title(&'static [(&'static str, Gender)]),
    /// By a word and its title: «организация: МБОУ «Вакинская СШ»».
    Named(&'static str, Gender),
    /// By a word and its title in quotes: «отметка «Сдано в РИМК 28.05.2026»».
    Quoted(&'static str, Gender),
}

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
pub struct Field {
    /// Its word in open data.
    pub key: &'static str,
    /// What it is called on the screen, in the history and in messages.
    pub label: &'static str,
    /// What stands in it.
    pub form: Form,
    /// How many of the twelve columns of the form it takes.
    pub span: u8,
    /// What is said where it is left empty; empty for a field that may be.
    pub required: &'static str,
    /// A word under the field that helps to fill it in; may be empty.
    pub hint: &'static str,
    /// Words that are proposed to whoever fills it in; any other may be written.
    pub proposed: &'static [&'static str],
}

impl Field {
    /// A field as wide as the form, which may stay empty.
    #[must_use]
    pub const fn new(key: &'static str, label: &'static str, form: Form) -> Self {
        Self { key, label, form, span: 12, required: "", hint: "", proposed: &[] }
    }

    /// An identifier, a sum or what follows from other fields: it tells a person nothing.
    #[must_use]
    pub const fn hidden(key: &'static str) -> Self {
        Self::new(key, "", Form::Hidden)
    }

    /// With a width of its own.
    #[must_use]
    pub const fn span(self, span: u8) -> Self {
        Self { span, ..self }
    }

    /// That must not stay empty.
    #[must_use]
    pub const fn required(self, said: &'static str) -> Self {
        Self { required: said, ..self }
    }

    /// With a word of help.
    #[must_use]
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// With words that are proposed.
    #[must_use]
    pub const fn proposing(self, proposed: &'static [&'static str]) -> Self {
        Self { proposed, ..self }
    }
}

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(tag = "is", content = "of", rename_all = "snake_case")]
pub enum Form {
    /// Nothing that a person is told.
    Hidden,
    /// A line of text.
    Line,
    /// A text of several lines.
    Text,
    /// Several texts, each on its own.
    Texts,
    /// A whole number.
    Number,
    /// Yes or no.
    Tick,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A day, a month or a year.
    PartialDate,
    /// A day that comes each year.
    DayOfYear,
    /// A term.
    Term,
    /// A school year.
    SchoolYear,
    /// One of several words (or several of them), each with its word in open data.
    Choice(&'static [(&'static str, &'static str)]),
    /// Surname, given name, patronymic.
    FullName,
    /// A person of the roster, or anybody by name.
    Speaker,
    /// A person.
    Person,
    /// Several people.
    People,
    /// A record of a kind.
    Record(Kind),
    /// Several records of a kind.
    Records(Kind),
    /// A record of any kind.
    AnyRecord,
    /// Parts of other records; what is said of one that is gone.
    Parts(&'static str),
    /// Texts by the sections of the report.
    Sections,
    /// Tables of the leader's own; in a report by its sections.
    Tables,
    /// Several fields together, told as one.
    Group(&'static [Field]),
    /// Several fields that are told each on its own.
    Section(&'static [Field]),
    /// Entries, each with fields.
    List(&'static [Field]),
}

/// A part of a record: what has an identifier of its own and is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its identifier.
    pub id: Uuid,
    /// What it is, where other records may name it.
    pub kind: Option<PartKind>,
}

impl Part {
    /// A part that no other record names.
    #[must_use]
    pub fn own(id: Uuid) -> Self {
        Self { id, kind: None }
    }

    /// A part that other records may name.
    #[must_use]
    pub fn named(id: Uuid, kind: PartKind) -> Self {
        Self { id, kind: Some(kind) }
    }
}

/// What a record names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The record that is named.
    pub id: Uuid,
    /// Its kind; none where a record of any kind may stand.
    pub kind: Option<Kind>,
    /// The innermost field that names it, by its word in open data.
    pub field: &'static str,
}

/// Links on their way together.
#[derive(Debug, Default)]
pub struct Links(pub(super) BTreeSet<Link>);

impl Links {
    /// Adds what a field names.
    pub fn add(
        &mut self,
        field: &'static str,
        kind: impl Into<Option<Kind>>,
        ids: impl IntoIterator<Item = impl Into<Uuid>>,
    ) {
        let kind = kind.into();
        self.0.extend(ids.into_iter().map(|id| Link { id: id.into(), kind, field }));
    }

    /// Adds the people whom a field names.
    pub fn people(&mut self, field: &'static str, people: &[PersonId]) {
        self.add(field, Kind::Person, people.iter().copied());
    }
}

/// Texts on their way together; empty ones are left out.
#[derive(Debug, Default)]
pub struct Texts(pub(super) Vec<String>);

impl Texts {
    /// Adds a text.
    pub fn add(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.0.push(text.to_owned());
        }
    }

    /// Adds several texts.
    pub fn add_all<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        texts.into_iter().for_each(|text| self.add(text));
    }

    /// Adds a person's name.
    pub fn name(&mut self, name: &FullName) {
        self.add(&name.full());
    }

    /// Adds who speaks; people of the roster are found by their names anyway.
    pub fn speaker(&mut self, speaker: Option<&Speaker>) {
        if let Some(Speaker::Named(name)) = speaker {
            self.add(name);
        }
    }

    /// Adds the words of a term: of terms only what was said in words is text.
    pub fn term(&mut self, term: Option<&Term>) {
        if let Some(words) = term.and_then(Term::words) {
            self.add(words);
        }
    }

    /// Adds why a term was moved.
    pub fn moves(&mut self, moves: &[Move]) {
        for moved in moves {
            self.term(Some(&moved.to));
            self.add(&moved.reason);
        }
    }

    /// Adds what came of an activity or an assignment.
    pub fn mark(&mut self, mark: Option<&Mark>) {
        if let Some(mark) = mark {
            self.add_all([&mark.result, &mark.reason]);
        }
    }
}

/// A title inside a short name is no longer than this.
const SHORT: usize = 40;

/// A text in quotes and no longer than a short name; the words for a record that has none where it is empty.
pub(super) fn quoted(text: &str, unnamed: &str) -> String {
    match text.trim() {
        "" => uncapitalised(unnamed),
        text => cited(&shortened(text, SHORT)),
    }
}

/// The text no longer than a short name, without quotes.
pub(super) fn short(text: &str, unnamed: &str) -> String {
    match text.trim() {
        "" => uncapitalised(unnamed),
        text => shortened(text, SHORT),
    }
}
