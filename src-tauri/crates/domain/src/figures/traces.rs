use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::growth;
use super::year_traces::years;
use super::{Counted, Figures, Share, Staff, YearByYear};
use super::{expertise, road_maps};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{ActivityId, PersonId, SurveyId};
use crate::records::{Category, DecisionKind, Kind, Meeting, PersonFacts, ReportSection};
use crate::russian::{counted, date_in_table};

/// The figures of a report, each with the records behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct ReportFigures {
    /// The year.
    pub school_year: SchoolYear,
    /// As of which day.
    pub on: NaiveDate,
    /// All figures, by section and group.
    pub figures: Vec<FigureTrace>,
    /// The survey whose difficulties are counted.
    pub last_survey: Option<SurveyId>,
    /// The survey before it.
    pub survey_before: Option<SurveyId>,
    /// The year beside those before it, where there are any.
    #[serde(default)]
    pub years: Option<YearByYear>,
}

/// One figure and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct FigureTrace {
    /// The section where it stands.
    pub section: ReportSection,
    /// What is counted in it.
    pub group: FigureGroup,
    /// «СШ № 3», «Образовательное»
    pub label: String,
    /// «27 из 30 (90 %)»
    pub words: String,
    /// The same as numbers, for a picture.
    pub share: Option<Share>,
    /// What it was before: in the year before, in the survey before.
    pub before: Option<Share>,
    /// The records behind it.
    pub sources: Vec<Source>,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
#[serde(rename_all = "snake_case")]
pub enum FigureGroup {
    /// Attendance of the whole year.
    Attendance,
    /// Attendance of one meeting.
    Meeting,
    /// Attendance of one organisation.
    Organisation,
    /// Decisions.
    Decisions,
    /// Plan against fact.
    Direction,
    /// What was done for a task of the plan.
    Task,
    /// Staff.
    Staff,
    /// Consultations of the journal.
    Consultations,
    /// Courses.
    Courses,
    /// A difficulty.
    Difficulty,
    /// People by category and by seniority.
    StaffPart,
    /// Attestations of the year.
    Attestation,
    /// Topics of self-education.
    SelfEducation,
    /// Routes (ИОМ) that were begun or finished.
    Routes,
    /// A measure in one of the years that are compared.
    Year,
    /// Seminars, open lessons and the like.
    Events,
    /// Contests and conferences.
    Contests,
    /// Lessons that were visited.
    LessonVisits,
    /// Materials of the registry.
    Materials,
    /// Practices of the bank.
    Practices,
    /// Expertise.
    Expertise,
    /// A road map.
    RoadMap,
}

/// A record behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct Source {
    /// Its kind.
    pub kind: Kind,
    /// Its identifier.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
}

impl ReportFigures {
    /// All figures of a year as of a day.
    #[must_use]
    pub fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let figures = Figures::of(records, year, on);
        let mut all = staff(records, &figures);
        all.extend(tasks(records, &figures));
        all.extend(meetings(records, &figures));
        all.extend(plan(records, &figures));
        all.extend(courses(records, &figures));
        all.extend(super::events::traces(records, year, on));
        all.extend(super::consultations::traces(records, year, on));
        all.extend(super::materials::traces(records, year, on));
        all.extend(growth::traces(records, &figures));
        all.extend(expertise::traces(records, &figures.expertise));
        all.extend(difficulties(records, &figures));
        all.extend(road_maps::traces(records, &figures.road_maps));
        let compared = YearByYear::of(records, year, on);
        all.extend(years(records, compared.as_ref(), on));
        let surveys = figures.difficulties;
        Self {
            school_year: year,
            on,
            figures: all,
            last_survey: surveys.as_ref().map(|found| found.last),
            survey_before: surveys.and_then(|found| found.before),
            years: compared,
        }
    }
}

/// A meeting that was held, by its protocol.
pub(super) fn held_meeting(meeting: &Meeting) -> Source {
    let day = date_in_table(meeting.date);
    let name = match meeting.number() {
        Some(number) => format!("Протокол №\u{a0}{number} от {day}"),
        None => format!("Заседание {day}"),
    };
    Source { kind: Kind::Meeting, id: meeting.id.0, name }
}

/// Rows of a plan.
pub(super) fn activities(records: &CommunityRecords, ids: &[ActivityId]) -> Vec<Source> {
    let known = ids.iter().filter_map(|id| records.activities.get(id));
    known.map(|one| Source { kind: Kind::Activity, id: one.id.0, name: one.text.clone() }).collect()
}

pub(super) fn people(records: &CommunityRecords, staff: &Staff) -> Vec<Source> {
    let people = staff.rows.iter().flat_map(|row| &row.people);
    people
        .map(|id| Source { kind: Kind::Person, id: id.0, name: records.surname_first(*id, staff.on) })
        .collect()
}

