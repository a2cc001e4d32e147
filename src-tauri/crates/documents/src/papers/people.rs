//! People as they stand on a paper: with the names, posts and schools of the paper's own day.

use chrono::NaiveDate;
use pps_domain::archive::Archive;
use pps_domain::ids::{OrganisationId, PersonId};
use pps_domain::records::Role;

use super::{Attendee, Signature};

/// «Фамилия И. О.», post and organisation on a day.
pub(crate) fn attendee(archive: &Archive, person: PersonId, on: NaiveDate) -> Attendee {
    Attendee {
        name: archive.surname_first(person, on),
        post: post(archive, person, on),
        organisation: workplace(archive, person, on),
    }
}

/// The post on a day.
pub(crate) fn post(archive: &Archive, person: PersonId, on: NaiveDate) -> String {
    archive.facts(person, on).map(|facts| facts.post.clone()).unwrap_or_default()
}

/// The full name of the organisation where the person works on a day.
pub(crate) fn workplace(archive: &Archive, person: PersonId, on: NaiveDate) -> String {
    archive.workplace(person, on).map(|organisation| organisation.name.clone()).unwrap_or_default()
}

/// An organisation's name for a table.
pub(crate) fn shown(archive: &Archive, organisation: OrganisationId) -> String {
    archive.organisations.get(&organisation).map(|known| known.shown_name().to_owned()).unwrap_or_default()
}

/// The leader's line at the end of a paper. Where nobody leads on that day, the line is left to be
/// filled in by hand.
pub(crate) fn leader_signature(archive: &Archive, on: NaiveDate) -> Signature {
    let name = archive.holder(Role::Leader, on).map(|leader| archive.initials_first(leader, on));
    Signature { post: "Руководитель ППС".to_owned(), name: name.unwrap_or_default() }
}

/// «Соколова Марина Викторовна, учитель …, МБОУ «…», высшая категория».
pub(crate) fn leader_in_full(archive: &Archive, on: NaiveDate, with_category: bool) -> Option<String> {
    use pps_domain::records::Category;
    let leader = archive.holder(Role::Leader, on)?;
    let category = match archive.facts(leader, on).map(|facts| facts.category) {
        Some(Category::Highest) if with_category => "высшая категория",
        Some(Category::First) if with_category => "первая категория",
        _ => "",
    };
    let parts = [
        archive.full_name(leader, on),
        post(archive, leader, on),
        workplace(archive, leader, on),
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
