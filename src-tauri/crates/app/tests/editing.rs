//! Several records changed at once are one act of the person.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::Arc;

use pps_app::domain::ids::{CommunityId, MembershipId, PersonId};
use pps_app::domain::records::{
    Absence, Activity, Attachment, AttachmentRole, Community, Difficulty, Field, Form, Kind, Meeting,
    Membership, Order, Organisation, Person, PersonFacts, Presence, Record, Submission,
};
use pps_app::domain::russian::{FullName, uncapitalised};
use pps_app::editing::Revision;
use pps_app::{ClockOnDay, Workplace};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

struct Fixture {
    workplace: Workplace,
    community: CommunityId,
    folder: TempDir,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let on = ClockOnDay("2026-01-20".parse().unwrap());
        let workplace = Workplace::create_example(&folder.path().join("year.db"), Arc::new(on)).unwrap();
        let community = workplace.community(None).unwrap();
        Self { workplace, community, folder }
    }

    /// Three rows of the plan that nothing else names.
    fn three(&self) -> Vec<Activity> {
        let records = self.workplace.community_records(self.community).unwrap();
        records
            .activities
            .values()
            .filter(|row| records.attachments_of(row.id.0).is_empty())
            .take(3)
            .cloned()
            .collect()
    }

    fn seen(&self, id: Uuid) -> Revision {
        self.workplace.record(id).unwrap().unwrap().1
    }

    /// A survey by the questionnaire of the example, with one sheet of answers.
    fn keep_a_sheet(&self) {
        let Some(Record::Questionnaire(questionnaire)) = self.of(Kind::Questionnaire) else { panic!() };
        let ids = self.workplace.new_ids(2);
        let survey = serde_json::json!({"id": ids[0], "community": self.community, "school_year": 2025,
            "held": "2026-02-10", "asked": 0, "questionnaire": questionnaire.id});
        let sheet = serde_json::json!({"id": ids[1], "community": self.community, "survey": ids[0], "number": 1,
            "answers": "1:2"});
        let survey = Record::Survey(serde_json::from_value(survey).unwrap());
        self.workplace.save(survey, None).unwrap();
        self.workplace.save(Record::AnswerSheet(serde_json::from_value(sheet).unwrap()), None).unwrap();
    }

    /// The first record of a kind in the example.
    fn of(&self, kind: Kind) -> Option<Record> {
        let seen = self.workplace.seen(self.community).unwrap();
        seen.into_iter().map(|seen| seen.record).find(|record| record.kind() == kind)
    }

    fn texts(&self, rows: &[Activity]) -> Vec<String> {
        let records = self.workplace.community_records(self.community).unwrap();
        rows.iter()
            .filter_map(|row| records.activities.get(&row.id).map(|row| row.expected.clone()))
            .collect()
    }
}

#[test]
fn rows_changed_at_once_are_one_operation_and_come_back_by_one_undo() {
    let fixture = Fixture::new();
    let rows = fixture.three();
    let before = fixture.texts(&rows);
    let change = |row: &Activity| {
        let changed = Activity { expected: "отчёт".into(), ..row.clone() };
        (Record::from(changed), Some(fixture.seen(row.id.0)))
    };
    let changed = fixture.workplace.save_all(rows.iter().map(change).collect()).unwrap();
    assert_eq!(changed.name, "Изменено: 3\u{a0}мероприятия");
    assert_eq!(changed.put.len(), 3);
    assert_eq!(fixture.texts(&rows), ["отчёт", "отчёт", "отчёт"]);
    let undone = fixture.workplace.undo().unwrap().unwrap().step.unwrap();
    assert_eq!(undone.words, "изменено 3\u{a0}мероприятия");
    assert!(undone.many);
    assert_eq!(fixture.texts(&rows), before);
}

