//! Undoing over random acts: after so many undos the state is that of so many acts ago, and whatever was said to be
//! saved is in the history.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use pps_domain::calendar::day;
use pps_domain::ids::{AgendaItemId, DecisionId};
use pps_domain::records::{
    Absence, AgendaItem, Decision, DecisionKind, Meeting, Presence, Record, Speaker, Speech,
};
use pps_store::{NewOperation, Store};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::*;

/// Two meetings and a difficulty.
const RECORDS: [u128; 3] = [30, 31, 40];

/// A text of a record, by its number.
const FIELDS: usize = 4;

#[derive(Debug, Clone)]
enum What {
    /// Letters put in at a place of a field.
    Put {
        field: usize,
        place: usize,
        letters: String,
    },
    /// Letters taken away, as far as there are any.
    Take {
        field: usize,
        place: usize,
        count: usize,
    },
    /// A field emptied.
    Clear {
        field: usize,
    },
    /// A field written over.
    Over {
        field: usize,
        text: String,
    },
    Tick,
    Choose,
    Add,
    Drop,
    Delete,
    Restore,
    Undo,
    Redo,
    /// The program is closed and started.
    Restart,
}

#[derive(Debug, Clone)]
struct Step {
    record: usize,
    wait: i64,
    what: What,
}

fn step() -> impl Strategy<Value = Step> {
    let letters = "[абв ]{1,6}";
    let what = prop_oneof![
        12 => (0..FIELDS, 0..12_usize, letters)
            .prop_map(|(field, place, letters)| What::Put { field, place, letters }),
        5 => (0..FIELDS, 0..12_usize, 1..9_usize)
            .prop_map(|(field, place, count)| What::Take { field, place, count }),
        2 => (0..FIELDS).prop_map(|field| What::Clear { field }),
        2 => (0..FIELDS, letters).prop_map(|(field, text)| What::Over { field, text }),
        1 => Just(What::Tick),
        1 => Just(What::Choose),
        1 => Just(What::Add),
        1 => Just(What::Drop),
        1 => Just(What::Delete),
        1 => Just(What::Restore),
        4 => Just(What::Undo),
        2 => Just(What::Redo),
        1 => Just(What::Restart),
    ];
    // Most saves follow at once; some after a rest, some after a clock that was put back.
    let wait = prop_oneof![8 => 0..3_000_i64, 2 => 3_000..8_000_i64, 1 => 0..90_000_i64, 1 => -5_000..0_i64];
    // Mostly one record is written, as people do.
    let record = prop_oneof![6 => Just(0_usize), 1 => Just(1), 2 => Just(2)];
    (record, wait, what).prop_map(|(record, wait, what)| Step { record, wait, what })
}

type State = BTreeMap<u128, Option<Record>>;

fn state(store: &Store) -> State {
    RECORDS.iter().map(|number| (*number, get(store, id(*number)))).collect()
}

/// The text of a field; none where the record has no such field.
fn text(record: &mut Record, field: usize) -> Option<&mut String> {
    match record {
        Record::Difficulty(difficulty) => (field == 0).then_some(&mut difficulty.title),
        Record::Meeting(meeting) => {
            if field == 0 {
                return Some(&mut meeting.topic);
            }
            let item = meeting.protocol.as_mut()?.items.first_mut()?;
            match field {
                1 => Some(&mut item.heard),
                2 => item.spoke.last_mut().map(|speech| &mut speech.text),
                _ => item.decisions.first_mut().map(|decision| &mut decision.text),
            }
        }
        _ => None,
    }
}

fn text_of(record: Option<&Record>, field: usize) -> Option<String> {
    text(&mut record?.clone(), field).cloned()
}

fn agenda(meeting: &mut Meeting) -> &mut Vec<AgendaItem> {
    &mut meeting.protocol.as_mut().unwrap().items
}

