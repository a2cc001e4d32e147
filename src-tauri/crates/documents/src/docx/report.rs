//! The report, piece by piece in the order of `templates/report.typ`.

use super::body::{Body, Paragraph};
use super::figures;
use super::ruled::{Column, Line, ruled};
use super::styles::Style;
use super::text::{filled, has, joined, lines, stopped};
use crate::papers::{Align, Block, Report, Section};

pub(super) fn report(view: &Report) -> Body {
    let mut body = Body::default();
    title_page(&mut body, view);
    let point = body.lists.sections();
    let sections = view.sections.iter().filter(|section| section.blocks.iter().any(shown));
    for (Section { title, blocks, .. }, place) in sections.zip(0..) {
        let heading = Paragraph::new(Style::Heading1, title).numbered(Some(point));
        body.add(if place == 0 { heading.on_new_page() } else { heading });
        for block in blocks.iter().filter(|block| shown(block)) {
            add(&mut body, block);
        }
    }
    let day = match filled(view.signed.as_ref()) {
        Some(day) => Paragraph::new(Style::Plain, day),
        None => Paragraph::blank_day(),
    };
    body.signed(std::slice::from_ref(&view.signature), None, Some(day));
    body
}

fn title_page(body: &mut Body, view: &Report) {
    body.title(Style::Centred, filled(view.superior.as_ref()).unwrap_or_default(), 140);
    body.title(Style::Centred, &view.community, 0);
    body.add(Paragraph::new(Style::PageTitle, "АНАЛИТИЧЕСКИЙ ОТЧЁТ"));
    body.title(Style::Centred, "о деятельности профессионального педагогического сообщества", 0);
    body.title(Style::Centred, &format!("за {} учебный год", view.school_year), 160);
    if has(&view.period) {
        body.title(Style::Centred, &format!("Период: {}", view.period), 0);
    }
    let mut room = 1900;
    for (label, value) in [("Руководитель ППС", &view.leader), ("Представляется", &view.to)]
    {
        if let Some(value) = filled(value.as_ref()) {
            body.add(Paragraph::new(Style::Plain, &format!("{label}: {value}")).before(room));
            room = 140;
        }
    }
    body.add(Paragraph::new(Style::Receipt, "Отметка о приёме").before(1700));
    body.add(Paragraph::blanks(Style::Receipt, &[("Вх. №\u{A0}", 39)]));
    body.add(Paragraph::blanks(Style::Receipt, &[("«", 7), ("» ", 29), (" 20", 7), (" г.", 0)]));
    let place = filled(view.place.as_ref()).unwrap_or_default();
    let whereabouts = joined(&[place, &view.year], ", ");
    if has(&whereabouts) {
        body.add(Paragraph::new(Style::Centred, &whereabouts).before(1700));
    }
}

/// Whether a piece has something in it: an empty one leaves no trace.
fn shown(block: &Block) -> bool {
    match block {
        Block::Text { text } | Block::Remark { text } => has(text),
        Block::Facts { items } => items.iter().any(|fact| has(&fact.value)),
        Block::List { items, .. } => items.iter().any(|item| has(item)),
        Block::Table { rows, .. } => !rows.is_empty(),
        Block::Attendance { bars } => !bars.is_empty(),
        Block::PlanFact { bars } => !bars.is_empty(),
        Block::Difficulties { rows, .. } => !rows.is_empty(),
        Block::Years { measures, .. } => !measures.is_empty(),
    }
}

fn add(body: &mut Body, block: &Block) {
    match block {
        Block::Text { text } => {
            for line in lines(text) {
                body.add(Paragraph::new(Style::Body, line));
            }
        }
        Block::Remark { text } => body.line(Style::Remark, text),
        Block::Facts { items } => {
            for fact in items.iter().filter(|fact| has(&fact.value)) {
                body.line(Style::Body, &format!("{}: {}", fact.label, stopped(&fact.value)));
            }
        }
        Block::List { title, items, numbered } => {
            if has(title) {
                body.add(Paragraph::new(Style::Body, title).kept());
            }
            let point = body.lists.items(*numbered);
            for item in items.iter().filter(|item| has(item)) {
                body.add(Paragraph::new(Style::Body, item).numbered(Some(point)));
            }
        }
        Block::Table { title, columns, rows, total } => {
            body.line(Style::Caption, title);
            let columns: Vec<Column<'_>> = columns
                .iter()
                .map(|column| Column {
                    title: &column.title,
                    over: &column.group,
                    share: column.width,
                    centred: column.align == Align::Center,
                })
                .collect();
            let rows = rows.iter().cloned().map(Line::Row);
            let lines: Vec<Line> = rows.chain(total.clone().map(Line::Total)).collect();
            body.table(ruled(&columns, &lines, body.sheet(), false));
            body.add(Paragraph::new(Style::Nothing, "").before(140));
        }
        Block::Attendance { bars } => figures::attendance(body, bars),
        Block::PlanFact { bars } => figures::plan_fact(body, bars),
        Block::Difficulties { waves, rows } => figures::difficulties(body, waves, rows),
        Block::Years { years, measures, notes } => figures::years(body, years, measures, notes),
    }
}
