//! Papers about people: the certificate of the leader, the petition, the application for courses.

use chrono::NaiveDate;
#[cfg(unix)]
use pps_documents::Paper;
use pps_documents::PaperError;
use pps_documents::papers::{
    Addressee, Certificate, CourseRequest, CourseRequestRow, Duty, Petition, PetitionRow, Signature,
};
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::BodyWords;
use pps_domain::records::Role;

#[cfg(unix)]
use crate::example::sheet;
use crate::example::{COMMUNITY, sign};
use crate::reader;
use crate::records::records;

pub(crate) fn certificate() -> Certificate {
    let duty = |duty: &str, done: &[&str]| Duty {
        duty: duty.into(),
        done: done.iter().map(|one| (*one).to_owned()).collect(),
    };
    Certificate {
        body: BodyWords::default(),
        example: true,
        community: COMMUNITY.into(),
        addressee: Some("Директору\nМБОУ «Рыбновская СШ № 3»".into()),
        name: "Соколова Марина Викторовна".into(),
        post: "учитель русского языка и литературы".into(),
        workplace: "МБОУ «Рыбновская СШ № 3»".into(),
        was: "являлась".into(),
        from: "1 сентября 2025 г.".into(),
        to: "31 мая 2026 г.".into(),
        duties: vec![
            duty(
                "Планирование работы ППС на учебный год",
                &[
                    "План на 2025/2026 учебный год принят 5 сентября 2025 г., утверждён 12 сентября 2025 г.",
                    "Из мероприятий плана, срок которых пришёлся на период, выполнено 13 из 16 (81 %).",
                ],
            ),
            duty(
                "Ответственность за работу сообщества",
                &["Проведено 3 заседания (по плану — 3), присутствовало 27 из 30 (90 %)."],
            ),
        ],
        signature: Signature {
            post: "Заведующая РИМК".into(), name: "Т. А. Воронцова".into()
        },
    }
}

pub(crate) fn petition() -> Petition {
    let person = |name: &str, organisation: &str, from: &str| PetitionRow {
        name: name.into(),
        post: "учитель географии".into(),
        organisation: organisation.into(),
        from: from.into(),
        ..PetitionRow::default()
    };
    let twice_named = "Щербакова-Дёмина Анастасия Владимировна";
    Petition {
        body: BodyWords::default(),
        example: true,
        community: COMMUNITY.into(),
        addressee: Addressee {
            post: "Начальнику управления образования и молодёжной политики".into(),
            name: "Е. П. Кондрашовой".into(),
        },
        on: "20 августа 2026 г.".into(),
        order: Some("приказом начальника управления образования и МП от 29 августа 2025 г. № 97/1".into()),
        included: vec![
            person("Жарова Ксения Павловна", "МБОУ «Пионерская СШ»", "12.01.2026"),
            person(twice_named, "МБОУ «Кузьминская СШ им. С. А. Есенина»", "01.02.2026"),
        ],
        excluded: vec![person("Абрамова Лидия Николаевна", "МБОУ «Пионерская СШ»", "01.01.2026")],
        signature: sign(),
    }
}

