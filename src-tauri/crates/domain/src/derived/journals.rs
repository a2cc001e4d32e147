use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::DerivedActivity;
use crate::records::{Expertise, PointsSum, RoadMap};

/// What follows of an expertise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedExpertise {
    /// Its points added up.
    pub sum: PointsSum,
    /// «14 из 20»; empty where nothing is measured.
    pub words: String,
    /// «экспертное заключение от 19.03.2026: рекомендовать, 17 из 20 баллов»; none before there is a conclusion.
    pub concluded: Option<String>,
}

impl DerivedExpertise {
    pub(super) fn of(expertise: &Expertise, on: NaiveDate) -> Self {
        let sum = expertise.sum();
        Self { sum, words: sum.in_words(), concluded: expertise.concluded_in_words(on) }
    }
}

/// What follows of a road map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedRoadMap {
    /// How each row stands, by its identifier.
    pub rows: BTreeMap<Uuid, DerivedActivity>,
    /// How many rows are done.
    pub done: usize,
    /// How many have passed their term without a mark.
    pub late: usize,
}

impl DerivedRoadMap {
    pub(super) fn of(road_map: &RoadMap, on: NaiveDate) -> Self {
        use super::WorkState::{Done, Overdue};
        let rows: BTreeMap<Uuid, DerivedActivity> = road_map
            .rows
            .iter()
            .map(|row| (row.id.0, DerivedActivity::of_work(road_map.work(row), on)))
            .collect();
        let with = |state| rows.values().filter(|row| row.state == state).count();
        Self { done: with(Done), late: with(Overdue), rows }
    }
}
