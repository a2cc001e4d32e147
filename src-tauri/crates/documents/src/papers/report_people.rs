//! Sections of the report about the community itself: orders, staff, tasks, courses, schools.

use pps_domain::calendar::SchoolYear;
use pps_domain::figures::StaffRow;
use pps_domain::records::{Order, OrderKind, Plan};
use pps_domain::russian::{counted, date_in_prose, date_in_table, partial_in_table};

use super::people::{filled, optional, shown};
use super::report_records::Source;
use super::roster_records::{order_in_words, roster_order};
use super::{Align, Block, Column, Fact};

pub(super) fn column(title: &str, width: f64, align: Align) -> Column {
    Column { title: title.to_owned(), width, align }
}

/// A number in a table; a dash is easier to pass over than a nought.
pub(super) fn figure(count: usize) -> String {
    if count == 0 { "—".to_owned() } else { count.to_string() }
}

fn plan<'a>(source: &'a Source<'_>) -> Option<&'a Plan> {
    source.archive.plan(source.year)
}

pub(super) fn general(source: &Source<'_>) -> Vec<Block> {
    let archive = source.archive;
    let created =
        archive.orders.values().filter(|order| order.kind == OrderKind::Create && order.date <= source.day);
    let created: Option<&Order> = created.min_by_key(|order| (order.date, order.id));
    let roster = roster_order(archive, source.day).filter(|order| order.kind != OrderKind::Create);
    let zones = plan(source).map(|plan| filled(plan.problem_zones.iter().cloned())).unwrap_or_default();
    let fact = |label: &str, value: Option<String>| Fact {
        label: label.to_owned(),
        value: value.unwrap_or_default(),
    };
    let count = |staff: &pps_domain::figures::Staff| {
        (staff.members() > 0).then(|| {
            format!(
                "{} из {}",
                staff.members(),
                counted(staff.organisations(), "организации", "организаций", "организаций")
            )
        })
    };
    let (start, end) = (&source.figures.staff_at_start, &source.figures.staff_at_end);
    let items = vec![
        fact("Сообщество создано", created.map(order_in_words)),
        fact("Состав утверждён", roster.map(order_in_words)),
        fact(&format!("Участников на {}", date_in_prose(start.on)), count(start)),
        fact(&format!("Участников на {}", date_in_prose(end.on)), count(end).filter(|_| end.on != start.on)),
        fact("Проблемные зоны", (!zones.is_empty()).then(|| zones.join("; "))),
    ];
    if items.iter().all(|item| item.value.trim().is_empty()) {
        return Vec::new();
    }
    vec![Block::Facts { items }]
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
        row.organisation.map_or_else(|| "не указана".to_owned(), |school| shown(source.archive, school))
    };
    let heads = [
        ("Организация", 39.0),
        ("Всего", 16.0),
        ("Руководители", 17.0),
        ("Высшая", 17.0),
        ("Первая", 17.0),
        ("Без категории", 17.0),
        ("До 3 лет", 11.0),
        ("От 3 до 10", 11.5),
        ("От 10 до 20", 12.0),
        ("20 лет и более", 12.5),
    ];
    let columns = heads.iter().enumerate().map(|(index, (title, width))| {
        column(title, *width, if index == 0 { Align::Left } else { Align::Center })
    });
    let mut blocks = vec![Block::Table {
        title: format!("Состав на {}", date_in_prose(staff.on)),
        columns: columns.collect(),
        rows: staff.rows.iter().map(|row| cells(school(row), row)).collect(),
        total: Some(cells("Всего".to_owned(), &staff.total())),
    }];
    let changed = |joined: bool, word: &str| {
        let of_kind = source.figures.staff_changes.iter().filter(move |change| change.joined == joined);
        let people = of_kind.map(|change| {
            let name = source.archive.surname_first(change.person, change.date);
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

pub(super) fn tasks(source: &Source<'_>) -> Vec<Block> {
    let Some(plan) = plan(source) else { return Vec::new() };
    let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
    let mut blocks = Vec::new();
    if optional(&plan.topic).or_else(|| optional(&plan.goal)).is_some() {
        blocks.push(Block::Facts {
            items: vec![fact("Методическая тема", &plan.topic), fact("Цель", &plan.goal)],
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
            format!("{text}{state}{note}")
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

/// The items of a list in one sentence: semicolons between, a full stop at the end.
pub(super) fn punctuated(items: Vec<String>) -> Vec<String> {
    let last = items.len().saturating_sub(1);
    let ended = items.into_iter().enumerate().map(|(index, item)| {
        let item = item.trim_end_matches(['.', ';', ',', ' ']);
        format!("{item}{}", if index == last { '.' } else { ';' })
    });
    ended.collect()
}

pub(super) fn courses(source: &Source<'_>) -> Vec<Block> {
    let rows: Vec<Vec<String>> = source
        .figures
        .courses
        .iter()
        .filter_map(|(person, course)| {
            let known = source.archive.people.get(person)?;
            let course = known.courses.iter().find(|one| one.id == *course)?;
            Some(vec![
                source.archive.surname_first(*person, source.day),
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
    vec![Block::Table { title: String::new(), columns, rows, total: None }]
}

pub(super) fn schools(source: &Source<'_>) -> Vec<Block> {
    let archive = source.archive;
    // A school counts where one of its people was a member in the year.
    let year: SchoolYear = source.year;
    let members = archive.memberships.values().filter(|one| {
        one.from <= year.end() && one.to.is_none_or(|to| year.start() <= to) && one.from <= source.on
    });
    let of_members: Vec<_> =
        members.filter_map(|one| Some((archive.workplace(one.person, source.day)?.id, one.person))).collect();
    let flagged =
        archive.organisations.values().filter(|school| school.low_results || school.unfavourable_conditions);
    let rows: Vec<Vec<String>> = flagged
        .filter(|school| of_members.iter().any(|(id, _)| *id == school.id))
        .map(|school| {
            let kinds = [("ШСНРО", school.low_results), ("ШФНСУ", school.unfavourable_conditions)];
            let kinds: Vec<_> = kinds.into_iter().filter(|(_, is)| *is).map(|(word, _)| word).collect();
            let people = of_members.iter().filter(|(id, _)| *id == school.id);
            let people: Vec<_> =
                people.map(|(_, person)| archive.surname_first(*person, source.day)).collect();
            vec![school.name.clone(), kinds.join(", "), people.join(", ")]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("Школа", 70.0, Align::Left),
        column("Категория", 30.0, Align::Center),
        column("Участники ППС", 70.0, Align::Left),
    ];
    vec![Block::Table { title: String::new(), columns, rows, total: None }]
}
