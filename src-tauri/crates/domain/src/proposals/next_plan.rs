use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::{bare, going_on};
use crate::assignments;
use crate::calendar::{SchoolYear, Term};
use crate::community_records::CommunityRecords;
use crate::figures::{Counted, Difficulties, DifficultyCount, Share};
use crate::ids::{DifficultyId, OrganisationId, PersonId, SectionId, TaskId};
use crate::records::{Activity, ActivityForm, Difficulty, Direction, Kind, MarkState};
use crate::russian::quoted;

/// A row proposed for a plan. Until it is taken nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct PlanProposal {
    /// By this it is taken: the identifier of what it came of.
    pub id: Uuid,
    /// Why it is proposed.
    pub reason: ProposalReason,
    /// «Не выполнено в 2025/2026: заболел эксперт»
    pub origin: String,
    /// The kind of the record it came of.
    pub kind: Kind,
    /// That record.
    pub record: Uuid,
    /// The direction of the row.
    pub direction: Direction,
    /// What is to be done.
    pub text: String,
    /// The task of the new plan that it serves: the one that reads like the task it served before.
    pub task: Option<TaskId>,
    /// The section of the new plan under which it stands: the one that is called like its section before.
    pub section: Option<SectionId>,
    /// Form, in words.
    pub form: String,
    /// What it is for.
    pub goal: String,
    /// At what time.
    pub time: String,
    /// Where.
    pub venue: String,
    /// When, within the new year.
    pub term: Option<Term>,
    /// Who answers for it: those of them who are still there.
    pub responsible: Vec<PersonId>,
    /// Who else answers for it, in words.
    pub responsible_in_words: String,
    /// Organisations that take part.
    pub organisations: Vec<OrganisationId>,
    /// Who takes part, in words.
    pub participants: String,
    /// What it should bring.
    pub expected: String,
    /// Difficulties that it answers.
    pub difficulties: Vec<DifficultyId>,
}

/// Why a row is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
#[serde(rename_all = "snake_case")]
pub enum ProposalReason {
    /// Not done, or not wholly.
    NotDone,
    /// An assignment that is still open.
    OpenAssignment,
    /// A road map that goes on.
    GoesOn,
    /// A work that the experts gave back to be worked on.
    Rework,
    /// One of the most frequent difficulties.
    Difficulty,
    /// Stands in the plan every year.
    EveryYear,
    /// «Как в прошлом году»
    LastYear,
}

impl PlanProposal {
    /// A row of which nothing more is known than what is to be done.
    pub(super) fn bare(
        id: Uuid,
        kind: Kind,
        reason: ProposalReason,
        direction: Direction,
        text: String,
    ) -> Self {
        Self {
            id,
            reason,
            origin: String::new(),
            kind,
            record: id,
            direction,
            text,
            task: None,
            section: None,
            form: String::new(),
            goal: String::new(),
            time: String::new(),
            venue: String::new(),
            term: None,
            responsible: Vec::new(),
            responsible_in_words: String::new(),
            organisations: Vec::new(),
            participants: String::new(),
            expected: String::new(),
            difficulties: Vec::new(),
        }
    }
}

/// How many of the most frequent difficulties are proposed.
const LEADING: usize = 3;

