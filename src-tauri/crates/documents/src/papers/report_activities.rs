//! Sections of the report about the rows of the plan.

use pps_domain::figures::DirectionRow;
use pps_domain::ids::ActivityId;
use pps_domain::records::{Activity, ActivityForm, MarkState};
use pps_domain::russian::partial_in_table;

use super::people::optional;
use super::report_people::{column, figure, punctuated};
use super::report_records::Source;
use super::report_work::small;
use super::{Align, Block, DirectionBar};

pub(super) fn plan_and_fact(source: &Source<'_>) -> Vec<Block> {
    let plan = &source.figures.plan;
    if plan.rows.is_empty() {
        return Vec::new();
    }
    let name = |row: &DirectionRow| row.direction.map(|one| one.in_words()).unwrap_or("Всего").to_owned();
    let total = plan.total();
    // A year that is not over has rows without a mark; a finished one should not show that column.
    let unmarked = !total.unmarked.is_empty();
    let cells = |row: &DirectionRow| {
        let lists = [&row.planned, &row.done, &row.late, &row.in_part, &row.cancelled, &row.not_done];
        let lists = lists.into_iter().chain(unmarked.then_some(&row.unmarked)).chain([&row.moved]);
        std::iter::once(name(row)).chain(lists.map(|list| figure(list.len()))).collect::<Vec<_>>()
    };
    let mut columns = vec![column("Направление", 40.0, Align::Left)];
    let heads = [
        "Запланировано",
        "Выполнено",
        "из них позже срока",
        "Не в полном объёме",
        "Отменено",
        "Не выполнено",
    ];
    let heads = heads.into_iter().chain(unmarked.then_some("Без отметки")).chain(["Переносы"]);
    columns.extend(heads.map(|title| column(title, if unmarked { 16.2 } else { 18.5 }, Align::Center)));
    let bars = plan.rows.iter().map(|row| DirectionBar {
        name: name(row),
        planned: small(row.planned.len()),
        done: small(row.done.len()),
        late: small(row.late.len()),
        partly: small(row.in_part.len()),
        cancelled: small(row.cancelled.len()),
        not_done: small(row.not_done.len()),
        unmarked: small(row.unmarked.len()),
    });
    let mut blocks = vec![
        Block::Table {
            title: String::new(),
            columns,
            rows: plan.rows.iter().map(cells).collect(),
            total: Some(cells(&total)),
        },
        Block::PlanFact { bars: bars.collect() },
    ];
    let reasons = total.in_part.iter().chain(&total.cancelled).chain(&total.not_done);
    let reasons: Vec<String> = reasons.filter_map(|id| outcome(source, *id)).collect();
    if !reasons.is_empty() {
        let title = "Выполнено не полностью:".to_owned();
        blocks.push(Block::List { title, items: punctuated(reasons), numbered: false });
    }
    let moves: Vec<String> = total.moved.iter().filter_map(|id| moved(source, *id)).collect();
    if !moves.is_empty() {
        let title = "Перенесённые сроки:".to_owned();
        blocks.push(Block::List { title, items: punctuated(moves), numbered: false });
    }
    blocks
}

/// «Экспертиза проекта … — отменено: проект не представлен».
fn outcome(source: &Source<'_>, id: ActivityId) -> Option<String> {
    let activity = source.archive.activities.get(&id)?;
    let mark = activity.mark_on(source.year, source.on)?;
    let result = optional(&mark.result).map(|result| format!(", {result}")).unwrap_or_default();
    let reason = optional(&mark.reason).map(|reason| format!(": {reason}")).unwrap_or_default();
    Some(format!("{} — {}{result}{reason}", activity.text.trim(), mark.state.in_words()))
}

fn moved(source: &Source<'_>, id: ActivityId) -> Option<String> {
    let activity = source.archive.activities.get(&id)?;
    let to = activity.moves.iter().rfind(|one| one.date.is_none_or(|date| date <= source.on))?;
    let from = activity.term.as_ref().map(|term| format!("{} → ", term.in_table())).unwrap_or_default();
    let reason = optional(&to.reason).map(|reason| format!(": {reason}")).unwrap_or_default();
    Some(format!("{} — {from}{}{reason}", activity.text.trim(), to.to.in_table()))
}

/// A table of the activities of some forms that were held, fully or in part.
pub(super) fn activities(source: &Source<'_>, forms: &[ActivityForm], who: &str) -> Vec<Block> {
    let Some(plan) = source.archive.plan(source.year) else { return Vec::new() };
    let activities = source.archive.activities_of(plan.id);
    let held = activities.into_iter().filter(|activity| forms.contains(&activity.form));
    let mut held: Vec<&Activity> = held.collect();
    // In the order of the year; what has no date of its own stands where its term ends.
    held.sort_by_cached_key(|activity| {
        let term = activity.term_on(source.on);
        let mark = activity.mark_on(source.year, source.on);
        mark.and_then(|mark| mark.counts_from(term, source.year))
    });
    let rows: Vec<Vec<String>> = held.into_iter().filter_map(|activity| held_row(source, activity)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("Дата", 26.0, Align::Center),
        column("Мероприятие", 66.0, Align::Left),
        column(who, 38.0, Align::Left),
        column("Итог", 40.0, Align::Left),
    ];
    vec![Block::Table { title: String::new(), columns, rows, total: None }]
}

fn held_row(source: &Source<'_>, activity: &Activity) -> Option<Vec<String>> {
    let mark = activity.mark_on(source.year, source.on)?;
    if !matches!(mark.state, MarkState::Done | MarkState::DoneInPart) {
        return None;
    }
    let date = mark.date.map(partial_in_table);
    let term = || activity.term_on(source.on).map(pps_domain::calendar::Term::in_table);
    let day = mark.date.map_or(source.day, |date| date.first_day());
    Some(vec![
        date.or_else(term).unwrap_or_default(),
        activity.text.clone(),
        source.archive.surnames_first(&activity.responsible, day),
        mark.result.clone(),
    ])
}
