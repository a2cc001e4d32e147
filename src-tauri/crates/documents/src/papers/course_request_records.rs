//! The application for courses from the roster of a day.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::Share;
use pps_domain::ids::PersonId;
use pps_domain::russian::{counted, date_in_prose};

use super::addressed::{capital, head_of_rimk};
use super::people::{leader_signature, post};
use super::{CourseRequest, CourseRequestRow};
use crate::PaperError;

impl CourseRequest {
    /// The members of a day with their last courses, judged by the year alone, since often only the year is known.
    ///
    /// # Errors
    ///
    /// None now; the result keeps the builders of all papers alike.
    pub fn from_records(records: &CommunityRecords, on: NaiveDate) -> Result<Self, PaperError> {
        let limit = records.community.settings.course_is_old_after;
        let years = usize::try_from(limit.max(0)).unwrap_or_default();
        let mark = format!("больше {}", counted(years, "года", "лет", "лет"));
        let (mut due, mut unknown, mut recent) = (Vec::new(), Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        for member in records.roster(on).into_iter().filter(|member| seen.insert(member.person)) {
            let last = records.people.get(&member.person).and_then(|person| person.last_course(on));
            let last = last.map(|course| course.finished.year());
            let list = match last {
                None => &mut unknown,
                Some(year) if on.year().saturating_sub(year) > limit => &mut due,
                Some(_) => &mut recent,
            };
            list.push(row(records, member.person, last, on));
        }
        let whole = due.len() + unknown.len() + recent.len();
        let told = |words: &str, part: usize| {
            (part > 0).then(|| format!("{words} у\u{a0}{}", Share { part, whole }.in_words()))
        };
        let old = told(&format!("с последних курсов прошло {mark}"), due.len());
        let parts: Vec<_> = old.into_iter().chain(told("сведений о курсах нет", unknown.len())).collect();
        let total = (!parts.is_empty()).then(|| format!("{}.", capital(&parts.join("; "))));
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            addressee: head_of_rimk(records, on),
            on: date_in_prose(on),
            mark,
            due,
            unknown,
            recent,
            total,
            signature: leader_signature(records, on),
        })
    }
}

fn row(records: &CommunityRecords, person: PersonId, last: Option<i32>, on: NaiveDate) -> CourseRequestRow {
    let school = records.workplace(person, on).map(|school| school.shown_name().to_owned());
    CourseRequestRow {
        key: person.to_string(),
        name: records.full_name(person, on),
        organisation: school.unwrap_or_default(),
        post: post(records, person, on),
        category: records
            .facts(person, on)
            .map(|facts| facts.category.in_words().to_owned())
            .unwrap_or_default(),
        last: last.map_or_else(|| "—".to_owned(), |year| year.to_string()),
        ..CourseRequestRow::default()
    }
}
