//! The records of a data file in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::convert::Infallible;
use std::sync::Arc;

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::CommunityId;
use pps_domain::records::Record;
use pps_store::{ChangedRecord, Hit, Question, Revision};
use uuid::Uuid;

/// Every record of a data file, and each community as whoever prints or counts it needs it.
pub(super) struct Memory {
    records: BTreeMap<Uuid, (Record, Revision)>,
    /// Those that were asked for. One that may have come to name other people than before is put together anew by
    /// the next who asks.
    communities: BTreeMap<CommunityId, Arc<CommunityRecords>>,
}

impl Memory {
    pub(super) fn new(records: Vec<(Record, Revision)>) -> Self {
        let records = records.into_iter().map(|(record, revision)| (record.id(), (record, revision)));
        Self { records: records.collect(), communities: BTreeMap::new() }
    }

    pub(super) fn get(&self, id: Uuid) -> Option<&(Record, Revision)> {
        self.records.get(&id)
    }

    pub(super) fn seen(&self, community: CommunityId) -> Vec<(Record, Revision)> {
        let shown = |record: &Record| record.community().is_none_or(|whose| whose == community);
        self.records.values().filter(|(record, _)| shown(record)).cloned().collect()
    }

    pub(super) fn title(&self, record: &Record) -> String {
        record.title(&mut |id| self.get(id).map(|(found, _)| found.clone()))
    }

    /// Records that were found, as they are shown; one that is gone meanwhile is left out. Many of them name the same people,
    /// so those whose names were asked for are remembered.
    pub(super) fn hits(&self, question: &Question, found: &[Uuid]) -> Vec<Hit> {
        let mut names: HashMap<Uuid, Vec<String>> = HashMap::new();
        let mut names_in = |record: &Record| {
            let mut found = Vec::new();
            for link in record.links() {
                if link.kind.is_none_or(|kind| kind.words().card) {
                    let known = names.entry(link.id).or_insert_with(|| self.names(question, link.id));
                    found.extend(known.iter().cloned());
                }
            }
            found
        };
        let hit = |id: &Uuid| {
            let (record, _) = self.get(*id)?;
            let hit = question.hit(record, self.title(record), || Ok::<_, Infallible>(names_in(record)));
            hit.ok()
        };
        found.iter().filter_map(hit).collect()
    }

    /// The names of a person or an organisation in which a wanted word stands.
    fn names(&self, question: &Question, card: Uuid) -> Vec<String> {
        let card = self.get(card).filter(|(card, _)| card.kind().words().card);
        let names = card.map(|(card, _)| card.names()).unwrap_or_default();
        names.into_iter().filter(|name| question.stands_in(name)).collect()
    }

    pub(super) fn community_records(&mut self, community: CommunityId) -> Option<Arc<CommunityRecords>> {
        if let Some(known) = self.communities.get(&community) {
            return Some(Arc::clone(known));
        }
        let records = Arc::new(self.put_together(community)?);
        self.communities.insert(community, Arc::clone(&records));
        Some(records)
    }

    /// The records of a community with the people and organisations that they name, directly or through one another.
    fn put_together(&self, community: CommunityId) -> Option<CommunityRecords> {
        let Record::Community(own) = &self.records.get(&community.0)?.0 else { return None };
        let mut all = CommunityRecords::new(own.clone());
        let mut ahead = Vec::new();
        for (record, _) in self.records.values() {
            if record.community() == Some(community) {
                ahead.extend(self.common(record));
                all.insert(record.clone());
            }
        }
        let mut reached = BTreeSet::new();
        while let Some(id) = ahead.pop() {
            if let Some((record, _)) = self.records.get(&id).filter(|_| reached.insert(id)) {
                ahead.extend(self.common(record));
                all.insert(record.clone());
            }
        }
        Some(all)
    }

    /// The people and organisations that a record names.
    fn common(&self, record: &Record) -> BTreeSet<Uuid> {
        let named = record.links().into_iter().map(|link| link.id);
        named
            .filter(|id| self.records.get(id).is_some_and(|(named, _)| named.community().is_none()))
            .collect()
    }

    /// Takes over what an operation has changed.
    pub(super) fn take(&mut self, changed: &[ChangedRecord]) {
        let mut before = BTreeMap::new();
        for record in changed {
            let known = match &record.now {
                Some(now) => self.records.insert(record.id, now.clone()),
                None => self.records.remove(&record.id),
            };
            before.insert(record.id, known.map(|(known, _)| known));
        }
        let mut communities = std::mem::take(&mut self.communities);
        communities.retain(|_, records| {
            changed.iter().all(|record| {
                let before = before.get(&record.id).and_then(Option::as_ref);
                self.follows(records, before, record)
            })
        });
        self.communities = communities;
    }

    /// Brings a community up to a change; false where it has to be put together anew.
    fn follows(
        &self,
        records: &mut Arc<CommunityRecords>,
        before: Option<&Record>,
        changed: &ChangedRecord,
    ) -> bool {
        let community = records.community.id;
        let now = changed.now.as_ref().map(|(now, _)| now);
        let whose = |record: Option<&Record>| record.map(Record::community);
        if let (Some(before), Some(now)) = (whose(before), whose(now))
            && before != now
        {
            return false;
        }
        let concerned = match whose(now).or(whose(before)).flatten() {
            Some(whose) => whose == community,
            None => records.get(changed.id).is_some(),
        };
        if !concerned {
            return true;
        }
        let named = |record: Option<&Record>| record.map(|record| self.common(record)).unwrap_or_default();
        let (was, is) = (named(before), named(now));
        // Whoever is named no more may still be named by others; whoever is new may bring an organisation along.
        let same_people = was.is_subset(&is) && is.iter().all(|id| records.get(*id).is_some());
        match now {
            Some(now) if same_people => {
                Arc::make_mut(records).insert(now.clone());
                true
            }
            None if was.is_empty()
                && changed.id != community.0
                && before.and_then(Record::community).is_some() =>
            {
                Arc::make_mut(records).remove(changed.id);
                true
            }
            _ => false,
        }
    }
}
