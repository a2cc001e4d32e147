//! пп. 1.3 and 1.4: the orders of the head of education. The leader issues none, so each hint says what to ask
//! РИМК for.

use chrono::{Days, NaiveDate};

use super::{Finding, FindingAct, Severity, Supervision};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::OrderId;
use crate::records::{Kind, Membership, Order, OrderKind};
use crate::russian::{date_in_prose, of_count, plural};

pub(super) fn check_creation(
    records: &CommunityRecords,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    let created = records
        .orders
        .values()
        .any(|order| matches!(order.kind, OrderKind::Create | OrderKind::Reorganise) && order.date <= on);
    if created || !watch.covers(on) {
        return;
    }
    let message = format!("Не внесён приказ о создании {}.", records.community.words().noun_of());
    let hint = "Попросите в РИМК номер и дату приказа и внесите их в «Документы».".to_owned();
    found.push(Finding::regulation("1.4", Severity::Warning, message, hint));
}

pub(super) fn check_year(
    records: &CommunityRecords,
    year: SchoolYear,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    if year.start() <= on && watch.covers(year.start()) {
        found.extend(list_of_year(records, year, on));
    }
}

/// Who joined or left in these school years without an order: one finding for all who joined, one for all who left.
pub(super) fn check_roster(
    records: &CommunityRecords,
    years: [SchoolYear; 2],
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    let asked =
        |date: NaiveDate| date <= on && watch.covers(date) && years.iter().any(|year| year.contains(date));
    let lists = Lists::of(records, on);
    let in_order = |change: RosterChange| {
        let mut members: Vec<(&Membership, NaiveDate)> = records
            .memberships
            .values()
            .filter_map(|membership| change.date(membership).map(|date| (membership, date)))
            .filter(|(one, date)| asked(*date) && !lists.cover(records, one, change))
            .collect();
        members.sort_by_key(|(one, date)| (*date, one.place, one.id));
        members
    };
    let mut changes = [RosterChange::Joined, RosterChange::Left].map(|change| (in_order(change), change));
    changes.sort_by_key(|(members, _)| members.first().map(|(_, date)| *date));
    found.extend(changes.iter().filter_map(|(members, change)| roster_change(records, members, *change)));
}

/// Whether an order stands behind a member's joining or leaving, as far as it is known by the given day.
#[must_use]
pub fn is_ordered(
    records: &CommunityRecords,
    member: &Membership,
    change: RosterChange,
    on: NaiveDate,
) -> bool {
    Lists::of(records, on).cover(records, member, change)
}

/// Orders that speak of the roster as a whole, issued by the given day.
///
/// An order that creates or reorganises the community, or approves its list for a year, names everybody who is a
/// member when it comes, so those who joined earlier need no other one. A list is often signed some weeks before the
/// year that it is for; who joins within this time after it stands on it too. Who left before it is not on it. An
/// order on the roster names those who are told to have joined or left by it; where nobody is, it is taken to
/// speak of all who joined or left near its date.
struct Lists<'a> {
    whole: Vec<&'a Order>,
    nameless: Vec<&'a Order>,
    on: NaiveDate,
}

/// How many days before or after an order somebody joins by it, where nobody says by which order.
const NEAR: u64 = 31;

impl<'a> Lists<'a> {
    fn of(records: &'a CommunityRecords, on: NaiveDate) -> Self {
        let issued = || records.orders.values().filter(move |order| order.date <= on);
        let whole = |order: &&Order| {
            matches!(order.kind, OrderKind::Create | OrderKind::Reorganise | OrderKind::ApproveList)
        };
        let names_nobody = |order: &&Order| {
            let named = |one: &Membership| [one.joined_by, one.left_by].contains(&Some(order.id));
            order.kind == OrderKind::ChangeRoster && !records.memberships.values().any(named)
        };
        Self {
            whole: issued().filter(whole).collect(),
            nameless: issued().filter(names_nobody).collect(),
            on,
        }
    }

