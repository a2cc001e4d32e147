use chrono::NaiveDate;
use serde::Serialize;

use crate::community_records::CommunityRecords;
use crate::ids::RouteRowId;
use crate::proposals::{ProposedRouteRow, route_rows};
use crate::records::{Mark, MarkState, Route};

/// What follows of a route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedRoute {
    /// The state in words.
    pub words: &'static str,
    /// Rows whose term has passed without a mark.
    pub overdue: Vec<RouteRowId>,
    /// How many rows are done, wholly or in part.
    pub done: usize,
    /// Rows that are proposed: for each difficulty of the route that no row answers yet.
    pub proposed: Vec<ProposedRouteRow>,
}

impl DerivedRoute {
    pub(super) fn of(records: &CommunityRecords, route: &Route, on: NaiveDate) -> Self {
        let marked = |mark: &Mark| matches!(mark.state, MarkState::Done | MarkState::DoneInPart);
        let done = route.rows.iter().filter(|row| row.mark.as_ref().is_some_and(marked)).count();
        Self {
            words: route.state.in_words(),
            overdue: route.overdue(on).map(|row| row.id).collect(),
            done,
            proposed: route_rows(records, route, on),
        }
    }
}
