//! Sections of the report about the community itself: orders, staff, tasks, courses, schools.

use pps_domain::figures::StaffRow;
use pps_domain::ids::TaskId;
use pps_domain::records::{Order, OrderKind, Plan};
use pps_domain::russian::{counted, date_in_prose, date_in_table, partial_in_table, plural};

use super::source::Source;
use crate::papers::people::{filled, optional, shown};
use crate::papers::roster::{by_order, roster_order};
use crate::papers::sentences::quoted;
use crate::papers::{Align, Block, Column, Fact, Table};

pub(super) fn column(title: &str, width: f64, align: Align) -> Column {
    Column { title: title.to_owned(), width, align, ..Column::default() }
}

/// A narrow column of numbers under a heading that it shares with its neighbours.
fn under(group: &str, title: &str, width: f64) -> Column {
    Column { group: group.to_owned(), ..column(title, width, Align::Center) }
}

/// A number in a table; a dash is easier to pass over than a nought.
pub(super) fn figure(count: usize) -> String {
    if count == 0 { "—".to_owned() } else { count.to_string() }
}

fn plan<'a>(source: &'a Source<'_>) -> Option<&'a Plan> {
    source.records.plan(source.year)
}

pub(super) fn general(source: &Source<'_>) -> Vec<Block> {
    let records = source.records;
    let created =
        records.orders.values().filter(|order| order.kind == OrderKind::Create && order.date <= source.day);
    let created: Option<&Order> = created.min_by_key(|order| (order.date, order.id));
    let roster = roster_order(records, source.day).filter(|order| order.kind != OrderKind::Create);
    let zones = plan(source).map(|plan| filled(plan.problem_zones.iter().cloned())).unwrap_or_default();
    let fact = |label: &str, value: Option<String>| Fact {
        label: label.to_owned(),
        value: value.unwrap_or_default(),
    };
    let count = |staff: &pps_domain::figures::Staff| {
        (staff.members() > 0).then(|| {
            format!(
                "{} из {}",
                counted(staff.members(), "человек", "человека", "человек"),
                counted(staff.organisations(), "организации", "организаций", "организаций")
            )
        })
    };
    let (start, end) = (&source.figures.staff_at_start, &source.figures.staff_at_end);
    let items = vec![
        fact(&format!("Состав на {}", date_in_prose(start.on)), count(start)),
        fact(&format!("Состав на {}", date_in_prose(end.on)), count(end).filter(|_| end.on != start.on)),
        fact(
            if zones.len() > 1 { "Проблемные зоны" } else { "Проблемная зона" },
            (!zones.is_empty()).then(|| zones.join("; ")),
        ),
    ];
    let orders = [("Сообщество создано", created), ("Состав утверждён", roster)];
    let orders = orders.into_iter().filter_map(|(word, order)| Some(format!("{word} {}.", by_order(order?))));
    let orders: Vec<String> = orders.collect();
    let mut blocks = Vec::new();
    if !orders.is_empty() {
        blocks.push(Block::Text { text: orders.join("\n") });
    }
    if items.iter().any(|item| !item.value.trim().is_empty()) {
        blocks.push(Block::Facts { items });
    }
    blocks
}

pub(super) fn staff(source: &Source<'_>) -> Vec<Block> {
    let staff = &source.figures.staff_at_end;
    if staff.rows.is_empty() {
        return Vec::new();
    }
    let cells = |name: String, row: &StaffRow| {
        let counts = [row.people.len(), row.heads, row.highest, row.first, row.without];
        let counts = counts.into_iter().chain(row.experience);
        std::iter::once(name).chain(counts.map(figure)).collect::<Vec<_>>()
    };
    let school = |row: &StaffRow| {
        row.organisation.map_or_else(|| "не указана".to_owned(), |school| shown(source.records, school))
    };
    const CATEGORY: &str = "Категория";
    const EXPERIENCE: &str = "Стаж, лет";
    let [under_three, to_ten, to_twenty, more] = staff.bands.in_words();
    let columns = vec![
        column("Организация", 41.3, Align::Left),
        column("Всего", 11.5, Align::Center),
        column("Руководители", 25.0, Align::Center),
        under(CATEGORY, "высшая", 15.0),
        under(CATEGORY, "первая", 13.3),
        under(CATEGORY, "без категории", 18.7),
        under(EXPERIENCE, &under_three, 10.0),
        under(EXPERIENCE, &in_two_lines(&to_ten, " до "), 12.2),
        under(EXPERIENCE, &in_two_lines(&to_twenty, " до "), 12.2),
        under(EXPERIENCE, &in_two_lines(&more, " более"), 10.8),
    ];
    let mut blocks = vec![Block::Table(Table {
        title: format!("Состав на {}", date_in_prose(staff.on)),
        columns,
        rows: staff.rows.iter().map(|row| cells(school(row), row)).collect(),
        total: Some(cells("Всего".to_owned(), &staff.total())),
        ..Table::default()
    })];
    let changed = |joined: bool, word: &str| {
        let of_kind = source.figures.staff_changes.iter().filter(move |change| change.joined == joined);
        let people = of_kind.map(|change| {
            let name = source.records.surname_first(change.person, change.date);
            format!("{name} ({word} {})", date_in_table(change.date))
        });
        people.collect::<Vec<_>>().join(", ")
    };
    let items = vec![
        Fact { label: "Вошли в состав".to_owned(), value: changed(true, "с") },
        Fact { label: "Выбыли из состава".to_owned(), value: changed(false, "по") },
    ];
    if items.iter().any(|item| !item.value.is_empty()) {
        blocks.push(Block::Facts { items });
    }
    blocks
}

