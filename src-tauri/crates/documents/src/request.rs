//! Which paper is asked for: the same request from the page, from the command line and from the package.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, MeetingId, PersonId, SubmissionId, Uuid};
use pps_domain::records::{Meeting, Record, SubmittedPaper};
use serde::{Deserialize, Serialize};

use crate::catalogue::{PaperKind, Parameter};
use crate::papers::{PlanOrder, TypedWords};

/// Which meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
#[serde(untagged)]
pub enum WhichMeeting {
    /// The one whose protocol has the number within the school year.
    Number(u32),
    /// The one of the record.
    Record(MeetingId),
}

/// Which paper. What a kind of paper asks for stands in the catalogue; the rest is left at its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
pub struct PaperRequest {
    /// Whose.
    pub community: CommunityId,
    /// Which kind.
    pub kind: PaperKind,
    /// The school year.
    pub year: SchoolYear,
    /// The day that is printed as today.
    pub on: NaiveDate,
    /// The meeting; the control of decisions may do without.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub meeting: Option<WhichMeeting>,
    /// Of a report: with every section that has something in it.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(as = "Option<bool>", optional))]
    pub full: bool,
    /// Under which headings the rows of a plan stand.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(as = "Option<PlanOrder>", optional))]
    pub by: PlanOrder,
    /// The question, from 1, of which an extract is made.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub item: Option<u32>,
    /// The name of the organisation that an extract concerns.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub organisation: Option<String>,
    /// The first day of what a certificate tells; that of the school year where none is given.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub from: Option<NaiveDate>,
    /// Its last day; that of the school year where none is given.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub to: Option<NaiveDate>,
    /// When a paper was handed over.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub submission: Option<SubmissionId>,
    /// Which paper was handed over then.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub submitted: Option<SubmittedPaper>,
    /// Of whom a consent is; of each member where nobody is named.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub person: Option<PersonId>,
    /// The record that it is made of, where it is made of one.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(optional = nullable))]
    pub record: Option<Uuid>,
    /// What was typed for this paper alone.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(as = "Option<TypedWords>", optional))]
    pub words: TypedWords,
    /// The edition that names nobody.
    #[serde(default)]
    #[cfg_attr(feature = "page", ts(as = "Option<bool>", optional))]
    pub without_personal_data: bool,
}

impl PaperRequest {
    /// A paper of a school year, with nothing more said about it.
    #[must_use]
    pub fn new(community: CommunityId, kind: PaperKind, year: SchoolYear, on: NaiveDate) -> Self {
        Self {
            community,
            kind,
            year,
            on,
            meeting: None,
            full: false,
            by: PlanOrder::default(),
            item: None,
            organisation: None,
            from: None,
            to: None,
            submission: None,
            submitted: None,
            person: None,
            record: None,
            words: TypedWords::default(),
            without_personal_data: false,
        }
    }

    /// The same paper of the meeting whose protocol has this number.
    #[must_use]
    pub fn number(self, number: u32) -> Self {
        Self { meeting: Some(WhichMeeting::Number(number)), ..self }
    }

    /// The same paper of the meeting.
    #[must_use]
    pub fn of_meeting(self, meeting: MeetingId) -> Self {
        Self { meeting: Some(WhichMeeting::Record(meeting)), ..self }
    }

    /// The same paper made of the record.
    #[must_use]
    pub fn of_record(self, record: impl Into<Uuid>) -> Self {
        Self { record: Some(record.into()), ..self }
    }

    /// Every paper that a year has on a day, each in every way in which it is asked for: all protocols, the plan under
    /// both kinds of headings, the short report and the full one.
    #[must_use]
    pub fn of_year(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<Self> {
        let each = |kind: &PaperKind| Self::of_year_and_kind(records, *kind, year, on);
        PaperKind::ALL.iter().flat_map(each).collect()
    }

    /// The papers of one kind that a year has on a day.
    pub(crate) fn of_year_and_kind(
        records: &CommunityRecords,
        kind: PaperKind,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Vec<Self> {
        let plain = vec![Self::new(records.community.id, kind, year, on)];
        let parameters = kind.needs().iter().chain(kind.takes());
        parameters.fold(plain, |requests, parameter| {
            let ways = |request: Self| request.in_every_way(*parameter, records);
            requests.into_iter().flat_map(ways).collect()
        })
    }

    /// The request with every value of the parameter that the records know.
    fn in_every_way(self, parameter: Parameter, records: &CommunityRecords) -> Vec<Self> {
        let (year, on) = (self.year, self.on);
        match parameter {
            Parameter::Meeting if self.kind.needs().contains(&Parameter::Meeting) => {
                let held = records.meetings_held(year, on).into_iter();
                held.filter(|meeting| meeting.protocol.is_some())
                    .map(|meeting| self.clone().of_meeting(meeting.id))
                    .collect()
            }
            Parameter::Part => {
                let meeting = match self.meeting {
                    Some(WhichMeeting::Record(id)) => records.meetings.get(&id),
                    Some(WhichMeeting::Number(_)) | None => None,
                };
                let items = |meeting: &Meeting| meeting.protocol.as_ref().map_or(0, |kept| kept.items.len());
                let count = u32::try_from(meeting.map_or(0, items)).unwrap_or(0);
                (1..=count).map(|item| Self { item: Some(item), ..self.clone() }).collect()
            }
            Parameter::Order => {
                let sections = records.plan(year).is_some_and(|plan| !plan.sections.is_empty());
                let orders = [PlanOrder::ByDirection, PlanOrder::ByMonth];
                let orders = orders.into_iter().chain(sections.then_some(PlanOrder::BySection));
                orders.map(|by| Self { by, ..self.clone() }).collect()
            }
            Parameter::Full => [false, true].map(|full| Self { full, ..self.clone() }).into(),
            Parameter::Submission => {
                let marks = records.submissions.values().filter(|mark| mark.school_year == year);
                let texts = marks.flat_map(|mark| mark.texts.keys().map(|paper| (mark.id, *paper)));
                texts
                    .map(|(submission, paper)| Self {
                        submission: Some(submission),
                        submitted: Some(paper),
                        ..self.clone()
                    })
                    .collect()
            }
            Parameter::Record(kind) => {
                let of_year = |record: &Record| {
                    record.kind() == kind && record.school_year().is_none_or(|of| of == year)
                };
                let found = records.all().filter(of_year);
                found.map(|record| self.clone().of_record(record.id())).collect()
            }
            Parameter::Year
            | Parameter::Meeting
            | Parameter::Period
            | Parameter::Person
            | Parameter::Words => {
                vec![self]
            }
        }
    }

    /// What tells this way of the paper from the others under the same title: « по месяцам».
    #[must_use]
    pub fn way(&self) -> &'static str {
        match (self.by, self.full) {
            (PlanOrder::ByMonth, _) => " по месяцам",
            (PlanOrder::BySection, _) => " по разделам",
            (PlanOrder::ByDirection, true) => " (полный)",
            (PlanOrder::ByDirection, false) => "",
        }
    }
}
