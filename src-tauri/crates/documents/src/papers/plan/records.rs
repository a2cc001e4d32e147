//! The plan from its record and rows.

use chrono::NaiveDate;
use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::PlanId;
use pps_domain::records::{
    Activity, ApprovalForm, Direction, OfficialPost, Plan as PlanRecord, PlannedMeeting,
};
use pps_domain::russian::{date_in_prose, date_in_table, document_number, month_name};
use serde::{Deserialize, Serialize};

use crate::PaperError;
use crate::papers::people::{filled, leader_in_full, leader_signature, optional, shown};
use crate::papers::report::community::punctuated;
use crate::papers::roster::{by_order, roster_order, roster_rows};
use crate::papers::sentences::{marked, moved, quoted};
use crate::papers::{ActivityGroup, Attachment, Hand, Plan, PlanMeeting, PlanRow, RosterRow, Stamp};

/// How the rows of a plan are put under headings. The rows are the same either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
pub enum PlanOrder {
    /// By the seven directions of п. 3.1.
    #[default]
    #[serde(rename = "direction")]
    ByDirection,
    /// By the month in which the term begins.
    #[serde(rename = "month")]
    ByMonth,
}

impl Plan {
    /// The plan as of a day: terms and marks that were decided later are not shown. Names are those
    /// of the day of approval, or of adoption, or of the day itself.
    ///
    /// # Errors
    ///
    /// There is no such plan in the records.
    pub fn from_records(
        records: &CommunityRecords,
        plan: PlanId,
        order: PlanOrder,
        on: NaiveDate,
    ) -> Result<Self, PaperError> {
        let record = records
            .plans
            .get(&plan)
            .ok_or_else(|| PaperError::NotFound { what: "Такого плана".to_owned() })?;
        let approved = record.approved.as_ref().map(|approval| approval.date);
        let adopted = record.adopted.as_ref().map(|adoption| adoption.date);
        let day = approved.or(adopted).unwrap_or(on);
        let roster = roster_rows(records, day);
        let title = if record.preliminary {
            "Предварительный план работы"
        } else {
            "План работы"
        };
        Ok(Self {
            example: records.community.is_example(),
            without_personal_data: false,
            title: title.to_owned(),
            community: records.community.name.clone(),
            school_year: record.school_year.to_string(),
            adoption: adoption(record),
            approval: approval(records, record, day),
            leader: leader_in_full(records, day, true),
            order: roster_order(records, day).map(by_order),
            problem_zones: filled(record.problem_zones.iter().cloned()),
            theme: optional(&quoted(&record.topic)),
            goal: optional(&record.goal),
            tasks: punctuated(filled(record.tasks.iter().map(|task| task.text.trim().to_owned()))),
            last_year: optional(&record.last_year),
            meetings: record
                .meetings
                .iter()
                .zip(1..)
                .map(|(one, place)| meeting(records, one, place, day))
                .collect(),
            groups: groups(records, record, order, day, on),
            attachments: annexes(&roster),
            roster,
            courses: Vec::new(),
            signature: leader_signature(records, day),
        })
    }
}

fn annexes(roster: &[RosterRow]) -> Vec<Attachment> {
    let title = "состав ППС".to_owned();
    if roster.is_empty() { Vec::new() } else { vec![Attachment { title, sheets: None }] }
}

fn adoption(plan: &PlanRecord) -> Option<Stamp> {
    let adoption = plan.adopted.as_ref()?;
    let number = document_number(&adoption.number);
    let number = if number.is_empty() { String::new() } else { format!(" № {number}") };
    Some(Stamp {
        word: if plan.preliminary { "РАССМОТРЕН" } else { "ПРИНЯТ" }.to_owned(),
        lines: vec![
            "на заседании ППС".to_owned(),
            format!("(протокол от {}{number})", date_in_table(adoption.date)),
        ],
        hand: None,
    })
}

/// A preliminary plan is not approved. Any other has the stamp from the first draft on, with room
/// for the date until it is approved.
fn approval(records: &CommunityRecords, plan: &PlanRecord, day: NaiveDate) -> Option<Stamp> {
    if plan.preliminary {
        return None;
    }
    if let Some(approval) = plan.approved.as_ref().filter(|approval| approval.form == ApprovalForm::ByOrder) {
        let number = document_number(&approval.number);
        let number = if number.is_empty() { String::new() } else { format!(" № {number}") };
        return Some(Stamp {
            word: "УТВЕРЖДЁН".to_owned(),
            lines: vec![format!("приказом РИМК от {}{number}", date_in_table(approval.date))],
            hand: None,
        });
    }
    let head = records.community.official(OfficialPost::HeadOfRimk, day);
    let post = head.and_then(|head| optional(&head.title)).unwrap_or_else(|| "Заведующий РИМК".to_owned());
    Some(Stamp {
        word: "УТВЕРЖДАЮ".to_owned(),
        lines: vec![post],
        hand: Some(Hand {
            name: head.map(|head| head.name.initials_first()).unwrap_or_default(),
            date: plan.approved.as_ref().map(|approval| date_in_prose(approval.date)),
        }),
    })
}