#[test]
fn where_one_of_the_rows_was_changed_meanwhile_none_is_saved() {
    let fixture = Fixture::new();
    let rows = fixture.three();
    let before = fixture.texts(&rows);
    let seen: Vec<Revision> = rows.iter().map(|row| fixture.seen(row.id.0)).collect();
    let meanwhile =
        Activity { text: "Исправлено в другом окне".into(), ..rows[2].clone() };
    fixture.workplace.save(meanwhile.into(), Some(seen[2])).unwrap();
    let changes = rows
        .iter()
        .zip(&seen)
        .map(|(row, seen)| (Record::from(Activity { expected: "отчёт".into(), ..row.clone() }), Some(*seen)));
    assert!(fixture.workplace.save_all(changes.collect()).is_err());
    assert_eq!(fixture.texts(&rows), before);
}

#[test]
fn rows_deleted_at_once_come_back_at_once() {
    let fixture = Fixture::new();
    let rows = fixture.three();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id.0).collect();
    assert_eq!(fixture.workplace.delete_all(ids.clone()).unwrap().name, "Удалено: 3\u{a0}мероприятия");
    assert_eq!(fixture.texts(&rows).len(), 0);
    assert_eq!(fixture.workplace.restore_all(ids).unwrap().name, "Возвращено: 3\u{a0}мероприятия");
    assert_eq!(fixture.texts(&rows).len(), 3);
    fixture.workplace.undo().unwrap();
    assert_eq!(fixture.texts(&rows).len(), 0);
}

/// Every kind of record says which of its fields a step takes back, in the words of the screen.
/// The record with other words in the last text that its kind declares, and what that field is called.
fn with_another_text(record: &Record) -> (String, Record) {
    let is_text = |field: &&Field| matches!(field.form, Form::Line | Form::Text);
    let field =
        record.kind().fields().iter().rfind(is_text).expect("a kind with no text needs an arm of its own");
    let mut value = serde_json::to_value(record).unwrap();
    value["record"][field.key] = "Иные слова".into();
    (uncapitalised(field.label), serde_json::from_value(value).unwrap())
}

