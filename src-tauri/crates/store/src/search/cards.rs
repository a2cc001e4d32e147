//! People and organisations that records name, looked up once each.

use std::collections::HashMap;

use pps_domain::records::Record;
use uuid::Uuid;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::record;

/// A person or an organisation with the names under which others know it.
struct Card {
    record: Record,
    names: Vec<String>,
}

/// The cards looked up so far: the same people come again and again.
pub(super) struct Cards<'a> {
    reader: &'a Reader<'a>,
    known: HashMap<Uuid, Option<Card>>,
}

impl<'a> Cards<'a> {
    pub(super) fn new(reader: &'a Reader<'a>) -> Self {
        Self { reader, known: HashMap::new() }
    }

    /// The names of all whom a record names.
    pub(super) fn names(&mut self, record: &Record) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        for link in record.links() {
            if let Some(card) = self.card(link.id)? {
                found.extend(card.names.iter().cloned());
            }
        }
        Ok(found)
    }

    /// What a record is called.
    pub(super) fn title(&mut self, record: &Record) -> Result<String, StoreError> {
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

    fn card(&mut self, id: Uuid) -> Result<Option<&Card>, StoreError> {
        if !self.known.contains_key(&id) {
            let card = match record::get(self.reader.connection, id)? {
                Some(live) if live.kind.words().card => {
                    let record = live.record()?;
                    Some(Card { names: record.names(), record })
                }
                _ => None,
            };
            self.known.insert(id, card);
        }
        Ok(self.known.get(&id).and_then(Option::as_ref))
    }
}
