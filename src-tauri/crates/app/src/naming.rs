//! What acts and records are called: names of operations, and short names for one place on the screen.

use chrono::NaiveDate;
use pps_domain::records::{Kind, Record};
use pps_domain::russian::{counted, date_in_table};

use crate::differences::{Names, cited, shortened, uncapitalised};

/// A title inside a short name is no longer than this.
const TITLE: usize = 40;

/// What was done, in the past tense of the kind's gender: «Изменён протокол № 2», «Удалена организация: …».
#[derive(Clone, Copy)]
pub(crate) enum Verb {
    Added,
    Changed,
    Deleted,
    Restored,
}

impl Verb {
    /// The name of an operation on one record.
    pub(crate) fn of(self, kind: Kind, title: &str) -> String {
        let after = |noun: &str| format!("{noun}: {title}");
        // Titles that begin with the kind's own word need no second one.
        let (gender, named) = match kind {
            Kind::Order | Kind::Survey | Kind::Plan | Kind::Report => (0, uncapitalised(title)),
            Kind::Meeting if title.starts_with("Протокол") => (0, uncapitalised(title)),
            Kind::Meeting | Kind::Membership => (2, uncapitalised(title)),
            Kind::Submission => (1, format!("отметка «{title}»")),
            Kind::Community => (2, after("сообщество")),
            Kind::Organisation => (1, after("организация")),
            Kind::Person => (1, after("карточка")),
            Kind::Difficulty => (2, after("затруднение")),
            Kind::Activity => (2, after("мероприятие")),
            Kind::Attachment => (0, after("файл")),
        };
        // «Мероприятие без названия» is what it is called, not its name.
        let named = match title.split_once(' ') {
            Some((_, "без названия")) => uncapitalised(title),
            Some((_, "без имени")) => "карточка без имени".to_owned(),
            _ => named,
        };
        format!("{} {named}", self.forms()[gender])
    }

    /// Whether an operation is called so.
    pub(crate) fn names(self, operation: &str) -> bool {
        self.forms().iter().any(|form| operation.split(' ').next() == Some(form))
    }

    fn forms(self) -> [&'static str; 3] {
        match self {
            Self::Added => ["Добавлен", "Добавлена", "Добавлено"],
            Self::Changed => ["Изменён", "Изменена", "Изменено"],
            Self::Deleted => ["Удалён", "Удалена", "Удалено"],
            Self::Restored => ["Возвращён", "Возвращена", "Возвращено"],
        }
    }
}

/// «3 мероприятия», of one kind; «3 записи» otherwise.
pub(crate) fn many(kinds: &[Kind]) -> String {
    match kinds {
        [Kind::Activity, rest @ ..] if rest.iter().all(|kind| *kind == Kind::Activity) => {
            counted(kinds.len(), "мероприятие", "мероприятия", "мероприятий")
        }
        _ => counted(kinds.len(), "запись", "записи", "записей"),
    }
}

/// A record in two or three words, to stand after the name of a field: «протокол № 2», «Ларина С. Ю.».
pub(crate) fn short(record: &Record, names: &dyn Names) -> String {
    let quoted = |title: &str, unnamed: &str| match title.trim() {
        "" => unnamed.to_owned(),
        title => cited(&shortened(title, TITLE)),
    };
    match record {
        Record::Community(_) => "настройки".to_owned(),
        Record::Organisation(record) => match record.shown_name().trim() {
            "" => "организация без названия".to_owned(),
            name => shortened(name, TITLE),
        },
        Record::Person(record) => named_person(names.person(record.id.0, NaiveDate::MAX)),
        Record::Membership(record) => named_person(names.person(record.person.0, record.from)),
        Record::Order(record) => match record.number.trim().trim_start_matches('№').trim() {
            "" => format!("приказ от {}", date_in_table(record.date)),
            number => format!("приказ №\u{a0}{number}"),
        },
        Record::Difficulty(record) => quoted(&record.title, "затруднение без названия"),
        Record::Survey(_) => "замер затруднений".to_owned(),
        Record::Plan(record) => format!("план на\u{a0}{}", record.school_year),
        Record::Meeting(record) => match record.number() {
            Some(number) => format!("протокол №\u{a0}{number}"),
            None => format!("заседание {}", date_in_table(record.date)),
        },
        Record::Activity(record) => quoted(&record.text, "мероприятие без названия"),
        Record::Report(record) => format!("отчёт за\u{a0}{}", record.school_year),
        Record::Submission(record) => format!("сдача в\u{a0}РИМК {}", date_in_table(record.date)),
        Record::Attachment(record) => quoted(&record.name, "файл без названия"),
    }
}

fn named_person(name: String) -> String {
    if name.is_empty() { "карточка без имени".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Kind::Meeting, "Протокол № 2 от 16.01.2026", "Изменён протокол № 2 от 16.01.2026")]
    #[case(Kind::Meeting, "Заседание 16.01.2026", "Изменено заседание 16.01.2026")]
    #[case(Kind::Membership, "Участие в составе: Тестова Т. Т.", "Изменено участие в составе: Тестова Т. Т.")]
    #[case(Kind::Plan, "План на 2026/27 учебный год", "Изменён план на 2026/27 учебный год")]
    #[case(
        Kind::Plan,
        "Предварительный план на 2026/27 учебный год",
        "Изменён предварительный план на 2026/27 учебный год"
    )]
    #[case(Kind::Report, "Отчёт за 2025/26 учебный год", "Изменён отчёт за 2025/26 учебный год")]
    #[case(Kind::Order, "Приказ № 39/1 от 01.09.2025", "Изменён приказ № 39/1 от 01.09.2025")]
    #[case(
        Kind::Survey,
        "Опрос о затруднениях, октябрь 2025 г.",
        "Изменён опрос о затруднениях, октябрь 2025 г."
    )]
    #[case(Kind::Submission, "Сдано в РИМК 28.05.2026", "Изменена отметка «Сдано в РИМК 28.05.2026»")]
    #[case(Kind::Person, "Тестова Тамара Тарасовна", "Изменена карточка: Тестова Тамара Тарасовна")]
    #[case(Kind::Person, "Человек без имени", "Изменена карточка без имени")]
    #[case(Kind::Organisation, "МБОУ «Вакинская СШ»", "Изменена организация: МБОУ «Вакинская СШ»")]
    #[case(Kind::Organisation, "Организация без названия", "Изменена организация без названия")]
    #[case(Kind::Activity, "Семинар", "Изменено мероприятие: Семинар")]
    #[case(Kind::Activity, "Мероприятие без названия", "Изменено мероприятие без названия")]
    #[case(Kind::Difficulty, "Пунктуация", "Изменено затруднение: Пунктуация")]
    #[case(Kind::Attachment, "Скан.pdf", "Изменён файл: Скан.pdf")]
    #[case(Kind::Community, "ППС учителей", "Изменено сообщество: ППС учителей")]
    fn an_operation_names_its_record_once(#[case] kind: Kind, #[case] title: &str, #[case] name: &str) {
        assert_eq!(Verb::Changed.of(kind, title), name);
        assert!(Verb::Changed.names(name) && !Verb::Deleted.names(name), "{name}");
    }
}
