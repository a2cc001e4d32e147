//! What records are called in lists, messages and search.

use pps_domain::community_records::PlacedDecision;
use pps_domain::records::{Kind, Meeting, OrderKind, Person, Record};
use pps_domain::russian::{FullName, date_in_table, document_number, month_name, partial_in_table};
use pps_domain::{NaiveDate, calendar::PartialDate};
use uuid::Uuid;

/// What a membership is called without a name.
const MEMBERSHIP: &str = "Участие в составе";

/// «Протокол № 2 от 16.01.2026». `find` looks up the people and organisations that the name needs.
pub(crate) fn title(record: &Record, find: &mut dyn FnMut(Uuid) -> Option<Record>) -> String {
    let title = match record {
        Record::Community(record) => record.shown_name().to_owned(),
        Record::Organisation(record) => record.shown_name().to_owned(),
        Record::Person(record) => person(record, None, FullName::full),
        Record::Order(record) => {
            let what = match record.kind {
                OrderKind::Create => "о создании",
                OrderKind::ChangeRoster => "о составе",
                OrderKind::Reorganise => "о реорганизации",
                OrderKind::Liquidate => "о ликвидации",
                OrderKind::ApproveList => "об утверждении перечня",
            };
            match document_number(&record.number).as_str() {
                "" => format!("Приказ {what} от {}", date_in_table(record.date)),
                number => format!("Приказ № {number} от {}", date_in_table(record.date)),
            }
        }
        Record::Membership(record) => match find(record.person.0) {
            Some(Record::Person(found)) => {
                let name = person(&found, Some(record.from), FullName::surname_first);
                if name.is_empty() { MEMBERSHIP.to_owned() } else { format!("{MEMBERSHIP}: {name}") }
            }
            _ => MEMBERSHIP.to_owned(),
        },
        Record::Difficulty(record) => record.title.clone(),
        Record::Survey(record) => format!("Опрос о затруднениях, {}", when(record.held)),
        Record::Plan(record) if record.preliminary => {
            format!("Предварительный план на {} учебный год", record.school_year)
        }
        Record::Plan(record) => format!("План на {} учебный год", record.school_year),
        Record::Meeting(record) => meeting(record),
        Record::Activity(record) => record.text.clone(),
        Record::Report(record) => format!("Отчёт за {} учебный год", record.school_year),
        Record::Submission(record) => {
            let incoming = match document_number(&record.incoming).as_str() {
                "" => String::new(),
                number => format!(", вх. № {number}"),
            };
            format!("Сдано в РИМК {}{incoming}", date_in_table(record.date))
        }
        Record::Attachment(record) => record.name.clone(),
    };
    // A title is one line, whatever was pasted into the field; initials stay together in it.
    let words = title.split(|sign: char| sign.is_whitespace() && sign != '\u{a0}');
    let title = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let title = title.trim().to_owned();
    if title.is_empty() { unnamed(record.kind()).to_owned() } else { title }
}

fn meeting(meeting: &Meeting) -> String {
    let date = date_in_table(meeting.date);
    match meeting.number() {
        Some(number) => format!("Протокол № {number} от {date}"),
        None => format!("Заседание {date}"),
    }
}

/// What a part of a record is called, in one line; none where the record does not hold it or it says nothing.
pub(crate) fn part(holder: &Record, id: Uuid) -> Option<String> {
    let title = match holder {
        Record::Plan(plan) => {
            let task = plan.tasks.iter().find(|task| task.id.0 == id).map(|task| &task.text);
            let meeting = || plan.meetings.iter().find(|row| row.id.0 == id).map(|row| &row.topic);
            task.or_else(meeting).cloned()
        }
        Record::Meeting(meeting) => {
            let mut decisions = PlacedDecision::all_of(meeting);
            decisions.find(|placed| placed.decision.id.0 == id).map(|placed| placed.in_words())
        }
        _ => None,
    };
    let title = title?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// A person's name on a day; without a day the latest one.
fn person(person: &Person, on: Option<NaiveDate>, form: fn(&FullName) -> String) -> String {
    if person.anonymised {
        return "участник (обезличен)".to_owned();
    }
    person.facts_on(on.unwrap_or(NaiveDate::MAX)).map(|facts| form(&facts.name)).unwrap_or_default()
}

/// «октябрь 2025 г.»: a survey is known by its month.
fn when(date: PartialDate) -> String {
    match date {
        PartialDate::Day(date) => date_in_table(date),
        PartialDate::Month(month) => format!("{} {} г.", month_name(month.month), month.year),
        PartialDate::Year(_) => partial_in_table(date),
    }
}

/// What stands where a record has no words of its own yet.
pub(crate) fn unnamed(kind: Kind) -> &'static str {
    match kind {
        Kind::Community => "Сообщество без названия",
        Kind::Organisation => "Организация без названия",
        Kind::Person => "Человек без имени",
        Kind::Difficulty => "Затруднение без названия",
        Kind::Activity => "Мероприятие без названия",
        Kind::Attachment => "Файл без названия",
        other => word(other),
    }
}

/// A kind in one Russian word.
pub(crate) fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Community => "сообщество",
        Kind::Organisation => "организация",
        Kind::Person => "человек",
        Kind::Order => "приказ",
        Kind::Membership => "участие",
        Kind::Difficulty => "затруднение",
        Kind::Survey => "опрос",
        Kind::Plan => "план",
        Kind::Meeting => "заседание",
        Kind::Activity => "мероприятие",
        Kind::Report => "отчёт",
        Kind::Submission => "сдача",
        Kind::Attachment => "файл",
    }
}
