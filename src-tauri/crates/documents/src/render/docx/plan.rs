//! The plan on a landscape sheet, piece by piece in the order of `templates/plan.typ`.

use super::body::Body;
use super::data_table;
use super::paragraph::Paragraph;
use super::ruled::{Column, Line, Marks, ruled};
use super::styles::Style;
use super::table::{Room, cell_of, open, row};
use super::text::{filled, has, joined, stopped};
use crate::papers::{Plan, Stamp};

/// How wide a stamp is, in millimetres.
const STAMP: u32 = 80;

pub(super) fn plan(view: &Plan, of_community: &str) -> Body {
    let mut body = Body::default();
    body.flipped = true;
    stamps(&mut body, view.adoption.as_ref(), view.approval.as_ref());
    let title = if has(&view.title) { view.title.as_str() } else { "План работы" };
    // Apart from the stamps.
    body.add(Paragraph::new(Style::Heading1, &title.to_uppercase()).before(450));
    body.title(Style::Centred, of_community, 0);
    body.title(Style::Centred, &format!("на\u{A0}{} учебный год", view.school_year), 280);
    about(&mut body, view);
    let last_is_meetings = view.groups.iter().all(|group| group.rows.is_empty());
    if !view.meetings.is_empty() {
        body.add(Paragraph::new(Style::Heading2, "Заседания"));
        let table = meetings(view, body.sheet(), last_is_meetings);
        body.table(table);
    }
    if !last_is_meetings {
        body.add(Paragraph::new(Style::Heading2, "Мероприятия"));
        let table = activities(view, body.sheet());
        body.table(table);
    }
    if !view.attachments.is_empty() {
        let word = if view.attachments.len() == 1 { "Приложение" } else { "Приложения" };
        let one = |title: &str, sheets: Option<&String>| joined(&[title, filled(sheets).unwrap_or("")], " ");
        let all: Vec<String> = view.attachments.iter().map(|it| one(&it.title, it.sheets.as_ref())).collect();
        let text = format!("{word}: {}.", all.join("; "));
        body.add(Paragraph::new(Style::Plain, &text).before(220));
    }
    body.signed(std::slice::from_ref(&view.signature), None, None);
    appendices(&mut body, view);
    body
}

fn about(body: &mut Body, view: &Plan) {
    let mut labelled = |label: &str, text: &str| {
        if has(text) {
            body.add(Paragraph::labelled(Style::Body, label, &stopped(text)));
        }
    };
    let optional = |text: &Option<String>| filled(text.as_ref()).unwrap_or_default().to_owned();
    labelled("Руководитель:", &optional(&view.leader));
    labelled("Состав утверждён", &optional(&view.order));
    let zones: Vec<&str> = view.problem_zones.iter().map(String::as_str).filter(|zone| has(zone)).collect();
    let word = if view.problem_zones.len() > 1 {
        "Проблемные зоны:"
    } else {
        "Проблемная зона:"
    };
    labelled(word, &zones.join("; "));
    labelled("Методическая тема:", &optional(&view.theme));
    labelled("Цель:", &optional(&view.goal));
    let tasks: Vec<&String> = view.tasks.iter().filter(|task| has(task)).collect();
    if !tasks.is_empty() {
        body.add(Paragraph::labelled(Style::Body, "Задачи:", "").kept());
        let point = body.lists.items(true);
        for task in tasks {
            body.add(Paragraph::new(Style::Body, task).numbered(Some(point)));
        }
    }
    if let Some(text) = filled(view.last_year.as_ref()) {
        body.add(Paragraph::labelled(Style::Body, "Краткие итоги прошлого года:", &stopped(text)));
    }
}

/// At the left what the community did, at the right who approves.
pub(super) fn stamps(body: &mut Body, left: Option<&Stamp>, right: Option<&Stamp>) {
    if left.is_none() && right.is_none() {
        return;
    }
    let widths = [STAMP, body.sheet().saturating_sub(2 * STAMP), STAMP];
    let cells: String = [left, None, right]
        .into_iter()
        .zip(widths)
        .map(|(one, width)| match one {
            Some(one) => cell_of(width, "", &stamp(one)),
            None => cell_of(width, "", &[Paragraph::new(Style::Stamp, "")]),
        })
        .collect();
    let table = open("TableNormal", &widths, &Room(0.0, 0.0)) + &row("", &cells) + "</w:tbl>";
    body.table(table);
}

fn stamp(it: &Stamp) -> Vec<Paragraph> {
    let mut lines = vec![Paragraph::labelled(Style::Stamp, &it.word, "")];
    lines.extend(it.lines.iter().filter(|line| has(line)).map(|line| Paragraph::new(Style::Stamp, line)));
    if let Some(hand) = &it.hand {
        lines.push(if has(&hand.name) {
            Paragraph::blanks(Style::Stamp, &[("", 26), (&format!(" {}", hand.name), 0)])
        } else {
            Paragraph::blanks(Style::Stamp, &[("", 26), (" ", 35)])
        });
        lines.push(match filled(hand.date.as_ref()) {
            Some(date) => Paragraph::new(Style::Stamp, date),
            None => Paragraph::blanks(Style::Stamp, &[("«", 7), ("» ", 28), (" 20", 7), (" г.", 0)]),
        });
    }
    lines
}