    fn cover(&self, records: &CommunityRecords, member: &Membership, change: RosterChange) -> bool {
        let named = change.order(member).and_then(|id| records.orders.get(&id));
        if named.is_some_and(|order| order.date <= self.on) {
            return true;
        }
        let Some(date) = change.date(member) else { return true };
        let listed = |order: &&Order| match change {
            RosterChange::Joined => {
                date <= after(list_day(order)) && member.to.is_none_or(|to| list_day(order) <= to)
            }
            RosterChange::Left => date < list_day(order),
        };
        self.whole.iter().any(listed)
            || self.nameless.iter().any(|order| before(order.date) <= date && date <= after(order.date))
    }
}

/// The day for which a list stands: its own, or the first of the school year that it names and precedes.
fn list_day(order: &Order) -> NaiveDate {
    let begins = order.school_year.map(SchoolYear::start);
    begins.filter(|begins| order.date < *begins && before(*begins) <= order.date).unwrap_or(order.date)
}

fn after(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(NEAR)).unwrap_or(date)
}

fn before(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(NEAR)).unwrap_or(date)
}

fn list_of_year(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Option<Finding> {
    // An order that does not say its year is taken to be of the year in which, or just before which, it came.
    let of_year = |order: &Order| match order.school_year {
        Some(known) => known == year,
        None => (year.eve()..year.next().eve()).contains(&order.date),
    };
    let approved = records.orders.values().any(|order| {
        let kind = matches!(order.kind, OrderKind::ApproveList | OrderKind::ChangeRoster | OrderKind::Create);
        kind && order.date <= on && of_year(order)
    });
    (!approved).then(|| {
        let message = format!(
            "Нет приказа, которым утверждены список {} и состав на {year} учебный год.",
            records.community.words().of_body()
        );
        let hint = format!(
            "Попросите РИМК внести {} в приказ; когда он выйдет, внесите номер и дату.",
            records.community.words().noun_called()
        );
        Finding::regulation("1.3", Severity::Warning, message, hint)
    })
}

/// What an order is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RosterChange {
    /// Somebody joined.
    Joined,
    /// Somebody left.
    Left,
}

impl RosterChange {
    /// The day on which a member joined or left.
    #[must_use]
    pub fn date(self, member: &Membership) -> Option<NaiveDate> {
        match self {
            Self::Joined => Some(member.from),
            Self::Left => member.to,
        }
    }

    fn order(self, member: &Membership) -> Option<OrderId> {
        match self {
            Self::Joined => member.joined_by,
            Self::Left => member.left_by,
        }
    }
}

fn roster_change(
    records: &CommunityRecords,
    members: &[(&Membership, NaiveDate)],
    change: RosterChange,
) -> Option<Finding> {
    let (first, _) = members.first()?;
    let names: Vec<String> =
        members.iter().map(|(one, date)| records.surname_first(one.person, *date)).collect();
    let (message, what) = match (members, change) {
        ([(_, date)], RosterChange::Joined) => {
            let date = date_in_prose(*date);
            (format!("{} — в составе с {date}, а приказа об этом нет.", names.join("")), "включение")
        }
        ([(_, date)], RosterChange::Left) => {
            let date = date_in_prose(*date);
            (format!("{} — в составе до {date}, а приказа об исключении нет.", names.join("")), "исключение")
        }
        (_, RosterChange::Joined) => (without_order("о включении", &names), "включение"),
        (_, RosterChange::Left) => (without_order("об исключении", &names), "исключение"),
    };
    let whom = match names.as_slice() {
        [name] => format!("участника ({name})"),
        _ => "этих участников".to_owned(),
    };
    let hint =
        format!("Попросите РИМК внести {what} {whom} в приказ; когда он выйдет, внесите номер и дату.");
    let act = match change {
        RosterChange::Joined => FindingAct::OrderOfJoining,
        RosterChange::Left => FindingAct::OrderOfLeaving,
    };
    let finding = Finding::regulation("1.4", Severity::Warning, message, hint);
    Some(finding.about(Kind::Membership, first.id).of_all(members.iter().map(|(one, _)| one.id.0), act))
}

/// «Приказа о включении нет у восьми участников: Абрамова И. И., …»
fn without_order(what: &str, names: &[String]) -> String {
    let count = of_count(names.len());
    let members = plural(names.len(), "участника", "участников", "участников");
    // The list ends with an initial, whose full stop ends the sentence too.
    format!("Приказа {what} нет у {count} {members}: {}", names.join(", "))
}
