use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Figures;
use super::traces::{FigureGroup, FigureTrace, Source};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{AttestationId, PersonId, RouteId, SelfEducationId};
use crate::records::{Attestation, Category, Kind, Person, ReportSection, SelfEducation};
use crate::russian::{alphabetical, counted};

/// How the members grew in the profession within a year, beside courses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Growth {
    /// Attestations that were held in the year, by their days.
    pub attestations: Vec<(PersonId, AttestationId)>,
    /// Topics of self-education that were worked on, by the names of people.
    pub self_education: Vec<(PersonId, SelfEducationId)>,
    /// Routes (ИОМ) that were begun in the year.
    pub routes_begun: Vec<RouteId>,
    /// Routes that were finished in the year, those of earlier years among them.
    pub routes_finished: Vec<RouteId>,
}

impl Growth {
    /// What is known of the year by the day.
    #[must_use]
    pub fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let people = members(records, year, on);
        let mut attestations: Vec<(&Person, &Attestation)> = people
            .iter()
            .flat_map(|person| person.attestations.iter().map(move |held| (*person, held)))
            .filter(|(_, held)| held.held_in(year, on))
            .collect();
        attestations.sort_by_key(|(person, held)| (held.held.map(|day| day.first_day()), person.id, held.id));
        let topics = people.iter().flat_map(|person| {
            let named = person.self_education.iter().filter(|own| !own.topic.trim().is_empty());
            named.filter(|own| own.goes_in(year)).map(|own| (person.id, own.id))
        });
        let mut begun: Vec<_> = records.routes.values().collect();
        begun.sort_by_cached_key(|route| {
            let name = route.person.map(|person| alphabetical(&records.full_name(person, on)));
            (name, route.id)
        });
        let within = |day: Option<NaiveDate>| day.is_some_and(|day| year.contains(day));
        Self {
            attestations: attestations.into_iter().map(|(person, held)| (person.id, held.id)).collect(),
            self_education: topics.collect(),
            routes_begun: begun
                .iter()
                .filter(|route| within(route.begun_by(on)))
                .map(|route| route.id)
                .collect(),
            routes_finished: begun
                .iter()
                .filter(|route| within(route.finished_by(on)))
                .map(|route| route.id)
                .collect(),
        }
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whoever was a member in the year by the day, in the order of names.
fn members(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<&Person> {
    let members = records.memberships.values().filter(|member| {
        member.from <= year.end()
            && member.from <= on.max(year.start())
            && member.to.is_none_or(|to| year.start() <= to)
    });
    let ids: BTreeSet<PersonId> = members.map(|member| member.person).collect();
    let mut people: Vec<&Person> = ids.iter().filter_map(|id| records.people.get(id)).collect();
    people.sort_by_cached_key(|person| (alphabetical(&records.full_name(person.id, on)), person.id));
    people
}

/// An attestation of a person by their identifiers.
#[must_use]
pub fn attestation(records: &CommunityRecords, person: PersonId, id: AttestationId) -> Option<&Attestation> {
    records.people.get(&person)?.attestations.iter().find(|held| held.id == id)
}

/// A topic of self-education of a person by their identifiers.
#[must_use]
pub fn self_education(
    records: &CommunityRecords,
    person: PersonId,
    id: SelfEducationId,
) -> Option<&SelfEducation> {
    records.people.get(&person)?.self_education.iter().find(|own| own.id == id)
}

/// The figures of section 10, each with the records behind it.
pub(super) fn traces(records: &CommunityRecords, figures: &Figures) -> Vec<FigureTrace> {
    let Growth { attestations, self_education: topics, routes_begun, routes_finished } = &figures.growth;
    let on = figures.on;
    let person = |id: PersonId, words: String| {
        let name = records.surname_first(id, on);
        let name = if words.is_empty() { name } else { format!("{name}: {words}") };
        Source { kind: Kind::Person, id: id.0, name }
    };
    let held = attestations.iter().map(|(id, held)| {
        let category = attestation(records, *id, *held).map(|held| held.category);
        let category = category.filter(|known| *known != Category::NotApplicable);
        person(*id, category.map(|known| known.in_words().to_owned()).unwrap_or_default())
    });
    let topics = topics.iter().map(|(id, own)| {
        person(*id, self_education(records, *id, *own).map(|own| own.topic.clone()).unwrap_or_default())
    });
    let routes = |ids: &[RouteId]| -> Vec<Source> {
        let known = ids.iter().filter_map(|id| records.routes.get(id));
        let name = |of: Option<PersonId>| of.map(|person| records.surname_first(person, on));
        known
            .map(|route| Source {
                kind: Kind::Route,
                id: route.id.0,
                name: format!("ИОМ: {}", name(route.person).unwrap_or_default()),
            })
            .collect()
    };
    let trace = |group, label: &str, words: [&str; 3], sources: Vec<Source>| {
        let [one, few, many] = words;
        (!sources.is_empty()).then(|| FigureTrace {
            section: ReportSection::Growth,
            group,
            label: label.to_owned(),
            words: counted(sources.len(), one, few, many),
            share: None,
            before: None,
            sources,
        })
    };
    let people = ["человек", "человека", "человек"];
    let ways = ["маршрут", "маршрута", "маршрутов"];
    let found = [
        trace(FigureGroup::Attestation, "Аттестованы за год", people, held.collect()),
        trace(
            FigureGroup::SelfEducation,
            "Работали над темами самообразования",
            ["тема", "темы", "тем"],
            topics.collect(),
        ),
        trace(FigureGroup::Routes, "Начаты ИОМ", ways, routes(routes_begun)),
        trace(FigureGroup::Routes, "Завершены ИОМ", ways, routes(routes_finished)),
    ];
    found.into_iter().flatten().collect()
}