fn meetings(view: &Plan, sheet: u32, last: bool) -> String {
    let columns = sized(
        [
            Column::numbers("№", 0.0),
            Column::words("Тема и вопросы", 0.0),
            Column::words("Форма", 0.0),
            Column::words("Срок", 0.0),
            Column::words("Место", 0.0),
            Column::words("Ответственные", 0.0),
            Column::words("Результат", 0.0),
        ],
        &view.meeting_widths(),
    );
    let lines: Vec<Line> = view
        .meetings
        .iter()
        .map(|it| {
            let texts =
                [&it.number, &it.topic_and_questions(), &it.form, &it.term, &it.place, &it.responsible];
            Line::Row(texts.into_iter().chain([&it.result]).cloned().collect())
        })
        .collect();
    ruled(&columns, &lines, &Marks::default(), sheet, last)
}

fn activities(view: &Plan, sheet: u32) -> String {
    let columns = sized(
        [
            Column::numbers("№ п/п", 0.0),
            Column::words("Мероприятие", 0.0),
            Column::words(view.term_head(), 0.0),
            Column::words("Участники (ОО)", 0.0),
            Column::words("Ответственный", 0.0),
            Column::words("Ожидаемый результат", 0.0),
            Column::words("Отметка о\u{A0}выполнении", 0.0),
        ],
        &view.activity_widths(),
    );
    let mut lines = Vec::new();
    for group in view.groups.iter().filter(|group| !group.rows.is_empty()) {
        lines.push(Line::Group(group.title.clone()));
        lines.extend(group.rows.iter().map(|it| {
            let texts = [&it.number, &it.topic, &it.term, &it.participants, &it.responsible, &it.result];
            Line::Row(texts.into_iter().chain([&it.mark]).cloned().collect())
        }));
    }
    ruled(&columns, &lines, &Marks::default(), sheet, true)
}

/// Columns with their widths, which the words of the table have decided.
fn sized<'a>(mut columns: [Column<'a>; 7], widths: &[f64]) -> [Column<'a>; 7] {
    for (column, width) in columns.iter_mut().zip(widths) {
        column.share = *width;
    }
    columns
}

/// The roster and the schedule of courses, each on pages of its own.
fn appendices(body: &mut Body, view: &Plan) {
    let of = view.body.of_body();
    let parts = [!view.roster.is_empty(), !view.courses.is_empty(), !view.tables.is_empty()];
    let several = parts.iter().filter(|stands| **stands).count() > 1;
    let mut number = 0;
    let mut begin = |body: &mut Body, title: &str| {
        number += 1;
        let number = if several { format!(" {number}") } else { String::new() };
        let to =
            format!("Приложение{number} к\u{A0}плану работы {of} на\u{A0}{} учебный год", view.school_year);
        body.add(Paragraph::new(Style::Right, &to).on_new_page().kept());
        body.line(Style::Heading2, title);
    };
    if !view.roster.is_empty() {
        begin(body, &format!("Состав {of}"));
        let columns = [
            Column::numbers("№", 10.0),
            Column::words("Фамилия, имя, отчество", 62.0),
            Column::words("Должность, предмет", 70.0),
            Column::words("Организация", 60.0),
            Column::words("Категория", 28.0),
            Column::words("Стаж", 27.0),
        ];
        let line = |(it, number): (&crate::papers::RosterRow, u32)| {
            let name = joined(&[&it.name, filled(it.role.as_ref()).unwrap_or("")], "\n");
            let rest = [&it.post, &it.organisation, &it.category, &it.experience];
            Line::Row([number.to_string(), name].into_iter().chain(rest.into_iter().cloned()).collect())
        };
        let lines: Vec<Line> = view.roster.iter().zip(1..).map(line).collect();
        let table = ruled(&columns, &lines, &Marks::default(), body.sheet(), false);
        body.table(table);
    }
    if !view.courses.is_empty() {
        begin(body, "План-график курсов повышения квалификации");
        let columns = [
            Column::numbers("№", 10.0),
            Column::words("Фамилия, инициалы", 55.0),
            Column::words("Программа", 92.0),
            Column::words("Организация", 50.0),
            Column::numbers("Часы", 20.0),
            Column::words("Срок", 30.0),
        ];
        let line = |(it, number): (&crate::papers::CourseRow, u32)| {
            let rest = [&it.name, &it.programme, &it.provider, &it.hours, &it.term];
            Line::Row(std::iter::once(number.to_string()).chain(rest.into_iter().cloned()).collect())
        };
        let lines: Vec<Line> = view.courses.iter().zip(1..).map(line).collect();
        let table = ruled(&columns, &lines, &Marks::default(), body.sheet(), false);
        body.table(table);
    }
    if let Some(first) = view.tables.first() {
        let title = match view.tables.len() {
            1 if has(&first.title) => "",
            1 => "Таблица к\u{A0}плану",
            _ => "Таблицы к\u{A0}плану",
        };
        begin(body, title);
        for table in &view.tables {
            data_table::add(body, table, false);
        }
    }
}
