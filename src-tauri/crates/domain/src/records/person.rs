use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::course::COURSE;
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words};
use super::growth::{ATTESTATION, AWARD, SELF_EDUCATION};
use super::{Attestation, Award, Course, Kind, SelfEducation};
use crate::calendar::{PartialDate, SchoolYear};
use crate::ids::{CommunityId, OrganisationId, PersonId};
use crate::russian::FullName;

/// A person. What may change (name, post, school, category) is kept as facts valid from a date, so that an old
/// paper names the person as he or she was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Identifier.
    pub id: PersonId,
    /// At least one; in any order.
    pub facts: Vec<PersonFacts>,
    /// Courses, taken and planned.
    #[serde(default)]
    pub courses: Vec<Course>,
    /// Attestations, planned and held.
    #[serde(default)]
    pub attestations: Vec<Attestation>,
    /// Titles and awards.
    #[serde(default)]
    pub awards: Vec<Award>,
    /// Topics of self-education.
    #[serde(default)]
    pub self_education: Vec<SelfEducation>,
    /// A work contact.
    #[serde(default)]
    pub contact: String,
    /// Consent to the handling of personal data (152-ФЗ).
    #[serde(default)]
    pub consent: Option<Consent>,
    /// «Обезличен»: lists show «участник 3», and nothing else of the person.
    #[serde(default)]
    pub anonymised: bool,
}

impl Person {
    /// A person of whom nothing is known yet.
    #[must_use]
    pub fn new(id: PersonId) -> Self {
        Self {
            id,
            facts: Vec::new(),
            courses: Vec::new(),
            attestations: Vec::new(),
            awards: Vec::new(),
            self_education: Vec::new(),
            contact: String::new(),
            consent: None,
            anonymised: false,
        }
    }

    /// The facts valid on a day: of those that began by then the last, else the earliest known.
    #[must_use]
    pub fn facts_on(&self, on: NaiveDate) -> Option<&PersonFacts> {
        let begun = self.facts.iter().filter(|facts| facts.from.is_none_or(|from| from <= on));
        begun.max_by_key(|facts| facts.from).or_else(|| self.facts.iter().min_by_key(|facts| facts.from))
    }

    /// The last course taken by the given day.
    #[must_use]
    pub fn last_course(&self, on: NaiveDate) -> Option<&Course> {
        let taken = self.courses.iter().filter(|course| course.taken_by(on));
        taken.max_by_key(|course| course.finished.last_day())
    }
}

/// What is true of a person from a date on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct PersonFacts {
    /// First day; none means «always, as far as is known».
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Surname, given name, patronymic.
    pub name: FullName,
    /// Post and subject: «учитель русского языка и литературы».
    #[serde(default)]
    pub post: String,
    /// Where the person works.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// Qualification category.
    #[serde(default)]
    pub category: Category,
    /// Since when the category is held.
    #[serde(default)]
    pub category_since: Option<PartialDate>,
    /// Calendar year when work began; стаж is counted from it.
    #[serde(default)]
    pub works_since: Option<i32>,
    /// Calendar year when pedagogical work began, where it is told apart from the whole.
    #[serde(default)]
    pub pedagogical_since: Option<i32>,
    /// Calendar year when work in the specialty began (п. 4.2).
    #[serde(default)]
    pub in_specialty_since: Option<i32>,
    /// Works here beside another main place (совместитель).
    #[serde(default)]
    pub part_time: bool,
    /// The classes that are taught: «5–9», «10А, 11Б».
    #[serde(default)]
    pub classes: String,
    /// Heads an organisation (руководитель ОО, п. 4.2).
    #[serde(default)]
    pub heads_organisation: bool,
    /// Heads a methodical body (руководитель МО, п. 4.2).
    #[serde(default)]
    pub heads_methodical_body: bool,
}

impl PersonFacts {
    /// Whole years of work by the year of the given day; none where the beginning is unknown.
    #[must_use]
    pub fn experience(&self, on: NaiveDate) -> Option<i32> {
        years_since(self.works_since, on)
    }

    /// Whole years of pedagogical work, where it is told apart.
    #[must_use]
    pub fn pedagogical_experience(&self, on: NaiveDate) -> Option<i32> {
        years_since(self.pedagogical_since, on)
    }

    /// Whole years of work in the specialty (п. 4.2). A teacher's specialty is teaching: pedagogical work counts where
    /// nothing more exact is known.
    #[must_use]
    pub fn experience_in_specialty(&self, on: NaiveDate) -> Option<i32> {
        years_since(self.in_specialty_since.or(self.pedagogical_since), on)
    }
}

/// Experience is counted by school years, as schools count it: the year of work that began in September 2001
/// is complete for the whole of 2025/2026 as 24.
fn years_since(since: Option<i32>, on: NaiveDate) -> Option<i32> {
    since.map(|since| SchoolYear::containing(on).0.saturating_sub(since).max(0))
}

/// Qualification category.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Not a teacher's post, or not known: «не указана», printed as a dash.
    #[default]
    NotApplicable,
    /// «без категории»
    None,
    /// «соответствие занимаемой должности» (СЗД): confirmed for the post, and no category.
    FitsPost,
    /// «первая»
    First,
    /// «высшая»
    Highest,
}

