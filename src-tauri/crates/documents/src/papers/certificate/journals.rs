//! What the journals of the methodical work tell of a period, for the duties of п. 4.3.

use pps_domain::records::Kind;
use pps_domain::russian::counted;

use super::duties::Period;

impl Period<'_> {
    /// «По журналам: 9 консультаций, 2 маршрута.»; none where the journals hold nothing of the period.
    pub(super) fn journals(&self, kinds: &[Kind]) -> Option<String> {
        let seen: Vec<Kind> = self
            .records
            .all()
            .filter(|record| kinds.contains(&record.kind()))
            .filter(|record| record.happened().or(record.date()).is_some_and(|day| self.has_seen(day)))
            .map(|record| record.kind())
            .collect();
        let said = kinds.iter().filter_map(|kind| {
            let count = seen.iter().filter(|seen| *seen == kind).count();
            let [one, few, many] = kind.words().counted;
            (count > 0).then(|| counted(count, one, few, many))
        });
        let said = said.collect::<Vec<_>>().join(", ");
        (!said.is_empty()).then(|| format!("По журналам: {said}."))
    }
}
