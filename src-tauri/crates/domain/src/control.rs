//! «Контроль»: everything that somebody is to do by a term, wherever it was decided: assignments of protocols, rows of the
//! plan, rows of road maps. One list for the room and for the paper.

use chrono::{Days, NaiveDate};
use serde::Serialize;
use uuid::Uuid;

use crate::calendar::SchoolYear;
use crate::community_records::{CommunityRecords, PlacedDecision};
use crate::derived::{DerivedTerm, WorkState};
use crate::ids::{OrganisationId, PersonId};
use crate::records::{Activity, DecisionKind, Kind, RoadMap, RoadMapRow, Work};
use crate::russian::quoted;

/// So many days before its last one a term is near.
const SOON: Days = Days::new(14);
/// What is further away than that is not yet next.
const AHEAD: Days = Days::new(62);

/// How a thing that is watched stands, what is pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "control/"))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Its term has passed and nobody said what came of it.
    Late,
    /// Its term ends within two weeks.
    Soon,
    /// There is time.
    Open,
    /// Somebody said what came of it.
    Closed,
}

impl Standing {
    /// All, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Late, Self::Soon, Self::Open, Self::Closed];

    /// «Срок прошёл», as the heading over such lines.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Late => "Срок прошёл",
            Self::Soon => "Срок близко",
            Self::Open => "В работе",
            Self::Closed => "Отмечено",
        }
    }
}

/// Where a thing that is watched was decided.
#[derive(Debug, Clone, Copy)]
pub enum Decided<'a> {
    /// An assignment of a protocol.
    Assignment(PlacedDecision<'a>),
    /// A row of the plan.
    Activity(&'a Activity),
    /// A row of a road map.
    RoadMap(&'a RoadMap, &'a RoadMapRow),
}

/// A thing that is watched.
#[derive(Debug, Clone)]
pub struct Watched<'a> {
    /// Where it was decided.
    pub decided: Decided<'a>,
    /// Its term, transfers and mark.
    pub work: Work<'a>,
    /// How it stands.
    pub state: WorkState,
    /// The same, as far as the list needs it.
    pub standing: Standing,
    /// The last day of the term in force, where one follows from it.
    pub due: Option<NaiveDate>,
}

impl<'a> Watched<'a> {
    fn new(decided: Decided<'a>, work: Work<'a>, on: NaiveDate) -> Self {
        let state = match decided {
            Decided::Assignment(_) => WorkState::of_assignment(work, on),
            Decided::Activity(_) | Decided::RoadMap(..) => WorkState::of(work, on),
        };
        let due = work.due(on);
        let near = |due: NaiveDate| on.checked_add_days(SOON).is_none_or(|soon| due <= soon);
        let standing = match state {
            WorkState::Done | WorkState::DoneInPart | WorkState::NotDone | WorkState::Cancelled => {
                Standing::Closed
            }
            WorkState::Overdue => Standing::Late,
            WorkState::Moved | WorkState::Going | WorkState::Ahead if due.is_some_and(near) => Standing::Soon,
            WorkState::Moved | WorkState::Going | WorkState::Ahead => Standing::Open,
        };
        Self { decided, work, state, standing, due }
    }

