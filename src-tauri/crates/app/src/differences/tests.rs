//! Sentences of the differences, on records of the example.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use pps_domain::calendar::{Term, day};
use pps_domain::ids::{AgendaItemId, DecisionId, OrganisationId, PersonId, TaskId};
use pps_domain::records::{
    Absence, AgendaItem, Attendance, Correction, Decision, DecisionKind, Field, Form, Guest, Mark, MarkState,
    Meeting, MeetingMode, Move, Presence, Protocol, Record, Signature, Speaker, Speech, Vote,
};
use pps_domain::russian::FullName;
use rstest::rstest;
use serde_json::Value;
use uuid::Uuid;

use super::{Names, differences};

struct Called;

impl Names for Called {
    fn person(&self, id: Uuid, _: NaiveDate) -> String {
        match id.as_u128() {
            1 => "Соколова М. В.",
            2 => "Ларина С. Ю.",
            _ => "Гришин А. П.",
        }
        .to_owned()
    }

    fn record(&self, _: Uuid) -> String {
        "МБОУ «Вакинская СШ»".to_owned()
    }

    fn part(&self, id: Uuid) -> Option<String> {
        (id.as_u128() == 5).then(|| "протокол № 2 от 16.01.2026, п. 1.2".to_owned())
    }
}

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn present(number: u128) -> Attendance {
    Attendance { person: person(number), presence: Presence::throughout() }
}

fn decision(number: u128, text: &str) -> Decision {
    Decision {
        id: DecisionId(Uuid::from_u128(number)),
        kind: DecisionKind::Assignment,
        text: text.into(),
        addressee: None,
        responsible: vec![],
        responsible_in_words: String::new(),
        term: None,
        moves: vec![],
        mark: None,
    }
}

fn item(number: u128, topic: &str) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::from_u128(number)),
        topic: topic.into(),
        reporters: Vec::new(),
        about: None,
        heard: String::new(),
        tables: Vec::new(),
        spoke: vec![],
        decisions: vec![decision(number + 1, "Провести семинар")],
        vote: None,
    }
}

fn meeting() -> Meeting {
    let record = serde_json::json!({
        "id": Uuid::from_u128(9), "community": Uuid::from_u128(8), "school_year": 2025,
        "date": "2026-01-16", "status": "held",
    });
    let mut meeting: Meeting = serde_json::from_value(record).unwrap();
    meeting.attendance = vec![present(1), present(2)];
    let items = vec![item(0x10, "О чтении"), item(0x20, "О письме")];
    meeting.protocol = Some(Protocol { number: Some(2), items, ..Protocol::default() });
    meeting
}

fn items(meeting: &mut Meeting) -> &mut Vec<AgendaItem> {
    &mut protocol(meeting).items
}

fn protocol(meeting: &mut Meeting) -> &mut Protocol {
    meeting.protocol.as_mut().unwrap()
}

fn point(meeting: &mut Meeting) -> &mut Decision {
    &mut items(meeting)[1].decisions[0]
}

type Change = fn(&mut Meeting);

#[rstest]
#[case(|m: &mut Meeting| m.date = day(2026, 1, 23),
    &["Дата заседания: было «16.01.2026», стало «23.01.2026»"])]
#[case(|m: &mut Meeting| m.topic = "Итоги".into(), &["Тема заседания: вписано «Итоги»"])]
#[case(|m: &mut Meeting| m.mode = Some(MeetingMode::Remote), &["Форма: вписано «дистанционно»"])]
#[case(|m: &mut Meeting| m.chair = Some(person(1)), &["Председатель: вписано «Соколова М. В.»"])]
#[case(|m: &mut Meeting| protocol(m).number = Some(3), &["№ протокола: было «2», стало «3»"])]
#[case(|m: &mut Meeting| m.attendance[1].presence = Presence::Absent(Absence { reason: "болезнь".into() }),
    &["Ларина С. Ю.: присутствует → отсутствует (болезнь)"])]
#[case(|m: &mut Meeting| m.attendance[1].presence = Presence::Present {
        came_after: Some(AgendaItemId(Uuid::from_u128(0x10))), left_before: None },
    &["Ларина С. Ю.: присутствует → присутствует (приход после начала вопроса 1)"])]
#[case(|m: &mut Meeting| m.attendance[1] = present(3),
    &["Из списка участников убраны: Ларина С. Ю.", "В список участников внесены: Гришин А. П. — присутствует"])]
#[case(|m: &mut Meeting| m.guests.push(Guest {
        name: FullName::parse("Панина Елена Васильевна"), post: "методист".into(), organisation: "РИМК".into() }),
    &["Приглашены: добавлено «Панина Е. В., методист, РИМК»"])]
