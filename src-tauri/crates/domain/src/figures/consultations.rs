//! Consultations of the journal (section 11).

use chrono::NaiveDate;

use super::{FigureGroup, FigureTrace, Source};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::records::{Consultation, Kind, ReportSection};
use crate::russian::{counted, date_in_table};

/// The consultations that were given in a year by a day, by date.
#[must_use]
pub fn consultations_of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<&Consultation> {
    let of_year = |given: &&Consultation| year.contains(given.date) && given.date <= on;
    let mut given: Vec<_> = records.consultations.values().filter(of_year).collect();
    given.sort_by_key(|consultation| (consultation.date, consultation.id));
    given
}

/// «9 консультаций»
#[must_use]
pub fn consultations_in_words(count: usize) -> String {
    counted(count, "консультация", "консультации", "консультаций")
}

/// How many consultations there were.
pub(super) fn traces(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<FigureTrace> {
    let given = consultations_of(records, year, on);
    if given.is_empty() {
        return Vec::new();
    }
    let named = |consultation: &&Consultation| Source {
        kind: Kind::Consultation,
        id: consultation.id.0,
        name: format!("{} {}", date_in_table(consultation.date), consultation.topic.trim()),
    };
    vec![FigureTrace {
        section: ReportSection::Support,
        group: FigureGroup::Consultations,
        label: "Консультации".to_owned(),
        words: consultations_in_words(given.len()),
        share: None,
        before: None,
        sources: given.iter().map(named).collect(),
    }]
}