fn staff(records: &CommunityRecords, figures: &Figures) -> Vec<FigureTrace> {
    let dates = [&figures.staff_at_start, &figures.staff_at_end].into_iter();
    let on_dates = dates.flat_map(|staff| {
        [ReportSection::General, ReportSection::Staff].map(|section| FigureTrace {
            section,
            group: FigureGroup::Staff,
            label: format!("Состав на {}", date_in_table(staff.on)),
            words: counted(staff.members(), "участник", "участника", "участников"),
            share: None,
            before: None,
            sources: people(records, staff),
        })
    });
    let mut traces: Vec<FigureTrace> = on_dates.collect();
    traces.extend(staff_parts(records, &figures.staff_at_end));
    traces
}

/// The members at the end of the year by category and by seniority, as the table of the section has them.
fn staff_parts(records: &CommunityRecords, staff: &Staff) -> Vec<FigureTrace> {
    let on = staff.on;
    let people: Vec<PersonId> = staff.rows.iter().flat_map(|row| row.people.iter().copied()).collect();
    let part = |label: String, is_in: &dyn Fn(&PersonFacts) -> bool| {
        let known = people.iter().filter(|id| records.facts(**id, on).is_some_and(is_in));
        let sources: Vec<Source> = known
            .map(|id| Source { kind: Kind::Person, id: id.0, name: records.surname_first(*id, on) })
            .collect();
        let share = Share { part: sources.len(), whole: people.len() };
        (!sources.is_empty()).then(|| FigureTrace {
            section: ReportSection::Staff,
            group: FigureGroup::StaffPart,
            label,
            words: share.in_words(),
            share: Some(share),
            before: None,
            sources,
        })
    };
    let categories = [
        ("Высшая категория", &[Category::Highest][..]),
        ("Первая категория", &[Category::First]),
        ("Без категории", &[Category::None, Category::FitsPost]),
    ];
    let by_category = categories
        .into_iter()
        .filter_map(|(label, among)| part(label.to_owned(), &|facts| among.contains(&facts.category)));
    let by_experience = staff.bands.in_words().into_iter().enumerate().filter_map(|(band, words)| {
        part(format!("Стаж {words} лет"), &|facts| {
            facts.experience(on).is_some_and(|years| staff.bands.of(years) == band)
        })
    });
    let part_time = part("Совместители".to_owned(), &|facts| facts.part_time);
    by_category.chain(by_experience).chain(part_time).collect()
}

fn meetings(records: &CommunityRecords, figures: &Figures) -> Vec<FigureTrace> {
    let (year, on) = (figures.school_year, figures.on);
    let held = records.meetings_held(year, on);
    if held.is_empty() {
        return Vec::new();
    }
    let source = held_meeting;
    let all: Vec<Source> = held.iter().map(|meeting| source(meeting)).collect();
    let trace = |group, label: String, share: Share, sources| FigureTrace {
        section: ReportSection::Meetings,
        group,
        label,
        words: share.in_words(),
        share: Some(share),
        before: None,
        sources,
    };
    let figure = &figures.meetings;
    let before = Figures::of(records, year.previous(), year.previous().end()).meetings;
    let mut traces =
        vec![trace(FigureGroup::Attendance, "Присутствовали за год".into(), figure.attendance, all.clone())];
    if before.attendance.whole > 0 {
        traces[0].before = Some(before.attendance);
        let earlier = records.meetings_held(year.previous(), year.previous().end());
        traces[0].sources.extend(earlier.into_iter().map(source));
    }
    for (row, meeting) in figure.rows.iter().zip(&held) {
        let own = source(meeting);
        traces.push(trace(FigureGroup::Meeting, own.name.clone(), row.attendance, vec![own]));
    }
    for row in &figure.by_organisation {
        let known = row.organisation.and_then(|id| records.organisations.get(&id));
        let name = known.map_or("Организация не указана", |known| known.shown_name()).to_owned();
        // The meetings whose lists have somebody of the organisation.
        let of = held.iter().filter(|meeting| {
            let mut listed = meeting.listed();
            listed.any(|member| {
                records.workplace(member.person, meeting.date).map(|at| at.id) == row.organisation
            })
        });
        let sources = of.map(|meeting| source(meeting)).collect();
        let mut found = trace(FigureGroup::Organisation, name, row.attendance, sources);
        let earlier = before.by_organisation.iter().find(|one| one.organisation == row.organisation);
        found.before = earlier.map(|one| one.attendance);
        traces.push(found);
    }
    let with = |kind| {
        let decided = |meeting: &&&Meeting| {
            records.decisions_of(meeting).iter().any(|decision| decision.decision.kind == kind)
        };
        held.iter().filter(decided).map(|meeting| source(meeting)).collect::<Vec<_>>()
    };
    let done = figure.assignments();
    if done.whole > 0 {
        let sources = with(DecisionKind::Assignment);
        traces.push(trace(FigureGroup::Decisions, "Поручения выполнены".into(), done, sources));
    }
    let decisions: usize = figure.rows.iter().map(|row| row.decisions).sum();
    traces.push(FigureTrace {
        section: ReportSection::Meetings,
        group: FigureGroup::Decisions,
        label: "Принято".into(),
        words: counted(decisions, "решение", "решения", "решений"),
        share: None,
        before: None,
        sources: all,
    });
    traces
}

