//! План-график и прохождение курсов повышения квалификации за учебный год (пп. 3.1.7, 4.3).

use std::collections::HashSet;

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::course_schedule::{CourseNeed, MemberCourse};
use pps_domain::ids::PersonId;
use pps_domain::records::{Course, CourseState};
use pps_domain::russian::{counted, partial_in_table};

use super::people::{leader_signature, shown};
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Column, Document, Group, Table};
use crate::{Paper, PaperError};

/// The courses of the year, planned and taken, and below them whoever has had none for too long.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, year) = (ask.records, ask.year());
    let on = ask.on().clamp(year.start(), year.end());
    let courses = records.courses_of(year, on);
    let of_state = |state: CourseState| {
        let chosen = courses.iter().filter(move |member| member.course.state == state);
        chosen.map(|member| row(records, member, on)).collect::<Vec<_>>()
    };
    let parts = [
        ("Запланированы".to_owned(), of_state(CourseState::Planned)),
        ("Пройдены".to_owned(), of_state(CourseState::Finished)),
        (
            format!("С последних курсов прошло больше {}", years(records)),
            without(records, CourseNeed::Due, on),
        ),
        ("Сведений о курсах нет".to_owned(), without(records, CourseNeed::Unknown, on)),
    ];
    let columns = [
        Column::numbers("№", 8.0),
        Column::words("Фамилия И. О.", 34.0),
        Column::words("ОО", 36.0),
        Column::words("Программа", 62.0),
        Column::words("Организация", 34.0),
        Column::numbers("Часы", 14.0),
        Column::words("Форма", 26.0),
        Column::numbers("Сроки", 28.0),
        Column::words("Состояние", 28.0),
    ];
    let (mut rows, mut groups, mut loud) = (Vec::new(), Vec::new(), Vec::new());
    for ((title, people), place) in parts.into_iter().zip(0..).filter(|((_, people), _)| !people.is_empty()) {
        groups.push(Group { before: rows.len(), title });
        // Of whom too much time has passed the year of the last course stands out.
        if place == 2 {
            loud.extend(rows.len()..rows.len() + people.len());
        }
        rows.extend(people);
    }
    let empty = rows.is_empty();
    let table = Table { groups, loud, loud_at: Some(8), ..Table::numbered(columns, rows) };
    let of = format!("на {year} учебный год");
    let paper = Document::new(records, format!("Курсы повышения квалификации {of}"))
        .landscape()
        .heading("ПЛАН-ГРАФИК И ПРОХОЖДЕНИЕ КУРСОВ")
        .centred(
            in_lines([
                "повышения квалификации участников".to_owned(),
                whose(&records.community.words(), &records.community.name),
                of,
            ]),
            1.0,
        );
    let paper = if empty {
        paper.text("Курсов за этот год не записано.")
    } else {
        paper.with(table)
    };
    Ok(paper.signed(&leader_signature(records, on)).into())
}

/// «3 лет»
fn years(records: &CommunityRecords) -> String {
    let limit = records.community.settings.course_is_old_after;
    counted(usize::try_from(limit.max(0)).unwrap_or_default(), "года", "лет", "лет")
}

fn row(records: &CommunityRecords, member: &MemberCourse<'_>, on: NaiveDate) -> [String; 8] {
    let MemberCourse { person, course } = member;
    let school = records.workplace(person.id, on).map(|school| shown(records, school.id));
    let certificate = course.certificate.trim();
    let certificate = if certificate.is_empty() {
        String::new()
    } else {
        format!("удостоверение {certificate}")
    };
    [
        records.surname_first(person.id, on),
        school.unwrap_or_default(),
        course.title.clone(),
        course.provider.clone(),
        course.hours.map(|hours| hours.to_string()).unwrap_or_default(),
        course.form.clone(),
        dates(course),
        in_lines([course.state.in_words().to_owned(), certificate]),
    ]
}

/// «01.02.2027 — 12.02.2027», or the end alone.
pub(crate) fn dates(course: &Course) -> String {
    let end = partial_in_table(course.finished);
    match course.begun.map(partial_in_table) {
        Some(begin) if begin != end => format!("{begin} —\n{end}"),
        _ => end,
    }
}

/// The members of the day who are due for a course and have none planned, with the year of the last one.
fn without(records: &CommunityRecords, need: CourseNeed, on: NaiveDate) -> Vec<[String; 8]> {
    let mut seen = HashSet::new();
    let members = records.roster(on).into_iter().map(|member| member.person);
    let members = members.filter(|person| seen.insert(*person));
    let due = members.filter_map(|person: PersonId| {
        let (found, last) = records.course_need(person, on);
        (found == need).then(|| {
            let school = records.workplace(person, on).map(|school| shown(records, school.id));
            let last = last.map(|year| format!("последние — {year}\u{a0}г.")).unwrap_or_default();
            let empty = String::new;
            [
                records.surname_first(person, on),
                school.unwrap_or_default(),
                empty(),
                empty(),
                empty(),
                empty(),
                empty(),
                last,
            ]
        })
    });
    due.collect()
}
