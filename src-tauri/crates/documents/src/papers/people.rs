//! People as they stand on a paper: with the names, posts and schools of the paper's own day.

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{OrganisationId, PersonId};
use pps_domain::records::Role;

use super::{Attendee, Signature};

/// «Фамилия И. О.», post and organisation on a day.
pub(crate) fn attendee(records: &CommunityRecords, person: PersonId, on: NaiveDate) -> Attendee {
    Attendee {
        name: records.surname_first(person, on),
        post: post(records, person, on),
        organisation: workplace(records, person, on),
    }
}

/// The post on a day.
pub(crate) fn post(records: &CommunityRecords, person: PersonId, on: NaiveDate) -> String {
    records.facts(person, on).map(|facts| facts.post.clone()).unwrap_or_default()
}

/// The full name of the organisation where the person works on a day.
pub(crate) fn workplace(records: &CommunityRecords, person: PersonId, on: NaiveDate) -> String {
    records.workplace(person, on).map(|organisation| organisation.name.clone()).unwrap_or_default()
}

/// An organisation's name for a table.
pub(crate) fn shown(records: &CommunityRecords, organisation: OrganisationId) -> String {
    records.organisations.get(&organisation).map(|known| known.shown_name().to_owned()).unwrap_or_default()
}

/// The leader's line at the end of a paper. Where nobody leads on that day, the line is left to be
/// filled in by hand.
pub(crate) fn leader_signature(records: &CommunityRecords, on: NaiveDate) -> Signature {
    let name = records.holder(Role::Leader, on).map(|leader| records.signature(leader, on));
    let post = format!("Руководитель {}", records.community.words().of_body());
    Signature { post, name: name.unwrap_or_default() }
}

/// «Соколова Марина Викторовна, учитель …, МБОУ «…», высшая категория».
pub(crate) fn leader_in_full(
    records: &CommunityRecords,
    on: NaiveDate,
    with_category: bool,
) -> Option<String> {
    use pps_domain::records::Category;
    let leader = records.holder(Role::Leader, on)?;
    let category = match records.facts(leader, on).map(|facts| facts.category) {
        _ if records.is_anonymised(leader) => "",
        Some(Category::Highest) if with_category => "высшая категория",
        Some(Category::First) if with_category => "первая категория",
        _ => "",
    };
    let parts = [
        records.full_name(leader, on),
        post(records, leader, on),
        workplace(records, leader, on),
        category.to_owned(),
    ];
    Some(filled(parts).join(", "))
}

/// The parts that hold something.
pub(crate) fn filled(parts: impl IntoIterator<Item = String>) -> Vec<String> {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// The text, or nothing where it is blank.
pub(crate) fn optional(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// The schools of people on a day and those that are named besides, each once.
pub(crate) fn schools_of(
    records: &CommunityRecords,
    people: &[PersonId],
    organisations: impl IntoIterator<Item = OrganisationId>,
    on: NaiveDate,
) -> Vec<String> {
    let mut schools = Vec::new();
    let workplaces = people.iter().filter_map(|person| records.workplace(*person, on));
    for school in workplaces.map(|school| school.id).chain(organisations) {
        if !schools.contains(&school) {
            schools.push(school);
        }
    }
    filled(schools.into_iter().map(|school| shown(records, school)))
}
