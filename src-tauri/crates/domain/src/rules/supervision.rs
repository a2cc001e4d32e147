use chrono::NaiveDate;

use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::records::OrderKind;

/// The time about which something can be asked: from the day since which the community is kept here, not before it
/// was created, to its liquidation. Who begins in the middle of a year is not asked about its earlier months, whatever
/// is entered of them later; where no such day is known, the first record begins the time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Supervision {
    from: NaiveDate,
    to: Option<NaiveDate>,
}

impl Supervision {
    /// None where there is nothing to watch yet.
    pub(super) fn over(records: &CommunityRecords, on: NaiveDate) -> Option<Self> {
        let first = records.community.kept_since.or_else(|| first_record(records))?;

        let orders = |kind: OrderKind| {
            records.orders.values().filter(move |order| order.kind == kind).map(|order| order.date)
        };
        let created = orders(OrderKind::Create).min();
        let to = orders(OrderKind::Liquidate).filter(|date| *date <= on).max();
        Some(Self { from: created.map_or(first, |created| first.max(created)), to })
    }

    /// Whether something due on this day is asked about.
    pub(super) fn covers(&self, due: NaiveDate) -> bool {
        self.from <= due && self.to.is_none_or(|to| due <= to)
    }

    /// Whether the year was kept here from its beginning.
    pub(super) fn covers_all_of(&self, year: SchoolYear) -> bool {
        self.covers(year.start())
    }
}

fn first_record(records: &CommunityRecords) -> Option<NaiveDate> {
    // The school year is what was chosen: neither a mistyped date (1925) nor a first meeting at the end of
    // August opens findings about the years before.
    let meetings = records.meetings.values().map(|meeting| {
        let year = meeting.school_year;
        meeting.date.clamp(year.start(), year.end())
    });
    // A plan speaks of its whole year, whenever it was typed; one drawn up for the next year does not begin
    // the watch before that year does.
    let plans = records.plans.values().filter(|plan| !plan.preliminary).map(|plan| plan.school_year.start());
    let submissions = records.submissions.values().map(|submission| submission.date);
    meetings.chain(plans).chain(submissions).min()
}
