//! Whether a save goes on with the typing of the save before. A field is saved while it is typed, and the letters of
//! one breath are one act of the person; whatever was said to be saved and was then rubbed out or written over must
//! come back by undoing, so that begins an act of its own.

use chrono::{DateTime, TimeDelta, Utc};
use pps_domain::records::Kind;
use serde_json::Value;
use uuid::Uuid;

use crate::codec::{Stored, decode};

/// A longer rest ends the act.
const REST: TimeDelta = TimeDelta::seconds(5);
/// However steadily somebody types, undoing takes back no more than this.
const LONGEST: TimeDelta = TimeDelta::minutes(1);
/// Letters rubbed out one after another are one act; a longer piece that goes at once is one of its own.
const RUBBED: usize = 5;

/// The typing of one field, as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Typing {
    /// Number of the operation that holds it.
    pub(crate) operation: i64,
    record: Uuid,
    field: String,
    began: DateTime<Utc>,
    last: DateTime<Utc>,
    /// Where the last change ended.
    at: usize,
    /// Nothing was taken away since the act began.
    grown: bool,
    /// The last change took letters away and put none in their place.
    rubbed: bool,
}

/// One text of a record that changed while everything else stayed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TextChange {
    field: String,
    edit: Edit,
}

/// A piece of a text that was replaced. The same letters one after another leave open which of them came or went,
/// so that a piece lies anywhere from `first` to `last`.
#[derive(Debug, PartialEq, Eq)]
struct Edit {
    first: usize,
    last: usize,
    removed: usize,
    added: usize,
}

impl TextChange {
    /// The change, where exactly one text or number of the record is another one and it is typed, not chosen.
    pub(super) fn of(kind: Kind, before: &Stored, after: &Stored) -> Option<Self> {
        if before.format != after.format {
            return None;
        }
        let was: Value = serde_json::from_str(&before.text).ok()?;
        let is: Value = serde_json::from_str(&after.text).ok()?;
        let (field, was, is_text) = only_change(&was, &is)?;
        is_typed(kind, after.format, is, &field).then(|| Self { field, edit: Edit::between(&was, &is_text) })
    }
}

/// The only value that differs, as texts; none where there are several, or where it is no text.
fn only_change(was: &Value, is: &Value) -> Option<(String, String, String)> {
    let mut found = Vec::new();
    differing(was, is, String::new(), &mut found);
    let [(field, was, is)] = found.as_slice() else { return None };
    Some((field.clone(), text(was)?, text(is)?))
}

impl Typing {
    /// An act that may go on.
    pub(super) fn begun(operation: i64, record: Uuid, at: DateTime<Utc>, change: TextChange) -> Self {
        let TextChange { field, edit } = change;
        Self {
            operation,
            record,
            field,
            began: at,
            last: at,
            at: edit.last + edit.added,
            grown: edit.removed == 0,
            rubbed: edit.added == 0,
        }
    }

    /// The act with one more change; none where the change begins another act.
    pub(super) fn with(&self, record: Uuid, at: DateTime<Utc>, change: &TextChange) -> Option<Self> {
        let soon = self.last <= at && at - self.last <= REST && at - self.began <= LONGEST;
        if record != self.record || change.field != self.field || !soon {
            return None;
        }
        let Edit { first, last, removed, added } = change.edit;
        let within = |place: usize| (first..=last).contains(&place);
        let ended = match (removed, added) {
            (0, 0) => self.at,
            (0, added) if within(self.at) => self.at + added,
            (0, added) if self.grown => last + added,
            (removed, 0) if self.rubbed && removed <= RUBBED => {
                let back = self.at.checked_sub(removed).filter(|place| within(*place));
                back.or_else(|| Some(self.at).filter(|place| within(*place)))?
            }
            _ => return None,
        };
        Some(Self {
            last: at,
            at: ended,
            grown: self.grown && removed == 0,
            rubbed: added == 0,
            ..self.clone()
        })
    }
}

impl Edit {
    fn between(was: &str, is: &str) -> Self {
        let (was, is): (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
        let shorter = was.len().min(is.len());
        let begin = was.iter().zip(&is).take_while(|(one, other)| one == other).count();
        let end = was.iter().rev().zip(is.iter().rev()).take_while(|(one, other)| one == other).count();
        let kept_end = end.min(shorter - begin);
        let (removed, added) = (was.len() - begin - kept_end, is.len() - begin - kept_end);
        // What only came or only went may lie a little before, among letters that are the same.
        let first = if removed == 0 || added == 0 { shorter.saturating_sub(end) } else { begin };
        Self { first: first.min(begin), last: begin, removed, added }
    }
}

/// The values that differ, by where they stand.
fn differing<'a>(
    was: &'a Value,
    is: &'a Value,
    place: String,
    found: &mut Vec<(String, &'a Value, &'a Value)>,
) {
    if was == is || found.len() > 1 {
        return;
    }
    let beneath = |key: &str| format!("{place}/{}", key.replace('~', "~0").replace('/', "~1"));
    match (was, is) {
        (Value::Object(was), Value::Object(is)) => {
            let new = is.keys().filter(|key| !was.contains_key(*key));
            for key in was.keys().chain(new) {
                let side = |of: &'a serde_json::Map<String, Value>| of.get(key).unwrap_or(&Value::Null);
                differing(side(was), side(is), beneath(key), found);
            }
        }
        (Value::Array(was), Value::Array(is)) if was.len() == is.len() => {
            for (at, (was, is)) in was.iter().zip(is).enumerate() {
                differing(was, is, beneath(&at.to_string()), found);
            }
        }
        _ => found.push((place, was, is)),
    }
}