impl Category {
    /// As printed in a table.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::NotApplicable => "—",
            Self::None => "без категории",
            Self::FitsPost => "соответствие занимаемой должности",
            Self::First => "первая",
            Self::Highest => "высшая",
        }
    }
}

/// Consent to the handling of personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Day of the sheet.
    pub date: NaiveDate,
    /// On what it rests.
    #[serde(default)]
    pub basis: String,
    /// The person has also agreed to be named on the site: the sheet alone does not allow the internet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "page", ts(as = "Option<bool>", optional))]
    pub site: bool,
}

const FACTS: &[Field] = &[
    Field::new("from", "С какого дня", Form::Day),
    Field::new("name", "Фамилия, имя, отчество", Form::FullName),
    Field::new("post", "Должность и предмет", Form::Line),
    Field::new("organisation", "Организация", Form::Record(Kind::Organisation)),
    Field::new("category", "Категория", Form::Choice(CATEGORIES)),
    Field::new("category_since", "Дата категории", Form::PartialDate),
    Field::new("works_since", "Год начала работы", Form::Number),
    Field::new("pedagogical_since", "Год начала педагогической работы", Form::Number),
    Field::new("in_specialty_since", "Год начала работы по специальности", Form::Number),
    Field::new("part_time", "Совместитель", Form::Tick),
    Field::new("classes", "Классы", Form::Line),
    Field::new("heads_organisation", "Руководит организацией", Form::Tick),
    Field::new("heads_methodical_body", "Руководит методическим объединением", Form::Tick),
];

pub(super) const CATEGORIES: &[(&str, &str)] = &[
    ("not_applicable", "не указана"),
    ("none", "без категории"),
    ("fits_post", "соответствие занимаемой должности"),
    ("first", "первая"),
    ("highest", "высшая"),
];

const CONSENT: &[Field] = &[
    Field::new("date", "Дата", Form::Day),
    Field::new("basis", "Основание", Form::Line),
    Field::new("site", "Имя можно назвать на сайте", Form::Tick),
];

impl Person {
    /// The name on a day, in the form that is asked for; an anonymised person is «участник 3».
    #[must_use]
    pub fn named(&self, on: NaiveDate, form: fn(&FullName) -> String) -> String {
        if self.anonymised {
            return self.label();
        }
        self.facts_on(on).map(|facts| form(&facts.name)).unwrap_or_default()
    }

    /// «Ларина С. Ю.»; «карточка без имени» where nothing is typed yet.
    pub(super) fn short_name(&self, on: NaiveDate) -> String {
        match self.named(on, FullName::surname_first) {
            name if name.is_empty() => "карточка без имени".to_owned(),
            name => name,
        }
    }
}

impl Entity for Person {
    const WORDS: Words = Words {
        one: "участник",
        gender: Gender::Masculine,
        counted: ["участник", "участника", "участников"],
        unnamed: "Участник без имени",
        act: ActName::Named("карточка", Gender::Feminine),
        room: "people",
        opens: "состав",
        card: true,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("facts", "Сведения", Form::List(FACTS)),
        Field::new("courses", "Курсы", Form::List(COURSE)),
        Field::new("attestations", "Аттестация", Form::List(ATTESTATION)),
        Field::new("awards", "Звания и награды", Form::List(AWARD)),
        Field::new("self_education", "Темы самообразования", Form::List(SELF_EDUCATION)),
        Field::new("contact", "Рабочий телефон или почта", Form::Line),
        Field::new("consent", "Согласие на обработку данных", Form::Group(CONSENT)),
        Field::new("anonymised", "Обезличен", Form::Tick),
    ];
    const FORMAT: u32 = 3;

    fn community(&self) -> Option<CommunityId> {
        None
    }

    fn school_year(&self) -> Option<SchoolYear> {
        None
    }

    fn date(&self) -> Option<NaiveDate> {
        None
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.named(NaiveDate::MAX, FullName::full)
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        self.short_name(NaiveDate::MAX)
    }

    fn texts(&self, texts: &mut Texts) {
        for facts in &self.facts {
            texts.name(&facts.name);
            texts.add_all([&facts.post, &facts.classes]);
        }
        for course in &self.courses {
            texts.add_all([&course.title, &course.provider, &course.form, &course.certificate]);
        }
        self.attestations.iter().for_each(|held| texts.add(&held.result));
        self.awards.iter().for_each(|award| texts.add(&award.title));
        for own in &self.self_education {
            texts.add_all([&own.topic, &own.result]);
        }
        texts.add(&self.contact);
        if let Some(consent) = &self.consent {
            texts.add(&consent.basis);
        }
    }

    fn links(&self, links: &mut Links) {
        links.add(
            "organisation",
            Kind::Organisation,
            self.facts.iter().filter_map(|facts| facts.organisation),
        );
    }

    fn names(&self, names: &mut Texts) {
        if !self.anonymised {
            self.facts.iter().for_each(|facts| names.name(&facts.name));
        }
    }

    fn parts(&self) -> Vec<Part> {
        let courses = self.courses.iter().map(|course| course.id.0);
        let attestations = self.attestations.iter().map(|held| held.id.0);
        let awards = self.awards.iter().map(|award| award.id.0);
        let own = self.self_education.iter().map(|own| own.id.0);
        courses.chain(attestations).chain(awards).chain(own).map(Part::own).collect()
    }
}
