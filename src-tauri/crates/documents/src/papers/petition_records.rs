//! The petition from memberships that no order stands behind.

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::Membership;
use pps_domain::rules::{RosterChange, is_ordered};
use pps_domain::russian::{date_in_prose, date_in_table};

use super::addressed::head_of_education;
use super::people::{leader_signature, post, workplace};
use super::roster_records::{by_order, roster_order};
use super::{Petition, PetitionRow};
use crate::PaperError;

impl Petition {
    /// Whom to include and whom to exclude, since nothing but a record says so yet. A change that lies ahead is
    /// asked for too: a petition that comes after it is late.
    ///
    /// # Errors
    ///
    /// None now; the result keeps the builders of all papers alike.
    pub fn from_records(records: &CommunityRecords, on: NaiveDate) -> Result<Self, PaperError> {
        let mut members: Vec<&Membership> = records.memberships.values().collect();
        let joined = |member: &Membership| asked(records, member, RosterChange::Joined).is_some();
        let left =
            |member: &Membership| asked(records, member, RosterChange::Left).and_then(|to| to.succ_opt());
        // Whoever came and has gone again without an order was never in an ordered roster.
        let passing = |member: &Membership| joined(member) && left(member).is_some_and(|from| from <= on);
        members.retain(|member| !passing(member));
        let included = rows(records, &members, "in", |member| joined(member).then_some(member.from));
        let excluded = rows(records, &members, "out", left);
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            addressee: head_of_education(records, on),
            on: date_in_prose(on),
            order: roster_order(records, on).map(by_order),
            included,
            excluded,
            signature: leader_signature(records, on),
        })
    }
}

/// The day of a change for which an order is still to be asked. Nothing is asked about the time before the community
/// was kept here.
fn asked(records: &CommunityRecords, member: &Membership, change: RosterChange) -> Option<NaiveDate> {
    let kept = |day: &NaiveDate| records.community.kept_since.is_none_or(|since| since <= *day);
    let day = change.date(member).filter(kept)?;
    (!is_ordered(records, member, change, NaiveDate::MAX)).then_some(day)
}

fn rows(
    records: &CommunityRecords,
    members: &[&Membership],
    way: &str,
    day: impl Fn(&Membership) -> Option<NaiveDate>,
) -> Vec<PetitionRow> {
    let mut rows: Vec<_> = members.iter().filter_map(|member| Some((day(member)?, *member))).collect();
    rows.sort_by_cached_key(|(day, member)| (*day, records.surname_first(member.person, *day), member.id));
    let row = |(day, member): (NaiveDate, &Membership)| PetitionRow {
        key: format!("{way} {}", member.id),
        name: records.full_name(member.person, day),
        post: post(records, member.person, day),
        organisation: workplace(records, member.person, day),
        from: date_in_table(day),
        basis: String::new(),
    };
    rows.into_iter().map(row).collect()
}