/// What a person sees in the field; none where it is no text.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Whether the field takes any text or number: a choice («выполнено»), a day and a name of another record take none.
fn is_typed(kind: Kind, format: u32, mut record: Value, field: &str) -> bool {
    match record.pointer_mut(field) {
        Some(Value::Number(_)) => return true,
        Some(value) => *value = Value::String("ы".to_owned()),
        // A text that is not there any more was an entry of its own.
        None => return false,
    }
    decode(kind, &Stored { format, text: record.to_string() }).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn change(was: &str, is: &str) -> TextChange {
        TextChange { field: "/title".to_owned(), edit: Edit::between(was, is) }
    }

    fn at(milliseconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_768_900_000_000 + milliseconds).unwrap()
    }

    #[rstest]
    #[case("при", "привет", (3, 3, 0, 3))]
    #[case("привет", "при", (3, 3, 3, 0))]
    #[case("а", "аа", (0, 1, 0, 1))]
    #[case("аба", "аа", (1, 1, 1, 0))]
    #[case("", "да", (0, 0, 0, 2))]
    #[case("было", "стало", (0, 0, 2, 3))]
    #[case("слово и слово", "слово", (0, 5, 8, 0))]
    fn a_change_is_one_piece(
        #[case] was: &str,
        #[case] is: &str,
        #[case] piece: (usize, usize, usize, usize),
    ) {
        let Edit { first, last, removed, added } = Edit::between(was, is);
        assert_eq!((first, last, removed, added), piece);
    }

    /// Texts one after another, half a second apart; how many acts they are.
    #[rstest]
    #[case::a_word(&["", "п", "пр", "при", "привет"], 1)]
    #[case::a_letter_put_in_before(&["слво", "слово", "слово и"], 1)]
    #[case::taken_away(&["слово", "слово и", "слово"], 2)]
    #[case::all_of_it_taken_away(&["", "слово и дело", ""], 2)]
    #[case::a_slip_mended(&["", "приб", "при", "привет"], 2)]
    #[case::rubbed_letter_by_letter(&["", "привет", "приве", "прив", "при", "приз"], 2)]
    #[case::two_pieces_taken_away(&["одно два три четыре", "одно три четыре", "одно три"], 2)]
    #[case::written_over(&["слово", "речь", "речь и дело"], 1)]
    #[case::written_over_twice(&["слово", "речь", "дело"], 2)]
    #[case::rubbed_here_written_there(&["одно два", "одно д", "ещё одно д"], 2)]
    #[case::rubbed_and_rubbed_elsewhere(&["одно два", "одно дв", "дно дв"], 2)]
    #[case::with_the_delete_key(&["одно два", "дно два", "но два"], 1)]
    fn letters_of_one_breath_are_one_act(#[case] texts: &[&str], #[case] acts: usize) {
        let mut now = None::<Typing>;
        let mut begun = 0;
        for (moment, pair) in (0..).zip(texts.windows(2)) {
            let next = change(pair[0], pair[1]);
            now = match now.and_then(|typing| typing.with(Uuid::nil(), at(moment * 500), &next)) {
                Some(typing) => Some(typing),
                None => {
                    begun += 1;
                    Some(Typing::begun(begun, Uuid::nil(), at(moment * 500), next))
                }
            };
        }
        assert_eq!(begun, i64::try_from(acts).unwrap());
    }

    #[rstest]
    #[case(5_000, true)]
    #[case(5_001, false)]
    #[case(-1, false)]
    fn a_rest_and_a_clock_put_back_end_the_act(#[case] later: i64, #[case] goes_on: bool) {
        let typing = Typing::begun(1, Uuid::nil(), at(0), change("", "сло"));
        assert_eq!(typing.with(Uuid::nil(), at(later), &change("сло", "слов")).is_some(), goes_on);
    }

    #[test]
    fn steady_typing_ends_an_act_after_a_minute() {
        let mut typing = Typing::begun(1, Uuid::nil(), at(0), change("", "а"));
        let mut text = "а".to_owned();
        for second in 1..=60 {
            let longer = format!("{text}б");
            typing = typing.with(Uuid::nil(), at(second * 1000), &change(&text, &longer)).unwrap();
            text = longer;
        }
        assert_eq!(typing.with(Uuid::nil(), at(60_500), &change(&text, "аб")), None);
        assert_eq!(typing.with(Uuid::nil(), at(61_000), &change(&text, &format!("{text}в"))), None);
    }

    #[test]
    fn another_field_and_another_record_begin_another_act() {
        let typing = Typing::begun(1, Uuid::nil(), at(0), change("", "сло"));
        let next = change("сло", "слов");
        assert_eq!(typing.with(Uuid::max(), at(100), &next), None);
        let elsewhere = TextChange { field: "/note".to_owned(), ..next };
        assert_eq!(typing.with(Uuid::nil(), at(100), &elsewhere), None);
    }
}
