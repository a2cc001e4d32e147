//! Courses of the members: what a school year has of them, and who is due for one. Rules, papers and the page ask here.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::PersonId;
use crate::records::{Course, Person};
use crate::russian::alphabetical;

/// Whether a person is due for a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
#[serde(rename_all = "snake_case")]
pub enum CourseNeed {
    /// The last one is older than the settings allow.
    Due,
    /// No course is known.
    Unknown,
    /// The last one is recent enough.
    Recent,
}

/// A course of a member.
#[derive(Debug, Clone, Copy)]
pub struct MemberCourse<'a> {
    /// Whose.
    pub person: &'a Person,
    /// The course.
    pub course: &'a Course,
}

impl CommunityRecords {
    /// Whether the person is due for a course on the day, and the calendar year of the last one. It is judged by the year
    /// alone, since often only the year is known; a course that is only planned is none.
    #[must_use]
    pub fn course_need(&self, person: PersonId, on: NaiveDate) -> (CourseNeed, Option<i32>) {
        let last = self.people.get(&person).and_then(|person| person.last_course(on));
        let last = last.map(|course| course.finished.year());
        let limit = self.community.settings.course_is_old_after;
        let need = match last {
            None => CourseNeed::Unknown,
            Some(year) if on.year().saturating_sub(year) > limit => CourseNeed::Due,
            Some(_) => CourseNeed::Recent,
        };
        (need, last)
    }

    /// The courses of a school year, planned and taken, of whoever was a member in it by the day: in the order of their
    /// ends, then of names.
    #[must_use]
    pub fn courses_of(&self, year: SchoolYear, on: NaiveDate) -> Vec<MemberCourse<'_>> {
        let members = self.memberships.values().filter(|member| {
            member.from <= year.end().min(on.max(year.start()))
                && member.to.is_none_or(|to| year.start() <= to)
        });
        let members: BTreeSet<PersonId> = members.map(|member| member.person).collect();
        let people = members.iter().filter_map(|person| self.people.get(person));
        let mut courses: Vec<MemberCourse<'_>> = people
            .flat_map(|person| {
                let of_year = person.courses.iter().filter(|course| course.stands_in(year));
                of_year.map(move |course| MemberCourse { person, course })
            })
            .collect();
        courses.sort_by_cached_key(|MemberCourse { person, course }| {
            (course.finished.first_day(), alphabetical(&self.full_name(person.id, on)), course.id)
        });
        courses
    }
}