/// Rows proposed for the plan of `year`, of what the year before left on the given day. A row that the plan has
/// already is not proposed again.
#[must_use]
pub fn for_plan(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<PlanProposal> {
    let before = year.previous();
    let mut proposed = Vec::new();
    proposed.extend(of_activities(records, year, on));
    proposed.extend(of_assignments(records, before, on));
    proposed.extend(going_on::of_road_maps(records, before, on));
    proposed.extend(going_on::of_routes(records, before, on));
    proposed.extend(going_on::of_expertise(records, before, on));
    proposed.extend(of_difficulties(records, before, on));
    // What is left to do stands before what is merely repeated.
    proposed.sort_by_key(|one| one.reason);
    let mut known: BTreeSet<String> = texts(records, year);
    proposed.retain(|one| known.insert(same(&one.text)));
    let there = on.max(year.start());
    for one in &mut proposed {
        one.responsible.retain(|person| {
            records.memberships.values().any(|member| member.person == *person && member.covers(there))
        });
    }
    proposed
}

fn texts(records: &CommunityRecords, year: SchoolYear) -> BTreeSet<String> {
    let plan = records.plan(year);
    let rows = plan.map(|plan| records.activities_of(plan.id)).unwrap_or_default();
    rows.into_iter().map(|row| same(&row.text)).collect()
}

/// The task of a plan that reads like the one that a row of another plan serves.
fn task_again(records: &CommunityRecords, year: SchoolYear, activity: &Activity) -> Option<TaskId> {
    let (_, served) = records.task_of(activity)?;
    let mut tasks = records.plan(year)?.tasks.iter();
    tasks.find(|task| same(&task.text) == same(&served.text)).map(|task| task.id)
}

/// The section of a plan that is called like the one under which a row of another plan stands.
fn section_again(records: &CommunityRecords, year: SchoolYear, activity: &Activity) -> Option<SectionId> {
    let (_, before) = records.section_of(activity)?;
    let mut sections = records.plan(year)?.sections.iter();
    sections.find(|section| same(&section.name) == same(&before.name)).map(|section| section.id)
}

fn of_activities(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<PlanProposal> {
    let before = year.previous();
    let Some(plan) = records.plan(before) else { return Vec::new() };
    let earlier = texts(records, before.previous());
    let rows = records.activities_of(plan.id).into_iter();
    let proposed = rows.map(|activity| {
        let mark = activity.mark_on(before, on);
        let why = mark.map(|mark| bare(&mark.reason)).filter(|reason| !reason.is_empty());
        let why = why.map(|reason| format!(": {reason}")).unwrap_or_default();
        let every_year = earlier.contains(&same(&activity.text))
            || activity.term.as_ref().is_some_and(Term::lasts_the_year);
        let (reason, origin) = match mark.map(|mark| mark.state) {
            Some(MarkState::NotDone) => (ProposalReason::NotDone, format!("Не выполнено в {before}{why}")),
            Some(MarkState::DoneInPart) => {
                (ProposalReason::NotDone, format!("Выполнено не в полном объёме в {before}{why}"))
            }
            None if activity.is_overdue(before, on) => {
                (ProposalReason::NotDone, format!("Осталось без отметки о выполнении в {before}"))
            }
            Some(MarkState::Cancelled) => (ProposalReason::LastYear, format!("Отменено в {before}{why}")),
            _ if every_year => {
                (ProposalReason::EveryYear, format!("Повторяется каждый год, было в {before}"))
            }
            _ => (ProposalReason::LastYear, format!("Как в прошлом году ({before})")),
        };
        PlanProposal {
            task: task_again(records, year, activity),
            section: section_again(records, year, activity),
            ..again(activity, reason, origin)
        }
    });
    proposed.collect()
}

fn again(activity: &Activity, reason: ProposalReason, origin: String) -> PlanProposal {
    PlanProposal {
        id: activity.id.0,
        reason,
        origin,
        kind: Kind::Activity,
        record: activity.id.0,
        direction: activity.direction,
        text: activity.text.clone(),
        task: None,
        section: None,
        form: activity.form.clone(),
        goal: activity.goal.clone(),
        time: activity.time.clone(),
        venue: activity.venue.clone(),
        term: activity.term.as_ref().map(Term::a_year_later),
        responsible: activity.responsible.clone(),
        responsible_in_words: activity.responsible_in_words.clone(),
        organisations: activity.organisations.clone(),
        participants: activity.participants.clone(),
        expected: activity.expected.clone(),
        difficulties: activity.difficulties.clone(),
    }
}

fn of_assignments(records: &CommunityRecords, before: SchoolYear, on: NaiveDate) -> Vec<PlanProposal> {
    let open = assignments::open(records, on).into_iter();
    let open = open.filter(|placed| placed.meeting.school_year == before);
    let proposed = open.map(|placed| {
        let (decision, meeting) = (placed.decision, placed.meeting);
        // A term that lies in the new year already stays as it was decided.
        let term = decision.term_on(before, on).map(|term| match term.end(before) {
            Some(end) if before.end() < end => term.clone(),
            _ => term.a_year_later(),
        });
        PlanProposal {
            origin: format!("Поручение не закрыто: {}", placed.in_words()),
            record: meeting.id.0,
            term,
            responsible: decision.responsible.clone(),
            responsible_in_words: decision.responsible_in_words.clone(),
            ..PlanProposal::bare(
                decision.id.0,
                Kind::Meeting,
                ProposalReason::OpenAssignment,
                Direction::Organisation,
                decision.text.clone(),
            )
        }
    });
    proposed.collect()
}

fn of_difficulties(records: &CommunityRecords, before: SchoolYear, on: NaiveDate) -> Vec<PlanProposal> {
    let Some(found) = Difficulties::of(records, before, on) else { return Vec::new() };
    let asked = found.rows.iter().filter_map(|row| Some((row, row.last.filter(|share| share.part > 0)?)));
    let mut rows: Vec<_> = asked.collect();
    rows.sort_by_key(|(_, share)| std::cmp::Reverse(share.percent()));
    let proposed = rows.into_iter().take(LEADING).map(|(row, share): (_, Share)| {
        let difficulty = difficulty(records, row);
        let (kind, record) = row.counted.record();
        PlanProposal {
            origin: format!("Частое затруднение: {}", share.in_words()),
            record,
            form: ActivityForm::Workshop.in_words().to_owned(),
            expected: "затруднение называют реже".to_owned(),
            difficulties: vec![difficulty],
            ..PlanProposal::bare(
                difficulty.0,
                kind,
                ProposalReason::Difficulty,
                Direction::Education,
                format!("Практикум по затруднению {}", quoted(&row.title)),
            )
        }
    });
    proposed.collect()
}

/// The difficulty that a row counts. A statement of a questionnaire is the difficulty that is called like it, or one of
/// its own, which is made when the row is taken.
fn difficulty(records: &CommunityRecords, row: &DifficultyCount) -> DifficultyId {
    match row.counted {
        Counted::Difficulty(id) => id,
        Counted::Statement(questionnaire, number) => {
            let alike = |known: &&Difficulty| same(&known.title) == same(&row.title);
            let known = records.difficulties.values().find(alike).map(|known| known.id);
            let own = records.questionnaires.get(&questionnaire).map(|asked| asked.difficulty_of(number));
            known.or(own).unwrap_or(DifficultyId(questionnaire.0))
        }
    }
}

/// The difficulty that a proposal names and that is no record yet.
#[must_use]
pub fn new_difficulty(records: &CommunityRecords, proposal: &PlanProposal) -> Option<Difficulty> {
    let id = *proposal.difficulties.iter().find(|id| !records.difficulties.contains_key(id))?;
    let asked = records.questionnaires.get(&proposal.record.into())?;
    let statement = asked.statements().find(|statement| asked.difficulty_of(statement.number) == id)?;
    Some(Difficulty { id, community: records.community.id, title: statement.text.clone() })
}

/// Texts are the same whatever their case, their spaces and the full stop at the end.
pub(super) fn same(text: &str) -> String {
    let lower = bare(text).to_lowercase().replace('ё', "е");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}
