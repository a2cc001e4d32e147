use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::course_schedule::CourseNeed;
use crate::ids::{CourseId, MembershipId, OrganisationId, PersonId};
use crate::records::{Category, Course, Membership, Role};
use crate::russian::{FullName, alphabetical, counted};

/// What a person is called on the day, and what the roster says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedPerson {
    /// «Соколова М. В.»; an anonymised person is «участник 3», one without a name «участник».
    pub name: String,
    /// «Соколова Марина Викторовна»
    pub full_name: String,
    /// Where the person works.
    pub organisation: Option<OrganisationId>,
    /// The post.
    pub post: String,
    /// «высшая», or a dash.
    pub category: &'static str,
    /// «24 года», or a dash where the beginning is not known.
    pub experience: String,
    /// Whether the person is due for a course.
    pub course_need: CourseNeed,
    /// The calendar year of the last course.
    pub last_course: Option<i32>,
    /// The courses, planned and taken.
    pub courses: Vec<DerivedCourse>,
    /// Whether the person is a member on the day.
    pub member: bool,
    /// The role on the day.
    pub role: Option<Role>,
}

/// What follows of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedCourse {
    /// Which.
    pub id: CourseId,
    /// In which school years it stands in the schedule; where only a calendar year is known, in both.
    pub years: Vec<SchoolYear>,
    /// Whether it was to be over and nobody has said that it was taken.
    pub overdue: bool,
}

impl DerivedCourse {
    fn of(course: &Course, on: NaiveDate) -> Self {
        let calendar = course.finished.year();
        let years = [SchoolYear(calendar.saturating_sub(1)), SchoolYear(calendar)];
        let years = years.into_iter().chain(course.school_year);
        let mut years: Vec<SchoolYear> = years.filter(|year| course.stands_in(*year)).collect();
        years.dedup();
        Self { id: course.id, years, overdue: course.is_overdue(on) }
    }
}

/// Whether a membership holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
#[serde(rename_all = "snake_case")]
pub enum MembershipState {
    /// On the day.
    Now,
    /// Begins later.
    Later,
    /// Over.
    Left,
}

/// What follows of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedMembership {
    /// Whether it holds on the day.
    pub state: MembershipState,
    /// The number in the roster of the day, from 1; none where it does not hold.
    pub number: Option<usize>,
    /// The place among all memberships, in the order of the roster.
    pub order: usize,
    /// The role on the day.
    pub role: Option<Role>,
}

impl Membership {
    /// Whether the membership holds on the day, begins later or is over.
    #[must_use]
    pub fn state(&self, on: NaiveDate) -> MembershipState {
        if on < self.from {
            MembershipState::Later
        } else if self.covers(on) {
            MembershipState::Now
        } else {
            MembershipState::Left
        }
    }

    /// The role on the day; whoever leads and writes is called the leader.
    #[must_use]
    pub fn role(&self, on: NaiveDate) -> Option<Role> {
        [Role::Leader, Role::Secretary].into_iter().find(|role| self.has_role(*role, on))
    }
}

pub(super) fn memberships(
    records: &CommunityRecords,
    on: NaiveDate,
) -> impl Iterator<Item = (MembershipId, DerivedMembership)> {
    let mut all: Vec<&Membership> = records.memberships.values().collect();
    all.sort_by_cached_key(|one| records.roster_order(one, on));
    let mut number = 0;
    let derived = all.into_iter().enumerate().map(move |(order, membership)| {
        let state = membership.state(on);
        let number = (state == MembershipState::Now).then(|| {
            number += 1;
            number
        });
        (membership.id, DerivedMembership { state, number, order, role: membership.role(on) })
    });
    derived.collect::<Vec<_>>().into_iter()
}

pub(super) fn people(
    records: &CommunityRecords,
    on: NaiveDate,
) -> impl Iterator<Item = (PersonId, DerivedPerson)> {
    let mut roles: BTreeMap<PersonId, Option<Role>> = BTreeMap::new();
    for membership in records.memberships.values().filter(|membership| membership.covers(on)) {
        let role = roles.entry(membership.person).or_default();
        *role = [*role, membership.role(on)].into_iter().flatten().min();
    }
    records.people.iter().map(move |(person, known)| {
        let (course_need, last_course) = records.course_need(*person, on);
        let facts = records.facts(*person, on);
        let since = facts.and_then(|facts| facts.experience(on));
        let derived = DerivedPerson {
            name: records.shown_name(*person, on),
            full_name: records.full_name(*person, on),
            organisation: facts.and_then(|facts| facts.organisation),
            post: facts.map(|facts| facts.post.clone()).unwrap_or_default(),
            category: facts.map_or(Category::NotApplicable, |facts| facts.category).in_words(),
            experience: experience_in_words(since),
            course_need,
            last_course,
            courses: known.courses.iter().map(|course| DerivedCourse::of(course, on)).collect(),
            member: roles.contains_key(person),
            role: roles.get(person).copied().flatten(),
        };
        (*person, derived)
    })
}

/// «24 года»
fn experience_in_words(years: Option<i32>) -> String {
    let years = years.and_then(|years| usize::try_from(years).ok());
    years.map_or_else(|| "—".to_owned(), |years| counted(years, "год", "года", "лет"))
}

/// What the order of a roster goes by: place, surname as in a dictionary, identifier.
pub(crate) type RosterOrder = (i32, (String, String), MembershipId);

impl CommunityRecords {
    /// What the order of the roster goes by.
    #[must_use]
    pub(crate) fn roster_order(&self, membership: &Membership, on: NaiveDate) -> RosterOrder {
        let name = self.facts(membership.person, on).map(|facts| facts.name.full()).unwrap_or_default();
        (membership.place, alphabetical(&name), membership.id)
    }

    /// «Соколова М. В.», and «участник» for whoever has no name to be shown.
    #[must_use]
    pub fn shown_name(&self, person: PersonId, on: NaiveDate) -> String {
        let name = self.name(person, on, FullName::surname_first);
        if name.is_empty() { "участник".to_owned() } else { name }
    }
}
