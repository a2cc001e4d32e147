use chrono::NaiveDate;
use serde::Serialize;

use crate::records::LegalAct;

/// What follows of a normative document on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedLegalAct {
    /// Whether it is in force.
    pub in_force: bool,
    /// «действует», «утратил силу»
    pub state_words: &'static str,
    /// «Приказ от 31.05.2021 № 287 «Об утверждении …»»
    pub named_in_full: String,
}

impl DerivedLegalAct {
    pub(super) fn of(act: &LegalAct, on: NaiveDate) -> Self {
        let in_force = act.in_force_on(on);
        let state_words = match (in_force, act.comes_after(on)) {
            (true, _) => "действует",
            (false, true) => "ещё не действует",
            (false, false) => "утратил силу",
        };
        Self { in_force, state_words, named_in_full: act.in_full() }
    }
}
