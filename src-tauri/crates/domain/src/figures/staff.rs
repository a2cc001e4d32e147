use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Share;
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{OrganisationId, PersonId};
use crate::records::{Category, ExperienceBands};
use crate::russian::alphabetical;

/// Staff on a day, by organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// The day.
    pub on: NaiveDate,
    /// The brackets of experience.
    pub bands: ExperienceBands,
    /// One row for each organisation, in order of names; people without one come last.
    pub rows: Vec<StaffRow>,
}

/// The staff of one organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StaffRow {
    /// The organisation; none for people of whom it is not known.
    pub organisation: Option<OrganisationId>,
    /// Who.
    pub people: Vec<PersonId>,
    /// Heads of organisations.
    pub heads: usize,
    /// Highest category.
    pub highest: usize,
    /// First category.
    pub first: usize,
    /// Without category, among them those who are confirmed for the post: that is no category.
    pub without: usize,
    /// By experience, in the brackets of [`Staff::bands`].
    pub experience: [usize; 4],
    /// Of whom the experience is not known.
    pub experience_unknown: usize,
}

/// Those without an organisation last, the others by the alphabet.
type RowOrder = (bool, (String, String), Option<OrganisationId>);

impl Staff {
    pub(super) fn on(records: &CommunityRecords, on: NaiveDate) -> Self {
        let bands = records.community.settings.experience_bands;
        let mut rows: BTreeMap<RowOrder, StaffRow> = BTreeMap::new();
        for member in records.roster(on) {
            let facts = records.facts(member.person, on);
            let organisation = facts.and_then(|facts| facts.organisation);
            let name = organisation.and_then(|id| records.organisations.get(&id));
            let name = name.map(|organisation| alphabetical(organisation.shown_name())).unwrap_or_default();
            let row = rows.entry((organisation.is_none(), name, organisation)).or_default();
            row.organisation = organisation;
            row.people.push(member.person);
            let Some(facts) = facts else { continue };
            row.heads += usize::from(facts.heads_organisation);
            match facts.category {
                Category::Highest => row.highest += 1,
                Category::First => row.first += 1,
                Category::None | Category::FitsPost => row.without += 1,
                Category::NotApplicable => {}
            }
            match facts.experience(on) {
                Some(years) => row.experience[bands.of(years)] += 1,
                None => row.experience_unknown += 1,
            }
        }
        Self { on, bands, rows: rows.into_values().collect() }
    }

    /// How many people.
    #[must_use]
    pub fn members(&self) -> usize {
        self.rows.iter().map(|row| row.people.len()).sum()
    }

    /// How many organisations.
    #[must_use]
    pub fn organisations(&self) -> usize {
        self.rows.iter().filter(|row| row.organisation.is_some()).count()
    }

    /// All rows added up.
    #[must_use]
    pub fn total(&self) -> StaffRow {
        let mut total = StaffRow::default();
        for row in &self.rows {
            total.people.extend(&row.people);
            total.heads += row.heads;
            total.highest += row.highest;
            total.first += row.first;
            total.without += row.without;
            for (sum, count) in total.experience.iter_mut().zip(row.experience) {
                *sum += count;
            }
            total.experience_unknown += row.experience_unknown;
        }
        total
    }

    /// How many have the first or the highest category.
    #[must_use]
    pub fn with_category(&self) -> Share {
        let total = self.total();
        Share { part: total.highest + total.first, whole: total.people.len() }
    }
}

/// Somebody joined or left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffChange {
    /// First day as a member, or last.
    pub date: NaiveDate,
    /// Who.
    pub person: PersonId,
    /// Joined, else left.
    pub joined: bool,
}

/// Who joined and left within the year by the given day. Those who were there on its first day did not join.
pub(super) fn changes(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<StaffChange> {
    let mut changes = Vec::new();
    for membership in records.memberships.values() {
        let person = membership.person;
        if year.start() < membership.from && year.contains(membership.from) && membership.from <= on {
            changes.push(StaffChange { date: membership.from, person, joined: true });
        }
        if let Some(date) = membership.to
            && year.contains(date)
            && date < year.end()
            && date <= on
        {
            changes.push(StaffChange { date, person, joined: false });
        }
    }
    changes.sort_by_key(|change| (change.date, change.joined, change.person));
    changes
}
