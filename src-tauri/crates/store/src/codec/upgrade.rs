//! Formats of records and the steps from an older one to the next.

use pps_domain::records::Kind;
use serde_json::Value;

use super::fault::CodecFault;
use super::json_path::JsonPath;

/// A step from a format of a kind to the next one. It changes the JSON value and may not fail: what it does not
/// find it leaves alone, and the record's own shape then says what is wrong.
pub type Upgrade = fn(&mut Value);

/// The formats that this version of the program knows.
#[derive(Debug, Clone, Copy)]
pub struct Formats {
    /// Steps: the kind, the format that the step begins with, and what it does. A kind's current format is one
    /// more than the number of its steps.
    pub steps: &'static [(Kind, u32, Upgrade)],
}

/// The formats in force. Whoever changes the shape of a record adds a step here and a file in
/// `tests/fixtures/format-N` beside the older ones.
pub const FORMATS: Formats = Formats {
    steps: &[
        // The bank of phrases, the standing questions, and recommendations under a word of their own.
        (Kind::Community, 1, as_it_is),
        // The frozen text of a signed protocol and what was mended on it.
        (Kind::Meeting, 1, as_it_is),
        // The role of a file that keeps such a text.
        (Kind::Attachment, 1, as_it_is),
        // The kept texts of what was handed over, and remarks apart from the note.
        (Kind::Submission, 1, remarks_apart),
        // The task that a row of the plan serves, and the decisions that prove it.
        (Kind::Activity, 1, as_it_is),
        // Days from one to another, and the words beside the months of a term.
        (Kind::Activity, 2, as_it_is),
        (Kind::Meeting, 2, as_it_is),
        (Kind::Plan, 1, as_it_is),
        // A category that says the person fits the post.
        (Kind::Person, 1, as_it_is),
    ],
};

/// A field that was added begins empty, and the record's own shape says so: an older text needs no change. The
/// step is there for programs of the older format, which refuse the newer one by its number.
fn as_it_is(_: &mut Value) {}

/// What РИМК remarked when it gave the papers back was a note that began with these words.
fn remarks_apart(submission: &mut Value) {
    let note = submission.get("note").and_then(Value::as_str);
    let remarks = note.and_then(|note| note.strip_prefix("Возвращён с замечаниями:")).map(str::trim);
    let Some(remarks) = remarks.map(str::to_owned) else { return };
    if let Some(fields) = submission.as_object_mut() {
        fields.insert("note".to_owned(), Value::from(""));
        fields.insert("returned".to_owned(), serde_json::json!({"date": null, "remarks": remarks}));
    }
}

impl Formats {
    /// The format in which records of the kind are written now.
    #[must_use]
    pub fn current(self, kind: Kind) -> u32 {
        self.steps.iter().filter(|(of, ..)| *of == kind).map(|(_, from, _)| from + 1).max().unwrap_or(1)
    }

    /// Lifts a value to the current format.
    ///
    /// # Errors
    /// A newer format, or one that never was.
    pub fn upgrade(self, kind: Kind, format: u32, mut value: Value) -> Result<Value, CodecFault> {
        let current = self.current(kind);
        if format > current {
            return Err(CodecFault::Newer { kind, format });
        }
        for from in format..current {
            let step = self.steps.iter().find(|(of, at, _)| *of == kind && *at == from);
            let Some((.., upgrade)) = step else {
                let what = format!("формата {from} у записей этого вида не было");
                return Err(CodecFault::Shape { place: JsonPath::default(), what });
            };
            upgrade(&mut value);
        }
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rename(from: &str, to: &str, value: &mut Value) {
        if let Some(map) = value.as_object_mut()
            && let Some(found) = map.remove(from)
        {
            map.insert(to.to_owned(), found);
        }
    }

    const LATER: Formats = Formats {
        steps: &[
            (Kind::Difficulty, 1, |value| rename("name", "heading", value)),
            (Kind::Difficulty, 2, |value| rename("heading", "title", value)),
        ],
    };

    #[test]
    fn an_old_format_is_lifted_step_by_step() {
        assert_eq!(LATER.current(Kind::Difficulty), 3);
        assert_eq!(LATER.current(Kind::Person), 1);
        assert_eq!(LATER.upgrade(Kind::Difficulty, 1, json!({"name": 1})), Ok(json!({"title": 1})));
        assert_eq!(LATER.upgrade(Kind::Difficulty, 2, json!({"heading": 1})), Ok(json!({"title": 1})));
        assert_eq!(LATER.upgrade(Kind::Difficulty, 3, json!({"title": 1})), Ok(json!({"title": 1})));
    }

    #[test]
    fn remarks_leave_the_note_of_a_submission_and_other_notes_stay() {
        let lifted = |note: &str| FORMATS.upgrade(Kind::Submission, 1, json!({"note": note})).unwrap();
        assert_eq!(
            lifted("Возвращён с замечаниями: нет сроков"),
            json!({"note": "", "returned": {"date": null, "remarks": "нет сроков"}})
        );
        assert_eq!(lifted("сдано лично"), json!({"note": "сдано лично"}));
    }

    #[test]
    fn a_format_that_never_was_is_refused() {
        assert!(LATER.upgrade(Kind::Difficulty, 0, json!({})).is_err());
        assert!(FORMATS.upgrade(Kind::Difficulty, 2, json!({})).is_err());
    }
}
