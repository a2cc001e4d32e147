//! The sheet of activities. What is a heading on paper, or a part of a cell, is a column here, so that the table can be
//! sorted and filtered, and comes back as it was when it is brought in again. A column that no row needs is left out.

use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{Activity, Plan as PlanRecord};

use super::days;
use super::sheet::{Cell, Column};
use crate::papers::{Plan, PlanOrder, PlanRow, headed};

/// A row of the sheet on its way: the record, what the paper says of it, and the heading under which it stands there.
struct Loaded<'a> {
    records: &'a CommunityRecords,
    plan: &'a PlanRecord,
    activity: &'a Activity,
    printed: &'a PlanRow,
    group: &'a str,
}

/// A column: whether it is left out where no row has anything in it, and what it holds.
struct Part {
    column: Column,
    optional: bool,
    cell: fn(&Loaded<'_>) -> Cell,
}

const fn always(title: &'static str, width: f64, cell: fn(&Loaded<'_>) -> Cell) -> Part {
    Part { column: Column { title, width }, optional: false, cell }
}

const fn optional(title: &'static str, width: f64, cell: fn(&Loaded<'_>) -> Cell) -> Part {
    Part { column: Column { title, width }, optional: true, cell }
}

const MONTH: Part = always("Месяц", 10.5, |row| Cell::text(row.group));

const PARTS: [Part; 15] = [
    always("Направление", 16.0, |row| Cell::text(row.activity.direction.in_words())),
    optional("Раздел", 18.0, |row| Cell::text(&section(row.records, row.activity))),
    always("Мероприятие", 33.0, |row| Cell::text(&row.activity.text)),
    optional("Форма", 14.0, |row| Cell::text(&row.activity.form)),
    optional("Цель", 22.0, |row| Cell::text(&row.activity.goal)),
    optional("Задача", 24.0, |row| Cell::text(&task(row.records, row.activity))),
    always("Срок", 13.0, |row| {
        Cell::text(&row.activity.term.as_ref().map(pps_domain::calendar::Term::in_table).unwrap_or_default())
    }),
    always("Начало", 11.0, |row| {
        let [start, _] = days(row.activity.term.as_ref(), row.plan.school_year);
        start
    }),
    always("Окончание", 11.5, |row| {
        let [_, end] = days(row.activity.term.as_ref(), row.plan.school_year);
        end
    }),
    optional("Время", 11.0, |row| Cell::text(&row.activity.time)),
    optional("Место", 18.0, |row| Cell::text(&row.activity.venue)),
    always("Участники (ОО)", 18.0, |row| Cell::text(&row.printed.participants)),
    always("Ответственный", 15.5, |row| Cell::text(&row.printed.responsible)),
    always("Ожидаемый результат", 19.0, |row| Cell::text(&row.printed.result)),
    always("Отметка о выполнении", 23.0, |row| Cell::text(&row.printed.mark)),
];

/// The columns and rows of the sheet, in the order of the paper.
pub(super) fn activities(
    records: &CommunityRecords,
    plan: &PlanRecord,
    view: &Plan,
    order: PlanOrder,
) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let groups = headed(records, plan, order);
    // The paper was made of the same groups, so records and printed rows stand in the same order.
    let loaded: Vec<Loaded<'_>> = groups
        .iter()
        .zip(&view.groups)
        .flat_map(|((group, activities), printed)| {
            activities.iter().zip(&printed.rows).map(move |(activity, printed)| Loaded {
                records,
                plan,
                activity,
                printed,
                group,
            })
        })
        .collect();
    let month = (order == PlanOrder::ByMonth).then_some(&MONTH);
    let needed =
        |part: &&Part| !part.optional || loaded.iter().any(|row| !matches!((part.cell)(row), Cell::Empty));
    let parts: Vec<&Part> = month.into_iter().chain(PARTS.iter().filter(needed)).collect();
    let number = Column { title: "№ п/п", width: 5.0 };
    let columns = std::iter::once(number).chain(parts.iter().map(|part| part.column)).collect();
    let rows = loaded.iter().map(|row| {
        let cells = parts.iter().map(|part| (part.cell)(row));
        std::iter::once(Cell::number(&row.printed.number)).chain(cells).collect()
    });
    (columns, rows.collect())
}

fn section(records: &CommunityRecords, activity: &Activity) -> String {
    records.section_of(activity).map(|(_, section)| section.name.trim().to_owned()).unwrap_or_default()
}

/// «2. Обобщить опыт наставников»: it reads the same when the table is brought in again.
fn task(records: &CommunityRecords, activity: &Activity) -> String {
    let task = records.task_of(activity);
    task.map(|(number, task)| format!("{number}. {}", task.text.trim())).unwrap_or_default()
}
