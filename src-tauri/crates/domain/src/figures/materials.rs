//! Materials and the bank of practices (section 11).

use chrono::NaiveDate;

use super::{FigureGroup, FigureTrace, Share, Source};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{MaterialId, MeetingId, PracticeId};
use crate::records::{Kind, Material, Practice, ReportSection};
use crate::russian::{alphabetical, counted};

/// The materials of a year that were there by a day, by date.
#[must_use]
pub fn materials_of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<&Material> {
    let known =
        records.materials.values().filter(|material| year.contains(material.date) && material.date <= on);
    let mut known: Vec<_> = known.collect();
    known.sort_by_key(|material| (material.date, material.id));
    known
}

/// The practices that were described in a year or recommended in it by a day, by title.
#[must_use]
pub fn practices_of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<&Practice> {
    let of_year = |practice: &&Practice| {
        let described = year.contains(practice.date) && practice.date <= on;
        described || recommended_in(records, practice, year, on).is_some()
    };
    let mut known: Vec<_> = records.practices.values().filter(of_year).collect();
    known.sort_by_cached_key(|practice| (alphabetical(&practice.title), practice.id));
    known
}

/// The meeting of the year that recommended a practice by a day.
fn recommended_in(
    records: &CommunityRecords,
    practice: &Practice,
    year: SchoolYear,
    on: NaiveDate,
) -> Option<MeetingId> {
    let meeting = records.meetings.get(&practice.recommended_by?)?;
    (meeting.school_year == year && meeting.held_by(on)).then_some(meeting.id)
}

/// Materials of a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Materials {
    /// All, by date.
    pub all: Vec<MaterialId>,
    /// Those that had been placed on the site.
    pub placed: Vec<MaterialId>,
}

impl Materials {
    /// Those of a year by a day.
    #[must_use]
    pub fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let known = materials_of(records, year, on);
        let placed = known.iter().filter(|material| material.on_site_by(on)).map(|material| material.id);
        Self { placed: placed.collect(), all: known.iter().map(|material| material.id).collect() }
    }

    /// How many were placed, of how many.
    #[must_use]
    pub fn share(&self) -> Share {
        Share { part: self.placed.len(), whole: self.all.len() }
    }
}

/// Practices of a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Practices {
    /// Those that were described, by title.
    pub described: Vec<PracticeId>,
    /// Those that a meeting of the year recommended.
    pub recommended: Vec<PracticeId>,
    /// The meetings that did so, by date.
    pub meetings: Vec<MeetingId>,
}

impl Practices {
    /// Those of a year by a day.
    #[must_use]
    pub fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let mut found = Self::default();
        for practice in practices_of(records, year, on) {
            if year.contains(practice.date) && practice.date <= on {
                found.described.push(practice.id);
            }
            if let Some(meeting) = recommended_in(records, practice, year, on) {
                found.recommended.push(practice.id);
                if !found.meetings.contains(&meeting) {
                    found.meetings.push(meeting);
                }
            }
        }
        found.meetings.sort_by_key(|id| records.meetings.get(id).map(|meeting| (meeting.date, meeting.id)));
        found
    }
}

/// How many materials and practices there are.
pub(super) fn traces(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<FigureTrace> {
    let mut traces = Vec::new();
    let trace = |group, label: &str, words: String, share, sources: Vec<Source>| FigureTrace {
        section: ReportSection::Support,
        group,
        label: label.to_owned(),
        words,
        share,
        before: None,
        sources,
    };
    let practices = Practices::of(records, year, on);
    let of_practices = |ids: &[PracticeId]| -> Vec<Source> {
        let known = ids.iter().filter_map(|id| records.practices.get(id));
        known
            .map(|practice| Source { kind: Kind::Practice, id: practice.id.0, name: practice.title.clone() })
            .collect()
    };
    for (label, ids) in
        [("Описано практик", &practices.described), ("Рекомендовано практик", &practices.recommended)]
    {
        if !ids.is_empty() {
            let words = counted(ids.len(), "практика", "практики", "практик");
            traces.push(trace(FigureGroup::Practices, label, words, None, of_practices(ids)));
        }
    }
    let materials = Materials::of(records, year, on);
    if !materials.all.is_empty() {
        let known = materials.all.iter().filter_map(|id| records.materials.get(id));
        let sources = known.map(|material| Source {
            kind: Kind::Material,
            id: material.id.0,
            name: material.title.clone(),
        });
        let share = materials.share();
        traces.push(trace(
            FigureGroup::Materials,
            "Материалы на сайте",
            share.in_words(),
            Some(share),
            sources.collect(),
        ));
    }
    traces
}