fn tasks(records: &CommunityRecords, figures: &Figures) -> Vec<FigureTrace> {
    let tasks = records.plan(figures.school_year).map(|plan| plan.tasks.as_slice()).unwrap_or_default();
    let rows = figures.tasks.iter().map(|row| {
        let share = Share { part: row.done.len(), whole: row.planned.len() };
        let task = tasks.iter().find(|task| task.id == row.task);
        FigureTrace {
            section: ReportSection::Tasks,
            group: FigureGroup::Task,
            label: task
                .map(|task| task.text.trim().trim_end_matches([';', '.', ',']).to_owned())
                .unwrap_or_default(),
            words: format!("выполнено {}", share.in_words()),
            share: Some(share),
            before: None,
            sources: activities(records, &row.planned),
        }
    });
    rows.collect()
}

fn plan(records: &CommunityRecords, figures: &Figures) -> Vec<FigureTrace> {
    let before =
        Figures::of(records, figures.school_year.previous(), figures.school_year.previous().end()).plan;
    let rows = figures.plan.rows.iter().map(|row| {
        let share = Share { part: row.done.len(), whole: row.planned.len() };
        let earlier = before.rows.iter().find(|one| one.direction == row.direction);
        FigureTrace {
            section: ReportSection::PlanAndFact,
            group: FigureGroup::Direction,
            label: row.direction.map(|one| one.in_words().to_owned()).unwrap_or_default(),
            words: format!("выполнено {}", share.in_words()),
            share: Some(share),
            before: earlier.map(|row| Share { part: row.done.len(), whole: row.planned.len() }),
            sources: activities(records, &row.planned),
        }
    });
    rows.collect()
}

fn courses(records: &CommunityRecords, figures: &Figures) -> Vec<FigureTrace> {
    if figures.courses.is_empty() {
        return Vec::new();
    }
    let sources = figures.courses.iter().map(|(person, course)| {
        let known = records.people.get(person).map(|known| &known.courses);
        let title = known.and_then(|all| all.iter().find(|one| one.id == *course));
        let title = title.map(|one| one.title.as_str()).filter(|title| !title.is_empty());
        let name = records.surname_first(*person, figures.on);
        let name = title.map_or(name.clone(), |title| format!("{name}: {title}"));
        Source { kind: Kind::Person, id: person.0, name }
    });
    let count = figures.courses.len();
    vec![FigureTrace {
        section: ReportSection::Courses,
        group: FigureGroup::Courses,
        label: "Пройдено за год".into(),
        words: counted(count, "курс", "курса", "курсов"),
        share: None,
        before: None,
        sources: sources.collect(),
    }]
}

fn difficulties(records: &CommunityRecords, figures: &Figures) -> Vec<FigureTrace> {
    let Some(found) = &figures.difficulties else { return Vec::new() };
    let surveys = found.before.iter().chain([&found.last]).filter_map(|id| records.surveys.get(id));
    let sources: Vec<_> = surveys
        .map(|survey| Source {
            kind: Kind::Survey,
            id: survey.id.0,
            name: format!("Замер {}", crate::russian::partial_in_table(survey.held)),
        })
        .collect();
    let rows = found.rows.iter().map(|row| {
        let mut sources = sources.clone();
        let (kind, id) = row.counted.record();
        let name = match row.counted {
            Counted::Difficulty(_) => row.title.clone(),
            Counted::Statement(id, _) => {
                records.questionnaires.get(&id).map(|known| known.title.clone()).unwrap_or_default()
            }
        };
        sources.push(Source { kind, id, name });
        FigureTrace {
            section: ReportSection::Difficulties,
            group: FigureGroup::Difficulty,
            label: row.title.clone(),
            words: row.last.map_or_else(|| "не спрашивали".to_owned(), Share::in_words),
            share: row.last,
            before: row.before,
            sources,
        }
    });
    rows.collect()
}