pub(crate) fn course_request() -> CourseRequest {
    let person = |name: &str, organisation: &str, category: &str, last: &str| CourseRequestRow {
        name: name.into(),
        organisation: organisation.into(),
        post: "заместитель директора по УВР, учитель химии".into(),
        category: category.into(),
        last: last.into(),
        ..CourseRequestRow::default()
    };
    let twice_named = "Щербакова-Дёмина Анастасия Владимировна";
    CourseRequest {
        body: BodyWords::default(),
        example: true,
        community: COMMUNITY.into(),
        addressee: Addressee {
            post: "Заведующей РИМК".into(), name: "Т. А. Воронцовой".into()
        },
        on: "1 сентября 2026 г.".into(),
        mark: "больше 3 лет".into(),
        due: vec![person("Ларина Светлана Юрьевна", "Пощуповская СШ", "первая", "2021")],
        unknown: vec![person("Жарова Ксения Павловна", "Пионерская СШ", "без категории", "—")],
        recent: vec![person(twice_named, "Кузьминская СШ им. С. А. Есенина", "высшая", "2024")],
        total: Some("С последних курсов прошло больше 3 лет у 1 из 3 (33 %).".into()),
        signature: sign(),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn certified(records: &CommunityRecords, from: &str, to: &str) -> Certificate {
    Certificate::from_records(records, day(from), day(to), reader::day()).unwrap()
}

/// The day of the application for courses.
#[cfg(unix)]
pub(crate) const COURSES_ON: &str = "2026-09-01";

/// The papers of the example year.
#[cfg(unix)]
pub(crate) fn papers(records: &CommunityRecords) -> [(&'static str, Paper); 4] {
    let on = reader::day();
    let mut ordered = records.clone();
    let order = records.orders.keys().next().copied();
    for member in ordered.memberships.values_mut() {
        (member.joined_by, member.left_by) = (order, order);
    }
    [
        ("example_certificate", sheet(certified(records, "2025-09-01", "2026-05-31"))),
        ("example_petition", sheet(Petition::from_records(records, on).unwrap())),
        ("example_petition_none", sheet(Petition::from_records(&ordered, on).unwrap())),
        ("example_course_request", sheet(CourseRequest::from_records(records, day(COURSES_ON)).unwrap())),
    ]
}

#[test]
fn the_certificate_counts_out_of_how_many() {
    let records = records();
    let said = |from: &str, to: &str| {
        let duties = certified(&records, from, to).duties;
        duties.into_iter().flat_map(|duty| duty.done).collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
    };
    let year = said("2025-09-01", "2026-08-31");
    for part in [
        "выполнено 14 из 17 (82 %), не в полном объёме — 1, отменено — 1, не выполнено — 1.",
        "Проведено 3 заседания (по плану — 3), присутствовало 27 из 30 (90 %).",
        "окончили 3 из 11 участников",
        "Протоколы составлены по 3 из 3 заседаний, подписано 3 из 3.",
        "Замер затруднений 17.10.2025: опрошено 11 человек; чаще всего отмечено \
         «Критериальное и формирующее оценивание» — 8 из 11.",
    ] {
        assert!(year.contains(part), "{part}: {year}");
    }
    let autumn = said("2025-09-01", "2025-12-31");
    assert!(
        autumn.contains("Проведено 1 заседание (по плану — 1), присутствовало 9 из 10 (90 %)."),
        "{autumn}"
    );
    assert!(!autumn.contains("18.05.2026"), "{autumn}");
    // Nothing that lies ahead of the day is told as done.
    let early = Certificate::from_records(&records, day("2025-09-01"), day("2026-05-31"), day("2025-09-10"));
    let early = format!("{:?}", early.unwrap().duties).replace("\\u{a0}", " ");
    assert!(early.contains("1 заседание") && !early.contains("утверждён"), "{early}");
}

#[test]
fn the_certificate_is_of_whoever_led() {
    let mut records = records();
    let whole = certified(&records, "2025-09-01", "2026-05-31");
    assert_eq!(whole.addressee.as_deref(), Some("Директору\nМБОУ «Рыбновская СШ № 3»"));
    assert_eq!((whole.name.as_str(), whole.was.as_str()), ("Соколова Марина Викторовна", "являлась"));
    // Another one took over in the middle of the year: his certificate begins there.
    let leader = records.holder(Role::Leader, day("2026-05-31")).unwrap();
    let other = records.roster(day("2026-05-31")).into_iter().map(|member| member.id).nth(1).unwrap();
    for member in records.memberships.values_mut() {
        if member.person == leader {
            member.roles[0].to = Some(day("2026-01-31"));
        } else if member.id == other {
            let role = serde_json::json!({"role": "leader", "from": "2026-02-01"});
            member.roles.push(serde_json::from_value(role).unwrap());
        }
    }
    let rest = certified(&records, "2025-09-01", "2026-05-31");
    assert_eq!((rest.name.as_str(), rest.was.as_str()), ("Гришин Алексей Петрович", "являлся"));
    assert_eq!(rest.from.replace('\u{a0}', " "), "1 февраля 2026 г.");
    records.memberships.values_mut().for_each(|member| member.roles.clear());
    let told = |from, to| Certificate::from_records(&records, day(from), day(to), reader::day()).unwrap_err();
    assert!(matches!(told("2025-09-01", "2026-05-31"), PaperError::NoLeader));
    assert!(matches!(told("2026-05-31", "2025-09-01"), PaperError::BackwardPeriod));
}

#[test]
fn the_petition_asks_for_what_no_order_says() {
    let mut records = records();
    let asked = |records: &CommunityRecords| {
        let view = Petition::from_records(records, reader::day()).unwrap();
        let names =
            |rows: Vec<PetitionRow>| -> Vec<_> { rows.into_iter().map(|row| (row.name, row.from)).collect() };
        (names(view.included), names(view.excluded))
    };
    let row = |name: &str, from: &str| vec![(name.to_owned(), from.to_owned())];
    let zharova = row("Жарова Ксения Павловна", "12.01.2026");
    let abramova = row("Абрамова Лидия Николаевна", "01.01.2026");
    assert_eq!(asked(&records), (zharova.clone(), abramova));
    // The order about the one who left has come.
    let order = records.orders.keys().next().copied();
    for member in records.memberships.values_mut().filter(|member| member.to.is_some()) {
        member.left_by = order;
    }
    assert_eq!(asked(&records), (zharova, Vec::new()));
    // Whoever joined and left again without any order is in no order to be changed.
    for member in records.memberships.values_mut().filter(|member| member.joined_by.is_none()) {
        member.to = Some(day("2026-03-01"));
    }
    assert_eq!(asked(&records), (Vec::new(), Vec::new()));
}

#[test]
fn the_application_marks_old_courses_and_lists_the_unknown_apart() {
    let mut records = records();
    let names = |rows: &[CourseRequestRow]| -> Vec<String> {
        rows.iter().map(|row| row.name.split(' ').next().unwrap_or_default().to_owned()).collect()
    };
    let view = CourseRequest::from_records(&records, day("2026-09-01")).unwrap();
    assert_eq!(names(&view.due), ["Гришин", "Ларина"]);
    assert_eq!(view.due.iter().map(|row| row.last.as_str()).collect::<Vec<_>>(), ["2022", "2021"]);
    assert_eq!(names(&view.unknown), ["Мещерякова", "Жарова"]);
    assert_eq!(view.recent.len(), 6);
    records.community.settings.course_is_old_after = 4;
    let view = CourseRequest::from_records(&records, day("2026-09-01")).unwrap();
    assert_eq!(names(&view.due), ["Ларина"]);
    assert_eq!(view.mark.replace('\u{a0}', " "), "больше 4 лет");
}