/// The record after a step; none where the step changes nothing of it.
fn changed(before: &Record, what: &What, new: Uuid) -> Option<Record> {
    let mut record = before.clone();
    match what {
        What::Put { field, place, letters } => {
            let text = text(&mut record, *field)?;
            let mut signs: Vec<char> = text.chars().collect();
            let at = (*place).min(signs.len());
            signs.splice(at..at, letters.chars());
            *text = signs.into_iter().collect();
        }
        What::Take { field, place, count } => {
            let text = text(&mut record, *field)?;
            let mut signs: Vec<char> = text.chars().collect();
            let at = (*place).min(signs.len());
            let end = (at + count).min(signs.len());
            signs.drain(at..end);
            *text = signs.into_iter().collect();
        }
        What::Clear { field } => text(&mut record, *field)?.clear(),
        What::Over { field, text: with } => text(&mut record, *field)?.clone_from(with),
        What::Tick => {
            let Record::Meeting(meeting) = &mut record else { return None };
            let one = meeting.attendance.first_mut()?;
            one.presence = match one.presence {
                Presence::Absent(_) => Presence::throughout(),
                Presence::Present { .. } => Presence::Absent(Absence::default()),
            };
        }
        What::Choose => {
            let Record::Meeting(meeting) = &mut record else { return None };
            let decision = agenda(meeting).first_mut()?.decisions.first_mut()?;
            decision.kind = match decision.kind {
                DecisionKind::Resolution => DecisionKind::Assignment,
                DecisionKind::Assignment => DecisionKind::Recommendation,
                DecisionKind::Recommendation => DecisionKind::Resolution,
            };
        }
        What::Add => {
            let Record::Meeting(meeting) = &mut record else { return None };
            let item = agenda(meeting).first_mut()?;
            item.spoke.push(Speech { speaker: Speaker::Named(String::new()), text: String::new() });
            item.decisions.push(Decision {
                id: DecisionId(new),
                kind: DecisionKind::Resolution,
                text: String::new(),
                addressee: None,
                responsible: vec![],
                responsible_in_words: String::new(),
                term: None,
                moves: vec![],
                mark: None,
            });
        }
        What::Drop => {
            let Record::Meeting(meeting) = &mut record else { return None };
            let item = agenda(meeting).first_mut()?;
            item.decisions.pop()?;
            item.spoke.pop();
        }
        What::Delete | What::Restore | What::Undo | What::Redo | What::Restart => return None,
    }
    (record != *before).then_some(record)
}

/// What a person has done, beside what the store has of it.
struct Fixture {
    place: TempStore,
    store: Option<Store>,
    now: i64,
    made: u128,
    /// The states before each act, oldest first, and those that were undone.
    before: Vec<State>,
    undone: Vec<State>,
    /// Texts that were said to be saved and that a new act then changed.
    said: Vec<(u128, usize, String)>,
    /// The record and the field that were saved last, and when.
    typed: Option<(u128, usize, i64)>,
}

impl Fixture {
    fn new() -> Self {
        let place = TempStore::new();
        let store = place.open();
        put(&store, 1, vec![community().into(), person(20, "Соколова Марина Викторовна", None).into()]);
        let mut records: Vec<Record> = vec![difficulty(40, "Пунктуация").into()];
        for number in [30, 31] {
            let date = day(2026, 1, 16);
            let mut meeting = meeting(number, u32::try_from(number).unwrap(), date, "Тема", &[20]);
            let second =
                AgendaItem { id: AgendaItemId(id(number * 0x1000 + 1)), ..agenda(&mut meeting)[0].clone() };
            agenda(&mut meeting).push(second);
            records.push(meeting.into());
        }
        put(&store, 2, records);
        Self {
            place,
            store: Some(store),
            now: 1_000_000,
            made: 100,
            before: vec![],
            undone: vec![],
            said: vec![],
            typed: None,
        }
    }

    fn store(&self) -> &Store {
        self.store.as_ref().unwrap()
    }

    fn new_id(&mut self) -> Uuid {
        self.made += 1;
        id(0xeeee_0000 + self.made)
    }

    fn operation(&mut self, name: &str) -> NewOperation {
        let at = instant(0) + TimeDelta::milliseconds(self.now);
        NewOperation { id: self.new_id(), at, name: name.to_owned(), merge: true }
    }

    /// The acts that are in force.
    fn acts(&self) -> usize {
        let all = self.store().read(|reader| reader.operations(10_000)).unwrap();
        all.iter().filter(|one| one.undoes.is_none() && one.undone_by.is_none()).count()
    }

    fn take(&mut self, step: &Step) {
        self.now += step.wait;
        let number = RECORDS[step.record];
        let was = state(self.store());
        let acts = self.acts();
        match &step.what {
            What::Undo => return self.undo(),
            What::Redo => return self.redo(),
            What::Restart => {
                self.store.take().unwrap().close().unwrap();
                self.store = Some(self.place.open());
                self.typed = None;
                return;
            }
            What::Delete if was[&number].is_some() => {
                let operation = self.operation("Удалено");
                self.store().write(operation, move |w| w.delete(id(number))).unwrap();
            }
            What::Restore if was[&number].is_none() => {
                let operation = self.operation("Возвращено");
                self.store().write(operation, move |w| w.restore(id(number)).map(drop)).unwrap();
            }
            what => {
                let new = self.new_id();
                let Some(record) = was[&number].as_ref().and_then(|record| changed(record, what, new)) else {
                    return;
                };
                let operation = self.operation("Изменено");
                self.store()
                    .write(operation, move |w| {
                        let seen = w.get(id(number))?.map(|(_, seen)| seen);
                        w.put(record, seen).map(drop)
                    })
                    .unwrap();
            }
        }
        if self.acts() > acts {
            for field in 0..FIELDS {
                self.said.extend(text_of(was[&number].as_ref(), field).map(|text| (number, field, text)));
            }
            self.before.push(was);
            self.undone.clear();
        } else {
            let sides = [&was, &state(self.store())].map(|side| side[&number].clone());
            self.went_on(step, number, sides);
        }
        self.typed = match step.what {
            What::Put { field, .. }
            | What::Take { field, .. }
            | What::Over { field, .. }
            | What::Clear { field } => Some((number, field, self.now)),
            _ => None,
        };
    }