    /// What is to be done.
    #[must_use]
    pub fn text(&self) -> &'a str {
        match self.decided {
            Decided::Assignment(placed) => &placed.decision.text,
            Decided::Activity(activity) => &activity.text,
            Decided::RoadMap(_, row) => &row.text,
        }
    }

    /// Who answers for it: people, and whoever is named in words.
    #[must_use]
    pub fn answering(&self) -> (&'a [PersonId], &'a str) {
        match self.decided {
            Decided::Assignment(placed) => {
                (&placed.decision.responsible, &placed.decision.responsible_in_words)
            }
            Decided::Activity(activity) => (&activity.responsible, &activity.responsible_in_words),
            Decided::RoadMap(_, row) => (&row.responsible, &row.responsible_in_words),
        }
    }

    /// «протокол № 2 от 16.01.2026, п. 1.2», «план, п. 3.1.7», «дорожная карта «Поддержка Батуринской СШ»».
    #[must_use]
    pub fn source(&self, records: &CommunityRecords) -> String {
        match self.decided {
            Decided::Assignment(placed) => placed.in_words(),
            Decided::Activity(activity) => format!("план, п.\u{a0}{}", activity.direction.clause()),
            Decided::RoadMap(road_map, _) => road_map_name(records, road_map),
        }
    }

    /// How many days ago the term passed; none where it has not, or where no day follows from it.
    #[must_use]
    pub fn days_late(&self, on: NaiveDate) -> Option<i64> {
        let due = self.due.filter(|_| self.standing == Standing::Late)?;
        Some((on - due).num_days())
    }

    /// The schools that it concerns: that of a road map; otherwise those that take part and those where whoever answers
    /// works.
    #[must_use]
    pub fn schools(&self, records: &CommunityRecords, on: NaiveDate) -> Vec<OrganisationId> {
        let (own, on) = match self.decided {
            Decided::Assignment(placed) => {
                (placed.decision.addressee.into_iter().collect(), placed.meeting.date)
            }
            Decided::Activity(activity) => (activity.organisations.clone(), on),
            Decided::RoadMap(road_map, _) => (road_map.organisation.into_iter().collect::<Vec<_>>(), on),
        };
        if matches!(self.decided, Decided::RoadMap(..)) && !own.is_empty() {
            return own;
        }
        let (people, _) = self.answering();
        let places = people.iter().filter_map(|person| records.workplace(*person, on));
        let mut all = Vec::new();
        for school in own.into_iter().chain(places.map(|school| school.id)) {
            if !all.contains(&school) {
                all.push(school);
            }
        }
        all
    }
}

/// «дорожная карта «Поддержка Батуринской СШ»»; one that is called so already is not called so twice.
#[must_use]
pub fn road_map_name(records: &CommunityRecords, road_map: &RoadMap) -> String {
    named("дорожная карта", &records.road_map_title(road_map))
}

/// «дорожной карты «Поддержка Батуринской СШ»», «дорожной карты поддержки Батуринской СШ».
#[must_use]
pub fn of_road_map(records: &CommunityRecords, road_map: &RoadMap) -> String {
    named("дорожной карты", &records.road_map_title(road_map))
}

/// The word and the title; a title that begins with the word itself goes on after it.
fn named(word: &str, title: &str) -> String {
    const WORD: &str = "дорожная карта";
    let begins = title.get(..WORD.len()).is_some_and(|begin| begin.to_lowercase() == WORD);
    match title.get(WORD.len()..).filter(|_| begins) {
        Some(rest) => format!("{word}{rest}"),
        None if title.is_empty() => word.to_owned(),
        None => format!("{word} {}", quoted(title)),
    }
}

/// All that is watched in a school year on a day: what is late first, then what is due soon, then what is open, then what is
/// marked. Of earlier years only what nobody has marked is left, and of earlier plans nothing: their report was handed over.
#[must_use]
pub fn watched(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<Watched<'_>> {
    let mut all = Vec::new();
    for meeting in records.meetings.values().filter(|meeting| meeting.held_by(on)) {
        let assigned = PlacedDecision::all_of(meeting)
            .filter(|placed| placed.decision.kind == DecisionKind::Assignment)
            .map(|placed| {
                let work = placed.decision.work(meeting.school_year);
                Watched::new(Decided::Assignment(placed), work, on)
            });
        let of_year = meeting.school_year == year;
        let earlier = meeting.school_year < year;
        all.extend(assigned.filter(|one| of_year || (earlier && one.standing != Standing::Closed)));
    }
    if let Some(plan) = records.plan(year) {
        let rows = records.activities_of(plan.id).into_iter();
        all.extend(rows.map(|activity| Watched::new(Decided::Activity(activity), activity.work(year), on)));
    }
    for road_map in records.road_maps.values().filter(|road_map| road_map.from <= year.end()) {
        let rows = road_map.rows.iter().map(|row| {
            let work = road_map.work(row);
            Watched::new(Decided::RoadMap(road_map, row), work, on)
        });
        let runs = road_map.runs_in(year);
        all.extend(rows.filter(|row| runs || row.standing != Standing::Closed));
    }
    // An entry that was begun and says nothing yet is nothing to be watched.
    all.retain(|one| !one.text().trim().is_empty());
    all.sort_by_key(|one| (one.standing, urgency(one, on)));
    all
}

