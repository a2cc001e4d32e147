//! What a leader enters. Each kind of record has a file of its own and a line in the table
//! below (docs/adding-a-kind.md).
//!
//! An empty string means «not filled in»; an optional part that is empty leaves no trace on paper. A text is
//! kept exactly as typed.

#[macro_use]
mod table;

mod activity;
mod activity_form;
mod answer_sheet;
mod attachment;
mod attendance;
mod body;
mod community;
mod consultation;
mod course;
mod difficulty;
mod entity;
mod event;
mod event_sort;
mod experience_bands;
mod expertise;
mod growth;
mod journal;
mod legal_act;
mod lesson_visit;
mod mark;
mod material;
mod meeting;
mod membership;
mod order;
mod organisation;
mod part;
mod person;
mod plan;
mod practice;
mod protocol;
mod questionnaire;
mod record;
mod report;
mod road_map;
mod route;
mod submission;
mod typed_table;
mod work;

pub use activity::{Activity, Direction};
pub use activity_form::ActivityForm;
pub use answer_sheet::{Answer, AnswerSheet, AnswersFault, SheetAnswers};
pub use attachment::{Attachment, AttachmentRole};
pub use attendance::{Absence, Attendance, Guest, Presence, VoteFault};
pub use body::{BodyKind, BodyWords};
pub use community::{Community, DayOfYear, Official, OfficialPost, Settings};
pub use consultation::Consultation;
pub use course::{Course, CourseState};
pub use difficulty::{Difficulty, Survey, SurveyRow};
pub use entity::{ActName, Entity, Field, Find, Form, Gender, Link, Links, Part, Texts, Words};
pub use event::{Event, EventLevel, EventParticipant};
pub use event_sort::EventSort;
pub use experience_bands::ExperienceBands;
pub use expertise::{
    Conclusion, Criterion, Expert, Expertise, ExpertiseObject, NoSuchPoints, Points, PointsSum,
};
pub use growth::{Attestation, Award, SelfEducation};
pub use journal::Journal;
pub use legal_act::{Acquaintance, LegalAct};
pub use lesson_visit::{LessonAspect, LessonPoints, LessonVisit, MOST_POINTS};
pub use mark::{Mark, MarkState, Move};
pub use material::{EducationLevel, Material};
pub use meeting::{Meeting, MeetingMode, MeetingStatus};
pub use membership::{Membership, Role, RolePeriod};
pub use order::{Order, OrderKind};
pub use organisation::{Organisation, OrganisationKind};
pub use part::{PartKind, PartLink};
pub use person::{Category, Consent, Person, PersonFacts};
pub use plan::{
    Adoption, Approval, ApprovalForm, Plan, PlanSection, PlannedMeeting, PlannedQuestion, Task, TaskState,
};
pub use practice::Practice;
pub use protocol::{
    AgendaItem, Annex, Correction, Decision, DecisionKind, Protocol, Reporter, Signature, Speaker, Speech,
    Vote,
};
pub use questionnaire::{Area, Questionnaire, Statement};
pub use report::{Report, ReportSection};
pub use road_map::{Indicator, RoadMap, RoadMapRow};
pub use route::{Route, RouteRow, RouteState};
pub use submission::{Return, Submission, SubmittedPaper};
pub use typed_table::TypedTable;
pub use work::Work;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

use record::Answers;

// All kinds, in the order in which open data lists them: what is named comes before what names it.
records! {
    /// A community (ППС).
    community: Community(CommunityId);
    /// An educational organisation (ОО) or a methodical body (МО).
    organisation: Organisation(OrganisationId) in organisations,
    /// A person, whatever communities he or she is in.
    person: Person(PersonId) in people,
    /// An order (приказ).
    order: Order(OrderId) in orders,
    /// A person's membership of a community.
    membership: Membership(MembershipId) in memberships,
    /// A difficulty (затруднение) that surveys count.
    difficulty: Difficulty(DifficultyId) in difficulties,
    /// A questionnaire (анкета) on difficulties.
    questionnaire: Questionnaire(QuestionnaireId) in questionnaires,
    /// A plan of one school year.
    plan: Plan(PlanId) in plans,
    /// A meeting (заседание) with its protocol.
    meeting: Meeting(MeetingId) in meetings,
    /// A row (мероприятие) of a plan.
    activity: Activity(ActivityId) in activities,
    /// One survey of difficulties.
    survey: Survey(SurveyId) in surveys,
    /// A filled-in sheet of a survey.
    answer_sheet: AnswerSheet(AnswerSheetId) in answer_sheets,
    /// An analytical report of one school year.
    report: Report(ReportId) in reports,
    /// One handing-over of papers to РИМК.
    submission: Submission(SubmissionId) in submissions,
    /// A consultation (консультация) that was given.
    consultation: Consultation(ConsultationId) in consultations,
    /// Something held or taken part in (событие).
    event: Event(EventId) in events,
    /// A lesson that was visited (посещённый урок).
    lesson_visit: LessonVisit(LessonVisitId) in lesson_visits,
    /// A material of the registry (материал).
    material: Material(MaterialId) in materials,
    /// An expertise (экспертиза) of a work or a project.
    expertise: Expertise(ExpertiseId) in expertises,
    /// A practice of the bank (практика).
    practice: Practice(PracticeId) in practices,
    /// An individual route of learning (ИОМ).
    route: Route(RouteId) in routes,
    /// A normative document (нормативный документ) on the shelf.
    legal_act: LegalAct(LegalActId) in legal_acts,
    /// A road map (дорожная карта) of a school or a topic.
    road_map: RoadMap(RoadMapId) in road_maps,
    /// A file attached to a record.
    attachment: Attachment(AttachmentId) in attachments,
}
