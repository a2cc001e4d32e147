use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{CommunityId, MembershipId, OrderId, PersonId};

/// A person's membership of a community, with dates and the orders that made it (п. 1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Identifier.
    pub id: MembershipId,
    /// Which community.
    pub community: CommunityId,
    /// Who.
    pub person: PersonId,
    /// First day.
    pub from: NaiveDate,
    /// Last day, still a member on it.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// The order by which the person joined.
    #[serde(default)]
    pub joined_by: Option<OrderId>,
    /// The order by which the person left.
    #[serde(default)]
    pub left_by: Option<OrderId>,
    /// Place in the roster; equal places are put in order of surnames.
    #[serde(default)]
    pub place: i32,
    /// Leader and secretary, with dates of their own.
    #[serde(default)]
    pub roles: Vec<RolePeriod>,
}

impl Membership {
    /// Whether the person is a member on the given day.
    #[must_use]
    pub fn covers(&self, on: NaiveDate) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Whether the person has the role on the given day.
    #[must_use]
    pub fn has_role(&self, role: Role, on: NaiveDate) -> bool {
        self.covers(on)
            && self.roles.iter().any(|period| {
                period.role == role
                    && period.from.is_none_or(|from| from <= on)
                    && period.to.is_none_or(|to| on <= to)
            })
    }
}

/// A role in the community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Руководитель ППС (п. 4.1).
    Leader,
    /// Секретарь.
    Secretary,
}

/// From when to when a member has a role; open ends are those of the membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct RolePeriod {
    /// Which role.
    pub role: Role,
    /// First day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}
