//! People and organisations that records name. The same few come again with every save, so that they are kept between
//! operations and not read each time.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use pps_domain::records::Record;
use uuid::Uuid;

use super::words::words;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::record;
use crate::writer::Writer;

/// A person or an organisation with the names under which others know it.
pub(super) struct Card {
    record: Record,
    names: Vec<String>,
    /// The words of the names.
    pub(super) words: BTreeSet<String>,
}

impl Card {
    fn new(record: Record) -> Self {
        let names = record.names();
        let words = names.iter().flat_map(|name| words(name)).map(|word| word.folded).collect();
        Self { record, names, words }
    }
}

/// The cards that were read since the file was opened, as they are on the disk.
#[derive(Default)]
pub(crate) struct CardCache(RefCell<HashMap<Uuid, Arc<Card>>>);

impl CardCache {
    /// Forgets a record that an operation has changed.
    pub(crate) fn forget(&self, id: Uuid) {
        self.0.borrow_mut().remove(&id);
    }
}

/// Looks cards up, those that the operation has touched as it leaves them.
pub(super) struct Cards<'a> {
    reader: &'a Reader<'a>,
    /// The operation that changes records just now, where there is one.
    writer: Option<&'a Writer<'a>>,
    /// The cards that it has changed. They are not kept for longer: it may be rolled back.
    changed: RefCell<HashMap<Uuid, Option<Arc<Card>>>>,
}

impl<'a> Cards<'a> {
    pub(super) fn new(reader: &'a Reader<'a>) -> Self {
        Self { reader, writer: None, changed: RefCell::default() }
    }

    pub(super) fn within(writer: &'a Writer<'a>) -> Self {
        Self { reader: &writer.reader, writer: Some(writer), changed: RefCell::default() }
    }

    /// The names of all whom a record names.
    pub(super) fn names(&self, record: &Record) -> Result<Vec<String>, StoreError> {
        Ok(self.named(record)?.iter().flat_map(|card| card.names.iter().cloned()).collect())
    }

    /// All whom a record names.
    pub(super) fn named(&self, record: &Record) -> Result<Vec<Arc<Card>>, StoreError> {
        let links = record.links().into_iter();
        let cards = links.filter(|link| link.kind.is_none_or(|kind| kind.words().card));
        cards.filter_map(|link| self.card(link.id).transpose()).collect()
    }

    /// What a record is called.
    pub(super) fn title(&self, record: &Record) -> Result<String, StoreError> {
        let mut fault = None;
        let title = record.title(&mut |id| match self.card(id) {
            Ok(card) => card.map(|card| card.record.clone()),
            Err(told) => {
                fault = Some(told);
                None
            }
        });
        fault.map_or(Ok(title), Err)
    }

    fn card(&self, id: Uuid) -> Result<Option<Arc<Card>>, StoreError> {
        let card = |record: Record| Arc::new(Card::new(record));
        if let Some(touched) = self.writer.and_then(|writer| writer.touched(id)) {
            let after = touched.after.as_ref().filter(|_| touched.kind.words().card);
            let mut changed = self.changed.borrow_mut();
            let known = changed.entry(id).or_insert_with(|| after.map(|after| card(after.record.clone())));
            return Ok(known.clone());
        }
        if let Some(known) = self.reader.cards.0.borrow().get(&id) {
            return Ok(Some(Arc::clone(known)));
        }
        let Some(live) = record::get(self.reader.connection, id)?.filter(|live| live.kind.words().card)
        else {
            return Ok(None);
        };
        let card = card(live.record()?);
        self.reader.cards.0.borrow_mut().insert(id, Arc::clone(&card));
        Ok(Some(card))
    }
}
