//! Документы: the plan as a file, the orders by which the community works, and its shelf of normative documents.

use pps_domain::records::{LegalAct, Order};
use pps_domain::russian::{capitalised, date_in_table, document_number};

use super::super::contents::{Contents, Piece, PieceFile, SitePart, files_of};
use super::super::html::Html;
use super::super::latin::FileNames;
use super::super::{PLAN_FILE, Source};
use super::said::{files, source_of};
use crate::papers::people::filled;

/// By what a link leads to the shelf.
const SHELF: &str = "normative";

pub(in super::super) fn add(source: &Source<'_>, names: &mut FileNames, contents: &mut Contents) {
    own(source, contents);
    shelf(source, names, contents);
}

fn own(source: &Source<'_>, contents: &mut Contents) {
    let plan = contents.of_part(SitePart::Plan).next().map(|plan| plan.title.clone());
    let orders = source.records.orders.values().filter(|order| order.date <= source.on);
    let mut orders: Vec<&Order> = orders.collect();
    orders.sort_by_key(|order| (order.date, order.id));
    if plan.is_none() && orders.is_empty() {
        return;
    }
    let mut piece = Piece::new(SitePart::Documents, "Документы");
    piece.html.element("ul", &[], |list| {
        if let Some(plan) = &plan {
            list.element("li", &[], |item| item.link(PLAN_FILE, &format!("{plan} (PDF)")));
        }
        for order in orders {
            list.said("li", &named(source, order));
        }
    });
    contents.pieces.push(piece);
}

/// The normative documents in force, by kind and day.
fn shelf(source: &Source<'_>, names: &mut FileNames, contents: &mut Contents) {
    let mut acts: Vec<&LegalAct> = source.records.legal_acts.values().collect();
    acts.sort_by_cached_key(|act| act.order());
    let mut shown: Vec<(&LegalAct, String, Vec<PieceFile>)> = Vec::new();
    for act in acts {
        let title = source.publication.said(&act.in_full());
        let is_ahead = act.comes_after(source.on) || act.date.is_some_and(|date| date > source.on);
        let why = if title.trim().is_empty() {
            "у документа нет названия"
        } else if is_ahead {
            "документ ещё не действует"
        } else if !act.in_force_on(source.on) {
            "документ больше не действует"
        } else {
            shown.push((act, title, files_of(source, act.id.0, names)));
            continue;
        };
        let unnamed = "Документ без названия".to_owned();
        let title = if title.trim().is_empty() { unnamed } else { title };
        contents.leave_out(SitePart::Documents, title, why);
    }
    if shown.is_empty() {
        return;
    }
    let mut piece = Piece::new(SitePart::Documents, "Нормативные документы");
    piece.anchor = Some(SHELF.to_owned());
    piece.html.element("section", &[("id", SHELF)], |section| {
        section.said("h2", "Нормативные документы");
        section.element("ul", &[], |list| {
            for (act, title, attached) in &shown {
                list.element("li", &[], |item| on_shelf(source, item, act, title, attached));
            }
        });
    });
    piece.files = shown.into_iter().flat_map(|(_, _, attached)| attached).collect();
    contents.pieces.push(piece);
}

/// A document with its files; where it has none, with the address at which it is found.
fn on_shelf(source: &Source<'_>, item: &mut Html, act: &LegalAct, title: &str, attached: &[PieceFile]) {
    item.text(title);
    if attached.is_empty() && !act.link.trim().is_empty() {
        item.text(". Где найти: ");
        source_of(source, item, &act.link);
    }
    files(item, attached);
}

/// «Приказ начальника управления образования от 30.08.2024 № 112/2 о создании».
fn named(source: &Source<'_>, order: &Order) -> String {
    let number = document_number(&order.number);
    let number = if number.is_empty() { String::new() } else { format!("№\u{a0}{number}") };
    let parts = [
        "приказ".to_owned(),
        source.publication.said(&order.issued_by),
        format!("от {}", date_in_table(order.date)),
        number,
        order.kind.in_words().to_owned(),
    ];
    capitalised(&filled(parts).join(" "))
}
