use pps_domain::records::Kind;
use thiserror::Error;

use super::json_path::{JsonPath, Step};
use super::russian::in_russian;

/// Why a record cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodecFault {
    /// The record was written by a newer version of the program.
    #[error(
        "Запись вида «{}» сохранена более новой версией программы (формат {format}); обновите программу.",
        kind.words().one
    )]
    Newer {
        /// Kind of the record.
        kind: Kind,
        /// Its format.
        format: u32,
    },
    /// The text is not JSON.
    #[error("Строка {line}, столбец {column}: {what}; исправьте это место.")]
    Syntax {
        /// Line, from one.
        line: usize,
        /// Column, from one.
        column: usize,
        /// What is wrong, in Russian.
        what: String,
    },
    /// The JSON is not such a record.
    #[error("{place}: {what}; исправьте это место.")]
    Shape {
        /// Where.
        place: JsonPath,
        /// What is wrong, in Russian.
        what: String,
    },
}

impl CodecFault {
    /// A fault of a value, with its place.
    #[must_use]
    pub fn shape(path: &serde_path_to_error::Path, fault: &serde_json::Error) -> Self {
        let mut place = JsonPath::from(path);
        let told = fault.to_string();
        // An unknown field is named by the message already; its place is the object around it. Within a tagged value
        // (a term) the place is that object as it is.
        let field = told.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
        if field.is_some_and(|field| place.0.last() == Some(&Step::Key(field.to_owned()))) {
            place.0.pop();
        }
        Self::Shape { place, what: in_russian(fault) }
    }

    /// A fault of JSON itself.
    #[must_use]
    pub fn syntax(fault: &serde_json::Error) -> Self {
        Self::Syntax { line: fault.line(), column: fault.column(), what: in_russian(fault) }
    }
}
