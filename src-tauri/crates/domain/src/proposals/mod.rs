//! What the program proposes and a person takes or leaves: words for the report, rows for the next year's plan,
//! and what is still open before a report is handed over. Nothing here changes a record.

mod going_on;
mod left;
mod marks;
mod next_plan;
mod prose;
mod route_rows;
mod unfinished;

pub use left::{LeftOver, left_over};
pub use marks::{BackingRecord, RowBacking, backed_rows};
pub use next_plan::{PlanProposal, ProposalReason, for_plan, new_difficulty};
pub use prose::prose;
pub use route_rows::{ProposedRouteRow, route_rows};
pub use unfinished::{unfinished, unfinished_words};

/// The text without its full stop, to stand within a sentence.
fn bare(text: &str) -> String {
    text.trim().trim_end_matches('.').to_owned()
}

#[cfg(test)]
fn tests_id(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

/// The figures of a community without a record.
#[cfg(test)]
fn tests_figures() -> crate::figures::Figures {
    let name = serde_json::json!({"id": tests_id(9), "name": "ППС"});
    let community: crate::records::Community = serde_json::from_value(name).expect("a community");
    let records = crate::community_records::CommunityRecords::new(community);
    crate::figures::Figures::of(
        &records,
        crate::calendar::SchoolYear(2025),
        crate::calendar::day(2026, 8, 20),
    )
}