#[test]
fn undoing_says_the_field_and_the_record() {
    let fixture = Fixture::new();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let meeting = records.meetings.values().find(|meeting| meeting.number() == Some(2)).unwrap().clone();
    let with = |change: fn(&mut Meeting)| {
        let mut meeting = meeting.clone();
        change(&mut meeting);
        Record::from(meeting)
    };
    let say = |record: Record| {
        let id = record.id();
        fixture.workplace.save(record, Some(fixture.seen(id))).unwrap();
        let step = fixture.workplace.steps().unwrap().undo.unwrap();
        assert_eq!((step.id, step.many), (id, false));
        let undone = fixture.workplace.undo().unwrap().unwrap().step.unwrap();
        assert_eq!(undone, step);
        assert_eq!(fixture.workplace.steps().unwrap().redo, Some(undone));
        step.words.replace('\u{a0}', " ")
    };
    let mut told = vec![
        say(with(|one| one.topic = "Иная тема".into())),
        say(with(|one| one.protocol.as_mut().unwrap().items[0].heard = "Доклад".into())),
        say(with(|one| one.protocol.as_mut().unwrap().items[0].decisions[0].text = "Принять".into())),
        say(with(|one| one.protocol.as_mut().unwrap().items[0].vote = None)),
        say(with(|one| {
            one.attendance[0].presence = Presence::Absent(Absence { reason: "болезнь".into() });
        })),
        say(with(|one| {
            one.topic = "Иная тема".into();
            one.venue = "МБОУ «Иная школа»".into();
        })),
    ];
    let file = fixture.folder.path().join("Фото.txt");
    std::fs::write(&file, "слова").unwrap();
    fixture.workplace.attach_files(meeting.id.0, AttachmentRole::Document, &[file]).unwrap();
    fixture.keep_a_sheet();
    for kind in Kind::ALL {
        let Some(record) = fixture.of(*kind) else { panic!("there is no {kind}") };
        let record = match record {
            Record::Community(one) => Community { place: "г. Рязань".into(), ..one }.into(),
            Record::Organisation(one) => Organisation { low_results: !one.low_results, ..one }.into(),
            Record::Person(mut one) => {
                one.facts[0].post = "учитель истории".into();
                one.into()
            }
            Record::Order(one) => Order { issued_by: "Иного управления".into(), ..one }.into(),
            Record::Membership(one) => Membership { from: one.from.succ_opt().unwrap(), ..one }.into(),
            Record::Difficulty(one) => Difficulty { title: "Иное".into(), ..one }.into(),
            Record::Survey(mut one) => {
                one.rows[0].count += 1;
                one.into()
            }
            Record::Plan(mut one) => {
                one.tasks[0].note = "почти".into();
                one.into()
            }
            Record::Meeting(_) => continue,
            Record::AnswerSheet(one) => {
                let mut value = serde_json::to_value(&one).unwrap();
                value["answers"] = "1:3".into();
                Record::AnswerSheet(serde_json::from_value(value).unwrap())
            }
            Record::Activity(one) => Activity { term: None, ..one }.into(),
            Record::Report(mut one) => {
                let section = *one.prose.keys().next().unwrap();
                one.prose.insert(section, "Иные слова".into());
                one.into()
            }
            Record::Submission(one) => Submission { incoming: "№ 7".into(), ..one }.into(),
            Record::Attachment(one) => Attachment { name: "Иное.pdf".into(), ..one }.into(),
            #[allow(unreachable_patterns, reason = "a kind that is added is changed by what it declares")]
            other => {
                let (label, changed) = with_another_text(&other);
                let mut find = |id| fixture.workplace.record(id).unwrap().map(|(known, _)| known);
                let named = changed.short_title(&mut find);
                assert_eq!(say(changed), format!("{label}, {named}").replace('\u{a0}', " "));
                continue;
            }
        };
        told.push(say(record));
    }
    assert_eq!(
        told,
        [
            "тема заседания, протокол № 2",
            "СЛУШАЛИ, вопрос 1, протокол № 2",
            "пункт 1.1, протокол № 2",
            "голосование, вопрос 1, протокол № 2",
            "Соколова М. В., протокол № 2",
            "тема заседания и другое, протокол № 2",
            "город или посёлок, настройки",
            "низкие результаты, Рыбновская СШ № 3",
            "должность и предмет, Соколова М. В.",
            "чей приказ, приказ № 112/2",
            "в составе с, Соколова М. В.",
            "затруднение, «Иное»",
            "заметка, «выявить типичные затруднения…», план на 2025/2026",
            "срок, «Анализ результатов ВПР и ОГЭ…»",
            "сколько опрошенных испытывают затруднение, «Критериальное и формирующее…», замер затруднений",
            "ответы, анкета № 1",
            "раздел «Выводы», отчёт за 2025/2026",
            "входящий номер РИМК, сдача в РИМК 08.09.2025",
            "название файла, «Иное.pdf»",
        ]
    );
}

