//! What happened to a record, told in sentences, and any earlier text of it brought back.

use std::cell::OnceCell;
use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use pps_domain::records::{ActName, Decision, Kind, Meeting, Record};
use pps_domain::russian::{FullName, day_and_month, uncapitalised};
use pps_store::{Reader, Revision, StoreError};
use thiserror::Error;
use uuid::Uuid;

use crate::differences::Names;
use crate::editing::put;
use crate::error::AppError;
use crate::passages::{Go, Passage, passages};
use crate::signing::SigningError;
use crate::views::{Changes, EarlierText, Edition};
use crate::workplace::Workplace;

/// Why an earlier text was not shown or brought back.
#[derive(Debug, Error)]
pub enum HistoryError {
    /// There is no such text.
    #[error("Такого текста в истории нет; обновите историю и выберите другой.")]
    NoEdition,
    /// The operation deleted the record, so that it left no text.
    #[error("В этот раз запись удалили, и возвращать нечего; выберите текст раньше.")]
    Deleted,
    /// The record lies in the bin.
    #[error("Запись лежит в корзине; сначала верните её оттуда, а потом выберите прежний текст.")]
    InBin,
}

impl Workplace {
    /// What happened to a record, newest first. A field that was written in several goes one after another is told as
    /// one change, with the texts in between.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn history_of(&self, id: Uuid) -> Result<Vec<Edition>, AppError> {
        let passages = self.read(move |reader| {
            let names = Known::new(reader);
            let current = reader.get(id)?.map(|(record, _)| record);
            Ok(passages(reader.history(id)?, current.as_ref(), &names))
        })?;
        let edition = |passage: Passage| Edition {
            operation: passage.operation,
            at: self.moment(passage.at),
            name: passage.name,
            undone: passage.undone,
            differences: passage.differences,
            has_text: passage.has_text,
            current: passage.current,
            earlier: passage.earlier.into_iter().map(|go| self.earlier(go)).collect(),
        };
        Ok(passages.into_iter().map(edition).collect())
    }

    fn earlier(&self, go: Go) -> EarlierText {
        let Go { operation, at, differences } = go;
        EarlierText { operation, at: self.moment(at), differences }
    }

    /// A record as an operation left it.
    ///
    /// # Errors
    /// The operation did not touch it, or deleted it.
    pub fn edition(&self, id: Uuid, operation: Uuid) -> Result<Record, AppError> {
        let history = self.read(move |reader| reader.history(id))?;
        let entry = history.into_iter().find(|entry| entry.operation == operation);
        Ok(entry.ok_or(HistoryError::NoEdition)?.after.ok_or(HistoryError::Deleted)?)
    }

    /// Saves an earlier text of a record anew, as an operation «Возвращён прежний текст: …» (of what is no text,
    /// «Возвращено прежнее: …»). What became of the decisions since stays, since it is not a part of the text; so does
    /// the mark of signing.
    ///
    /// # Errors
    /// There is no such text, the protocol is signed, the record was changed meanwhile, or the text names what is
    /// not there any more.
    pub fn bring_back(&self, id: Uuid, operation: Uuid, seen: Revision) -> Result<Changes, AppError> {
        let earlier = self.edition(id, operation)?;
        let (current, _) = self.record(id)?.ok_or(HistoryError::InBin)?;
        let record = match (earlier, &current) {
            (Record::Meeting(earlier), Record::Meeting(current)) => {
                if let Some(signed) = signed(current) {
                    return Err(SigningError::TextIsSigned { protocol: signed }.into());
                }
                Record::Meeting(kept(earlier, current))
            }
            (earlier, _) => earlier,
        };
        let kind = current.kind();
        let title = self.title(&current)?;
        let what = match record {
            Record::Meeting(_) => "Возвращён прежний текст",
            _ => "Возвращено прежнее",
        };
        let name = format!("{what}: {}", within_sentence(kind, &title));
        self.write(self.operation(name), move |writer| put(writer, record, Some(seen)).map(drop))
    }

    /// «16 января, 14:03», with the year where it is not this one.
    fn moment(&self, at: DateTime<Utc>) -> String {
        let local = self.clock.local(at);
        let year = match local.year() {
            year if year == self.clock.today().year() => String::new(),
            year => format!(" {year}\u{a0}г."),
        };
        format!("{}{year}, {}", day_and_month(local.date()), local.format("%H:%M"))
    }
}

fn signed(meeting: &Meeting) -> Option<String> {
    let signed = meeting.protocol.as_ref().is_some_and(|protocol| protocol.signed.is_some());
    signed.then(|| crate::signing::named(meeting))
}

/// The earlier text with what became of its decisions since.
fn kept(mut earlier: Meeting, current: &Meeting) -> Meeting {
    let items = current.protocol.iter().flat_map(|protocol| &protocol.items);
    let now: HashMap<_, &Decision> =
        items.flat_map(|item| &item.decisions).map(|decision| (decision.id, decision)).collect();
    if let Some(protocol) = &mut earlier.protocol {
        protocol.signed = None;
        for decision in protocol.items.iter_mut().flat_map(|item| &mut item.decisions) {
            if let Some(now) = now.get(&decision.id) {
                decision.moves.clone_from(&now.moves);
                decision.mark.clone_from(&now.mark);
            }
        }
    }
    earlier
}

/// «протокол № 2 от 16.01.2026»: a name of the program's own goes on in a sentence; a person's keeps its capital.
fn within_sentence(kind: Kind, title: &str) -> String {
    match kind.words().act {
        ActName::Title(_) => uncapitalised(title),
        ActName::Named(..) | ActName::Quoted(..) => title.to_owned(),
    }
}

/// What is in the store, in force or in the bin.
pub(crate) struct Known<'a, 'b> {
    reader: &'a Reader<'b>,
    bin: OnceCell<HashMap<Uuid, Record>>,
}

impl<'a, 'b> Known<'a, 'b> {
    pub(crate) fn new(reader: &'a Reader<'b>) -> Self {
        Self { reader, bin: OnceCell::new() }
    }

    /// Names are for reading only: what cannot be read has none, and the rest of the history is shown.
    pub(crate) fn find(&self, id: Uuid) -> Option<Record> {
        let found = self.reader.get(id).ok().flatten().map(|(record, _)| record);
        found.or_else(|| {
            let bin = self.bin.get_or_init(|| {
                let deleted = self.reader.bin().unwrap_or_default().into_iter();
                deleted.map(|deleted| (deleted.record.id(), deleted.record)).collect()
            });
            bin.get(&id).cloned()
        })
    }
}

impl Names for Known<'_, '_> {
    fn person(&self, id: Uuid, on: NaiveDate) -> String {
        match self.find(id) {
            Some(Record::Person(person)) => person.named(on, FullName::surname_first),
            _ => "удалённый участник".to_owned(),
        }
    }

    fn record(&self, id: Uuid) -> String {
        let title = |record: Record| -> Result<String, StoreError> { self.reader.title(&record) };
        let title = self.find(id).and_then(|record| title(record).ok());
        title.unwrap_or_else(|| "удалённая запись".to_owned())
    }

    fn part(&self, id: Uuid) -> Option<String> {
        self.reader.part_title(id).ok().flatten()
    }
}
