use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, OrderId};

/// An order (приказ) of the head of education (пп. 1.3, 1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Identifier.
    pub id: OrderId,
    /// Which community it concerns.
    pub community: CommunityId,
    /// What it does.
    pub kind: OrderKind,
    /// «112/2»
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// Who issued it, in the genitive: «начальника управления образования и МП».
    #[serde(default)]
    pub issued_by: String,
    /// The school year whose list or roster it approves.
    #[serde(default)]
    pub school_year: Option<SchoolYear>,
    /// Anything else worth keeping.
    #[serde(default)]
    pub note: String,
}

/// What an order does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum OrderKind {
    /// Creates the community (п. 1.4).
    Create,
    /// Approves or changes the roster (п. 1.4).
    ChangeRoster,
    /// Reorganises the community (п. 1.4).
    Reorganise,
    /// Ends the community (п. 1.4).
    Liquidate,
    /// Approves the district's list of communities for a year (п. 1.3).
    ApproveList,
}
