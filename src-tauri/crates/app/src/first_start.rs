//! The first start: a community, its people and its year, in one operation.

use std::path::Path;
use std::sync::Arc;

use pps_domain::calendar::SchoolYear;
use pps_domain::ids::{CommunityId, OrganisationId};
use pps_domain::import::same_organisation;
use pps_domain::records::{
    Community, Membership, Official, OfficialPost, Organisation, OrganisationKind, Person, PersonFacts,
    Record, Role, RolePeriod, Settings,
};
use pps_domain::russian::FullName;
use pps_domain::text::cleaned;

use crate::clock::Clock;
use crate::error::AppError;
use crate::joining::{facts_told, new_awards, new_course, new_self_education};
use crate::views::{FirstPerson, FirstSteps};
use crate::workplace::Workplace;

impl Workplace {
    /// Makes a data file with a community, its people and officials as typed at the first start, and opens it.
    ///
    /// # Errors
    /// The name is empty, there is such a file already, or the disk refuses.
    pub fn create_community(
        path: &Path,
        clock: Arc<dyn Clock>,
        first: &FirstSteps,
    ) -> Result<Self, AppError> {
        // Cleaned before anything is compared: a name may be nothing but signs that nobody can see.
        let first = &cleaned_steps(first);
        if first.name.trim().is_empty() {
            return Err(AppError::NameMissing);
        }
        let records = records(first, clock.as_ref());
        Self::create_with(path, clock, &format!("Создано сообщество: {}", first.name.trim()), records)
    }
}

fn cleaned_steps(first: &FirstSteps) -> FirstSteps {
    let clean = |text: &str| cleaned(text).into_owned();
    let people = first.people.iter().map(|person| FirstPerson {
        name: clean(&person.name),
        post: clean(&person.post),
        organisation: clean(&person.organisation),
        contact: clean(&person.contact),
        ..person.clone()
    });
    FirstSteps {
        name: clean(&first.name),
        short_name: clean(&first.short_name),
        district: clean(&first.district),
        place: clean(&first.place),
        rimk_head: clean(&first.rimk_head),
        people: people.collect(),
        ..first.clone()
    }
}

fn records(first: &FirstSteps, clock: &dyn Clock) -> Vec<Record> {
    let year = SchoolYear(first.school_year);
    let head = FullName::parse(&first.rimk_head);
    let official = Official {
        post: OfficialPost::HeadOfRimk,
        title: "Заведующий РИМК".to_owned(),
        name: head,
        from: None,
        to: None,
    };
    let community = Community {
        id: CommunityId(clock.new_id()),
        name: first.name.clone(),
        short_name: first.short_name.clone(),
        body: first.body,
        body_words: None,
        district: first.district.clone(),
        higher_body: String::new(),
        place: first.place.clone(),
        base: None,
        officials: vec![official],
        kept_since: Some(clock.today()),
        example_day: None,
        settings: Settings::default(),
    };
    let mut organisations: Vec<Organisation> = Vec::new();
    let mut records = Vec::new();
    for (place, person) in (1..).zip(&first.people) {
        if person.name.trim().is_empty() {
            continue;
        }
        let typed = person.organisation.trim();
        let organisation = (!typed.is_empty()).then(|| organisation(typed, &mut organisations, clock));
        let known = known_person(person, organisation, year, clock);
        records.push(membership(person, &known, community.id, year, place, clock).into());
        records.push(known.into());
    }
    records.extend(organisations.into_iter().map(Record::from));
    records.push(community.into());
    records
}

/// The organisation of this name; quotes, «МБОУ» and case do not make another one.
fn organisation(typed: &str, known: &mut Vec<Organisation>, clock: &dyn Clock) -> OrganisationId {
    if let Some(same) = known.iter().find(|known| same_organisation(typed, known)) {
        return same.id;
    }
    let id = OrganisationId(clock.new_id());
    known.push(Organisation {
        id,
        name: typed.to_owned(),
        short_name: String::new(),
        kind: OrganisationKind::School,
        low_results: false,
        unfavourable_conditions: false,
    });
    id
}

fn known_person(
    person: &FirstPerson,
    organisation: Option<OrganisationId>,
    year: SchoolYear,
    clock: &dyn Clock,
) -> Person {
    let facts = PersonFacts {
        name: FullName::parse(&person.name),
        post: person.post.clone(),
        organisation,
        category: person.category,
        works_since: person.works_since,
        in_specialty_since: person.in_specialty_since,
        ..PersonFacts::default()
    };
    Person {
        facts: vec![facts_told(facts, &person.more)],
        awards: new_awards(&person.more, clock),
        self_education: new_self_education(&person.more, year, clock),
        courses: person.courses.iter().map(|course| new_course(course, clock)).collect(),
        contact: person.contact.clone(),
        ..Person::new(clock.new_id().into())
    }
}

fn membership(
    person: &FirstPerson,
    known: &Person,
    community: CommunityId,
    year: SchoolYear,
    place: i32,
    clock: &dyn Clock,
) -> Membership {
    let roles = [(person.leader, Role::Leader), (person.secretary, Role::Secretary)];
    let roles = roles.into_iter().filter(|(has, _)| *has);
    Membership {
        id: clock.new_id().into(),
        community,
        person: known.id,
        from: year.start().min(clock.today()),
        to: None,
        joined_by: None,
        left_by: None,
        place,
        roles: roles.map(|(_, role)| RolePeriod { role, from: None, to: None }).collect(),
    }
}
