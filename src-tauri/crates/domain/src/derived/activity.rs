use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::{Month, SchoolYear, Term};
use crate::proposals::RowBacking;
use crate::records::{Activity, Decision, DecisionKind, Mark, MarkState, Work};

/// How a row of a plan or of a road map, or an assignment, stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
#[serde(rename_all = "snake_case")]
pub enum WorkState {
    /// «выполнено»
    Done,
    /// «выполнено не в полном объёме»
    DoneInPart,
    /// «не выполнено»
    NotDone,
    /// «отменено»
    Cancelled,
    /// Its term is over and nobody said what came of it.
    Overdue,
    /// Transferred to a term that is not over.
    Moved,
    /// Within its term.
    Going,
    /// Its term is still to come.
    Ahead,
}

impl WorkState {
    /// Every state, as a list of choices shows them.
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::DoneInPart,
        Self::NotDone,
        Self::Cancelled,
        Self::Overdue,
        Self::Moved,
        Self::Going,
        Self::Ahead,
    ];

    /// «срок прошёл, нет отметки»; what is marked is said as in «Отметка о выполнении».
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Done => MarkState::Done.in_words(),
            Self::DoneInPart => MarkState::DoneInPart.in_words(),
            Self::NotDone => MarkState::NotDone.in_words(),
            Self::Cancelled => MarkState::Cancelled.in_words(),
            Self::Overdue => "срок прошёл, нет отметки",
            Self::Moved => "перенесено",
            Self::Going => "выполняется",
            Self::Ahead => "предстоит",
        }
    }
}

impl WorkState {
    /// How a row of a plan or of a road map stands on a day.
    #[must_use]
    pub fn of(work: Work<'_>, on: NaiveDate) -> Self {
        match work.mark_on(on) {
            Some(mark) => mark.state.into(),
            None if work.is_overdue(on) => Self::Overdue,
            None if work.moves_by(on).next().is_some() => Self::Moved,
            None if work
                .term_on(on)
                .and_then(|term| term.start(work.year))
                .is_some_and(|start| start <= on) =>
            {
                Self::Going
            }
            None => Self::Ahead,
        }
    }

    /// How an assignment stands: it is being done from the day on which it was given.
    #[must_use]
    pub fn of_assignment(work: Work<'_>, on: NaiveDate) -> Self {
        match Self::of(work, on) {
            Self::Ahead => Self::Going,
            state => state,
        }
    }
}

impl From<MarkState> for WorkState {
    fn from(state: MarkState) -> Self {
        match state {
            MarkState::Done => Self::Done,
            MarkState::DoneInPart => Self::DoneInPart,
            MarkState::NotDone => Self::NotDone,
            MarkState::Cancelled => Self::Cancelled,
        }
    }
}

/// A term as it is shown, with the days that it means in its school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedTerm {
    /// The term.
    pub term: Term,
    /// «до 1 марта 2026 г.»
    pub words: String,
    /// The same in a table of one school year: «до 1 марта».
    pub in_row: String,
    /// «с 1 ноября 2025 г. по 31 марта 2026 г.»; empty where the words say the days themselves, or mean none.
    pub days: String,
    /// The last day on which the work is in time.
    pub due: Option<NaiveDate>,
    /// The months in which it is looked for.
    pub months: Vec<Month>,
}

impl DerivedTerm {
    pub(crate) fn of(term: &Term, year: SchoolYear) -> Self {
        Self {
            term: term.clone(),
            words: term.in_prose(),
            in_row: term.in_row(year),
            days: term.days_in_words(year),
            due: term.end(year),
            months: term.months_in(year),
        }
    }
}

/// What follows of a row of a plan, or of a road map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedActivity {
    /// The term in force on the day: of the transfers only those decided by then count.
    pub term: Option<DerivedTerm>,
    /// How it stands.
    pub state: WorkState,
    /// The state in words.
    pub words: &'static str,
    /// Done after the last day of the approved term.
    pub late: bool,
    /// The day from which its mark counts, where that is still to come.
    pub mark_from: Option<NaiveDate>,
    /// Whether some transfer has been decided.
    pub moved: bool,
    /// What stands behind it in the journals.
    pub backing: Option<RowBacking>,
    /// The approved term in a table of its year, where it was transferred: «до 1 ноября».
    pub by_plan: String,
}

impl DerivedActivity {
    pub(super) fn of(
        activity: &Activity,
        backing: Option<RowBacking>,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Self {
        Self { backing, ..Self::of_work(activity.work(year), on) }
    }

    pub(super) fn of_work(work: Work<'_>, on: NaiveDate) -> Self {
        let (year, moved) = (work.year, work.moves_by(on).next().is_some());
        let state = WorkState::of(work, on);
        Self {
            term: work.term_on(on).map(|term| DerivedTerm::of(term, year)),
            state,
            words: state.in_words(),
            late: work.is_done_late(on),
            mark_from: waiting_until(work.mark, work.last_term(), year, on),
            moved,
            backing: None,
            by_plan: match work.term {
                Some(approved) if moved => approved.in_row(year),
                _ => String::new(),
            },
        }
    }
}

/// The day from which a mark counts, where it does not yet.
pub(super) fn waiting_until(
    mark: Option<&Mark>,
    term: Option<&Term>,
    year: SchoolYear,
    on: NaiveDate,
) -> Option<NaiveDate> {
    mark.and_then(|mark| mark.counts_from(term, year)).filter(|from| on < *from)
}

/// How a decision stands: an assignment is open until it is marked, and nothing is asked of the others.
pub(super) fn decision_state(decision: &Decision, year: SchoolYear, on: NaiveDate) -> WorkState {
    let state = WorkState::of_assignment(decision.work(year), on);
    let asked = decision.kind == DecisionKind::Assignment;
    if state == WorkState::Overdue && !asked {
        let moved = decision.moves_by(year, on).next().is_some();
        return if moved { WorkState::Moved } else { WorkState::Going };
    }
    state
}
