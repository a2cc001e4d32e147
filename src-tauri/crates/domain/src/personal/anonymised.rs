//! What is left of a person who is to be forgotten.

use crate::records::{Attestation, Course, Person, PersonFacts};
use crate::russian::FullName;

/// What an anonymised person is called, with a number: «участник 3».
const LABEL: &str = "участник";

impl Person {
    /// What an anonymised person is called: «участник 3».
    #[must_use]
    pub fn label(&self) -> String {
        let mut labels = self.facts.iter().map(|facts| facts.name.surname.trim());
        labels.find(|name| number(name).is_some()).unwrap_or(LABEL).to_owned()
    }

    /// Whether a name is still kept of the person.
    #[must_use]
    pub fn has_name(&self) -> bool {
        let names = self.facts.iter().map(|facts| &facts.name);
        names.into_iter().any(|name| number(&name.surname).is_none() && !name.full().trim().is_empty())
    }

    /// The person without a name and without what would tell who it was: post, classes, contact, consent, years of work,
    /// awards, self-education, the titles of courses and their certificates. What figures of past years are counted of
    /// stays: where the person worked, the category, the years of courses and attestations.
    #[must_use]
    pub fn anonymised_as(&self, label: &str) -> Self {
        let facts = self.facts.iter().map(|facts| PersonFacts {
            from: facts.from,
            name: FullName { surname: label.to_owned(), ..FullName::default() },
            organisation: facts.organisation,
            category: facts.category,
            ..PersonFacts::default()
        });
        let course = |course: &Course| Course {
            hours: course.hours,
            state: course.state,
            school_year: course.school_year,
            ..Course::new(course.id, course.finished)
        };
        let attestation = |held: &Attestation| Attestation { result: String::new(), ..held.clone() };
        Self {
            facts: facts.collect(),
            courses: self.courses.iter().map(course).collect(),
            attestations: self.attestations.iter().map(attestation).collect(),
            anonymised: true,
            ..Self::new(self.id)
        }
    }
}

/// What the next person who is anonymised is called: a number that nobody has.
#[must_use]
pub fn next_label<'a>(people: impl IntoIterator<Item = &'a Person>) -> String {
    numbered(people.into_iter().filter(|person| person.anonymised).map(highest).max().unwrap_or(0) + 1)
}

pub(super) fn numbered(number: u32) -> String {
    format!("{LABEL} {number}")
}

/// The number of a label; none of an ordinary name.
pub(super) fn number(name: &str) -> Option<u32> {
    name.trim().strip_prefix(LABEL)?.trim().parse().ok()
}

pub(super) fn highest(person: &Person) -> u32 {
    person.facts.iter().filter_map(|facts| number(&facts.name.surname)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::calendar::PartialDate;
    use crate::records::{Award, Category, Consent, SelfEducation};

    fn person() -> Person {
        let name = FullName::parse("Соколова Марина Викторовна");
        let facts = PersonFacts {
            name,
            post: "учитель истории".to_owned(),
            category: Category::First,
            works_since: Some(2001),
            classes: "5–9".to_owned(),
            ..PersonFacts::default()
        };
        let course = Course {
            title: "Опыт Соколовой".to_owned(),
            provider: "РИРО".to_owned(),
            hours: Some(36),
            certificate: "62 № 1789".to_owned(),
            ..Course::new(uuid::Uuid::nil().into(), PartialDate::Year(2024))
        };
        let id = uuid::Uuid::nil();
        Person {
            facts: vec![facts],
            attestations: vec![Attestation {
                id: id.into(),
                category: Category::First,
                planned: None,
                held: Some(PartialDate::Year(2024)),
                result: "приказ № 112".to_owned(),
            }],
            awards: vec![Award {
                id: id.into(), title: "Почётная грамота".to_owned(), date: None
            }],
            self_education: vec![SelfEducation {
                id: id.into(),
                topic: "Смысловое чтение".to_owned(),
                from: None,
                until: None,
                result: String::new(),
            }],
            courses: vec![course],
            contact: "sokolova@school".to_owned(),
            consent: Some(Consent { date: NaiveDate::MIN, basis: "лист".to_owned(), site: false }),
            ..Person::new(id.into())
        }
    }

    #[test]
    fn what_figures_are_counted_of_stays_and_all_else_goes() {
        let left = person().anonymised_as("участник 3");
        assert!(left.anonymised && !left.has_name() && person().has_name());
        assert_eq!(left.label(), "участник 3");
        assert_eq!(left.facts[0].category, Category::First);
        assert_eq!((left.courses[0].hours, left.courses[0].finished), (Some(36), PartialDate::Year(2024)));
        assert_eq!(left.attestations[0].held, Some(PartialDate::Year(2024)));
        let told = format!("{left:?}");
        for gone in [
            "Соколов",
            "Марин",
            "учитель",
            "2001",
            "sokolova",
            "лист",
            "РИРО",
            "1789",
            "№ 112",
            "грамота",
            "чтение",
            "5–9",
        ] {
            assert!(!told.contains(gone), "{gone}: {told}");
        }
    }

    #[test]
    fn a_number_is_nobodys_but_ones() {
        assert_eq!(next_label([]), "участник 1");
        let known = [person(), person().anonymised_as("участник 4")];
        assert_eq!(next_label(&known), "участник 5");
    }
}
