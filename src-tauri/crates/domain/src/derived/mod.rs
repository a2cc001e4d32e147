//! What follows from a record and the others on a day: how it stands, which term is in force, who may vote. The page
//! shows this and decides none of it again.

mod activity;
mod community;
mod journals;
mod legal_act;
mod meeting;
mod people;
mod plan;
mod route;
mod submission;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::community_records::CommunityRecords;
use crate::proposals::backed_rows;

pub use activity::{DerivedActivity, DerivedTerm, WorkState};
pub use community::{DerivedCommunity, DerivedYear};
pub use journals::{DerivedExpertise, DerivedRoadMap};
pub use legal_act::DerivedLegalAct;
pub use meeting::{DerivedDecision, DerivedMeeting, DerivedQuestion, MeetingState};
pub use people::{DerivedCourse, DerivedMembership, DerivedPerson, MembershipState};
pub use plan::{DerivedPlan, DerivedPlannedMeeting, NextPlanStep, PlanStep, PlanStepState, PlanStepWords};
pub use route::DerivedRoute;
pub use submission::DerivedSubmission;

/// What follows of a record, by its kind. Kinds of which nothing follows have none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
#[serde(tag = "kind", content = "derived", rename_all = "snake_case")]
pub enum Derived {
    /// Of the community: its years, and who leads it.
    Community(DerivedCommunity),
    /// Of a person: what he or she is called on the day.
    Person(DerivedPerson),
    /// Of a membership: whether it holds, and its place in the roster.
    Membership(DerivedMembership),
    /// Of a plan: the steps to its approval.
    Plan(DerivedPlan),
    /// Of a row of a plan: its term in force and how it stands.
    Activity(DerivedActivity),
    /// Of a meeting: how it stands, its voters, its decisions.
    Meeting(DerivedMeeting),
    /// Of a route: what is late, what is proposed for it.
    Route(DerivedRoute),
    /// Of a handing-over: whether it came back.
    Submission(DerivedSubmission),
    /// Of a normative document: whether it is in force.
    LegalAct(DerivedLegalAct),
    /// Of an expertise: its points added up.
    Expertise(DerivedExpertise),
    /// Of a road map: how its rows stand.
    RoadMap(DerivedRoadMap),
}

/// What follows of every record on a day, by identifiers of records.
#[must_use]
pub fn derive(records: &CommunityRecords, today: NaiveDate) -> BTreeMap<Uuid, Derived> {
    let mut derived = BTreeMap::new();
    let community = DerivedCommunity::of(records, today);
    for (person, of) in people::people(records, today) {
        derived.insert(person.0, Derived::Person(of));
    }
    for (membership, of) in people::memberships(records, today) {
        derived.insert(membership.0, Derived::Membership(of));
    }
    for plan in records.plans.values() {
        derived.insert(plan.id.0, Derived::Plan(DerivedPlan::of(records, plan, today)));
    }
    let mut backed = backed_rows(records, today);
    for (id, activity) in &records.activities {
        // A row whose plan is gone stands nowhere.
        if let Some(plan) = records.plans.get(&activity.plan) {
            let of = DerivedActivity::of(activity, backed.remove(id), plan.school_year, today);
            derived.insert(id.0, Derived::Activity(of));
        }
    }
    for (meeting, of) in meeting::meetings(records, today) {
        derived.insert(meeting.0, Derived::Meeting(of));
    }
    for submission in records.submissions.values() {
        let of = DerivedSubmission::of(records, submission, today);
        derived.insert(submission.id.0, Derived::Submission(of));
    }
    for route in records.routes.values() {
        derived.insert(route.id.0, Derived::Route(DerivedRoute::of(records, route, today)));
    }
    for act in records.legal_acts.values() {
        derived.insert(act.id.0, Derived::LegalAct(DerivedLegalAct::of(act, today)));
    }
    for expertise in records.expertises.values() {
        derived.insert(expertise.id.0, Derived::Expertise(DerivedExpertise::of(expertise, today)));
    }
    for road_map in records.road_maps.values() {
        derived.insert(road_map.id.0, Derived::RoadMap(DerivedRoadMap::of(road_map, today)));
    }
    derived.insert(records.community.id.0, Derived::Community(community));
    derived
}
