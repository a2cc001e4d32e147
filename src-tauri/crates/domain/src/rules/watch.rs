use chrono::NaiveDate;

use crate::archive::Archive;
use crate::records::OrderKind;

/// The time about which something can be asked: from the community's first record here, not before it was
/// created, to its liquidation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Watch {
    from: NaiveDate,
    to: Option<NaiveDate>,
}

impl Watch {
    /// None where there is nothing to watch yet.
    pub(super) fn over(archive: &Archive, on: NaiveDate) -> Option<Self> {
        // The school year is what was chosen: neither a mistyped date (1925) nor a first meeting at the end of
        // August opens findings about the years before.
        let meetings = archive.meetings.values().map(|meeting| {
            let year = meeting.school_year;
            meeting.date.clamp(year.start(), year.end())
        });
        // A plan speaks of its whole year, whenever it was typed; one drawn up for the next year does not begin
        // the watch before that year does.
        let plans =
            archive.plans.values().filter(|plan| !plan.preliminary).map(|plan| plan.school_year.start());
        let submissions = archive.submissions.values().map(|submission| submission.date);
        let first = meetings.chain(plans).chain(submissions).chain(archive.community.kept_since).min()?;

        let orders = |kind: OrderKind| {
            archive.orders.values().filter(move |order| order.kind == kind).map(|order| order.date)
        };
        let created = orders(OrderKind::Create).min();
        let to = orders(OrderKind::Liquidate).filter(|date| *date <= on).max();
        Some(Self { from: created.map_or(first, |created| first.max(created)), to })
    }

    /// Whether something due on this day is asked about.
    pub(super) fn covers(&self, due: NaiveDate) -> bool {
        self.from <= due && self.to.is_none_or(|to| due <= to)
    }
}
