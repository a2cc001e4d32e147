//! The plan from its record and rows.

use chrono::NaiveDate;
use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::course_schedule::MemberCourse;
use pps_domain::ids::{PlanId, SectionId};
use pps_domain::records::{
    Activity, ApprovalForm, BodyWords, Direction, Journal, OfficialPost, Plan as PlanRecord, PlannedMeeting,
};
use pps_domain::russian::{date_in_prose, date_in_table, document_number, month_name};
use serde::{Deserialize, Serialize};

use crate::PaperError;
use crate::model::Table;
use crate::papers::courses::dates;
use crate::papers::people::{filled, leader_in_full, leader_signature, optional, shown};
use crate::papers::report::community::punctuated;
use crate::papers::roster::{by_order, roster_order, roster_rows};
use crate::papers::sentences::{marked, moved, quoted};
use crate::papers::typed_tables::TypedTables;
use crate::papers::{
    ActivityGroup, Attachment, CourseRow, Hand, Plan, PlanMeeting, PlanRow, RosterRow, Stamp,
};

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
    /// By the plan's own sections; by the directions where it has none.
    #[serde(rename = "section")]
    BySection,
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
        let tables = TypedTables::default().landscape(&record.tables);
        let courses = courses(records, record.school_year, day);
        Ok(Self {
            example: records.community.is_example(),
            without_personal_data: false,
            title: title.to_owned(),
            community: records.community.name.clone(),
            body: records.community.words(),
            school_year: record.school_year.to_string(),
            adoption: adoption(record, &records.community.words()),
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
            with_places: records
                .activities_of(plan)
                .into_iter()
                .any(|activity| !activity.venue.trim().is_empty()),
            attachments: annexes(&roster, &courses, &tables, &records.community.words()),
            roster,
            courses,
            tables,
            signature: leader_signature(records, day),
        })
    }
}

/// The schedule of courses, where the leader keeps the journal of them. Courses that members have taken by themselves and
/// that stand in their cards alone are no matter of the plan.
fn courses(records: &CommunityRecords, year: SchoolYear, day: NaiveDate) -> Vec<CourseRow> {
    if !records.community.settings.journals.contains(&Journal::Courses) {
        return Vec::new();
    }
    let row = |MemberCourse { person, course }: MemberCourse<'_>| CourseRow {
        name: records.surname_first(person.id, day),
        programme: course.title.clone(),
        provider: course.provider.clone(),
        hours: course.hours.map(|hours| hours.to_string()).unwrap_or_default(),
        term: dates(course),
    };
    records.courses_of(year, year.end()).into_iter().map(row).collect()
}

fn annexes(
    roster: &[RosterRow],
    courses: &[CourseRow],
    tables: &[Table],
    body: &BodyWords,
) -> Vec<Attachment> {
    let named = |is: bool, title: String| is.then_some(Attachment { title, sheets: None });
    let of_tables = if tables.len() == 1 { "таблица" } else { "таблицы" };
    let all = [
        named(!roster.is_empty(), format!("состав {}", body.of_body())),
        named(!courses.is_empty(), "план-график курсов".to_owned()),
        named(!tables.is_empty(), of_tables.to_owned()),
    ];
    all.into_iter().flatten().collect()
}

fn adoption(plan: &PlanRecord, body: &BodyWords) -> Option<Stamp> {
    let adoption = plan.adopted.as_ref()?;
    let number = document_number(&adoption.number);
    let number = if number.is_empty() { String::new() } else { format!(" № {number}") };
    Some(Stamp {
        word: if plan.preliminary { "РАССМОТРЕН" } else { "ПРИНЯТ" }.to_owned(),
        lines: vec![
            format!("на заседании {}", body.of_body()),
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
        questions: planned_questions(records, planned, day)
            .into_iter()
            .zip(1..)
            .map(|(question, number): (String, u32)| format!("{number}. {question}"))
            .collect(),
        form: planned.form.clone(),
        term: filled([term(planned.term.as_ref()), planned.time.clone()]).join("\n"),
        place: planned.venue.clone(),
        responsible: records.answering(&planned.responsible, &planned.responsible_in_words, day),
        result: planned.expected.clone(),
    }
}

/// The questions of a planned meeting, each with who is to speak: «Об итогах года — Ветрова Г. Н.».
pub(crate) fn planned_questions(
    records: &CommunityRecords,
    planned: &PlannedMeeting,
    day: NaiveDate,
) -> Vec<String> {
    let asked = planned.questions.iter().filter(|question| !question.text.trim().is_empty());
    let said = asked.map(|question| {
        let speakers = records.answering(&question.speakers, &question.speakers_in_words, day);
        let text = question.text.trim();
        if speakers.is_empty() {
            text.to_owned()
        } else {
            format!("{} — {speakers}", text.trim_end_matches(['.', ';']))
        }
    });
    said.collect()
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
        PlanOrder::BySection if plan.sections.is_empty() => {
            return headed(records, plan, PlanOrder::ByDirection);
        }
        PlanOrder::BySection => by_section(activities, plan),
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

/// The plan's own sections in its own order; what stands under none of them comes last.
fn by_section<'a>(mut activities: Vec<&'a Activity>, plan: &PlanRecord) -> Vec<(String, Vec<&'a Activity>)> {
    activities.sort_by_key(|activity| (activity.place, activity.direction, activity.id));
    let under = |section: Option<SectionId>| {
        activities.iter().copied().filter(|activity| activity.section == section).collect::<Vec<_>>()
    };
    let sections = plan.sections.iter().map(|section| {
        let name = optional(&section.name).unwrap_or_else(|| "Раздел без названия".to_owned());
        (name, under(Some(section.id)))
    });
    sections.chain([("Вне разделов".to_owned(), under(None))]).collect()
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
        topic: topic(activity),
        // The approved term stays; a transfer stands under the mark.
        term: filled([term(activity.term.as_ref()), activity.time.clone(), activity.venue.clone()])
            .join("\n"),
        participants: filled(std::iter::once(activity.participants.clone()).chain(schools)).join(", "),
        responsible: records.answering(&activity.responsible, &activity.responsible_in_words, day),
        result: activity.expected.clone(),
        mark: mark(activity, year, on),
    }
}

/// «Открытый микрофон (круглый стол)», and what it is for.
fn topic(activity: &Activity) -> String {
    let text = activity.text.trim();
    let said = match activity.form_apart() {
        Some(form) => {
            // A list of several lines has its form behind its first line.
            let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
            let stop = if first.trim_end().ends_with(':') { ":" } else { "" };
            let first = first.trim_end().trim_end_matches(['.', ':']);
            let first = if first.is_empty() { form.to_owned() } else { format!("{first} ({form}){stop}") };
            filled([first, rest.to_owned()]).join("\n")
        }
        None => text.to_owned(),
    };
    let goal = activity.goal.trim();
    let goal = if goal.is_empty() { String::new() } else { format!("Цель: {goal}") };
    filled([said, goal]).join("\n")
}

/// «перенесено на март: болезнь эксперта; выполнено 19.03.2026».
pub(crate) fn mark(activity: &Activity, year: SchoolYear, on: NaiveDate) -> String {
    let decided = activity.moves_by(year, on);
    let moves = decided.map(moved);
    let done = activity.mark_on(year, on).map(marked);
    moves.chain(done).collect::<Vec<_>>().join("; ")
}