/// Within a standing: by the last day, what has none last; what is marked the newest first.
fn urgency(one: &Watched<'_>, on: NaiveDate) -> (bool, i64) {
    if one.standing == Standing::Closed {
        let mark = one.work.mark_on(on);
        let from = mark.and_then(|mark| mark.counts_from(one.work.last_term(), one.work.year));
        return (from.is_none(), from.map_or(0, |day| -i64::from(day_number(day))));
    }
    (one.due.is_none(), one.due.map_or(0, |day| i64::from(day_number(day))))
}

fn day_number(day: NaiveDate) -> i32 {
    use chrono::Datelike;
    day.num_days_from_ce()
}

/// A line of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "control/"))]
pub struct ControlLine {
    /// The kind of the record that holds it: a meeting, an activity, a road map.
    pub kind: Kind,
    /// That record.
    pub record: Uuid,
    /// The decision or the row within it; none where the record itself is what is watched.
    pub part: Option<Uuid>,
    /// Where it was decided.
    pub source: String,
    /// What is to be done.
    pub text: String,
    /// The term in force.
    pub term: Option<DerivedTerm>,
    /// Whether it was transferred.
    pub moved: bool,
    /// The people who answer for it.
    pub responsible: Vec<PersonId>,
    /// Who answers for it, each by name or in words.
    pub who: Vec<String>,
    /// The schools that it concerns.
    pub schools: Vec<OrganisationId>,
    /// How it stands.
    pub state: WorkState,
    /// The same in words.
    pub words: &'static str,
    /// The same, as the list is parted.
    pub standing: Standing,
    /// Done after the last day of the approved term.
    pub done_late: bool,
    /// How many days ago its term passed.
    pub days_late: Option<i64>,
    /// How many days are left.
    pub days_left: Option<i64>,
    /// The school year in which its terms are read.
    pub year: SchoolYear,
}

/// The lines of the room.
#[must_use]
pub fn lines(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<ControlLine> {
    watched(records, year, on).iter().map(|one| line(records, one, on)).collect()
}

/// The steps of road maps whose last day comes within two months, the nearest first: for the overview, where assignments and
/// the plan have lists of their own.
#[must_use]
pub fn steps_ahead(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<ControlLine> {
    let near = |due: NaiveDate| on <= due && on.checked_add_days(AHEAD).is_none_or(|last| due <= last);
    let mut steps = watched(records, year, on);
    steps.retain(|one| {
        matches!(one.decided, Decided::RoadMap(..))
            && one.standing != Standing::Closed
            && one.due.is_some_and(near)
    });
    steps.sort_by_key(|one| one.due);
    steps.iter().map(|one| line(records, one, on)).collect()
}

fn line(records: &CommunityRecords, one: &Watched<'_>, on: NaiveDate) -> ControlLine {
    let (kind, record, part) = match one.decided {
        Decided::Assignment(placed) => (Kind::Meeting, placed.meeting.id.0, Some(placed.decision.id.0)),
        Decided::Activity(activity) => (Kind::Activity, activity.id.0, None),
        Decided::RoadMap(road_map, row) => (Kind::RoadMap, road_map.id.0, Some(row.id.0)),
    };
    let (people, in_words) = one.answering();
    let open = one.standing != Standing::Closed;
    ControlLine {
        kind,
        record,
        part,
        source: one.source(records),
        text: one.text().to_owned(),
        term: one.work.term_on(on).map(|term| DerivedTerm::of(term, one.work.year)),
        moved: one.work.moves_by(on).next().is_some(),
        responsible: people.to_vec(),
        who: records.each_answering(people, in_words, on),
        schools: one.schools(records, on),
        state: one.state,
        words: one.state.in_words(),
        standing: one.standing,
        done_late: one.work.is_done_late(on),
        days_late: one.days_late(on),
        days_left: one.due.filter(|due| open && on <= *due).map(|due| (due - on).num_days()),
        year: one.work.year,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Поддержка школы", "дорожной карты «Поддержка школы»")]
    #[case("Дорожная карта поддержки школы", "дорожной карты поддержки школы")]
    #[case("Дорога", "дорожной карты «Дорога»")]
    #[case("", "дорожной карты")]
    fn a_road_map_is_called_so_once(#[case] title: &str, #[case] called: &str) {
        assert_eq!(named("дорожной карты", title), called);
    }
}
