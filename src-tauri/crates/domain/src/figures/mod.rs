//! What the report derives from the records of a school year. Nothing here is typed by anyone, and each figure
//! can be opened to the records behind it.

mod answer_counts;
mod changes;
mod consultations;
mod difficulties;
mod events;
mod expertise;
mod growth;
mod journals;
mod materials;
mod meetings;
mod plan;
mod road_maps;
mod staff;
mod survey_answers;
mod survey_map;
mod survey_totals;
mod tasks;
mod traces;
mod year_traces;
mod years;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{CourseId, PersonId};
use crate::records::Course;
use crate::russian::alphabetical;

pub use answer_counts::AnswerCounts;
pub use changes::{ReportChange, changed_figures};
pub use consultations::{consultations_in_words, consultations_of};
pub use difficulties::{Difficulties, DifficultyCount};
pub use events::{LessonVisits, events_of, lesson_visits_of};
pub use expertise::ExpertiseFigures;
pub use growth::{Growth, attestation, self_education};
pub use journals::{JournalOfYear, journals_of_year};
pub use materials::{Materials, Practices, materials_of, practices_of};
pub use meetings::{AttendanceShare, MeetingRow, Meetings};
pub use plan::{DirectionRow, PlanAndFact};
pub use road_maps::RoadMapProgress;
pub use staff::{Staff, StaffChange, StaffRow};
pub use survey_answers::{AreaAnswers, StatementAnswers, SurveyAnswers};
pub use survey_map::{AreaPairs, HeatCell, HeatMap, HeatRow, LEAST_SHEETS};
pub(crate) use survey_totals::comparable;
pub use survey_totals::{Counted, SurveyTotals, TotalRow};
pub use tasks::TaskRow;
pub use traces::{FigureGroup, FigureTrace, ReportFigures, Source};
pub use years::{ComparedYear, MeasureByYear, Measured, YearByYear, YearMeasure};

/// A part of a whole: «27 из 30». A percentage is never given without it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct Share {
    /// How many.
    pub part: usize,
    /// Of how many.
    pub whole: usize,
}

impl Share {
    /// The percentage, rounded to a whole; none where there is nothing to divide by.
    #[must_use]
    pub fn percent(self) -> Option<usize> {
        (self.whole > 0).then(|| (self.part * 200 + self.whole) / (self.whole * 2))
    }

    /// Compares what the shares are, without a division; what has no whole is the least.
    #[must_use]
    pub fn cmp_part(self, other: Self) -> std::cmp::Ordering {
        (self.part * other.whole.max(1)).cmp(&(other.part * self.whole.max(1)))
    }

    /// «27 из 30 (90 %)»
    #[must_use]
    pub fn in_words(self) -> String {
        match self.percent() {
            Some(percent) => format!("{} из {} ({percent}\u{a0}%)", self.part, self.whole),
            None => format!("{} из {}", self.part, self.whole),
        }
    }
}

impl std::ops::AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.part += other.part;
        self.whole += other.whole;
    }
}

/// All figures of a school year as of a day. Records dated after the day have not happened yet.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The year.
    pub school_year: SchoolYear,
    /// As of which day.
    pub on: NaiveDate,
    /// Staff at the beginning of the year.
    pub staff_at_start: Staff,
    /// Staff at the end of the year, or on the day where the year is not over.
    pub staff_at_end: Staff,
    /// Who joined and who left within the year.
    pub staff_changes: Vec<StaffChange>,
    /// Meetings and attendance.
    pub meetings: Meetings,
    /// Plan against fact by direction.
    pub plan: PlanAndFact,
    /// What was done for each task of the plan that some row serves.
    pub tasks: Vec<TaskRow>,
    /// Courses counted to the year.
    pub courses: Vec<(PersonId, CourseId)>,
    /// Attestation, self-education, routes (ИОМ).
    pub growth: Growth,
    /// Difficulties of the last survey of the year beside those of the survey before.
    pub difficulties: Option<Difficulties>,
    /// What was judged and what the experts came to.
    pub expertise: ExpertiseFigures,
    /// Road maps that run in the year, with what is done of each.
    pub road_maps: Vec<RoadMapProgress>,
}

impl Figures {
    /// Derives all figures.
    #[must_use]
    pub fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let end = on.clamp(year.start(), year.end());
        Self {
            school_year: year,
            on,
            staff_at_start: Staff::on(records, year.start()),
            staff_at_end: Staff::on(records, end),
            staff_changes: staff::changes(records, year, on),
            meetings: Meetings::of(records, year, on),
            plan: PlanAndFact::of(records, year, on),
            tasks: tasks::tasks(records, year, on),
            courses: courses(records, year, on),
            growth: Growth::of(records, year, on),
            difficulties: Difficulties::of(records, year, on),
            expertise: ExpertiseFigures::of(records, year, on),
            road_maps: road_maps::progress(records, year, on),
        }
    }
}

/// Courses counted to the year, taken by people while they were members in it.
fn courses(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<(PersonId, CourseId)> {
    let counted = |course: &&Course| course.counted_in() == Some(year) && course.taken_by(on);
    let mut members: Vec<PersonId> = Vec::new();
    for membership in records.memberships.values() {
        let overlaps = membership.from <= year.end() && membership.to.is_none_or(|to| year.start() <= to);
        if overlaps && !members.contains(&membership.person) {
            members.push(membership.person);
        }
    }
    let people = members.iter().filter_map(|person| records.people.get(person));
    let mut rows: Vec<_> = people
        .flat_map(|person| person.courses.iter().filter(counted).map(|course| (person.id, course)))
        .collect();
    rows.sort_by_cached_key(|(person, course)| {
        (course.finished.first_day(), alphabetical(&records.full_name(*person, on)), course.id)
    });
    rows.into_iter().map(|(person, course)| (person, course.id)).collect()
}
