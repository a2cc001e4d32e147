//! A table as a paper holds it: its title, columns and rows; one that is turned on a sheet of its own.

use super::body::Body;
use super::ruled::{Column, Line, Marks, ruled};
use super::styles::Style;
use crate::model::{Align, Table};

/// Adds a table. One that is `bound` stays with what follows it.
pub(super) fn add(body: &mut Body, table: &Table, bound: bool) {
    if table.turned && !body.flipped {
        body.turn();
        set(body, table, false);
        body.turn();
    } else {
        set(body, table, bound);
    }
}

fn set(body: &mut Body, table: &Table, bound: bool) {
    body.line(Style::Caption, &table.title);
    let columns: Vec<Column<'_>> = table
        .columns
        .iter()
        .map(|column| Column {
            title: &column.title,
            over: &column.group,
            share: column.width,
            centred: column.align == Align::Center,
        })
        .collect();
    let mut lines = Vec::with_capacity(table.rows.len());
    for (place, texts) in table.rows.iter().enumerate() {
        let above = table.groups.iter().filter(|group| group.before == place);
        lines.extend(above.map(|group| Line::Group(group.title.clone())));
        lines.push(Line::Row(texts.clone()));
    }
    lines.extend(table.total.clone().map(Line::Total));
    let loud_at = table.loud_at.unwrap_or(table.columns.len().saturating_sub(1));
    let marks = Marks {
        loud: table.loud.iter().map(|row| (*row, loud_at)).collect(),
        to_sign: table.room_at.is_some(),
        letters: table.letters,
    };
    let xml = ruled(&columns, &lines, &marks, body.sheet(), bound);
    body.table(xml);
}