/// «от 3\nдо 10»: the heading of a narrow column, broken before these words.
fn in_two_lines(heading: &str, before: &str) -> String {
    heading.replacen(before, &before.replacen(' ', "\n", 1), 1)
}

pub(super) fn tasks(source: &Source<'_>) -> Vec<Block> {
    let Some(plan) = plan(source) else { return Vec::new() };
    let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
    let mut blocks = Vec::new();
    if optional(&plan.topic).or_else(|| optional(&plan.goal)).is_some() {
        blocks.push(Block::Facts {
            items: vec![fact("Методическая тема", &quoted(&plan.topic)), fact("Цель", &plan.goal)],
        });
    }
    let items: Vec<String> = plan
        .tasks
        .iter()
        .filter(|task| !task.text.trim().is_empty())
        .map(|task| {
            let text = task.text.trim().trim_end_matches([';', '.', ',']);
            let state = task.state.map(|state| format!(" — {}", state.in_words())).unwrap_or_default();
            let note = optional(&task.note).map(|note| format!(": {note}")).unwrap_or_default();
            let note = note.trim_end_matches([';', '.', ',']);
            format!("{text}{state}{note}{}", done_for(source, task.id))
        })
        .collect();
    if !items.is_empty() {
        blocks.push(Block::List {
            title: "Задачи года:".to_owned(),
            items: punctuated(items),
            numbered: true,
        });
    }
    blocks
}

/// « (выполнено 2 из 3 мероприятий)», where rows of the plan name the task.
fn done_for(source: &Source<'_>, task: TaskId) -> String {
    let row = source.figures.tasks.iter().find(|row| row.task == task);
    let said = row.map(|row| {
        let (done, planned) = (row.done.len(), row.planned.len());
        let word = plural(planned, "мероприятия", "мероприятий", "мероприятий");
        format!(" (выполнено {done} из {planned}\u{a0}{word})")
    });
    said.unwrap_or_default()
}

/// The items of a list: sentences of their own, if all begin with a capital; else one sentence with
/// semicolons between and a full stop at the end.
pub(crate) fn punctuated(items: Vec<String>) -> Vec<String> {
    let last = items.len().saturating_sub(1);
    let sentences = items.iter().all(|item| item.starts_with(char::is_uppercase));
    let ended = items.into_iter().enumerate().map(|(index, item)| {
        let item = item.trim_end_matches(['.', ';', ',', ' ']);
        format!("{item}{}", if sentences || index == last { '.' } else { ';' })
    });
    ended.collect()
}

pub(super) fn courses(source: &Source<'_>) -> Vec<Block> {
    let rows: Vec<Vec<String>> = source
        .figures
        .courses
        .iter()
        .filter_map(|(person, course)| {
            let known = source.records.people.get(person)?;
            let course = known.courses.iter().find(|one| one.id == *course)?;
            Some(vec![
                source.records.surname_first(*person, source.day),
                course.title.clone(),
                course.provider.clone(),
                course.hours.map(|hours| hours.to_string()).unwrap_or_default(),
                partial_in_table(course.finished),
            ])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("Фамилия И. О.", 38.0, Align::Left),
        column("Программа", 62.0, Align::Left),
        column("Организация", 31.0, Align::Left),
        column("Часы", 14.0, Align::Center),
        column("Окончание", 25.0, Align::Center),
    ];
    vec![Block::Table(Table { title: String::new(), columns, rows, total: None, ..Table::default() })]
}
