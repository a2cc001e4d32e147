//! Документы: the plan as a file, and the orders by which the community works.

use pps_domain::records::Order;
use pps_domain::russian::{capitalised, date_in_table, document_number};

use super::super::contents::{Contents, Piece, SitePart};
use super::super::{PLAN_FILE, Source};
use crate::papers::people::filled;

pub(in super::super) fn add(source: &Source<'_>, contents: &mut Contents) {
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