fn term(term: Option<&Term>) -> String {
    term.map(Term::in_table).unwrap_or_default()
}

fn meeting(
    records: &CommunityRecords,
    planned: &PlannedMeeting,
    place: usize,
    day: NaiveDate,
) -> PlanMeeting {
    PlanMeeting {
        number: place.to_string(),
        topic: planned.topic.clone(),
        questions: filled(planned.questions.iter().cloned()),
        form: planned.form.clone(),
        term: term(planned.term.as_ref()),
        place: planned.venue.clone(),
        responsible: records.surnames_first(&planned.responsible, day),
        result: planned.expected.clone(),
    }
}

fn groups(
    records: &CommunityRecords,
    plan: &PlanRecord,
    order: PlanOrder,
    day: NaiveDate,
    on: NaiveDate,
) -> Vec<ActivityGroup> {
    let mut number = 0;
    headed(records, plan, order)
        .into_iter()
        .map(|(title, rows)| {
            let rows = rows.into_iter().map(|activity| {
                number += 1;
                row(records, activity, number, plan.school_year, day, on)
            });
            ActivityGroup { title, rows: rows.collect() }
        })
        .collect()
}

/// The rows of a plan under their headings, in the order of the paper; headings without a row are left out.
pub(crate) fn headed<'a>(
    records: &'a CommunityRecords,
    plan: &PlanRecord,
    order: PlanOrder,
) -> Vec<(String, Vec<&'a Activity>)> {
    let activities = records.activities_of(plan.id);
    let headed: Vec<(String, Vec<&Activity>)> = match order {
        PlanOrder::ByDirection => Direction::ALL
            .into_iter()
            .map(|direction| {
                let title = format!("{} направление (п. {})", direction.in_words(), direction.clause());
                (
                    title,
                    activities.iter().copied().filter(|activity| activity.direction == direction).collect(),
                )
            })
            .collect(),
        PlanOrder::ByMonth => by_month(&activities, plan.school_year),
    };
    headed.into_iter().filter(|(_, rows)| !rows.is_empty()).collect()
}

/// September to August by the first day of the term; what lasts the whole year or has a term in
/// words comes last, under a heading of its own.
fn by_month<'a>(activities: &[&'a Activity], year: SchoolYear) -> Vec<(String, Vec<&'a Activity>)> {
    use chrono::Datelike;
    let month = |activity: &Activity| match activity.term.as_ref() {
        Some(Term::Until { date }) => Some(date.month()),
        Some(term) if term.lasts_the_year() => None,
        Some(term) => term.start(year).map(|day| day.month()),
        None => None,
    };
    let months = (9..=12).chain(1..=8).map(Some).chain([None]);
    months
        .map(|wanted| {
            let name = wanted.map_or("в течение года", month_name);
            let mut letters = name.chars();
            let title = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            (title, activities.iter().copied().filter(|activity| month(activity) == wanted).collect())
        })
        .collect()
}

fn row(
    records: &CommunityRecords,
    activity: &Activity,
    number: usize,
    year: SchoolYear,
    day: NaiveDate,
    on: NaiveDate,
) -> PlanRow {
    let schools = activity.organisations.iter().map(|school| shown(records, *school));
    PlanRow {
        number: number.to_string(),
        topic: activity.text.clone(),
        // The approved term stays; a transfer stands under the mark.
        term: term(activity.term.as_ref()),
        participants: filled(std::iter::once(activity.participants.clone()).chain(schools)).join(", "),
        responsible: records.surnames_first(&activity.responsible, day),
        result: activity.expected.clone(),
        mark: mark(activity, year, on),
    }
}

/// «перенесено на март: болезнь эксперта; выполнено 19.03.2026».
pub(crate) fn mark(activity: &Activity, year: SchoolYear, on: NaiveDate) -> String {
    let decided = activity.moves_by(year, on);
    let moves = decided.map(moved);
    let done = activity.mark_on(year, on).map(marked);
    moves.chain(done).collect::<Vec<_>>().join("; ")
}
