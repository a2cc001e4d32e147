//! The questions asked of all records of one community, which are in memory.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::calendar::SchoolYear;
use crate::figures::comparable;
use crate::ids::{MeetingId, PersonId, PlanId};
pub use crate::records::CommunityRecords;
use crate::records::{
    Activity, Attachment, AttachmentRole, Decision, Entity, Meeting, Membership, Organisation, PersonFacts,
    Plan, PlanSection, Report, RoadMap, Role, Speaker, Submission, SubmittedPaper, Survey, Task,
};
use crate::russian::{FullName, date_in_table, name_in_text};

/// A decision with its place: question 1, decision 2 is «1.2».
#[derive(Debug, Clone, Copy)]
pub struct PlacedDecision<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Question, from 1.
    pub item: usize,
    /// Decision under the question, from 1.
    pub place: usize,
    /// The decision.
    pub decision: &'a Decision,
}

impl<'a> PlacedDecision<'a> {
    /// The decisions of a meeting, in order.
    pub fn all_of(meeting: &'a Meeting) -> impl Iterator<Item = Self> {
        let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items).zip(1..);
        items.flat_map(move |(item, number)| {
            let decisions = item.decisions.iter().zip(1..);
            decisions.map(move |(decision, place)| Self { meeting, item: number, place, decision })
        })
    }

    /// «1.2»
    #[must_use]
    pub fn number(&self) -> String {
        format!("{}.{}", self.item, self.place)
    }

    /// «протокол № 2 от 16.01.2026, п. 1.2»; a meeting without a number is «заседание 16.01.2026».
    #[must_use]
    pub fn in_words(&self) -> String {
        let date = date_in_table(self.meeting.date);
        let of = match self.meeting.number() {
            Some(number) => format!("протокол №\u{a0}{number} от {date}"),
            None => format!("заседание {date}"),
        };
        format!("{of}, п.\u{a0}{}", self.number())
    }
}

impl CommunityRecords {
    /// The plan of a year. Of a preliminary plan and the plan proper, the plan proper.
    #[must_use]
    pub fn plan(&self, year: SchoolYear) -> Option<&Plan> {
        self.plans
            .values()
            .filter(|plan| plan.school_year == year)
            .min_by_key(|plan| (plan.preliminary, plan.id))
    }

    /// The rows of a plan, by direction and place.
    #[must_use]
    pub fn activities_of(&self, plan: PlanId) -> Vec<&Activity> {
        let mut rows: Vec<_> = self.activities.values().filter(|activity| activity.plan == plan).collect();
        rows.sort_by_key(|activity| (activity.direction, activity.place, activity.id));
        rows
    }

    /// The meetings of a school year, by date.
    #[must_use]
    pub fn meetings_of(&self, year: SchoolYear) -> Vec<&Meeting> {
        let mut meetings: Vec<_> =
            self.meetings.values().filter(|meeting| meeting.school_year == year).collect();
        meetings.sort_by_key(|meeting| (meeting.date, meeting.number(), meeting.id));
        meetings
    }

    /// The meetings of a school year that have been held by the given day.
    #[must_use]
    pub fn meetings_held(&self, year: SchoolYear, on: NaiveDate) -> Vec<&Meeting> {
        self.meetings_of(year).into_iter().filter(|meeting| meeting.held_by(on)).collect()
    }