#[case(|m: &mut Meeting| items(m)[1].topic = "О диктантах".into(),
    &["Вопрос 2, тема: было «О письме», стало «О диктантах»"])]
#[case(|m: &mut Meeting| items(m)[1].reporters = vec![Speaker::Person(person(2)).into()],
    &["Вопрос 2, докладчик: вписано «Ларина С. Ю.»"])]
#[case(|m: &mut Meeting| items(m)[1].spoke.push(Speech {
        speaker: Speaker::Named("Панина Е. В.".into()), text: "поддержала".into() }),
    &["Вопрос 2, ВЫСТУПИЛИ: добавлено «Панина Е. В. — поддержала»"])]
#[case(|m: &mut Meeting| point(m).text = "Провести практикум".into(),
    &["Вопрос 2, РЕШИЛИ, пункт 2.1: было «Провести семинар», стало «Провести практикум»"])]
#[case(|m: &mut Meeting| point(m).responsible.push(person(2)),
    &["Вопрос 2, РЕШИЛИ, пункт 2.1, ответственные: вписано «Ларина С. Ю.»"])]
#[case(|m: &mut Meeting| point(m).term = Some(Term::Until { date: day(2026, 3, 1) }),
    &["Вопрос 2, РЕШИЛИ, пункт 2.1, срок: вписано «до 1 марта 2026 г.»"])]
#[case(|m: &mut Meeting| point(m).kind = DecisionKind::Recommendation,
    &["Вопрос 2, РЕШИЛИ, пункт 2.1, что это: было «поручение», стало «рекомендация»"])]
#[case(|m: &mut Meeting| point(m).addressee = Some(OrganisationId(Uuid::from_u128(5))),
    &["Вопрос 2, РЕШИЛИ, пункт 2.1, кому рекомендовать: вписано «МБОУ „Вакинская СШ“»"])]
#[case(|m: &mut Meeting| point(m).moves.push(Move {
        to: Term::Monthly { words: None }, reason: "карантин".into(), date: Some(day(2026, 2, 2)) }),
    &["Вопрос 2, РЕШИЛИ, пункт 2.1, перенос срока: добавлено «ежемесячно (решено 02.02.2026, карантин)»"])]
#[case(|m: &mut Meeting| point(m).mark = Some(Mark {
        state: MarkState::Done, date: None, result: "6 уроков".into(), reason: String::new() }),
    &["Вопрос 2, РЕШИЛИ, пункт 2.1, исполнение: вписано «выполнено (6 уроков)»"])]
#[case(|m: &mut Meeting| items(m)[0].decisions.push(decision(0x77, "Принять план")),
    &["Вопрос 1, РЕШИЛИ: добавлен пункт 1.2 «Принять план»"])]
#[case(|m: &mut Meeting| items(m)[0].decisions.clear(),
    &["Вопрос 1, РЕШИЛИ: убран пункт 1.1 «Провести семинар»"])]
#[case(|m: &mut Meeting| items(m)[0].vote = Some(Vote::Counted { r#for: 8, against: 0, abstained: 1 }),
    &["Вопрос 1, голосование: вписано «за — 8, против — 0, воздержались — 1»"])]
#[case(|m: &mut Meeting| drop(items(m).remove(0)), &["Убран вопрос 1 «О чтении»"])]
#[case(|m: &mut Meeting| items(m).push(item(0x30, "О счёте")),
    &["Добавлен вопрос 3 «О счёте»", "Вопрос 3, РЕШИЛИ: добавлен пункт 3.1 «Провести семинар»"])]
#[case(|m: &mut Meeting| items(m).reverse(), &["Вопросы переставлены: 1 — «О письме», 2 — «О чтении»"])]
#[case(|m: &mut Meeting| protocol(m).signed = Some(Signature { date: day(2026, 1, 19), paper: None }),
    &["Отмечено подписание 19.01.2026"])]
#[case(|m: &mut Meeting| protocol(m).corrections.push(Correction {
        date: day(2026, 1, 20), place: "пункт 1.1".into(), was: "семинар".into(), now: "практикум".into(),
        meeting: None }),
    &["Исправленному верить: добавлено «пункт 1.1, вместо „семинар“ читать „практикум“ (20.01.2026)»"])]
#[case(|_: &mut Meeting| (), &[])]
fn a_change_of_a_meeting_is_told(#[case] change: Change, #[case] said: &[&str]) {
    let (before, mut after) = (meeting(), meeting());
    change(&mut after);
    let told = differences(Some(&before.into()), Some(&after.into()), &Called);
    let told: Vec<_> = told.iter().map(|one| one.sentence.replace('\u{a0}', " ")).collect();
    assert_eq!(told, said);
}

