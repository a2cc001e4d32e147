//! What acts are called: «Изменён протокол № 2», «Удалена организация: …».

use pps_domain::records::{ActName, Gender, Kind};
use pps_domain::russian::{counted, uncapitalised};

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
        let words = kind.words();
        let (gender, named) = match words.act {
            ActName::Title(beginnings) => {
                let other = beginnings.iter().find(|(beginning, _)| title.starts_with(beginning));
                (other.map_or(words.gender, |(_, gender)| *gender), uncapitalised(title))
            }
            ActName::Named(noun, gender) => (gender, format!("{noun}: {title}")),
            ActName::Quoted(noun, gender) => (gender, format!("{noun} «{title}»")),
        };
        // «Мероприятие без названия» is what it is called, not its name.
        let named = match title.split_once(' ') {
            Some((_, "без названия")) => uncapitalised(title),
            Some((_, "без имени")) => "карточка без имени".to_owned(),
            _ => named,
        };
        let form = match gender {
            Gender::Masculine => 0,
            Gender::Feminine => 1,
            Gender::Neuter => 2,
        };
        format!("{} {named}", self.forms()[form])
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

/// «3 мероприятия», where all are of one kind; «3 записи» otherwise.
pub(crate) fn many(kinds: &[Kind]) -> String {
    let same = kinds.first().filter(|first| kinds.iter().all(|kind| kind == *first));
    let [one, few, many] =
        same.map_or(["запись", "записи", "записей"], |kind| kind.words().counted);
    counted(kinds.len(), one, few, many)
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
    #[case(Kind::Survey, "Замер затруднений, октябрь 2025 г.", "Изменён замер затруднений, октябрь 2025 г.")]
    #[case(Kind::Submission, "Сдано в РИМК 28.05.2026", "Изменена отметка «Сдано в РИМК 28.05.2026»")]
    #[case(Kind::Person, "Тестова Тамара Тарасовна", "Изменена карточка: Тестова Тамара Тарасовна")]
    #[case(Kind::Person, "Участник без имени", "Изменена карточка без имени")]
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
