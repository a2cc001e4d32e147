//! Who joins a community: from which day, and the people of a list that is pasted before there is a file.

use pps_domain::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, MembershipId};
use pps_domain::import::{ReadCourse, ReadMember};
use pps_domain::records::{Award, Course, CourseState, Membership, PersonFacts, Record, Role, SelfEducation};
use pps_store::StoreError;
use uuid::Uuid;

use crate::clock::Clock;
use crate::error::AppError;
use crate::importing::TableDraft;
use crate::views::{Changes, FirstPerson, StaffTold};
use crate::workplace::Workplace;

impl Workplace {
    /// From which day a newcomer is a member where nobody says it.
    ///
    /// # Errors
    /// There is no such community.
    pub fn usual_first_day(&self, community: CommunityId, year: i32) -> Result<NaiveDate, AppError> {
        Ok(usual_first_day(&*self.community_records(community)?, SchoolYear(year), self.clock.today()))
    }

    /// Takes out of the roster who was added by mistake, as one operation: the membership, and the person too where
    /// nothing else names him or her. Answers with what went.
    ///
    /// # Errors
    /// There is no such membership, or other records name it.
    pub fn remove_member(&self, membership: MembershipId) -> Result<Changes, AppError> {
        let Some((Record::Membership(member), _)) = self.record(membership.0)? else {
            return Err(StoreError::NotFound(membership.0).into());
        };
        let name = match self.record(member.person.0)? {
            Some((person, _)) => format!("Удалено из состава: {}", self.title(&person)?),
            None => "Удалено из состава".to_owned(),
        };
        match self.delete_as(&name, vec![membership.0, member.person.0]) {
            // A protocol names the person, or another membership does: the card stays.
            Err(AppError::Store(StoreError::StillNamed { .. })) => self.delete_as(&name, vec![membership.0]),
            done => done,
        }
    }

    fn delete_as(&self, name: &str, ids: Vec<Uuid>) -> Result<Changes, AppError> {
        self.write(self.operation(name.to_owned()), move |writer| {
            ids.into_iter().try_for_each(|id| writer.delete(id))
        })
    }
}

pub(crate) fn usual_first_day(records: &CommunityRecords, year: SchoolYear, today: NaiveDate) -> NaiveDate {
    // The example has a day of its own.
    let today = records.community.example_day.unwrap_or(today);
    let of_year = records
        .memberships
        .values()
        .filter(|member| member.from <= year.end() && member.to.is_none_or(|to| year.start() <= to));
    let alone = of_year.count() <= 1;
    Membership::usual_first_day(year, records.community.kept_since, alone, today)
}

/// The people of a list, as the first start asks for them.
#[must_use]
pub fn people_in_list(draft: &TableDraft, year: i32, today: NaiveDate) -> Vec<FirstPerson> {
    let read = draft.people(SchoolYear(year), today);
    let people = read.into_iter().filter(|person| person.refusal.is_none()).map(|person| FirstPerson {
        more: told_of_staff(&person),
        name: person.name.full(),
        post: person.post,
        organisation: person.organisation,
        category: person.category,
        works_since: person.works_since,
        in_specialty_since: person.in_specialty_since,
        courses: person.courses,
        contact: person.contact,
        remarks: person.doubts.into_iter().map(|doubt| doubt.sentence).collect(),
        leader: person.role == Some(Role::Leader),
        secretary: person.role == Some(Role::Secretary),
    });
    people.collect()
}

/// What a list tells of a person that the first start has no fields for.
pub(crate) fn told_of_staff(read: &ReadMember) -> StaffTold {
    StaffTold {
        category_since: read.category_since,
        pedagogical_since: read.pedagogical_since,
        part_time: read.part_time,
        classes: read.classes.clone(),
        awards: read.awards.clone(),
        self_education: read.self_education.clone(),
    }
}

/// The facts of a card with what a list told of them.
pub(crate) fn facts_told(facts: PersonFacts, told: &StaffTold) -> PersonFacts {
    PersonFacts {
        category_since: told.category_since,
        pedagogical_since: told.pedagogical_since,
        part_time: told.part_time,
        classes: told.classes.clone(),
        ..facts
    }
}

/// The awards of a list as a card has them.
pub(crate) fn new_awards(told: &StaffTold, clock: &dyn Clock) -> Vec<Award> {
    let awards = told.awards.iter();
    awards
        .map(|(title, date)| Award { id: clock.new_id().into(), title: title.clone(), date: *date })
        .collect()
}

/// The topic of self-education of a list as a card has it, from this school year on.
pub(crate) fn new_self_education(
    told: &StaffTold,
    year: SchoolYear,
    clock: &dyn Clock,
) -> Vec<SelfEducation> {
    if told.self_education.is_empty() {
        return Vec::new();
    }
    let topic = told.self_education.clone();
    let own = SelfEducation {
        id: clock.new_id().into(),
        topic,
        from: Some(year),
        until: None,
        result: String::new(),
    };
    vec![own]
}

/// A course of a list as a card has it.
pub(crate) fn new_course(read: &ReadCourse, clock: &dyn Clock) -> Course {
    let ReadCourse { finished, title, provider, hours, planned } = read.clone();
    let state = if planned { CourseState::Planned } else { CourseState::Finished };
    Course { title, provider, hours, state, ..Course::new(clock.new_id().into(), finished) }
}
