//! пп. 1.3 and 1.4: the orders of the head of education. The leader issues none, so each hint says what to ask
//! РИМК for.

use chrono::NaiveDate;

use super::{Finding, Severity, Watch};
use crate::archive::Archive;
use crate::calendar::SchoolYear;
use crate::records::{Kind, Membership, Order, OrderKind};
use crate::russian::date_in_prose;

pub(super) fn check_creation(archive: &Archive, on: NaiveDate, watch: &Watch, found: &mut Vec<Finding>) {
    let created = archive
        .orders
        .values()
        .any(|order| matches!(order.kind, OrderKind::Create | OrderKind::Reorganise) && order.date <= on);
    if created || !watch.covers(on) {
        return;
    }
    let message = "Не внесён приказ о создании сообщества.".to_owned();
    let hint = "Попросите в РИМК номер и дату приказа и внесите их в «Документы».".to_owned();
    found.push(Finding::regulation("1.4", Severity::Warning, message, hint));
}

pub(super) fn check_year(
    archive: &Archive,
    year: SchoolYear,
    on: NaiveDate,
    watch: &Watch,
    found: &mut Vec<Finding>,
) {
    if year.start() <= on && watch.covers(year.start()) {
        found.extend(list_of_year(archive, year, on));
    }
    let within = |date: NaiveDate| year.contains(date) && date <= on && watch.covers(date);
    for membership in archive.memberships.values() {
        if within(membership.from) && order(archive, membership.joined_by, on).is_none() {
            found.push(roster_change(archive, membership, membership.from, Change::Joined));
        }
        if let Some(to) = membership.to
            && within(to)
            && order(archive, membership.left_by, on).is_none()
        {
            found.push(roster_change(archive, membership, to, Change::Left));
        }
    }
}

/// The order that a membership names, where it has been issued by the given day.
fn order(archive: &Archive, id: Option<crate::ids::OrderId>, on: NaiveDate) -> Option<&Order> {
    archive.orders.get(&id?).filter(|order| order.date <= on)
}

fn list_of_year(archive: &Archive, year: SchoolYear, on: NaiveDate) -> Option<Finding> {
    // An order that does not say its year is taken to be of the year in which, or just before which, it came.
    let of_year = |order: &Order| match order.school_year {
        Some(known) => known == year,
        None => (year.eve()..year.next().eve()).contains(&order.date),
    };
    let approved = archive.orders.values().any(|order| {
        let kind = matches!(order.kind, OrderKind::ApproveList | OrderKind::ChangeRoster | OrderKind::Create);
        kind && order.date <= on && of_year(order)
    });
    (!approved).then(|| {
        let message = format!("Нет приказа, которым утверждены список ППС и состав на {year} учебный год.");
        let hint = "Попросите РИМК внести сообщество в приказ; когда он выйдет, внесите номер и дату.";
        Finding::regulation("1.3", Severity::Warning, message, hint.to_owned())
    })
}

#[derive(Clone, Copy)]
enum Change {
    Joined,
    Left,
}

fn roster_change(archive: &Archive, membership: &Membership, date: NaiveDate, change: Change) -> Finding {
    let name = archive.surname_first(membership.person, date);
    let date = date_in_prose(date);
    let (message, what) = match change {
        Change::Joined => (format!("{name} — в составе с {date}, а приказа об этом нет."), "включение"),
        Change::Left => (format!("{name} — в составе до {date}, а приказа о выходе нет."), "исключение"),
    };
    let hint = format!(
        "Попросите РИМК внести {what} участника ({name}) в приказ; когда он выйдет, внесите номер и дату."
    );
    Finding::regulation("1.4", Severity::Warning, message, hint).about(Kind::Membership, membership.id)
}