/// Whoever was taken into the roster by mistake is taken out in one step, and comes back in one.
#[test]
fn a_member_entered_by_mistake_goes_and_comes_back_at_once() {
    let fixture = Fixture::new();
    let ids = fixture.workplace.new_ids(2);
    let (card, membership) = (PersonId(ids[0]), MembershipId(ids[1]));
    let facts = PersonFacts {
        name: FullName::parse("Тестова Тамара Тарасовна"), ..PersonFacts::default()
    };
    let person = Person { facts: vec![facts], ..Person::new(card) };
    let Some(Record::Membership(known)) = fixture.of(Kind::Membership) else { panic!() };
    let joined = Membership { id: membership, person: card, roles: vec![], ..known.clone() };
    fixture.workplace.take_in("Внесён участник", vec![person.into(), joined.into()]).unwrap();
    let there = || {
        let found = ids.iter().map(|id| fixture.workplace.record(*id).unwrap().is_some());
        found.collect::<Vec<_>>()
    };
    fixture.workplace.remove_member(membership).unwrap();
    assert_eq!(there(), [false, false]);
    fixture.workplace.restore(membership.0).unwrap();
    assert_eq!(there(), [true, true]);
    fixture.workplace.undo().unwrap();
    fixture.workplace.undo().unwrap();
    assert_eq!(there(), [true, true]);
    fixture.workplace.remove_member(membership).unwrap();
    fixture.workplace.restore(card.0).unwrap();
    assert_eq!(there(), [true, true], "the card brings the membership back that went with it");

    // The name of an operation says once what it was about.
    let name = fixture.workplace.delete(known.id.0).unwrap().name;
    assert!(name.starts_with("Удалено участие в составе: "), "{name}");
}

/// What comes along when something is pasted, and what is kept of it.
const PASTED: &str =
    "-раз\u{b}два\u{c}три\r\nчетыре\u{85}пять\u{2028}шесть\u{1e}семь\u{1f}\u{7}\u{0}\u{ad}\u{200b}\u{feff}";
const KEPT: &str = "-раз\nдва\nтри\nчетыре\nпять\nшесть-семь";

/// Writes something more into every text of a record where a person writes.
fn write_into_all(record: &Record, more: &str) -> Record {
    fn places(value: &Value, place: &str, found: &mut Vec<String>) {
        match value {
            Value::String(_) => found.push(place.to_owned()),
            Value::Array(items) => (0..).zip(items).for_each(|(at, item): (usize, _)| {
                places(item, &format!("{place}/{at}"), found);
            }),
            Value::Object(fields) => {
                fields.iter().for_each(|(key, value)| places(value, &format!("{place}/{key}"), found));
            }
            _ => {}
        }
    }
    let mut whole = serde_json::to_value(record).unwrap();
    let mut found = Vec::new();
    places(&whole, "", &mut found);
    for place in found {
        let mut changed = whole.clone();
        let text = changed.pointer_mut(&place).unwrap();
        *text = Value::from(format!("{}{more}", text.as_str().unwrap()));
        // An identifier, a day and a word of ours are no texts; the sum of a file is not written by anybody.
        let is_text = serde_json::from_value::<Record>(changed.clone()).is_ok();
        if is_text && !place.ends_with("sha256") && !place.contains("/texts/") {
            whole = changed;
        }
    }
    serde_json::from_value(whole).unwrap()
}

#[test]
fn every_record_is_saved_whatever_signs_were_pasted_into_its_fields() {
    let fixture = Fixture::new();
    let mut saved = BTreeSet::new();
    for seen in fixture.workplace.seen(fixture.community).unwrap() {
        let (kind, id) = (seen.record.kind(), seen.record.id());
        let pasted = write_into_all(&seen.record, PASTED);
        if pasted == seen.record {
            continue;
        }
        match fixture.workplace.save(pasted, Some(Revision(seen.revision))) {
            Ok(kept) => {
                let now = fixture.workplace.record(id).unwrap().unwrap().0;
                assert_eq!(now, write_into_all(&seen.record, KEPT), "{kind}");
                assert_eq!(kept.cleaned, Some(now), "{kind}");
                saved.insert(kind);
            }
            // What was signed or handed over does not change, with or without such signs.
            Err(refused) => assert!(refused.to_string().contains("текст больше не меняется"), "{refused}"),
        }
    }
    // A membership and a sheet of answers hold no text, and the files of the example keep what was signed.
    let without_text = [Kind::Membership, Kind::AnswerSheet, Kind::Attachment];
    let expected: BTreeSet<Kind> =
        Kind::ALL.iter().copied().filter(|kind| !without_text.contains(kind)).collect();
    assert!(saved.is_superset(&expected), "not saved: {:?}", expected.difference(&saved));
}