    /// Only letters in the field that was written just now go on with an act.
    fn went_on(&self, step: &Step, number: u128, [was, is]: [Option<Record>; 2]) {
        let field = match step.what {
            What::Put { field, .. } | What::Over { field, .. } => field,
            What::Take { field, count, .. } => {
                assert!(count <= 5, "a piece that went at once is an act of its own");
                field
            }
            // Emptying a field takes away what is in it; of a letter or two that is rubbing out.
            What::Clear { field } => field,
            _ => panic!("{step:?} went on with an act"),
        };
        let [was, is] = [was, is].map(|side| text_of(side.as_ref(), field).unwrap());
        let kept = if was.len() < is.len() { within(&was, &is) } else { within(&is, &was) };
        assert!(kept, "«{was}» became «{is}» within one act");
        let Some((record, last, at)) = self.typed else { panic!("nothing was typed before {step:?}") };
        assert_eq!((record, last), (number, field));
        assert!((0..=5_000).contains(&(self.now - at)), "{} ms passed", self.now - at);
    }

    fn undo(&mut self) {
        self.typed = None;
        let now = state(self.store());
        let Some(before) = self.before.pop() else { return };
        let (new, at) = (self.new_id(), instant(0) + TimeDelta::milliseconds(self.now));
        self.store().undo(new, at).unwrap().unwrap();
        assert_eq!(state(self.store()), before);
        self.undone.push(now);
    }

    fn redo(&mut self) {
        self.typed = None;
        let now = state(self.store());
        let (new, at) = (self.new_id(), instant(0) + TimeDelta::milliseconds(self.now));
        let done = self.store().redo(new, at).unwrap();
        let after = self.undone.pop();
        assert_eq!(done.is_some(), after.is_some());
        if let Some(after) = after {
            assert_eq!(state(self.store()), after);
            self.before.push(now);
        }
    }

    /// Every text that was said to be saved is in the history of its record.
    fn all_texts_are_kept(&self) {
        for (number, field, text) in &self.said {
            let history = self.store().read({
                let number = *number;
                move |reader| reader.history(id(number))
            });
            let kept = history.unwrap().iter().any(|entry| {
                let sides = [entry.before.as_ref(), entry.after.as_ref()];
                sides.iter().any(|side| text_of(*side, *field).as_ref() == Some(text))
            });
            assert!(kept, "«{text}» of the field {field} of the record {number} is in no history");
        }
    }
}

/// Whether the letters of a text stand in the other one in their order.
fn within(text: &str, other: &str) -> bool {
    let mut signs = other.chars();
    text.chars().all(|sign| signs.any(|found| found == sign))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn after_so_many_undos_the_state_is_that_of_so_many_acts_ago(
        steps in prop::collection::vec(step(), 1..50),
    ) {
        let mut desk = Fixture::new();
        for step in &steps {
            desk.take(step);
        }
        desk.all_texts_are_kept();
        let acts = desk.before.len();
        for _ in 0..acts {
            desk.undo();
        }
        for _ in 0..acts {
            desk.redo();
        }
        desk.all_texts_are_kept();
        assert_eq!(desk.store().verify_history().unwrap(), []);
    }
}

/// What the hand does most: a sentence, all of it taken away, and back.
#[test]
fn a_sentence_taken_away_comes_back_and_nothing_older_goes() {
    let mut desk = Fixture::new();
    let put = |letters: &str, place| Step {
        record: 0,
        wait: 300,
        what: What::Put { field: 1, place, letters: letters.to_owned() },
    };
    desk.take(&Step { record: 0, wait: 0, what: What::Tick });
    desk.take(&put("Доклад ", 0));
    desk.take(&put("о чтении", 7));
    desk.take(&Step { record: 0, wait: 300, what: What::Clear { field: 1 } });
    assert_eq!(desk.before.len(), 3);
    desk.undo();
    let heard = |desk: &Fixture| text_of(state(desk.store())[&30].as_ref(), 1).unwrap();
    assert_eq!(heard(&desk), "Доклад о чтении");
    desk.undo();
    assert_eq!(heard(&desk), "");
    desk.redo();
    assert_eq!(heard(&desk), "Доклад о чтении");
    desk.all_texts_are_kept();
}

/// A tick right after a text is an act of its own, whatever the operations are called.
#[test]
fn a_tick_and_a_text_do_not_go_together() {
    let mut desk = Fixture::new();
    let put = What::Put { field: 0, place: 0, letters: "Новая ".to_owned() };
    desk.take(&Step { record: 0, wait: 0, what: put });
    desk.take(&Step { record: 0, wait: 100, what: What::Tick });
    assert_eq!(desk.before.len(), 2);
    desk.undo();
    assert_eq!(text_of(state(desk.store())[&30].as_ref(), 0).unwrap(), "Новая Тема");
}