fn example() -> Vec<Record> {
    serde_json::from_str(include_str!("../../../../../assets/example/year-2025-2026.json")).unwrap()
}

fn told(before: &Record, after: &Record) -> Vec<String> {
    let told = differences(Some(before), Some(after), &Called);
    told.iter().map(|difference| difference.sentence.replace('\u{a0}', " ")).collect()
}

#[test]
fn other_records_are_told_field_by_field() {
    let records = example();
    let find = |kind: &str| records.iter().find(|record| record.kind().word() == kind).unwrap().clone();
    let before = find("person");
    let Record::Person(mut person) = before.clone() else { panic!() };
    let surname = person.facts[0].name.full();
    person.contact = "8 910 000-00-00".into();
    person.facts[0].works_since = Some(1990);
    let sentences = told(&before, &person.clone().into());
    assert_eq!(sentences.len(), 2, "{sentences:?}");
    assert!(sentences[0].contains(&surname) && sentences[0].contains("1990"), "{sentences:?}");
    assert!(sentences[1].starts_with("Рабочий телефон или почта: "), "{sentences:?}");

    let before = find("community");
    let Record::Community(mut community) = before.clone() else { panic!() };
    community.settings.plan_approved_by.day = 20;
    community.settings.recommendations_apart = true;
    community.settings.phrases = vec!["принять к сведению".into()];
    assert_eq!(
        told(&before, &community.into()),
        [
            "Срок утверждения плана: было «15 сентября», стало «20 сентября»",
            "Рекомендации отдельно от решений: было «нет», стало «да»",
            "Свои фразы: добавлено «принять к сведению»",
        ]
    );

    let before = find("activity");
    let Record::Activity(mut activity) = before.clone() else { panic!() };
    activity.term = Some(Term::WholeYear { words: None });
    activity.responsible = vec![PersonId(Uuid::from_u128(2))];
    let sentences = told(&before, &activity.into());
    assert!(
        sentences.iter().any(|one| one.starts_with("Срок: ") && one.contains("«в течение года»")),
        "{sentences:?}"
    );
    assert!(sentences.iter().any(|sentence| sentence.contains("Ларина С. Ю.")), "{sentences:?}");

    let Record::Activity(mut served) = before else { panic!() };
    served.task = None;
    served.decisions.clear();
    let before = Record::from(served.clone());
    served.task = Some(TaskId(Uuid::from_u128(6)));
    served.decisions = vec![DecisionId(Uuid::from_u128(5))];
    assert_eq!(
        told(&before, &served.into()),
        [
            "Задача: вписано «задача, которой в плане больше нет»",
            "Подтверждено решениями: добавлено «протокол № 2 от 16.01.2026, п. 1.2»",
        ]
    );
}

/// Every field of every record of the example is declared by its kind, and no identifier and no word of the program
/// stands in a sentence.
#[test]
fn nothing_is_told_in_the_words_of_the_program() {
    fn undeclared(fields: &[Field], value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| undeclared(fields, item, found)),
            Value::Object(values) => {
                for (key, value) in
                    values.iter().filter(|(key, _)| !["id", "community"].contains(&key.as_str()))
                {
                    match fields.iter().find(|field| field.key == key) {
                        None => drop(found.insert(key.clone())),
                        Some(Field {
                            form: Form::List(inner) | Form::Section(inner) | Form::Group(inner),
                            ..
                        }) => {
                            undeclared(inner, value, found);
                        }
                        Some(_) => {}
                    }
                }
            }
            _ => {}
        }
    }
    for record in example() {
        // What a protocol holds is told by sentences of its own.
        if matches!(record, Record::Meeting(_)) {
            continue;
        }
        let mut found = BTreeSet::new();
        undeclared(record.kind().fields(), &serde_json::to_value(&record).unwrap()["record"], &mut found);
        assert!(found.is_empty(), "{}: {found:?}", record.kind());
    }
    let records = example();
    for one in &records {
        for other in records.iter().filter(|other| other.kind() == one.kind()).take(4) {
            for sentence in told(one, other) {
                let program = sentence.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_'));
                let words: Vec<_> = program.filter(|word| word.contains('_') || *word == "null").collect();
                assert!(words.is_empty() && !sentence.contains("-7000-"), "{sentence}");
            }
        }
    }
}

#[test]
fn a_record_that_comes_or_goes_has_no_differences() {
    let record = Record::from(meeting());
    assert!(differences(None, Some(&record), &Called).is_empty());
    assert!(differences(Some(&record), None, &Called).is_empty());
}
