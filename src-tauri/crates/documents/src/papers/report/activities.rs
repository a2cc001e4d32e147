//! Sections of the report about the rows of the plan.

use chrono::NaiveDate;
use pps_domain::calendar::Term;
use pps_domain::figures::{DirectionRow, consultations_of};
use pps_domain::ids::ActivityId;
use pps_domain::records::{Activity, ActivityForm, Direction, MarkState};
use pps_domain::russian::partial_in_table;

use super::community::{column, figure, punctuated};
use super::source::Source;
use super::work::small;
use crate::papers::people::optional;
use crate::papers::sentences::transferred;
use crate::papers::{Align, Block, Column, DirectionBar, Table};

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
    // Each column has room for the longest word of its head; only «Запланировано» is parted.
    let heads = [
        ("Запланировано", 20.0),
        ("Выполнено", 22.0),
        ("из них позже срока", 13.5),
        ("Не в полном объёме", 16.0),
        ("Отменено", 19.5),
        ("Не выполнено", 21.7),
    ];
    let heads =
        heads.into_iter().chain(unmarked.then_some(("Без отметки", 17.0))).chain([("Переносы", 19.5)]);
    let mut columns = vec![column("Направление", if unmarked { 41.5 } else { 37.8 }, Align::Left)];
    columns.extend(heads.map(|(title, width)| column(title, width, Align::Center)));
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
        Block::Table(Table {
            title: String::new(),
            columns,
            rows: plan.rows.iter().map(cells).collect(),
            total: Some(cells(&total)),
            ..Table::default()
        }),
        Block::PlanFact { bars: bars.collect() },
    ];
    let reasons = total.in_part.iter().chain(&total.cancelled).chain(&total.not_done);
    let reasons: Vec<String> = reasons.filter_map(|id| outcome(source, *id)).collect();
    if !reasons.is_empty() {
        let title = "Не выполнено или выполнено не в полном объёме:".to_owned();
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
    let activity = source.records.activities.get(&id)?;
    let mark = activity.mark_on(source.year, source.on)?;
    let result = optional(&mark.result).map(|result| format!(", {result}")).unwrap_or_default();
    let reason = optional(&mark.reason).map(|reason| format!(": {reason}")).unwrap_or_default();
    Some(format!("{} — {}{result}{reason}", activity.text.trim(), mark.state.in_words()))
}

/// «Экспертиза рабочих программ … — перенесено на март (в плане — декабрь): болезнь эксперта».
fn moved(source: &Source<'_>, id: ActivityId) -> Option<String> {
    let activity = source.records.activities.get(&id)?;
    let to = activity.moves_by(source.year, source.on).last()?;
    let from =
        activity.term.as_ref().map(|term| format!(" (в плане — {})", term.in_table())).unwrap_or_default();
    let reason = optional(&to.reason).map(|reason| format!(": {reason}")).unwrap_or_default();
    Some(format!("{} — {}{from}{reason}", activity.text.trim(), transferred(&to.to)))
}

/// Консультации, экспертиза и материалы сайта: they are the work of the informational direction. A row to which an expertise of
/// the journal answers is told by that one.
pub(super) fn support(source: &Source<'_>) -> Vec<Block> {
    let judged = source.figures.expertise.concluded.iter();
    let judged = judged.filter_map(|id| source.records.expertises.get(id)?.activity);
    let given = consultations_of(source.records, source.year, source.on).into_iter();
    let told: Vec<ActivityId> = judged.chain(given.filter_map(|given| given.activity)).collect();
    work(source, |activity| match activity.known_form() {
        _ if told.contains(&activity.id) => false,
        Some(form) => matches!(form, ActivityForm::Consultation | ActivityForm::Expertise),
        None => activity.direction == Direction::Information,
    })
}

/// A table of activities that their responsible people stand for.
fn work(source: &Source<'_>, chosen: impl Fn(&Activity) -> bool) -> Vec<Block> {
    let rows = held(source, chosen).into_iter().map(|one| vec![one.date, one.what, one.who, one.outcome]);
    work_table(rows.collect())
}

/// What was done, with who answered for it and what came of it.
pub(super) fn work_table(rows: Vec<Vec<String>>) -> Vec<Block> {
    let columns = vec![
        column("Дата", 31.0, Align::Center),
        column("Мероприятие", 65.0, Align::Left),
        column("Ответственный", 36.0, Align::Left),
        column("Итог", 38.0, Align::Left),
    ];
    table(columns, rows)
}

pub(super) fn table(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(Table { title: String::new(), columns, rows, total: None, ..Table::default() })]
}

/// An activity that was held, as it stands in a table.
pub(super) struct Held {
    pub(super) id: ActivityId,
    /// Where it stands in the order of the year.
    pub(super) day: Option<NaiveDate>,
    pub(super) date: String,
    pub(super) what: String,
    pub(super) who: String,
    pub(super) schools: String,
    pub(super) outcome: String,
}

/// The chosen activities that were held, fully or in part, in the order of the year.
pub(super) fn held(source: &Source<'_>, chosen: impl Fn(&Activity) -> bool) -> Vec<Held> {
    let Some(plan) = source.records.plan(source.year) else { return Vec::new() };
    let activities = source.records.activities_of(plan.id);
    let chosen: Vec<&Activity> = activities.into_iter().filter(|activity| chosen(activity)).collect();
    let mut held: Vec<Held> = chosen.into_iter().filter_map(|activity| held_as(source, activity)).collect();
    held.sort_by_key(|one| one.day);
    held
}

fn held_as(source: &Source<'_>, activity: &Activity) -> Option<Held> {
    let mark = activity.mark_on(source.year, source.on)?;
    let result = optional(&mark.result);
    // What was done only in part has its reason under the table of the plan.
    let reason = optional(&mark.reason).map(|reason| format!(": {reason}")).unwrap_or_default();
    // An empty cell would read as forgotten, and a figure alone as if everything had been done.
    let outcome = match (mark.state, result) {
        (MarkState::Done, Some(result)) => format!("{result}{reason}"),
        (MarkState::DoneInPart, Some(result)) => format!("{}: {result}", mark.state.in_words()),
        (MarkState::Done, None) => format!("{}{reason}", mark.state.in_words()),
        (MarkState::DoneInPart, None) => mark.state.in_words().to_owned(),
        _ => return None,
    };
    let date = mark.date.map(partial_in_table);
    // What has no date of its own stands where its term ends.
    let counts_from = mark.counts_from(activity.term_on(source.year, source.on), source.year);
    let term = || activity.term_on(source.year, source.on).map(Term::in_table);
    let day = mark.date.map_or(source.day, |date| date.first_day());
    Some(Held {
        id: activity.id,
        day: counts_from,
        date: date.or_else(term).unwrap_or_default(),
        what: activity.text.clone(),
        who: source.records.answering(&activity.responsible, &activity.responsible_in_words, day),
        schools: schools(source, activity, day),
        outcome,
    })
}

/// Where those who answer for an activity work, each school once.
fn schools(source: &Source<'_>, activity: &Activity, day: NaiveDate) -> String {
    let mut names: Vec<String> = Vec::new();
    for person in &activity.responsible {
        let Some(school) = source.records.workplace(*person, day) else { continue };
        let name = school.shown_name().to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}
