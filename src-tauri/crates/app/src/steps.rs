//! Taking back and doing again, and what either would do, in words and with the place.

use pps_store::{Act, Direction, Reader};

use pps_domain::russian::{shortened, uncapitalised};

use crate::differences::{Difference, differences};
use crate::error::AppError;
use crate::history::Known;
use crate::naming::Verb;
use crate::views::{Changes, Step, Steps};
use crate::workplace::Workplace;

/// A step is said in one line over the page.
const LONGEST: usize = 100;

impl Workplace {
    /// What «Отменить» and «Вернуть» would do now.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn steps(&self) -> Result<Steps, AppError> {
        self.read(|reader| {
            let told = |act: Option<Act>| act.and_then(|act| step(&act, reader));
            Ok(Steps { undo: told(reader.next_undo()?), redo: told(reader.next_redo()?) })
        })
    }

    /// Takes back the last act; none where there is nothing to take back.
    ///
    /// # Errors
    /// A record was changed otherwise since.
    pub fn undo(&self) -> Result<Option<Changes>, AppError> {
        self.stepped(Direction::Back, "Отменено")
    }

    /// Does again what was taken back last.
    ///
    /// # Errors
    /// A record was changed otherwise since.
    pub fn redo(&self) -> Result<Option<Changes>, AppError> {
        self.stepped(Direction::Forth, "Возвращено")
    }

    fn stepped(&self, direction: Direction, what: &str) -> Result<Option<Changes>, AppError> {
        let done = self.file.step(direction, self.clock.new_id(), self.clock.now())?;
        let Some((act, changed)) = done else { return Ok(None) };
        let changes = self.changes(format!("{what}: {}", act.name), changed);
        let step = self.read(move |reader| Ok(step(&act, reader)))?;
        Ok(Some(Changes { step, ..changes }))
    }
}

/// An act in words. A field that was changed is named with its record; whatever else was done is named as it is in
/// the history.
fn step(act: &Act, reader: &Reader<'_>) -> Option<Step> {
    let (kind, id) = *act.records.first()?;
    let names = Known::new(reader);
    let told = differences(act.before.as_ref(), act.after.as_ref(), &names);
    // What changed besides a record is of another kind; many of one kind are changed at once.
    let one = act.records.iter().filter(|(other, _)| *other == kind).count() == 1;
    let field = told.first().filter(|_| one && Verb::Changed.names(&act.name));
    let words = match (field, &act.after) {
        (Some(first), Some(record)) => {
            format!(
                "{}{}, {}",
                first.place,
                beside(first, &told),
                record.short_title(&mut |id| names.find(id))
            )
        }
        // «Отменено: изменено 3 мероприятия» needs no second colon.
        _ => match act.name.split_once(": ") {
            Some((verb, rest)) if !verb.contains(' ') => format!("{} {rest}", uncapitalised(verb)),
            _ => uncapitalised(&act.name),
        },
    };
    let words = shortened(&words, LONGEST).replace("№ ", "№\u{a0}");
    let part = told.first().and_then(|first| first.part);
    let marking = told.first().is_some_and(|first| first.marking);
    Some(Step { words, kind, id, part, marking, many: !one })
}

/// A question that came or went brings its words with it; other fields that changed at once are mentioned.
fn beside(first: &Difference, told: &[Difference]) -> &'static str {
    let whole = ["добавление", "удаление"].iter().any(|word| first.place.starts_with(word));
    let others = told.iter().any(|other| other.place != first.place);
    if others && !whole { " и\u{a0}другое" } else { "" }
}
