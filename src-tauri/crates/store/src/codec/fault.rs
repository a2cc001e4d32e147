use pps_domain::records::Kind;
use pps_domain::text::ControlCharacter;
use thiserror::Error;

use super::place::Place;

/// Why a record cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodecFault {
    /// The record was written by a newer version of the program.
    #[error("Запись «{kind}» сохранена более новой версией программы (формат {format}). Обновите программу.")]
    Newer {
        /// Kind of the record.
        kind: Kind,
        /// Its format.
        format: u32,
    },
    /// A text holds a control character.
    #[error("{place}: {source}")]
    ControlCharacter {
        /// Where.
        place: Place,
        /// What.
        source: ControlCharacter,
    },
    /// The text is not JSON.
    #[error("Строка {line}, столбец {column}: {what}.")]
    Syntax {
        /// Line, from one.
        line: usize,
        /// Column, from one.
        column: usize,
        /// What is wrong, in Russian.
        what: String,
    },
    /// The JSON is not such a record.
    #[error("{place}: {what}.")]
    Shape {
        /// Where.
        place: Place,
        /// What is wrong, in Russian.
        what: String,
    },
}

impl CodecFault {
    /// A fault of a value, with its place.
    #[must_use]
    pub fn shape(fault: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let mut place = Place::from(fault.path());
        let told = fault.inner().to_string();
        // An unknown field is named by the message already; its place is the object around it.
        if told.starts_with("unknown field") {
            place.0.pop();
        }
        Self::Shape { place, what: in_russian(fault.inner()) }
    }

    /// A fault of JSON itself.
    #[must_use]
    pub fn syntax(fault: &serde_json::Error) -> Self {
        Self::Syntax { line: fault.line(), column: fault.column(), what: in_russian(fault) }
    }
}

/// What `serde_json` says, for a Russian reader. Its own words stay in brackets where no rule knows them, since
/// whoever mends a file by hand needs the exact reason.
#[must_use]
pub fn in_russian(fault: &serde_json::Error) -> String {
    let text = fault.to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    let quoted = || text.split('`').nth(1).unwrap_or_default();
    if fault.is_eof() {
        "файл обрывается, конца записи нет".to_owned()
    } else if text.starts_with("missing field") {
        format!("нет поля «{}»", quoted())
    } else if text.starts_with("unknown field") {
        format!("лишнее поле «{}»", quoted())
    } else if text.starts_with("unknown variant") {
        format!("недопустимое значение «{}»", quoted())
    } else if text.starts_with("duplicate field") {
        format!("поле «{}» записано дважды", quoted())
    } else if text.starts_with("invalid type") || text.starts_with("invalid value") {
        format!("значение не того вида ({text})")
    } else if text.starts_with("recursion limit") {
        "слишком много вложенных скобок".to_owned()
    } else if text.starts_with("trailing characters") {
        "после конца записи стоит лишний текст".to_owned()
    } else if text.starts_with("control character") {
        "в тексте есть служебный знак, записанный без \\u".to_owned()
    } else if text.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')) {
        text.trim_end_matches('.').to_owned()
    } else {
        format!("ошибка записи JSON ({text})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("{\"a\": tru}", "ошибка записи JSON (expected ident)")]
    #[case("{\"a\": 1", "файл обрывается, конца записи нет")]
    #[case("{} 1", "после конца записи стоит лишний текст")]
    #[case("\"а\u{1}\"", "в тексте есть служебный знак, записанный без \\u")]
    fn faults_are_told_in_russian(#[case] text: &str, #[case] expected: &str) {
        let fault = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
        assert_eq!(in_russian(&fault), expected);
    }
}
