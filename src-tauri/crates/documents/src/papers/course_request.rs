//! Заявка на курсы повышения квалификации (п. 4.3).

use std::collections::HashSet;

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::course_schedule::CourseNeed;
use pps_domain::figures::{Difficulties, Share};
use pps_domain::ids::PersonId;
use pps_domain::records::BodyWords;
use pps_domain::russian::{counted, date_in_prose};
use serde::{Deserialize, Serialize};

use super::addressed::{capital, head_of_rimk};
use super::people::{leader_signature, post};
use super::sentences::{in_lines, of_community};
use super::{Addressee, Signature};
use crate::ask::Ask;
use crate::edition::MARK;
use crate::model::{Column, Document, Group, Table};
use crate::{Paper, PaperError};

/// Who is to be sent on a course; what is chosen there is typed beside the sheet or written by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CourseRequest {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// The head of РИМК.
    pub addressee: Addressee,
    /// The day in words.
    pub on: String,
    /// «больше 3 лет», which stands under the year of an old course.
    pub mark: String,
    /// Whose last course is old.
    pub due: Vec<CourseRequestRow>,
    /// Of whom no course is known.
    pub unknown: Vec<CourseRequestRow>,
    /// All others.
    pub recent: Vec<CourseRequestRow>,
    /// «С последних курсов прошло больше 3 лет у 2 из 10, сведений о курсах нет у 2 из 10.»
    pub total: Option<String>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CourseRequestRow {
    /// What the words typed for it are kept by.
    pub key: String,
    /// The full name.
    pub name: String,
    /// The organisation, by its short name.
    pub organisation: String,
    /// The post and the subject.
    pub post: String,
    /// The qualification category.
    pub category: String,
    /// The calendar year of the last course, or a dash.
    pub last: String,
    /// The topic of the course that is asked for; like all that follows, empty leaves room for a pen.
    pub course: String,
    /// «очно», «дистанционно».
    pub form: String,
    /// How many hours.
    pub hours: String,
    /// When.
    pub term: String,
    /// Who teaches.
    pub provider: String,
    /// Topics that are proposed; none stands on the paper by itself.
    pub topics: Vec<String>,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let request = CourseRequest::from_records(ask.records, ask.on())?.with_words(&ask.request.words);
    Ok(Document::from(request).into())
}

/// The same as a workbook of Excel.
pub(crate) fn workbook(ask: &Ask<'_>) -> Result<Vec<u8>, PaperError> {
    let on = ask.on();
    let request = CourseRequest::from_records(ask.records, on)?.with_words(&ask.request.words);
    let mark = if ask.request.without_personal_data { MARK } else { "" };
    crate::render::xlsx::course_request(&request, &request.title(), mark, on)
}

impl CourseRequest {
    /// «Заявка на курсы на 1 сентября 2026 г.»
    fn title(&self) -> String {
        format!("Заявка на курсы на {}", self.on)
    }

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
            let (need, last) = records.course_need(member.person, on);
            let list = match need {
                CourseNeed::Unknown => &mut unknown,
                CourseNeed::Due => &mut due,
                CourseNeed::Recent => &mut recent,
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
            body: records.community.words(),
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
            .filter(|_| !records.is_anonymised(person))
            .map_or("—", |facts| facts.category.in_words())
            .to_owned(),
        topics: topics(records, person, on),
        last: last.map_or_else(|| "—".to_owned(), |year| year.to_string()),
        ..CourseRequestRow::default()
    }
}

/// What the routes of the person answer, then the difficulties of the last survey, the most frequent first.
fn topics(records: &CommunityRecords, person: PersonId, on: NaiveDate) -> Vec<String> {
    let routes = records.routes.values().filter(|route| route.person == Some(person) && route.is_open());
    let of_routes = routes.flat_map(|route| {
        let open = route.rows.iter().filter(|row| row.mark.is_none()).map(|row| row.deficit.clone());
        let named = route.difficulties.iter().filter_map(|id| records.difficulties.get(id));
        open.chain(named.map(|difficulty| difficulty.title.clone()))
    });
    let year = SchoolYear::containing(on);
    let counted = Difficulties::of(records, year, on)
        .or_else(|| Difficulties::of(records, year.previous(), on))
        .map(|found| found.rows)
        .unwrap_or_default();
    let mut counted: Vec<_> = counted.into_iter().filter(|row| row.last.is_some()).collect();
    counted.sort_by_key(|row| std::cmp::Reverse(row.last.and_then(Share::percent)));
    let mut topics: Vec<String> = Vec::new();
    for topic in of_routes.chain(counted.into_iter().map(|row| row.title)) {
        let topic = topic.trim().to_owned();
        if !topic.is_empty() && !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}

impl From<CourseRequest> for Document {
    fn from(view: CourseRequest) -> Self {
        let (to_type, title) = (view.to_type(), view.title());
        let columns = [
            Column::numbers("№", 8.0),
            Column::words("Фамилия, имя, отчество", 34.0),
            Column::words("ОО", 30.0),
            Column::words("Должность, предмет", 31.0),
            Column::words("Категория", 23.0),
            Column::numbers("Год последних курсов", 19.0),
            Column::words("Тема", 37.0),
            Column::words("Форма", 17.0),
            Column::words("Часы", 14.0),
            Column::words("Период", 18.0),
            Column::words("Организация", 26.0),
        ];
        let old = view.due.len();
        let needed = old + view.unknown.len() > 0;
        let parts = [
            (format!("С последних курсов прошло {}", view.mark), view.due),
            ("Сведений о курсах нет".to_owned(), view.unknown),
            (if needed { "Остальные участники".to_owned() } else { String::new() }, view.recent),
        ];
        let (mut rows, mut groups) = (Vec::new(), Vec::new());
        for (title, people) in parts.into_iter().filter(|(_, people)| !people.is_empty()) {
            if !title.is_empty() {
                groups.push(Group { before: rows.len(), title });
            }
            rows.extend(people);
        }
        let cells = rows.into_iter().enumerate().map(|(place, row)| {
            let last = if place < old { in_lines([row.last, view.mark.clone()]) } else { row.last };
            let known = [row.name, row.organisation, row.post, row.category, last];
            known.into_iter().chain([row.course, row.form, row.hours, row.term, row.provider])
        });
        let cells = cells
            .zip(1..)
            .map(|(row, number): (_, usize)| std::iter::once(number.to_string()).chain(row).collect());
        let table =
            Table { groups, loud: (0..old).collect(), loud_at: Some(5), ..Table::new(columns, cells) };
        let about = [
            "на курсы повышения квалификации педагогов".to_owned(),
            of_community(&view.body, &view.community),
            format!("(по состоянию на\u{a0}{})", view.on),
        ];
        let mut paper =
            Self { to_type: Some(to_type), ..Self::of(&view.community, view.example, title) }.landscape();
        if !view.addressee.post.trim().is_empty() {
            paper = paper.with(view.addressee.block());
        }
        paper = paper.heading("ЗАЯВКА").centred(in_lines(about), 0.9);
        let paper = if table.rows.is_empty() {
            paper.text("В\u{a0}составе на этот день никого нет.")
        } else {
            paper.with(table)
        };
        paper.total(view.total.as_ref(), 0.6).signed_and_dated(&view.signature)
    }
}
