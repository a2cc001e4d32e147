//! Formats of records and the steps from an older one to the next.

use pps_domain::records::Kind;
use serde_json::Value;

use super::fault::CodecFault;
use super::json_path::JsonPath;

/// A step from a format of a kind to the next one. It changes the JSON value and may not fail: what it does not
/// find it leaves alone, and the record's own shape then says what is wrong.
pub type Upgrade = fn(&mut Value);

/// The steps from older formats. A field that was added begins empty, and the record's own shape says so: such a format
/// needs no step, and its number ([`Entity::FORMAT`](pps_domain::records::Entity::FORMAT)) is there for programs of the
/// older one, which refuse the newer.
#[derive(Debug, Clone, Copy)]
pub struct Formats {
    /// The format in which records of a kind are written now.
    pub current: fn(Kind) -> u32,
    /// The kind, the format that the step begins with, and what it does.
    pub steps: &'static [(Kind, u32, Upgrade)],
}

/// The formats in force. Whoever changes the shape of a record raises its number, adds a step here where an older text
/// has to be changed, and a file in `tests/fixtures/format-N` beside the older ones.
pub const FORMATS: Formats = Formats {
    current: Kind::format,
    steps: &[
        // The kept texts of what was handed over, and remarks apart from the note.
        (Kind::Submission, 1, remarks_apart),
        // Several reporters on a question, each perhaps with a post.
        (Kind::Meeting, 3, several_reporters),
        // The form of a row in free words, where it was one of a list.
        (Kind::Activity, 3, form_in_words),
        // Questions of a planned meeting with their speakers, where they were texts alone.
        (Kind::Plan, 2, questions_apart),
    ],
};

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

/// A question had one reporter or none.
fn several_reporters(meeting: &mut Value) {
    let items = meeting.pointer_mut("/protocol/items").and_then(Value::as_array_mut);
    for item in items.into_iter().flatten().filter_map(Value::as_object_mut) {
        let Some(reporter) = item.remove("reporter") else { continue };
        let one = |speaker: Value| serde_json::json!({"speaker": speaker, "post": ""});
        let reporters: Vec<Value> = Some(reporter).filter(|it| !it.is_null()).map(one).into_iter().collect();
        item.insert("reporters".to_owned(), Value::from(reporters));
    }
}

/// The word in open data of each form that a row could have.
const FORMS: [(&str, &str); 13] = [
    ("unspecified", ""),
    ("meeting", "заседание"),
    ("seminar", "семинар"),
    ("workshop", "практикум"),
    ("master_class", "мастер-класс"),
    ("webinar", "вебинар"),
    ("open_lesson", "открытый урок"),
    ("lesson_visits", "посещение уроков"),
    ("consultation", "консультация"),
    ("expertise", "экспертиза"),
    ("contest", "конкурс"),
    ("conference", "конференция"),
    ("diagnostics", "диагностика"),
];

fn form_in_words(activity: &mut Value) {
    let Some(form) = activity.get_mut("form") else { return };
    let said = FORMS.iter().find(|(word, _)| form.as_str() == Some(word));
    if let Some((_, said)) = said {
        *form = Value::from(*said);
    }
}

fn questions_apart(plan: &mut Value) {
    let meetings = plan.get_mut("meetings").and_then(Value::as_array_mut);
    for questions in meetings.into_iter().flatten().filter_map(|meeting| meeting.get_mut("questions")) {
        for question in questions.as_array_mut().into_iter().flatten().filter(|question| question.is_string())
        {
            let text = question.take();
            *question = serde_json::json!({"text": text});
        }
    }
}

impl Formats {
    /// Lifts a value to the current format.
    ///
    /// # Errors
    /// A newer format, or one that never was.
    pub fn upgrade(self, kind: Kind, format: u32, mut value: Value) -> Result<Value, CodecFault> {
        let current = (self.current)(kind);
        if format > current {
            return Err(CodecFault::Newer { kind, format });
        }
        if format == 0 {
            let what = "формата 0 у записей этого вида не было".to_owned();
            return Err(CodecFault::Shape { place: JsonPath::default(), what });
        }
        for from in format..current {
            if let Some((.., upgrade)) = self.steps.iter().find(|(of, at, _)| *of == kind && *at == from) {
                upgrade(&mut value);
            }
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
        current: |kind| if kind == Kind::Difficulty { 3 } else { 1 },
        steps: &[
            (Kind::Difficulty, 1, |value| rename("name", "heading", value)),
            (Kind::Difficulty, 2, |value| rename("heading", "title", value)),
        ],
    };

    #[test]
    fn an_old_format_is_lifted_step_by_step() {
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
    fn the_one_reporter_of_a_question_becomes_the_first_of_several() {
        let named = json!({"named": "Панина Е. В."});
        let items =
            json!([{"topic": "О плане", "reporter": named}, {"topic": "Разное", "reporter": null}, {}]);
        let lifted = FORMATS.upgrade(Kind::Meeting, 3, json!({"protocol": {"items": items}})).unwrap();
        let reporters = json!([{"speaker": named, "post": ""}]);
        let items =
            json!([{"topic": "О плане", "reporters": reporters}, {"topic": "Разное", "reporters": []}, {}]);
        assert_eq!(lifted, json!({"protocol": {"items": items}}));
        let without = json!({"protocol": null});
        assert_eq!(FORMATS.upgrade(Kind::Meeting, 3, without.clone()), Ok(without));
    }

    #[test]
    fn a_form_becomes_its_words_and_a_question_may_have_speakers() {
        let lifted = |form: &str| FORMATS.upgrade(Kind::Activity, 1, json!({"form": form})).unwrap();
        assert_eq!(lifted("master_class"), json!({"form": "мастер-класс"}));
        assert_eq!(lifted("unspecified"), json!({"form": ""}));
        let plan = json!({"meetings": [{"questions": ["Об итогах"]}, {}]});
        assert_eq!(
            FORMATS.upgrade(Kind::Plan, 1, plan).unwrap(),
            json!({"meetings": [{"questions": [{"text": "Об итогах"}]}, {}]})
        );
    }

    #[test]
    fn a_format_that_never_was_is_refused() {
        assert!(LATER.upgrade(Kind::Difficulty, 0, json!({})).is_err());
        assert!(FORMATS.upgrade(Kind::Difficulty, 2, json!({})).is_err());
    }
}
