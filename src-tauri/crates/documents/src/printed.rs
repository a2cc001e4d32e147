//! The words of a paper as paper bears them: every renderer begins here, so all of them say the same words.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::PaperError;
use crate::printable::printable;
use crate::typography::bind;

/// The view model with its texts as paper bears them.
pub(crate) fn printed<T: Serialize + DeserializeOwned>(view: &T, title: &str) -> Result<T, PaperError> {
    serde_json::from_value(printed_data(view, title)?).map_err(|source| failed(title, source))
}

/// The same as data for a template.
pub(crate) fn printed_data(view: &impl Serialize, title: &str) -> Result<Value, PaperError> {
    let mut value = serde_json::to_value(view).map_err(|source| failed(title, source))?;
    make_printable(&mut value);
    Ok(value)
}

/// A community as titles name it, in the genitive: «План работы … сообщества».
pub(crate) fn named(community: &str) -> String {
    bind(&printable(community))
}

fn failed(title: &str, source: serde_json::Error) -> PaperError {
    PaperError::Data { title: title.to_owned(), source }
}

/// Walks the whole view model, so that no string reaches a renderer as it was typed.
fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = bind(&printable(text)),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        // The name of a place is a word of the program and not printed: it stays as it is.
        Value::Object(fields) if fields.get("kind").is_some_and(|kind| kind == "stands") => {}
        Value::Object(fields) => {
            for (name, field) in fields {
                make_printable(field);
                // An agenda item or a meeting without a topic still needs a line of its own; an
                // optional topic that is absent is null and stays so.
                if name == "topic" && field.as_str().is_some_and(|text| text.trim().is_empty()) {
                    *field = Value::String("(без темы)".to_owned());
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