    /// The decisions of a meeting with their numbers.
    #[must_use]
    pub fn decisions_of<'a>(&self, meeting: &'a Meeting) -> Vec<PlacedDecision<'a>> {
        PlacedDecision::all_of(meeting).collect()
    }

    /// The task that a row of a plan serves, with its number in the plan, from 1.
    #[must_use]
    pub fn task_of(&self, activity: &Activity) -> Option<(usize, &Task)> {
        let plan = self.plans.get(&activity.plan)?;
        let mut tasks = (1..).zip(&plan.tasks);
        tasks.find(|(_, task)| Some(task.id) == activity.task)
    }

    /// The number and the section of its plan under which an activity stands.
    #[must_use]
    pub fn section_of(&self, activity: &Activity) -> Option<(usize, &PlanSection)> {
        let plan = self.plans.get(&activity.plan)?;
        let mut sections = (1..).zip(&plan.sections);
        sections.find(|(_, section)| Some(section.id) == activity.section)
    }

    /// Members on a day, in the order of the roster.
    #[must_use]
    pub fn roster(&self, on: NaiveDate) -> Vec<&Membership> {
        let mut members: Vec<_> =
            self.memberships.values().filter(|membership| membership.covers(on)).collect();
        members.sort_by_cached_key(|membership| self.roster_order(membership, on));
        members
    }

    /// Who has the role on a day.
    #[must_use]
    pub fn holder(&self, role: Role, on: NaiveDate) -> Option<PersonId> {
        self.roster(on).into_iter().find(|member| member.has_role(role, on)).map(|member| member.person)
    }

    /// The facts of a person on a day.
    #[must_use]
    pub fn facts(&self, person: PersonId, on: NaiveDate) -> Option<&PersonFacts> {
        self.people.get(&person)?.facts_on(on)
    }

    /// «Соколова М. В.»; an anonymised person is «участник 3».
    #[must_use]
    pub fn surname_first(&self, person: PersonId, on: NaiveDate) -> String {
        self.name(person, on, FullName::surname_first)
    }

    /// «М. В. Соколова», for a signature.
    #[must_use]
    pub fn initials_first(&self, person: PersonId, on: NaiveDate) -> String {
        self.name(person, on, FullName::initials_first)
    }

    /// «М. В. Соколова» under a line to sign on; an anonymised person leaves the line to be filled in by hand.
    #[must_use]
    pub fn signature(&self, person: PersonId, on: NaiveDate) -> String {
        if self.is_anonymised(person) { String::new() } else { self.initials_first(person, on) }
    }

    /// Whether lists tell nothing of the person.
    #[must_use]
    pub fn is_anonymised(&self, person: PersonId) -> bool {
        self.people.get(&person).is_some_and(|known| known.anonymised)
    }

    /// «Соколова Марина Викторовна»
    #[must_use]
    pub fn full_name(&self, person: PersonId, on: NaiveDate) -> String {
        self.name(person, on, FullName::full)
    }

    pub(crate) fn name(&self, person: PersonId, on: NaiveDate, form: impl Fn(&FullName) -> String) -> String {
        match self.people.get(&person) {
            Some(known) if known.anonymised => known.label(),
            Some(known) => known.facts_on(on).map(|facts| form(&facts.name)).unwrap_or_default(),
            None => String::new(),
        }
    }

    /// Several people in a text: «Соколова М. В., Гришин А. П.».
    #[must_use]
    pub fn surnames_first(&self, people: &[PersonId], on: NaiveDate) -> String {
        people.iter().map(|person| self.surname_first(*person, on)).collect::<Vec<_>>().join(", ")
    }

    /// Who answers for something: the people as in a table, then whoever is named in words.
    #[must_use]
    pub fn answering(&self, people: &[PersonId], in_words: &str, on: NaiveDate) -> String {
        self.each_answering(people, in_words, on).join(", ")
    }

    /// The same, each on its own.
    #[must_use]
    pub fn each_answering(&self, people: &[PersonId], in_words: &str, on: NaiveDate) -> Vec<String> {
        let people = people.iter().map(|person| self.surname_first(*person, on));
        let named = Some(in_words.trim().to_owned()).filter(|words| !words.is_empty());
        people.chain(named).collect()
    }

    /// Who speaks, for a text.
    #[must_use]
    pub fn speaker(&self, speaker: &Speaker, on: NaiveDate) -> String {
        match speaker {
            Speaker::Person(person) => self.surname_first(*person, on),
            Speaker::Named(name) => name_in_text(name),
        }
    }

    /// How many members were at a meeting and of how many; (0, 0) where that is not known. Where only the number of
    /// those present is kept, it is of those who were members on that day.
    #[must_use]
    pub fn turnout(&self, meeting: &Meeting) -> (usize, usize) {
        let Some((present, members)) = meeting.turnout() else { return (0, 0) };
        let members = members.or_else(|| {
            let roster = self.roster(meeting.date).len();
            (present <= roster).then_some(roster)
        });
        members.map_or((0, 0), |members| (present, members))
    }

    /// The organisation where a person works on a day.
    #[must_use]
    pub fn workplace(&self, person: PersonId, on: NaiveDate) -> Option<&Organisation> {
        self.organisations.get(&self.facts(person, on)?.organisation?)
    }

    /// Files that belong to a record, in the order in which they were added.
    #[must_use]
    pub fn attachments_of(&self, record: Uuid) -> Vec<&Attachment> {
        self.attachments.values().filter(|attachment| attachment.belongs_to == record).collect()
    }

    /// Whether a scan of the signed protocol is kept.
    #[must_use]
    pub fn has_signed_scan(&self, meeting: MeetingId) -> bool {
        self.attachments_of(meeting.0).iter().any(|file| file.role == AttachmentRole::SignedScan)
    }

    /// The survey of a year that was held last by the given day, and the one before it that asked about the same. A
    /// survey whose sheets are still to be keyed in does not count yet.
    #[must_use]
    pub fn last_surveys(&self, year: SchoolYear, on: NaiveDate) -> (Option<&Survey>, Option<&Survey>) {
        let held = self.surveys_held(on);
        let last = held.iter().rev().find(|survey| survey.school_year == year).copied();
        (last, last.and_then(|last| self.survey_before(last)))
    }

    /// The nearest survey before another one that asked about the same.
    #[must_use]
    pub fn survey_before(&self, survey: &Survey) -> Option<&Survey> {
        let place = |survey: &Survey| (survey.held.first_day(), survey.id);
        let held = self.surveys_held(NaiveDate::MAX);
        let mut earlier = held.into_iter().rev().filter(|other| place(other) < place(survey));
        earlier.find(|before| comparable(self, before, survey))
    }

    /// Surveys that were held by a day and whose answers are there, the first first.
    fn surveys_held(&self, on: NaiveDate) -> Vec<&Survey> {
        let begun = |survey: &&Survey| {
            survey.questionnaire.is_none()
                || !survey.rows.is_empty()
                || self.answer_sheets.values().any(|sheet| sheet.survey == survey.id)
        };
        let held = self.surveys.values().filter(|survey| survey.held.has_come(on));
        let mut held: Vec<_> = held.filter(begun).collect();
        held.sort_by_key(|survey| (survey.held.first_day(), survey.id));
        held
    }

    /// Each time by the day that a paper of a year was handed over, in order.
    #[must_use]
    pub fn handed_over(&self, paper: SubmittedPaper, year: SchoolYear, on: NaiveDate) -> Vec<&Submission> {
        let of_year = self
            .submissions
            .values()
            .filter(|submission| submission.school_year == year && submission.date <= on);
        let mut found: Vec<_> = of_year.filter(|submission| submission.papers.contains(&paper)).collect();
        found.sort_by_key(|paper| (paper.date, paper.id));
        found
    }

    /// The handing-over from whose kept text the report of a year is printed. Only the last one can be it, and not
    /// while a new version is drawn up.
    #[must_use]
    pub fn report_in_force(&self, year: SchoolYear, on: NaiveDate) -> Option<(&Submission, &str)> {
        let last = *self.handed_over(SubmittedPaper::Report, year, on).last()?;
        Some((last, last.report_in_force()?))
    }

    /// What a road map is called: by its own title, or after its school; empty where it has neither.
    #[must_use]
    pub fn road_map_title(&self, road_map: &RoadMap) -> String {
        Entity::title(road_map, &mut |id| self.get(id))
    }

    /// The leader's part of a year's report.
    #[must_use]
    pub fn report(&self, year: SchoolYear) -> Option<&Report> {
        self.reports.values().find(|report| report.school_year == year)
    }
}
